"""A test method that is itself core important technology is proposed as a standard."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.disclosure import revealing_standards
from oc_strategy.model.edges import CONTRIBUTION_REVEALS, CORE_TECHNOLOGY
from oc_strategy.model.node import Node
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="warning",
    question=Text(
        en="Is a test method that is core important technology kept out of standards?",
        ja="コア重要技術である試験方法を、標準に出していないか",
    ),
    message=Text(
        en="{output} is a test method and core important technology, and is on its way into a standard.",
        ja="{output} はコア重要技術に当たる試験方法だが、標準化に出されている。",
    ),
    remedy=Text(
        en="Keep the measuring know-how inside, and propose a test of the outcome that needs none of it.",
        ja="測定のノウハウは内部に残し、それによらない結果の試験を提案する。",
    ),
    why=Text(
        en="How a quality is measured is often how it was reached; a listed core technology may not leave "
        "uncontrolled.",
        ja="品質の測り方は、その作り方そのものであることが多い。コア重要技術は、管理なしに外へ出せない。",
    ),
    basis=Basis(practice=("G09", "S48")),
    fires="""
id: demo
outputs:
  purity: {title: Purity measurement, kind: test-method, core_important: true}  # <- core-test-method-standardized
options:
  chosen:
    treatments: {purity: standard-free}
""",
    silent="""
id: demo
outputs:
  purity: {title: Purity measurement, kind: test-method, core_important: true}
  hardness: {title: Hardness test, kind: test-method, core_important: false}
options:
  chosen:
    treatments: {purity: keep-secret, hardness: standard-free}
""",
)
def core_test_method_standardized(case: Case) -> Iterator[Answer]:
    listed = case.graph.targets(case.project, CORE_TECHNOLOGY)
    for output in case.graph.of(Output):
        if output.kind == "test-method" and (output.core_important or output in listed):
            ways = _ways(case, output)
            treatment = case.treatment(output)
            if ways or (treatment and "standard" in treatment.disclosures):
                chain = (Step(output, "kind"), *map(Step, ways))
                yield Finding(output, None, {"output": output}, others=ways, chain=chain)


def _ways(case: Case, output: Output) -> tuple[Node, ...]:
    return (*revealing_standards(case.graph, output), *case.graph.sources(output, CONTRIBUTION_REVEALS))
