"""A project as it was known when its course was decided: without what the decision or the time since brought."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from oc_strategy.model.business import Publication
from oc_strategy.model.dates import Date
from oc_strategy.model.filing import trace_of
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.rights import License, Patent
from oc_strategy.model.standardization import Certification, Contribution, Declaration, Regulation, Standard
from oc_strategy.model.steering import Decision, Option, Trend
from oc_strategy.portfolio import LoadedProject


def without_hindsight(loaded: LoadedProject, decided: Date | None) -> LoadedProject:
    """The project without deeds that are not certainly older than the decision; without all of them if it has no date.

    Deeds are options, decisions, licences, declarations, contributions, publications, standards, certifications,
    regulations and trends. A patent family goes only where it is certainly younger: what was invented was there.
    """
    kept = [node for node in loaded.graph.nodes.values() if _was_known(node, decided)]
    return replace(loaded, graph=Graph(kept))


def _was_known(node: Node, decided: Date | None) -> bool:
    if isinstance(node, Patent):
        trace = trace_of(node)
        return not (decided and trace and decided.certainly_before(trace.on))
    if type(node) not in _DONE_ON:
        return True
    on = _DONE_ON[type(node)](node)
    return bool(decided and on and on.certainly_before(decided))


def _first_stage(standard: Standard) -> Date | None:
    dates = [stage.actual for stage in standard.stages if stage.actual]
    return min(filter(None, (*dates, standard.published)), key=lambda date: date.last, default=None)


_DONE_ON: Final[Mapping[type[Node], Callable[[Any], Date | None]]] = {
    Option: lambda node: None,  # noqa: ARG005 - it is what is asked about
    Decision: lambda node: None,  # noqa: ARG005
    Certification: lambda node: None,  # noqa: ARG005 - it has no date
    License: lambda node: node.from_,
    Declaration: lambda node: node.on,
    Contribution: lambda node: node.submitted or node.public_on,
    Publication: lambda node: node.on,
    Standard: _first_stage,
    Regulation: lambda node: node.in_force,
    Trend: lambda node: node.last_checked,
}
