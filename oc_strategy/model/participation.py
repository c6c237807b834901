"""Who sat where when: the seats of a committee and of the groups below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from oc_strategy.model.asking import asked_once_of_each
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import MIRRORED_BY, PARENT_COMMITTEE, Path
from oc_strategy.model.graph import Graph
from oc_strategy.model.lifecycle import chain_above
from oc_strategy.model.node import Node
from oc_strategy.model.ours import organization_of
from oc_strategy.model.parties import Organization, Person
from oc_strategy.model.standardization import Committee, Seat


@dataclass(frozen=True, slots=True)
class Sitting:
    """One seat: in which committee, whose, from when until when; either end may be open."""

    committee: Committee
    index: int
    person: Person | None
    organization: Organization | None
    from_: Date | None
    until: Date | None

    @property
    def where(self) -> Path:
        """The place of the seat below its committee."""
        return ("seats", self.index)

    def has_ended(self, now: Date) -> bool:
        """Whether the seat was certainly given up before a day."""
        return self.until is not None and self.until.certainly_before(now)


@asked_once_of_each
def sittings(graph: Graph, committee: Committee) -> tuple[Sitting, ...]:
    """The seats of a committee and of the groups below it, in the order written."""
    below = groups_below(graph, committee)
    return tuple(_sitting(graph, group, i) for group in below for i in range(len(group.seats)))


def _sitting(graph: Graph, committee: Committee, index: int) -> Sitting:
    seat: Seat = committee.seats[index]
    person, named = graph.get(seat.person), graph.get(seat.organization)
    organization = named if isinstance(named, Organization) else organization_of(graph, person) if person else None
    sitter = person if isinstance(person, Person) else None
    return Sitting(committee, index, sitter, organization, seat.from_, seat.until)


def groups_below(graph: Graph, committee: Committee) -> tuple[Committee, ...]:
    """A committee and every group whose parents lead to it, the committee first."""
    found = {committee.id: committee}
    waiting = [committee]
    for group in waiting:
        near = [child for child in graph.sources(group, PARENT_COMMITTEE) if child.id not in found]
        found |= {child.id: child for child in near}
        waiting += near
    return tuple(waiting)


def seats_of(seats: Iterable[Sitting], organizations: Iterable[Organization]) -> Iterator[Sitting]:
    """Those of some seats that one of these organizations holds."""
    wanted = {organization.id for organization in organizations}
    return (seat for seat in seats if seat.organization is not None and seat.organization.id in wanted)


def mirror_of(graph: Graph, committee: Committee) -> Organization | None:
    """The national body that mirrors a committee, or the nearest committee above it."""
    mirrors = (graph.target(above, MIRRORED_BY) for above in chain_above(graph, committee))
    return next((mirror for mirror in mirrors if mirror is not None), None)


Attendance = Literal["present", "absent", "mirror-untold", "untold"]


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether we are where a committee meets, by a seat or through the mirror body.

    `mirror-untold`: none of the seats listed is ours, and nothing is said of a mirror body; `untold`: `missing` is
    the node, and its field, that would tell. `ended` holds the seats of ours that were given up.
    """

    state: Attendance
    missing: tuple[Node, str] | None = None
    ended: tuple[Sitting, ...] = ()


def presence(graph: Graph, ours: Iterable[Organization], committee: Committee, now: Date) -> Presence:
    """Whether some organizations are present in a committee, in a group below it, or by its mirror body, on a day."""
    seats = sittings(graph, committee)
    held = tuple(seats_of(seats, ours))
    if mirror_of(graph, committee) is not None or any(not seat.has_ended(now) for seat in held):
        return Presence("present")
    nameless = next((s for s in seats if s.organization is None and not s.has_ended(now)), None)
    if nameless is not None:
        who = nameless.person
        return Presence("untold", (who, "works_for") if who else (nameless.committee, "seats"))
    if not seats and not committee.is_answered("seats"):
        return Presence("untold", (committee, "seats"))
    has_none = any("mirror_body" in above.not_applicable for above in chain_above(graph, committee))
    return Presence("absent" if has_none else "mirror-untold", ended=held)
