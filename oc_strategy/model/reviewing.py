"""Which nodes ask to be looked at again, because what they lean on is not what it was when somebody looked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from oc_strategy.model.deciding import meaning_of
from oc_strategy.model.edges import (
    AGREES_ON,
    CITES,
    CLAUSE_REVEALS,
    CONFORMS_TO,
    CONTRIBUTION_REVEALS,
    COVERS,
    DECIDES,
    DECLARED_FOR,
    DECLARES,
    DEPENDS_ON,
    DESCRIBES,
    EMBODIES,
    ESSENTIAL_TO,
    GRANTS,
    GUARDS,
    PART_OF,
    PROTECTS,
    PUBLICATION_REVEALS,
    REFERS_TO,
    TREATED_VIA,
    TREATS,
    Edge,
)
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node, Stamp
from oc_strategy.model.steering import Decision

LEANING: Final[tuple[Edge[Any, Any], ...]] = (
    DEPENDS_ON, PART_OF, COVERS, ESSENTIAL_TO, DESCRIBES, PROTECTS, GUARDS, GRANTS, CLAUSE_REVEALS, REFERS_TO,
    CONTRIBUTION_REVEALS, PUBLICATION_REVEALS, DECLARES, DECLARED_FOR, EMBODIES, CONFORMS_TO, CITES, AGREES_ON,
    TREATS, TREATED_VIA,
)  # fmt: skip
"""Links whose source was thought through on the state of the target; parties and committees are no such states."""
_LEANING_FROM: Final[Mapping[type[Node], tuple[Edge[Any, Any], ...]]] = {
    source: tuple(edge for edge in LEANING if edge.source is source) for source in {edge.source for edge in LEANING}
}


@dataclass(frozen=True, slots=True)
class Stale:
    """A stamp that no longer fits: the node that carries it, what it was looked at on, and the digest of that now."""

    node: Node
    target: Node
    stamp: Stamp
    now: str


@dataclass(frozen=True, slots=True)
class Suspect:
    """A node to be looked at again: by its own stale stamp, or since it leans, step by step, on one that has one.

    `path` leads from the node to the one with the stale stamp; it is that one alone where the stamp is its own.
    """

    path: tuple[Node, ...]
    stale: Stale

    @property
    def node(self) -> Node:
        """The node that asks."""
        return self.path[0]


def leans_on(graph: Graph, node: Node) -> tuple[Node, ...]:
    """The nodes whose states a node was thought through on, each once, in the order of the links."""
    edges = _LEANING_FROM.get(type(node), ())
    return tuple(dict.fromkeys(target for edge in edges for target in graph.targets(node, edge) if target != node))


def suspects(graph: Graph) -> Iterator[Suspect]:
    """Every node with a stamp that asks to be looked at again, by id: for each stale stamp, else the nearest one."""
    stale: dict[str, list[Stale]] = {}
    for node in graph.nodes.values():
        if node.acknowledged and (found := list(_stale(graph, node))):
            stale[node.id] = found
    if not stale:
        return
    steps = _steps_to(graph, stale)
    for node in graph.nodes.values():
        if node.id in stale:
            yield from (Suspect((node,), found) for found in stale[node.id])
        elif node.id in steps and is_stamped(node):
            path = _nearest(graph, node, steps)
            yield Suspect(path, stale[path[-1].id][0])


def is_stamped(node: Node) -> bool:
    """Whether somebody has put on record what was seen: where nobody has, nothing can be outdated."""
    return bool(node.acknowledged) or (isinstance(node, Decision) and node.digest is not None)


def _stale(graph: Graph, node: Node) -> Iterator[Stale]:
    for target_id, stamp in node.acknowledged.items():
        target = graph.get(target_id)
        if target is not None and (now := meaning_of(graph, target)) != stamp.of:
            yield Stale(node, target, stamp, now)


def _steps_to(graph: Graph, ends: Iterable[str]) -> dict[str, int]:
    """How many links away the nearest of some nodes is, for each node that leads to one."""
    above: dict[str, list[str]] = {}
    for node in graph.nodes.values():
        for target in _below(graph, node):
            above.setdefault(target.id, []).append(node.id)
    steps = dict.fromkeys(ends, 0)
    waiting = deque(steps)
    while waiting:
        here = waiting.popleft()
        for leaning in above.get(here, ()):
            if leaning not in steps:
                steps[leaning] = steps[here] + 1
                waiting.append(leaning)
    return steps


def _nearest(graph: Graph, start: Node, steps: dict[str, int]) -> tuple[Node, ...]:
    """The shortest way, link by link, to a node with a stale stamp; of several the one by the links written first."""
    path = [start]
    while left := steps[path[-1].id]:
        path.append(next(target for target in _below(graph, path[-1]) if steps.get(target.id) == left - 1))
    return tuple(path)


def _below(graph: Graph, node: Node) -> Sequence[Node]:
    if isinstance(node, Decision):
        return graph.targets(node, DECIDES)
    return leans_on(graph, node)
