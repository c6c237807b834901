"""One side of a comparison: a project as one audience may see it, with what the checks say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from oc_strategy.checking import Settings, case_of, check
from oc_strategy.model.audience import rank, reduced
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Option, Project
from oc_strategy.model.text import Confidentiality
from oc_strategy.portfolio import LoadedProject


@dataclass(frozen=True, eq=False)
class Side:
    """What there is to compare: the project's own nodes, what it refers to, its chosen option, its findings.

    `project` is None for the nodes that projects share; `findings` is None where none were made: below internal, and
    where the text has mistakes.
    """

    project: Project | None
    graph: Graph
    nodes: Mapping[str, Node]
    option: Option | None = None
    findings: tuple[Diagnostic, ...] | None = None


def side_of(loaded: LoadedProject, settings: Settings, audience: Confidentiality) -> Side:
    """A project reduced to an audience; the checks see all, the side only what the audience may see."""
    reduction = reduced(loaded.graph.nodes.values(), audience)
    graph = Graph(reduction.nodes)
    found = None
    if rank(audience) >= rank("internal") and not loaded.mistakes:
        found = tuple(d for d in check(loaded, settings) if not d.mentions & reduction.silent)
    chosen = case_of(loaded, settings).option
    # Below internal an option that nobody chose is no choice: being left alone would tell what was taken out.
    is_told = chosen is not None and (rank(audience) >= rank("internal") or chosen.id == loaded.project.option)
    option = graph.get(chosen.id) if chosen and is_told else None
    project = graph.get(loaded.project.id)
    return Side(
        project=project if isinstance(project, Project) else Project(id=loaded.project.id, confidentiality=audience),
        graph=graph,
        nodes={node_id: node for node_id, node in graph.nodes.items() if node_id in loaded.own},
        option=option if isinstance(option, Option) else None,
        findings=found,
    )


def shared_side(catalog: Mapping[str, Node], used: Iterable[str], audience: Confidentiality) -> Side:
    """The nodes of a catalog that are used somewhere."""
    graph = Graph(reduced((catalog[node_id] for node_id in used if node_id in catalog), audience).nodes)
    return Side(None, graph, graph.nodes)


def nothing_beside(other: Side | None) -> Side:
    """The side on which a project is not there."""
    is_checked = other is not None and other.findings is not None
    return Side(None, Graph(()), {}, findings=() if is_checked else None)
