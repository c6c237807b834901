"""We sat where a standard was made, held a patent or application on it, and had not disclosed it by its adoption."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from oc_strategy.facts.policies import Duty, disclosure_duty
from oc_strategy.model.dates import Date
from oc_strategy.model.declaring import Reading, declarations_on, is_sure, readings
from oc_strategy.model.edges import COMMITTEE_OF, DECLARED_BY, DECLARED_FOR
from oc_strategy.model.filing import Trace, trace_of
from oc_strategy.model.lifecycle import adopted_on, begun_on, body_of, may_be_unadopted, progress
from oc_strategy.model.ours import group_of, holds, our_organizations, owners_of
from oc_strategy.model.participation import Sitting, seats_of, sittings
from oc_strategy.model.standardization import Committee, Declaration
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

Held = Literal["certainly", "possibly", "no", "unknown"]

_STILL_TIME = Text(
    en="{who} sits in {committee} and holds {patent}, which reads on {standard}; nothing has been disclosed so far.",
    ja="{who} は {committee} に席を持ち、{standard} に関わる {patent} を保有しているが、まだ開示していない。",
)


@dataclass(frozen=True, slots=True)
class _Matter:
    """What is asked about: which family on which standard, made where, adopted when (None: not yet)."""

    reading: Reading
    committee: Committee
    adopted: Date | None
    duty: Duty


@rule(
    severity="error",
    question=Text(
        en="Did we disclose what we held on a standard before the committee we sat in adopted it?",
        ja="参加した委員会の標準に関わる自らの権利を、採択の前に開示したか",
    ),
    message=Text(
        en="{who} sat in {committee} and held {patent}, which reads on {standard}, and had disclosed nothing when it "
        "was adopted ({on}).",
        ja="{who} は {committee} に席を持ち、{standard} に関わる {patent} を保有していたが、"
        "採択（{on}）までに開示していない。",
    ),
    remedy=Text(
        en="Disclose {patent} to the body of {standard} now, and take legal advice before asserting it.",
        ja="{patent} を直ちに {standard} の標準化機関へ開示し、権利を主張する前に法的助言を得る。",
    ),
    why=Text(
        en="Silence of a participant has cost patents their enforceability and brought competition proceedings.",
        ja="参加者の沈黙により、特許の行使が認められなかったり、競争法上の手続に至った例がある。",
    ),
    basis=Basis(facts=("patent-policy",), practice=("C03", "G32", "S127", "S128"), cases=("F01", "F02", "F03")),
    fires="""
id: demo
organizations:
  maker: {own: true}
outputs:
  burst: {title: Burst length}
committees:
  memory:
    policy_requires_disclosure: true
    seats: [{organization: maker, from: 1992, until: 1996-06}]
standards:
  sdram:
    published: 1993-11
    committee: memory
    clauses: [{id: mode, normative: true, reveals: burst}]
patents:
  base: {covers: burst, owners: maker, priority_date: 1990-04}  # <- participant-silent
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
outputs:
  burst: {title: Burst length}
committees:
  memory:
    policy_requires_disclosure: true
    seats: [{organization: maker, from: 1992, until: 1996-06}]
standards:
  sdram:
    published: 1993-11
    committee: memory
    clauses: [{id: mode, normative: true, reveals: burst}]
patents:
  base: {covers: burst, owners: maker, priority_date: 1990-04}
declarations:
  statement: {on: 1993-03, commitment: frand, patents: base, by: maker}
""",
)
def participant_silent(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for reading in readings(case.graph):
        is_ours = holds(case.graph, ours, reading.patent)
        if is_ours is not False and not _is_disclosed(case, reading):
            yield from _prepared(case, reading) if is_ours else _owner_untold(case, reading)


def _is_disclosed(case: Case, reading: Reading) -> bool:
    limit = adopted_on(reading.standard) or case.now
    found = declarations_on(case.graph, reading.patent, reading.standard)
    return any(d.on is not None and not limit.certainly_before(d.on) for d in found)


def _owner_untold(case: Case, reading: Reading) -> Iterator[Answer]:
    committee = case.graph.target(reading.standard, COMMITTEE_OF)
    if committee is not None and committee.policy_requires_disclosure is not False:
        yield Unanswered(reading.patent, "owners", (reading.standard,))


def _prepared(case: Case, reading: Reading) -> Iterator[Answer]:
    """The question as far as it can be put; what is missing for it is told instead."""
    standard = reading.standard
    state, committee = progress(standard, case.now), case.graph.target(standard, COMMITTEE_OF)
    undated = next((d for d in declarations_on(case.graph, reading.patent, standard) if d.on is None), None)
    if state == "ended":
        return
    if committee is None:
        yield Unanswered(standard, "committee", (reading.patent,))
    elif undated is not None:
        yield Unanswered(undated, "on", (reading.patent, standard))
    elif state == "unknown" or (state == "adopted" and adopted_on(standard) is None):
        yield Unanswered(standard, "published", (reading.patent,))
    else:
        yield from _under_policy(case, reading, committee, adopted_on(standard) if state == "adopted" else None)


def _under_policy(case: Case, reading: Reading, committee: Committee, adopted: Date | None) -> Iterator[Answer]:
    body = body_of(case.graph, reading.standard)
    duty = disclosure_duty(case.facts, committee, body, adopted or case.now)
    if duty.holds is None:
        yield Unanswered(committee, "policy_requires_disclosure", (reading.standard,))
    elif duty.holds:
        yield from _seated(case, _Matter(reading, committee, adopted, duty))


def _seated(case: Case, matter: _Matter) -> Iterator[Answer]:
    seats = sittings(case.graph, matter.committee)
    group = group_of(case.graph, owners_of(case.graph, matter.reading.patent))
    own = tuple(seats_of(seats, group))
    nameless = next((seat.person for seat in seats if seat.organization is None and seat.person), None)
    if not seats and not matter.committee.is_answered("seats"):
        yield Unanswered(matter.committee, "seats", (matter.reading.standard,))
    elif not own and nameless is not None:
        yield Unanswered(nameless, "works_for", (matter.committee,))
    answers = [answer for seat in own for answer in _asked(case, matter, seat)]
    findings = [answer for answer in answers if isinstance(answer, Finding)]
    yield from (findings or answers)[:1]


def _asked(case: Case, matter: _Matter, seat: Sitting) -> Iterator[Answer]:
    standard, patent = matter.reading.standard, matter.reading.patent
    limit, trace = matter.adopted or case.now, trace_of(patent)
    if seat.from_ is not None and limit.certainly_before(seat.from_):
        return
    held = _was_held(trace, limit, seat)
    if trace is None or held == "unknown":
        yield Unanswered(patent, "priority_date", (standard,))
        return
    worked = _was_at_work(case, matter, seat, limit)
    if worked == "unknown" and held != "no":
        yield Unanswered(standard, "stages", (matter.committee,))
    elif "no" not in (worked, held):
        yield _finding(case, matter, seat, trace, "possibly" in (worked, held))


def _was_at_work(case: Case, matter: _Matter, seat: Sitting, limit: Date) -> Held:
    """Whether the seat was held while the standard was being made."""
    if _certificates(case, matter, seat):
        return "certainly"
    if seat.from_ is not None and not seat.from_.certainly_before(limit):
        return "possibly"
    if not seat.has_ended(limit):
        return "certainly"
    begun = begun_on(case.graph, matter.reading.standard)
    if begun is None:
        return "unknown"
    return "no" if seat.has_ended(begun) else "certainly"


def _certificates(case: Case, matter: _Matter, seat: Sitting) -> tuple[Declaration, ...]:
    """What the seat's holder said of knowing no rights on this standard: that is asked at the vote on it."""
    if matter.adopted is None:
        return ()
    made = (d for d in case.graph.sources(matter.reading.standard, DECLARED_FOR) if d.commitment == "no-known-rights")
    by_holder = (d for d in made if seat.organization in case.graph.targets(d, DECLARED_BY))
    return tuple(d for d in by_holder if d.on is not None and not matter.adopted.certainly_before(d.on))


def _was_held(trace: Trace | None, limit: Date, seat: Sitting) -> Held:
    """Whether the family was filed before the adoption, and before the seat was given up."""
    ends = (limit,) if seat.until is None else (limit, seat.until)
    if trace is not None and all(trace.on.certainly_before(end) for end in ends):
        return "certainly"
    if trace is None or not trace.is_filing:
        return "unknown"
    return "possibly" if all(not end.certainly_before(trace.on) for end in ends) else "no"


def _finding(case: Case, matter: _Matter, seat: Sitting, trace: Trace, is_possible: bool) -> Finding:
    standard, patent = matter.reading.standard, matter.reading.patent
    who = (seat.organization,) if seat.organization else ()
    return Finding(
        patent, None,
        {
            "who": who, "committee": matter.committee, "patent": patent, "standard": standard,
            "on": matter.adopted or "",
        },
        others=(standard, matter.committee, *who),
        chain=(
            Step(patent, trace.where), Step(matter.committee), Step(seat.committee, (*seat.where, "from_")),
            Step(seat.committee, (*seat.where, "until")),
            *(Step(certificate, "on") for certificate in _certificates(case, matter, seat)),
            Step(standard, "published"),
        ),
        facts=matter.duty.facts,
        severity="question" if is_possible or matter.duty.is_unclear else _weighed(case, matter),
        message=_STILL_TIME if matter.adopted is None else None,
    )  # fmt: skip


def _weighed(case: Case, matter: _Matter) -> Severity:
    """An error only where every link was seen; a risk is reported, not guilt (case F01)."""
    reading = matter.reading
    seen = is_sure(reading.patent, reading.standard, matter.committee, *reading.outputs)
    is_over = matter.adopted is not None and not may_be_unadopted(reading.standard, case.now)
    return "error" if seen and is_over else "warning"
