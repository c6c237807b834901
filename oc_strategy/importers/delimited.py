"""Tables of separated values (.csv, .tsv, .txt) of anybody, read within limits, whatever they are written in."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Final

from oc_strategy.importers.xlsx.sheets import ReadBook, ReadSheet, Unreadable, unreadable

MAX_FILE: Final = 50 * 2**20
MAX_ROW: Final = 20_000
MAX_COLUMN: Final = 256
CELL_LIMIT: Final = 32_767
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_GUESSED: Final = ("utf-8", "cp932")
_SEPARATORS: Final = (",", "\t", ";", "|")
_FIRST_LINES: Final = 5


def read_delimited(
    data: bytes, name: str, encoding: str | None = None, separator: str | None = None
) -> tuple[ReadBook, str] | Unreadable:
    """The one sheet that a text holds, under a name, and the encoding it was read in; or why it is not read.

    Without an encoding: that of its byte order mark, else UTF-8, else that of a Japanese Windows (cp932), else that of
    a Western one, or of an old Mac where lines end as they did there. Without a separator: the one of comma, tab,
    semicolon and bar that makes the most columns of the first lines.
    """
    if len(data) > MAX_FILE:
        return unreadable("file-too-large", limit=f"{MAX_FILE // 2**20} MiB")
    decoded = _decoded(data, encoding)
    if isinstance(decoded, Unreadable):
        return decoded
    text, used = decoded
    if "\x00" in text:
        return unreadable("not-text")
    try:
        rows = _rows(text, separator or _separator(text))
        return ReadBook((ReadSheet(name, False, dict(rows)),)), used
    except csv.Error as error:
        return unreadable("not-a-table", problem=str(error))
    except _BeyondError as beyond:
        return beyond.why


class _BeyondError(Exception):
    def __init__(self, why: Unreadable) -> None:
        super().__init__(why.code)
        self.why = why


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str] | Unreadable:
    marked = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    last = "cp1252" if b"\n" in data else "mac_roman"
    for name in (encoding,) if encoding else (marked,) if marked else (*_GUESSED, last):
        try:
            return data.decode(name), name
        except LookupError:
            return unreadable("no-such-encoding", name=str(name)[:40])
        except UnicodeDecodeError:
            continue
    return unreadable("other-encoding", name=encoding or marked or "UTF-8, Shift_JIS")


def _separator(text: str) -> str:
    lines = list(_lines(text, _FIRST_LINES))
    return max(_SEPARATORS, key=lambda sign: max((_width(line, sign) for line in lines), default=0))


def _lines(text: str, most: int) -> Iterator[str]:
    return (line for _, line in zip(range(most), io.StringIO(text[: MAX_COLUMN * 1000], newline=None), strict=False))


def _width(line: str, separator: str) -> int:
    return len(next(csv.reader([line], delimiter=separator), []))


def _rows(text: str, separator: str) -> Iterator[tuple[int, dict[int, str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    for row, cells in enumerate(reader, start=1):
        found = {column: cell for column, words in enumerate(cells, start=1) if (cell := _plain(words))}
        if found and row > MAX_ROW:
            raise _BeyondError(unreadable("too-many-lines", limit=MAX_ROW))
        if max(found, default=0) > MAX_COLUMN:
            raise _BeyondError(unreadable("line-too-wide", row=row, limit=MAX_COLUMN))
        if any(len(words) > CELL_LIMIT for words in found.values()):
            raise _BeyondError(unreadable("value-too-long", row=row, limit=CELL_LIMIT))
        if found:
            yield row, found


def _plain(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n").strip()
