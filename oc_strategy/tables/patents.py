"""Patents: families and members with the dates to keep, and what makes outputs public."""

from __future__ import annotations

from oc_strategy.lang import text, word
from oc_strategy.model.business import Publication
from oc_strategy.model.edges import COVERS, DECLARES
from oc_strategy.model.rights import Member, Patent
from oc_strategy.report import Report
from oc_strategy.tables.cells import lines, nodes_cell
from oc_strategy.tables.columns import Shown, about, fields, worked_out
from oc_strategy.tables.listing import node_table, record_table, sheet
from oc_strategy.tables.sheet import Cell, Sheet
from oc_strategy.tables.timing import dates_at, dates_of


def patents(report: Report) -> Sheet:
    """Sheet 6."""
    families = node_table(
        report,
        Patent,
        *fields(report, Patent, "right", "priority_date", "first_office", "members", "covers"),
        worked_out("dates", 34, lambda patent: dates_of(report, patent)),
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
    due: Shown[tuple[Patent, int]] = worked_out("dates", 34, lambda at: dates_at(report, at[0], ("members", at[1])))
    members = record_table(report, Patent, "members", *Member.model_fields, worked=(due,))
    shown = node_table(
        report,
        Publication,
        *fields(report, Publication, "on", "venue", "confidential", "where", "reveals", "by", "held_under", "spdx"),
        *about(report, Publication),
    )
    return sheet(6, "patents", families, members, shown)


def _detectability(report: Report, patent: Patent) -> Cell:
    """How well use of what the family covers can be proved."""
    found = [output.detectability for output in report.graph.targets(patent, COVERS)]
    return Cell(lines(word("Detectability", known) for known in dict.fromkeys(found) if known))
