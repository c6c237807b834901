"""Questions that many ask of the same nodes: a graph keeps the answers that it has given."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar, TypeVarTuple

from oc_strategy.model.graph import Graph

A = TypeVar("A")
About = TypeVarTuple("About")
_NOT_YET: Final = object()


def asked_once(question: Callable[[Graph, *About], A]) -> Callable[[Graph, *About], A]:
    """Make a question about nodes one that each graph works out once; the answer must be a value, not an iterator."""

    @wraps(question)
    def answered(graph: Graph, *about: *About) -> A:
        answers = graph.answers[answered]
        answer: A = answers.get(about, _NOT_YET)
        if answer is _NOT_YET:
            answers[about] = answer = question(graph, *about)
        return answer

    return answered
