"""A test-method standard reveals a core output, so that its items tell rivals what to improve."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import CLAUSE_REVEALS
from oc_strategy.model.standardization import Standard
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="warning",
    question=Text(
        en="Do the items of a test method show only results, and not how the core works?",
        ja="試験項目は結果だけを測り、コアの仕組みを示していないか",
    ),
    message=Text(
        en="The test method {standard} reveals {output}, which is core.",
        ja="試験方法 {standard} は、コアである {output} を明かしている。",
    ),
    remedy=Text(
        en="Redesign the test so that it measures the outcome for the user.",
        ja="内部の値ではなく、利用者にとっての結果を測る試験に改める。",
    ),
    why=Text(
        en="A test that measures inner parameters tells every rival which of them to work on.",
        ja="内部の値を測る試験は、どの値を改良すべきかを競合に教える。",
    ),
    basis=Basis(practice=("G08", "S107")),
    fires="""
id: demo
outputs:
  binder: {title: Binder, position: core}
standards:
  peel-test:
    kind: test-method
    clauses:
      - {id: c5, reveals: binder}  # <- test-items-guide-rivals
""",
    silent="""
id: demo
outputs:
  binder: {title: Binder, position: core}
  strength: {title: Bond strength, position: periphery}
standards:
  peel-test:
    kind: test-method
    clauses:
      - {id: c5, reveals: strength}
""",
)
def test_items_guide_rivals(case: Case) -> Iterator[Answer]:
    for standard in case.graph.of(Standard):
        if standard.kind != "test-method":
            continue
        for path, node_id in CLAUSE_REVEALS.references(standard):
            output = case.graph.get(node_id)
            if isinstance(output, Output) and output.position == "core":
                chain = (Step(standard, "kind"), Step(output, "position"))
                yield Finding(standard, path, {"standard": standard, "output": output}, others=(output,), chain=chain)
