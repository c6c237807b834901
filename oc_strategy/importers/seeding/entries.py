"""One cell and what its column says of it, to the values of one field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Final

from oc_strategy.importers.seeding.cells import Unread, words_of
from oc_strategy.importers.seeding.fields import Field, field_at
from oc_strategy.importers.seeding.headings import Headed
from oc_strategy.importers.seeding.reading import Value, pieces_of, value_in
from oc_strategy.importers.seeding.reading_numbers import number_in
from oc_strategy.importers.seeding.register import Gone, Register
from oc_strategy.importers.seeding.sheetmap import SheetColumn, SheetMap
from oc_strategy.importers.seeding.trees import Entry
from oc_strategy.importers.xlsx import Content
from oc_strategy.lang import text
from oc_strategy.model.node import Node
from oc_strategy.model.text import Language, Text

_SHARE: Final = re.compile(r"^(.*?)\s*[:：(（]?\s*(\d+(?:\.\d+)?)\s*[%％]\s*[)）]?$", re.DOTALL)
_SHARES: Final = re.compile(r"[、;；:：/／|,\n]")


@dataclass(frozen=True, slots=True)
class Way:
    """From where to where a value goes: the column, what the map says of it, the field, and the column of shares."""

    column: int
    says: SheetColumn
    field: Field
    language: Language | None
    shares: int | None


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of a sheet: its number and its cells, with what stands in those that say nothing."""

    number: int
    contents: Mapping[int, Content]
    says_nothing: Set[str]

    def words(self, column: int | None) -> str | Unread | None:
        """What stands in a column; None where nothing does, or where there is no such column."""
        return None if column is None else words_of(self.contents.get(column), self.says_nothing)


def ways_of(headed: Headed, wanted: SheetMap, kind: type[Node]) -> tuple[Way, ...]:
    """Where the columns of a sheet go that have a field, in the order of the map."""
    ways: list[Way] = []
    for heading, each in wanted.columns.items():
        column = headed.column(heading)
        for says in each if column is not None else ():
            field = field_at(kind, says.to) if says.to is not None else None
            if field is not None and column is not None:
                language = (says.language or wanted.language) if field.kind == "text" else None
                shares = headed.column(says.shares) if says.shares is not None else None
                ways.append(Way(column, says, field, language, shares))
    return tuple(ways)


def entry_of(cells: Cells, way: Way, register: Register) -> Entry | Unread | None:
    """What a row says by one of its columns, or why it cannot be taken; None where it says nothing."""
    words = cells.words(way.column)
    if not isinstance(words, str):
        return words
    values = _linked(words, way, register, cells.number) if way.field.kind == "link" else _read(words, way)
    if isinstance(values, Unread):
        return None if way.says.skip_unread else values
    shares = _shares(words, cells.words(way.shares), values, way) if way.field.has_shares and values else None
    if isinstance(shares, Unread):
        return shares
    return Entry(way.field, values, way.language, shares) if values else None


def _read(words: str, way: Way) -> list[Value] | Unread:
    values: list[Value] = []
    for piece in pieces_of(words, way.field, way.says):
        value = value_in(piece, way.field, way.says)
        if isinstance(value, Unread):
            return value
        values += [] if value is None else [value]
    return values


def _linked(words: str, way: Way, register: Register, row: int) -> list[Value] | Unread:
    found: list[Value] = []
    for piece in pieces_of(words, way.field, way.says):
        match = _SHARE.match(piece) if way.field.has_shares else None
        node_id = register.linked(match[1] if match else piece, way.field.targets, way.says.create, row)
        if isinstance(node_id, Unread):
            return node_id
        found += [] if isinstance(node_id, Gone) or node_id in found else [node_id]
    return found


def _shares(words: str, beside: str | Unread | None, ids: list[Value], way: Way) -> list[float] | Unread | None:
    """The share of each owner: in percent behind its name, or in a column of its own."""
    if isinstance(beside, Unread):
        return beside
    told = [match[2] for piece in pieces_of(words, way.field, way.says) if (match := _SHARE.match(piece))]
    told = told or (_SHARES.split(beside) if beside else [])
    numbers = [number for share in told if not isinstance(number := number_in(share), Text)]
    if len(numbers) != len(told) or len(told) not in {0, len(ids)}:
        return Unread(text("seeding.unlike-shares"))
    return list(numbers) or None
