"""The title of a sheet with its sentence of purpose, and the titles of blocks."""

from __future__ import annotations

from oc_strategy.exporters.xlsx.canvas import ID_COLUMN, Canvas
from oc_strategy.exporters.xlsx.cells import put_across, put_text
from oc_strategy.exporters.xlsx.measuring import height_of, lines_in
from oc_strategy.exporters.xlsx.palette import DEEP, QUIET
from oc_strategy.exporters.xlsx.styles import Style
from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.tables.returning import TITLE
from oc_strategy.tables.sheet import Sheet

_TITLE = Style(size=16, is_bold=True, ink=DEEP, edges="under", upright="center", is_wrapped=False)
_PURPOSE = Style(size=9, ink=QUIET, upright="center")
_BLOCK = Style(size=12, is_bold=True, ink=DEEP, upright="center", is_wrapped=False)
_HIDDEN = Style(size=8, ink=QUIET, is_wrapped=False, format="@")
_SENTENCE = Style(ink=QUIET, upright="center")


def draw_heading(canvas: Canvas, sheet: Sheet) -> None:
    """The sheet's title and purpose, across all columns."""
    put_across(canvas, canvas.row, (canvas.first, canvas.last), canvas.shared.say(sheet.title, " / "), _TITLE)
    canvas.raise_to(canvas.row, 32)
    canvas.row += 1
    draw_sentence(canvas, _purpose(canvas, sheet), _PURPOSE)
    canvas.skip(8)


def _purpose(canvas: Canvas, sheet: Sheet) -> Text:
    """What the sheet is for, and which of its columns are out of sight or off the paper."""
    layout, said = canvas.layout, [sheet.purpose]
    if layout.printed < layout.seen:
        said.append(text("xlsx.unprinted", count=layout.seen - layout.printed))
    if layout.seen < len(layout.widths):
        said.append(text("xlsx.folded"))
    return Text(ja="".join(one.of("ja") for one in said), en=" ".join(one.of("en") for one in said))


def draw_title(canvas: Canvas, title: Text | None) -> None:
    """The title of a block, if it has one."""
    if title is not None:
        remember(canvas, canvas.row, TITLE)
        put_text(canvas, canvas.row, canvas.first, canvas.shared.say(title, " / "), _BLOCK)
        canvas.raise_to(canvas.row, 24)
        canvas.row += 1


def remember(canvas: Canvas, row: int, words: str) -> None:
    """Write into the hidden first column what the way back goes by."""
    put_text(canvas, row, ID_COLUMN, words, _HIDDEN)


def draw_sentence(canvas: Canvas, sentence: Text | str, style: Style = _SENTENCE) -> None:
    """A sentence across all columns, wrapped."""
    words = sentence if isinstance(sentence, str) else canvas.shared.say(sentence)
    put_across(canvas, canvas.row, (canvas.first, canvas.last), words, style)
    lines = lines_in(words, canvas.width(canvas.first, canvas.last), style.size)
    canvas.raise_to(canvas.row, height_of(lines, style.size) + 3)
    canvas.row += 1
