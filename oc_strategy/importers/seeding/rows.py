"""The rows of a sheet as what they say of nodes; a row with a cell that cannot be read is left out and told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from oc_strategy.importers.seeding.cells import Unread
from oc_strategy.importers.seeding.entries import Cells, Way, entry_of, ways_of
from oc_strategy.importers.seeding.fields import Field, field_at, paths_of
from oc_strategy.importers.seeding.headings import Headed
from oc_strategy.importers.seeding.register import Gone, Register
from oc_strategy.importers.seeding.sheetmap import SheetMap
from oc_strategy.importers.seeding.trees import Entry, Tree, together, tree_of
from oc_strategy.importers.xlsx import address
from oc_strategy.lang import text
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.text import Text


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

    cells: Cells
    key: str
    id: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is read from a sheet: where its columns go, what every node gets, and the columns that name a row."""

    map: SheetMap
    ways: tuple[Way, ...]
    constants: tuple[Entry, ...]
    named_by: tuple[tuple[int, ...], ...]
    columns: frozenset[int]
    order: Sequence[str]

    def at(self, row: int) -> str:
        """The cell that is named where a row as a whole is meant."""
        return address(row, next((columns[0] for columns in self.named_by if columns), 1))


def rows_of(headed: Headed, wanted: SheetMap, register: Register) -> Rows:
    """What a sheet says by a map whose headings are all there."""
    sheet, result = _sheet(headed, wanted), Rows()
    lines = [Cells(number, contents, wanted.says_nothing) for number, contents in headed.rows()]
    # Every node is known before any link is looked up: rows may point to rows below them.
    begun = list(_begun(lines, sheet, register, result))
    grouped: dict[str, list[Row]] = {}
    for row in begun:
        made = _row(row, sheet, register, result.troubles)
        if made is not None:
            grouped.setdefault(made.id, []).append(made)
    result.good = [_joined(rows) for rows in grouped.values()]
    return result


def _sheet(headed: Headed, wanted: SheetMap) -> _Sheet:
    kind = SECTIONS[wanted.section]
    given = ((field_at(kind, path), value) for path, value in wanted.constants.items())
    constants = (Entry(at, value if isinstance(value, list) else [value]) for at, value in given if at is not None)
    named_by = tuple(headed.named_by(heading) for heading in wanted.id)
    columns = frozenset(headed.columns.values())
    return _Sheet(wanted, ways_of(headed, wanted, kind), tuple(constants), named_by, columns, paths_of(kind))


def _begun(lines: Sequence[Cells], sheet: _Sheet, register: Register, result: Rows) -> Iterator[_Begun]:
    first: dict[str, int] = {}
    for cells in lines:
        key = _key(cells, sheet)
        if isinstance(key, Unread):
            result.troubles.append(Trouble(sheet.at(cells.number), key.said))
            continue
        result.keys.add(key)
        found = register.row_id(key, sheet.map.section, sheet.map.prefix)
        if isinstance(found, Gone):
            result.gone.append(key)
        elif isinstance(found, Unread):
            result.troubles.append(Trouble(sheet.at(cells.number), found.said))
        elif found in first and not sheet.map.rows_of_one_node:
            said = text("seeding.twice", id=found, row=first[found])
            result.troubles.append(Trouble(sheet.at(cells.number), said))
        else:
            first.setdefault(found, cells.number)
            _told_titles(found, cells, sheet, register)
            yield _Begun(cells, key, found)


def _key(cells: Cells, sheet: _Sheet) -> str | Unread:
    """The words that name a row: of the first column, or columns joined, that all say something."""
    for columns in sheet.named_by:
        found = [cells.words(column) for column in columns]
        wrong = next((words for words in found if isinstance(words, Unread)), None)
        if wrong is not None:
            return wrong
        if found and None not in found:
            return " ".join(" ".join(str(words).split()) for words in found)
    return Unread(text("seeding.no-id", columns=", ".join(sheet.map.id)))


def _told_titles(node_id: str, cells: Cells, sheet: _Sheet, register: Register) -> None:
    for way in sheet.ways:
        words = cells.words(way.column) if way.field.path == "title" else None
        if isinstance(words, str):
            register.title(node_id, words)


def _row(row: _Begun, sheet: _Sheet, register: Register, troubles: list[Trouble]) -> Row | None:
    entries: list[Entry] = []
    where: dict[str, str] = {}
    wrong = list(_beyond(row.cells, sheet))
    for way in sheet.ways:
        cell = address(row.cells.number, way.column)
        entry = entry_of(row.cells, way, register)
        if isinstance(entry, Unread):
            wrong.append(Trouble(cell, entry.said))
        elif entry is not None:
            entries.append(entry)
            where |= {key: cell for key in _places(entry.field) if key not in where}
    tree = tree_of(entries, sheet.constants, sheet.order)
    if isinstance(tree, Unread):
        wrong.append(Trouble(sheet.at(row.cells.number), tree.said))
    troubles += wrong
    return None if wrong or isinstance(tree, Unread) else Row(row.cells.number, row.key, row.id, tree, where)


def _beyond(cells: Cells, sheet: _Sheet) -> Iterator[Trouble]:
    beyond = cells.contents.keys() - sheet.columns
    if beyond:
        yield Trouble(address(cells.number, min(beyond)), text("seeding.beyond"))


def _places(at: Field) -> tuple[str, str]:
    """By what the cell of a field is found: its first step, and that with its last one."""
    return at.steps[0].key, f"{at.steps[0].key}.{at.steps[-1].key}"


def _joined(rows: Sequence[Row]) -> Row:
    first = rows[0]
    tree = first.tree if len(rows) == 1 else together([row.tree for row in rows])
    return Row(first.number, first.key, first.id, tree, first.cells)
