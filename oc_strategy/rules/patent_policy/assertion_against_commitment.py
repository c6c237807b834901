"""A demand on a patent goes further than a promise that stands on it."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.facts.policies import policy
from oc_strategy.model.declaring import body_addressed
from oc_strategy.model.promising import Promise, promises_on
from oc_strategy.model.rights import Assertion, Patent
from oc_strategy.model.standardization import Declaration
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_INJUNCTION = Text(
    en="An injunction on {patent} ({on}) is asked for against a party willing to take the licence of {promise}.",
    ja="{patent} について、{promise} の条件で許諾を受ける意思のある相手に差止めを求めている（{on}）。",
)


@rule(
    severity="error",
    question=Text(
        en="Does every demand on a patent stay within what was promised?",
        ja="特許に基づく請求は、すべて約束の範囲にとどまっているか",
    ),
    message=Text(
        en="A demand on {patent} ({on}) is made for a use that {promise} leaves free.",
        ja="{promise} が無償とする使用に対し、{patent} に基づく請求をしている（{on}）。",
    ),
    remedy=Text(
        en="Keep the demand on {patent} within {promise}, and take legal advice before going further.",
        ja="{patent} に基づく請求を {promise} の範囲に改め、進める前に法的助言を得る。",
    ),
    why=Text(
        en="Going beyond a promise made for a standard has ended in orders to drop the claim and to license free.",
        ja="標準のためにした約束を超える権利行使は、請求の取下げと無償許諾を命じられた例がある。",
    ),
    basis=Basis(facts=("sep-practice", "patent-policy"), practice=("C09",), cases=("F10",)),
    fires="""
id: demo
organizations:
  maker: {own: true}
  rival: {own: false}
standards:
  service: {title: Service equipment}
patents:
  recharge:
    owners: maker
    assertions:
      - on: 2012-03  # <- assertion-against-commitment
        demand: injunction
        against: rival
        willing: true
        within_promise: true
declarations:
  promise: {by: maker, standard: service, on: 2008, commitment: frand, patents: recharge}
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
  rival: {own: false}
standards:
  service: {title: Service equipment}
patents:
  recharge:
    owners: maker
    assertions:
      - {on: 2012-03, demand: royalty, against: rival, willing: true, within_promise: true}
declarations:
  promise: {by: maker, standard: service, on: 2008, commitment: frand, patents: recharge}
""",
)
def assertion_against_commitment(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        for index, assertion in enumerate(patent.assertions):
            against = tuple(node for i in assertion.against if (node := case.graph.get(i)))
            for promise in promises_on(case.graph, patent, assertion.on or case.now, against):
                yield from _asked(case, patent, index, promise)


def _asked(case: Case, patent: Patent, index: int, promise: Promise) -> Iterator[Answer]:
    assertion = patent.assertions[index]
    is_beyond = _is_beyond(assertion, promise)
    if assertion.within_promise is False or is_beyond is False:
        return
    if isinstance(promise.by, Declaration) and promise.by.on is None:
        yield Unanswered(promise.by, "on", (patent,))
    elif is_beyond is None or assertion.within_promise is None or assertion.on is None:
        yield Unanswered(patent, "assertions", (promise.by,))
    else:
        yield _finding(patent, index, promise, _text(case, promise))


def _is_beyond(assertion: Assertion, promise: Promise) -> bool | None:
    """Whether the demand is more than the promise leaves; None where that turns on what is not told."""
    if promise.kind == "free":
        return True
    if assertion.demand is None:
        return None
    return assertion.willing if assertion.demand == "injunction" else False


def _text(case: Case, promise: Promise) -> Fact | None:
    """The edition of a body's policy, in force when the promise was made, that speaks of injunctions."""
    if not isinstance(promise.by, Declaration) or promise.by.on is None or promise.kind != "frand":
        return None
    body = body_addressed(case.graph, promise.by)
    edition = policy(case.facts, body, promise.by.on, "edition")
    return edition if edition is not None and "injunctions" in edition.detail else None


def _finding(patent: Patent, index: int, promise: Promise, edition: Fact | None) -> Finding:
    where, assertion = ("assertions", index), patent.assertions[index]
    # The IEEE's text of 2023 took back much of the limit on injunctions that the text of 2015 had set.
    is_loosened = edition is not None and edition.detail["injunctions"] == "loosened"
    return Finding(
        patent, where, {"patent": patent, "on": assertion.on or "", "promise": promise.by}, others=(promise.by,),
        chain=(
            Step(promise.by, "on" if isinstance(promise.by, Declaration) else "from_"),
            Step(patent, (*where, "on")), Step(patent, (*where, "demand")), Step(patent, (*where, "willing")),
        ),
        facts=(edition,) if edition else (),
        severity="error" if promise.is_certain and not is_loosened else "question",
        message=_INJUNCTION if promise.kind == "frand" else None,
    )  # fmt: skip
