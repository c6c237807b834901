"""Pictures laid over the cells that ask for them."""

from __future__ import annotations

from typing import Final

from lxml.etree import _Element

from oc_strategy.exporters.forms.cells.heights import Grid
from oc_strategy.exporters.forms.cells.names import ART, DRAWING, LINKS, TYPES, parsed, tag, written
from oc_strategy.exporters.forms.cells.workbook import SheetPart, Workbook
from oc_strategy.exporters.forms.image import Image

_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMU: Final = 12_700
_AIR: Final = 4.0
_BEFORE: Final = ("legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems",
                  "tableParts", "extLst")  # fmt: skip
_ANCHOR: Final = (
    '<xdr:oneCellAnchor xmlns:xdr="{xdr}" xmlns:a="{a}" xmlns:r="{r}"><xdr:from><xdr:col>{col}</xdr:col>'
    "<xdr:colOff>{x}</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>{y}</xdr:rowOff></xdr:from>"
    '<xdr:ext cx="{cx}" cy="{cy}"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{id}" name="Picture {id}"/>'
    '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill>'
    '<a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>"
)


def lay(book: Workbook, sheet: SheetPart, root: _Element, wanted: dict[tuple[int, int], Image]) -> None:
    """Lay each picture over the cell, or the merged cells, at its place."""
    if not wanted:
        return
    part = book.drawing(sheet) or _new_drawing(book, sheet, root)
    drawing, grid = parsed(book.parts[part]), Grid(root)
    for number, (place, image) in enumerate(sorted(wanted.items(), key=lambda pair: pair[0]), 1):
        assert image.png is not None
        media = _new_part(book, "xl/media/form{}.png", image.png)
        rid = book.relate(part, f"{_KIND}/image", media)
        drawing.append(_anchor(grid, book.styles.digit, place, image, rid, 2000 + number))
    book.parts[part] = written(drawing)
    _declare(book, "Default", {"Extension": "png", "ContentType": "image/png"})


def _anchor(grid: Grid, digit: float, place: tuple[int, int], image: Image, rid: str, number: int) -> _Element:
    top, left, bottom, right = grid.area(*place)
    across, down = grid.width(left, right) * digit, grid.height(top, bottom)
    width, height = image.fitted(across - 2 * _AIR, down - 2 * _AIR)
    column, x = left, (across - width) / 2
    while column < right and x > (step := grid.width(column, column) * digit):
        column, x = column + 1, x - step
    row, y = top, (down - height) / 2
    while row < bottom and y > (step := grid.height(row, row)):
        row, y = row + 1, y - step
    sizes = {"x": x, "y": y, "cx": width, "cy": height}
    words = _ANCHOR.format(
        xdr=DRAWING, a=ART, r=LINKS, col=column - 1, row=row - 1, id=number, rid=rid,
        **{key: int(points * _EMU) for key, points in sizes.items()},
    )  # fmt: skip
    anchor = parsed(words.encode())
    next(anchor.iter(tag("cNvPr", DRAWING))).set("descr", image.words)
    return anchor


def _new_drawing(book: Workbook, sheet: SheetPart, root: _Element) -> str:
    empty = f'<xdr:wsDr xmlns:xdr="{DRAWING}" xmlns:a="{ART}"/>'.encode()
    part = _new_part(book, "xl/drawings/form{}.xml", empty)
    rid = book.relate(sheet.part, f"{_KIND}/drawing", part)
    element = root.makeelement(tag("drawing"), {tag("id", LINKS): rid})
    later = next((child for name in _BEFORE for child in root.iterfind(tag(name))), None)
    if later is not None:
        later.addprevious(element)
    else:
        root.append(element)
    kind = "application/vnd.openxmlformats-officedocument.drawing+xml"
    _declare(book, "Override", {"PartName": f"/{part}", "ContentType": kind})
    return part


def _new_part(book: Workbook, pattern: str, data: bytes) -> str:
    name = next(n for i in range(1, len(book.parts) + 2) if (n := pattern.format(i)) not in book.parts)
    book.parts[name] = data
    return name


def _declare(book: Workbook, name: str, values: dict[str, str]) -> None:
    """Say what kind of content a part, or a suffix, is, where nobody has."""
    root = parsed(book.parts["[Content_Types].xml"])
    key = next(iter(values))
    if not any(e.get(key, "").lower() == values[key].lower() for e in root.iterfind(tag(name, TYPES))):
        root.insert(0, root.makeelement(tag(name, TYPES), values))
        book.parts["[Content_Types].xml"] = written(root)
