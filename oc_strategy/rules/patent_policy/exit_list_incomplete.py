"""The list of rights given on leaving a standards body leaves out a family that reads on what it worked on."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.dates import Date
from oc_strategy.model.declaring import Reading, declarations_on, is_sure, readings
from oc_strategy.model.edges import DECLARED_BY, DECLARED_FOR
from oc_strategy.model.filing import first_filing
from oc_strategy.model.lifecycle import adopted_on, begun_on, body_of
from oc_strategy.model.ours import group_of, holds
from oc_strategy.model.standardization import Declaration, Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Does the list given on leaving the body name every right on its work?",
        ja="脱退時の一覧は、その機関の作業に関わる権利を全て挙げているか",
    ),
    message=Text(
        en="{list}, given on leaving ({on}), does not name {patent}, which reads on {standard}.",
        ja="脱退時（{on}）の {list} は、{standard} に関わる {patent} を挙げていない。",
    ),
    remedy=Text(
        en="Complete {list} with {patent}, or have counsel record why it need not be named.",
        ja="{list} に {patent} を加える。不要と考えるなら、専門家の見解を残す。",
    ),
    why=Text(
        en="Leaving does not end what was owed for the time of membership; a list that looks complete misleads those "
        "who stay.",
        ja="脱退しても、会員だった間に生じた義務は消えない。網羅的に見える一覧は、残る会員の判断を誤らせる。",
    ),
    basis=Basis(facts=("patent-policy",), practice=("C07",), cases=("F01",)),
    fires="""
id: demo
organizations:
  maker: {own: true}
outputs:
  clocking: {title: Clocking on both edges}
standards:
  memory-bus: {body: forum, published: 1995, clauses: [{id: clock, reveals: clocking}]}
patents:
  listed: {owners: maker, priority_date: 1991}
  left-out: {owners: maker, covers: clocking, priority_date: 1990}
declarations:
  exit-list: {by: maker, body: forum, on: 1996-06, on_leaving: true, patents: listed}  # <- exit-list-incomplete
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
outputs:
  clocking: {title: Clocking on both edges}
standards:
  memory-bus: {body: forum, published: 1995, clauses: [{id: clock, reveals: clocking}]}
patents:
  listed: {owners: maker, priority_date: 1991}
  also-listed: {owners: maker, covers: clocking, priority_date: 1990}
declarations:
  exit-list: {by: maker, body: forum, on: 1996-06, on_leaving: true, patents: [listed, also-listed]}
""",
)
def exit_list_incomplete(case: Case) -> Iterator[Answer]:
    for given in case.graph.of(Declaration):
        if given.on_leaving:
            yield from _asked(case, given)


def _asked(case: Case, given: Declaration) -> Iterator[Answer]:
    missing = next((field for field in ("by", "on", "patents") if not given.is_answered(field)), None)
    if missing is None and given.body is None and given.standard is None:
        missing = "body"
    if missing is not None or given.on is None:
        yield Unanswered(given, missing or "on")
        return
    for reading in readings(case.graph):
        if _is_about(case, given, reading.standard):
            yield from _compared(case, given, given.on, reading)


def _is_about(case: Case, given: Declaration, standard: Standard) -> bool:
    """Whether the body that was left made the standard, and may have worked on it by then."""
    named = case.graph.targets(given, DECLARED_FOR)
    begun = begun_on(case.graph, standard)
    is_its_work = standard in named if named else body_of(case.graph, standard) == given.body
    return is_its_work and not (given.on and begun and given.on.certainly_before(begun))


def _compared(case: Case, given: Declaration, left: Date, reading: Reading) -> Iterator[Answer]:
    patent, filed = reading.patent, first_filing(reading.patent)
    maker = group_of(case.graph, case.graph.targets(given, DECLARED_BY))
    is_held = holds(case.graph, maker, patent)
    if is_held is False or _is_named(case, left, reading) or (filed and left.certainly_before(filed)):
        return
    if is_held is None or filed is None:
        yield Unanswered(patent, "owners" if is_held is None else "priority_date", (given,))
    else:
        yield _finding(given, reading, filed.certainly_before(left) and _was_in_work(case, reading, left))


def _is_named(case: Case, left: Date, reading: Reading) -> bool:
    found = declarations_on(case.graph, reading.patent, reading.standard)
    return any(d.on is None or not left.certainly_before(d.on) for d in found)


def _was_in_work(case: Case, reading: Reading, left: Date) -> bool:
    """Whether the body had certainly begun, or finished, the standard by then."""
    days = (begun_on(case.graph, reading.standard), adopted_on(reading.standard))
    return any(day is not None and day.certainly_before(left) for day in days)


def _finding(given: Declaration, reading: Reading, is_certain: bool) -> Finding:
    patent, standard = reading.patent, reading.standard
    is_seen = is_sure(given, patent, standard, *reading.outputs)
    return Finding(
        given, "patents", {"list": given, "on": given.on or "", "patent": patent, "standard": standard},
        others=(patent, standard),
        chain=(
            Step(given, "on"), Step(given, "patents"), Step(patent, "priority_date"), *map(Step, reading.outputs),
            Step(standard, "published"),
        ),
        severity="warning" if is_certain and is_seen else "question",
    )  # fmt: skip
