"""Overview: where the gaps are, and when dates fall due, for whoever would rather look than read."""

from __future__ import annotations

from dataclasses import asdict

from oc_strategy.lang import text
from oc_strategy.tables.charts import gaps_chart, quarters_chart
from oc_strategy.tables.listing import sentence, sheet
from oc_strategy.tables.portfolio.deadlines import all_dates
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Block, Sheet


def overview(whole: Whole) -> Sheet:
    """Sheet 1."""
    dates = quarters_chart([due.on for due in all_dates(whole)], whole.today)
    nothing = "tables.no-deadlines" if whole.shows_findings else "tables.nothing-shown"
    blocks = (_gaps(whole), dates or sentence(text(nothing)))
    return sheet(1, "portfolio-overview", *blocks, paper="A4", landscape=False, is_one_page=True)


def _gaps(whole: Whole) -> Block:
    if not whole.shows_findings:
        return sentence(text("sheets.withheld"))
    return gaps_chart({theme: asdict(counts) for theme, counts in whole.themes.items()}) or sentence(
        text("sheets.portfolio-gaps.empty")
    )
