"""The diagrams in reading order."""

from __future__ import annotations

from oc_strategy.report import Report
from oc_strategy.views.roadmap import roadmap_view
from oc_strategy.views.strategy import strategy_view
from oc_strategy.views.view import Diagram


def draw(view: str, report: Report, focus: str | None = None, depth: int | None = None) -> Diagram:
    """A diagram by its name."""
    return strategy_view(report, focus, depth) if view == "strategy" else roadmap_view(report)
