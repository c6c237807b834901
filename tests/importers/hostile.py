"""Workbooks that somebody made to do harm, or that a program broke."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from typing import Final

from openpyxl import Workbook

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET: Final = "xl/worksheets/sheet1.xml"


def plain() -> bytes:
    """A workbook of one sheet, as openpyxl writes it, with a shared string in A1."""
    book = Workbook()
    book.worksheets[0]["A1"] = "hello"
    return saved(book)


def saved(book: Workbook) -> bytes:
    raw = BytesIO()
    book.save(raw)
    return raw.getvalue()


def having(parts: dict[str, bytes], data: bytes = b"") -> bytes:
    """The plain workbook with some parts put in or replaced."""
    kept: dict[str, bytes] = {}
    with zipfile.ZipFile(BytesIO(data or plain())) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**kept, **parts})


def zipped(parts: dict[str, bytes]) -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return raw.getvalue()


def sheet(rows: str, before: str = "", after: str = "") -> bytes:
    """The XML of a sheet with these rows."""
    return f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'.encode()


def lied_about() -> bytes:
    """A zip whose directory gives a member less than it holds."""
    data = bytearray(having({SHEET: sheet("<row/>" * 100_000)}))
    at = data.find(SHEET.encode(), data.rfind(b"PK\x01\x02", 0, data.rfind(SHEET.encode())))
    struct.pack_into("<I", data, at - 46 + 24, 1000)
    return bytes(data)


_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
_PIXEL = b"\x89PNG"

REFUSED: Final[dict[str, tuple[bytes, str]]] = {
    "billion laughs in a sheet": (
        having({SHEET: sheet(_CELL.format("&a9;"), f'<!DOCTYPE x [<!ENTITY a0 "ha">{_LAUGHS}]>')}),
        "doctype",
    ),
    "billion laughs in the strings": (
        having({"xl/sharedStrings.xml": f'<!DOCTYPE x [<!ENTITY a0 "ha">{_LAUGHS}]><sst/>'.encode()}),
        "doctype",
    ),
    "quadratic growth": (
        having({SHEET: sheet(_CELL.format("&a;" * 9_000), f'<!DOCTYPE x [<!ENTITY a "{"a" * 9_000}">]>')}),
        "doctype",
    ),
    "a file of the system": (
        having({SHEET: sheet(_CELL.format("&f;"), '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>')}),
        "doctype",
    ),
    "entities in the properties": (
        having({"docProps/core.xml": b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'}),
        "doctype",
    ),
    "UTF-16 that hides a DTD": (having({SHEET: '<!DOCTYPE x><worksheet/>'.encode("utf-16")}), "odd-encoding"),
    "one string of 60 MiB": (having({"xl/sharedStrings.xml": b"<sst><si><t>" + b"a" * 60 * 2**20}), "zip-bomb"),
    "rows without end": (having({SHEET: sheet('<row><c t="n"><v>1</v></c></row>' * 1_500_000)}), "zip-bomb"),
    "a member of 65 MiB": (having({SHEET: b"\x01" * 65 * 2**20}), "member-too-large"),
    "60,000 members": (zipped({f"x/{n}": b"" for n in range(60_000)}), "too-many-members"),
    "a name that climbs": (having({"../../evil.xml": b"<x/>"}), "odd-member"),
    "an absolute name": (having({"/etc/evil.xml": b"<x/>"}), "odd-member"),
    "one name twice": (having({"xl/Workbook.xml": b"<x/>"}), "odd-member"),
    "macros": (having({"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), "active-content"),
    "an embedded object": (having({"xl/embeddings/oleObject1.bin": _PIXEL}), "active-content"),
    "a control": (having({"xl/activeX/activeX1.xml": b"<x/>"}), "active-content"),
    "a link to another workbook": (having({"xl/externalLinks/externalLink1.xml": b"<x/>"}), "active-content"),
    "a connection to a database": (having({"xl/connections.xml": b"<x/>"}), "active-content"),
    "a size that is a lie": (lied_about(), "not-a-workbook"),
    "no zip": (b"hello", "not-a-workbook"),
    "nothing": (b"", "not-a-workbook"),
    "half a zip": (plain()[:2000], "not-a-workbook"),
    "a zip of something else": (zipped({"a.txt": b"hello"}), "broken"),
    "a protected workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted-or-old"),
    "one cell in the last corner": (
        having({SHEET: sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')}), "too-many-rows"
    ),
    "one cell far to the right": (
        having({SHEET: sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')}), "too-many-columns"
    ),
    "a cell longer than any": (having({SHEET: sheet(_CELL.format("".join(map(str, range(20_000)))))}), "cell-too-long"),
    "a string that is not there": (having({SHEET: sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')}), "broken"),
    "broken XML": (having({SHEET: b"<worksheet><sheetData><row"}), "broken"),
    "no sheet": (having({SHEET: sheet(""), "xl/_rels/workbook.xml.rels": b"<x/>"}), "broken"),
}  # fmt: skip

READ: Final[dict[str, bytes]] = {
    "the whole sheet joined into one cell": having(
        {SHEET: sheet(_CELL.format("x"), after='<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')}
    ),
    "elements as deep as a well": having({"docProps/core.xml": b"<x>" * 8_000 + b"</x>" * 8_000}),
    "a column format as wide as can be": having({SHEET: sheet(_CELL.format("x"), after="<cols/>" * 1000)}),
}
