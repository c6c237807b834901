"""What a standard is to the project: whose work it is, what it says of our outputs, and whom it serves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from oc_strategy.model.edges import (
    CERTIFIES,
    CITES,
    CLAUSE_REVEALS,
    COMPLEMENTS,
    CONFORMS_TO,
    DEPENDS_ON,
    GUARDS,
    PART_OF,
    PROPOSED_BY,
    REFERS_TO,
    TABLED_BY,
    TABLED_IN,
    TREATED_VIA,
)
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.ours import organization_of
from oc_strategy.model.parties import Organization
from oc_strategy.model.rights import Mark
from oc_strategy.model.standardization import Certification, Contribution, Standard
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output

INTERNATIONAL: Final = frozenset({"iso", "iec", "iso-iec", "itu", "itu-t", "itu-r"})
"""The bodies that the WTO's rules on technical barriers and procurement look to first."""


def is_our_work(graph: Graph, ours: Iterable[Organization], option: Option | None, standard: Standard) -> bool:
    """Whether one of ours proposed it or contributed to it, it reveals an output, or the option opens through it."""
    group = tuple(ours)
    if any(node_id in graph.nodes for clause in standard.clauses for node_id in clause.reveals):
        return True
    if any(proposer in group for proposer in graph.targets(standard, PROPOSED_BY)):
        return True
    if any(is_tabled_by(graph, group, paper) for paper in graph.sources(standard, TABLED_IN)):
        return True
    return option is not None and option in graph.sources(standard, TREATED_VIA)


def is_tabled_by(graph: Graph, organizations: Iterable[Organization], paper: Contribution) -> bool:
    """Whether one of these organizations, or somebody who works for one, tabled a contribution."""
    group = tuple(organizations)
    return any(organization_of(graph, party) in group for party in graph.targets(paper, TABLED_BY))


def test_methods_for(graph: Graph, output: Output, standards: Iterable[Standard]) -> tuple[Standard, ...]:
    """The test-method standards for an output: they describe it or its tests, or go with standards that describe it."""
    described = tuple(standards)
    near = (
        *graph.all_sources((output, *_kin(graph, output)), CLAUSE_REVEALS),
        *graph.all_sources(described, REFERS_TO), *graph.all_targets(described, REFERS_TO),
    )  # fmt: skip
    by_id = {standard.id: standard for standard in near if standard.kind == "test-method"}
    return tuple(by_id[key] for key in sorted(by_id))


def _kin(graph: Graph, output: Output) -> tuple[Node, ...]:
    linked: list[Node] = [
        *graph.sources(output, PART_OF), *graph.sources(output, DEPENDS_ON), *graph.sources(output, COMPLEMENTS),
        *graph.targets(output, PART_OF), *graph.targets(output, DEPENDS_ON), *graph.targets(output, COMPLEMENTS),
    ]  # fmt: skip
    return tuple(node for node in linked if isinstance(node, Output) and node.kind == "test-method")


def schemes_for(graph: Graph, nodes: Iterable[Node]) -> tuple[Certification, ...]:
    """The certification schemes that cover one of some standards and outputs, each once."""
    return graph.all_sources(nodes, CERTIFIES)


def marks_for(graph: Graph, nodes: Iterable[Node]) -> tuple[Mark, ...]:
    """The marks that guard one of some standards and outputs, each once."""
    return graph.all_sources(nodes, GUARDS)


def is_used(graph: Graph, standard: Standard) -> bool:
    """Whether a product conforms to it, a rule cites it, or a standard of which either holds needs it."""
    waiting, seen = [standard], {standard.id}
    while waiting:
        here = waiting.pop()
        users: tuple[Node, ...] = (*graph.sources(here, CONFORMS_TO), *graph.sources(here, CITES))
        if users:
            return True
        for above in graph.sources(here, REFERS_TO):
            if above.id not in seen:
                seen.add(above.id)
                waiting.append(above)
    return False


def is_international(standard: Standard, body: str | None) -> bool:
    """Whether a standard is one of the international bodies', or is adopted in several countries."""
    return body in INTERNATIONAL or len(set(standard.adopted_in)) > 1 or "world" in standard.adopted_in
