"""Economic security: core technologies or that there are none, leak measures, secret and foreign filing, export."""

from __future__ import annotations

from oc_strategy.lang import text
from oc_strategy.model.edges import COVERS
from oc_strategy.model.rights import Patent
from oc_strategy.model.technology import Output
from oc_strategy.report import Report
from oc_strategy.tables.cells import field_cell, lines, only_read
from oc_strategy.tables.columns import fields, worked_out
from oc_strategy.tables.listing import node_table, project_fields, sheet, worked_table
from oc_strategy.tables.sheet import Cell, Sheet


def economic_security(report: Report) -> Sheet:
    """Sheet 12."""
    outputs = node_table(
        report,
        Output,
        *fields(report, Output, "core_important", "security_fields", "completed_in"),
        *fields(report, Output, "export_controlled", "export_checked"),
        empty=text("sheets.economic-security.empty"),
        is_titled=False,
    )
    filings = worked_table(
        "secret-filing",
        report.graph.of(Patent),
        worked_out("patent-id", 24, lambda patent: Cell(patent.id, link=patent.id)),
        worked_out("subject", 30, lambda patent: patent.name()),
        worked_out("security-fields", 24, lambda patent: _security_fields(report, patent)),
        worked_out("first-office", 14, lambda patent: _plain(report, patent, "first_office")),
        worked_out("offices", 24, lambda patent: ", ".join(dict.fromkeys(m.office for m in patent.members)) or None),
        worked_out("clearance", 30, lambda patent: _plain(report, patent, "clearance")),
    )
    project = project_fields(report, "listed_fields", "core_technologies", "leak_measures")
    return sheet(12, "economic-security", project, outputs, filings)


def _plain(report: Report, patent: Patent, field: str) -> Cell:
    return only_read(field_cell(report, patent, field))


def _security_fields(report: Report, patent: Patent) -> Cell:
    """The designated fields of the outputs that a family covers."""
    covered = report.graph.targets(patent, COVERS)
    return Cell(lines(dict.fromkeys(f for output in covered for f in output.security_fields)))
