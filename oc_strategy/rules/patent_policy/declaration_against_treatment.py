"""What was promised to a standards body and what the option does with the output do not agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.declaring import in_force, may_be_to_come, patents_under, revealed_outputs
from oc_strategy.model.edges import COVERS, DECLARED_FOR
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Declaration
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.treatment import Treatment
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

FREE: Final = frozenset({"royalty-free", "non-assertion"})
PAID: Final = frozenset({"frand", "paid", "selected", "cross", "pool"})

_FREE_BUT_PAID = Text(
    en="{declaration} promises {patent} free of charge, and {option} asks for payment or an exchange for {output}.",
    ja="{declaration} は {patent} の無償での許諾を約束しているが、{option} は {output} に対価または交換を求めている。",
)


@rule(
    severity="error",
    question=Text(
        en="Does the option keep what was promised to the standards body?",
        ja="標準化機関に約束した条件と、選択肢での扱いが一致しているか",
    ),
    message=Text(
        en="{declaration} promises a licence on {patent} to everybody, and {option} keeps {output} closed.",
        ja="{declaration} は {patent} を誰にでも許諾すると約束しているが、{option} は {output} を閉じている。",
    ),
    remedy=Text(
        en="Open {output} as promised in {option}, or leave it out of what the standard needs.",
        ja="{option} で {output} を約束どおりに開くか、標準が必要としない内容に改める。",
    ),
    why=Text(
        en="A declaration binds, mostly for good and against successors; business planned against it will not hold.",
        ja="特許声明は、多くは撤回できず承継人も拘束する。それに反する事業計画は成り立たない。",
    ),
    basis=Basis(facts=("patent-policy",), practice=("G33", "S74"), cases=("F10",)),
    fires="""
id: demo
outputs:
  codec: {title: Codec}
standards:
  coding: {clauses: [{id: codec, reveals: codec}]}
patents:
  family: {covers: codec}
declarations:
  promise: {on: 2024-05-13, commitment: frand, patents: family, standard: coding}
options:
  chosen:
    treatments:
      codec: patent-exclusive  # <- declaration-against-treatment
""",
    silent="""
id: demo
outputs:
  codec: {title: Codec}
  encoder: {title: Encoder tuning}
standards:
  coding: {clauses: [{id: codec, reveals: codec}]}
patents:
  family: {covers: [codec, encoder]}
declarations:
  promise: {on: 2024-05-13, commitment: frand, patents: family, standard: coding}
options:
  chosen:
    treatments:
      codec: standard-frand
      encoder: patent-exclusive
""",
)
def declaration_against_treatment(case: Case) -> Iterator[Answer]:
    promises = [d for d in in_force(case.graph, case.now) if d.commitment in {*FREE, "frand"}]
    if promises and case.option is None:
        yield Unanswered(case.project, "option")
    elif case.option is not None:
        for promise in promises:
            yield from _asked(case, case.option, promise)


def _asked(case: Case, option: Option, promise: Declaration) -> Iterator[Answer]:
    patents = patents_under(case.graph, promise)
    if not patents:
        yield Unanswered(promise, "patents")
    for patent in patents:
        outputs = _outputs(case, promise, patent)
        if outputs is None:
            standard = case.graph.targets(promise, DECLARED_FOR)[0]
            yield Unanswered(standard, "clauses", (promise, patent))
        for output in outputs or ():
            yield from _judged(case, option, promise, patent, output)


def _outputs(case: Case, promise: Declaration, patent: Patent) -> tuple[Output, ...] | None:
    """The outputs that the promise touches; None where the standard does not tell which of several."""
    covered, standard = case.graph.targets(patent, COVERS), case.graph.target(promise, DECLARED_FOR)
    if standard is None or len(covered) < 2:
        return covered
    if not standard.is_answered("clauses"):
        return None
    revealed = revealed_outputs(case.graph, standard)
    return tuple(output for output in covered if output in revealed)


def _judged(case: Case, option: Option, promise: Declaration, patent: Patent, output: Output) -> Iterator[Answer]:
    treatment = case.treatment(output)
    if treatment is None or treatment.posture is None:
        yield Unanswered(option, "treatments", (output, promise))
        return
    is_closed, is_free = treatment.posture == "closed", promise.commitment in FREE
    if not is_closed and not (is_free and treatment.accesses in PAID):
        return
    yield Finding(
        option, ("treatments", output.id),
        {"declaration": promise, "patent": patent, "option": option, "output": output},
        others=(output, promise, patent),
        chain=(Step(promise, "commitment"), Step(promise, "on"), Step(patent), _step(option, output, treatment)),
        severity="question" if may_be_to_come(promise, case.now) else None,
        message=None if is_closed else _FREE_BUT_PAID,
    )  # fmt: skip


def _step(option: Option, output: Output, treatment: Treatment) -> Step:
    return Step(option, ("treatments", output.id, "mode" if treatment.mode else "access"))
