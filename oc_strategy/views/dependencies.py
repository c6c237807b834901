"""What rests on what: outputs with their parts, what they need and complement, and the standards that describe them."""

from __future__ import annotations

from typing import Any, Final

from oc_strategy.lang import text
from oc_strategy.model.edges import CLAUSE_REVEALS, COMPLEMENTS, DEPENDS_ON, PART_OF, REFERS_TO, SUPERSEDES, Edge
from oc_strategy.model.standardization import Standard
from oc_strategy.model.technology import Output
from oc_strategy.report import Report
from oc_strategy.views.boxes import Boxes
from oc_strategy.views.draft import Draft, Drawn, arrows_of, draft, grown, within
from oc_strategy.views.selection import in_focus, page
from oc_strategy.views.strategy import outputs_of
from oc_strategy.views.view import Group, Line, View

_EDGES: Final[dict[Edge[Any, Any], Drawn]] = {
    DEPENDS_ON: Drawn("depends-on", "strong"),
    PART_OF: Drawn("part-of"),
    COMPLEMENTS: Drawn("complements", "dashed"),
    CLAUSE_REVEALS: Drawn("describes", "dotted"),
    REFERS_TO: Drawn("refers-to", "strong"),
    SUPERSEDES: Drawn("supersedes", "dashed"),
}
_LINES: Final[tuple[tuple[Line, str], ...]] = (
    ("strong", "need"),
    ("plain", "part"),
    ("dashed", "complement-or-replace"),
    ("dotted", "describe"),
)


def dependencies_view(report: Report, focus: str | None = None, depth: int | None = None) -> View:
    """Every output of the project and what is one link away; with a `focus` only that node and what is near.

    `depth` is the number of links (1 if None). ValueError with the id for a focus that is no output and no standard.
    """
    whole = in_focus(_draft(report), focus)
    start = {focus} if focus else {output.id for output in outputs_of(report)} or {i.id for i in whole.items}
    kept = grown(whole, start, 1 if depth is None else depth) if whole.arrows or focus else ()
    groups = (Group("outputs", text("sections.outputs")), Group("standards", text("sections.standards"), "standard"))
    return page("dependencies", report, whole, kept, groups=_needed(whole, kept, groups), words=_LINES)


def _needed(whole: Draft, kept: frozenset[str] | tuple[()], groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Frames only where there are boxes to keep apart."""
    return groups if len({item.box.group for item in within(whole, kept).items}) > 1 else ()


def _draft(report: Report) -> Draft:
    boxes, graph = Boxes(report), report.graph
    outputs = (boxes.of(output, "outputs") for output in graph.of(Output))
    standards = (boxes.of(standard, "standards") for standard in graph.of(Standard))
    return draft([*outputs, *standards], arrows_of(graph, _EDGES))
