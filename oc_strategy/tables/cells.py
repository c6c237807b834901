"""Values of the model as cells: given, blank where unknown, or stated not to apply, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from oc_strategy.lang import text, word
from oc_strategy.model.node import Node, NotApplicable, Record
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.tables.returning import number
from oc_strategy.tables.shapes import Shape, shape_of
from oc_strategy.tables.sheet import Cell, Value
from oc_strategy.wording import shown

N = TypeVar("N", bound=Node)
_PLAIN = re.compile(r"[A-Z]{2}|[a-z0-9-]+")
"""Countries and single words, which stand side by side; anything longer stands on a line of its own."""
_ID = re.compile(r" \[[a-z0-9][a-z0-9._-]*\]", re.MULTILINE)


shared_cell = lru_cache(maxsize=1024, typed=True)(Cell)
"""A cell as `Cell` makes it, one for all rows that say the same: a portfolio has hundreds of thousands."""


def field_cell(report: Report, node: Node, path: str) -> Cell:
    """One field of a node (`claims`, `essentiality.on`); only the project's own nodes can be written back."""
    first, *rest = path.split(".")
    stated = node.not_applicable.get(first)
    field = path if node.id in report.own else None
    if stated is not None:
        return Cell(not_applicable(stated), "muted", field=field)
    value = getattr(node, first)
    for step in rest:
        value = getattr(value, step, None)
    return replace(value_cell(report, value, shape_of(type(node), path)), field=field)


def record_cell(report: Report, node: Node, container: str, record: Record, field: str) -> Cell:
    """One field of a record in a list of a node's; the field is the record's own."""
    cell = value_cell(report, getattr(record, field), shape_of(type(node), f"{container}.{field}"))
    return replace(cell, field=field if node.id in report.own else None)


def value_cell(report: Report, value: Any, shape: Shape) -> Cell:
    """A value of that shape in words; a link leads to its node where it is the only one."""
    items = tuple(value) if isinstance(value, tuple | Mapping) else (value,)
    is_single_link = bool(shape.sections) and len(items) == 1 and isinstance(items[0], str)
    plain = _ids(value) if shape.sections and value is not None else None
    return Cell(_words(report, value, shape), link=items[0] if is_single_link else None, plain=plain)


def _ids(value: Any) -> str:
    """The ids in a value that links to nodes, each with what it has of its own."""
    if isinstance(value, Mapping):
        return "\n".join(f"{key} {_own(item)}".strip() for key, item in value.items())
    return "\n".join(dict.fromkeys(value)) if isinstance(value, tuple) else str(value)


def _own(item: Any) -> str:
    return number(item) if isinstance(item, float) else str(item or "")


def _words(report: Report, value: Any, shape: Shape) -> Value:
    if isinstance(value, Mapping):
        return lines(_pair(report, key, item, shape) for key, item in value.items())
    if isinstance(value, tuple):
        return _several(report, value, shape)
    if isinstance(value, bool):
        return yes_or_no(value)
    return _named(report, value, shape) if isinstance(value, str) else value


def _several(report: Report, values: tuple[Any, ...], shape: Shape) -> Value:
    if values and isinstance(values[0], Record):
        return len(values)
    if not shape.sections and not shape.vocabulary and all(isinstance(v, str) and _PLAIN.fullmatch(v) for v in values):
        return ", ".join(values) or None
    return lines(_named(report, v, shape) if isinstance(v, str) else v for v in values)


def _named(report: Report, value: str, shape: Shape) -> Text:
    if shape.vocabulary:
        return word(shape.vocabulary, value)
    return name_of(report, value) if shape.sections else Text.plain(value)


def _pair(report: Report, key: str, item: Any, shape: Shape) -> Text:
    """An entry of a mapping: an owner with a share, a receiver with its contract, a criterion with its range."""
    name = _named(report, key, shape)
    if item is None:
        return name
    if isinstance(item, float):
        return text("tables.share", name=name, share=f"{item:g}")
    if isinstance(item, str):
        return text("tables.under", name=name, agreement=name_of(report, item))
    low, high = (f"{number:g}" for number in item)
    return text("tables.rating", name=name, rating=low if low == high else f"{low}–{high}")


def name_of(report: Report, node_id: str) -> Text:
    """A node by its name and id; the bare id of one that is not there."""
    node = report.graph.get(node_id)
    return _titled(node) if node else Text.plain(node_id)


def _titled(node: Node) -> Text:
    named = shown(node)
    return named if isinstance(named, Text) else Text.plain(named)


def only_read(cell: Cell) -> Cell:
    """The cell as shown where nothing is written back: nodes by name alone."""
    value = cell.value
    return Cell(_without_ids(value) if isinstance(value, Text) else value, cell.tone, cell.link)


def _without_ids(words: Text) -> Text:
    return Text.each(lambda lang: _ID.sub("", words.of(lang)))


def bare_name(report: Report, node_id: str) -> Text:
    """A node by its name alone, for what is only read; the bare id of one that is not there."""
    node = report.graph.get(node_id)
    return node.name() if node else Text.plain(node_id)


def node_cell(node: Node | None) -> Cell:
    """A node by its name, linked to its row."""
    return Cell(node.name(), link=node.id) if node else Cell()


def nodes_cell(nodes: Iterable[N]) -> Cell:
    """Nodes by name, one a line; linked where there is only one."""
    every = tuple(nodes)
    if len(every) == 1:
        return node_cell(every[0])
    return Cell(lines(node.name() for node in every))


def lines(texts: Iterable[Any], joint: str = "\n") -> Text | None:
    """Texts one below the other, in each language; None where there is none."""
    every = [item if isinstance(item, Text) else Text.plain(str(item)) for item in texts]
    if not every:
        return None
    return Text.each(lambda lang: joint.join(words for item in every if (words := item.of(lang))))


def not_applicable(stated: NotApplicable) -> Text:
    """The third answer in words, with who said so and when."""
    who = " ".join(part for part in (stated.by, stated.on.text if stated.on else None) if part)
    if who:
        return text("tables.not-applicable-by", reason=stated.not_applicable, who=who)
    return text("tables.not-applicable", reason=stated.not_applicable)


def yes_or_no(value: bool) -> Text:
    """An answer in a word."""
    return text("states.yes" if value else "states.no")


def signed(vocabulary: str, value: str) -> Text:
    """A word with its sign, such as `□ Open`."""
    sign = text(f"words_signs.{vocabulary}.{value}")
    named = word(vocabulary, value)
    return Text.each(lambda lang: f"{sign.of(lang)} {named.of(lang)}")
