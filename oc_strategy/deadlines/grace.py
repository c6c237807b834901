"""Until when a planned filing is excused from an own disclosure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from oc_strategy.deadlines.deadline import Deadline
from oc_strategy.facts import Facts
from oc_strategy.facts.grace import as_entered, can_claim_priority, general_grace
from oc_strategy.model.dates import Date
from oc_strategy.model.disclosure import Reveal, reveals_under
from oc_strategy.model.filing import first_filing, is_filed
from oc_strategy.model.grace import reference_days
from oc_strategy.model.graph import Graph
from oc_strategy.model.guarding import is_spent
from oc_strategy.model.rights import Member, Patent


def grace_dates(graph: Graph, patent: Patent, facts: Facts, today: date) -> Iterator[Deadline]:
    """For each filing still planned the first day on which a grace period that it needs closes.

    A window that is counted back from a filing is never moved past a weekend.
    """
    now = Date.day(today)
    planned = [(i, member) for i, member in enumerate(patent.members) if member.status == "planned"]
    if not planned or is_spent(patent, now):
        return
    shown = [reveal for _, reveal in reveals_under(graph, patent)]
    for index, member in planned:
        stands = as_entered(facts, patent, member, now)
        if is_filed(stands, now):
            continue
        closing = [d for reveal in shown for d in _closing(patent, index, stands, reveal, facts, today)]
        yield from sorted(closing, key=lambda deadline: deadline.on.last)[:1]


def _closing(
    patent: Patent, index: int, member: Member, reveal: Reveal, facts: Facts, today: date
) -> Iterator[Deadline]:
    fact = general_grace(facts, patent, member, reveal, today)
    if fact is not None and reveal.on is not None and _needs_excuse(patent, member, reveal.on, fact.detail, today):
        end = reveal.on.plus_months(fact.number)
        yield Deadline(patent, ("members", index, "office"), "grace", end, member.office, fact, reveal.by)


def _needs_excuse(patent: Patent, member: Member, on: Date, rule: Mapping[str, str], today: date) -> bool:
    """Whether what was shown on a day counts against the filing, unless it is made within the window."""
    start = first_filing(patent)
    if start is None or not can_claim_priority(patent, member, start, Date.day(today)):
        return True
    secured = set(reference_days(patent, member, rule.get("reference_date", ""))) <= {start}
    return on.possibly_before(start) and not secured
