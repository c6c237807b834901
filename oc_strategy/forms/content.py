"""What stands behind each name, in the words of one language; the form of dates, numbers and gaps is decided here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from oc_strategy.forms.placeholders import plain
from oc_strategy.forms.subject import Subject
from oc_strategy.forms.vocabulary import lists, values
from oc_strategy.lang import text
from oc_strategy.model.dates import Date
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.text import Language, Text
from oc_strategy.tables.cells import only_read
from oc_strategy.tables.sheet import Cell, Table

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DASH = "—"


@dataclass(frozen=True, slots=True)
class Said:
    """A value in words; `raw` where a spreadsheet may hold it as a number or a day."""

    words: str
    raw: int | float | date | None = None


Reader = Callable[[str], Said]
"""Gives for a column what a row says there."""


@dataclass(frozen=True)
class Content:
    """All that a form may be filled with, in one language; what is asked for is worked out once."""

    subject: Subject
    language: Language

    @cached_property
    def _rows(self) -> dict[str, tuple[Reader, ...]]:
        return {}

    def value(self, name: str) -> Said:
        """What a name stands for; KeyError for no such name."""
        return self._said(values()[name].cell(self.subject), is_field=values()[name].is_field)

    def is_empty(self, name: str) -> bool:
        """Whether a list has no row."""
        return not lists()[name](self.subject).rows

    def rows(self, name: str) -> tuple[Reader, ...]:
        """A reader for each row of a list; for an empty one a single reader that says why there is nothing."""
        if name not in self._rows:
            table = lists()[name](self.subject)
            self._rows[name] = tuple(self._readers(table)) or (self._nothing(table),)
        return self._rows[name]

    def say(self, words: Text) -> str:
        """Words in the language of the form."""
        return words.of(self.language)

    def _readers(self, table: Table) -> list[Reader]:
        keys = [plain(column.key) for column in table.columns]
        is_field = _fields_of(table)
        return [
            self._reader(
                {key: self._said(cell, is_field=key in is_field) for key, cell in zip(keys, row.cells, strict=True)}
            )
            for row in table.rows
        ]

    def _reader(self, said: Mapping[str, Said]) -> Reader:
        """A row; what its table leaves out for this audience is not shown."""
        return lambda column: said.get(column) or Said(text("forms.not-shown").of(self.language))

    def _nothing(self, table: Table) -> Reader:
        """The reason where the row begins, a dash in every other place."""
        shown = table.empty if self.subject.report.shows_findings else text("tables.nothing-shown")
        said: dict[str, Said] = {}

        def read(column: str) -> Said:
            return said.setdefault(column, Said(DASH) if said else Said(self.say(shown)))

        return read

    def _said(self, cell: Cell, *, is_field: bool) -> Said:
        value = only_read(cell).value
        if value is None or value == "":
            return Said(self._missing() if is_field or cell.field else DASH)
        if isinstance(value, Text):
            return Said(value.of(self.language) or self._missing())
        if isinstance(value, Date):
            return Said(day_words(value, self.language), value.first if value.is_exact else None)
        if isinstance(value, date):
            return Said(day_words(Date.day(value), self.language), value)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, int | float):
            return Said(f"{value:,}", value)
        return Said(value)

    def _missing(self) -> str:
        """Outsiders are not told that nothing was written: it may have been taken out."""
        key = "forms.not-stated" if self.subject.report.shows_findings else "forms.not-shown"
        return text(key).of(self.language)


def _fields_of(table: Table) -> frozenset[str]:
    """The columns of a table that somebody fills in."""
    node_class = SECTIONS.get(table.section or "")
    if node_class is None:
        return frozenset()
    keys: Mapping[str, str] = {column.key: column.key.split(".")[0] for column in table.columns}
    return frozenset(plain(key) for key, field in keys.items() if field in node_class.model_fields)


def day_words(day: Date, language: Language) -> str:
    """A date as an office writes it, as exactly as it is known: `2026年4月1日`, `1 Apr 2026`, `Apr 2026`."""
    first, dots, last = day.text.partition("..")
    words = _one(first, language)
    return f"{words}{'～' if language == 'ja' else ' – '}{_one(last, language)}" if dots else words


def _one(written: str, language: Language) -> str:
    parts = [int(part) for part in written.split("-")]
    if language == "ja":
        return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))
    year, *rest = parts
    month = [_MONTHS[rest[0] - 1]] if rest else []
    return " ".join([*(str(day) for day in rest[1:]), *month, str(year)])
