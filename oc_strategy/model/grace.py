"""From which day an office counts its grace period back, for one member of a family."""

from __future__ import annotations

from oc_strategy.model.dates import Date
from oc_strategy.model.filing import effective_date, filing_date, first_filing
from oc_strategy.model.rights import Member, Patent


def reference_days(patent: Patent, member: Member, counted_from: str) -> tuple[Date | None, ...]:
    """The day the window is counted back from; both possible ones where the rule or the first office is unknown.

    `counted_from` is a word of the facts: `filing` (foreign priority does not help), `priority`, or
    `filing-or-domestic-priority` (JP Patent Act Art. 41(2)). None stands for a filing still to be made, or undated.
    """
    filed, priority = filing_date(patent, member), effective_date(patent, member)
    if counted_from == "priority":
        return (priority,)
    if counted_from == "filing":
        return (filed,)
    first = first_office(patent) if counted_from == "filing-or-domestic-priority" else None
    if first is None:
        return (filed, priority)
    return (priority,) if first == member.office else (filed,)


def first_office(patent: Patent) -> str | None:
    """Where the first filing was made: as written, else the office of the member filed on that day."""
    start = first_filing(patent)
    at_start = (member.office for member in patent.members if member.filed is not None and member.filed == start)
    return patent.first_office or next(at_start, None)
