"""The chosen way with an output rests on no reason and no criterion."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import DECIDES
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, Value, rule

_ALL = Text(
    en="{option} gives neither reason nor criterion for any of its {count} treatments.",
    ja="{option} の {count} 件の扱いのいずれにも、理由も判断基準も書かれていない。",
)


@rule(
    severity="warning",
    question=Text(
        en="Does every treatment say why?",
        ja="成果ごとの扱いに、理由または判断基準が書かれているか",
    ),
    message=Text(
        en="The treatment of {output} in {option} gives neither reason nor criterion.",
        ja="{option} における {output} の扱いに、理由も判断基準も書かれていない。",
    ),
    remedy=Text(
        en="Write in a sentence why, or name the criteria that spoke for it and against it.",
        ja="理由を一文で書くか、賛否の判断基準を挙げる。",
    ),
    why=Text(
        en="Only a reason shows, when things change, whether the decision still holds.",
        ja="理由があって初めて、状況が変わったときに判断を保てるかどうかが分かる。",
    ),
    basis=Basis(practice=("G53",)),
    fires="""
id: demo
outputs:
  lens: {title: Lens}
  mount: {title: Mount}
options:
  chosen:
    treatments:
      lens: {mode: keep-secret, criteria: [reverse-engineering]}
      mount: standard-free  # <- treatment-without-reason
""",
    silent="""
id: demo
outputs:
  lens: {title: Lens}
  mount: {title: Mount}
options:
  chosen:
    treatments:
      lens: {mode: keep-secret, criteria: [reverse-engineering]}
      mount: {mode: standard-free, reason: Cameras of all makers shall take our lenses}
""",
)
def treatment_without_reason(case: Case) -> Iterator[Answer]:
    option = case.option
    if option is None:
        if case.graph.of(Output):
            yield Unanswered(case.project, "option")
        return
    if any(decision.criteria for decision in case.graph.sources(option, DECIDES)):
        return
    bare = [key for key, treatment in option.treatments.items() if not (treatment.reason or treatment.criteria)]
    if len(bare) > 1 and len(bare) == len(option.treatments):
        values: dict[str, Value] = {"option": option, "count": len(bare)}
        yield Finding(option, "treatments", values, chain=(Step(option, "treatments"),), message=_ALL)
        return
    for output in (node for key in bare if isinstance(node := case.graph.get(key), Output)):
        yield Finding(
            option, ("treatments", output.id), {"output": output, "option": option}, others=(output,),
            chain=(Step(option, ("treatments", output.id, "mode")), Step(output)),
        )  # fmt: skip
