"""The dates of patent families: priority, entry, examination, fees, proofs, terms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oc_strategy.deadlines.deadline import Deadline
from oc_strategy.facts import Facts
from oc_strategy.facts.fees import next_fee
from oc_strategy.facts.periods import entry_fact, entry_office, examination_fact, priority_fact, term_fact
from oc_strategy.model.dates import Date, period_end, rolled
from oc_strategy.model.filing import filing_date, first_filing, is_live, parent_of, priority_end
from oc_strategy.model.rights import Member, Patent


def patent_dates(patent: Patent, facts: Facts, today: date) -> Iterator[Deadline]:
    """What a family must keep by law at the offices where it is, or is planned."""
    start = first_filing(patent)
    if start is None:
        return
    if _is_priority_awaited(patent):
        fact = priority_fact(facts, patent.right)
        yield Deadline(patent, "priority_date", "priority", priority_end(patent, start), None, fact)
    for index, member in enumerate(patent.members):
        if patent.right in {None, "patent"}:
            yield from _entry(patent, index, member, start, facts)
            yield from _examination(patent, index, member, start, facts)
        if is_live(member):
            yield from _proof(patent, index, member, facts)
            yield from _fees(patent, index, member, facts, today)
            yield from _end(patent, index, member, facts)


def _is_priority_awaited(patent: Patent) -> bool:
    filed = [member for member in patent.members if member.filed and member.status != "planned"]
    has_pct = any(member.office == "WO" for member in filed)
    is_awaited = any(member.status == "planned" and member.route != "pct" for member in patent.members)
    return not has_pct and (is_awaited or len({member.office for member in filed}) < 2)


def _entry(patent: Patent, index: int, member: Member, start: Date, facts: Facts) -> Iterator[Deadline]:
    has_pct = any(m.office == "WO" and m.filed for m in patent.members)
    is_due = member.status == "planned" and member.route == "pct" and not member.national_phase_entered
    fact = entry_fact(facts, entry_office(member.office)) if has_pct and is_due else None
    if fact is not None and fact.unit:
        end = period_end(start, fact.number)
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
        end = period_end(counted, fact.number)
        yield Deadline(patent, ("members", index, "filed"), "examination", end, member.office, fact)


def _proof(patent: Patent, index: int, member: Member, facts: Facts) -> Iterator[Deadline]:
    """The proof of an own disclosure that an office wants after the statement made at filing."""
    if member.grace_statement is None or member.grace_proof is not None or member.filed is None:
        return
    fact = facts.find("grace-formalities", member.office, aspect="proof", route="direct", counted_from="filing")
    if fact is not None and fact.unit and parent_of(patent, member) is None:
        end = member.filed.plus_days(fact.number) if fact.unit == "days" else member.filed.plus_months(fact.number)
        yield Deadline(patent, ("members", index, "grace_statement"), "grace-proof", rolled(end), member.office, fact)


def _fees(patent: Patent, index: int, member: Member, facts: Facts, today: date) -> Iterator[Deadline]:
    if member.fees_paid_until is not None:
        if member.expires is None or member.fees_paid_until.certainly_before(member.expires):
            where = ("members", index, "fees_paid_until")
            yield Deadline(patent, where, "fees", member.fees_paid_until, member.office)
        return
    due = next_fee(facts, patent, member, today)
    if due is not None:
        where = ("members", index, "granted" if member.granted else "filed")
        yield Deadline(patent, where, "fees", due.on, member.office, due.fact)


def _end(patent: Patent, index: int, member: Member, facts: Facts) -> Iterator[Deadline]:
    filed = filing_date(patent, member)
    if member.expires is not None:
        yield Deadline(patent, ("members", index, "expires"), "expires", member.expires, member.office)
    elif filed is not None and member.office != "WO":
        fact = term_fact(facts, member.office, patent.right, filed.first)
        if fact is not None:
            end = filed.plus_months(fact.number * 12)
            yield Deadline(patent, ("members", index, "filed"), "expires", end, member.office, fact)
