"""One row of a time axis: its bars, milestones and labels over the marks of years and of today."""

from __future__ import annotations

from oc_strategy.exporters.xlsx.bars import MILESTONE, Bar
from oc_strategy.exporters.xlsx.canvas import Canvas
from oc_strategy.exporters.xlsx.cells import put_nothing, put_text
from oc_strategy.exporters.xlsx.gantt_heading import TimeArea, marks
from oc_strategy.exporters.xlsx.palette import LOOKS
from oc_strategy.exporters.xlsx.styles import Edges, Style

_GROUND = Style(size=9, upright="center", is_wrapped=False)
_GROUNDS: dict[Edges, Style] = {edges: _GROUND._replace(edges=edges) for edges in ("axis", "year", "today")}
_LEVEL = _GROUND._replace(edges="level")


def draw_bars(canvas: Canvas, bars: list[Bar], area: TimeArea) -> None:
    """Draw the empty row first, then each bar, then the labels, which flow over the empty cells beside them."""
    clear = {index for bar in bars for index in range(bar.start, bar.end + 1) if index != area.today}
    for index, edges in enumerate(marks(area)):
        put_nothing(canvas, canvas.row, area.first + index, _LEVEL if index in clear else _GROUNDS[edges])
    for bar in bars:
        if bar.is_milestone:
            _draw_milestone(canvas, bar, area)
        else:
            _draw_bar(canvas, bar, area)


def _draw_bar(canvas: Canvas, bar: Bar, area: TimeArea) -> None:
    paint = LOOKS[bar.look]
    for index in range(bar.first, bar.last + 1):
        edges = _edges(index, bar)
        style = _GROUND._replace(fill=paint.fill, ink=paint.ink, edge=paint.edge, edges=edges)
        put_nothing(canvas, canvas.row, area.first + index, style)
    if bar.side == "inside":
        style = Style(size=9, upright="center", is_wrapped=False, fill=paint.fill, edge=paint.edge)
        style = style._replace(edges=_edges(bar.first, bar), line=paint.ink)
        put_text(canvas, canvas.row, area.first + bar.first, bar.words, style)
    else:
        _draw_label(canvas, bar, area)


def _draw_milestone(canvas: Canvas, bar: Bar, area: TimeArea) -> None:
    """The sign and its label share one cell, so that the label flows away from the sign."""
    column = area.first + bar.first
    edges = _clear(bar.first, bar, area)
    words = f"{bar.words} {MILESTONE}" if bar.side == "left" else f"{MILESTONE} {bar.words}"
    style = _GROUND._replace(edges=edges, ink=LOOKS[bar.look].ink, is_bold=True)
    put_text(canvas, canvas.row, column, words.strip(), style._replace(align="right" if bar.side == "left" else "left"))


def _draw_label(canvas: Canvas, bar: Bar, area: TimeArea) -> None:
    index = bar.last + 1 if bar.side == "right" else bar.first - 1
    if not bar.words or not 0 <= index <= area.last - area.first:
        return
    style = _GROUND._replace(edges=_clear(index, bar, area), align="left" if bar.side == "right" else "right")
    put_text(canvas, canvas.row, area.first + index, bar.words, style)


def _clear(index: int, bar: Bar, area: TimeArea) -> Edges:
    """No line through a label; today's stays where the label begins at it."""
    return "today" if index == area.today and bar.side == "right" else "level"


def _edges(index: int, bar: Bar) -> Edges:
    if bar.first == bar.last:
        return "bar-single"
    if index == bar.first:
        return "bar-left"
    return "bar-right" if index == bar.last else "bar"
