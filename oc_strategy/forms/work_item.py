"""Names about one standard, the work item that a form is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from oc_strategy.forms.placeholders import plain
from oc_strategy.forms.sheets import sheet_lists
from oc_strategy.forms.single import Value
from oc_strategy.forms.subject import Subject, nobody
from oc_strategy.lang import field_label, section_label, text
from oc_strategy.model.edges import COMMITTEE_OF, DECLARED_FOR, ESSENTIAL_TO, TABLED_IN
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.standardization import Committee, Seat, Standard
from oc_strategy.report import Report
from oc_strategy.tables.cells import record_cell
from oc_strategy.tables.columns import field_column
from oc_strategy.tables.listing import nothing_yet, worked_table
from oc_strategy.tables.roadmap import deadline_columns
from oc_strategy.tables.shapes import shape_of
from oc_strategy.tables.sheet import Cell, Column, Row, Table
from oc_strategy.tables.standards import standards

Rows = Callable[[Subject], Table]
_SEATS = ("person", "organization", "role", "from_", "until")


def item_values() -> dict[str, Value]:
    """Every column of the standards sheet for the one standard, as `item.<column>`."""
    table = _standards(nobody().report)
    fields = Standard.model_fields

    def cell(at: int) -> Callable[[Subject], Cell]:
        def of(subject: Subject) -> Cell:
            if subject.item is None:
                return Cell()
            rows = {row.id: row for row in _standards(subject.report).rows}
            return rows[subject.item.id].cells[at]

        return of

    return {
        f"item.{plain(c.key)}": Value(c.title, cell(at), c.key.split(".")[0] in fields)
        for at, c in enumerate(table.columns)
    }


def item_lists() -> dict[str, Rows]:
    """The lists of the workbook as far as they are about the one standard."""
    shared = sheet_lists()
    found = {
        "item-contributions": _only(shared["contributions"], lambda g, item: g.sources(item, TABLED_IN)),
        "item-declarations": _only(shared["declarations"], lambda g, item: g.sources(item, DECLARED_FOR)),
        "item-patents": _only(shared["patents"], lambda g, item: g.sources(item, ESSENTIAL_TO)),
    }
    found |= {f"item-{name}": _records_of_item(shared[name]) for name in ("stages", "clauses")}
    return found | {"item-seats": _item_seats, "item-deadlines": _item_deadlines, "seats": _seats}


def _standards(report: Report) -> Table:
    return next(b for b in standards(report).blocks if isinstance(b, Table) and b.section == "standards")


def _only(rows: Rows, nodes: Callable[[Graph, Standard], Iterable[Node]]) -> Rows:
    def made(subject: Subject) -> Table:
        ids = {node.id for node in nodes(subject.report.graph, subject.item)} if subject.item else set()
        table = rows(subject)
        return replace(table, rows=tuple(row for row in table.rows if row.id in ids))

    return made


def _records_of_item(rows: Rows) -> Rows:
    """The records of the one standard; the first cell of a record's row names its node."""

    def made(subject: Subject) -> Table:
        table = rows(subject)
        mine = subject.item.id if subject.item else None
        return replace(table, rows=tuple(row for row in table.rows if row.cells[0].value == mine))

    return made


def _item_seats(subject: Subject) -> Table:
    report, item = subject.report, subject.item
    committee = report.graph.target(item, COMMITTEE_OF) if item else None
    return _seat_table(report, [committee] if committee else [])


def _seats(subject: Subject) -> Table:
    """Every seat in every committee."""
    return _seat_table(subject.report, subject.report.graph.of(Committee))


def _seat_table(report: Report, committees: Iterable[Committee]) -> Table:
    columns = (
        Column("committee", section_label("committees")),
        *(field_column(shape_of(Committee, f"seats.{name}"), name) for name in _SEATS),
    )
    rows = tuple(_seat_row(report, committee, seat) for committee in committees for seat in committee.seats)
    title = text("tables.part", whole=section_label("committees"), part=field_label("committees", "seats"))
    return Table(columns, rows, nothing_yet(title), title)


def _seat_row(report: Report, committee: Committee, seat: Seat) -> Row:
    cells = (record_cell(report, committee, "seats", seat, name) for name in _SEATS)
    return Row((Cell(committee.name()), *cells))


def _item_deadlines(subject: Subject) -> Table:
    report, item = subject.report, subject.item
    mine = [deadline for deadline in report.deadlines if deadline.node == item]
    return worked_table("deadlines", mine, *deadline_columns(report), empty=text("tables.no-deadlines"))
