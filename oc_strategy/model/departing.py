"""Filings by which an invention leaves the country it was made in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oc_strategy.model.dates import Date
from oc_strategy.model.edges import Path
from oc_strategy.model.filing import first_filing, parent_of, priority_end
from oc_strategy.model.rights import Member, Patent


@dataclass(frozen=True, slots=True)
class Departure:
    """One filing outside a country: where it stands in the family, at which office, when."""

    place: Path
    office: str
    on: Date | None


def departures(patent: Patent, home: str) -> Iterator[Departure]:
    """The filings of a family outside a country, made or planned for a day, the first filing first.

    What entered from a PCT or EP application left the country with that one.
    """
    if patent.first_office not in {None, home} and patent.priority_date is not None:
        yield Departure(("priority_date",), patent.first_office or "", patent.priority_date)
    for index, member in enumerate(patent.members):
        is_undated_plan = member.status == "planned" and member.filed is None
        if member.office != home and parent_of(patent, member) is None and not is_undated_plan:
            yield Departure(("members", index, "filed"), member.office, member.filed)


def filed_at_home(patent: Patent, home: str) -> Date | None:
    """The day of a family's earliest national filing in a country."""
    if patent.first_office == home and patent.priority_date is not None:
        return patent.priority_date
    filed = [m.filed for m in patent.members if m.office == home and m.route != "pct" and m.filed is not None]
    return min(filed, key=lambda day: day.first, default=None)


def has_undated_home(patent: Patent, home: str) -> bool:
    """Whether a national filing in a country is listed without its day, and no other one with a day."""
    listed = (m for m in patent.members if m.office == home and m.route != "pct" and m.status != "planned")
    return filed_at_home(patent, home) is None and any(member.filed is None for member in listed)


def latest_day(patent: Patent, departure: Departure) -> Date:
    """The day of a filing; for one without a date the last day that its grant or the priority period leaves open."""
    granted = patent.members[int(departure.place[1])].granted if len(departure.place) > 1 else None
    start = first_filing(patent)
    return departure.on or granted or (priority_end(patent, start) if start else Date.parse("9999"))


def receiving_country(member: Member) -> str | None:
    """The country that received a PCT application, as its number says (`PCT/CN2024/000001`); None where it does not."""
    number = (member.application or "").upper()
    return number[4:6] if member.office == "WO" and number.startswith("PCT/") and number[4:6].isalpha() else None
