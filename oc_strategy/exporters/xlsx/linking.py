"""Links from cells to the row of an id or to a page on the web, once all rows have their place."""

from __future__ import annotations

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink

from oc_strategy.exporters.xlsx.canvas import Canvas
from oc_strategy.tables.sheet import Gantt, Table, Workbook


def known_ids(book: Workbook) -> frozenset[str]:
    """Every id that some row or lane of the book shows."""
    rows = {r.id for s in book.sheets for b in s.blocks if isinstance(b, Table) for r in b.rows}
    lanes = {lane.id for s in book.sheets for b in s.blocks if isinstance(b, Gantt) for lane in b.timeline.lanes}
    return frozenset(i for i in rows | lanes if i)


def connect(canvases: list[Canvas]) -> None:
    """Give each linked cell its hyperlink; sheets of data come first among the rows that show one id."""
    places: dict[str, str] = {}
    for canvas in sorted(canvases, key=lambda canvas: canvas.layout.is_form):
        for row_id, cell in canvas.places.items():
            places.setdefault(row_id, f"{quote_sheetname(canvas.sheet.title)}!{cell}")
    for canvas in canvases:
        links = vars(canvas.sheet)["_hyperlinks"]
        links.extend(_link(cell, link, places.get(link)) for cell, link in canvas.links)


def _link(cell: str, link: str, place: str | None) -> Hyperlink:
    return Hyperlink(ref=cell, location=place) if place else Hyperlink(ref=cell, target=link)
