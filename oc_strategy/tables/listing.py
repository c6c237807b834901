"""Tables of things: one row a node, one row a record inside a node, or rows worked out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, TypeVar

from oc_strategy.lang import field_label, section_label, text
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Project
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.tables.cells import field_cell, not_applicable, record_cell
from oc_strategy.tables.columns import Shown, field, field_column
from oc_strategy.tables.shapes import shape_of
from oc_strategy.tables.sheet import Block, Cell, Column, Fields, Row, Sheet, Table
from oc_strategy.tables.widths import fitted

N = TypeVar("N", bound=Node)
T = TypeVar("T")
_ID_WIDTH, _NAME_WIDTH = 24, 30


def sheet(
    number: int,
    key: str,
    *blocks: Block,
    paper: Literal["A4", "A3"] = "A3",
    landscape: bool = True,
    is_one_page: bool = False,
    is_beside_picture: bool = False,
) -> Sheet:
    """A worksheet with the title and the purpose that its key has in the language files."""
    title, purpose = text(f"sheets.{key}.title"), text(f"sheets.{key}.purpose")
    drawn = tuple(fitted(block) if isinstance(block, Table) else block for block in blocks)
    return Sheet(number, key, title, purpose, drawn, paper, landscape, is_one_page, is_beside_picture)


def node_table(
    report: Report,
    kind: type[N],
    *shown: Shown[N],
    empty: Text | None = None,
    nodes: Sequence[N] | None = None,
    is_titled: bool = True,
) -> Table:
    """All nodes of a kind: id, title, then the columns given; the rows can be written back.

    `is_titled` is False on a second table of a kind, whose titles are written on the first.
    """
    columns = (_id_column(kind, "id"), _title_column(report, kind, is_titled), *shown)
    every = report.graph.of(kind) if nodes is None else nodes
    rows = tuple(Row(tuple(c.cell(node) for c in columns), node.id) for node in every)
    label = section_label(kind.section)
    return Table(tuple(c.column for c in columns), rows, empty or nothing_yet(label), label, kind.section)


def record_table(
    report: Report, kind: type[N], container: str, *names: str, worked: Sequence[Shown[tuple[N, int]]] = ()
) -> Table:
    """The records in a list of each node: the node's id and name, then the record's fields, writable.

    `worked` are further columns, filled from the node and the record's number.
    """
    shapes = [shape_of(kind, f"{container}.{name}") for name in names]
    columns = (
        Column("of", section_label(kind.section), _ID_WIDTH, "id"),
        Column("of-name", field_label(kind.section, "title"), _NAME_WIDTH),
        *(field_column(shape, name) for shape, name in zip(shapes, names, strict=True)),
        *(shown.column for shown in worked),
    )
    rows = [
        replace(row, cells=(*row.cells, *(shown.cell((node, index)) for shown in worked)))
        for node in report.graph.of(kind)
        for index, row in enumerate(record_rows(report, node, container, names))
    ]
    title = text("tables.part", whole=section_label(kind.section), part=field_label(kind.section, container))
    empty = nothing_yet(field_label(kind.section, container))
    return Table(columns, tuple(rows), empty, title, records=(kind.section, container))


def record_rows(report: Report, node: Node, container: str, names: Sequence[str]) -> list[Row]:
    """One row a record, `patent/members/0` the id of the first; one row with the reason where none applies."""
    first = (Cell(node.id, link=node.id), Cell(node.name()))
    if container in node.not_applicable:
        stated = Cell(not_applicable(node.not_applicable[container]), "muted")
        return [Row((*first, stated, *(Cell() for _ in names[1:])))]
    return [
        Row((*first, *(record_cell(report, node, container, record, n) for n in names)), f"{node.id}/{container}/{i}")
        for i, record in enumerate(getattr(node, container))
    ]


def project_records(report: Report, container: str, *names: str) -> Table:
    """The records in a list of the project's, such as its revisions."""
    shapes = [shape_of(Project, f"{container}.{name}") for name in names]
    columns = tuple(field_column(shape, name) for shape, name in zip(shapes, names, strict=True))
    rows = [Row(row.cells[2:], row.id) for row in record_rows(report, report.project, container, names)]
    label = field_label(Project.section, container)
    return Table(columns, tuple(rows), nothing_yet(label), label, records=(Project.section, container))


def worked_table(title: str, things: Iterable[T], *shown: Shown[T], empty: Text | None = None) -> Table:
    """Rows that follow from others and are not written back; the title is `tables.titles.<title>`."""
    rows = tuple(Row(tuple(c.cell(thing) for c in shown)) for thing in things)
    label = text(f"tables.titles.{title}")
    return Table(tuple(c.column for c in shown), rows, empty or nothing_yet(label), label)


def project_fields(report: Report, *paths: str, title: Text | None = None) -> Fields:
    """Fields of the project as a form, each writable."""
    pairs = tuple((shape_of(Project, p).label, field_cell(report, report.project, p)) for p in paths)
    return Fields(pairs, title)


def sentence(words: Text) -> Fields:
    """One sentence in a box of its own."""
    return Fields(((text("tables.remark"), Cell(words, "muted")),))


def nothing_yet(what: Text) -> Text:
    """That nothing of the kind is written yet."""
    return text("tables.nothing-yet", what=what)


def _id_column(kind: type[N], key: str) -> Shown[N]:
    label = field_label(kind.section, "id")
    return Shown(Column(key, label, _ID_WIDTH, "id", note=text("help.any.id")), lambda node: Cell(node.id))


def _title_column(report: Report, kind: type[N], is_written: bool) -> Shown[N]:
    shown = field(report, kind, "title")
    column = replace(shown.column, width=_NAME_WIDTH, field="title" if is_written else None)
    return Shown(column, shown.cell if is_written else lambda node: Cell(node.title))
