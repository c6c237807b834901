"""Standards: work items and their stages, what their clauses reveal, committees, contributions, declarations."""

from __future__ import annotations

from oc_strategy.lang import text, word
from oc_strategy.model.edges import CLAUSE_REVEALS, CONFORMS_TO, DECLARED_FOR
from oc_strategy.model.filing import first_filing, patents_on
from oc_strategy.model.standardization import (
    Clause,
    Committee,
    Contribution,
    Declaration,
    ExclusionWindow,
    Seat,
    StageDate,
    Standard,
)
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.tables.cells import bare_name, field_cell, lines, nodes_cell
from oc_strategy.tables.columns import about, fields, worked_out
from oc_strategy.tables.listing import node_table, record_table, sheet
from oc_strategy.tables.sheet import Cell, Sheet, Table
from oc_strategy.tables.timing import dates_column


def standards(report: Report) -> Sheet:
    """Sheet 8."""
    return sheet(
        8,
        "standards",
        _standards(report),
        record_table(report, Standard, "stages", *StageDate.model_fields),
        record_table(report, Standard, "clauses", *Clause.model_fields),
        record_table(report, Standard, "exclusion_windows", *ExclusionWindow.model_fields),
        _committees(report),
        _contributions(report),
        _declarations(report),
    )


def _standards(report: Report) -> Table:
    graph = report.graph
    return node_table(
        report,
        Standard,
        *fields(report, Standard, "designation", "stage", "kind", "form", "purpose", "body", "committee"),
        dates_column(report),
        worked_out("reveals", 26, lambda standard: nodes_cell(graph.targets(standard, CLAUSE_REVEALS))),
        worked_out("filed-before", 30, lambda standard: _filings(report, standard)),
        worked_out("products", 24, lambda standard: nodes_cell(graph.sources(standard, CONFORMS_TO))),
        worked_out("declarations", 24, lambda standard: nodes_cell(graph.sources(standard, DECLARED_FOR))),
        *fields(report, Standard, "proposed_by", "editor", "supporting_countries", "carrier", "published", "edition"),
        *fields(report, Standard, "track", "adopted_in", "expected_until", "normative_references", "supersedes"),
        *about(report, Standard),
        empty=text("sheets.standards.empty"),
    )


def _filings(report: Report, standard: Standard) -> Cell:
    """For each output that the standard reveals, when the first family on it was filed."""
    revealed = [node for node in report.graph.targets(standard, CLAUSE_REVEALS) if isinstance(node, Output)]
    return Cell(lines(_filing(report, output) for output in revealed))


def _filing(report: Report, output: Output) -> Text:
    filed = [day for patent in patents_on(report.graph, output) if (day := first_filing(patent))]
    if not filed:
        return text("tables.not-filed", output=output.name())
    return text("tables.first-filed", output=output.name(), on=min(filed, key=lambda day: day.first).text)


def _committees(report: Report) -> Table:
    return node_table(
        report,
        Committee,
        *fields(report, Committee, "acronym", "p_members", "body", "parent", "mirror_body"),
        worked_out("seats", 34, lambda committee: _seats(report, committee)),
        *fields(report, Committee, "policy", "policy_requires_disclosure", "confidentiality_rule"),
        *about(report, Committee),
    )


def _seats(report: Report, committee: Committee) -> Cell:
    if "seats" in committee.not_applicable:
        return Cell(field_cell(report, committee, "seats").value, "muted")
    return Cell(lines(_seat(report, seat) for seat in committee.seats))


def _seat(report: Report, seat: Seat) -> Text:
    who = [bare_name(report, i) for i in (seat.person, seat.organization) if i]
    name = lines(who[:1]) or text("states.unknown")
    return text("tables.seat", name=name, role=word("SeatRole", seat.role) if seat.role else text("states.unknown"))


def _contributions(report: Report) -> Table:
    return node_table(
        report,
        Contribution,
        *fields(report, Contribution, "to", "submitted", "public_on", "status", "technical", "confidential"),
        *fields(report, Contribution, "held_under", "reveals", "by", "venue"),
        *fields(report, Contribution, "promotes_adoption", "rights_said"),
        *about(report, Contribution),
    )


def _declarations(report: Report) -> Table:
    return node_table(
        report,
        Declaration,
        *fields(report, Declaration, "standard", "on", "commitment", "form", "body", "edition", "by", "patents"),
        *fields(report, Declaration, "consents", "replaces", "reciprocity", "irrevocable", "on_leaving"),
        *about(report, Declaration),
    )
