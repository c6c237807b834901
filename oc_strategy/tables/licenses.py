"""Licences: which right, to whom, where, until when, on which terms."""

from __future__ import annotations

from oc_strategy.lang import text
from oc_strategy.model.rights import License
from oc_strategy.report import Report
from oc_strategy.tables.columns import about, fields
from oc_strategy.tables.listing import node_table, sheet
from oc_strategy.tables.sheet import Sheet


def licenses(report: Report) -> Sheet:
    """Sheet 10."""
    table = node_table(
        report,
        License,
        *fields(report, License, "terms", "grants", "by", "to", "licensees", "territory", "from_", "until"),
        *fields(report, License, "field", "edition", "scope", "quality_condition", "price", "reciprocity", "revocable"),
        *fields(report, License, "consents", "spdx", "competition_reviewed"),
        *about(report, License),
        empty=text("sheets.licenses.empty"),
    )
    return sheet(10, "licenses", table)
