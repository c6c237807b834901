"""A few texts side by side under headings, with a sign between them where one leads to the next."""

from __future__ import annotations

from oc_strategy.exporters.xlsx.canvas import Canvas
from oc_strategy.exporters.xlsx.cells import put_across, put_nothing, put_text
from oc_strategy.exporters.xlsx.headings import draw_title
from oc_strategy.exporters.xlsx.measuring import height_of, lines_in
from oc_strategy.exporters.xlsx.palette import DEEP, INK
from oc_strategy.exporters.xlsx.styles import Style
from oc_strategy.exporters.xlsx.values import linked_if_short, put_value, toned
from oc_strategy.tables.sheet import Cell, Tiles

_HEADING = Style(size=11, is_bold=True, ink=INK, edges="grid", align="center", upright="center")
_BODY = Style(edges="grid", indent=0)
_SIGN = Style(size=18, is_bold=True, ink=DEEP, align="center", upright="center", is_wrapped=False)
_SIGN_SHARE = 0.16


def draw_tiles(canvas: Canvas, tiles: Tiles) -> None:
    """Tiles of equal width over the page, their texts in rows below their headings."""
    draw_title(canvas, tiles.title)
    if not tiles.tiles:
        return
    between = [_SIGN_SHARE] if tiles.joined_by else []
    shares = [1.0] + [share for _ in tiles.tiles[1:] for share in (*between, 1.0)]
    places = canvas.spans(shares)
    step = 2 if tiles.joined_by else 1
    top = canvas.row
    _draw_headings(canvas, tiles, places[::step])
    longest = max(1, *(len(cells) for _, _, cells in tiles.tiles))
    for (_, _, cells), place in zip(tiles.tiles, places[::step], strict=True):
        _draw_body(canvas, cells or (Cell(),), place, longest)
    canvas.row += longest
    for first, last in places[1::2] if tiles.joined_by else ():
        _draw_sign(canvas, tiles.joined_by, top, first, last)


def _draw_headings(canvas: Canvas, tiles: Tiles, places: list[tuple[int, int]]) -> None:
    for (heading, tone, _), place in zip(tiles.tiles, places, strict=True):
        words = canvas.shared.say(heading, " / ")
        put_across(canvas, canvas.row, place, words, toned(_HEADING, Cell(tone=tone or "heading")))
        canvas.raise_to(canvas.row, height_of(lines_in(words, canvas.width(*place), 11), 11) + 8)
    canvas.row += 1


def _draw_body(canvas: Canvas, cells: tuple[Cell, ...], place: tuple[int, int], longest: int) -> None:
    """The texts of a tile in one row each, the last one down to where the longest tile ends."""
    first, last = place
    bottom = canvas.row + longest - 1
    for row, cell in enumerate(cells, canvas.row):
        is_last = cell is cells[-1] and row == canvas.row + len(cells) - 1
        end = bottom if is_last else row
        for below in range(row, end + 1):
            put_nothing(canvas, below, first, toned(_BODY, cell), last)
        cell = linked_if_short(canvas, cell, canvas.width(*place))
        words = put_value(canvas, row, first, cell, _BODY)
        canvas.merge(row, first, last, down_to=end)
        canvas.raise_to(row, height_of(lines_in(words, canvas.width(*place))) + 3)


def _draw_sign(canvas: Canvas, sign: str, top: int, first: int, last: int) -> None:
    bottom = canvas.row - 1
    for row in range(top, bottom + 1):
        put_nothing(canvas, row, first, _SIGN, last)
    put_text(canvas, top, first, sign, _SIGN)
    canvas.merge(top, first, last, down_to=bottom)
