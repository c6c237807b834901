"""Every date that a project must keep: computed from law and policy, or set by an agreement or a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oc_strategy.facts import Fact, Facts
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import Path
from oc_strategy.model.filing import first_filing, is_live, priority_end
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
        fact = facts.find("priority-period", "*", aspect="period", right=patent.right or "patent")
        yield Deadline(patent, "priority_date", "priority", priority_end(patent, start), None, fact)
    if patent.right in {None, "patent"}:
        for index, member in enumerate(patent.members):
            yield from _member(patent, index, member, start, facts)


def _member(patent: Patent, index: int, member: Member, start: Date, facts: Facts) -> Iterator[Deadline]:
    where: Path = ("members", index, "filed")
    has_pct = any(m.office == "WO" and m.filed for m in patent.members)
    if member.status == "planned" and has_pct and member.route == "pct" and not member.national_phase_entered:
        fact = facts.find("national-phase", member.office, aspect="entry")
        if fact is not None and fact.value:
            yield Deadline(patent, where, "national-phase", start.plus_months(fact.number), member.office, fact)
    if is_live(member) and member.filed and not member.examination_requested and member.granted is None:
        fact = facts.find("examination-request", member.office, aspect="period")
        if fact is not None and fact.value and fact.unit in {"months", "years"}:
            from_priority = fact.detail.get("counted_from") == "priority"
            months = fact.number * (12 if fact.unit == "years" else 1)
            counted = start if from_priority else member.filed
            yield Deadline(patent, where, "examination", counted.plus_months(months), member.office, fact)


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
