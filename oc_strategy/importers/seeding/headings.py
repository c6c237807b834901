"""Which row of a sheet has the headings, and which column stands under which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from oc_strategy.importers.seeding.naming import folded
from oc_strategy.importers.xlsx import Content, ReadBook, ReadSheet, address

_LOOKED_AT: Final = 30
"""Rows from the top among which the headings are sought."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet with the column of each heading, in order; a heading that stands twice is `name#1` and `name#2`."""

    sheet: ReadSheet
    row: int
    columns: Mapping[str, int]

    def column(self, heading: str) -> int | None:
        """The column under a heading, however wide or spaced its letters; None where there is none."""
        wanted = folded(heading)
        return next((column for name, column in self.columns.items() if folded(name) == wanted), None)

    def named_by(self, heading: str) -> tuple[int, ...]:
        """The columns that name a row together, as `market + country` does; none where one of them is missing."""
        whole = self.column(heading)
        found = [whole] if whole is not None else [self.column(part) for part in parts_of(heading)]
        return tuple(column for column in found if column is not None) if None not in found else ()

    def rows(self) -> Iterator[tuple[int, Mapping[int, Content]]]:
        """The rows below the headings that are not empty."""
        return ((number, cells) for number, cells in sorted(self.sheet.rows.items()) if number > self.row)


def parts_of(heading: str) -> tuple[str, ...]:
    """The headings that are joined by a plus between blanks."""
    return tuple(part.strip() for part in heading.split(" + "))


def sheet_of(book: ReadBook, name: str | None) -> ReadSheet | None:
    """The sheet of a name or number, else the first that is shown and not empty; None where there is none."""
    if name is not None:
        found = book.sheet(name)
        if found is None and name.isdigit() and 0 < int(name) <= len(book.sheets):
            found = book.sheets[int(name) - 1]
        return found
    return next((sheet for sheet in book.sheets if sheet.rows and not sheet.is_hidden), None)


def headed(sheet: ReadSheet, known: Iterable[str], row: int | None = None) -> Headed:
    """A sheet by its headings: those of a row (0 for none: columns are called by their letters), else they are sought.

    Among the first rows it is the one with the most headings that are known, else with the most words.
    """
    if row is None:
        row = _likeliest(sheet, {folded(name.partition("#")[0]) for name in known})
    if row == 0:
        width = max((max(cells) for cells in sheet.rows.values()), default=0)
        return Headed(sheet, 0, {address(1, column)[:-1]: column for column in range(1, width + 1)})
    cells = {column: _heading(cell) for column, cell in sorted(sheet.rows.get(row, {}).items())}
    counts, seen = Counter(map(folded, cells.values())), Counter[str]()
    columns: dict[str, int] = {}
    for column, name in cells.items():
        seen[folded(name)] += 1
        columns[f"{name}#{seen[folded(name)]}" if counts[folded(name)] > 1 else name] = column
    return Headed(sheet, row, columns)


def _likeliest(sheet: ReadSheet, known: set[str]) -> int:
    first = sorted(sheet.rows)[:_LOOKED_AT]
    return max(first, key=lambda row: (_hits(sheet.rows[row], known), _wordy(sheet.rows[row]), -row), default=1)


def _hits(cells: Mapping[int, Content], known: set[str]) -> int:
    return sum(folded(_heading(cell)) in known for cell in cells.values())


def _wordy(cells: Mapping[int, Content]) -> int:
    return sum(isinstance(cell, str) for cell in cells.values())


def _heading(cell: Content) -> str:
    return " ".join(str(cell).split())[:200]
