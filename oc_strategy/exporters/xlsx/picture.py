"""A PNG on the sheet at the width of the page, with words for those who cannot see it."""

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
from oc_strategy.exporters.xlsx.headings import draw_sentence, draw_title
from oc_strategy.lang import text
from oc_strategy.tables.sheet import Picture

ROW = 20.0
"""Points of each row that is kept free below a drawing."""
_EMU = 12_700
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NARROW_DIGIT = 5.25
"""Points of a digit in the narrowest usual font, so that no picture is wider than its columns."""
_GROWTH = 1.4
_METRE = 39.3701
_ALTERNATIVE_LIMIT = 1000


def draw_picture(canvas: Canvas, picture: Picture, png: bytes | None) -> None:
    """Place the picture, or its words in its place where there is none."""
    draw_title(canvas, picture.title)
    size = size_of(png) if png else None
    if png is None or size is None:
        draw_sentence(canvas, text("xlsx.picture_missing", words=picture.alternative))
        return
    width, height = _fitted(canvas, *size)
    image = _Png(png)
    anchor = anchor_at(canvas, width, height)
    anchor.pic = _frame(canvas, picture, number=1000 + canvas.row)
    vars(image)["anchor"] = anchor
    canvas.sheet.add_image(image)
    keep_free(canvas, height)


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


def anchor_at(canvas: Canvas, width: float, height: float) -> OneCellAnchor:
    """A place of so many points at the next free row."""
    start = AnchorMarker(col=FIRST - 1, row=canvas.row - 1, colOff=2 * _EMU, rowOff=2 * _EMU)
    return OneCellAnchor(_from=start, ext=XDRPositiveSize2D(int(width * _EMU), int(height * _EMU)))


def keep_free(canvas: Canvas, height: float) -> None:
    """Reserve rows for a drawing of so many points."""
    for _ in range(math.ceil((height + 6) / ROW)):
        canvas.raise_to(canvas.row, ROW)
        canvas.row += 1


def room(canvas: Canvas) -> tuple[float, float]:
    """Points that a drawing may take: the width of the columns, and most of a page's height at that width."""
    width = sum(canvas.layout.widths) * _NARROW_DIGIT
    is_landscape = canvas.sheet.page_setup.orientation == "landscape"
    return width, width * (0.55 if is_landscape else 1.2)


def _fitted(canvas: Canvas, width: float, height: float) -> tuple[float, float]:
    widest, tallest = room(canvas)
    scale = min(widest / width, tallest / height, _GROWTH)
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
