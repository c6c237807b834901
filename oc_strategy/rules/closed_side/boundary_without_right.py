"""A boundary output, where others dock on, with no patent, contract or mark of ours on it."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import COVERS
from oc_strategy.model.guarding import contracts_on, instruments_of, live_patents, marks_on
from oc_strategy.model.parties import Agreement
from oc_strategy.model.rights import License, Mark, Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="warning",
    question=Text(
        en="Do we hold a right at every boundary between the closed core and the open side?",
        ja="クローズなコアとオープン側の境界に、権利を持っているか",
    ),
    message=Text(
        en="{output} lies at the boundary, and no live patent, contract or mark is on it.",
        ja="{output} は境界にあるが、有効な特許も契約も商標もない。",
    ),
    remedy=Text(
        en="File on the connection itself, or bind those who dock on by a contract or a mark.",
        ja="接続部分そのものを出願するか、つながる相手を契約または商標で拘束する。",
    ),
    why=Text(
        en="The owner's influence reaches into the open market through the boundary; rights are worth most where "
        "partners connect.",
        ja="自社の影響力は境界を通じてオープンな市場に及ぶ。知財は、相手がつながる境界に集めるほど効く。",
    ),
    basis=Basis(practice=("G15", "S78", "S80")),
    fires="""
id: demo
outputs:
  connector: {title: Connector, position: boundary}  # <- boundary-without-right
  housing: {title: Housing, position: periphery}
""",
    silent="""
id: demo
outputs:
  connector: {title: Connector, position: boundary}
patents:
  plug: {covers: connector}
""",
)
def boundary_without_right(case: Case) -> Iterator[Answer]:
    for output in case.graph.of(Output):
        if output.position == "boundary" and not _has_right(case, output):
            spent = case.graph.sources(output, COVERS)
            yield Finding(
                output, None, {"output": output}, others=spent,
                chain=(Step(output, "position"), *(Step(patent) for patent in spent)),
            )  # fmt: skip


def _has_right(case: Case, output: Output) -> bool:
    graph = case.graph
    if live_patents(graph, output, case.now) or contracts_on(graph, output) or marks_on(graph, output):
        return True
    named = instruments_of(graph, case.option, output)
    return any(isinstance(node, Patent | License | Agreement | Mark) for node in named)
