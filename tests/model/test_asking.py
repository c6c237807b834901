"""A graph keeps the answers to what many ask, and nobody gets those of another graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oc_strategy.model.asking import asked_once, asked_once_of_each
from oc_strategy.model.edges import COVERS, DEPENDS_ON
from oc_strategy.model.graph import Graph
from oc_strategy.model.rights import Patent
from oc_strategy.model.technology import Output

LENS, MOTOR = Output(id="lens"), Output(id="motor")
FAMILY = Patent(id="family", covers=("lens", "motor"))
GRAPH = Graph((LENS, MOTOR, FAMILY, Patent(id="other", covers=("motor",))))


@pytest.mark.parametrize("once", [asked_once, asked_once_of_each])
def test_a_question_is_worked_out_once_for_each_node_and_graph(once: Callable[[Any], Any]) -> None:
    asked: list[str] = []

    @once
    def covering(graph: Graph, output: Output) -> tuple[Patent, ...]:
        asked.append(output.id)
        return graph.sources(output, COVERS)

    bare = Graph((LENS, MOTOR))
    assert [covering(GRAPH, MOTOR), covering(GRAPH, MOTOR)] == [GRAPH.sources(MOTOR, COVERS)] * 2
    assert covering(GRAPH, LENS) == (FAMILY,)
    assert covering(bare, LENS) == ()
    assert asked == ["motor", "lens", "lens"]


def test_nothing_found_is_an_answer_too() -> None:
    asked: list[str] = []

    def above(graph: Graph, output: Output) -> Output | None:
        asked.append(output.id)
        return graph.target(output, DEPENDS_ON)

    for once in (asked_once(above), asked_once_of_each(above)):
        assert [once(GRAPH, LENS), once(GRAPH, LENS)] == [None, None]
    assert asked == ["lens", "lens"]


def test_neighbours_of_several_nodes_come_once_in_their_order() -> None:
    assert [patent.id for patent in GRAPH.all_sources((MOTOR, LENS), COVERS)] == ["family", "other"]
    assert [output.id for output in GRAPH.all_targets((GRAPH.nodes["other"], FAMILY), COVERS)] == ["motor", "lens"]
    assert GRAPH.all_sources((LENS,), COVERS) == (FAMILY,)
    assert GRAPH.all_sources((), COVERS) == ()
