"""Which nodes of a project a selector chooses."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property

from oc_strategy.model.edges import EDGES_FROM
from oc_strategy.model.graph import Graph
from oc_strategy.model.steering import Option
from oc_strategy.selecting.grammar import FOR_FINDINGS, Selector, Term

Neighbours = Mapping[str, Collection[str]]


@dataclass(frozen=True)
class Scope:
    """What is chosen from: the graph of one project with all it refers to, its own ids, and those that changed.

    Own nodes answer to their id and to `project/id`, the catalog's to their id, other projects' to `project/id`.
    """

    project: str
    graph: Graph
    own: frozenset[str]
    modified: frozenset[str] = field(default=frozenset())

    @cached_property
    def needed(self) -> Neighbours:
        """For each node the nodes it links to."""
        return {
            node.id: [to for edge in EDGES_FROM[type(node)] for to in edge.ids(node) if to in self.graph.nodes]
            for node in self.graph.nodes.values()
        }

    @cached_property
    def needing(self) -> Neighbours:
        """For each node the nodes that link to it."""
        found: dict[str, list[str]] = {}
        for source, targets in self.needed.items():
            for target in targets:
                found.setdefault(target, []).append(source)
        return found


def chosen(selector: Selector, scope: Scope) -> frozenset[str]:
    """The ids, as the project writes them, of all nodes that one alternative of a selector chooses.

    Terms that ask a finding choose every node: they say nothing against any.
    """
    every = frozenset(scope.graph.nodes)
    found: set[str] = set()
    for together in selector.alternatives:
        sets = [met(term, scope) for term in together if term.method not in FOR_FINDINGS]
        found |= frozenset.intersection(every, *sets)
    return frozenset(found)


def met(term: Term, scope: Scope) -> frozenset[str]:
    """The ids of the nodes that a term chooses, with those that its `+` reaches."""
    start = frozenset(_matching(term, scope))
    above = _reached(start, scope.needed, term.up) if term.up else start
    return above | _reached(start, scope.needing, term.down) if term.down else above


def unmatched(selector: Selector, scope: Scope) -> frozenset[Term]:
    """The terms of a selector that name something which this project does not have."""
    naming = (term for term in selector.terms if term.method in {"id", "tag", "project", "option"})
    return frozenset(term for term in naming if next(_matching(term, scope), None) is None)


def names_for(term: Term, scope: Scope) -> Iterable[str]:
    """What a term could have named in a project."""
    if term.method == "project":
        return (scope.project,)
    if term.method == "tag":
        return {tag for node in scope.graph.nodes.values() for tag in node.tags}
    if term.method == "option":
        return (option.id for option in scope.graph.of(Option))
    return (f"{scope.project}/{i}" if i in scope.own and "/" in term.word else i for i in scope.graph.nodes)


def _matching(term: Term, scope: Scope) -> Iterator[str]:
    return (node_id for node_id in scope.graph.nodes if _MATCHES[term.method](term.word, node_id, scope))


def _is_called(pattern: str, node_id: str, scope: Scope) -> bool:
    if "/" not in pattern or "/" in node_id:
        return ("/" in pattern) == ("/" in node_id) and fnmatchcase(node_id, pattern)
    return node_id in scope.own and fnmatchcase(f"{scope.project}/{node_id}", pattern)


def _has_tag(pattern: str, node_id: str, scope: Scope) -> bool:
    return any(fnmatchcase(tag, pattern) for tag in scope.graph.nodes[node_id].tags)


def _is_of_type(section: str, node_id: str, scope: Scope) -> bool:
    return scope.graph.nodes[node_id].section == section


def _is_in_project(pattern: str, node_id: str, scope: Scope) -> bool:
    if "/" in node_id:
        return fnmatchcase(node_id.partition("/")[0], pattern)
    return node_id in scope.own and fnmatchcase(scope.project, pattern)


def _is_in_option(pattern: str, node_id: str, scope: Scope) -> bool:
    """Whether the node is such an option, an output it treats, or what it treats one by way of."""
    return any(
        node_id == option.id
        or node_id in option.treatments
        or any(node_id in treatment.via for treatment in option.treatments.values())
        for option in scope.graph.of(Option)
        if fnmatchcase(option.id, pattern)
    )


def _has_changed(_state: str, node_id: str, scope: Scope) -> bool:
    return node_id in scope.modified


_MATCHES: Mapping[str, Callable[[str, str, Scope], bool]] = {
    "id": _is_called,
    "tag": _has_tag,
    "type": _is_of_type,
    "project": _is_in_project,
    "option": _is_in_option,
    "state": _has_changed,
}


def _reached(start: Collection[str], neighbours: Neighbours, links: int) -> frozenset[str]:
    """All nodes at most so many links away; each is visited once, so no circle and no size does harm."""
    reached, edge = set(start), set(start)
    while edge and links:
        edge = {to for node_id in edge for to in neighbours.get(node_id, ())} - reached
        reached |= edge
        links -= 1
    return frozenset(reached)
