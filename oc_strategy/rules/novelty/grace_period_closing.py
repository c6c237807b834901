"""An own disclosure is excused only until a day that is near or over, and the filing it needs is missing or late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from oc_strategy.facts import Fact
from oc_strategy.facts.grace import as_entered, can_claim_priority, excuses, general_graces
from oc_strategy.facts.periods import entry_office
from oc_strategy.model.dates import Date
from oc_strategy.model.disclosure import Reveal, reveals_under
from oc_strategy.model.edges import Path
from oc_strategy.model.filing import DEAD, effective_date, first_filing, is_filed
from oc_strategy.model.grace import reference_days
from oc_strategy.model.guarding import is_spent
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.urgency import urgency
from oc_strategy.model.vocabulary import Severity
from oc_strategy.model.wanting import Want, pressed, wanted
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, Value, rule

_NOTICE_DAYS = 60
_AHEAD = Text(
    en="{reveal} made {output} public on {on}; {office} excuses that only if {patent} is filed there by {ends}.",
    ja="{reveal} により {output} が {on} に公となった。{office} の新規性喪失の例外を受けるには、"
    "{ends} までに {patent} を出願する必要がある。",
)
_MAYBE = Text(
    en="{reveal} made {output} public on {on}; whether {patent} still falls within the grace period of {office}, "
    "which ends on {ends}, is not certain.",
    ja="{reveal} により {output} が {on} に公となった。{patent} が {ends} に終わる {office} の猶予期間に"
    "入るかは確かでない。",
)


@rule(
    severity="error",
    question=Text(
        en="Where an own disclosure must be excused, is the filing made within that office's grace period?",
        ja="自らの公開に例外を求める国で、その庁の猶予期間内に出願しているか",
    ),
    message=Text(
        en="{reveal} made {output} public on {on}; the grace period of {office} ended on {ends}, "
        "and no filing of {patent} that counts there was made by then.",
        ja="{reveal} により {output} が {on} に公となった。{office} の猶予期間は {ends} に終わり、"
        "それまでにその庁で基準となる {patent} の出願がない。",
    ),
    remedy=Text(
        en="File {patent} at {office} within the period with the statement and proof it asks for; once it is over, "
        "claim only what was not shown or give {office} up.",
        ja="期間内に {patent} を、必要な書面を添えて {office} へ出願する。"
        "過ぎたときは、未公表の部分だけを権利化するか {office} を外す。",
    ),
    why=Text(
        en="Each office counts its grace period back from its own day: Japan, Korea and Canada from the filing there, "
        "which foreign priority does not bring forward; the United States from the priority date.",
        ja="猶予期間の起算は庁ごとに異なる。日本・韓国・カナダは自国（国際）出願日から遡り、"
        "外国優先権では延びない。米国は優先日から遡る。",
    ),
    basis=Basis(facts=("grace-period",), practice=("G02",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder}
publications:
  talk: {on: 2025-02-20, reveals: coder}
patents:
  family:
    covers: coder
    priority_date: 2025-06-02
    first_office: US
    members:
      - {office: US, filed: 2025-06-02}
      - {office: JP, status: planned}  # <- grace-period-closing
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder}
publications:
  talk: {on: 2025-02-20, reveals: coder}
patents:
  family:
    covers: coder
    priority_date: 2025-06-02
    first_office: JP
    members:
      - {office: JP, filed: 2025-06-02}
      - {office: US, status: planned}
""",
)
def grace_period_closing(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        shown = reveals_under(case.graph, patent)
        if shown and not is_spent(patent, case.now):
            filings = [filing for filing in _filings(case, patent) if filing.graces]
            for output, reveal in shown:
                yield from _compared(case, patent, output, reveal, filings)


@dataclass(frozen=True, slots=True)
class _Filing:
    """A filing at an office, made or still to be made, how much it is wanted, and what is excused there.

    `counts` is the day that counts for its novelty; None for a filing still to be made, or where it is not known.
    """

    place: Path
    member: Member
    want: Want
    graces: tuple[Fact, ...]
    counts: Date | None


def _compared(
    case: Case, patent: Patent, output: Output, reveal: Reveal, filings: Iterable[_Filing]
) -> Iterator[Answer]:
    for filing in filings:
        if reveal.on is not None and filing.counts is not None and not reveal.on.possibly_before(filing.counts):
            continue
        texts = [fact for fact in filing.graces if excuses(fact, reveal)]
        if texts and reveal.on is None:
            yield Unanswered(reveal.by, reveal.field, (patent, output))
            return
        graded = {fact: _severity(case, patent, filing, fact, reveal.on) for fact in texts if reveal.on is not None}
        grades = [grade for grade in graded.values() if grade != "undated"]
        severity = _joint(grades)
        if len(grades) < len(graded):
            yield Unanswered(patent, "members", (reveal.by, output))
        elif severity is not None:
            fact = next(fact for fact, grade in graded.items() if grade is not None)
            yield _finding(patent, output, reveal, filing, fact, severity)


def _filings(case: Case, patent: Patent) -> Iterator[_Filing]:
    for index, member in enumerate(patent.members):
        if member.status not in DEAD:
            yield _filing(case, patent, ("members", index, "office"), member, "planned")
    listed = {"world", *(member.office for member in patent.members)}
    for place in wanted(case.graph, case.option, patent):
        if place.country not in listed and entry_office(place.country) not in listed:
            plan = Member(office=place.country, status="planned")
            yield _filing(case, patent, ("members", place.country), plan, place.want)


def _filing(case: Case, patent: Patent, place: Path, member: Member, want: Want) -> _Filing:
    stands = as_entered(case.facts, patent, member, case.now)
    graces = general_graces(case.facts, patent, stands, case.now)
    counts = effective_date(patent, stands) if graces and is_filed(stands, case.now) else None
    return _Filing(place, stands, want, graces, counts)


def _severity(
    case: Case, patent: Patent, filing: _Filing, fact: Fact, on: Date
) -> Severity | Literal["undated"] | None:
    """How grave it is; None where the disclosure needs no excuse or the excuse is secured."""
    member, start, ends = filing.member, first_filing(patent), on.plus_months(fact.number)
    days = reference_days(patent, member, fact.detail.get("reference_date", ""))
    if is_filed(member, case.now):
        late = [_late(ends, day) for day in days if day is not None]
        return _joint(late) if len(late) == len(days) else "undated"
    if start is not None and can_claim_priority(patent, member, start, case.now):
        if not on.possibly_before(start):
            return None
    else:
        days = (None,)
    ahead = _ahead(member, ends, case.now)
    return pressed(filing.want, _joint([_late(ends, day) if day and day == start else ahead for day in days]))


def _ahead(member: Member, ends: Date, now: Date) -> Severity | None:
    """How pressing a filing still to be made is; one planned for after the last day needs another plan now."""
    pressing = urgency(ends, now, _NOTICE_DAYS)
    is_planned_late = member.filed is not None and ends.certainly_before(member.filed)
    return "warning" if pressing is None and is_planned_late else pressing


def _late(ends: Date, day: Date) -> Severity | None:
    if ends.certainly_before(day):
        return "error"
    return "question" if ends.possibly_before(day) else None


def _joint(grades: list[Severity | None]) -> Severity | None:
    """What all possible days agree on, a question where only some of them tell a gap."""
    if len(set(grades)) == 1:
        return grades[0]
    return "question" if any(grades) else None


def _finding(
    patent: Patent, output: Output, reveal: Reveal, filing: _Filing, fact: Fact, severity: Severity
) -> Finding:
    ends = reveal.on.plus_months(fact.number) if reveal.on else "?"
    values: dict[str, Value] = {
        "reveal": reveal.by, "output": output, "on": reveal.on or "?", "office": filing.member.office,
        "patent": patent, "ends": ends,
    }  # fmt: skip
    return Finding(
        patent, filing.place, values, others=(reveal.by, output),
        chain=(Step(reveal.by, reveal.field), Step(output), Step(patent, "priority_date")),
        facts=(fact,), severity=severity, message={"error": None, "warning": _AHEAD}.get(severity, _MAYBE),
    )  # fmt: skip
