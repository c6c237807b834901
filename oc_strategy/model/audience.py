"""The model as an audience may see it: what is above its class is gone before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from oc_strategy.model.edges import EDGES_FROM, KEYS, VALUES
from oc_strategy.model.node import Node, Record
from oc_strategy.model.text import CLASSES, Confidentiality, Text


@dataclass(frozen=True, slots=True)
class Reduction:
    """The nodes an audience may see, and the ids about which it must not hear anything else.

    `silent` holds the nodes that were taken out and those some text of which was.
    """

    nodes: tuple[Node, ...]
    silent: frozenset[str]


def rank(confidentiality: Confidentiality | None) -> int:
    """How high a class is, from 0; no class at all counts as the highest."""
    return CLASSES.index(confidentiality) if confidentiality else len(CLASSES) - 1


def reduced(nodes: Iterable[Node], audience: Confidentiality) -> Reduction:
    """The model for an audience: no node, no text and no link above its class."""
    known = tuple(nodes)
    hidden = frozenset(node.id for node in known if rank(node.confidentiality) > rank(audience))
    kept: list[Node] = []
    silent = set(hidden)
    for node in known:
        if node.id not in hidden:
            seen = _without_texts(node, audience)
            if seen is not node:
                silent.add(node.id)
            kept.append(_without_links(seen, hidden))
    return Reduction(tuple(kept), frozenset(silent))


def _without_texts(value: Any, audience: Confidentiality) -> Any:
    """The same value without texts above the audience; the very same object where nothing was taken out."""
    if isinstance(value, Text):
        is_above = value.confidentiality is not None and rank(value.confidentiality) > rank(audience)
        return None if is_above else value
    if isinstance(value, Record):
        return _changed(value, {name: getattr(value, name) for name in type(value).model_fields}, audience)
    if isinstance(value, tuple):
        items = [_without_texts(item, audience) for item in value]
        is_same = all(new is old for new, old in zip(items, value, strict=True))
        return value if is_same else tuple(item for item in items if item is not None)
    if isinstance(value, Mapping):
        pairs = {key: _without_texts(item, audience) for key, item in value.items()}
        return value if all(pairs[key] is value[key] for key in value) else pairs
    return value


def _changed(record: Record, values: dict[str, Any], audience: Confidentiality) -> Record:
    update = {}
    for name, value in values.items():
        new = _without_texts(value, audience)
        if new is not value:
            update[name] = new
    return record.model_copy(update=update) if update else record


def _without_links(node: Node, hidden: frozenset[str]) -> Node:
    for edge in EDGES_FROM[type(node)]:
        if any(target in hidden for _, target in edge.references(node)):
            field = edge.steps[0]
            default = type(node).model_fields[field].get_default(call_default_factory=True)
            pruned = _pruned(getattr(node, field), edge.steps[1:], hidden)
            node = node.model_copy(update={field: default if pruned is None else pruned})
    return node


def _pruned(value: Any, steps: tuple[str, ...], hidden: frozenset[str]) -> Any:
    """A value without the ids that are hidden, found by walking the steps of an edge."""
    if value is None or isinstance(value, str):
        return None if value in hidden else value
    if isinstance(value, tuple):
        items = (_pruned(item, steps, hidden) for item in value)
        return tuple(item for item in items if item is not None)
    if isinstance(value, Mapping):
        return _pruned_mapping(value, steps, hidden)
    inner = _pruned(getattr(value, steps[0]), steps[1:], hidden)
    # A record that is nothing but a link to what is hidden would betray it by its mere presence.
    if inner is None and getattr(value, steps[0]) is not None:
        return None
    return value.model_copy(update={steps[0]: inner})


def _pruned_mapping(value: Mapping[str, Any], steps: tuple[str, ...], hidden: frozenset[str]) -> Mapping[str, Any]:
    if not steps or steps[0] == KEYS:
        return {key: item for key, item in value.items() if key not in hidden}
    rest = steps[1:] if steps[0] == VALUES else steps
    pruned = {key: _pruned(item, rest, hidden) for key, item in value.items()}
    # What is filed under a key says more than its link: it stays, without the link.
    return {key: _unlinked(value[key], rest) if item is None else item for key, item in pruned.items()}


def _unlinked(value: Any, steps: tuple[str, ...]) -> Any:
    return value.model_copy(update={steps[0]: None}) if isinstance(value, Record) else None
