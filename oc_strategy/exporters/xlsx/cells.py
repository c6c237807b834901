"""The only place where anything enters a cell: text stays text, and a formula cannot be written at all."""

from __future__ import annotations

import math
from datetime import date

from oc_strategy.exporters.xlsx.canvas import Canvas
from oc_strategy.exporters.xlsx.cleaning import CELL_LIMIT, as_xml, clean, cut, units
from oc_strategy.exporters.xlsx.palette import LINK, QUIET
from oc_strategy.exporters.xlsx.rows import letter
from oc_strategy.exporters.xlsx.styles import FONT, Style
from oc_strategy.lang import text

RISKY = frozenset("=+-@\t\n'|%")
DAY_ZERO = date(1899, 12, 30).toordinal()
FIRST_SOUND_DAY = date(1900, 3, 1)
"""Excel takes 1900 for a leap year, so days before this one have no sure number."""
_EXACT = 2**53


def put_text(canvas: Canvas, row: int, column: int, words: str, style: Style) -> None:
    """Write words as words, whatever they begin with; too long ones end with a marker that says so."""
    words = clean(words)
    if not words:
        return put_nothing(canvas, row, column, style)
    if len(words) * 2 > CELL_LIMIT:
        words = cut(words, CELL_LIMIT, _marker(canvas, words))
    if words[0] in RISKY:
        style = style._replace(is_quoted=True)
    body = f'<is><t xml:space="preserve">{as_xml(words)}</t></is>'
    _put(canvas, row, column, style, f' t="inlineStr">{body}</c>')


def put_named_link(canvas: Canvas, row: int, column: int, words: str, style: Style) -> None:
    """Write `Name [id]` with the look of a link on the name alone, the id small and grey beside it."""
    words = clean(words)
    if words[:1] in RISKY or len(words) * 2 > CELL_LIMIT:
        return put_text(canvas, row, column, words, style)
    name, mark, rest = words.rpartition(" [")
    runs = _run(name, style.size, LINK, is_under=True) + _run(mark + rest, style.size - 1, QUIET)
    _put(canvas, row, column, style, f' t="inlineStr"><is>{runs}</is></c>')


def _run(words: str, size: float, ink: str, *, is_under: bool = False) -> str:
    under = "<u/>" if is_under else ""
    look = f'{under}<sz val="{size:g}"/><color rgb="FF{ink}"/><rFont val="{FONT}"/><charset val="128"/>'
    return f'<r><rPr>{look}</rPr><t xml:space="preserve">{as_xml(words)}</t></r>'


def put_number(canvas: Canvas, row: int, column: int, number: float, style: Style) -> None:
    """Write a number; what a cell cannot hold exactly (huge, infinite or no number) is written as text."""
    if math.isfinite(number) and abs(number) <= _EXACT:
        _put(canvas, row, column, style, f"><v>{number!r}</v></c>")
    else:
        put_text(canvas, row, column, str(number), style)


def put_date(canvas: Canvas, row: int, column: int, day: date, style: Style) -> None:
    """Write a real date shown as yyyy/mm/dd, or text for a day before March 1900."""
    if day < FIRST_SOUND_DAY:
        return put_text(canvas, row, column, day.isoformat().replace("-", "/"), style)
    number = day.toordinal() - DAY_ZERO
    _put(canvas, row, column, style._replace(format="yyyy/mm/dd"), f"><v>{number}</v></c>")


def put_nothing(canvas: Canvas, row: int, column: int, style: Style, last: int = 0) -> None:
    """Write an empty cell that has a look, or such cells up to the column `last`."""
    cells, end = canvas.rows.cells[row], f'{row}" s="{canvas.shared.styles.number(style)}"/>'
    for place in range(column, max(column, last) + 1):
        cells[place] = f'<c r="{letter(place)}{end}'


def put_across(canvas: Canvas, row: int, span: tuple[int, int], words: str, style: Style) -> None:
    """Write words into cells of a row joined into one."""
    put_text(canvas, row, span[0], words, style)
    fill_across(canvas, row, span, style)


def fill_across(canvas: Canvas, row: int, span: tuple[int, int], style: Style) -> None:
    """Join the cells of a row into one after its first was written."""
    first, last = span
    if last > first:
        put_nothing(canvas, row, first + 1, style, last)
    canvas.merge(row, first, last)


def _put(canvas: Canvas, row: int, column: int, style: Style, rest: str) -> None:
    canvas.rows.cells[row][column] = f'<c r="{letter(column)}{row}" s="{canvas.shared.styles.number(style)}"{rest}'


def _marker(canvas: Canvas, words: str) -> str:
    return "\n" + canvas.shared.say(text("xlsx.cut", count=f"{units(words):,}"), " ")
