"""Who made an output, and which agreements settle whose it is."""

from __future__ import annotations

from oc_strategy.model.asking import asked_once, asked_once_of_each
from oc_strategy.model.edges import AGREES_ON, CREATED_BY, GRANTS, LICENSED_BY, LICENSED_TO, PARTY_TO, PROTECTS
from oc_strategy.model.filing import patents_on
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.ours import organization_of
from oc_strategy.model.parties import Agreement, Organization, Person
from oc_strategy.model.technology import Output

SETTLING_KINDS = frozenset({"joint-research", "consortium", "ip-agreement", "data-agreement", "funding", "assignment"})
"""Kinds of agreement that are made to say whose results are; another kind does only if it states a rule."""


@asked_once_of_each
def creators(graph: Graph, output: Output) -> tuple[Organization, ...]:
    """The organizations that created an output, themselves or through their people, in the order written."""
    found = (organization_of(graph, party) for party in graph.targets(output, CREATED_BY))
    return tuple({organization.id: organization for organization in found if organization is not None}.values())


def unplaced_creators(graph: Graph, output: Output) -> tuple[Person, ...]:
    """The people among the creators whose organization is not told."""
    people = (party for party in graph.targets(output, CREATED_BY) if isinstance(party, Person))
    return tuple(person for person in people if organization_of(graph, person) is None)


@asked_once_of_each
def rights_in(graph: Graph, output: Output) -> tuple[Node, ...]:
    """The output itself, the families that cover it and the secrets that protect it."""
    return (output, *patents_on(graph, output), *graph.sources(output, PROTECTS))


def settling_agreements(graph: Graph, output: Output) -> tuple[Agreement, ...]:
    """The agreements on an output or its rights that are meant to say, or do say, whose they are."""
    found = graph.all_sources(rights_in(graph, output), AGREES_ON)
    return tuple(agreement for agreement in found if settles(agreement))


def settles(agreement: Agreement) -> bool:
    """Whether an agreement is meant to say, or does say, whose results are."""
    return agreement.kind in SETTLING_KINDS or agreement.is_answered("ownership_rule")


@asked_once
def unlinked_agreements(graph: Graph) -> tuple[Agreement, ...]:
    """The agreements that are meant to say, or do say, whose results are, but not at all what they cover, by id."""
    return tuple(a for a in graph.of(Agreement) if settles(a) and not a.is_answered("covers"))


def parties_of(graph: Graph, agreement: Agreement) -> tuple[Organization, ...]:
    """The organizations that are party to an agreement, themselves or through a person."""
    found = (organization_of(graph, party) for party in graph.targets(agreement, PARTY_TO))
    return tuple(organization for organization in found if organization is not None)


def is_licensed_among(graph: Graph, output: Output, members: tuple[Organization, ...]) -> bool:
    """Whether one of some organizations licenses the output, or a right in it, to another of them."""
    return any(
        graph.target(licence, LICENSED_BY) in members
        and any(organization_of(graph, party) in members for party in graph.targets(licence, LICENSED_TO))
        for licence in graph.all_sources(rights_in(graph, output), GRANTS)
    )
