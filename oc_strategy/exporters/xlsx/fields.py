"""Labels and values one below the other, as on a form."""

from __future__ import annotations

from oc_strategy.exporters.xlsx.canvas import Canvas
from oc_strategy.exporters.xlsx.cells import fill_across, put_across
from oc_strategy.exporters.xlsx.headings import draw_title, remember
from oc_strategy.exporters.xlsx.measuring import height_of, lines_in
from oc_strategy.exporters.xlsx.palette import DEEP, PALE
from oc_strategy.exporters.xlsx.styles import Style
from oc_strategy.exporters.xlsx.values import linked_if_short, put_value, toned
from oc_strategy.model.text import Text
from oc_strategy.tables.returning import FIELD, TITLE
from oc_strategy.tables.sheet import Cell, Fields

_LABEL = Style(is_bold=True, ink=DEEP, fill=PALE, edges="grid", upright="center")
_VALUE = Style(edges="grid", upright="center")
_LABEL_WIDTH = 26.0


def draw_fields(canvas: Canvas, fields: Fields) -> None:
    """One row a pair, the label at the left, the value over the rest of the page."""
    draw_title(canvas, fields.title)
    total = canvas.width(canvas.first, canvas.last)
    label_width = min(_LABEL_WIDTH, total / 3)
    label, value = canvas.spans([label_width, total - label_width])
    for words, cell in fields.pairs:
        _draw_pair(canvas, words, cell, label, value)


def _draw_pair(canvas: Canvas, label: Text, cell: Cell, left: tuple[int, int], right: tuple[int, int]) -> None:
    heading = canvas.shared.say(label, " / ")
    remember(canvas, canvas.row, f"{FIELD} {cell.field}" if cell.field else TITLE)
    put_across(canvas, canvas.row, left, heading, _LABEL)
    cell = linked_if_short(canvas, cell, canvas.width(*right))
    shown = put_value(canvas, canvas.row, right[0], cell, _VALUE)
    fill_across(canvas, canvas.row, right, toned(_VALUE, cell))
    lines = max(lines_in(heading, canvas.width(*left)), lines_in(shown, canvas.width(*right)))
    canvas.raise_to(canvas.row, height_of(lines) + 3)
    canvas.row += 1
