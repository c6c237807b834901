"""A deliverable with a limited life is at or past its review or its end."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.facts.lifetimes import deliverable, life_begins, limits_of
from oc_strategy.model.dates import Date
from oc_strategy.model.lifecycle import body_of, is_replaced, progress, was_reviewed
from oc_strategy.model.standardization import Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_ENDED = Text(
    en="{standard} reached the end of its life ({on}), {months} months after {start}.",
    ja="{standard} は {start} から{months}か月の {on} に存続期間の終わりを迎えている。",
)


@rule(
    severity="warning",
    question=Text(
        en="Is every deliverable of limited life reviewed, converted or extended in time?",
        ja="期限のある規格文書は、期限までに見直し・格上げ・延長されているか",
    ),
    message=Text(
        en="{standard} was due for review ({on}), {months} months after {start}, and no review is recorded.",
        ja="{standard} は {start} から{months}か月の {on} が見直し期限だが、見直しの記録がない。",
    ),
    remedy=Text(
        en="Have {standard} confirmed, converted or revised, or plan for the day it is gone.",
        ja="{standard} の確認・格上げ・改訂を進めるか、なくなった後に備える。",
    ),
    why=Text(
        en="A PAS or TS lapses on its own; products and rules that cite it are then left without a base.",
        ja="PASやTSは放置すれば失効する。引用する製品や規則は、よりどころを失う。",
    ),
    basis=Basis(facts=("stage-rules",)),
    fires="""
id: demo
standards:
  item: {body: iso, designation: ISO/PAS 99999, published: 2023-03-31}  # <- deliverable-expiring
""",
    silent="""
id: demo
standards:
  item: {body: iso, designation: ISO/PAS 99999, published: 2023-04-02}
""",
)
def deliverable_expiring(case: Case) -> Iterator[Answer]:
    for standard in case.graph.of(Standard):
        body = body_of(case.graph, standard)
        kind = deliverable(standard, body)
        if (
            body is None
            or kind is None
            or progress(standard, case.now) == "ended"
            or is_replaced(case.graph, standard, case.now)
        ):
            continue
        start = life_begins(standard, kind)
        if start is None:
            yield Unanswered(standard, "stages" if kind == "pwi" else "published")
        else:
            yield from _asked(case, standard, start, limits_of(case.facts, body, kind))


def _asked(case: Case, standard: Standard, start: Date, facts: tuple[Fact, ...]) -> Iterator[Answer]:
    """The gravest of what is due: the end of life before the review."""
    for fact in facts:
        due = start.plus_months(fact.number)
        is_end = fact.detail["aspect"] == "expiry"
        if due.possibly_before(case.now.plus_days(1)) and (is_end or not was_reviewed(standard, case.now)):
            yield _finding(case, standard, start, due, fact)
            return


def _finding(case: Case, standard: Standard, start: Date, due: Date, fact: Fact) -> Finding:
    return Finding(
        standard, None, {"standard": standard, "on": due, "months": fact.number, "start": start},
        chain=(Step(standard, "designation"), Step(standard, "published"), Step(standard, "stages")), facts=(fact,),
        severity="warning" if due.certainly_before(case.now.plus_days(1)) else "question",
        message=_ENDED if fact.detail["aspect"] == "expiry" else None,
    )  # fmt: skip
