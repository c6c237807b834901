"""Who stands on our side, and which patents that side holds."""

from __future__ import annotations

from collections.abc import Iterable

from oc_strategy.model.asking import asked_once, asked_once_of_each
from oc_strategy.model.edges import (
    AFFILIATED_WITH,
    OWNED_BY,
    PARENT_ORGANIZATION,
    PARTNER_OF,
    PROJECT_OWNER,
    WORKS_FOR,
)
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Organization, Person
from oc_strategy.model.rights import Patent
from oc_strategy.model.steering import Project


@asked_once
def our_organizations(graph: Graph, project: Project) -> tuple[Organization, ...]:
    """Organizations marked as own, the project's owner and partners, and their groups, sorted by id."""
    marked = (organization for organization in graph.of(Organization) if organization.own)
    stated = (*marked, *graph.targets(project, PROJECT_OWNER), *graph.targets(project, PARTNER_OF))
    return group_of(graph, stated)


def group_of(graph: Graph, starts: Iterable[Organization]) -> tuple[Organization, ...]:
    """Some organizations with their affiliates, parents and subsidiaries, sorted by id.

    One that is marked as not own does not join a group by being near it.
    """
    waiting = list(starts)
    group = {organization.id: organization for organization in waiting}
    while waiting:
        for near in _near(graph, waiting.pop()):
            if near.id not in group and near.own is not False:
                group[near.id] = near
                waiting.append(near)
    return tuple(group[key] for key in sorted(group))


def _near(graph: Graph, organization: Organization) -> tuple[Organization, ...]:
    return (
        *graph.targets(organization, AFFILIATED_WITH),
        *graph.sources(organization, AFFILIATED_WITH),
        *graph.targets(organization, PARENT_ORGANIZATION),
        *graph.sources(organization, PARENT_ORGANIZATION),
    )


def organization_of(graph: Graph, party: Node) -> Organization | None:
    """The organization itself, or the one a person works for; None where that is not told."""
    if isinstance(party, Organization):
        return party
    return graph.target(party, WORKS_FOR) if isinstance(party, Person) else None


@asked_once_of_each
def owners_of(graph: Graph, patent: Patent) -> tuple[Organization, ...]:
    """The organizations that own a family, themselves or through a person, in the order written."""
    found = (organization_of(graph, owner) for owner in graph.targets(patent, OWNED_BY))
    return tuple(owner for owner in found if owner is not None)


def holds(graph: Graph, organizations: Iterable[Organization], patent: Patent) -> bool | None:
    """Whether one of these organizations owns the family or a share of it; None where owners are not told."""
    owners = owners_of(graph, patent)
    if any(owner in organizations for owner in owners):
        return True
    return False if owners and len(owners) == len(graph.targets(patent, OWNED_BY)) else None
