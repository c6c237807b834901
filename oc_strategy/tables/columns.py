"""Columns with how to fill them: fields of the model, or values worked out from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeVar

from oc_strategy.lang import text
from oc_strategy.model.node import Node
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.tables.cells import field_cell, shared_cell
from oc_strategy.tables.shapes import Shape, shape_of
from oc_strategy.tables.sheet import Cell, Column, Value

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)
N = TypeVar("N", bound=Node)
ABOUT = ("summary", "note", "source", "tags", "certainty", "confidentiality")
"""Fields that every node has, shown last."""


@dataclass(frozen=True, slots=True)
class Shown(Generic[T_contra]):
    """A column and what stands in it for one thing."""

    column: Column
    cell: Callable[[T_contra], Cell]


def field_column(shape: Shape, key: str) -> Column:
    """The column of a field: its label, width, kind, drop-down and hint; records have a table of their own."""
    field = None if shape.holds_records else key
    return Column(key, shape.label, shape.width, shape.kind, shape.choices, shape.help, field=field)


def field(report: Report, kind: type[N], path: str) -> Shown[N]:
    """The column of one field of a node; `essentiality.on` names the field of a single record."""
    column = field_column(shape_of(kind, path), path)
    if "." in path:
        whole = shape_of(kind, path.split(".")[0]).label
        column = replace(column, title=_of_whole(whole, column.title))
    return Shown(column, lambda node: field_cell(report, node, path))


def fields(report: Report, kind: type[N], *paths: str) -> tuple[Shown[N], ...]:
    """The columns of several fields, in that order."""
    return tuple(field(report, kind, path) for path in paths)


def about(report: Report, kind: type[N]) -> tuple[Shown[N], ...]:
    """The columns that every node has: what it is, remarks, sources, certainty, class."""
    return fields(report, kind, *ABOUT)


def worked_out(key: str, width: int, cell: Callable[[T], Cell | Value]) -> Shown[T]:
    """A column that nobody fills in; its heading is `tables.columns.<key>`."""

    def made(thing: T) -> Cell:
        value = cell(thing)
        return value if isinstance(value, Cell) else shared_cell(value)

    return Shown(Column(key, text(f"tables.columns.{key}"), width), made)


def dated(key: str, cell: Callable[[T], Cell | Value]) -> Shown[T]:
    """A worked-out column of dates."""
    shown = worked_out(key, 13, cell)
    return replace(shown, column=replace(shown.column, kind="date"))


def numbered(key: str, cell: Callable[[T], Cell | Value]) -> Shown[T]:
    """A worked-out column of numbers."""
    shown = worked_out(key, 9, cell)
    return replace(shown, column=replace(shown.column, kind="number"))


def barred(
    key: str,
    ends: tuple[float, float],
    cell: Callable[[T], Cell | Value],
    kind: Literal["number", "percent"] = "number",
) -> Shown[T]:
    """A worked-out column of numbers with a bar in each cell on a scale between two ends."""
    shown = worked_out(key, 11, cell)
    return replace(shown, column=replace(shown.column, kind=kind, bar=ends))


def _of_whole(whole: Text, part: Text) -> Text:
    return Text.each(lambda lang: f"{whole.of(lang)}{'：' if lang == 'ja' else ': '}{part.of(lang)}")
