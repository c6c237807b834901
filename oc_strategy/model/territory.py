"""How far a patent family protects in a country."""

from __future__ import annotations

from typing import Literal

from oc_strategy.model.dates import Date
from oc_strategy.model.filing import DEAD, EUROPEAN, filing_date, first_filing, is_filed, priority_end
from oc_strategy.model.rights import Member, Patent

Cover = Literal["live", "open", "ended", "unknown", "none"]
COVERS_BEST: tuple[Cover, ...] = ("live", "open", "ended", "unknown", "none")
"""From the best to the worst."""
_LONGEST_TERM_MONTHS = 240


def cover(patent: Patent, country: str, now: Date) -> Cover:
    """The best that the members at a country's office, or an EP member that reaches it, give there.

    `open`: nothing is filed there yet and the priority period still runs; `ended`: the right has had its full term;
    `unknown`: a member is listed of which nothing tells whether it lives. `world` asks for any country at all. PCT
    applications are left out, since how long they reach a country is law, not model.
    """
    best: Cover = "none"
    for member in patent.members:
        office = member.office
        if office != "WO" and (country in ("world", office) or _reaches_from_ep(patent, member, country)):
            life = _life(patent, member, now)
            if life == "live":
                return life
            best = min(best, life, key=COVERS_BEST.index)
    return "open" if best == "none" and _is_priority_running(patent, now) else best


def _is_priority_running(patent: Patent, now: Date) -> bool:
    start = first_filing(patent)
    return start is not None and not priority_end(patent, start).certainly_before(now)


def _reaches_from_ep(patent: Patent, member: Member, country: str) -> bool:
    if member.office != "EP" or country not in EUROPEAN:
        return False
    # Once granted, an EP patent lives on in the states where it was validated, if those are listed.
    is_validated = any(other.route == "epc" and other.office != "EP" for other in patent.members)
    return not (is_validated and (member.granted is not None or member.status == "granted"))


def _life(patent: Patent, member: Member, now: Date) -> Cover:
    status, expires = member.status, member.expires
    if status == "expired" or (expires is not None and expires.certainly_before(now)):
        return "ended"
    if status in DEAD or not is_filed(member, now):
        return "none"
    if status is not None or member.granted is not None:
        return "live"
    filed = filing_date(patent, member)
    if filed is None or filed.plus_months(_LONGEST_TERM_MONTHS).certainly_before(now):
        return "unknown"
    return "live"
