"""What an organization said of its own rights when it showed outputs to others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oc_strategy.model.asking import asked_once
from oc_strategy.model.business import Publication
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import CONTRIBUTION_REVEALS, COVERS, PUBLICATION_REVEALS, PUBLISHED_BY, TABLED_BY
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.ours import holds, organization_of
from oc_strategy.model.parties import Organization
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Contribution
from oc_strategy.model.technology import Output
from oc_strategy.model.vocabulary import RightsSaid


@dataclass(frozen=True, slots=True)
class Statement:
    """A contribution or publication: the field with its date, the date if known, what it shows and says of rights."""

    document: Contribution | Publication
    field: str
    on: Date | None
    outputs: tuple[Output, ...]
    said: RightsSaid | None


@asked_once
def statements(graph: Graph) -> tuple[Statement, ...]:
    """Every contribution and publication that was not withdrawn, in order of ids."""
    return (*_contributions(graph), *_publications(graph))


def _contributions(graph: Graph) -> Iterator[Statement]:
    for paper in graph.of(Contribution):
        if paper.status != "withdrawn":
            shown = graph.targets(paper, CONTRIBUTION_REVEALS)
            yield Statement(paper, "submitted", paper.submitted, _outputs(shown), paper.rights_said)


def _publications(graph: Graph) -> Iterator[Statement]:
    for publication in graph.of(Publication):
        shown = graph.targets(publication, PUBLICATION_REVEALS)
        yield Statement(publication, "on", publication.on, _outputs(shown), publication.rights_said)


def _outputs(shown: Iterable[object]) -> tuple[Output, ...]:
    return tuple(node for node in shown if isinstance(node, Output))


def is_said_by(graph: Graph, organizations: Iterable[Organization], statement: Statement) -> bool | None:
    """Whether one of these organizations, or somebody who works for one, said it; None where nobody is named."""
    document, group = statement.document, tuple(organizations)
    parties = _speakers(graph, document)
    return any(organization_of(graph, party) in group for party in parties) if parties else None


def _speakers(graph: Graph, document: Contribution | Publication) -> tuple[Node, ...]:
    if isinstance(document, Contribution):
        return graph.targets(document, TABLED_BY)
    return graph.targets(document, PUBLISHED_BY)


def own_patents_on(graph: Graph, organizations: Iterable[Organization], statement: Statement) -> tuple[Patent, ...]:
    """The families on what it shows that these organizations hold, sorted by id."""
    group = tuple(organizations)
    found = {patent.id: patent for patent in graph.all_sources(statement.outputs, COVERS)}
    return tuple(found[key] for key in sorted(found) if holds(graph, group, found[key]))
