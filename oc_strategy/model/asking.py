"""Questions that many ask of the same nodes: a graph keeps the answers that it has given."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar, TypeVarTuple

from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node

A = TypeVar("A")
N = TypeVar("N", bound=Node)
About = TypeVarTuple("About")
_NOT_YET: Final = object()


def asked_once(question: Callable[[Graph, *About], A]) -> Callable[[Graph, *About], A]:
    """Make a question one that each graph works out once; the answer must be a value, not an iterator."""

    @wraps(question)
    def answered(graph: Graph, *about: *About) -> A:
        answers = graph.answers[answered]
        answer: A = answers.get(about, _NOT_YET)
        if answer is _NOT_YET:
            answers[about] = answer = question(graph, *about)
        return answer

    return answered


def asked_once_of_each(question: Callable[[Graph, N], A]) -> Callable[[Graph, N], A]:
    """The same for a question about one node of the graph: its id tells it from all others, and is found sooner."""

    @wraps(question)
    def answered(graph: Graph, node: N) -> A:
        answers = graph.answers[answered]
        answer: A = answers.get(node.id, _NOT_YET)
        if answer is _NOT_YET:
            answers[node.id] = answer = question(graph, node)
        return answer

    return answered
