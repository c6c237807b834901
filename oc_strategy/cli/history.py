"""The dates that a node holds, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from oc_strategy.lang import field_label, text
from oc_strategy.model.dates import Date
from oc_strategy.model.node import Node, Record
from oc_strategy.model.text import Text


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and what happened, or is to happen, on it."""

    on: Date
    what: Text


def dates_of(node: Node) -> tuple[Dated, ...]:
    """Every date that a node or a record in it holds, oldest first."""
    given = {name: getattr(node, name) for name in type(node).model_fields if name != "not_applicable"}
    found = [dated for name, value in given.items() for dated in _inside(value, field_label(node.section, name))]
    return tuple(sorted(found, key=lambda dated: (dated.on.first, dated.on.last, dated.what.of("en"))))


def _inside(value: Any, label: Text) -> Iterator[Dated]:
    if isinstance(value, Date):
        yield Dated(value, label)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _inside(item, text("changes.which", label=label, which=key))
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item, label)
    elif isinstance(value, Record):
        yield from _of_record(value, label)


def _of_record(record: Record, label: Text) -> Iterator[Dated]:
    """The dates of a record, which is told from its like by its first word: an office, a stage, a country."""
    which = next((item for _, item in record if isinstance(item, str)), None)
    outer = text("changes.which", label=label, which=which) if which else label
    for name, item in record:
        inner = text(f"records.{type(record).__name__}.{name}")
        yield from _inside(item, text("changes.inside", outer=outer, inner=inner))
