"""A licence is refused on a patent that a normative clause needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.facts import Fact
from oc_strategy.facts.policies import policy
from oc_strategy.model.declaring import in_force, may_be_to_come, patents_under
from oc_strategy.model.edges import COVERS, DECLARED_BY, DECLARED_FOR, ESSENTIAL_TO
from oc_strategy.model.lifecycle import body_of, progress
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Declaration, Standard
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

TOLERATING: Final = frozenset({"no-veto", "may-still-be-approved"})
"""What a policy says where a refusal does not keep the text out."""


@rule(
    severity="error",
    question=Text(
        en="Is every patent on which a licence is refused kept out of normative clauses?",
        ja="許諾を拒否した特許が、規定の条項に必要とされていないか",
    ),
    message=Text(
        en="{declaration} refuses a licence on {patent}, which the normative part of {standard} needs.",
        ja="{declaration} は {patent} の許諾を拒否しているが、{standard} の規定の部分がそれを必要としている。",
    ),
    remedy=Text(
        en="Offer terms for {patent}, or have the clause of {standard} rewritten so that it does without it.",
        ja="{patent} の許諾条件を示すか、{standard} の条項を {patent} によらない内容に改める。",
    ),
    why=Text(
        en="A body that is refused a licence must design around the patent or stop: the work and the opening are lost.",
        ja="許諾を拒否された標準化機関は、回避するか審議を止めるほかなく、標準も開放の狙いも失われる。",
    ),
    basis=Basis(facts=("patent-policy",), practice=("G31",)),
    fires="""
id: demo
outputs:
  codec: {title: Codec}
standards:
  coding: {body: etsi, clauses: [{id: codec, normative: true, reveals: codec}]}
patents:
  family: {covers: codec}
declarations:
  refusal: {on: 2024-05-13, commitment: refused, patents: family, standard: coding}  # <- refused-but-normative
""",
    silent="""
id: demo
outputs:
  codec: {title: Codec}
standards:
  coding: {body: etsi, clauses: [{id: example, normative: false, reveals: codec}]}
patents:
  family: {covers: codec}
declarations:
  refusal: {on: 2024-05-13, commitment: refused, patents: family, standard: coding}
""",
)
def refused_but_normative(case: Case) -> Iterator[Answer]:
    for declaration in in_force(case.graph, case.now):
        if declaration.commitment == "refused":
            yield from _asked(case, declaration)


def _asked(case: Case, declaration: Declaration) -> Iterator[Answer]:
    patents = patents_under(case.graph, declaration)
    if not patents and not case.graph.targets(declaration, DECLARED_BY):
        yield Unanswered(declaration, "patents")
    for patent in patents:
        for standard in _standards(case, declaration, patent):
            if progress(standard, case.now) != "ended":
                yield from _judged(case, declaration, patent, standard)


def _standards(case: Case, declaration: Declaration, patent: Patent) -> tuple[Standard, ...]:
    named = case.graph.targets(declaration, DECLARED_FOR)
    listed = case.graph.targets(patent, ESSENTIAL_TO)
    return named or tuple(s for s in listed if declaration.body in (None, body_of(case.graph, s)))


def _judged(case: Case, declaration: Declaration, patent: Patent, standard: Standard) -> Iterator[Answer]:
    covered = {output.id for output in case.graph.targets(patent, COVERS)}
    clauses = [clause for clause in standard.clauses if covered.intersection(clause.reveals)]
    is_listed = standard in case.graph.targets(patent, ESSENTIAL_TO)
    if any(clause.normative for clause in clauses) or (is_listed and not clauses):
        yield _finding(case, declaration, patent, standard)
    elif any(clause.normative is None for clause in clauses) or not standard.is_answered("clauses"):
        yield Unanswered(standard, "clauses", (declaration, patent))


def _finding(case: Case, declaration: Declaration, patent: Patent, standard: Standard) -> Finding:
    body = body_of(case.graph, standard)
    fact = policy(case.facts, body, declaration.on or case.now, "refusal")
    return Finding(
        declaration, None, {"declaration": declaration, "patent": patent, "standard": standard},
        others=(patent, standard),
        chain=(Step(declaration, "commitment"), Step(declaration, "on"), Step(patent), Step(standard)),
        facts=(fact,) if fact else (), severity="question" if may_be_to_come(declaration, case.now) else _weighed(fact),
    )  # fmt: skip


def _weighed(fact: Fact | None) -> Severity:
    if fact is None:
        return "warning"
    return "question" if fact.value in TOLERATING else "error"
