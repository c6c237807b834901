"""A few texts side by side under headings, with a sign between them where one leads to the next."""

from __future__ import annotations

from oc_strategy.exporters.xlsx.canvas import FIRST, Canvas
from oc_strategy.exporters.xlsx.cells import fill_across, put_across, put_nothing, put_text
from oc_strategy.exporters.xlsx.headings import draw_title
from oc_strategy.exporters.xlsx.layout import spans
from oc_strategy.exporters.xlsx.measuring import height_of, lines_in
from oc_strategy.exporters.xlsx.palette import DEEP, INK
from oc_strategy.exporters.xlsx.styles import Style
from oc_strategy.exporters.xlsx.values import put_value, toned
from oc_strategy.tables.sheet import Cell, Tiles

_HEADING = Style(size=11, is_bold=True, ink=INK, edges="grid", align="center", upright="center")
_BODY = Style(edges="grid")
_SIGN = Style(size=18, is_bold=True, ink=DEEP, align="center", upright="center", is_wrapped=False)
_SIGN_SHARE = 0.16


def draw_tiles(canvas: Canvas, tiles: Tiles) -> None:
    """Tiles of equal width over the page, their texts in rows below their headings."""
    draw_title(canvas, tiles.title)
    if not tiles.tiles:
        return
    shares = [1.0]
    for _ in tiles.tiles[1:]:
        shares += [_SIGN_SHARE, 1.0]
    places = spans(canvas.layout.widths, shares, FIRST)
    top = canvas.row
    _draw_headings(canvas, tiles, places[::2])
    for index in range(max(1, *(len(cells) for _, _, cells in tiles.tiles))):
        for (_, _, cells), place in zip(tiles.tiles, places[::2], strict=True):
            _draw_cell(canvas, cells[index] if index < len(cells) else Cell(), place)
        canvas.row += 1
    for first, last in places[1::2]:
        _draw_sign(canvas, tiles.joined_by, top, first, last)


def _draw_headings(canvas: Canvas, tiles: Tiles, places: list[tuple[int, int]]) -> None:
    for (heading, tone, _), place in zip(tiles.tiles, places, strict=True):
        words = canvas.shared.say(heading, " / ")
        put_across(canvas, canvas.row, place, words, toned(_HEADING, Cell(tone=tone or "heading")))
        canvas.raise_to(canvas.row, height_of(lines_in(words, canvas.width(*place)), 11) + 8)
    canvas.row += 1


def _draw_cell(canvas: Canvas, cell: Cell, place: tuple[int, int]) -> None:
    words = put_value(canvas, canvas.row, place[0], cell, _BODY)
    fill_across(canvas, canvas.row, place, toned(_BODY, cell))
    canvas.raise_to(canvas.row, height_of(lines_in(words, canvas.width(*place))) + 3)


def _draw_sign(canvas: Canvas, sign: str, top: int, first: int, last: int) -> None:
    bottom = canvas.row - 1
    for row in range(top, bottom + 1):
        for column in range(first, last + 1):
            put_nothing(canvas, row, column, _SIGN)
    put_text(canvas, top, first, sign, _SIGN)
    canvas.merge(top, first, last, down_to=bottom)
