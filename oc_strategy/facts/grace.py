"""Whether an office excuses an own disclosure, and until when a filing must be made there."""

from __future__ import annotations

from datetime import date

from oc_strategy.facts.fact import Fact
from oc_strategy.facts.periods import grace_facts, is_outside_pct
from oc_strategy.facts.store import Facts
from oc_strategy.model.dates import Date
from oc_strategy.model.disclosure import Reveal, is_gazette
from oc_strategy.model.filing import filing_date, is_filed, priority_end
from oc_strategy.model.rights import Member, Patent


def as_entered(facts: Facts, patent: Patent, member: Member, now: Date) -> Member:
    """A planned member as the PCT application already stands for it: the international filing date is its own."""
    if member.status != "planned" or member.route == "direct" or not _has_pct(patent, now):
        return member
    return member if is_outside_pct(facts, member.office) else Member(office=member.office, route="pct")


def _has_pct(patent: Patent, now: Date) -> bool:
    return any(other.office == "WO" and is_filed(other, now) for other in patent.members)


def general_graces(facts: Facts, patent: Patent, member: Member, now: Date) -> tuple[Fact, ...]:
    """The facts by which an office excuses any own disclosure; two where the law may have changed."""
    texts = grace_facts(facts, member.office, patent.right, filing_date(patent, member) or now)
    return tuple(fact for fact in texts if fact.unit and fact.detail.get("covers") == "general")


def general_grace(facts: Facts, patent: Patent, member: Member, reveal: Reveal, today: date) -> Fact | None:
    """The first of the facts by which an office excuses an own disclosure such as this one; None where it does not."""
    graces = general_graces(facts, patent, member, Date.day(today))
    return next((fact for fact in graces if excuses(fact, reveal)), None)


def excuses(grace: Fact, reveal: Reveal) -> bool:
    """Whether a general grace period takes in this disclosure, too: some leave gazettes out."""
    return grace.detail.get("gazette_excluded") != "true" or not is_gazette(reveal)


def can_claim_priority(patent: Patent, member: Member, start: Date, now: Date) -> bool:
    """Whether a filing still to be made can claim priority from the first one."""
    return member.priority_claimed is not False and not priority_end(patent, start).certainly_before(now)
