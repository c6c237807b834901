"""A mark or a certification guards an output that was opened."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.guarding import instruments_of, marks_on, schemes_on
from oc_strategy.model.node import Node
from oc_strategy.model.rights import Mark
from oc_strategy.model.standardization import Certification
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="good",
    question=Text(
        en="Does a mark or a certification guard what was opened?",
        ja="開いた成果を、商標または認証が守っているか",
    ),
    message=Text(
        en="{output} is opened in {option}, and {guards} guards its quality and name.",
        ja="{option} で開く {output} の品質と名称を、{guards} が守っている。",
    ),
    remedy=Text(
        en="Keep mark and scheme alive beyond the patents.",
        ja="特許の満了後も、標章と認証の仕組みを維持する。",
    ),
    why=Text(
        en="Whoever opens loses control of quality unless a name or a test remains; a mark can be renewed without end.",
        ja="開けば品質を左右できなくなるが、名称や試験は手元に残せる。商標は更新を続けられる。",
    ),
    basis=Basis(practice=("G26", "P3", "S83"), cases=("S01", "S04")),
    fires="""
id: demo
outputs:
  symbol: {title: Symbol}  # <- opened-element-guarded
  reader: {title: Reader}
marks:
  name: {title: Registered name, guards: symbol}
options:
  chosen:
    treatments: {symbol: standard-free, reader: keep-secret}
""",
    silent="""
id: demo
outputs:
  symbol: {title: Symbol}
  reader: {title: Reader}
marks:
  name: {title: Registered name, guards: reader}
options:
  chosen:
    treatments: {symbol: standard-free, reader: keep-secret}
""",
)
def opened_element_guarded(case: Case) -> Iterator[Answer]:
    if not case.graph.of(Mark) and not case.graph.of(Certification):
        return
    for output in case.outputs("open", "gated"):
        guards = _guards(case, output)
        if guards and case.option:
            yield Finding(
                output, None, {"output": output, "option": case.option, "guards": guards}, others=guards,
                chain=(Step(output), *map(Step, guards)),
            )  # fmt: skip


def _guards(case: Case, output: Output) -> tuple[Node, ...]:
    named = (node for node in instruments_of(case.graph, case.option, output) if isinstance(node, Mark))
    return tuple(dict.fromkeys((*marks_on(case.graph, output), *schemes_on(case.graph, output), *named)))
