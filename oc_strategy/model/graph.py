"""The typed graph of a project, asked by named questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from oc_strategy.model.edges import EDGES_FROM, Edge, Holding, Path, held
from oc_strategy.model.node import Node

if TYPE_CHECKING:
    import networkx

N = TypeVar("N", bound=Node)
S = TypeVar("S", bound=Node)
T = TypeVar("T", bound=Node)


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
        by_id = {node.id: node for node in nodes}
        self.nodes: Mapping[str, Node] = dict(sorted(by_id.items()))
        self._out: dict[Edge[Any, Any], dict[str, tuple[Node, ...]]] = defaultdict(dict)
        self._in = _Backwards(self._out, self.nodes)
        self.loose: list[Link] = []
        for edge, holding in held(self.nodes.values()):
            self._add(edge, holding)
        # Those of one node came in the order of the table, and stay so.
        self.loose.sort(key=lambda link: link.source.id)

    def _add(self, edge: Edge[Any, Any], holding: Holding) -> None:
        """Note where an edge leads from the nodes that hold ids there."""
        nodes, kinds, out = self.nodes, edge.targets, self._out[edge]
        for source, ids in holding:
            once = dict.fromkeys(ids) if len(ids) > 1 else ids
            found = []
            for target_id in once:
                target = nodes.get(target_id)
                if target is not None and type(target) in kinds:
                    found.append(target)
            if found:
                out[source.id] = tuple(found)
            if len(found) < len(once):
                self.loose += self._loose(edge, source)

    def _loose(self, edge: Edge[Any, Any], source: Node) -> Iterator[Link]:
        for path, target_id in edge.references(source):
            if type(self.nodes.get(target_id)) not in edge.targets:
                yield Link(edge, source, target_id, path)

    def of(self, kind: type[N]) -> tuple[N, ...]:
        """All nodes of a kind, sorted by id."""
        return self._by_kind.get(kind, ())

    @cached_property
    def answers(self) -> defaultdict[Callable[..., Any], dict[Any, Any]]:
        """What was answered already, by question and by what it was asked about (see `asking`)."""
        return defaultdict(dict)

    @cached_property
    def _by_kind(self) -> dict[type[Node], tuple[Any, ...]]:
        kinds: dict[type[Node], list[Any]] = defaultdict(list)
        for node in self.nodes.values():
            kinds[type(node)].append(node)
        return {kind: tuple(nodes) for kind, nodes in kinds.items()}

    def get(self, node_id: str | None) -> Node | None:
        """The node with that id, if there is one."""
        return self.nodes.get(node_id) if node_id else None

    def targets(self, node: S, edge: Edge[S, T]) -> tuple[T, ...]:
        """The nodes a node points to by an edge, in the order written."""
        return self._out[edge].get(node.id, ())  # type: ignore[return-value]

    def sources(self, node: Node, edge: Edge[S, T]) -> tuple[S, ...]:
        """The nodes that point to a node by an edge, sorted by id."""
        return self._in[edge].get(node.id, ())  # type: ignore[return-value]

    def target(self, node: S, edge: Edge[S, T]) -> T | None:
        """The first node a node points to by an edge, if any."""
        found = self.targets(node, edge)
        return found[0] if found else None

    def all_sources(self, nodes: Iterable[Node], edge: Edge[S, T]) -> tuple[S, ...]:
        """The nodes that point to any of some nodes by an edge, each once, in the order of those nodes."""
        return _joined(self._in[edge], nodes)

    def all_targets(self, nodes: Iterable[S], edge: Edge[S, T]) -> tuple[T, ...]:
        """The nodes that some nodes point to by an edge, each once, in the order of those nodes."""
        return _joined(self._out[edge], nodes)

    def apart(self, kind: type[N], *edges: Edge[Any, Any]) -> tuple[N, ...]:
        """The nodes of a kind that point nowhere by any of these edges, sorted by id."""
        asked, answers = (kind, edges), self.answers[Graph.apart]
        if asked not in answers:
            answers[asked] = tuple(n for n in self.of(kind) if not any(self.targets(n, edge) for edge in edges))
        return answers[asked]  # type: ignore[no-any-return]

    def links(self) -> Iterator[tuple[Node, Edge[Any, Any], Node]]:
        """Every link as (source, edge, target), sorted by source id, then by the edge table."""
        for node in self.nodes.values():
            for edge in EDGES_FROM[type(node)]:
                for target in self.targets(node, edge):
                    yield node, edge, target

    def links_of(self, node: Node) -> Iterator[tuple[Node, Edge[Any, Any], Node]]:
        """Every link that starts or ends at a node."""
        return (link for link in self.links() if node.id in {link[0].id, link[2].id})

    @cached_property
    def first_ids(self) -> Mapping[str, str]:
        """For each node that was given another id the one it had first."""
        return {node.id: node.moved_from[0] for node in self.nodes.values() if node.moved_from}

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


class _Backwards(dict[Edge[Any, Any], Mapping[str, tuple[Node, ...]]]):
    """The nodes that point at each node by an edge, found when first asked for: most edges are only asked forwards."""

    def __init__(self, out: Mapping[Edge[Any, Any], Mapping[str, tuple[Node, ...]]], nodes: Mapping[str, Node]) -> None:
        self._out, self._nodes = out, nodes

    def __missing__(self, edge: Edge[Any, Any]) -> Mapping[str, tuple[Node, ...]]:
        pointing: dict[str, list[Node]] = defaultdict(list)
        for source_id, targets in self._out[edge].items():
            for target in targets:
                pointing[target.id].append(self._nodes[source_id])
        self[edge] = {target_id: tuple(sources) for target_id, sources in pointing.items()}
        return self[edge]


def _joined(links: Mapping[str, tuple[Node, ...]], nodes: Iterable[Node]) -> tuple[Any, ...]:
    found = [near for node in nodes if (near := links.get(node.id))]
    # Most often one node alone has any, and those are not twice the same.
    if len(found) < 2:
        return found[0] if found else ()
    return tuple({node.id: node for near in found for node in near}.values())
