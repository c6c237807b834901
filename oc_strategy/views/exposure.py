"""What becomes known with a publication, contribution, standard or output, and what was not filed before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from oc_strategy.lang import text
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import PART_OF
from oc_strategy.model.filing import patents_on
from oc_strategy.model.graph import Graph
from oc_strategy.model.guarding import secrets_on
from oc_strategy.model.keeping import is_kept
from oc_strategy.model.node import Node
from oc_strategy.model.rights import Patent, Secret
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.views.boxes import Boxes
from oc_strategy.views.disclosing import (
    SHOWING,
    Showing,
    days_of,
    is_bound,
    is_endangered,
    order_of,
    revealed_by,
    revealed_on,
    revealing,
)
from oc_strategy.views.draft import Draft, Item, connected, draft, grown, verb
from oc_strategy.views.selection import in_focus, page
from oc_strategy.views.texts import joined
from oc_strategy.views.view import Arrow, Group, Line, Look, View

_LINES: Final[tuple[tuple[Line, str], ...]] = (
    ("strong", "revealed"),
    ("dashed", "follows"),
    ("plain", "covered"),
    ("dotted", "bound"),
)
_GROUPS: Final[dict[str, Look]] = {"events": "open", "known": "plain", "concerned": "gap"}


def exposure_view(report: Report, focus: str | None = None, depth: int | None = None) -> View:
    """What one document (all that reveal anything, if None) or output gives away, and what that touches.

    Strong arrows are stated, broken ones follow: parts of what is shown, and secrets on it. A patent that was certainly
    not filed before stands as a gap. ValueError with the id where `focus` is neither a document nor an output.
    """
    node = report.graph.get(focus)
    if focus and not isinstance(node, (*SHOWING, Output)):
        raise ValueError(focus)
    whole = in_focus(_draft(report, node), focus)
    whole = connected(whole, focus) if focus else whole
    start = _start(report.graph, node)
    kept = grown(whole, start, (1 if depth is None else depth) - 1) if len(start) > 1 else ()
    groups = tuple(Group(name, text(f"pictures.groups.{name}"), look) for name, look in _GROUPS.items())
    return page("exposure", report, whole, kept, groups=groups, words=_LINES)


def _start(graph: Graph, node: Node | None) -> set[str]:
    """The documents in question, what they show, and what that touches."""
    events = _events(graph, node)
    known: list[Node] = [node] if isinstance(node, Output) else [w for e in events for w in revealed_by(graph, e)]
    touched = {near.id for what in known if isinstance(what, Output) for near in _touched(graph, what)}
    return touched | {found.id for found in (*events, *known)}


def _events(graph: Graph, node: Node | None) -> list[Showing]:
    if isinstance(node, SHOWING):
        return [node]
    return [event for event in revealing(graph) if node is None or node in revealed_by(graph, event)]


def _touched(graph: Graph, output: Output) -> tuple[Node, ...]:
    return (*graph.sources(output, PART_OF), *secrets_on(graph, output), *patents_on(graph, output))


def _draft(report: Report, node: Node | None) -> Draft:
    boxes, graph = Boxes(report), report.graph
    days = days_of(graph, node, boxes.today)
    events = dict.fromkeys([*revealing(graph), *_events(graph, node)])
    items: list[Item] = [
        *(boxes.of(event, "events", more=_when(boxes, event)) for event in events),
        *(boxes.of(output, "known", more=_kept_words(report, output)) for output in graph.of(Output)),
        *(boxes.of(secret, "concerned", more=_kept_words(report, secret)) for secret in graph.of(Secret)),
        *(_patent(boxes, patent, days) for patent in graph.of(Patent)),
    ]
    return draft(items, _arrows(graph, events))


def _when(boxes: Boxes, event: Showing) -> Text | None:
    """Whether a document is out, still to come, or seen only by those bound to secrecy."""
    if is_bound(boxes.report.graph, event):
        return text("pictures.bound")
    day = revealed_on(event)
    if day is None:
        return text("pictures.undated")
    return text("pictures.public" if not boxes.today.possibly_before(day) else "pictures.ahead")


def _kept_words(report: Report, what: Output | Secret) -> Text | None:
    kept = text("pictures.kept") if is_kept(report.graph, report.option, what) else None
    unfiled = text("pictures.no-family") if isinstance(what, Output) and not patents_on(report.graph, what) else None
    return joined([kept, unfiled], "\n")


def _patent(boxes: Boxes, patent: Patent, days: Mapping[str, Date | None]) -> Item:
    if patent.id not in days:
        return boxes.of(patent, "concerned")
    day = days[patent.id]
    return boxes.of(patent, "concerned", "gap" if is_endangered(patent, day) else None, order_of(patent, day))


def _arrows(graph: Graph, events: Iterable[Showing]) -> Iterator[Arrow]:
    for event in events:
        line: Line = "dotted" if is_bound(graph, event) else "strong"
        yield from (Arrow(event.id, what.id, verb("reveals"), line) for what in revealed_by(graph, event))
    for output in graph.of(Output):
        yield from (Arrow(output.id, part.id, verb("has-part"), "dashed") for part in graph.sources(output, PART_OF))
        yield from (Arrow(output.id, s.id, verb("comes-near"), "dashed") for s in secrets_on(graph, output))
        yield from (Arrow(output.id, patent.id, verb("covered-by")) for patent in patents_on(graph, output))
