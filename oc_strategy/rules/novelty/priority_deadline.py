"""The priority period of a family ends, or has ended, before it was filed everywhere it is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts.periods import is_outside_pct, priority_fact
from oc_strategy.model.dates import Date
from oc_strategy.model.diagnostic import SEVERITIES
from oc_strategy.model.filing import EUROPEAN, first_filing, is_filed, priority_end
from oc_strategy.model.guarding import is_spent
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.text import Text
from oc_strategy.model.urgency import urgency
from oc_strategy.model.vocabulary import Severity
from oc_strategy.model.wanting import Wanted, pressed, wanted
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_NOTICE_DAYS = 90
_AHEAD = Text(
    en="The priority period of {patent} ends on {ends}, and no filing covers {offices}.",
    ja="{patent} の優先期間は {ends} に終わるが、{offices} に及ぶ出願がまだない。",
)
_MAYBE = Text(
    en="The priority period of {patent} ends or ended on {ends}; is a filing for {offices} wanted?",
    ja="{patent} の優先期間の末日は {ends} である。{offices} に及ぶ出願は要らないか。",
)


@rule(
    severity="error",
    question=Text(
        en="Is the family filed everywhere it is wanted before its priority period ends?",
        ja="優先期間が終わる前に、必要な国すべてに出願しているか",
    ),
    message=Text(
        en="The priority period of {patent} ended on {ends}, and no filing covers {offices}.",
        ja="{patent} の優先期間は {ends} に終わったが、{offices} に及ぶ出願がない。",
    ),
    remedy=Text(
        en="File for {offices}, directly or by PCT, before the day; once it is over, ask at once about restoration "
        "of priority, or strike these places from the plan.",
        ja="期限までに {offices} へ直接又はPCTで出願する。過ぎたときは直ちに優先権の回復を確かめるか、計画から外す。",
    ),
    why=Text(
        en="After twelve months (designs: six) a filing abroad no longer counts from the first filing, "
        "and everything published since stands against it.",
        ja="12か月（意匠は6か月）を過ぎると外国出願は最初の出願日を基準にできず、その間の公開がすべて妨げとなる。",
    ),
    basis=Basis(facts=("priority-period", "national-phase"), practice=("G03",)),
    fires="""
id: demo
patents:
  family:
    priority_date: 2025-03-14  # <- priority-deadline
    members:
      - {office: JP, filed: 2025-03-14}
      - {office: US, status: planned}
""",
    silent="""
id: demo
patents:
  family:
    priority_date: 2025-03-14
    members:
      - {office: JP, filed: 2025-03-14}
      - {office: WO, filed: 2026-03-16}
      - {office: US, route: pct, status: planned}
""",
)
def priority_deadline(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        filed = [member for member in patent.members if is_filed(member, case.now)]
        places = wanted(case.graph, case.option, patent)
        open_places = [p for p in places if not any(_serves(case, patent, m, p.country) for m in filed)]
        if not open_places or is_spent(patent, case.now):
            continue
        start = first_filing(patent)
        if start is None:
            if filed:
                yield Unanswered(patent, "priority_date")
        elif not case.now.certainly_before(start):
            yield from _judged(case, patent, start, open_places)


def _judged(case: Case, patent: Patent, start: Date, places: list[Wanted]) -> Iterator[Answer]:
    ends = priority_end(patent, start)
    pressing = urgency(ends, case.now, _NOTICE_DAYS)
    graded = [(pressed(place.want, pressing), place) for place in places]
    gravest = next((s for s in SEVERITIES if any(s == severity for severity, _ in graded)), None)
    if gravest is not None:
        yield _finding(case, patent, ends, gravest, [place for severity, place in graded if severity == gravest])


def _finding(case: Case, patent: Patent, ends: Date, severity: Severity, places: list[Wanted]) -> Finding:
    fact = priority_fact(case.facts, patent.right)
    why = tuple(dict.fromkeys((place.by.id, place.where) for place in places))
    nodes = {place.by.id: place.by for place in places}
    first = "priority_date" if patent.priority_date else "members"
    return Finding(
        patent, first, {"patent": patent, "ends": ends, "offices": _named(places)},
        chain=(Step(patent, first), *(Step(nodes[node_id], where or None) for node_id, where in why)),
        facts=(fact,) if fact else (), severity=severity,
        message={"error": None, "warning": _AHEAD}.get(severity, _MAYBE),
    )  # fmt: skip


def _named(places: list[Wanted]) -> Text:
    codes = [place.country for place in places if place.country != "world"]
    is_wide = len(codes) < len(places)
    return Text(
        en=", ".join([*codes, *(["the world beyond the first office"] if is_wide else [])]),
        ja="、".join([*codes, *(["第1国以外の各国"] if is_wide else [])]),
    )


def _serves(case: Case, patent: Patent, member: Member, country: str) -> bool:
    if country == "world":
        return _is_abroad(patent, member)
    if member.office == country or (member.office == "EP" and country in EUROPEAN):
        return True
    return member.office == "WO" and not is_outside_pct(case.facts, country)


def _is_abroad(patent: Patent, member: Member) -> bool:
    """Whether a member goes beyond the first filing; so does one filed later, at whatever office the first was."""
    start = first_filing(patent)
    is_later = start is not None and member.filed is not None and start.certainly_before(member.filed)
    return is_later or (patent.first_office is not None and member.office != patent.first_office)
