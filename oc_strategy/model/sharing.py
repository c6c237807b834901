"""How technology reaches others without being open to all: shared secrets, licences, joint work, closed meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oc_strategy.model.business import Publication
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import (
    AGREES_ON,
    CONTRIBUTION_REVEALS,
    GRANTS,
    LICENSED_TO,
    PARTY_TO,
    PROTECTS,
    PUBLICATION_REVEALS,
    SHARED_WITH,
)
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.ours import organization_of
from oc_strategy.model.parties import Organization, Person
from oc_strategy.model.standardization import Contribution
from oc_strategy.model.technology import Output

JOINT_WORK = frozenset({"joint-research", "consortium", "nda", "data-agreement", "supply"})
"""Kinds of agreement under which technology is handed over."""


@dataclass(frozen=True, slots=True)
class Handover:
    """One act that hands an output to somebody: where it is written, when, and to whom."""

    by: Node
    field: str
    on: Date | None
    to: Node


def handovers(graph: Graph, output: Output) -> Iterator[Handover]:
    """The acts by which an output, or a secret that protects it, is handed to named parties."""
    things = (output, *graph.sources(output, PROTECTS))
    for secret in graph.sources(output, PROTECTS):
        yield from _each(secret, "shared_with", None, graph.targets(secret, SHARED_WITH))
    for licence in graph.all_sources(things, GRANTS):
        yield from _each(licence, "to", licence.from_, graph.targets(licence, LICENSED_TO))
    for agreement in graph.all_sources(things, AGREES_ON):
        if agreement.kind in JOINT_WORK:
            begins = agreement.from_ or agreement.signed
            yield from _each(agreement, "parties", begins, graph.targets(agreement, PARTY_TO))


def _each(by: Node, field: str, on: Date | None, parties: Iterable[Node]) -> Iterator[Handover]:
    return (Handover(by, field, on, party) for party in parties)


def papers_on(graph: Graph, output: Output) -> tuple[Contribution | Publication, ...]:
    """The contributions and publications that show an output, or a secret that protects it; withdrawn ones left out."""
    things = (output, *graph.sources(output, PROTECTS))
    tabled = (paper for paper in graph.all_sources(things, CONTRIBUTION_REVEALS) if paper.status != "withdrawn")
    return (*tabled, *graph.all_sources(things, PUBLICATION_REVEALS))


def country_of(graph: Graph, party: Node) -> str | None:
    """Where a party sits: an organization's country, a person's own, else that of the employer."""
    own = party.country if isinstance(party, Organization | Person) else None
    employer = organization_of(graph, party)
    return own or (employer.country if employer is not None else None)
