"""Which column of a sheet is which of ours, by its heading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from oc_strategy.exporters.xlsx.names import unique_headings
from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.pulling.grid import ReadTable
from oc_strategy.pulling.plan import Problem
from oc_strategy.tables.sheet import Column, Table

_KEYS: Final = frozenset({"id", "of", "option", "output"})
"""Columns that say what a row is about and are not written back."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a sheet by field, those that say what a row is about by key, and what was said of others."""

    fields: Mapping[str, int]
    keys: Mapping[str, int]
    problems: tuple[Problem, ...]


def columns_of(read: ReadTable, table: Table, say: Callable[[Text], str]) -> Columns:
    """The columns of a table wherever they stand; a heading that was changed is reported, and nothing below it read."""
    names = unique_headings([say(column.title) for column in table.columns])
    ours = {_folded(name): column for name, column in zip(names, table.columns, strict=True)}
    at = {_folded(str(words)): place for place, words in sorted(read.headings.items(), reverse=True)}
    found = {name: place for name, place in sorted(at.items(), key=lambda pair: pair[1]) if name in ours}
    fields = {ours[name].field or "": place for name, place in found.items() if ours[name].field}
    keys = {ours[name].key: place for name, place in found.items() if not ours[name].field and ours[name].key in _KEYS}
    gone = [name for name, column in ours.items() if name not in at and (column.field or column.key in _KEYS)]
    strange = {name: place for name, place in at.items() if name not in ours}
    return Columns(fields, keys, tuple(_reported(read, strange, [ours[name] for name in gone])))


def _reported(read: ReadTable, strange: Mapping[str, int], gone: list[Column]) -> list[Problem]:
    """A strange heading where one of ours is missing is probably that one, changed; elsewhere it is somebody's own."""
    missing = Text.each(lambda language: ", ".join(column.title.of(language).replace("\n", " ") for column in gone))
    found = [
        Problem(
            read.spot(read.top, place),
            text("pull.heading-changed", heading=name, missing=missing)
            if gone
            else text("pull.own-column", heading=name),
            is_note=not gone,
        )
        for name, place in sorted(strange.items(), key=lambda pair: pair[1])
    ]
    if gone and not strange:
        found.append(Problem(read.spot(read.top, 1), text("pull.columns-gone", missing=missing), is_note=True))
    return found


def _folded(words: str) -> str:
    return " ".join(words.split())
