"""What one project does with things that another may hold, too: outputs, families, secrets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oc_strategy.model.business import Publication
from oc_strategy.model.edges import CLAUSE_REVEALS, CONTRIBUTION_REVEALS, GRANTS, PUBLICATION_REVEALS, Path
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.promising import FREE
from oc_strategy.model.rights import License, Patent, Secret
from oc_strategy.model.standardization import Contribution, Standard
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.treatment import Treatment


@dataclass(frozen=True, slots=True)
class Stance:
    """A thing, and where it is said what becomes of it: by a treatment, or by a text or licence that opens it."""

    thing: Node
    teller: Node
    where: Path
    treatment: Treatment | None = None


def treated(graph: Graph, option: Option | None) -> Iterator[Stance]:
    """What the option says of outputs, and of the families and secrets by way of which it treats them."""
    for output_id, treatment in option.treatments.items() if option else ():
        where: Path = ("treatments", output_id)
        for thing in (graph.get(output_id), *map(graph.get, treatment.via)):
            if option is not None and isinstance(thing, Output | Patent | Secret):
                yield Stance(thing, option, where, treatment)


def revealed(graph: Graph) -> Iterator[Stance]:
    """What texts make public: publications, contributions, clauses of standards; in order of the ids of the texts."""
    for publication in graph.of(Publication):
        yield from (Stance(x, publication, ("reveals",)) for x in graph.targets(publication, PUBLICATION_REVEALS))
    for contribution in graph.of(Contribution):
        yield from (Stance(x, contribution, ("reveals",)) for x in graph.targets(contribution, CONTRIBUTION_REVEALS))
    for standard in graph.of(Standard):
        yield from (Stance(x, standard, ("clauses",)) for x in graph.targets(standard, CLAUSE_REVEALS))


def given_free(graph: Graph) -> Iterator[Stance]:
    """What licences let everybody use without payment; in order of the ids of the licences."""
    for licence in graph.of(License):
        if licence.terms in FREE:
            yield from (Stance(x, licence, ("grants",)) for x in graph.targets(licence, GRANTS))
