"""From drawn sheets to bytes: cells and links are put into the parts, and the zip gets one order and one time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice

from openpyxl import Workbook as ExcelBook

from oc_strategy.exporters.xlsx.canvas import Canvas
from oc_strategy.exporters.xlsx.cleaning import as_attribute
from oc_strategy.exporters.xlsx.linking import hyperlinks, places_of, relations
from oc_strategy.exporters.xlsx.parts import parts_of
from oc_strategy.exporters.zipping import zipped

_MAKER = "docProps/app.xml"
_MADE_BY = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>oc-strategy</Application></Properties>"
)
_EMPTY_DATA = re.compile(r"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_BREAK = "_x000a_"
"""How Excel writes a line break in the name of a column, which must equal the heading cell."""
_ONLY_COLUMN = re.compile(r"<tableColumns.*</tableColumns>")
_EMPTY_SIZE = re.compile(r'<dimension ref="A1(:A1)?"\s*/>')
_AFTER_LINKS = re.compile("(?=<printOptions|<pageMargins)")
_MANY = 1024
"""Elements that become bytes at a time: compressing each of them alone would take longer."""


def packed(excel: ExcelBook, canvases: list[Canvas], made: datetime) -> bytes:
    """The workbook's bytes, the same for the same contents; `made` stands as its time of creation and change."""
    excel.properties.created = excel.properties.modified = made
    parts = parts_of(excel) | {_MAKER: _MADE_BY}
    places = places_of(canvases)
    filled: dict[str, bytes | Iterable[bytes]] = {}
    for number, canvas in enumerate(canvases, 1):
        sheet = f"xl/worksheets/sheet{number}.xml"
        related = f"xl/worksheets/_rels/sheet{number}.xml.rels"
        if whole := relations(canvas, places, parts.get(related, b"").decode()):
            parts[related] = whole.encode()
        filled[sheet] = _filled(parts[sheet].decode(), canvas, places)
    for number, names in enumerate((names for canvas in canvases for names in canvas.frames), 1):
        table = f"xl/tables/table{number}.xml"
        head, tail = _ONLY_COLUMN.split(parts[table].decode())
        parts[table] = f"{head}{_table_columns(names)}{tail}".encode()
    return zipped({**parts, **filled})


def _filled(part: str, canvas: Canvas, places: Mapping[str, str]) -> Iterator[bytes]:
    """A sheet's XML with its rows, its size and its links, each where the schema wants it, piece by piece."""
    part = _EMPTY_SIZE.sub(f'<dimension ref="A1:{canvas.rows.corner}"/>', part, count=1)
    head, rest = _EMPTY_DATA.split(part, maxsplit=1)
    middle, foot = _AFTER_LINKS.split(rest, maxsplit=1)
    columns = (f'<col min="{n}" max="{n}" {look} customWidth="1"/>' for n, look in sorted(canvas.columns.items()))
    yield from _encoded((head, _listed("cols", columns), "<sheetData>"))
    yield from canvas.rows.xml()
    yield from _encoded(("</sheetData>", *_below(canvas), middle))
    yield from _encoded(hyperlinks(canvas, places))
    yield foot.encode()


def _below(canvas: Canvas) -> Iterator[str]:
    """What a sheet has many of besides rows, in the order of the schema: joined cells, bars, drop-downs."""
    yield _listed("mergeCells", [f'<mergeCell ref="{cells}"/>' for cells in canvas.merged], is_counted=True)
    yield from canvas.bars
    yield _listed("dataValidations", canvas.validations, is_counted=True)


def _encoded(words: Iterable[str]) -> Iterator[bytes]:
    """The words as bytes, many at a time."""
    words = iter(words)
    while some := list(islice(words, _MANY)):
        yield "".join(some).encode()


def _listed(name: str, items: Iterable[str], *, is_counted: bool = False) -> str:
    """An element around others, with their number if that is asked for; nothing around none."""
    items = list(items)
    count = f' count="{len(items)}"' if is_counted else ""
    return f"<{name}{count}>{''.join(items)}</{name}>" if items else ""


def _table_columns(names: list[str]) -> str:
    quoted = (as_attribute(name).replace("&#10;", _BREAK) for name in names)
    columns = (f'<tableColumn id="{number}" name={name}/>' for number, name in enumerate(quoted, 1))
    return _listed("tableColumns", columns, is_counted=True)
