"""What makes an output public, when, and whether secrecy bound those who saw it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oc_strategy.model.asking import asked_once_of_each
from oc_strategy.model.business import Publication
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import (
    CLAUSE_REVEALS,
    CONTRIBUTION_HELD_UNDER,
    CONTRIBUTION_REVEALS,
    COVERS,
    PUBLICATION_HELD_UNDER,
    PUBLICATION_REVEALS,
)
from oc_strategy.model.filing import products_with
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.rights import Patent, Secret
from oc_strategy.model.standardization import Contribution, Standard
from oc_strategy.model.technology import Output


@dataclass(frozen=True, slots=True)
class Reveal:
    """One event that shows an output to outsiders: the node, the field with its date, and the date if known."""

    by: Node
    field: str
    on: Date | None


@asked_once_of_each
def reveals(graph: Graph, what: Output | Secret) -> tuple[Reveal, ...]:
    """Every planned or past event that makes an output (or what a secret points to) public, in order of ids.

    A sale counts only where the product shows the output to the eye or to simple analysis; a document counts unless
    it is marked confidential and an agreement is named (EPO Guidelines G-IV 7.6: public unless secrecy bound them).
    """
    return (
        *_contributions(graph, what),
        *_publications(graph, what),
        *(Reveal(standard, "published", standard.published) for standard in graph.sources(what, CLAUSE_REVEALS)),
        *(_sales(graph, what) if isinstance(what, Output) else ()),
    )


@asked_once_of_each
def reveals_under(graph: Graph, patent: Patent) -> tuple[tuple[Output, Reveal], ...]:
    """What makes the outputs public that a family covers, each time with the output."""
    covered = graph.targets(patent, COVERS)
    return tuple((output, reveal) for output in covered for reveal in reveals(graph, output))


def _sales(graph: Graph, output: Output) -> Iterator[Reveal]:
    if output.reverse_engineering in {"visible", "simple-analysis"}:
        for product in products_with(graph, output):
            yield Reveal(product, "launched", product.launched)


def _contributions(graph: Graph, what: Node) -> Iterator[Reveal]:
    for paper in graph.sources(what, CONTRIBUTION_REVEALS):
        if not is_held_secret(graph, paper):
            field = "public_on" if paper.public_on else "submitted"
            yield Reveal(paper, field, paper.public_on or paper.submitted)


def _publications(graph: Graph, what: Node) -> Iterator[Reveal]:
    for publication in graph.sources(what, PUBLICATION_REVEALS):
        if not is_held_secret(graph, publication):
            yield Reveal(publication, "on", publication.on)


def is_held_secret(graph: Graph, shown: Contribution | Publication) -> bool:
    """Whether a document is marked confidential and an agreement that binds its readers is named."""
    if isinstance(shown, Contribution):
        return bool(shown.confidential) and bool(graph.targets(shown, CONTRIBUTION_HELD_UNDER))
    return bool(shown.confidential) and bool(graph.targets(shown, PUBLICATION_HELD_UNDER))


def is_gazette(reveal: Reveal) -> bool:
    """Whether it is the appearance in an office's gazette, which some grace periods do not excuse."""
    return isinstance(reveal.by, Publication) and reveal.by.venue == "gazette"


def revealing_standards(graph: Graph, what: Output | Secret) -> tuple[Standard, ...]:
    """The standards a clause of which reveals it."""
    return graph.sources(what, CLAUSE_REVEALS)
