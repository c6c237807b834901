"""A PNG on the sheet, as large as its place allows, with words for those who cannot see it."""

from __future__ import annotations

import math
import struct
from io import BytesIO

from openpyxl.drawing.fill import Blip
from openpyxl.drawing.geometry import PresetGeometry2D
from openpyxl.drawing.image import Image
from openpyxl.drawing.picture import PictureFrame
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D

from oc_strategy.exporters.xlsx.canvas import FIRST, Canvas
from oc_strategy.exporters.xlsx.cleaning import clean
from oc_strategy.exporters.xlsx.fitting import PADDING
from oc_strategy.exporters.xlsx.headings import draw_sentence, draw_title
from oc_strategy.exporters.xlsx.layout import Span
from oc_strategy.exporters.xlsx.page import page_height
from oc_strategy.lang import text
from oc_strategy.tables.sheet import Picture

ROW = 20.0
"""Points of each row that is kept free below a drawing."""
_EMU = 12_700
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DIGIT = 6.0
"""Points of a digit of the normal font, in which the widths of columns are counted."""
_GROWTH = 2.0
_METRE = 39.3701
_ALTERNATIVE_LIMIT = 1000
_LEFT_SHARE, _LEFT_SHARE_OF_BOTH = 0.64, 0.5
"""How much of a page a picture gets beside words in one language, and in both."""
_AIR = 4.0


def halves(canvas: Canvas) -> tuple[Span, Span]:
    """Columns for a picture, and for what stands beside it, with one between."""
    share = _LEFT_SHARE if len(canvas.shared.languages) == 1 else _LEFT_SHARE_OF_BOTH
    split = FIRST + round(canvas.layout.printed * share)
    return (FIRST, split - 1), (split + 1, canvas.last)


def draw_picture(canvas: Canvas, picture: Picture, png: bytes | None, bottom: int = 0) -> None:
    """Place the picture, or its words in its place where there is none.

    It takes the width of the drawing area; the rows above `bottom` are there already, more are made where need be.
    """
    draw_title(canvas, picture.title)
    size = size_of(png) if png else None
    if png is None or size is None:
        draw_sentence(canvas, text("xlsx.picture_missing", words=picture.alternative))
        return
    made = sum(canvas.heights.get(row, ROW) for row in range(canvas.row, bottom))
    width, height = _fitted(canvas, size, made)
    image = _Png(png)
    anchor = anchor_at(canvas, width, height, below=max(0.0, made - height) / 2)
    anchor.pic = _frame(canvas, picture, number=1000 + canvas.row)
    vars(image)["anchor"] = anchor
    canvas.sheet.add_image(image)
    canvas.row = max(canvas.row, bottom)
    keep_free(canvas, height - made)


def size_of(png: bytes) -> tuple[float, float] | None:
    """Width and height in points as the PNG asks for them (96 dots an inch if it is silent); None if it is no PNG."""
    if png[:8] != _SIGNATURE or png[12:16] != b"IHDR" or len(png) < 33:
        return None
    width, height = struct.unpack(">II", png[16:24])
    at = png.find(b"pHYs", 0, 4096)
    dots = 96.0
    if at > 0 and len(png) >= at + 13:
        across, _, unit = struct.unpack(">IIB", png[at + 4 : at + 13])
        dots = across / _METRE if unit == 1 and across else dots
    return (width * 72 / dots, height * 72 / dots) if width and height else None


def anchor_at(canvas: Canvas, width: float, height: float, below: float = 0.0) -> OneCellAnchor:
    """A place of so many points in the middle of the drawing area, so far below the next free row."""
    column, across = canvas.first, max(0.0, (room(canvas)[0] - width) / 2)
    while across > (step := (canvas.width(column, column) + PADDING) * _DIGIT) and column < canvas.last:
        column, across = column + 1, across - step
    row = canvas.row
    while below > (step := canvas.heights.get(row, ROW)):
        row, below = row + 1, below - step
    start = AnchorMarker(col=column - 1, row=row - 1, colOff=int((across + 2) * _EMU), rowOff=int((below + 2) * _EMU))
    return OneCellAnchor(_from=start, ext=XDRPositiveSize2D(int(width * _EMU), int(height * _EMU)))


def keep_free(canvas: Canvas, height: float) -> None:
    """Reserve rows for a drawing of so many points; none below 0."""
    for _ in range(math.ceil((height + _AIR) / ROW) if height > 0 else 0):
        canvas.raise_to(canvas.row, ROW)
        canvas.row += 1


def room(canvas: Canvas) -> tuple[float, float]:
    """Points that a drawing may take: the width of the drawing area, and most of a page's height."""
    width = (canvas.width(canvas.first, canvas.last) + PADDING) * _DIGIT - _AIR
    return width, page_height(canvas) * 0.8


def _fitted(canvas: Canvas, size: tuple[float, float], made: float) -> tuple[float, float]:
    """As large as the width allows and the page below what is drawn already; `made` points stand there in any case."""
    widest, tallest = room(canvas)
    if canvas.area:
        tallest = max(made, page_height(canvas) - sum(canvas.heights.get(row, ROW) for row in range(1, canvas.row)))
    width, height = size
    scale = min(widest / width, (tallest - 2 * _AIR) / height, _GROWTH)
    return width * scale, height * scale


def _frame(canvas: Canvas, picture: Picture, number: int) -> PictureFrame:
    frame = PictureFrame()
    frame.nvPicPr.cNvPr.id = number
    frame.nvPicPr.cNvPr.name = f"Picture {number}"
    frame.nvPicPr.cNvPr.descr = clean(canvas.shared.say(picture.alternative))[:_ALTERNATIVE_LIMIT]
    frame.blipFill.blip = Blip(embed="rId1", cstate="print")
    frame.spPr.prstGeom = PresetGeometry2D(prst="rect")
    return frame


class _Png(Image):
    """A PNG already in memory, for which openpyxl needs no imaging library."""

    def __init__(self, png: bytes) -> None:
        self.ref = BytesIO(png)
        self.format = "png"
        self._png = png

    def _data(self) -> bytes:
        return self._png
