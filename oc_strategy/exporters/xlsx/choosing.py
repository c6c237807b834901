"""What Excel offers and says in a cell that somebody fills in: drop-downs, and hints at the headings."""

from __future__ import annotations

from functools import lru_cache

from oc_strategy.exporters.xlsx.canvas import Canvas
from oc_strategy.exporters.xlsx.cleaning import as_attribute, clean, cut
from oc_strategy.exporters.xlsx.layout import Span
from oc_strategy.exporters.xlsx.lists import IDS
from oc_strategy.exporters.xlsx.rows import ref
from oc_strategy.lang import text
from oc_strategy.tables.sheet import Column, Table

_TITLE_LIMIT, _PROMPT_LIMIT = 32, 255
"""UTF-16 units (Excel specifications and limits)."""


def add_choices(canvas: Canvas, table: Table, places: list[Span], top: int) -> None:
    """The hints and the drop-downs of a table whose headings stand in row `top` and that ends above the next row."""
    for column, (first, _) in zip(table.columns, places, strict=True):
        if column.note is not None:
            _add_prompt(canvas, column, ref(top, first))
        name = canvas.shared.lists.name(column.choices) if column.choices else None
        if name is not None and column.choices is not None:
            kind = "id" if column.choices.startswith(IDS) else "choice"
            _add_choice(canvas, kind, name, f"{ref(top + 1, first)}:{ref(canvas.row - 1, first)}")


def _add_choice(canvas: Canvas, kind: str, name: str, cells: str) -> None:
    """Ids may be new, or several in one cell, so a strange one is only asked about; a strange word is refused."""
    style = "warning" if kind == "id" else "stop"
    title = _quoted(canvas.shared.say(text(f"xlsx.{kind}_title"), " / "), _TITLE_LIMIT)
    words = _quoted(canvas.shared.say(text(f"xlsx.{kind}")), _PROMPT_LIMIT)
    canvas.validations.append(
        f'<dataValidation type="list" errorStyle="{style}" allowBlank="1" showErrorMessage="1" errorTitle={title}'
        f' error={words} sqref="{cells}"><formula1>{name}</formula1></dataValidation>'
    )


def _add_prompt(canvas: Canvas, column: Column, cell: str) -> None:
    assert column.note is not None
    words = _quoted(canvas.shared.say(column.note), _PROMPT_LIMIT)
    if words:
        canvas.validations.append(f'<dataValidation showInputMessage="1" prompt={words} sqref="{cell}"/>')


@lru_cache(maxsize=4096)
def _quoted(words: str, limit: int) -> str:
    """The words as an attribute, cut to so many units; an empty string for none."""
    words = cut(clean(words), limit, "…")
    return as_attribute(words) if words else ""
