"""Where an output earns: at a bottleneck, in a product, or by a licence."""

from __future__ import annotations

from oc_strategy.model.asking import asked_once_of_each
from oc_strategy.model.edges import COMPLEMENTS, DEPENDS_ON, EMBODIES, GRANTS, PART_OF
from oc_strategy.model.graph import Graph
from oc_strategy.model.rights import License
from oc_strategy.model.settling import rights_in
from oc_strategy.model.technology import Output

EARNING_TERMS = frozenset({"exclusive", "selective", "paid", "cross", "pool", "frand"})


@asked_once_of_each
def licences_of(graph: Graph, output: Output) -> tuple[License, ...]:
    """The licences on an output, on the patents that cover it, or on the secrets that protect it."""
    return graph.all_sources(rights_in(graph, output), GRANTS)


def earns(graph: Graph, output: Output) -> bool:
    """Whether an output carries revenue itself: bottleneck, embodied in an earning product, or licensed for money."""
    if output.revenue_bottleneck:
        return True
    if any(product.revenue_role in {"main", "supporting"} for product in graph.sources(output, EMBODIES)):
        return True
    return any(licence.terms in EARNING_TERMS for licence in licences_of(graph, output))


def is_on_revenue_path(graph: Graph, output: Output) -> bool:
    """Whether an output leads, over parts, dependents and complements, to something that earns."""
    waiting, seen = [output], {output.id}
    while waiting:
        here = waiting.pop()
        if earns(graph, here) or graph.sources(here, EMBODIES):
            return True
        for near in _near(graph, here):
            if near.id not in seen:
                seen.add(near.id)
                waiting.append(near)
    return False


def _near(graph: Graph, output: Output) -> list[Output]:
    up = [*graph.targets(output, PART_OF), *graph.sources(output, DEPENDS_ON)]
    return [node for node in (*up, *graph.targets(output, COMPLEMENTS)) if isinstance(node, Output)]
