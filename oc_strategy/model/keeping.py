"""What a strategy means to keep secret: the know-how itself, and the outputs that it says nobody shall see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from oc_strategy.model.asking import asked_once
from oc_strategy.model.edges import PROTECTS, Edge, Path
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.rights import Secret
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output

N = TypeVar("N", bound=Node)


@dataclass(frozen=True, slots=True)
class Leak:
    """One written link from a node outsiders see to something kept secret, with its place below that node."""

    by: Node
    path: Path
    what: Output | Secret


def is_kept_output(option: Option | None, output: Output) -> bool:
    """Whether the option keeps an output secret, and does not also show parts of it to everybody."""
    treatment = option.treatments.get(output.id) if option else None
    return treatment is not None and treatment.is_kept_secret


def is_kept_secret(graph: Graph, option: Option | None, secret: Secret) -> bool:
    """Whether know-how is to stay secret: always, unless the option opens an output that it protects."""
    treatments = option.treatments if option else {}
    protected = (treatments.get(output.id) for output in graph.targets(secret, PROTECTS))
    return not any(treatment is not None and treatment.posture == "open" for treatment in protected)


@asked_once
def kept_outputs(graph: Graph, option: Option | None) -> tuple[Output, ...]:
    """The outputs that the option keeps secret, sorted by id."""
    return tuple(output for output in graph.of(Output) if is_kept_output(option, output))


@asked_once
def kept_secrets(graph: Graph, option: Option | None) -> tuple[Secret, ...]:
    """The know-how that is to stay secret, sorted by id."""
    return tuple(secret for secret in graph.of(Secret) if is_kept_secret(graph, option, secret))


def is_kept(graph: Graph, option: Option | None, what: Node) -> bool:
    """Whether an output or know-how is to stay secret; False for any other node."""
    if isinstance(what, Secret):
        return is_kept_secret(graph, option, what)
    return isinstance(what, Output) and is_kept_output(option, what)


def leaks(graph: Graph, option: Option | None, by: N, edge: Edge[N, Any]) -> Iterator[Leak]:
    """The links of one kind from a node to something that is to stay secret, in the order written."""
    kept = _kept(graph, option)
    # Most show nothing that is kept, which is seen sooner without the places.
    if any(what.id in kept for what in graph.targets(by, edge)):
        yield from (Leak(by, path, kept[node_id]) for path, node_id in edge.references(by) if node_id in kept)


@asked_once
def _kept(graph: Graph, option: Option | None) -> Mapping[str, Output | Secret]:
    kept: tuple[Output | Secret, ...] = (*kept_outputs(graph, option), *kept_secrets(graph, option))
    return {what.id: what for what in kept}
