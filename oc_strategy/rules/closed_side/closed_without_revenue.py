"""A closed output leads to no product, market or licence income."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.revenue import is_on_revenue_path
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Does every closed output lead to something that earns?",
        ja="閉じた成果は、いずれも収益につながっているか",
    ),
    message=Text(
        en="{output} is kept closed in {option}, and no path leads from it to a product or a paid licence.",
        ja="{option} で閉じている {output} から、製品や有償ライセンスに至る道筋がない。",
    ),
    remedy=Text(
        en="Link {output} to the product, licence or bottleneck that it earns by, or reconsider closing it.",
        ja="{output} が稼ぐ製品・ライセンス・収益源との関係を書くか、閉じる必要を見直す。",
    ),
    why=Text(
        en="Sorting results into shown and hidden is not yet a strategy: what is closed must be what customers pay "
        "for. Closing costs care and fees.",
        ja="見せる・隠すの仕分けだけでは戦略にならない。閉じるのは顧客が対価を払う所であり、閉じるには管理と費用が要る。",
    ),
    basis=Basis(practice=("S58", "S77b"), cases=("F13",)),
    fires="""
id: demo
outputs:
  coating: {title: Coating process}  # <- closed-without-revenue
options:
  chosen:
    treatments: {coating: keep-secret}
""",
    silent="""
id: demo
outputs:
  coating: {title: Coating process, part_of: lens}
  lens: {title: Lens}
products:
  camera: {title: Camera, embodies: lens}
options:
  chosen:
    treatments: {coating: keep-secret}
""",
)
def closed_without_revenue(case: Case) -> Iterator[Answer]:
    if case.option is None and case.graph.of(Output):
        yield Unanswered(case.project, "option")
    for output in case.outputs("closed"):
        if case.option and not is_on_revenue_path(case.graph, output):
            yield Finding(
                output, None, {"output": output, "option": case.option}, others=(case.option,),
                chain=(Step(case.option, ("treatments", output.id, "mode")), Step(output)),
            )  # fmt: skip
