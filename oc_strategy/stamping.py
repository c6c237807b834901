"""What to change in a text so that it says who looked at a node, when, and on which states."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.deciding import meaning_of, state_of
from oc_strategy.model.edges import DECIDES
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.reviewing import leans_on
from oc_strategy.model.steering import Decision, Project
from oc_strategy.yamlediting import Change, Drop, Put


def stamped(graph: Graph, node: Node, by: str, why: str, on: str) -> list[Change]:
    """The changes in the file of a node: a stamp on its own state and on each it leans on, a decision's new digest.

    Stamps on what it leans on no more go.
    """
    return list(_changes(graph, node, {"by": by, "on": on, "why": why}))


def _changes(graph: Graph, node: Node, who: dict[str, str]) -> Iterator[Change]:
    above: tuple[str, ...] = () if isinstance(node, Project) else (node.section, node.id)
    option = graph.target(node, DECIDES) if isinstance(node, Decision) else None
    if option is not None:
        digest = state_of(graph, option)
        yield Put((*above, "digest"), digest)
        node = node.model_copy(update={"digest": digest})
    seen = (node, *leans_on(graph, node))
    for other in seen:
        yield Put((*above, "acknowledged", other.id), {"of": meaning_of(graph, other), **who})
    for gone in sorted(node.acknowledged.keys() - {other.id for other in seen}):
        yield Drop((*above, "acknowledged", gone))
