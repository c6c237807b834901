"""What a cell that comes back says, as one plain string: the same whoever saved the workbook, and its short mark."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from oc_strategy.model.dates import Date
from oc_strategy.model.text import Language, Text
from oc_strategy.tables.sheet import Cell, Fields, Table, Value, Workbook

Say = Callable[[Text], str]
TABLE, TITLE, EMPTY, STATED, FIELD = "_id", "_title", "_empty", "_stated", "_field"
"""What the hidden first column has at headings, titles, in tables without rows, at rows only read, labels of a form."""
RECORD, SCHEMA = "_oc", "2"
"""The hidden sheet with what was written, and the number that is raised when its meaning changes."""
CUT = "cut"
"""The mark of a cell that was cut to fit: it never comes back."""
_ID = re.compile(r" \[[a-z0-9][a-z0-9._-]*\]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def in_languages(words: Text, languages: Sequence[Language], joint: str, *, is_whole: bool) -> str:
    """A text in some languages, once where both are the same; unless it is `whole`, ids in square brackets only once.

    The names of nodes have their ids in every language; a text that somebody wrote stays as it is.
    """
    first = words.of(languages[0])
    others = [said for language in languages[1:] if (said := words.of(language)) != first]
    if not others:
        return first
    bare = first
    if not is_whole and (first.endswith("]") or "]\n" in first):
        others, bare = [_ID.sub("", said) for said in others], _ID.sub("", first)
    return joint.join(filter(None, dict.fromkeys([first, *(said for said in others if said != bare)])))


def table_key(sheet: str, number: int) -> str:
    """The name of a table: the key of its sheet, and which of its tables it is, from 1."""
    return f"{sheet}.{number}"


def normal(words: str) -> str:
    """Words without what programs add or take away: control letters, blanks at the ends of lines, empty lines."""
    plain = _SURROGATES.sub("\ufffd", _CONTROLS.sub("", _BREAKS.sub("\n", words)))
    return "\n".join(line for part in plain.split("\n") if (line := part.strip()))


def number(value: float) -> str:
    """A number, the same for 5 and 5.0."""
    return str(int(value)) if value == value // 1 and abs(value) < 2**63 else repr(float(value))


def said(cell: Cell, say: Say) -> str:
    """What a cell says; links by their ids, so that another title of what they lead to changes nothing."""
    return cell.plain if cell.plain is not None else _plain(cell.value, say)


def _plain(value: Value, say: Say) -> str:
    match value:
        case None:
            return ""
        case Text():
            return normal(say(value))
        case bool() | str():
            return normal(str(value))
        case int() | float():
            return number(value)
        case Date() if not value.is_exact:
            return value.text
        case Date() | date():
            return (value.first if isinstance(value, Date) else value).isoformat()


def mark(words: str) -> str:
    """Ten hex digits that stand for what a cell says; none for an empty cell."""
    return hashlib.blake2b(words.encode(), digest_size=5).hexdigest() if words else ""


def written(book: Workbook) -> Iterator[tuple[str, str, Cell]]:
    """Each cell of a book that comes back, with the id of its row and its field; forms are about the book's project."""
    for block in (block for sheet in book.sheets for block in sheet.blocks):
        if isinstance(block, Table):
            for row in block.rows:
                yield from ((row.id, cell.field, cell) for cell in row.cells if row.id and cell.field)
        elif isinstance(block, Fields):
            yield from ((book.key, cell.field, cell) for _, cell in block.pairs if cell.field)
