"""Every date that a project must keep: computed from law and policy, or set by an agreement or a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oc_strategy.facts import Fact, Facts
from oc_strategy.facts.periods import entry_fact, entry_office, examination_fact, priority_fact
from oc_strategy.model.dates import Date, rolled
from oc_strategy.model.edges import Path
from oc_strategy.model.filing import filing_date, first_filing, is_live, parent_of, priority_end
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement
from oc_strategy.model.rights import Member, Patent, Secret
from oc_strategy.model.standardization import Standard
from oc_strategy.model.steering import Action, Decision, Option, Project, Trend

NEAR_DAYS = 90
_PERIODS = {"weekly": 0.25, "monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}


@dataclass(frozen=True, slots=True)
class Deadline:
    """One date to keep: for which node, of which kind (a key of `deadlines.` in `lang/`), when, on what basis."""

    node: Node
    where: str | Path
    kind: str
    on: Date
    office: str | None = None
    fact: Fact | None = None

    def days_left(self, today: date) -> int:
        """Days from today to the last possible day; negative once it is past."""
        return (self.on.last - today).days


def deadlines(graph: Graph, facts: Facts) -> tuple[Deadline, ...]:
    """All dates still to be kept (done ones are left out), by date, then by node."""
    found = [d for node in graph.nodes.values() for d in _of(node, facts)]
    return tuple(sorted(found, key=lambda d: (d.on.last, d.node.id, d.kind, d.office or "")))


def _of(node: Node, facts: Facts) -> Iterator[Deadline]:
    if isinstance(node, Patent):
        yield from _patent(node, facts)
    elif isinstance(node, Secret):
        yield from _secret(node)
    elif isinstance(node, Agreement):
        yield from _agreement(node)
    elif isinstance(node, Standard):
        yield from _standard(node)
    else:
        yield from _steering(node)


def _patent(patent: Patent, facts: Facts) -> Iterator[Deadline]:
    start = first_filing(patent)
    if start is None:
        return
    filed = [member for member in patent.members if member.filed and member.status != "planned"]
    has_pct = any(member.office == "WO" for member in filed)
    is_awaited = any(member.status == "planned" and member.route != "pct" for member in patent.members)
    if not has_pct and (is_awaited or len({member.office for member in filed}) < 2):
        fact = priority_fact(facts, patent.right)
        yield Deadline(patent, "priority_date", "priority", priority_end(patent, start), None, fact)
    if patent.right in {None, "patent"}:
        for index, member in enumerate(patent.members):
            yield from _entry(patent, index, member, start, facts)
            yield from _examination(patent, index, member, start, facts)


def _entry(patent: Patent, index: int, member: Member, start: Date, facts: Facts) -> Iterator[Deadline]:
    has_pct = any(m.office == "WO" and m.filed for m in patent.members)
    is_due = member.status == "planned" and member.route == "pct" and not member.national_phase_entered
    fact = entry_fact(facts, entry_office(member.office)) if has_pct and is_due else None
    if fact is not None and fact.unit:
        end = rolled(start.plus_months(fact.number))
        yield Deadline(patent, ("members", index, "filed"), "national-phase", end, member.office, fact)


def _examination(patent: Patent, index: int, member: Member, start: Date, facts: Facts) -> Iterator[Deadline]:
    filed = filing_date(patent, member)
    if filed is None or not is_live(member) or member.examination_requested or member.granted:
        return
    fact = examination_fact(facts, member.office, filed.first, parent_of(patent, member) is not None)
    if fact is None or not fact.unit:
        return
    counted = {"filing": filed, "priority": start}.get(
        fact.detail.get("counted_from", ""), member.search_report_published
    )
    if counted is not None:
        end = rolled(counted.plus_months(fact.number))
        yield Deadline(patent, ("members", index, "filed"), "examination", end, member.office, fact)


def _secret(secret: Secret) -> Iterator[Deadline]:
    if secret.next_review:
        yield Deadline(secret, "next_review", "secret-review", secret.next_review)
    for index, evidence in enumerate(secret.prior_use):
        if evidence.timestamp_until:
            yield Deadline(secret, ("prior_use", index, "timestamp_until"), "timestamp", evidence.timestamp_until)


def _agreement(agreement: Agreement) -> Iterator[Deadline]:
    if agreement.until:
        yield Deadline(agreement, "until", "agreement-ends", agreement.until)
    for index, obligation in enumerate(agreement.obligations):
        if obligation.due and not obligation.done:
            yield Deadline(agreement, ("obligations", index, "due"), "obligation", obligation.due)


def _standard(standard: Standard) -> Iterator[Deadline]:
    for index, stage in enumerate(standard.stages):
        if stage.target and not stage.actual:
            yield Deadline(standard, ("stages", index, "target"), "stage", stage.target, stage.stage)


def _steering(node: Node) -> Iterator[Deadline]:
    if isinstance(node, Project | Decision) and node.next_review:
        yield Deadline(node, "next_review", "review", node.next_review)
    elif isinstance(node, Action) and node.due and node.status not in {"done", "not-applicable"}:
        yield Deadline(node, "due", "action", node.due)
    elif isinstance(node, Trend) and node.last_checked and node.frequency:
        months = _PERIODS[node.frequency]
        due = node.last_checked.plus_months(int(months)) if months >= 1 else node.last_checked.plus_days(7)
        yield Deadline(node, "last_checked", "trend", due)
    elif isinstance(node, Option):
        by_day = {t.review_by: output_id for output_id, t in reversed(tuple(node.treatments.items())) if t.review_by}
        for day, output_id in by_day.items():
            yield Deadline(node, ("treatments", output_id, "review_by"), "treatment-review", day)
