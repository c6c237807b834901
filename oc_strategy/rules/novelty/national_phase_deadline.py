"""A PCT application has not entered an office where it is wanted, and the time limit is near or over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oc_strategy.facts import Fact
from oc_strategy.facts.periods import entry_fact, entry_office
from oc_strategy.model.dates import Date, period_end
from oc_strategy.model.filing import DEAD, EUROPEAN, effective_date, is_filed, priority_state
from oc_strategy.model.guarding import is_spent
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.text import Text
from oc_strategy.model.urgency import urgency
from oc_strategy.model.vocabulary import Severity
from oc_strategy.model.wanting import Wanted, pressed, wanted
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_NOTICE_DAYS = 90
_AHEAD = Text(
    en="The PCT application of {patent} must enter at {office} by {ends} and has not.",
    ja="{patent} のPCT出願は {ends} までに {office} へ移行する必要があるが、まだ移行していない。",
)
_LATE_ENTRY = Text(
    en="The PCT application of {patent} did not enter at {office} by {ends}; a late entry is possible until {late}.",
    ja="{patent} のPCT出願は {ends} までに {office} へ移行しなかったが、{late} までは追加の手続で移行できる。",
)
_MAYBE = Text(
    en="The time limit for the PCT application of {patent} to enter at {office} is {ends}; is it still wanted there?",
    ja="{patent} のPCT出願の {office} への移行期限は {ends} である。移行は要らないか。",
)


@rule(
    severity="error",
    question=Text(
        en="Has the PCT application entered every office where it is wanted, in time?",
        ja="PCT出願は、必要な国すべてに期限内に移行しているか",
    ),
    message=Text(
        en="The PCT application of {patent} did not enter at {office} by {ends}.",
        ja="{patent} のPCT出願は、期限の {ends} までに {office} へ移行しなかった。",
    ),
    remedy=Text(
        en="Enter the national or regional phase at {office} in time; once it is over, ask about reinstatement "
        "or strike {office} from the plan.",
        ja="期限までに {office} へ移行する。過ぎたときは権利の回復を確かめるか、計画から {office} を外す。",
    ),
    why=Text(
        en="A PCT application keeps countries open for 30 or 31 months from priority; where it has not entered by then "
        "its effect ends.",
        ja="PCT出願が各国の道を開いておくのは優先日から30か月又は31か月で、移行しなければその国での効力を失う。",
    ),
    basis=Basis(facts=("national-phase",), practice=("G03",)),
    fires="""
id: demo
patents:
  family:
    priority_date: 2023-09-12
    members:
      - {office: JP, filed: 2023-09-12}
      - {office: WO, filed: 2024-09-11}
      - {office: US, route: pct, status: planned}  # <- national-phase-deadline
      - {office: CN, route: pct, status: planned}  # <- national-phase-deadline
""",
    silent="""
id: demo
patents:
  family:
    priority_date: 2023-09-12
    members:
      - {office: JP, filed: 2023-09-12}
      - {office: WO, filed: 2024-09-11}
      - {office: US, route: pct, filed: 2024-09-11, national_phase_entered: 2026-03-12}
""",
)
def national_phase_deadline(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        pct = next((m for m in patent.members if m.office == "WO" and is_filed(m, case.now)), None)
        if pct is None or pct.status in DEAD or is_spent(patent, case.now):
            continue
        places = _not_entered(case, patent)
        start = effective_date(patent, pct)
        if start is None and places:
            yield Unanswered(patent, "priority_date")
        elif start is not None:
            for place in places:
                yield from _judged(case, patent, start, place)


def _not_entered(case: Case, patent: Patent) -> list[Wanted]:
    """Where the application is wanted and not yet, each office once: the EPO for all states of its convention."""
    entered = {m.office for m in patent.members if m.office != "WO" and is_filed(m, case.now)}
    direct = {m.office for m in patent.members if m.route == "direct"}
    by_office: dict[str, Wanted] = {}
    for place in wanted(case.graph, case.option, patent):
        office = place.country if place.want == "planned" else entry_office(place.country)
        is_covered = bool({office, place.country} & entered) or ("EP" in entered and place.country in EUROPEAN)
        if not is_covered and office not in direct and office not in by_office:
            by_office[office] = replace(place, country=office)
    return list(by_office.values())


def _judged(case: Case, patent: Patent, start: Date, place: Wanted) -> Iterator[Answer]:
    fact = entry_fact(case.facts, place.country)
    if fact is None:
        return
    ends = period_end(start, fact.number)
    severity = pressed(place.want, urgency(ends, case.now, _NOTICE_DAYS))
    if severity is None:
        return
    if priority_state(patent, patent.members[_index_of_pct(patent.members)]) == "doubtful":
        # If the priority is lost, the time counts from the PCT filing itself.
        severity = "question"
    late = _late_entry(start, fact)
    if severity == "error" and late is not None and not late.certainly_before(case.now):
        yield _finding(patent, place, fact, {"ends": ends, "late": late}, "warning", _LATE_ENTRY)
    else:
        message = {"error": None, "warning": _AHEAD}.get(severity, _MAYBE)
        yield _finding(patent, place, fact, {"ends": ends}, severity, message)


def _late_entry(start: Date, fact: Fact) -> Date | None:
    """The last day of an extension that the office gives to whoever pays for it."""
    months = fact.detail.get("extension_months")
    is_bought = "fee" in fact.detail.get("extension_condition", "")
    return period_end(start, fact.number + int(months)) if months and is_bought else None


def _finding(
    patent: Patent, place: Wanted, fact: Fact, dates: dict[str, Date], severity: Severity, message: Text | None
) -> Finding:
    pct = _index_of_pct(patent.members)
    return Finding(
        patent,
        # A member that nobody has listed is named by its office.
        place.where or ("members", place.country),
        {"patent": patent, "office": place.country, **dates},
        chain=(Step(patent, "priority_date"), Step(patent, ("members", pct, "filed")), Step(place.by)),
        facts=(fact,), severity=severity, message=message,
    )  # fmt: skip


def _index_of_pct(members: tuple[Member, ...]) -> int:
    return next(index for index, member in enumerate(members) if member.office == "WO")
