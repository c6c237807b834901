"""The typed graph of a project, asked by named questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar

from oc_strategy.model.edges import EDGES_FROM, Edge, Path
from oc_strategy.model.node import Node

if TYPE_CHECKING:
    import networkx

N = TypeVar("N", bound=Node)
S = TypeVar("S", bound=Node)
T = TypeVar("T", bound=Node)
_NONE: Final[Mapping[Any, Any]] = {}


@dataclass(frozen=True, slots=True)
class Link:
    """One link that was written: which edge, from which node, to which id, at which place below the node."""

    edge: Edge[Any, Any]
    source: Node
    target_id: str
    path: Path


class Graph:
    """Nodes by id, and the links between them. Links whose far end is missing or of a wrong kind are left out.

    Takes the nodes of one project with the catalog's and other projects' nodes it refers to, in any order.
    """

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.nodes: Mapping[str, Node] = {node.id: node for node in sorted(nodes, key=lambda n: n.id)}
        self._out: dict[Edge[Any, Any], dict[str, dict[str, Node]]] = defaultdict(dict)
        self._in: dict[Edge[Any, Any], dict[str, dict[str, Node]]] = defaultdict(dict)
        self.loose: list[Link] = []
        for link in links(self.nodes.values()):
            self._add(link)

    def _add(self, link: Link) -> None:
        target = self.nodes.get(link.target_id)
        if target is None or not isinstance(target, link.edge.targets):
            self.loose.append(link)
            return
        self._out[link.edge].setdefault(link.source.id, {})[target.id] = target
        self._in[link.edge].setdefault(target.id, {})[link.source.id] = link.source

    def of(self, kind: type[N]) -> tuple[N, ...]:
        """All nodes of a kind, sorted by id."""
        return tuple(self._by_kind.get(kind, ()))

    @cached_property
    def _by_kind(self) -> dict[type[Node], list[Any]]:
        kinds: dict[type[Node], list[Any]] = defaultdict(list)
        for node in self.nodes.values():
            kinds[type(node)].append(node)
        return kinds

    def get(self, node_id: str | None) -> Node | None:
        """The node with that id, if there is one."""
        return self.nodes.get(node_id) if node_id else None

    def targets(self, node: S, edge: Edge[S, T]) -> tuple[T, ...]:
        """The nodes a node points to by an edge, in the order written."""
        return tuple(self._out.get(edge, _NONE).get(node.id, _NONE).values())

    def sources(self, node: Node, edge: Edge[S, T]) -> tuple[S, ...]:
        """The nodes that point to a node by an edge, sorted by id."""
        return tuple(self._in.get(edge, _NONE).get(node.id, _NONE).values())

    def target(self, node: S, edge: Edge[S, T]) -> T | None:
        """The first node a node points to by an edge, if any."""
        return next(iter(self._out.get(edge, _NONE).get(node.id, _NONE).values()), None)

    def links(self) -> Iterator[tuple[Node, Edge[Any, Any], Node]]:
        """Every link as (source, edge, target), sorted by source id, then by the edge table."""
        for node in self.nodes.values():
            for edge in EDGES_FROM[type(node)]:
                for target in self._out.get(edge, _NONE).get(node.id, _NONE).values():
                    yield node, edge, target

    def links_of(self, node: Node) -> Iterator[tuple[Node, Edge[Any, Any], Node]]:
        """Every link that starts or ends at a node."""
        return (link for link in self.links() if node.id in {link[0].id, link[2].id})

    @cached_property
    def networkx(self) -> networkx.MultiDiGraph[str]:
        """The same graph for the algorithms of networkx: ids as nodes (attribute `node`), edge names as keys."""
        import networkx

        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        for node in self.nodes.values():
            graph.add_node(node.id, node=node)
        for source, edge, target in self.links():
            graph.add_edge(source.id, target.id, key=edge.name, edge=edge)
        return graph


def links(nodes: Iterable[Node]) -> Iterator[Link]:
    """Every link written in some nodes, whether or not its far end exists."""
    for node in nodes:
        given = node.__dict__
        for edge in EDGES_FROM[type(node)]:
            # Most fields of most nodes are empty: asking here saves a call for each of them.
            if given[edge.steps[0]]:
                for path, target_id in edge.references(node):
                    yield Link(edge, node, target_id, path)
