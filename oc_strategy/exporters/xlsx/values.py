"""A value of the model as a cell shows it: numbers and dates as such, words in the chosen languages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from oc_strategy.exporters.xlsx.canvas import Canvas
from oc_strategy.exporters.xlsx.cells import put_date, put_named_link, put_nothing, put_number, put_text
from oc_strategy.exporters.xlsx.measuring import lines_in
from oc_strategy.exporters.xlsx.palette import TONES
from oc_strategy.exporters.xlsx.rows import ref
from oc_strategy.exporters.xlsx.styles import Style
from oc_strategy.lang import text
from oc_strategy.model.dates import Date
from oc_strategy.model.diagnostic import SEVERITIES
from oc_strategy.model.text import Text
from oc_strategy.tables.sheet import Beside, Cell, Tone, Value

SIGNED = "signed"
"""Stands for the format of numbers that have the sign of their tone before them."""
_NOTHING = ';;"·"'
_BESIDE = re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9-]+\.xlsx")
"""A workbook in this folder or in one below it: never out of it, and nothing that runs."""
_LONGEST_ADDRESS = 2_079
_MOST_LINKS = 65_530
"""Characters of a link and links on a sheet (Excel specifications and limits)."""


_SIGNS = frozenset(f"words_signs.Severity.{severity}" for severity in SEVERITIES)


def put_value(canvas: Canvas, row: int, column: int, cell: Cell, style: Style, joint: str = "\n") -> str:
    """Write a cell's value with its tone and link; returns the words that it shows, for measuring.

    A linked text stands in one line, as LibreOffice drops the line breaks of a link.
    """
    style = toned(style, cell)
    if cell.value is None:
        put_nothing(canvas, row, column, style)
        return ""
    if cell.link and is_linked(canvas, cell.link, cell.value):
        canvas.links.append((ref(row, column), cell.link))
        style, joint = style._replace(is_link=True), " / "
        words = canvas.shared.say(cell.value, joint) if isinstance(cell.value, Text) else ""
        if words.endswith("]") and " [" in words:
            put_named_link(canvas, row, column, words, style._replace(is_link=False))
            return words
    if style.format == SIGNED:
        style = style._replace(format=_with_sign(cell.tone))
    return _put_plain(canvas, row, column, cell, style, joint)


def linked_if_short(canvas: Canvas, cell: Cell, width: float, size: float = 10) -> Cell:
    """The cell with its link where that fits on a line: LibreOffice cuts a linked text instead of wrapping it."""
    if cell.link is None or not isinstance(cell.value, Text | str):
        return cell
    words = canvas.shared.say(cell.value, " / ") if isinstance(cell.value, Text) else cell.value
    return cell if lines_in(words, width, size) == 1 else replace(cell, link=None)


def toned(style: Style, cell: Cell) -> Style:
    """The style with the colours of the cell's tone."""
    return _painted(style, cell.tone) if cell.tone else style


@cache
def _painted(style: Style, tone: Tone) -> Style:
    paint = TONES[tone]
    return style._replace(
        fill=paint.fill or style.fill, ink=paint.ink, is_bold=paint.is_bold or style.is_bold, edge=paint.edge
    )


def is_linked(canvas: Canvas, link: str, value: Value) -> bool:
    """Whether a link leads somewhere: to a row of this book, to a workbook beside it, or to an https address."""
    if value is None or len(canvas.links) >= _MOST_LINKS:
        return False
    if link in canvas.shared.ids:
        return True
    if isinstance(link, Beside):
        return bool(_BESIDE.fullmatch(link))
    return link.startswith("https://") and len(link) <= _LONGEST_ADDRESS and link.isprintable() and " " not in link


def _put_plain(canvas: Canvas, row: int, column: int, cell: Cell, style: Style, joint: str) -> str:
    is_whole = cell.field is not None and cell.plain is None
    match cell.value:
        case Text() | str() | bool() as value:
            words = canvas.shared.say(value, joint, is_whole=is_whole) if isinstance(value, Text) else str(value)
            put_text(canvas, row, column, words, style)
            return words
        case int() | float() as value:
            put_number(canvas, row, column, value, _numeric(style, value))
            return f"{value:,}"
        case Date() as value if not value.is_exact:
            words = value.text.replace("-", "/")
            put_text(canvas, row, column, words, style._replace(format="@"))
            return words
        case Date() | date() as value:
            put_date(canvas, row, column, value.first if isinstance(value, Date) else value, style)
            return "0000/00/00"
        case None:
            return ""


def _with_sign(tone: Tone | None) -> str:
    """The number stays a number, to be sorted and added; a zero is a dot."""
    key = f"words_signs.Severity.{tone}"
    return f'"{text(key).of("en")} "#,##0{_NOTHING}' if key in _SIGNS else f"#,##0{_NOTHING}"


def _numeric(style: Style, value: float) -> Style:
    if style.format.endswith(_NOTHING):
        return style
    if style.format != "0%":
        return style._replace(format="#,##0" if isinstance(value, int) or value.is_integer() else "#,##0.0##")
    return style if round(value * 100, 6).is_integer() else style._replace(format="0.0%")
