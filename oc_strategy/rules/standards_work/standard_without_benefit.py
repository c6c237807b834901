"""A standard of ours leads to no market, no procurement, no regulation and no revenue."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.declaring import revealed_outputs
from oc_strategy.model.lifecycle import progress
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.revenue import is_on_revenue_path
from oc_strategy.model.standardization import Standard
from oc_strategy.model.standing import is_our_work, is_used
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Does the standard lead to a product, a rule that cites it, or revenue?",
        ja="標準が、製品・標準を引用する規制や調達・収益のいずれかにつながっているか",
    ),
    message=Text(
        en="{standard} is linked to no product, no regulation or procurement rule, and nothing that earns.",
        ja="{standard} は、製品にも、規制・調達にも、収益を生む成果にもつながっていない。",
    ),
    remedy=Text(
        en="Link {standard} to the product that follows it or the rule that cites it, or reconsider the work.",
        ja="{standard} に従う製品か、引用する規制・調達を結び付けるか、標準化の要否を見直す。",
    ),
    why=Text(
        en="Standards work costs people and years; without a way to a market, the cost is ours and the use others'.",
        ja="標準化には人と年月がかかる。市場への道筋がなければ、費用は自社が負い、利益は他社が得る。",
    ),
    basis=Basis(practice=("G29", "S42", "S67")),
    fires="""
id: demo
outputs:
  format: {title: Format}
standards:
  interface: {clauses: [{id: body, reveals: format}]}  # <- standard-without-benefit
""",
    silent="""
id: demo
outputs:
  format: {title: Format, complements: reader}
  reader: {title: Reader, revenue_bottleneck: true}
standards:
  interface: {clauses: [{id: body, reveals: format}]}
""",
)
def standard_without_benefit(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for standard in case.graph.of(Standard):
        if progress(standard, case.now) == "ended" or is_used(case.graph, standard):
            continue
        if is_our_work(case.graph, ours, case.option, standard):
            yield from _asked(case, standard)


def _asked(case: Case, standard: Standard) -> Iterator[Answer]:
    revealed = revealed_outputs(case.graph, standard)
    if any(is_on_revenue_path(case.graph, output) for output in revealed):
        return
    if not standard.is_answered("clauses"):
        # What it says of our outputs may well be what earns.
        yield Unanswered(standard, "clauses")
        return
    yield Finding(standard, None, {"standard": standard}, others=revealed, chain=(Step(standard), *map(Step, revealed)))
