"""A patent that carries a promise changed hands, and the new owner has not taken the promise over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.facts import Fact
from oc_strategy.facts.policies import has_changed_within, policy
from oc_strategy.model.dates import Date
from oc_strategy.model.declaring import body_addressed, declarations_over
from oc_strategy.model.edges import ASSIGNED_FROM, DECLARED_BY, OWNED_BY
from oc_strategy.model.filing import DEAD
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Declaration
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

PROMISES: Final = frozenset({"royalty-free", "frand", "non-assertion"})


@rule(
    severity="error",
    question=Text(
        en="Did the new owner of every patent that carries a promise take the promise over?",
        ja="約束の付いた特許の譲受人は、約束を引き継いでいるか",
    ),
    message=Text(
        en="{patent} changed hands ({on}) under the promise of {declaration}, which has not been taken over.",
        ja="{patent} は {declaration} の約束が付いたまま {on} に譲渡されたが、譲受人は約束を引き継いでいない。",
    ),
    remedy=Text(
        en="Have the new owner of {patent} take over {declaration} in writing, and notify the body.",
        ja="{patent} の譲受人に {declaration} の約束を書面で引き継がせ、標準化機関に通知する。",
    ),
    why=Text(
        en="Implementers and authorities hold seller and buyer to the promise; a gap has led to proceedings.",
        ja="実施者も当局も、譲渡人と譲受人の双方に約束の履行を求める。引継ぎの空白が問題となった例がある。",
    ),
    basis=Basis(facts=("patent-policy", "sep-practice"), practice=("C08", "G33"), cases=("F07",)),
    fires="""
id: demo
organizations:
  seller: {own: true}
  buyer: {own: false}
patents:
  family:
    owners: buyer
    assigned_from: seller
    assigned_on: 2007  # <- commitment-lost-on-transfer
    commitments_assumed_on: 2009-12-10
declarations:
  promise: {by: seller, body: etsi, on: 2003, commitment: frand, patents: family}
""",
    silent="""
id: demo
organizations:
  seller: {own: true}
  buyer: {own: false}
patents:
  family: {owners: buyer, assigned_from: seller, assigned_on: 2007, commitments_assumed_on: 2007-06}
declarations:
  promise: {by: seller, body: etsi, on: 2003, commitment: frand, patents: family}
""",
    as_of="2009-12-09",
)
def commitment_lost_on_transfer(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        if patent.assigned_on is not None or case.graph.targets(patent, ASSIGNED_FROM):
            for promise in declarations_over(case.graph, patent):
                if promise.commitment in PROMISES:
                    yield from _asked(case, patent, promise)


def _asked(case: Case, patent: Patent, promise: Declaration) -> Iterator[Answer]:
    moved, assumed = patent.assigned_on, patent.commitments_assumed_on
    if _is_by_new_owner(case, patent, promise) or (moved and case.now.certainly_before(moved)):
        return
    if moved is None or promise.on is None:
        yield Unanswered(patent, "assigned_on", (promise,)) if moved is None else Unanswered(promise, "on", (patent,))
    elif moved.certainly_before(promise.on):
        return
    elif not patent.is_answered("commitments_assumed_on"):
        yield Unanswered(patent, "commitments_assumed_on", (promise,))
    elif assumed is None or case.now.possibly_before(assumed):
        yield from _judged(case, patent, promise)


def _is_by_new_owner(case: Case, patent: Patent, promise: Declaration) -> bool:
    owners = case.graph.targets(patent, OWNED_BY)
    return any(maker in owners for maker in case.graph.targets(promise, DECLARED_BY))


def _judged(case: Case, patent: Patent, promise: Declaration) -> Iterator[Answer]:
    moved, assumed = patent.assigned_on or case.now, patent.commitments_assumed_on
    fact = policy(case.facts, body_addressed(case.graph, promise), moved, "transfer")
    if fact is not None and fact.value == "encumbers-for-life":
        return
    is_sure = (assumed is None or case.now.certainly_before(assumed)) and not has_changed_within(
        case.facts, body_addressed(case.graph, promise), moved, "transfer"
    )
    # The common policy asks for notice and for binding the assignee; only a secondary text of 2012 was seen.
    gravest: Severity = "warning" if fact is not None and fact.value == "notify-and-bind" else "error"
    yield Finding(
        patent, "assigned_on", {"patent": patent, "on": moved, "declaration": promise}, others=(promise,),
        chain=(
            Step(promise, "on"), Step(patent, "assigned_from"), Step(patent, "assigned_on"),
            Step(patent, "commitments_assumed_on"),
        ),
        facts=tuple(f for f in (fact, _guideline(case, patent, moved)) if f),
        severity=gravest if is_sure else "question",
    )  # fmt: skip


def _guideline(case: Case, patent: Patent, moved: Date) -> Fact | None:
    """What an antitrust authority had said, by the day of the transfer, of promises that bind the new owner."""
    offices = dict.fromkeys(member.office for member in patent.members if member.status not in DEAD)
    found = (
        case.facts.find("sep-practice", office, on=moved.first, aspect="antimonopoly-guidelines") for office in offices
    )
    return next((fact for fact in found if fact is not None), None)
