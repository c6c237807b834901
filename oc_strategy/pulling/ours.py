"""The workbook as it would be written now: which cells may come back, what they say, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from oc_strategy.model.audience import reduced
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node, Record, yaml_key
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.steering import Option, Project
from oc_strategy.model.text import Confidentiality, Text
from oc_strategy.portfolio import LoadedProject
from oc_strategy.report import Report
from oc_strategy.tables.book import workbook
from oc_strategy.tables.returning import mark, said, table_key, written
from oc_strategy.tables.shapes import record_in
from oc_strategy.tables.sheet import Cell, Fields, Row, Table, Workbook

Path = tuple[str | int, ...]
_NUMBER: Final = "(0|[1-9][0-9]{0,5})"
_ROW: Final = re.compile(
    rf"([a-z0-9-]+)(?:/(?!treatments/)([a-z_]+)/{_NUMBER}"
    rf"|/treatments/([a-z0-9-]+(?:/(?!stages/)[a-z0-9-]+)?)(?:/stages/{_NUMBER})?)?"
)


@dataclass(frozen=True, slots=True)
class Ours:
    """The tables and forms that may come back, with all that is needed to say what a cell of them stands for."""

    book: Workbook
    tables: Mapping[str, Table]
    forms: Mapping[str, tuple[Text, Cell]]
    """By field of the project its label and its cell."""
    marks: Mapping[str, Mapping[str, str]]
    cells: Mapping[tuple[str, str], Cell] = field(repr=False)
    say: Callable[[Text], str]


def ours(loaded: LoadedProject, audience: Confidentiality, today: date, say: Callable[[Text], str]) -> Ours:
    """The project as a workbook for an audience shows it, without what the checks find."""
    book = workbook(_report(loaded, audience, today))
    marks: dict[str, dict[str, str]] = {}
    cells: dict[tuple[str, str], Cell] = {}
    for row_id, name, cell in written(book):
        cells.setdefault((row_id, name), cell)
        marks.setdefault(row_id, {}).setdefault(name, mark(said(cell, say)))
    return Ours(book, dict(_tables(book)), dict(_forms(book)), marks, cells, say)


def _report(loaded: LoadedProject, audience: Confidentiality, today: date) -> Report:
    graph = Graph(reduced(loaded.graph.nodes.values(), audience).nodes)
    project = graph.get(loaded.project.id)
    option = graph.get(loaded.project.option) if loaded.project.option else None
    return Report(
        project=project if isinstance(project, Project) else Project(id=loaded.project.id, confidentiality=audience),
        graph=graph,
        own=loaded.own & frozenset(graph.nodes),
        option=option if isinstance(option, Option) else None,
        findings=(),
        findings_by_option=MappingProxyType({}),
        deadlines=(),
        audience=audience,
        today=today,
    )


def _tables(book: Workbook) -> Iterator[tuple[str, Table]]:
    for sheet in book.sheets:
        tables = (block for block in sheet.blocks if isinstance(block, Table))
        for number, table in enumerate(tables, 1):
            if table.section or table.records:
                yield table_key(sheet.key, number), table


def _forms(book: Workbook) -> Iterator[tuple[str, tuple[Text, Cell]]]:
    for block in (block for sheet in book.sheets for block in sheet.blocks):
        for label, cell in block.pairs if isinstance(block, Fields) else ():
            if cell.field:
                yield cell.field, (label, cell)


def row_of(table: Table, row_id: str) -> Row | None:
    """The row of an id."""
    return next((row for row in table.rows if row.id == row_id), None)


def class_of(section: str) -> type[Node]:
    """The class of a section; the project's for its own fields."""
    return Project if section == Project.section else SECTIONS[section]


def is_row_id(words: str) -> bool:
    """Whether words can be the id of a row of a node that is written back, or of a record in one."""
    return _ROW.fullmatch(words) is not None


def steps_of(row_id: str) -> tuple[str, Path]:
    """The node that a row is about and the path of fields down to the record that it shows.

    Whatever is no such id is taken for that of a node: another project's node has a stroke in its id.
    """
    found = _ROW.fullmatch(row_id)
    if found is None:
        return row_id, ()
    node_id, field, index, output, stage = found.groups()
    if output is None:
        return node_id, (field, int(index)) if field else ()
    return node_id, ("treatments", output, "stages", int(stage)) if stage else ("treatments", output)


def dotted(path: Path) -> str:
    """A path as its shape is asked for: without places in lists and keys of mappings."""
    return ".".join(
        step
        for index, step in enumerate(path)
        if isinstance(step, str) and not (index == 1 and path[0] == "treatments")
    )


def yaml_path(kind: type[Node], path: Path) -> Path:
    """The path as it stands in YAML, where `from_` is `from`."""
    owner: type[Record] | None = kind
    steps: list[str | int] = []
    for index, step in enumerate(path):
        is_name = isinstance(step, str) and owner is not None and not (index == 1 and path[0] == "treatments")
        steps.append(yaml_key(owner, str(step)) if is_name and owner is not None else step)
        if is_name and owner is not None and index + 1 < len(path):
            owner = record_in(owner.model_fields[str(step)].annotation)
    return tuple(steps)


def value_at(value: Any, path: Path) -> Any:
    """What the model or the text holds at a path; None where it holds nothing."""
    for step in path:
        if isinstance(value, Record):
            value = getattr(value, str(step), None)
        elif isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list | tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
