"""Which links were made and which were cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from oc_strategy.comparing.sides import Side
from oc_strategy.lang import text
from oc_strategy.model.edges import EDGES_FROM, Edge
from oc_strategy.model.node import Node
from oc_strategy.model.text import Text
from oc_strategy.wording import link_label, named

_Key = tuple[str, str, str]
RECORD: Final = "acknowledged"
"""The field, and the edge, that tell on what somebody looked: a record, by which nothing is linked anew."""


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link that is there on one side only: from which node, by which edge, to which id, and both ends in words."""

    kind: Literal["added", "removed"]
    edge: str
    source: Node
    target: str
    label: Text
    target_name: Text

    @property
    def words(self) -> Text:
        """Such as `Covers: Finder pattern [finder-pattern]`."""
        return text("changes.said", label=self.label, value=self.target_name)


def link_changes(before: Side, after: Side, renamed: Mapping[str, str]) -> tuple[LinkChange, ...]:
    """The links of the nodes of both sides that differ, by source, edge and target; `renamed` gives new ids for old."""
    old, new = _links(before, renamed), _links(after, {})
    gone = [_change("removed", before, *old[key]) for key in old.keys() - new.keys()]
    come = [_change("added", after, *new[key]) for key in new.keys() - old.keys()]
    return tuple(sorted((*gone, *come), key=lambda c: (c.source.id, c.edge, c.target, c.kind)))


def _links(side: Side, renamed: Mapping[str, str]) -> dict[_Key, tuple[Node, Edge[Any, Any], str]]:
    return {
        (renamed.get(node.id, node.id), edge.name, renamed.get(target, target)): (node, edge, target)
        for node in side.nodes.values()
        for edge, target in _of(node)
    }


def _of(node: Node) -> Iterator[tuple[Edge[Any, Any], str]]:
    for edge in EDGES_FROM[type(node)]:
        if edge.name != RECORD:
            yield from ((edge, target) for target in edge.ids(node))


def _change(
    kind: Literal["added", "removed"], side: Side, source: Node, edge: Edge[Any, Any], target: str
) -> LinkChange:
    found = side.graph.get(target)
    name = named(found) if found else Text.plain(target)
    return LinkChange(kind, edge.name, source, target, link_label(source, edge.steps), name)
