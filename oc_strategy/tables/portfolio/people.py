"""People across projects: time shares added up, and who is booked for more than there is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Final

from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.tables.cells import lines
from oc_strategy.tables.columns import Shown, dated, numbered, worked_out
from oc_strategy.tables.listing import sheet, worked_table
from oc_strategy.tables.portfolio.part import Booking
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Cell, Sheet, Table

_ALL: Final = 100


@dataclass(frozen=True, slots=True)
class _Person:
    """A person by the name from outside, with each project's booking."""

    ref: str
    bookings: tuple[tuple[str, Booking], ...]

    @property
    def total(self) -> float | None:
        """The shares that count, added up; None where none is stated."""
        shares = [one.share for _, one in self.bookings if one.is_counted and one.share is not None]
        return sum(shares) if shares else None

    @property
    def is_overbooked(self) -> bool:
        """Whether several projects together take more than there is."""
        return self.total is not None and self.total > _ALL


def people(whole: Whole) -> Sheet:
    """Sheet 8."""
    return sheet(8, "portfolio-people", _persons(whole))


def _persons(whole: Whole) -> Table:
    found: dict[str, list[tuple[str, Booking]]] = defaultdict(list)
    for part in whole.parts:
        for booking in part.people:
            found[booking.ref].append((part.id, booking))
    every = [_Person(ref, tuple(bookings)) for ref, bookings in found.items()]
    every.sort(key=lambda one: (not one.is_overbooked, -len(one.bookings), -(one.total or 0), one.ref))
    total: Shown[_Person] = numbered("time-in-all", lambda one: None if one.total is None else one.total / _ALL)
    return worked_table(
        "people",
        every,
        worked_out("person", 24, lambda one: one.bookings[0][1].name),
        worked_out("works-for", 22, lambda one: one.bookings[0][1].works_for),
        numbered("count", lambda one: len(one.bookings)),
        worked_out("time-by-project", 44, lambda one: lines(_booked(whole, *each) for each in one.bookings)),
        replace(total, column=replace(total.column, kind="percent", bar=(0.0, 1.0), width=12)),
        worked_out("booked-twice", 20, _overbooked),
        dated("until", lambda one: one.bookings[0][1].until),
        empty=text("portfolio.no-people"),
    )


def _booked(whole: Whole, project: str, booking: Booking) -> Text:
    name = whole.name(project)
    if booking.share is None:
        return name
    share = text("tables.share", name=name, share=f"{booking.share:g}")
    return share if booking.is_counted else text("portfolio.not-counted", share=share)


def _overbooked(one: _Person) -> Cell:
    return Cell(text("portfolio.overbooked", share=f"{one.total:g}"), "warning") if one.is_overbooked else Cell()
