"""A general declaration was made to a body that does not take one, or not on these terms."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.facts.policies import policy
from oc_strategy.model.declaring import body_addressed, in_force, may_be_to_come
from oc_strategy.model.edges import DECLARED_FOR
from oc_strategy.model.standardization import Declaration
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="error",
    question=Text(
        en="Does the body accept the general declaration that was made to it?",
        ja="提出した包括声明は、その標準化機関に認められるか",
    ),
    message=Text(
        en="{declaration} is a general declaration, which {body} does not accept in this form.",
        ja="{declaration} は包括的な声明だが、{body} はこの形を認めていない。",
    ),
    remedy=Text(
        en="Declare the patents one by one on the form of {body}, for the standard concerned.",
        ja="{body} の様式により、対象の標準について特許を個別に声明する。",
    ),
    why=Text(
        en="A declaration in a form that does not count leaves the duty unfulfilled, whatever was meant.",
        ja="認められない形の声明では、意図がどうであれ、開示の義務を果たしたことにならない。",
    ),
    basis=Basis(facts=("patent-policy",)),
    fires="""
id: demo
declarations:
  general: {body: ietf, form: blanket, commitment: frand, on: 2024-05-13}  # <- blanket-not-accepted
""",
    silent="""
id: demo
declarations:
  general: {body: ietf, form: blanket, commitment: royalty-free, on: 2024-05-13}
""",
)
def blanket_not_accepted(case: Case) -> Iterator[Answer]:
    for declaration in in_force(case.graph, case.now):
        if declaration.form == "blanket":
            yield from _asked(case, declaration)


def _asked(case: Case, declaration: Declaration) -> Iterator[Answer]:
    standards = case.graph.targets(declaration, DECLARED_FOR)
    body = body_addressed(case.graph, declaration)
    if body is None:
        yield Unanswered(declaration, "body")
    elif declaration.on is None:
        yield Unanswered(declaration, "on")
    elif (fact := policy(case.facts, body, declaration.on, "blanket")) is not None:
        yield from _judged(case, declaration, body, fact, bool(standards))


def _judged(case: Case, declaration: Declaration, body: str, fact: Fact, names_standard: bool) -> Iterator[Answer]:
    is_free = declaration.commitment == "royalty-free"
    is_refused = (
        fact.value == "not-accepted"
        or (fact.value == "royalty-free-only" and not is_free)
        or (fact.value == "same-standard-only" and not names_standard)
    )
    if fact.value == "royalty-free-only" and declaration.commitment is None:
        yield Unanswered(declaration, "commitment")
    elif is_refused:
        yield Finding(
            declaration, "form", {"declaration": declaration, "body": body.upper()},
            chain=(Step(declaration, "form"), Step(declaration, "commitment"), Step(declaration, "on")), facts=(fact,),
            severity="question" if may_be_to_come(declaration, case.now) else None,
        )  # fmt: skip
