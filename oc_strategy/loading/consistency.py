"""Texts that contradict themselves: circles where a tree is meant, dates in an impossible order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, get_args

from oc_strategy.lang import text
from oc_strategy.loading.mistakes import mistake
from oc_strategy.loading.places import Places
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.node import Node, Record
from oc_strategy.yamlsource import Spot

_TREES: Final = ("part_of", "parent", "based_on", "successor", "replaces")
_ORDERED: Final = (
    ("from_", "until"), ("filed", "published"), ("filed", "granted"), ("filed", "expires"), ("granted", "expires"),
    ("signed", "until"), ("submitted", "public_on"), ("launched", "revenue_until"), ("published", "expected_until"),
    ("filed", "examination_requested"), ("filed", "grace_proof"),
)  # fmt: skip


def inconsistencies(nodes: Mapping[str, Node], places: Places) -> Iterator[Diagnostic]:
    """A mistake for each circle in a tree of nodes and for each pair of dates in an order that cannot be."""
    yield from _circles(nodes, places)
    for node in nodes.values():
        if any(_looked_at(type(node))):
            yield from _impossible(node, node.id, (), places)


def _circles(nodes: Mapping[str, Node], places: Places) -> Iterator[Diagnostic]:
    parents: dict[str, dict[str, str]] = {field: {} for field in _TREES}
    for node in nodes.values():
        for field in _trees_of(type(node)):
            if above := node.__dict__[field]:
                parents[field][node.id] = above
    for field, known in parents.items():
        for circle in _circles_of(known):
            place = places.of(circle[0], field)
            spot = Spot(place.line, place.column)
            yield mistake("cyclic-part-of", place.file, spot, cycle=" -> ".join((*circle, circle[0])))


@cache
def _trees_of(node_class: type[Node]) -> tuple[str, ...]:
    return tuple(field for field in _TREES if field in node_class.model_fields)


def _circles_of(parents: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    done: set[str] = set()
    for start in sorted(parents):
        trail: list[str] = []
        here: str | None = start
        while here is not None and here not in done:
            done.add(here)
            trail.append(here)
            here = parents.get(here)
        if here in trail:
            yield tuple(trail[trail.index(here) :])


def _impossible(value: Record, node_id: str, path: tuple[str | int, ...], places: Places) -> Iterator[Diagnostic]:
    given = value.__dict__
    pairs, inner = _looked_at(type(value))
    for first, second in pairs:
        earlier, later = given[first], given[second]
        if earlier and later and later.certainly_before(earlier) and node_id in places:
            place = places.of(node_id, (*path, second))
            yield mistake(
                "impossible-dates", place.file, Spot(place.line, place.column), earlier=earlier.text,
                later=later.text, first=text(f"dates.{first}"), second=text(f"dates.{second}"),
            )  # fmt: skip
    for name in inner:
        if within := given[name]:
            yield from _inside(within, node_id, (*path, name), places)


@cache
def _looked_at(record_class: type[Record]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The pairs of dates a class has, and the fields that may hold records with dates of their own."""
    fields = record_class.model_fields
    pairs = tuple(pair for pair in _ORDERED if pair[0] in fields and pair[1] in fields)
    inner = tuple(name for name, info in fields.items() if _holds_dated_record(info.annotation))
    return pairs, inner


def _holds_dated_record(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return any(_looked_at(annotation))
    return any(_holds_dated_record(part) for part in get_args(annotation))


def _inside(value: Any, node_id: str, path: tuple[str | int, ...], places: Places) -> Iterator[Diagnostic]:
    if isinstance(value, Record):
        yield from _impossible(value, node_id, path, places)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _inside(item, node_id, (*path, key), places)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, node_id, (*path, index), places)
