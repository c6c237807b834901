"""All dates that a project must keep, gathered from its nodes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from oc_strategy.deadlines.deadline import Deadline
from oc_strategy.deadlines.grace import grace_dates
from oc_strategy.deadlines.patents import patent_dates
from oc_strategy.deadlines.standards import standard_dates
from oc_strategy.deadlines.written import written_dates
from oc_strategy.facts import Facts
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Standard

_JUST_ENDS: Final = frozenset({
    "expires", "exclusion", "license-ends", "seat-ends", "person-leaves", "project-ends", "indicator",
})  # fmt: skip
"""Kinds with nothing left to keep once they are over: something has ended, or can be done no more."""


def deadlines(graph: Graph, facts: Facts, today: date) -> tuple[Deadline, ...]:
    """All dates still to be kept (done ones are left out), by date, then by node."""
    found = [d for node in graph.nodes.values() for d in _of(graph, node, facts, today)]
    kept = (d for d in found if d.kind not in _JUST_ENDS or d.on.last >= today)
    return tuple(sorted(kept, key=lambda d: d.order))


def counted_dates(graph: Graph, facts: Facts, today: date) -> Iterator[Deadline]:
    """The dates that are counted by law or by the policy of a body, in no order; those that are over, too."""
    counted: tuple[Node, ...] = (*graph.of(Patent), *graph.of(Standard))
    return (d for node in counted for d in _of(graph, node, facts, today) if d.fact is not None)


def _of(graph: Graph, node: Node, facts: Facts, today: date) -> Iterator[Deadline]:
    if isinstance(node, Patent):
        yield from patent_dates(node, facts, today)
        yield from grace_dates(graph, node, facts, today)
    elif isinstance(node, Standard):
        yield from standard_dates(graph, node, facts, today)
    else:
        yield from written_dates(node)
