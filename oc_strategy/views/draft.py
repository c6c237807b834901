"""All that a question covers, before focus, depth and the size of a page cut it down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from oc_strategy.lang import text
from oc_strategy.model.edges import Edge
from oc_strategy.model.graph import Graph
from oc_strategy.model.text import Text
from oc_strategy.views.gaps import Gaps
from oc_strategy.views.view import Arrow, Box, Line


@dataclass(frozen=True, slots=True)
class Item:
    """One box of a draft, what its kind is called, its section, the box it is a part of, and the gaps about it."""

    box: Box
    kind: Text
    section: str
    part_of: str | None = None
    gaps: Gaps = frozenset()

    @property
    def id(self) -> str:
        """The id of its box."""
        return self.box.id


@dataclass(frozen=True, slots=True)
class Draft:
    """Boxes and the arrows between them, both in a fixed order; every arrow has its two boxes."""

    items: tuple[Item, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """How an edge of the model is drawn: its verb (a key of `pictures.verbs`), its line, and whether it is turned."""

    verb: str
    line: Line = "plain"
    is_turned: bool = False


def draft(items: Iterable[Item], arrows: Iterable[Arrow]) -> Draft:
    """A draft without arrows to nowhere, boxes sorted by id, arrows by their ends; what comes twice counts once."""
    known = {item.id: item for item in reversed(list(items))}
    kept = {a for a in arrows if a.source in known and a.target in known and a.source != a.target}
    return Draft(tuple(known[key] for key in sorted(known)), tuple(sorted(kept, key=_order)))


def _order(arrow: Arrow) -> tuple[str, str, str, str]:
    return arrow.source, arrow.target, arrow.label.of("en") if arrow.label else "", arrow.line


def verb(key: str) -> Text:
    """What is written at an arrow."""
    return text(f"pictures.verbs.{key}")


def arrows_of(graph: Graph, edges: Mapping[Edge[Any, Any], Drawn]) -> Iterator[Arrow]:
    """The links of some kinds as arrows."""
    for source, edge, target in graph.links():
        drawn = edges.get(edge)
        if drawn is not None:
            first, last = (target, source) if drawn.is_turned else (source, target)
            yield Arrow(first.id, last.id, verb(drawn.verb), drawn.line)


def grown(whole: Draft, start: Iterable[str], steps: int) -> frozenset[str]:
    """The ids within so many arrows of any start, followed either way."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for arrow in whole.arrows:
        near[arrow.source].add(arrow.target)
        near[arrow.target].add(arrow.source)
    reached = edge = {item.id for item in whole.items}.intersection(start)
    for _ in range(steps):
        edge = {beyond for here in edge for beyond in near[here]} - reached
        if not edge:
            break
        reached = reached | edge
    return frozenset(reached)


def within(whole: Draft, kept: Iterable[str]) -> Draft:
    """The part of a draft that some ids make up."""
    ids = frozenset(kept)
    items = tuple(item for item in whole.items if item.id in ids)
    return Draft(items, tuple(a for a in whole.arrows if a.source in ids and a.target in ids))


def connected(whole: Draft, start: str) -> Draft:
    """The part of a draft that hangs together with a box."""
    return within(whole, grown(whole, {start}, len(whole.items)))
