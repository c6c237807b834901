"""What was read from a workbook: sheets with what stands in their cells, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from oc_strategy.lang import text
from oc_strategy.model.text import Text

Plain = str | int | float | bool | date


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that is worked out by a formula; `shown` is what the program that saved the file last worked out."""

    shown: Plain | None


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that shows an error, such as `#REF!`."""

    code: str


Content = Plain | Formula | Fault
"""What stands in a cell that is not empty. Words have `\\n` as their line break, whoever saved them."""


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """One worksheet: its name, whether it is hidden, and the cells by row and column, both counted from 1."""

    name: str
    is_hidden: bool
    rows: Mapping[int, Mapping[int, Content]]


@dataclass(frozen=True, slots=True)
class ReadBook:
    """The worksheets of a workbook in their order."""

    sheets: tuple[ReadSheet, ...]

    def sheet(self, name: str) -> ReadSheet | None:
        """The worksheet of a name; None where there is none."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a workbook was not read: a code that never changes, and the sentence on it."""

    code: str
    said: Text


def unreadable(code: str, **values: object) -> Unreadable:
    """A refusal by its code, which is the key of its sentence."""
    return Unreadable(code, text("unreadable.said", why=text(f"unreadable.{code}", **values), code=code))


def address(row: int, column: int) -> str:
    """The name of a cell, such as `B4` for row 4, column 2."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
