"""The terms that were declared, or that the option plans, are less than the body's policy asks at the least."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.facts import Fact
from oc_strategy.facts.policies import policy
from oc_strategy.lang import word
from oc_strategy.model.declaring import Reading, declarations_on, in_force, may_be_to_come, readings
from oc_strategy.model.lifecycle import adopted_on, body_of, progress
from oc_strategy.model.ours import holds, our_organizations
from oc_strategy.model.standardization import Declaration
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, Value, rule

LEAST: Final = {"royalty-free": 2, "rand": 1, "frand": 1}
"""How much a policy asks for at the least; other words ask for nothing that can be compared."""
PROMISED: Final = {"royalty-free": 2, "non-assertion": 2, "frand": 1}
PLANNED: Final = {
    "royalty-free": 2, "public-domain": 2, "frand": 1, "pool": 1, "paid": 0, "cross": 0, "selected": 0, "own": 0,
}  # fmt: skip

_PLANNED_BELOW = Text(
    en="The option plans “{given}” for {output}, which {patent} covers; for {standard}, {body} asks for “{least}” "
    "at the least.",
    ja="選択肢は {patent} が覆う {output} を「{given}」とするが、"
    "{body} は {standard} について少なくとも「{least}」を求めている。",
)


@rule(
    severity="error",
    question=Text(
        en="Do the declared and planned terms reach what the body's policy asks at the least?",
        ja="声明した条件や予定する条件は、標準化機関の方針が求める最低限を満たすか",
    ),
    message=Text(
        en="{declaration} offers “{given}” on {patent}; for {standard}, {body} asks for “{least}” at the least.",
        ja="{declaration} は {patent} を「{given}」とするが、"
        "{body} は {standard} について少なくとも「{least}」を求めている。",
    ),
    remedy=Text(
        en="Offer at least “{least}”, or keep what {patent} covers out of {standard}.",
        ja="少なくとも「{least}」とするか、{patent} が覆う内容を {standard} に含めない。",
    ),
    why=Text(
        en="A body does not publish a text on lesser terms; the work is redesigned around the patent or stopped.",
        ja="条件が足りなければ標準は発行されず、特許を避けて作り直されるか、審議が止まる。",
    ),
    basis=Basis(facts=("patent-policy",), practice=("G33",)),
    fires="""
id: demo
organizations:
  maker: {own: true}
outputs:
  markup: {title: Markup}
standards:
  web: {body: w3c, stages: [{stage: "20.00", actual: 2025-01}], clauses: [{id: one, reveals: markup}]}
patents:
  family: {covers: markup, owners: maker}
declarations:
  offer: {on: 2025-02-03, commitment: frand, patents: family, standard: web}  # <- commitment-below-policy
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
outputs:
  markup: {title: Markup}
standards:
  web: {body: etsi, stages: [{stage: "20.00", actual: 2025-01}], clauses: [{id: one, reveals: markup}]}
patents:
  family: {covers: markup, owners: maker}
declarations:
  offer: {on: 2025-02-03, commitment: frand, patents: family, standard: web}
""",
)
def commitment_below_policy(case: Case) -> Iterator[Answer]:
    ours, valid = our_organizations(case.graph, case.project), frozenset(in_force(case.graph, case.now))
    for reading in readings(case.graph):
        is_ours = holds(case.graph, ours, reading.patent)
        fact = _least(case, reading)
        if fact is None or is_ours is False or progress(reading.standard, case.now) == "ended":
            continue
        made = [d for d in declarations_on(case.graph, reading.patent, reading.standard) if d in valid]
        for answer in (*_promised(case, reading, fact, made), *_planned(case, reading, fact)):
            yield answer if is_ours else Unanswered(reading.patent, "owners", (reading.standard,))


def _least(case: Case, reading: Reading) -> Fact | None:
    """What the policy asks for: at the adoption, or today while the work runs."""
    body, adopted = body_of(case.graph, reading.standard), adopted_on(reading.standard)
    on = adopted if adopted is not None and progress(reading.standard, case.now) == "adopted" else case.now
    fact = policy(case.facts, body, on, "minimum-licence")
    return fact if fact is not None and fact.value in LEAST else None


def _promised(case: Case, reading: Reading, fact: Fact, made: list[Declaration]) -> Iterator[Answer]:
    for declaration in made:
        given = PROMISED.get(declaration.commitment or "")
        if given is not None and given < LEAST[fact.value or ""]:
            yield Finding(
                declaration, "commitment",
                _values(case, reading, fact, _given(declaration)) | {"declaration": declaration},
                others=(reading.patent, reading.standard),
                chain=(Step(declaration, "commitment"), Step(reading.patent), Step(reading.standard, "body")),
                facts=(fact,), severity="question" if may_be_to_come(declaration, case.now) else None,
            )  # fmt: skip


def _planned(case: Case, reading: Reading, fact: Fact) -> Iterator[Answer]:
    for output in reading.outputs:
        treatment = case.treatment(output)
        access = treatment.accesses if treatment else None
        if case.option is not None and access and PLANNED[access] < LEAST[fact.value or ""]:
            yield _below(case, reading, fact, output, access)


def _below(case: Case, reading: Reading, fact: Fact, output: Output, access: str) -> Finding:
    assert case.option is not None
    return Finding(
        case.option, ("treatments", output.id),
        _values(case, reading, fact, word("Access", access)) | {"output": output},
        others=(output, reading.patent, reading.standard),
        chain=(Step(output), Step(reading.patent), Step(reading.standard, "body")), facts=(fact,),
        # A price of one's own may still prove reasonable and open to all.
        severity="question" if access == "paid" and LEAST[fact.value or ""] == 1 else "error",
        message=_PLANNED_BELOW,
    )  # fmt: skip


def _given(declaration: Declaration) -> Text:
    return word("Commitment", declaration.commitment or "")


def _values(case: Case, reading: Reading, fact: Fact, given: Text) -> dict[str, Value]:
    least = word("Access", "royalty-free" if LEAST[fact.value or ""] == 2 else "frand")
    body = (body_of(case.graph, reading.standard) or "").upper()
    return {"patent": reading.patent, "standard": reading.standard, "given": given, "least": least, "body": body}
