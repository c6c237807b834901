"""Whether an office excuses an own disclosure, and until when a filing must be made there."""

from __future__ import annotations

from datetime import date

from oc_strategy.facts.fact import Fact
from oc_strategy.facts.periods import grace_fact, is_outside_pct
from oc_strategy.facts.store import Facts
from oc_strategy.model.dates import Date
from oc_strategy.model.disclosure import Reveal, is_gazette
from oc_strategy.model.filing import filing_date, is_filed, priority_end
from oc_strategy.model.rights import Member, Patent


def as_entered(facts: Facts, patent: Patent, member: Member, now: Date) -> Member:
    """A planned member as the PCT application already stands for it: the international filing date is its own."""
    has_pct = any(other.office == "WO" and is_filed(other, now) for other in patent.members)
    if member.status != "planned" or member.route == "direct" or not has_pct:
        return member
    return member if is_outside_pct(facts, member.office) else Member(office=member.office, route="pct")


def general_grace(facts: Facts, patent: Patent, member: Member, reveal: Reveal, today: date) -> Fact | None:
    """The fact by which an office excuses any own disclosure such as this one; None where it does not."""
    filed = filing_date(patent, member)
    fact = grace_fact(facts, member.office, patent.right, filed.first if filed else today)
    if fact is None or fact.detail.get("covers") != "general" or not fact.unit:
        return None
    return None if is_gazette(reveal) and fact.detail.get("gazette_excluded") == "true" else fact


def can_claim_priority(patent: Patent, member: Member, start: Date, now: Date) -> bool:
    """Whether a filing still to be made can claim priority from the first one."""
    return member.priority_claimed is not False and not priority_end(patent, start).certainly_before(now)
