"""Which row of a sheet is which row of ours: by the id beside it, by the id in it, or by what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from oc_strategy.importers.xlsx import Content
from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.pulling.grid import ReadRow, ReadTable
from oc_strategy.pulling.ours import steps_of
from oc_strategy.pulling.plan import Problem
from oc_strategy.tables.sheet import Table


@dataclass(frozen=True, slots=True)
class Found:
    """A table of ours on a sheet: the columns that come back, and each row with its id; None for a new one."""

    read: ReadTable
    table: Table
    fields: Mapping[str, int]
    """By field the column of the sheet."""
    keys: Mapping[str, int]
    """By the key of a column that says what a row is about, such as `of`, the column of the sheet."""
    rows: tuple[tuple[str | None, ReadRow], ...]
    problems: tuple[Problem, ...]


MarksOf = Callable[[ReadRow], Mapping[str, str]]


def identified(
    read: ReadTable, table: Table, keys: Mapping[str, int], base: Mapping[str, Mapping[str, str]], marks: MarksOf
) -> tuple[tuple[tuple[str | None, ReadRow], ...], tuple[Problem, ...]]:
    """Each row with the id as it was written; problems for rows that may be two things."""
    rows = [row for row in read.rows if not (row.is_empty and _says_empty(row, table))]
    by_node = (_node(row, keys.get("id"), base, rows) for row in rows)
    named = list(by_node) if table.section else _records(rows, base, marks)
    return _once(read, rows, named, keys)


def _says_empty(row: ReadRow, table: Table) -> bool:
    """Whether the row still holds the sentence that there is nothing."""
    sentences = {table.empty.ja, table.empty.en, f"{table.empty.ja}\n{table.empty.en}"}
    return len(row.cells) == 1 and str(next(iter(row.cells.values()))) in sentences


def _node(row: ReadRow, column: int | None, base: Mapping[str, object], rows: list[ReadRow]) -> str | Text | None:
    """The node of a row: the id that people see goes before the hidden one, which a sort may have left behind."""
    seen = _words(row.cells.get(column)) if column else ""
    hidden = row.id
    if not seen or seen == hidden:
        return hidden
    if seen in base:
        return seen
    is_copy = hidden is not None and any(other.id == hidden and other is not row for other in rows)
    return None if hidden is None or is_copy else text("pull.wrong.renamed", old=hidden, new=seen)


def _words(content: Content | None) -> str:
    return str(content).strip() if content is not None else ""


def _records(rows: list[ReadRow], base: Mapping[str, Mapping[str, str]], marks: MarksOf) -> list[str | Text | None]:
    """Records by the id beside them, unless rows were sorted without it: then those that say the same tell it."""
    hidden = [row.id for row in rows]
    swapped = {
        index: twin for index, row in enumerate(rows) if (twin := _twin(row, hidden[index], hidden, base, marks))
    }
    if not swapped:
        return list(hidden)
    taken = set(swapped.values())
    left = [i for i, name in enumerate(hidden) if i not in swapped and name in taken]
    free = [name for name in hidden if name is not None and name not in taken and hidden.index(name) in swapped]
    named: list[str | Text | None] = [swapped.get(index, name) for index, name in enumerate(hidden)]
    for index in left:
        named[index] = free[0] if len(left) == len(free) == 1 else text("pull.wrong.sorted")
    return named


def _twin(
    row: ReadRow, hidden: str | None, known: list[str | None], base: Mapping[str, Mapping[str, str]], marks: MarksOf
) -> str | None:
    """The other row whose values these are, where the row does not say what was written beside its id."""
    if hidden is None or hidden not in base:
        return None
    now = dict(marks(row))
    if _agrees(now, base[hidden]):
        return None
    twins = [
        name for name in known if name is not None and name in base and name != hidden and _agrees(now, base[name])
    ]
    return twins[0] if len(twins) == 1 and any(now.values()) else None


def _agrees(now: Mapping[str, str], then: Mapping[str, str]) -> bool:
    return all(then.get(name) == made for name, made in now.items())


def _once(
    read: ReadTable, rows: list[ReadRow], named: list[str | Text | None], keys: Mapping[str, int]
) -> tuple[tuple[tuple[str | None, ReadRow], ...], tuple[Problem, ...]]:
    """Each id once; a second row of a record is a new one, as when somebody copied a whole row."""
    found: list[tuple[str | None, ReadRow]] = []
    problems: list[Problem] = []
    column = next(iter(keys.values()), min(read.headings, default=1))
    for row, name in zip(rows, named, strict=True):
        spot = read.spot(row.row, column)
        if isinstance(name, Text):
            problems.append(Problem(spot, name))
        elif name is None or name not in {known for known, _ in found}:
            found.append((name, row))
        elif "id" in keys:
            problems.append(Problem(spot, text("pull.wrong.row-twice", id=name)))
        else:
            found.append((None, row))
    problems += _beside_another(read, found, keys)
    return tuple(found), tuple(problems)


def _beside_another(
    read: ReadTable, found: list[tuple[str | None, ReadRow]], keys: Mapping[str, int]
) -> Iterator[Problem]:
    """Records whose row names another node than the one they are of."""
    column = keys.get("of") or keys.get("option")
    for name, row in list(found):
        seen = _words(row.cells.get(column)) if column else ""
        if name and seen and seen != steps_of(name)[0]:
            found.remove((name, row))
            yield Problem(read.spot(row.row, column or 1), text("pull.wrong.moved", id=steps_of(name)[0], new=seen))
