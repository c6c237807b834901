"""Seats: who sits in which committee, in which role, and which projects count on it."""

from __future__ import annotations

from collections import defaultdict

from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.tables.columns import dated, worked_out
from oc_strategy.tables.listing import sheet, worked_table
from oc_strategy.tables.portfolio.part import Seated
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Sheet


def seats(whole: Whole) -> Sheet:
    """Sheet 9."""
    found: dict[tuple[str, str, Text | None], list[tuple[str, Seated]]] = defaultdict(list)
    for part in whole.parts:
        for seat in part.seats:
            found[seat.committee, seat.person, seat.role].append((part.id, seat))
    table = worked_table(
        "seats",
        sorted(found.values(), key=lambda held: (held[0][1].committee, held[0][1].person)),
        worked_out("committee", 40, lambda held: held[0][1].committee_name),
        worked_out("person", 28, lambda held: held[0][1].person_name),
        worked_out("role", 20, lambda held: held[0][1].role),
        dated("until", lambda held: held[0][1].until),
        worked_out("used-by", 44, lambda held: whole.names(project for project, _ in held)),
        empty=text("portfolio.no-seats"),
    )
    return sheet(9, "portfolio-seats", table)
