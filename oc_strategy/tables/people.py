"""People: who carries the work, who sits where until when, who follows."""

from __future__ import annotations

from oc_strategy.lang import text, word
from oc_strategy.model.edges import SEATED
from oc_strategy.model.parties import Organization, Person
from oc_strategy.model.standardization import Committee, Seat
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.tables.cells import bare_name, lines
from oc_strategy.tables.columns import about, fields, worked_out
from oc_strategy.tables.listing import node_table, record_table, sheet
from oc_strategy.tables.sheet import Cell, Sheet


def people(report: Report) -> Sheet:
    """Sheet 13."""
    persons = node_table(
        report,
        Person,
        *fields(report, Person, "roles", "works_for", "expertise"),
        worked_out("seats", 34, lambda person: _seats(report, person)),
        *fields(report, Person, "until", "successor", "time_share", "training", "country"),
        *about(report, Person),
        empty=text("sheets.people.empty"),
    )
    seats = record_table(report, Committee, "seats", *Seat.model_fields)
    parties = node_table(
        report,
        Organization,
        *fields(report, Organization, "kind", "own", "country", "parent", "affiliates", "invention_rule_since"),
        *fields(report, Organization, "corporate_number", "lei", "ror"),
        *about(report, Organization),
    )
    return sheet(13, "people", persons, seats, parties)


def _seats(report: Report, person: Person) -> Cell:
    held = [(c, seat) for c in report.graph.sources(person, SEATED) for seat in c.seats if seat.person == person.id]
    return Cell(lines(_seat(report, committee, seat) for committee, seat in held))


def _seat(report: Report, committee: Committee, seat: Seat) -> Text:
    role = word("SeatRole", seat.role) if seat.role else text("states.unknown")
    words = text("tables.seat", name=bare_name(report, committee.id), role=role)
    return text("tables.seat-until", seat=words, on=seat.until.text) if seat.until else words
