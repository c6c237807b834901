"""Business and market: whose problem, who pays for what, in which markets, against whom."""

from __future__ import annotations

from oc_strategy.lang import text
from oc_strategy.model.business import Market, Product
from oc_strategy.report import Report
from oc_strategy.tables.columns import about, fields
from oc_strategy.tables.listing import node_table, project_fields, sheet
from oc_strategy.tables.sheet import Sheet


def business(report: Report) -> Sheet:
    """Sheet 2."""
    idea = project_fields(
        report, "purpose", "problem", "value", "revenue", "alternatives", "layer", "before", "transition", "after"
    )
    products = node_table(
        report,
        Product,
        *fields(
            report, Product, "launched", "revenue_role", "by", "embodies", "sold_in", "made_in", "conforms_to",
            "depends_on", "revenue_until", "certification_needs_secrets", "freedom_to_operate_checked",
        ),
        *about(report, Product),
        empty=text("sheets.business.empty"),
    )  # fmt: skip
    markets = node_table(
        report,
        Market,
        *fields(report, Market, "as_of", "stage", "countries", "competitors", "size", "currency", "growth"),
        *fields(report, Market, "public_buyer"),
        *about(report, Market),
        empty=text("sheets.business.empty"),
    )
    return sheet(2, "business", idea, products, markets)
