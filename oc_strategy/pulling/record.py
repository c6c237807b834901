"""What a workbook of ours says about itself: for whom it was written, and the mark of each field as written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from oc_strategy.importers.xlsx import ReadBook
from oc_strategy.lang import text
from oc_strategy.model.text import CLASSES, LANGUAGES, Confidentiality, Language, Text
from oc_strategy.pulling.ours import is_row_id
from oc_strategy.tables.returning import RECORD, SCHEMA

_FACTS: Final = 7


@dataclass(frozen=True, slots=True)
class Record:
    """The project, audience, languages and day of a workbook; `marks` by row id and field."""

    book: str
    audience: Confidentiality
    languages: tuple[Language, ...]
    as_of: date
    marks: Mapping[str, Mapping[str, str]]


def record_of(book: ReadBook) -> Record | Text:
    """The record in a workbook, or why there is none that can be used."""
    sheet = book.sheet(RECORD)
    if sheet is None:
        return text("pull.no-record")
    pairs = [(str(cells.get(1, "")), str(cells.get(2, ""))) for _, cells in sorted(sheet.rows.items())]
    facts = dict(pairs[: _FACTS - 1])
    if facts.get("schema") != SCHEMA:
        return text("pull.other-version", tool=facts.get("tool", "?"))
    audience = next((known for known in CLASSES if known == facts.get("audience")), None)
    languages = tuple(known for known in LANGUAGES if known in facts.get("languages", "").split())
    try:
        as_of = date.fromisoformat(facts.get("as-of", ""))
    except ValueError:
        return text("pull.no-record")
    if audience is None or not languages:
        return text("pull.no-record")
    marks = {row: _marks(fields) for row, fields in pairs[_FACTS:] if is_row_id(row)}
    return Record(facts.get("book", ""), audience, languages, as_of, marks)


def _marks(fields: str) -> dict[str, str]:
    return {field: made for pair in fields.split() for field, _, made in (pair.partition("="),)}
