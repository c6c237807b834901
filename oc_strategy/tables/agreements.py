"""Agreements and ownership: contracts with their duties, and who made, owns, funds and may use what."""

from __future__ import annotations

from oc_strategy.lang import section_label, text
from oc_strategy.model.edges import AGREES_ON, BACKGROUND
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement, Obligation
from oc_strategy.model.rights import Patent
from oc_strategy.model.technology import Output
from oc_strategy.report import Report
from oc_strategy.tables.cells import bare_name, field_cell, lines, node_cell, only_read
from oc_strategy.tables.columns import about, fields, worked_out
from oc_strategy.tables.listing import node_table, record_table, sheet, worked_table
from oc_strategy.tables.sheet import Cell, Sheet, Table
from oc_strategy.tables.timing import dates_column


def agreements(report: Report) -> Sheet:
    """Sheet 11."""
    contracts = node_table(
        report,
        Agreement,
        *fields(report, Agreement, "ownership_rule", "kind", "signed", "from_", "until", "parties", "covers"),
        *fields(report, Agreement, "background", "consent_to_license", "publication_review", "obligations"),
        dates_column(report),
        *about(report, Agreement),
        empty=text("sheets.agreements.empty"),
    )
    duties = record_table(report, Agreement, "obligations", *Obligation.model_fields)
    return sheet(11, "agreements", contracts, duties, _ownership(report))


def _ownership(report: Report) -> Table:
    things: tuple[Output | Patent, ...] = (*report.graph.of(Output), *report.graph.of(Patent))
    return worked_table(
        "ownership",
        things,
        worked_out("what", 18, lambda thing: section_label(thing.section)),
        worked_out("subject", 30, lambda thing: node_cell(thing)),
        worked_out("made-by", 24, lambda thing: _shown(report, thing, "created_by", "inventors")),
        worked_out("owned-by", 24, lambda thing: _shown(report, thing, "created_by", "owners")),
        worked_out("funded-by", 22, lambda thing: _shown(report, thing, "funded_by", "")),
        worked_out("brought-in", 34, lambda thing: _contracts(report, thing)),
    )


def _shown(report: Report, thing: Output | Patent, of_output: str, of_patent: str) -> Cell:
    field = of_output if isinstance(thing, Output) else of_patent
    if not field or (field == "created_by" and of_patent == "owners"):
        return Cell()
    cell = field_cell(report, thing, field)
    return only_read(cell)


def _contracts(report: Report, thing: Node) -> Cell:
    """Under which agreements it was brought in (background) or arises (foreground)."""
    background = [agreement.id for agreement in report.graph.sources(thing, BACKGROUND)]
    foreground = [agreement.id for agreement in report.graph.sources(thing, AGREES_ON)]
    return Cell(
        lines(
            text(f"tables.{kind}", agreement=bare_name(report, agreement))
            for kind, found in (("background", background), ("foreground", foreground))
            for agreement in found
        )
    )
