"""When the next renewal fee of a patent falls due, as far as the facts tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from oc_strategy.facts.fact import Fact
from oc_strategy.facts.store import Facts
from oc_strategy.model.dates import Date, add_months, period_end, rolled
from oc_strategy.model.filing import filing_date, first_filing, parent_of
from oc_strategy.model.rights import Member, Patent

_LONGEST_TERM_YEARS: Final = 25


@dataclass(frozen=True, slots=True)
class Due:
    """A day on which a fee falls due, and the fact that says so."""

    on: Date
    fact: Fact


def next_fee(facts: Facts, patent: Patent, member: Member, today: date) -> Due | None:
    """The first fee of a member that is not over on a day; None where no fact, or no date to count from, is known.

    Fees asked from the grant on belong to granted members, those counted from the filing (EPO) to pending ones.
    """
    is_granted = member.status == "granted" or (member.status is None and member.granted is not None)
    rows = facts.every("renewal-fees", member.office, aspect="due", right=patent.right or "patent")
    owed = [row for row in rows if row.unit and (row.detail.get("counted_from") == "filing") != is_granted]
    ahead = [due for row in owed if (due := _first_ahead(facts, patent, member, row, today))]
    return min(ahead, key=lambda due: due.on.last, default=None)


def _first_ahead(facts: Facts, patent: Patent, member: Member, row: Fact, today: date) -> Due | None:
    """The first day by one fact that is not over: the days come in their order."""
    for on in _days(facts, patent, member, row):
        if on.last >= today and not _is_after_the_end(member, on):
            return Due(on, row)
    return None


def _is_after_the_end(member: Member, on: Date) -> bool:
    return member.expires is not None and not on.possibly_before(member.expires)


def _days(facts: Facts, patent: Patent, member: Member, row: Fact) -> Iterator[Date]:
    begin = filing_date(patent, member) if row.detail.get("counted_from") == "filing" else member.granted
    if begin is None:
        return
    if row.unit == "months":
        yield period_end(begin, row.number)
        return
    # The fee of a year falls due before the year begins.
    for year in range(row.number, _LONGEST_TERM_YEARS):
        months = 12 * (year - 1)
        if row.detail.get("due") == "end-of-anniversary-month":
            yield rolled(_from_pct(facts, patent, member, _month_end(begin.plus_months(months))))
        else:
            yield period_end(begin, months)


def _month_end(day: Date) -> Date:
    first, last = (add_months(d.replace(day=1), 1) - timedelta(days=1) for d in (day.first, day.last))
    return Date(first, last, first.isoformat() if first == last else f"{first.isoformat()}..{last.isoformat()}")


def _from_pct(facts: Facts, patent: Patent, member: Member, day: Date) -> Date:
    """The day, or the later one until which a first fee may wait after entry from a PCT application."""
    start, fact = first_filing(patent), facts.find("renewal-fees", member.office, aspect="first-due-pct")
    if start is None or fact is None or parent_of(patent, member) is None:
        return day
    return max(day, start.plus_months(fact.number), key=lambda each: each.last)
