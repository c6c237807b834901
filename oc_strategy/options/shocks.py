"""Named shocks: the project as it would be if something went wrong, to see which plans it breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from oc_strategy.lang import text
from oc_strategy.model.business import Publication
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import COVERS, PROTECTS
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement
from oc_strategy.model.rights import Patent, Secret
from oc_strategy.model.standardization import Committee, Standard
from oc_strategy.model.steering import Project, Trend
from oc_strategy.model.technology import Output
from oc_strategy.portfolio import LoadedProject

Patch = Callable[[Graph, Project, date], Iterator[Node]]
"""The nodes that a shock changes or adds, as they are afterwards."""
SLIP_MONTHS: Final = 12
_JOINT: Final = frozenset({"interface", "protocol", "data"})


def shaken(loaded: LoadedProject, shock: str, today: date) -> LoadedProject:
    """The project after a shock; KeyError for an unknown name. Nothing of the text changes."""
    changed = {node.id: node for node in SHOCKS[shock](loaded.graph, loaded.project, today)}
    nodes = {**loaded.graph.nodes, **changed}
    return replace(loaded, graph=Graph(nodes.values()))


def _changed(node: Node, **fields: Any) -> Node:
    return node.model_copy(update=fields)


def rival_standard_wins(graph: Graph, project: Project, today: date) -> Iterator[Node]:  # noqa: ARG001 - one shape
    """A rival standard wins: standards of what we make are withdrawn, and rivals are at their strongest."""
    shown = {node_id for s in graph.of(Standard) for clause in s.clauses for node_id in clause.reveals}
    ours = [s for s in graph.of(Standard) if any(node_id in graph.nodes for c in s.clauses for node_id in c.reveals)]
    yield from (_changed(standard, stage="95.99") for standard in ours)
    hit = [o for o in graph.of(Output) if o.id in shown or o.kind in _JOINT]
    yield from (_changed(o, ratings={**o.ratings, "rival-technology": (5.0, 5.0)}) for o in hit)
    yield Trend(
        id="shock-rival", title=text("options.shock-rival"), kind="rival", affects=tuple(output.id for output in hit)
    )


def key_patent_falls(graph: Graph, project: Project, today: date) -> Iterator[Node]:  # noqa: ARG001
    """The family that covers most is revoked everywhere."""
    key = max(graph.of(Patent), key=lambda p: (len(graph.targets(p, COVERS)), p.id), default=None)
    if key is not None:
        gone = tuple(member.model_copy(update={"status": "refused", "granted": None}) for member in key.members)
        yield _changed(key, members=gone)


def secret_leaks(graph: Graph, project: Project, today: date) -> Iterator[Node]:  # noqa: ARG001
    """What is kept secret at the most valuable place becomes known to everybody."""
    kept = max(graph.of(Secret), key=lambda s: (_value(graph, s), s.id), default=None)
    if kept is not None:
        known = tuple(output.id for output in graph.targets(kept, PROTECTS))
        yield Publication(
            id="shock-leak",
            title=text("options.shock-leak"),
            on=Date.day(today - timedelta(1)),
            venue="web",
            reveals=(kept.id, *known),
        )


def standard_slips(graph: Graph, project: Project, today: date) -> Iterator[Node]:  # noqa: ARG001
    """Every stage that is still to come comes twelve months later."""
    for standard in graph.of(Standard):
        if any(stage.target and not stage.actual for stage in standard.stages):
            yield _changed(standard, stages=tuple(_later(stage) for stage in standard.stages))


def partner_leaves(graph: Graph, project: Project, today: date) -> Iterator[Node]:
    """Joint research and supply end now, and nobody of the partner sits in a committee any more."""
    ended = Date.day(today - timedelta(1))
    partners = set(project.partners)
    for agreement in graph.of(Agreement):
        if partners & set(agreement.parties) and agreement.kind in {"joint-research", "consortium", "supply"}:
            yield _changed(agreement, until=ended)
    for committee in graph.of(Committee):
        left = tuple(
            s.model_copy(update={"until": ended}) if s.organization in partners else s for s in committee.seats
        )
        if left != committee.seats:
            yield _changed(committee, seats=left)


def export_rule_tightens(graph: Graph, project: Project, today: date) -> Iterator[Node]:  # noqa: ARG001
    """What is at the core, or listed already, comes under export control."""
    for output in graph.of(Output):
        if output.position == "core" or output.security_fields or output.core_important:
            yield _changed(output, export_controlled=True)


def _value(graph: Graph, secret: Secret) -> int:
    return sum(1 + bool(o.revenue_bottleneck) + (o.position == "core") for o in graph.targets(secret, PROTECTS))


def _later(stage: Any) -> Any:
    is_to_come = stage.target and not stage.actual
    return stage.model_copy(update={"target": stage.target.plus_months(SLIP_MONTHS)}) if is_to_come else stage


SHOCKS: Final[Mapping[str, Patch]] = {
    patch.__name__.replace("_", "-"): patch
    for patch in (
        rival_standard_wins, key_patent_falls, secret_leaks, standard_slips, partner_leaves, export_rule_tightens,
    )
}  # fmt: skip
