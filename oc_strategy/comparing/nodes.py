"""Which nodes came, went, changed or got another id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from oc_strategy.comparing.fields import FieldChange, field_changes
from oc_strategy.comparing.links import LinkChange
from oc_strategy.comparing.sides import Side
from oc_strategy.model.node import Node
from oc_strategy.model.sections import NODE_CLASSES

_ORDER = {node_class.section: number for number, node_class in enumerate(NODE_CLASSES)}


@dataclass(frozen=True, slots=True)
class NodeChange:
    """One node on both sides, with the fields and links that differ; one of the two is None where it is not there."""

    before: Node | None
    after: Node | None
    fields: tuple[FieldChange, ...]
    links: tuple[LinkChange, ...]

    @property
    def node(self) -> Node:
        """The node as it is now, or as it was last."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def kind(self) -> Literal["added", "removed", "changed"]:
        """What became of it."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"

    @property
    def former_id(self) -> str | None:
        """The id it had before, where that was another one."""
        return self.before.id if self.before and self.after and self.before.id != self.after.id else None

    @property
    def is_wording(self) -> bool:
        """Whether only words changed: titles, summaries, notes, sources."""
        is_there = self.kind == "changed" and not self.links and self.former_id is None
        return is_there and all(field.is_wording for field in self.fields)


def renames(before: Side, after: Side) -> dict[str, str]:
    """The new id for each old one, as `moved_from` of a node says it, unless both or neither are there."""
    found: dict[str, str] = {}
    for node in after.nodes.values():
        for old in node.moved_from:
            if old in before.nodes and old not in after.nodes and node.id not in before.nodes:
                found[old] = node.id
    return found


def node_changes(
    before: Side, after: Side, links: tuple[LinkChange, ...], renamed: Mapping[str, str]
) -> tuple[NodeChange, ...]:
    """Every node that is not what it was, in the order of the sections, then by id."""
    old = {renamed.get(node.id, node.id): node for node in before.nodes.values()}
    by_source: dict[str, list[LinkChange]] = {}
    for link in links:
        by_source.setdefault(renamed.get(link.source.id, link.source.id), []).append(link)
    every = {
        node_id: _change(old.get(node_id), after.nodes.get(node_id), tuple(by_source.get(node_id, ())))
        for node_id in {*old, *after.nodes}
    }
    differing = [change for change in every.values() if _differs(change)]
    return tuple(sorted(differing, key=lambda c: (_ORDER[c.node.section], c.node.id, c.kind)))


def _change(before: Node | None, after: Node | None, links: tuple[LinkChange, ...]) -> NodeChange:
    if before is None or after is None or before is after:
        return NodeChange(before, after, (), links)
    if type(before) is not type(after):
        # Another kind of node under the old id: what it said before is gone.
        return NodeChange(None, after, (), tuple(link for link in links if link.kind == "added"))
    return NodeChange(before, after, tuple(field_changes(before, after)), links)


def _differs(change: NodeChange) -> bool:
    return change.kind != "changed" or bool(change.fields or change.links or change.former_id)
