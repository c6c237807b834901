"""A test method is meant to tell good products from poor ones, and nothing says which pass."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.declaring import revealed_outputs
from oc_strategy.model.lifecycle import progress
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.standardization import Certification, Standard
from oc_strategy.model.standing import is_our_work, marks_for, schemes_for
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Does the test method that is to differentiate come with a criterion, a mark or a laboratory?",
        ja="差別化のための試験方法に、合否の基準・マーク・試験所が伴っているか",
    ),
    message=Text(
        en="{standard} is to show differences in performance, and no pass criterion, mark, certifier or laboratory "
        "goes with it.",
        ja="{standard} は性能の差を示すための試験方法だが、合否の基準・マーク・認証機関・試験所のいずれもない。",
    ),
    remedy=Text(
        en="Set a pass criterion or grades for {standard}, and say who tests and which mark shows it.",
        ja="{standard} に合否の基準や等級を定め、試験する者と示すマークを決める。",
    ),
    why=Text(
        en="A figure that no buyer can read as good or poor moves no purchase; the yardstick alone earns nothing.",
        ja="良否の読み取れない数値では購買は動かない。物差しだけでは差別化にならない。",
    ),
    basis=Basis(practice=("G26", "S83", "S84"), cases=("S04", "S10")),
    fires="""
id: demo
outputs:
  detection-test: {kind: test-method}
standards:
  detection:  # <- test-method-without-criterion
    kind: test-method
    purpose: differentiation
    clauses: [{id: procedure, reveals: detection-test}]
""",
    silent="""
id: demo
outputs:
  detection-test: {kind: test-method}
standards:
  detection:
    kind: test-method
    purpose: differentiation
    clauses: [{id: procedure, reveals: detection-test}]
certifications:
  scheme: {for: detection, criterion: All targets found at walking speed}
""",
)
def test_method_without_criterion(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for standard in case.graph.of(Standard):
        if standard.kind == "test-method" and is_our_work(case.graph, ours, case.option, standard):
            yield from _asked(case, standard)


def _asked(case: Case, standard: Standard) -> Iterator[Answer]:
    if progress(standard, case.now) == "ended":
        return
    if not standard.is_answered("purpose"):
        yield Unanswered(standard, "purpose")
    elif standard.purpose == "differentiation":
        yield from _judged(case, standard)


def _judged(case: Case, standard: Standard) -> Iterator[Answer]:
    tested = (standard, *revealed_outputs(case.graph, standard))
    schemes = schemes_for(case.graph, tested)
    if any(_tells(scheme) for scheme in schemes) or marks_for(case.graph, tested):
        return
    if schemes:
        yield Unanswered(schemes[0], "criterion", (standard,))
        return
    chain = (Step(standard, "kind"), Step(standard, "purpose"))
    yield Finding(standard, None, {"standard": standard}, chain=chain)


def _tells(scheme: Certification) -> bool:
    return bool(scheme.criterion or scheme.mark or scheme.labs or scheme.bodies)
