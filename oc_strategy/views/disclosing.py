"""Which documents reveal what, when, and whether the patents on it were filed before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from oc_strategy.lang import text
from oc_strategy.model.business import Publication
from oc_strategy.model.dates import Date
from oc_strategy.model.disclosure import is_held_secret
from oc_strategy.model.edges import CLAUSE_REVEALS, CONTRIBUTION_REVEALS, COVERS, PUBLICATION_REVEALS
from oc_strategy.model.filing import first_filing
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.rights import Patent, Secret
from oc_strategy.model.standardization import Contribution, Standard
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text

Showing: TypeAlias = Publication | Contribution | Standard
SHOWING: Final = (Publication, Contribution, Standard)


def revealed_by(graph: Graph, showing: Showing) -> tuple[Output | Secret, ...]:
    """What a document says that it shows."""
    return tuple(what for what in _shown(graph, showing) if isinstance(what, Output | Secret))


def _shown(graph: Graph, showing: Showing) -> tuple[Node, ...]:
    if isinstance(showing, Publication):
        return graph.targets(showing, PUBLICATION_REVEALS)
    if isinstance(showing, Contribution):
        return graph.targets(showing, CONTRIBUTION_REVEALS)
    return graph.targets(showing, CLAUSE_REVEALS)


def revealed_on(showing: Showing) -> Date | None:
    """The day from which outsiders can see a document, where it is known."""
    if isinstance(showing, Publication):
        return showing.on
    if isinstance(showing, Contribution):
        return showing.public_on or showing.submitted
    return showing.published


def is_bound(graph: Graph, showing: Showing) -> bool:
    """Whether those who see the document are bound to secrecy, as far as is written."""
    return not isinstance(showing, Standard) and is_held_secret(graph, showing)


def revealing(graph: Graph) -> Iterator[Showing]:
    """Every document that reveals something, publications first, then contributions, then standards."""
    every: tuple[Showing, ...] = (*graph.of(Publication), *graph.of(Contribution), *graph.of(Standard))
    yield from (node for node in every if revealed_by(graph, node))


def days_of(graph: Graph, focus: Node | None, today: Date) -> dict[str, Date | None]:
    """For each patent family the day on which what it covers becomes known, None where that day is not known.

    Around a document that is its day; around an output it is today; else the first day of any document. Families on
    nothing that becomes known are left out.
    """
    if isinstance(focus, Output):
        return {patent.id: today for patent in graph.sources(focus, COVERS)}
    events: Iterable[Showing] = [focus] if isinstance(focus, SHOWING) else revealing(graph)
    days: dict[str, Date | None] = {}
    for event in events:
        if not is_bound(graph, event):
            _note(graph, event, days)
    return days


def _note(graph: Graph, event: Showing, days: dict[str, Date | None]) -> None:
    day = revealed_on(event)
    for what in revealed_by(graph, event):
        for patent in graph.sources(what, COVERS):
            known = days.get(patent.id)
            days[patent.id] = min(day, known, key=lambda d: (d.first, d.last)) if day and known else day or known


def is_endangered(patent: Patent, day: Date | None) -> bool:
    """Whether the family was certainly not filed before the day on which what it covers becomes known."""
    start = first_filing(patent)
    return start is None or (day is not None and day.certainly_before(start))


def order_of(patent: Patent, day: Date | None) -> Text:
    """Which came first, filing or disclosure, as far as the dates tell."""
    start = first_filing(patent)
    if start is None:
        return text("pictures.order.unfiled")
    if day is None:
        return text("pictures.order.unknown", filed=start)
    if start.certainly_before(day):
        return text("pictures.order.before", filed=start)
    key = "pictures.order.after" if day.certainly_before(start) else "pictures.order.doubtful"
    return text(key, filed=start)
