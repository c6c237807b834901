"""The workbook of a portfolio: its sheets in reading order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from oc_strategy.tables.book import said_to
from oc_strategy.tables.portfolio.areas import areas
from oc_strategy.tables.portfolio.at_odds import at_odds
from oc_strategy.tables.portfolio.cover import cover
from oc_strategy.tables.portfolio.deadlines import deadlines
from oc_strategy.tables.portfolio.gaps import gaps
from oc_strategy.tables.portfolio.heat import heat
from oc_strategy.tables.portfolio.overview import overview
from oc_strategy.tables.portfolio.people import people
from oc_strategy.tables.portfolio.progress import progress
from oc_strategy.tables.portfolio.projects import projects
from oc_strategy.tables.portfolio.seats import seats
from oc_strategy.tables.portfolio.shared import shared
from oc_strategy.tables.portfolio.since import since
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Sheet, Workbook

PORTFOLIO: Final = "_portfolio"
"""The key of this workbook, which no project can have as its id: so nobody takes it for a project's."""
SHEETS: Final[tuple[Callable[[Whole], Sheet], ...]] = (
    cover,
    overview,
    projects,
    heat,
    gaps,
    at_odds,
    deadlines,
    shared,
    people,
    seats,
    areas,
    progress,
    since,
)


def portfolio_book(whole: Whole) -> Workbook:
    """All sheets on a portfolio, for its audience and day; that on changes only where some were asked for."""
    made = [make(whole) for make in SHEETS if whole.changes or make is not since]
    sheets = tuple(said_to(sheet, shows_findings=whole.shows_findings) for sheet in made)
    return Workbook(PORTFOLIO, whole.title, whole.today, whole.audience, sheets)
