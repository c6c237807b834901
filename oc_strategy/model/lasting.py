"""Until when a patent family protects at best."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from oc_strategy.model.dates import Date
from oc_strategy.model.filing import DEAD, filing_date
from oc_strategy.model.rights import Member, Patent

End = Date | Literal["unknown"] | None


def last_end(patent: Patent, term_months: Callable[[Member], int | None]) -> End:
    """The day the longest-lived member ends; `unknown` where one of them has no known end, None where none lives.

    `term_months` gives an office's term from filing where the law is known. Planned and PCT members protect nothing.
    """
    living = [m for m in patent.members if m.status not in DEAD and m.status != "planned" and m.office != "WO"]
    ends = [member.expires or _counted_end(patent, member, term_months(member)) for member in living]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return "unknown"
    return max(known, key=lambda end: end.last, default=None)


def _counted_end(patent: Patent, member: Member, months: int | None) -> Date | None:
    filed = filing_date(patent, member)
    return filed.plus_months(months) if filed is not None and months else None
