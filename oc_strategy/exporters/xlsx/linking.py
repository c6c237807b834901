"""Links from cells to the row of an id or to a page on the web, once all rows have their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from openpyxl.utils import quote_sheetname

from oc_strategy.exporters.xlsx.canvas import Canvas
from oc_strategy.tables.sheet import Gantt, Table, Workbook

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def known_ids(book: Workbook) -> frozenset[str]:
    """Every id that some row or lane of the book shows."""
    rows = {r.id for s in book.sheets for b in s.blocks if isinstance(b, Table) for r in b.rows}
    lanes = {lane.id for s in book.sheets for b in s.blocks if isinstance(b, Gantt) for lane in b.timeline.lanes}
    return frozenset(i for i in rows | lanes if i)


def places_of(canvases: list[Canvas]) -> dict[str, str]:
    """Sheet and cell of each id; sheets of data come first where several sheets show one id."""
    places: dict[str, str] = {}
    for canvas in sorted(canvases, key=lambda canvas: canvas.layout.is_form):
        for row_id, cell in canvas.places.items():
            places.setdefault(row_id, f"{quote_sheetname(canvas.sheet.title)}!{cell}")
    return places


def hyperlinks(canvas: Canvas, places: Mapping[str, str]) -> Iterator[str]:
    """The XML of a sheet's links piece by piece, none if it has none; `relations` has the addresses on the web."""
    if canvas.links:
        yield f'<hyperlinks xmlns:r="{_OFFICE}">'
        for number, (cell, link) in enumerate(canvas.links, 1):
            where = f"location={quoteattr(places[link])}" if link in places else f'r:id="{_name(number)}"'
            yield f'<hyperlink ref="{cell}" {where}/>'
        yield "</hyperlinks>"


def relations(canvas: Canvas, places: Mapping[str, str], part: str) -> str:
    """The sheet's part of relations (empty if it has none yet) with the addresses that its links lead to."""
    added = "".join(
        f'<Relationship Id="{_name(number)}" Type="{_OFFICE}/hyperlink" Target={quoteattr(link)}'
        ' TargetMode="External"/>'
        for number, (_, link) in enumerate(canvas.links, 1)
        if link not in places
    )
    whole = part or f'<Relationships xmlns="{_PACKAGE}"></Relationships>'
    return whole.replace("</Relationships>", f"{added}</Relationships>") if added else part


def _name(number: int) -> str:
    return f"rIdLink{number}"
