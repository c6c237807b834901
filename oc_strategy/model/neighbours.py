"""The nodes that some nodes lead to, and those that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from oc_strategy.model.edges import EDGES_FROM, held
from oc_strategy.model.node import Node


def reached_with_pointers(wanted: Set[str], known: Mapping[str, Node]) -> dict[str, Node]:
    """The nodes reached from some ids, and those that point at them with all they reach; others stay out."""
    found = reached(wanted & known.keys(), known)
    if not found:
        return {}
    pointing = {node.id for node in known.values() if any(target in found for target in _ids(node))}
    return reached(found.keys() | pointing, known)


def reached(starts: Iterable[str], known: Mapping[str, Node]) -> dict[str, Node]:
    """The nodes of some ids and, step by step, all that they link to."""
    waiting = sorted(starts)
    found = {node_id: known[node_id] for node_id in waiting}
    while waiting:
        for target in _ids(known[waiting.pop()]):
            if target in known and target not in found:
                found[target] = known[target]
                waiting.append(target)
    return found


def _ids(node: Node) -> Iterator[str]:
    return (target for edge in EDGES_FROM[type(node)] for target in edge.ids(node))


def ids_in(*nodes: Node) -> set[str]:
    """Every id that some nodes point to, whether or not something has it."""
    return {target for _, holding in held(nodes) for _, ids in holding for target in ids}
