"""The diagrams in reading order, and which kinds of nodes each can be drawn around."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from oc_strategy.model.business import Market, Product, Publication
from oc_strategy.model.node import Node
from oc_strategy.model.rights import License, Mark, Patent, Secret
from oc_strategy.model.standardization import Contribution, Standard
from oc_strategy.model.technology import Output
from oc_strategy.report import Report
from oc_strategy.views.dependencies import dependencies_view
from oc_strategy.views.exposure import exposure_view
from oc_strategy.views.options import option_ids, options_view
from oc_strategy.views.protection import protection_view
from oc_strategy.views.roadmap import roadmap_view
from oc_strategy.views.standard import standard_view
from oc_strategy.views.strategy import strategy_ids, strategy_view
from oc_strategy.views.view import Diagram, View


@dataclass(frozen=True, slots=True)
class Entry:
    """One diagram: what makes it, the kinds of nodes it may be drawn around, and whether it is a question about one."""

    draw: Callable[[Report, str | None, int | None], Diagram]
    around: tuple[type[Node], ...] = ()
    is_about_one: bool = False
    covers: Callable[[Report], frozenset[str]] | None = None
    """The ids that it covers, where it does not cover every node of those kinds."""


def _roadmap(report: Report, focus: str | None, _depth: int | None) -> Diagram:
    if focus is not None:
        raise ValueError(focus)
    return roadmap_view(report)


VIEWS: Final[dict[str, Entry]] = {
    "strategy": Entry(strategy_view, (Output, Patent, Secret, Mark, License, Product, Market), covers=strategy_ids),
    "dependencies": Entry(dependencies_view, (Output, Standard)),
    "protection": Entry(protection_view, (Output,), is_about_one=True),
    "standard": Entry(standard_view, (Standard,), is_about_one=True),
    "exposure": Entry(exposure_view, (Publication, Contribution, Standard, Output), is_about_one=True),
    "options": Entry(options_view, (Output, Patent, Secret, Mark, License, Standard), covers=option_ids),
    "roadmap": Entry(_roadmap),
}
"""Every diagram under its name; all can be drawn of the whole project, too."""


def draw(view: str, report: Report, focus: str | None = None, depth: int | None = None) -> Diagram:
    """A diagram by its name. KeyError for no such name; ValueError with the id where it cannot stand around `focus`."""
    return VIEWS[view].draw(report, focus, depth)


def candidates(view: str, report: Report) -> tuple[str, ...]:
    """The ids that a diagram can be drawn around, sorted; around some there may be nothing to show."""
    entry = VIEWS[view]
    found = frozenset(node.id for kind in entry.around for node in report.graph.of(kind))
    return tuple(sorted(found & entry.covers(report) if entry.covers else found))


def overviews(report: Report) -> dict[str, Diagram]:
    """Every diagram of the whole project under its name; those without anything to show are left out."""
    drawn = {name: draw(name, report) for name in VIEWS}
    return {name: diagram for name, diagram in drawn.items() if _has_content(diagram)}


def _has_content(diagram: Diagram) -> bool:
    return bool(diagram.boxes if isinstance(diagram, View) else diagram.lanes)
