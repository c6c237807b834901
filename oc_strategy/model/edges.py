"""Every kind of link in one table: from which nodes, through which field, to which nodes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

from oc_strategy.model.business import Market, Product, Publication
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement, Organization, Person
from oc_strategy.model.rights import License, Mark, Patent, Secret
from oc_strategy.model.standardization import (
    Certification,
    Committee,
    Contribution,
    Declaration,
    Regulation,
    Standard,
)
from oc_strategy.model.steering import Action, Decision, Indicator, Option, Project, Trend
from oc_strategy.model.technology import Output

S = TypeVar("S", bound=Node)
T = TypeVar("T", bound=Node)
KEYS: Final = "*"
"""A step of a path that takes the keys of a mapping."""
VALUES: Final = "*values"
"""A step of a path that takes the values of a mapping."""
Path = tuple[str | int, ...]


@dataclass(frozen=True, eq=False)
class Edge(Generic[S, T]):
    """A kind of link: a verb, its two ends, and the path of fields that holds the ids."""

    name: str
    source: type[S]
    target: type[T] | tuple[type[T], ...]
    path: tuple[str, ...] = ()

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """The fields to walk; the edge's own name where no other path is given."""
        return self.path or (self.name,)

    @cached_property
    def targets(self) -> tuple[type[Node], ...]:
        """The classes that may stand at the far end."""
        return self.target if isinstance(self.target, tuple) else (self.target,)

    def ids(self, node: S) -> Collection[str]:
        """The ids this edge holds in a node, without their places: all that is asked of most links."""
        value = node.__dict__[self.steps[0]]
        return _found_in(value, self.steps[1:]) if value else ()

    def references(self, node: S) -> Iterator[tuple[Path, str]]:
        """Each id this edge holds in a node, with its place below the node."""
        yield from _walk(node, self.steps, ())


def _found_in(value: Any, below: tuple[str, ...]) -> Collection[str]:
    """The ids in what an edge's field holds, for the steps below it."""
    if isinstance(value, str):
        return (value,)
    # The ids of a list, or those that are the keys of a mapping.
    return _ids(value, below) if below else value


def _ids(value: Any, steps: tuple[str, ...]) -> Collection[str]:
    """What `_walk` finds, without the places."""
    if not value:
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple):
        return [target_id for item in value for target_id in _ids(item, steps)]
    if not isinstance(value, dict):
        return _ids(getattr(value, steps[0]), steps[1:])
    if not steps or steps[0] == KEYS:
        return value
    rest = steps[1:] if steps[0] == VALUES else steps
    return [target_id for item in value.values() for target_id in _ids(item, rest)]


def _walk(value: Any, steps: tuple[str, ...], path: Path) -> Iterator[tuple[Path, str]]:
    if not value:
        return
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, steps, (*path, index))
    elif isinstance(value, dict):
        yield from _walk_mapping(value, steps, path)
    else:
        yield from _walk(getattr(value, steps[0]), steps[1:], (*path, steps[0]))


def _walk_mapping(value: Mapping[str, Any], steps: tuple[str, ...], path: Path) -> Iterator[tuple[Path, str]]:
    if not steps or steps[0] == KEYS:
        yield from (((*path, key), key) for key in value)
        return
    rest = steps[1:] if steps[0] == VALUES else steps
    for key, item in value.items():
        yield from _walk(item, rest, (*path, key))


ANYTHING: Final = (
    Output, Patent, Secret, Mark, License, Standard, Committee, Contribution, Declaration, Publication,
    Product, Market, Certification, Regulation, Organization, Person, Agreement, Trend, Action, Indicator,
    Decision, Option, Project,
)  # fmt: skip
PARTIES: Final = (Organization, Person)

# outputs
PART_OF = Edge("part_of", Output, Output)
DEPENDS_ON = Edge("depends_on", Output, (Output, Standard))
COMPLEMENTS = Edge("complements", Output, (Output, Product))
CREATED_BY = Edge("created_by", Output, PARTIES)
FUNDED_BY = Edge("funded_by", Output, (Organization, Agreement))
# patents
COVERS = Edge("covers", Patent, Output)
OWNED_BY = Edge("owners", Patent, PARTIES)
INVENTED_BY = Edge("inventors", Patent, PARTIES)
ESSENTIAL_TO = Edge("essential_to", Patent, Standard)
DESCRIBES = Edge("describes", Patent, (Secret, Output))
AMENDED_TO_REACH = Edge("reaches", Patent, Output, ("amendments", "reaches"))
ASSERTED_AGAINST = Edge("against", Patent, PARTIES, ("assertions", "against"))
ASSIGNED_FROM = Edge("assigned_from", Patent, Organization)
# secrets
PROTECTS = Edge("protects", Secret, Output)
CUSTODIAN = Edge("custodian", Secret, Person)
SHARED_WITH = Edge("shared_with", Secret, PARTIES)
SHARED_UNDER = Edge("shared_under", Secret, Agreement, ("shared_with", VALUES))
# marks
GUARDS = Edge("guards", Mark, (Output, Standard))
MARK_OWNER = Edge("owner", Mark, Organization)
# licences
GRANTS = Edge("grants", License, (Patent, Secret, Output, Mark))
LICENSED_BY = Edge("by", License, Organization)
LICENSED_TO = Edge("to", License, PARTIES)
LICENSE_CONSENT = Edge("consents", License, PARTIES)
# standards
COMMITTEE_OF = Edge("committee", Standard, Committee)
EDITED_BY = Edge("editor", Standard, Person)
CARRIED_BY = Edge("carrier", Standard, Organization)
CLAUSE_REVEALS = Edge("reveals", Standard, (Output, Secret), ("clauses", "reveals"))
REFERS_TO = Edge("normative_references", Standard, Standard)
SUPERSEDES = Edge("supersedes", Standard, Standard)
PROPOSED_BY = Edge("proposed_by", Standard, Organization)
# committees
PARENT_COMMITTEE = Edge("parent", Committee, Committee)
MIRRORED_BY = Edge("mirror_body", Committee, Organization)
SEATED = Edge("seat_person", Committee, Person, ("seats", "person"))
MEMBER_OF = Edge("seat_organization", Committee, Organization, ("seats", "organization"))
# contributions, declarations, publications
TABLED_IN = Edge("to", Contribution, (Committee, Standard))
TABLED_BY = Edge("by", Contribution, PARTIES)
CONTRIBUTION_REVEALS = Edge("reveals", Contribution, (Output, Secret))
CONTRIBUTION_HELD_UNDER = Edge("held_under", Contribution, Agreement)
DECLARED_FOR = Edge("standard", Declaration, Standard)
DECLARES = Edge("patents", Declaration, Patent)
DECLARED_BY = Edge("by", Declaration, Organization)
REPLACES = Edge("replaces", Declaration, Declaration)
DECLARATION_CONSENT = Edge("consents", Declaration, PARTIES)
PUBLICATION_REVEALS = Edge("reveals", Publication, (Output, Secret))
PUBLISHED_BY = Edge("by", Publication, PARTIES)
PUBLICATION_HELD_UNDER = Edge("held_under", Publication, Agreement)
# products and markets
EMBODIES = Edge("embodies", Product, Output)
CONFORMS_TO = Edge("conforms_to", Product, Standard)
SOLD_IN = Edge("sold_in", Product, Market)
PRODUCT_DEPENDS_ON = Edge("depends_on", Product, Committee)
MADE_BY = Edge("by", Product, Organization)
COMPETES_IN = Edge("competitors", Market, Organization)
# conformity and rules
CERTIFIES = Edge("for_", Certification, (Standard, Output))
CERTIFICATION_MARK = Edge("mark", Certification, Mark)
CERTIFIED_BY = Edge("bodies", Certification, Organization)
TESTED_BY = Edge("labs", Certification, Organization)
CITES = Edge("cites", Regulation, Standard)
RULES_MARKET = Edge("markets", Regulation, Market)
# parties
PARENT_ORGANIZATION = Edge("parent", Organization, Organization)
AFFILIATED_WITH = Edge("affiliates", Organization, Organization)
WORKS_FOR = Edge("works_for", Person, Organization)
SUCCEEDED_BY = Edge("successor", Person, Person)
PARTY_TO = Edge("parties", Agreement, PARTIES)
AGREES_ON = Edge("covers", Agreement, (Output, Patent, Secret, Contribution, Publication))
BACKGROUND = Edge("background", Agreement, (Output, Patent, Secret))
# steering
WATCHED_BY = Edge("owner", Trend, PARTIES)
AFFECTS = Edge("affects", Trend, ANYTHING)
ACTION_OWNER = Edge("owner", Action, PARTIES)
ABOUT = Edge("about", Action, ANYTHING)
MEASURES = Edge("of", Indicator, ANYTHING)
DECIDES = Edge("option", Decision, Option)
REJECTS = Edge("rejected_option", Decision, Option, ("rejected", "option"))
DECISION_BY = Edge("by", Decision, PARTIES)
APPROVED_BY = Edge("approved_by", Decision, PARTIES)
TREATS = Edge("treats", Option, Output, ("treatments", KEYS))
TREATED_VIA = Edge("via", Option, (Patent, Secret, Standard, License, Publication, Mark, Agreement, Contribution),
                   ("treatments", "via"))  # fmt: skip
TREATMENT_DECIDED_BY = Edge("decided_by", Option, PARTIES, ("treatments", "decided_by"))
BASED_ON = Edge("based_on", Option, Option)
# the project
PROJECT_OWNER = Edge("owner", Project, Organization)
MANAGED_BY = Edge("manager", Project, Person)
BUSINESS_OWNER = Edge("business_owner", Project, Person)
PROJECT_APPROVER = Edge("approver", Project, PARTIES)
PARTNER_OF = Edge("partners", Project, Organization)
PROJECT_FUNDED_BY = Edge("funders", Project, Organization)
CHOSEN_OPTION = Edge("option", Project, Option)
CORE_TECHNOLOGY = Edge("core_technologies", Project, (Output, Secret))

ACKNOWLEDGED: Final[Mapping[type[Node], Edge[Any, Any]]] = {
    source: Edge("acknowledged", source, ANYTHING, ("acknowledged", KEYS)) for source in ANYTHING
}
"""On which nodes' states, its own included, somebody has looked at a node."""

EDGES: Final[tuple[Edge[Any, Any], ...]] = (
    *(value for value in tuple(globals().values()) if isinstance(value, Edge)),
    *ACKNOWLEDGED.values(),
)
EDGES_FROM: Final[Mapping[type[Node], tuple[Edge[Any, Any], ...]]] = {
    source: tuple(edge for edge in EDGES if edge.source is source) for source in ANYTHING
}


Holding = Iterable[tuple[Node, Collection[str]]]
"""Nodes that point anywhere by an edge, each with the ids that it has there."""


def held(nodes: Iterable[Node]) -> Iterator[tuple[Edge[Any, Any], Holding]]:
    """What some nodes point to, by each edge from their classes; those of one class come in the order of the table."""
    alike: dict[type[Node], list[Node]] = {}
    for node in nodes:
        alike.setdefault(type(node), []).append(node)
    return ((edge, _held(edge, sources)) for kind, sources in alike.items() for edge in EDGES_FROM[kind])


def _held(edge: Edge[Any, Any], nodes: Iterable[Node]) -> Holding:
    field, below = edge.steps[0], edge.steps[1:]
    for node in nodes:
        # Most fields of most nodes are empty, which is seen sooner here.
        if (value := node.__dict__[field]) and (ids := _found_in(value, below)):
            yield node, ids
