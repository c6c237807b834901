"""A spreadsheet by its content: a workbook or a table of separated values, and what tells that it is the same file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from oc_strategy.importers.delimited import MAX_FILE, read_delimited
from oc_strategy.importers.xlsx import ReadBook, Unreadable, read_workbook

_ZIP: Final = b"PK"
_OLE: Final = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Opened:
    """A spreadsheet that was read: its file's name, its sheets, the digest of its bytes, and its encoding if a text."""

    name: str
    book: ReadBook
    sha256: str
    encoding: str | None = None


def opened(path: Path, encoding: str | None = None, separator: str | None = None) -> Opened | Unreadable:
    """The sheets of a file, or why it is not read; OSError where it cannot be opened."""
    with path.open("rb") as file:
        data = file.read(MAX_FILE + 1)
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith((_ZIP, _OLE)):
        book = read_workbook(path)
        return book if isinstance(book, Unreadable) else Opened(path.name, book, digest)
    found = read_delimited(data, path.stem, encoding, separator)
    return found if isinstance(found, Unreadable) else Opened(path.name, found[0], digest, found[1])
