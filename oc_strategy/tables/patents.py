"""Patents: families and members with the dates to keep, and what makes outputs public."""

from __future__ import annotations

from oc_strategy.lang import text, word
from oc_strategy.model.business import Publication
from oc_strategy.model.edges import COVERS, DECLARES
from oc_strategy.model.rights import Amendment, Assertion, Member, Patent
from oc_strategy.report import Report
from oc_strategy.tables.cells import lines, nodes_cell, not_applicable
from oc_strategy.tables.columns import about, fields, worked_out
from oc_strategy.tables.listing import node_table, record_table, sheet
from oc_strategy.tables.sheet import Cell, Sheet
from oc_strategy.tables.timing import dates_column, record_dates_column


def patents(report: Report) -> Sheet:
    """Sheet 6."""
    families = node_table(
        report,
        Patent,
        *fields(report, Patent, "right", "priority_date", "first_office"),
        worked_out("offices", 18, lambda patent: _offices(patent)),
        *fields(report, Patent, "covers"),
        dates_column(report),
        *fields(report, Patent, "working", "contribution", "design_around"),
        worked_out("detectability", 16, lambda patent: _detectability(report, patent)),
        *fields(report, Patent, "claims", "owners", "inventors", "describes"),
        *fields(report, Patent, "essential_to", "essentiality.claimed", "essentiality.checked"),
        *fields(report, Patent, "essentiality.by", "essentiality.on"),
        worked_out("declarations", 24, lambda patent: nodes_cell(report.graph.sources(patent, DECLARES))),
        *fields(report, Patent, "clearance", "assigned_from", "assigned_on", "commitments_assumed_on"),
        *about(report, Patent),
        empty=text("sheets.patents.empty"),
    )
    members = record_table(
        report, Patent, "members", *Member.model_fields, worked=(record_dates_column(report, "members"),)
    )
    amendments = record_table(report, Patent, "amendments", *Amendment.model_fields)
    assertions = record_table(report, Patent, "assertions", *Assertion.model_fields)
    shown = node_table(
        report,
        Publication,
        *fields(report, Publication, "on", "venue", "confidential", "where", "reveals", "by", "held_under", "spdx"),
        *fields(report, Publication, "promotes_adoption", "rights_said"),
        *about(report, Publication),
    )
    return sheet(6, "patents", families, members, amendments, assertions, shown)


def _offices(patent: Patent) -> Cell:
    if "members" in patent.not_applicable:
        return Cell(not_applicable(patent.not_applicable["members"]), "muted")
    return Cell(", ".join(dict.fromkeys(member.office for member in patent.members)) or None)


def _detectability(report: Report, patent: Patent) -> Cell:
    """How well use of what the family covers can be proved."""
    found = [output.detectability for output in report.graph.targets(patent, COVERS)]
    return Cell(lines(word("Detectability", known) for known in dict.fromkeys(found) if known))
