"""People of a project with their time, and the seats they hold."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.lang import word
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import WORKS_FOR
from oc_strategy.model.parties import Person
from oc_strategy.model.standardization import Committee
from oc_strategy.model.steering import Project
from oc_strategy.tables.portfolio.part import Booking, Seated
from oc_strategy.tables.portfolio.seeing import Seen


def bookings(seen: Seen) -> Iterator[Booking]:
    """Everybody in a project; the share of a shared person counts only where the project itself states it."""
    now = Date.day(seen.report.today)
    is_on = _is_on(seen.report.project, now)
    for person in seen.graph.of(Person):
        stated = seen.claims.get(person.id, person if seen.is_own(person.id) else None)
        is_here = not (person.until and person.until.certainly_before(now))
        employer = seen.graph.target(person, WORKS_FOR)
        yield Booking(
            ref=seen.ref(person.id),
            name=person.name(),
            works_for=employer.name() if employer else None,
            share=stated.time_share if isinstance(stated, Person) else None,
            is_counted=is_on and is_here,
            until=person.until,
        )


def _is_on(project: Project, now: Date) -> bool:
    """Whether a project may be running: neither certainly ended nor certainly not begun."""
    period = project.period
    if period is None:
        return True
    has_ended = period.until is not None and period.until.certainly_before(now)
    return not (has_ended or (period.from_ is not None and now.certainly_before(period.from_)))


def seated(seen: Seen) -> Iterator[Seated]:
    """Every seat that a person holds; those that have certainly ended are left out."""
    now = Date.day(seen.report.today)
    for committee in seen.graph.of(Committee):
        for seat in committee.seats:
            person = seen.graph.get(seat.person)
            if isinstance(person, Person) and not (seat.until and seat.until.certainly_before(now)):
                yield Seated(
                    committee=seen.ref(committee.id),
                    committee_name=committee.name(),
                    person=seen.ref(person.id),
                    person_name=person.name(),
                    role=word("SeatRole", seat.role) if seat.role else None,
                    until=seat.until,
                )
