"""Examination of a pending application was not requested, and the time limit is near or over."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.facts.periods import examination_facts
from oc_strategy.model.dates import Date, period_end
from oc_strategy.model.filing import effective_date, filing_date, parent_of
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.text import Text
from oc_strategy.model.urgency import urgency
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_NOTICE_DAYS = 120
# Korea examines utility models on request too (KR-UM Art. 12); nobody examines designs on request.
_UTILITY_MODELS_ON_REQUEST = frozenset({"KR"})
_AHEAD = Text(
    en="Examination of the {office} application of {patent} must be requested by {ends} and has not been.",
    ja="{patent} の {office} 出願は {ends} までに審査を請求する必要があるが、まだ請求していない。",
)
_MAYBE = Text(
    en="The request for examination of the {office} application of {patent} is or was due by {ends}; none is recorded.",
    ja="{patent} の {office} 出願の審査請求の期限は {ends} だが、請求の記録がない。",
)


@rule(
    severity="error",
    question=Text(
        en="Is examination requested in time for every pending application?",
        ja="係属中の各出願について、期限内に審査を請求しているか",
    ),
    message=Text(
        en="Examination of the {office} application of {patent} was not requested by {ends}, the last day.",
        ja="{patent} の {office} 出願は、期限の {ends} までに審査が請求されなかった。",
    ),
    remedy=Text(
        en="Request examination at {office}, or record that it was requested or given up; once the day is over, "
        "ask at once whether a late request is possible.",
        ja="{office} に審査を請求するか、請求済み又は放棄を記録する。期限を過ぎたときは直ちに救済の可否を確かめる。",
    ),
    why=Text(
        en="An application for which nobody requests examination in time is deemed withdrawn, "
        "and by then it is public.",
        ja="期限内に審査請求がない出願は取り下げたものとみなされ、その時には既に公開されている。",
    ),
    basis=Basis(facts=("examination-request",)),
    fires="""
id: demo
patents:
  family:
    priority_date: 2023-02-10
    members:
      - {office: JP, filed: 2023-02-10, status: pending}  # <- examination-request-deadline
      - {office: KR, filed: 2024-02-08, status: pending}
""",
    silent="""
id: demo
patents:
  family:
    priority_date: 2023-02-10
    members:
      - {office: JP, filed: 2023-02-10, status: pending, examination_requested: 2026-02-10}
      - {office: JP, filed: 2022-02-10, status: withdrawn}
""",
)
def examination_request_deadline(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        for index, member in enumerate(patent.members):
            if _is_awaiting(case, patent, member):
                yield from _judged(case, patent, index, member)


def _is_awaiting(case: Case, patent: Patent, member: Member) -> bool:
    """Whether examination may still have to be requested; a request planned for the future is none yet."""
    requested = member.examination_requested
    if member.granted is not None or member.status not in {None, "pending"}:
        return False
    if requested is not None and not case.now.certainly_before(requested):
        return False
    return patent.right in {None, "patent"} or (
        patent.right == "utility-model" and member.office in _UTILITY_MODELS_ON_REQUEST
    )


def _judged(case: Case, patent: Patent, index: int, member: Member) -> Iterator[Answer]:
    graded: list[tuple[Severity | None, Fact, Date]] = []
    for fact in _facts(case, patent, member):
        start = _start(patent, member, fact)
        if start is None:
            yield Unanswered(patent, "members")
            return
        ends = period_end(start, fact.number)
        graded.append((urgency(ends, case.now, _NOTICE_DAYS), fact, ends))
    pressing = [(severity, fact, ends) for severity, fact, ends in graded if severity is not None]
    if pressing and member.status is None:
        # Neither pending nor granted is on record: it may long have ended.
        yield Unanswered(patent, "members")
    elif pressing:
        severity, fact, ends = pressing[0]
        is_sure = all(grade == severity for grade, _, _ in graded)
        yield _finding(patent, index, member, fact, ends, severity if is_sure else "question")


def _facts(case: Case, patent: Patent, member: Member) -> list[Fact]:
    """The periods that may apply: two where the law changed within, or between, the days of filing and of entry."""
    filed = filing_date(patent, member)
    days = [day for day in (filed, member.filed, member.national_phase_entered) if day is not None] or [case.now]
    is_from_pct = member.route == "pct" or parent_of(patent, member) is not None
    ends = (end for day in days for end in (day.first, day.last))
    return [fact for fact in examination_facts(case.facts, member.office, ends, is_from_pct) if fact.unit]


def _start(patent: Patent, member: Member, fact: Fact) -> Date | None:
    counted_from = fact.detail.get("counted_from")
    if counted_from == "search-report-publication":
        return member.search_report_published
    return effective_date(patent, member) if counted_from == "priority" else filing_date(patent, member)


def _finding(patent: Patent, index: int, member: Member, fact: Fact, ends: Date, severity: Severity) -> Finding:
    place = ("members", index, "examination_requested" if member.examination_requested else "filed")
    counted = "priority_date" if fact.detail.get("counted_from") == "priority" else ("members", index, "filed")
    return Finding(
        patent, place, {"patent": patent, "office": member.office, "ends": ends},
        chain=(Step(patent, counted), Step(patent, ("members", index, "status"))), facts=(fact,), severity=severity,
        message={"error": None, "warning": _AHEAD}.get(severity, _MAYBE),
    )  # fmt: skip
