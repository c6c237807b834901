"""A family that is not to be free stayed in the promise of a group, because no exclusion was made in its window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oc_strategy.facts import Fact
from oc_strategy.facts.policies import exclusion_end, policy
from oc_strategy.model.dates import Date
from oc_strategy.model.declaring import Reading, readings
from oc_strategy.model.edges import COMMITTEE_OF, DECLARED_FOR, DECLARES
from oc_strategy.model.filing import first_filing
from oc_strategy.model.lifecycle import body_of
from oc_strategy.model.ours import group_of, holds, our_organizations, owners_of
from oc_strategy.model.participation import Sitting, seats_of, sittings
from oc_strategy.model.standardization import Standard
from oc_strategy.model.text import Text
from oc_strategy.model.urgency import urgency
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

SOON_DAYS = 60
_CLOSING = Text(
    en="{patent} is not meant to be free; the window to exclude it from the promise on {standard} closes on {closes}.",
    ja="{patent} は無償とする予定がなく、{standard} の約束から除外できる期間は {closes} に終わる。",
)


@rule(
    severity="error",
    question=Text(
        en="Is every family that is not to be free excluded in time, where joining the group promises a free licence?",
        ja="参加により無償許諾を約束する場で、無償としない特許を期間内に除外しているか",
    ),
    message=Text(
        en="{patent} is not meant to be free, and was not excluded from the promise on {standard} by {closes}.",
        ja="{patent} は無償とする予定がないが、{standard} の約束からの除外を {closes} までにしていない。",
    ),
    remedy=Text(
        en="Exclude {patent} while a window for {standard} is open; else plan with it as licensed free for {standard}.",
        ja="{standard} の除外期間内に {patent} を除外する。過ぎていれば、無償許諾を前提に計画を改める。",
    ),
    why=Text(
        en="Joining the group is the promise; what is not excluded in the window stays free while the patent lives.",
        ja="参加すること自体が約束となる。期間内に除外しない特許は、存続する限り無償のままとなる。",
    ),
    basis=Basis(facts=("patent-policy",)),
    fires="""
id: demo
organizations:
  maker: {own: true}
outputs:
  cascade: {title: Cascade}
committees:
  style: {body: w3c, seats: [{organization: maker, from: 2020-10}]}
standards:
  style-sheets:
    committee: style
    clauses: [{id: order, reveals: cascade}]
    exclusion_windows: [{opened: 2021-01-19}]
patents:
  cascade-family: {covers: cascade, owners: maker, priority_date: 2019}  # <- exclusion-window-missed
options:
  plan:
    treatments:
      cascade: patent-license
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
outputs:
  cascade: {title: Cascade}
committees:
  style: {body: w3c, seats: [{organization: maker, from: 2020-10}]}
standards:
  style-sheets:
    committee: style
    clauses: [{id: order, reveals: cascade}]
    exclusion_windows: [{opened: 2021-01-19}]
patents:
  cascade-family: {covers: cascade, owners: maker, priority_date: 2019}
declarations:
  exclusion: {by: maker, on: 2021-06-18, standard: style-sheets, commitment: refused, patents: cascade-family}
options:
  plan:
    treatments:
      cascade: patent-license
""",
    as_of="2021-06-19",
)
def exclusion_window_missed(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for reading in readings(case.graph):
        windows = reading.standard.exclusion_windows
        if windows and holds(case.graph, ours, reading.patent) and _is_for_pay(case, reading):
            yield from _asked(case, reading)


@dataclass(frozen=True, slots=True)
class _Window:
    """The last day of a window, from the call or counted from its opening by the body's policy."""

    index: int
    closes: Date
    fact: Fact | None


def _is_for_pay(case: Case, reading: Reading) -> bool:
    treatments = [case.treatment(output) for output in reading.outputs]
    return any(t is not None and t.accesses not in (None, "royalty-free", "public-domain") for t in treatments)


def _asked(case: Case, reading: Reading) -> Iterator[Answer]:
    standard, patent = reading.standard, reading.patent
    seats = _own_seats(case, reading)
    windows = [_window(case, standard, index) for index in range(len(standard.exclusion_windows))]
    if not seats or all(_left_in_time(case, standard, seat) for seat in seats):
        return
    if None in windows:
        yield Unanswered(standard, "exclusion_windows", (patent,))
    elif first_filing(patent) is None:
        yield Unanswered(patent, "priority_date", (standard,))
    else:
        last = max((window for window in windows if window), key=lambda window: window.closes.last)
        may_be_free = all(_may_have_left_in_time(case, standard, seat) for seat in seats)
        yield from _judged(case, reading, _for_late_joiners(last, seats), may_be_free=may_be_free)


def _own_seats(case: Case, reading: Reading) -> tuple[Sitting, ...]:
    committee = case.graph.target(reading.standard, COMMITTEE_OF)
    group = group_of(case.graph, owners_of(case.graph, reading.patent))
    return tuple(seats_of(sittings(case.graph, committee), group)) if committee else ()


def _left_in_time(case: Case, standard: Standard, seat: Sitting) -> bool:
    """Whether the seat was given up early enough to be free of the promise, counted from the first window."""
    end = _free_until(case, standard)
    return end is not None and seat.until is not None and not end.possibly_before(seat.until)


def _may_have_left_in_time(case: Case, standard: Standard, seat: Sitting) -> bool:
    end = _free_until(case, standard)
    return end is not None and seat.until is not None and not end.certainly_before(seat.until)


def _free_until(case: Case, standard: Standard) -> Date | None:
    """The last day on which leaving frees from the promise; None where the policy, or the opening, is not known."""
    opened, body = standard.exclusion_windows[0].opened, body_of(case.graph, standard)
    fact = policy(case.facts, body, opened, "leaving") if opened else None
    return opened.plus_days(fact.number) if opened is not None and fact is not None else None


def _window(case: Case, standard: Standard, index: int) -> _Window | None:
    end = exclusion_end(case.facts, case.graph, standard, index)
    return _Window(index, *end) if end else None


def _for_late_joiners(window: _Window, seats: tuple[Sitting, ...]) -> _Window:
    """Whoever joined after the end of a window could still exclude on the day of joining."""
    joined = min((seat.from_ for seat in seats if seat.from_), key=lambda day: day.first, default=None)
    is_late = joined is not None and window.closes.certainly_before(joined)
    return _Window(window.index, joined, window.fact) if joined and is_late else window


def _judged(case: Case, reading: Reading, window: _Window, *, may_be_free: bool) -> Iterator[Answer]:
    filed, closes = first_filing(reading.patent), window.closes
    if (filed and closes.certainly_before(filed)) or _is_excluded(case, reading, closes):
        return
    # The last day of notice counts, too.
    severity = urgency(closes, case.now, SOON_DAYS + 1)
    may_be_free = may_be_free or (filed is not None and closes.possibly_before(filed))
    if severity is not None:
        yield _finding(reading, window, "question" if may_be_free else severity)


def _is_excluded(case: Case, reading: Reading, closes: Date) -> bool:
    made = [d for d in case.graph.sources(reading.patent, DECLARES) if d.commitment == "refused"]
    named = [d for d in made if case.graph.target(d, DECLARED_FOR) in (None, reading.standard)]
    return any(d.on is None or not closes.certainly_before(d.on) for d in named)


def _finding(reading: Reading, window: _Window, severity: Severity) -> Finding:
    patent, standard, where = reading.patent, reading.standard, ("exclusion_windows", window.index)
    return Finding(
        patent, None, {"patent": patent, "standard": standard, "closes": window.closes}, others=(standard,),
        chain=(
            Step(standard, (*where, "opened")), Step(standard, (*where, "closes")), *map(Step, reading.outputs),
            Step(patent, "priority_date"),
        ),
        facts=(window.fact,) if window.fact else (),
        severity=severity, message=None if severity == "error" else _CLOSING,
    )  # fmt: skip
