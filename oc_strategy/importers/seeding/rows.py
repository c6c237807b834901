"""The rows of a sheet as what they say of nodes; a row with a cell that cannot be read is left out and told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from oc_strategy.importers.seeding.cells import Unread, words_of
from oc_strategy.importers.seeding.fields import Field, field_at, paths_of
from oc_strategy.importers.seeding.headings import Headed
from oc_strategy.importers.seeding.reading import Value, pieces_of, value_in
from oc_strategy.importers.seeding.reading_numbers import number_in
from oc_strategy.importers.seeding.register import Gone, Register
from oc_strategy.importers.seeding.sheetmap import SheetColumn, SheetMap
from oc_strategy.importers.seeding.trees import Entry, Tree, together, tree_of
from oc_strategy.importers.xlsx import Content, address
from oc_strategy.lang import text
from oc_strategy.model.node import Node
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.text import Text

_SHARE: Final = re.compile(r"^(.*?)\s*[:：(（]?\s*(\d+(?:\.\d+)?)\s*[%％]\s*[)）]?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a row was left out: the cell, and what is the matter with it."""

    cell: str
    said: Text


@dataclass(frozen=True, slots=True)
class Row:
    """What the rows of one node say: its id, the words that tell the row, and the cell of each field."""

    number: int
    key: str
    id: str
    tree: Tree
    cells: Mapping[str, str]


@dataclass(slots=True)
class Rows:
    """Good rows, what is wrong with the others, and rows of nodes that somebody has taken out of the project."""

    good: list[Row] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A row of which the node is known."""

    number: int
    key: str
    id: str
    cells: Mapping[int, Content]


def rows_of(headed: Headed, wanted: SheetMap, register: Register) -> Rows:
    """What a sheet says by a map whose headings are all there."""
    reader = _Reader(headed, wanted, register, SECTIONS[wanted.section])
    result = Rows()
    # Every node is known before any link is looked up: rows may point to rows below them.
    begun = list(reader.begun(result))
    grouped: dict[str, list[Row]] = {}
    for row in begun:
        made = reader.row(row, result.troubles)
        if made is not None:
            grouped.setdefault(made.id, []).append(made)
    result.good = [_joined(rows) for rows in grouped.values()]
    return result


def _places(field: Field) -> tuple[str, str]:
    """By what the cell of a field is found: its first step, and that with its last one."""
    return field.steps[0].key, f"{field.steps[0].key}.{field.steps[-1].key}"


def _joined(rows: list[Row]) -> Row:
    first = rows[0]
    return (
        first
        if len(rows) == 1
        else Row(first.number, first.key, first.id, together([r.tree for r in rows]), first.cells)
    )


@dataclass(frozen=True)
class _Reader:
    headed: Headed
    map: SheetMap
    register: Register
    kind: type[Node]

    def begun(self, result: Rows) -> Iterator[_Begun]:
        first: dict[str, int] = {}
        for number, cells in self.headed.rows():
            named = self._key(cells)
            if not isinstance(named, str):
                result.troubles.append(Trouble(self._name_cell(number), named.said))
                continue
            result.keys.add(named)
            found = self.register.row_id(named, self.map.section, self.map.prefix)
            at = self._name_cell(number)
            if isinstance(found, Gone):
                result.gone.append(named)
            elif isinstance(found, Unread):
                result.troubles.append(Trouble(at, found.said))
            elif found in first and not self.map.rows_of_one_node:
                result.troubles.append(Trouble(at, text("seeding.twice", id=found, row=first[found])))
            else:
                first.setdefault(found, number)
                self._titles(found, cells)
                yield _Begun(number, named, found, cells)

    def _key(self, cells: Mapping[int, Content]) -> str | Unread:
        """The words that name a row: of the first column, or columns joined, that all say something."""
        for heading in self.map.id:
            columns = self.headed.named_by(heading)
            found = [words_of(cells.get(column), self.map.says_nothing) for column in columns]
            wrong = next((words for words in found if isinstance(words, Unread)), None)
            if wrong is not None:
                return wrong
            if found and None not in found:
                return " ".join(" ".join(str(words).split()) for words in found)
        return Unread(text("seeding.no-id", columns=", ".join(self.map.id)))

    def _name_cell(self, row: int) -> str:
        """The cell that is named where a row as a whole is meant."""
        columns = (columns for heading in self.map.id if (columns := self.headed.named_by(heading)))
        return address(row, next(columns, (1,))[0])

    def _titles(self, node_id: str, cells: Mapping[int, Content]) -> None:
        for column, each in self._specs():
            if any(spec.to == "title" for spec in each):
                words = words_of(cells.get(column), self.map.says_nothing)
                if isinstance(words, str):
                    self.register.title(node_id, words)

    def _specs(self) -> Iterator[tuple[int, tuple[SheetColumn, ...]]]:
        for heading, each in self.map.columns.items():
            column = self.headed.column(heading)
            if column is not None:
                yield column, each

    def row(self, row: _Begun, troubles: list[Trouble]) -> Row | None:
        entries: list[Entry] = []
        where: dict[str, str] = {}
        wrong = [] if row.cells.keys() <= set(self.headed.columns.values()) else [self._beyond(row)]
        for column, each in self._specs():
            cell = address(row.number, column)
            for spec in each:
                entry = self._entry(row, column, spec)
                if isinstance(entry, Unread):
                    wrong.append(Trouble(cell, entry.said))
                elif entry is not None:
                    entries.append(entry)
                    where |= {key: cell for key in _places(entry.field) if key not in where}
        tree = tree_of(entries, self._constants(), paths_of(self.kind))
        if isinstance(tree, Unread):
            wrong.append(Trouble(self._name_cell(row.number), tree.said))
        troubles += wrong
        return None if wrong or isinstance(tree, Unread) else Row(row.number, row.key, row.id, tree, where)

    def _beyond(self, row: _Begun) -> Trouble:
        column = min(row.cells.keys() - set(self.headed.columns.values()))
        return Trouble(address(row.number, column), text("seeding.beyond"))

    def _constants(self) -> list[Entry]:
        found = ((field_at(self.kind, path), value) for path, value in self.map.constants.items())
        return [Entry(at, value if isinstance(value, list) else [value]) for at, value in found if at is not None]

    def _entry(self, row: _Begun, column: int, spec: SheetColumn) -> Entry | Unread | None:
        at = field_at(self.kind, spec.to) if spec.to is not None else None
        words = words_of(row.cells.get(column), self.map.says_nothing) if at is not None else None
        if at is None or not isinstance(words, str):
            return words if isinstance(words, Unread) else None
        values = self._linked(words, at, spec, row.number) if at.kind == "link" else self._read(words, at, spec)
        if isinstance(values, Unread):
            return None if spec.skip_unread else values
        if not values:
            return None
        shares = self._shares(row, spec, words, values, at)
        if isinstance(shares, Unread):
            return shares
        return Entry(at, values, (spec.language or self.map.language) if at.kind == "text" else None, shares)

    def _read(self, words: str, at: Field, spec: SheetColumn) -> list[Value] | Unread:
        values: list[Value] = []
        for piece in pieces_of(words, at, spec):
            value = value_in(piece, at, spec)
            if isinstance(value, Unread):
                return value
            values += [] if value is None else [value]
        return values

    def _linked(self, words: str, at: Field, spec: SheetColumn, number: int) -> list[Value] | Unread:
        found: list[Value] = []
        for piece in pieces_of(words, at, spec):
            match = _SHARE.match(piece) if at.has_shares else None
            node_id = self.register.linked(match[1] if match else piece, at.targets, spec.create, number)
            if isinstance(node_id, Unread):
                return node_id
            found += [] if isinstance(node_id, Gone) or node_id in found else [node_id]
        return found

    def _shares(
        self, row: _Begun, spec: SheetColumn, words: str, ids: list[Value], at: Field
    ) -> list[float] | Unread | None:
        """The share of each owner: in percent behind its name, or in a column of its own."""
        if not at.has_shares:
            return None
        inline = [match[2] for piece in pieces_of(words, at, spec) if (match := _SHARE.match(piece))]
        column = self.headed.column(spec.shares) if spec.shares else None
        beside = words_of(row.cells.get(column), self.map.says_nothing) if column is not None else None
        if isinstance(beside, Unread):
            return beside
        told = inline or (re.split(r"[、;；:：/／|,\n]", beside) if beside else [])
        if not told:
            return None
        numbers = [number_in(share) for share in told]
        if len(numbers) != len(ids) or any(isinstance(number, Text) for number in numbers):
            return Unread(text("seeding.unlike-shares"))
        return [number for number in numbers if not isinstance(number, Text)]
