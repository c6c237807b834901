"""Text that has outgrown its place on a slide: smaller letters in boxes, taller rows in tables."""

from __future__ import annotations

import math
from typing import Any, Final

from pptx.util import Pt

from oc_strategy.exporters.xlsx.measuring import lines_in

_EMU: Final = 12_700
_DIGIT: Final = 5.75
"""Points of the half-width letters in which `lines_in` counts a width."""
_LINE: Final = 1.42
"""Height of a line in sizes of the font, wherever Japanese is written."""
_USUAL: Final = 18.0
_STEPS: Final = (1.0, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55, 0.48)
_TABLE_STEPS: Final = (1.0, 0.92, 0.85, 0.78)
_SMALLEST: Final = 8.0


def fit_texts(slide: Any) -> None:
    """Make the letters of each box as much smaller as it takes for the text to fit."""
    for shape in slide.shapes:
        if shape.has_text_frame and shape.text_frame.text.strip() and shape.width and shape.height:
            _shrink(shape.text_frame, shape.width / _EMU, shape.height / _EMU)


def fit_rows(table: Any, room: float) -> list[int]:
    """Make the letters of a table smaller where that lets it fit, and each row as tall as its text; the heights."""
    step = next((s for s in _TABLE_STEPS if sum(_heights(table, s)) <= room), 1.0)
    if step < 1.0:
        for cell in table.iter_cells():
            _scale(cell.text_frame, step)
    for row, height in zip(table.rows, _heights(table, 1.0), strict=True):
        row.height = height
    return [row.height for row in table.rows]


def _heights(table: Any, step: float) -> list[int]:
    """How tall each row must be with letters so much smaller; no less than the template has it."""
    widths = [column.width / _EMU for column in table.columns]
    return [max(row.height, math.ceil(_needed(row, widths, step) * _EMU)) for row in table.rows]


def _needed(row: Any, widths: list[float], step: float) -> float:
    cells = [(at, cell) for at, cell in enumerate(row.cells) if not cell.is_spanned]
    return max((_height(c.text_frame, _span(widths, at, c), step, _insets(c)) for at, c in cells), default=0.0)


def _span(widths: list[float], at: int, cell: Any) -> float:
    return sum(widths[at : at + cell.span_width]) if cell.is_merge_origin else widths[at]


def _shrink(frame: Any, width: float, height: float) -> None:
    insets = _insets(frame)
    step = next((s for s in _STEPS if _height(frame, width, s, insets) <= height), _STEPS[-1])
    if step == 1.0:
        return
    _scale(frame, step)


def _scale(frame: Any, step: float) -> None:
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(max(_SMALLEST, round(_size(run) * step, 1)))


def _insets(holder: Any) -> tuple[float, float]:
    """Points that the margins of a box or cell take across and down."""
    across = (holder.margin_left + holder.margin_right) / _EMU
    return across, (holder.margin_top + holder.margin_bottom) / _EMU


def _height(frame: Any, width: float, scale: float, insets: tuple[float, float]) -> float:
    across, down = insets
    return down + sum(_paragraph(paragraph, width - across, scale) for paragraph in frame.paragraphs)


def _paragraph(paragraph: Any, width: float, scale: float) -> float:
    size = max([_size(run) for run in paragraph.runs] or [_size(None)]) * scale
    words = paragraph.text.replace("\v", "\n")
    space = sum(length.pt for length in (paragraph.space_before, paragraph.space_after) if length is not None)
    lines = lines_in(words, max(width, 1.0) / _DIGIT, size)
    return float(lines * size * _LINE + space)


def _size(run: Any) -> float:
    return float(run.font.size.pt) if run is not None and run.font.size is not None else _USUAL
