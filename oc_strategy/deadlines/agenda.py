"""The dates of projects with where each stands, as one audience may see them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from oc_strategy.deadlines.deadline import Deadline
from oc_strategy.deadlines.gathering import deadlines
from oc_strategy.facts import Facts
from oc_strategy.model.audience import rank, reduced
from oc_strategy.model.diagnostic import Place
from oc_strategy.model.graph import Graph
from oc_strategy.model.text import Confidentiality
from oc_strategy.portfolio import LoadedProject


@dataclass(frozen=True, slots=True)
class Entry:
    """A date of a project (None for one of the catalog that several share), and where it stands.

    `uid` is the same as long as the node and the kind are, wherever the date or the text moves. The place is told to
    nobody below internal: a line number tells how much stands above it.
    """

    project: str | None
    deadline: Deadline
    place: Place | None
    uid: str


def agenda(loaded: LoadedProject, facts: Facts, today: date, audience: Confidentiality) -> tuple[Entry, ...]:
    """The dates of a project and of what it uses of the catalog, computed from what the audience may see only."""
    graph = Graph(reduced(loaded.graph.nodes.values(), audience).nodes)
    is_told = rank(audience) >= rank("internal")
    # What belongs to another project is on that project's own list.
    near = [d for d in deadlines(graph, facts, today) if "/" not in d.node.id]
    placed = [(d, _place(loaded, d) if is_told else None) for d in near]
    return tuple(_entries(loaded, [*placed, *(_excused(loaded) if is_told else ())]))


def _entries(loaded: LoadedProject, placed: Iterable[tuple[Deadline, Place | None]]) -> Iterator[Entry]:
    counts: Counter[str] = Counter()
    for deadline, place in placed:
        owner = loaded.project.id if deadline.node.id in loaded.own else None
        key = "\n".join((owner or "", deadline.node.id, deadline.kind, deadline.office or ""))
        counts[key] += 1
        yield Entry(owner, deadline, place, _uid(key, counts[key]))


def _place(loaded: LoadedProject, deadline: Deadline) -> Place | None:
    return loaded.places.of(deadline.node.id, deadline.where) if deadline.node.id in loaded.places else None


def _excused(loaded: LoadedProject) -> Iterator[tuple[Deadline, Place]]:
    """The ends of exceptions: from the day after, the check tells its finding again."""
    for placed in loaded.exceptions:
        yield Deadline(loaded.project, "id", "exception-ends", placed.record.until, placed.record.rule), placed.place


def _uid(key: str, number: int) -> str:
    return hashlib.sha256(f"{key}\n{number}".encode()).hexdigest()[:24]


def merged(agendas: Iterable[tuple[Entry, ...]]) -> tuple[Entry, ...]:
    """The dates of many projects by date; what several of them say alike, such as the catalog's, once."""
    every = dict.fromkeys(entry for entries in agendas for entry in entries)
    return tuple(sorted(every, key=_order))


def _order(entry: Entry) -> tuple[date, str, str, str, str]:
    deadline = entry.deadline
    return deadline.on.last, entry.project or "", deadline.node.id, deadline.kind, entry.uid
