"""Conformity, procurement, regulation: how conformity is shown, and which rules ask for it."""

from __future__ import annotations

from oc_strategy.lang import text
from oc_strategy.model.edges import CONFORMS_TO
from oc_strategy.model.rights import Mark, Registration
from oc_strategy.model.standardization import Certification, Regulation, Standard
from oc_strategy.report import Report
from oc_strategy.tables.cells import nodes_cell
from oc_strategy.tables.columns import about, fields, worked_out
from oc_strategy.tables.listing import node_table, record_table, sheet
from oc_strategy.tables.sheet import Cell, Sheet


def conformity(report: Report) -> Sheet:
    """Sheet 9."""
    empty = text("sheets.conformity.empty")
    schemes = node_table(
        report,
        Certification,
        *fields(report, Certification, "for_", "criterion", "mark", "bodies", "labs", "accreditation", "equipment"),
        worked_out("products", 24, lambda scheme: _products(report, scheme)),
        *about(report, Certification),
        empty=empty,
    )
    rules = node_table(
        report,
        Regulation,
        *fields(report, Regulation, "cites", "body", "kind", "country", "in_force", "markets"),
        *about(report, Regulation),
        empty=empty,
    )
    marks = node_table(report, Mark, *fields(report, Mark, "guards", "owner", "registrations"), *about(report, Mark))
    registered = record_table(report, Mark, "registrations", *Registration.model_fields)
    return sheet(9, "conformity", schemes, rules, marks, registered)


def _products(report: Report, scheme: Certification) -> Cell:
    """The products that conform to what the scheme is for."""
    graph = report.graph
    tested = [node for node in map(graph.get, scheme.for_) if isinstance(node, Standard)]
    return nodes_cell(dict.fromkeys(p for standard in tested for p in graph.sources(standard, CONFORMS_TO)))
