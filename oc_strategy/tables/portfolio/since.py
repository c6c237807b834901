"""Changes since an earlier state: what moved between open and closed, and what became of the findings."""

from __future__ import annotations

from dataclasses import replace

from oc_strategy.comparing import Comparison
from oc_strategy.lang import text
from oc_strategy.tables.changing import heading
from oc_strategy.tables.follow_up import findings_since, moves_since
from oc_strategy.tables.listing import sentence, sheet
from oc_strategy.tables.portfolio.seeing import home_of
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Sheet


def since(whole: Whole) -> Sheet:
    """Sheet 12, made only where somebody has named the earlier state."""
    found = whole.changes
    if found is None:
        return sheet(12, "portfolio-since", sentence(text("sheets.portfolio-since.empty")))
    shown = replace(found, comparisons=tuple(_told(whole, c) for c in found.comparisons if _is_told(whole, c)))
    return sheet(12, "portfolio-since", sentence(heading(shown)), moves_since(shown), *findings_since(shown))


def _is_told(whole: Whole, comparison: Comparison) -> bool:
    """Whether the audience may know of the project, or did so until it went; the catalog is told of to all."""
    project = comparison.project
    if project is None or whole.is_home(project.id):
        return True
    return comparison.after.project is None and comparison.before.graph.get(project.id) is not None


def _told(whole: Whole, comparison: Comparison) -> Comparison:
    """Without findings that have to do with a project that the audience may not know of."""
    if comparison.findings is None:
        return comparison
    told = (c for c in comparison.findings if all(whole.is_home(home_of(i)) for i in c.finding.mentions))
    return replace(comparison, findings=tuple(told))
