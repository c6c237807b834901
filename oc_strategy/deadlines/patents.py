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
        if member.status == "planned":
            found = [_entry(patent, index, member, start, facts)]
        elif is_live(member):
            found = [
                _examination(patent, index, member, start, facts), _proof(patent, index, member, facts),
                _fees(patent, index, member, facts, today), _end(patent, index, member, facts),
            ]  # fmt: skip
        else:
            continue
        yield from [deadline for deadline in found if deadline is not None]


def _is_priority_awaited(patent: Patent) -> bool:
    filed = {member.office for member in patent.members if member.filed and member.status != "planned"}
    if "WO" in filed:
        return False
    return len(filed) < 2 or any(member.status == "planned" and member.route != "pct" for member in patent.members)


def _is_patent(patent: Patent) -> bool:
    return patent.right in {None, "patent"}


def _entry(patent: Patent, index: int, member: Member, start: Date, facts: Facts) -> Deadline | None:
    has_pct = _is_patent(patent) and any(m.office == "WO" and m.filed for m in patent.members)
    is_due = has_pct and member.route == "pct" and not member.national_phase_entered
    fact = entry_fact(facts, entry_office(member.office)) if is_due else None
    if fact is not None and fact.unit:
        end = period_end(start, fact.number)
        return Deadline(patent, ("members", index, "filed"), "national-phase", end, member.office, fact)
    return None


def _examination(patent: Patent, index: int, member: Member, start: Date, facts: Facts) -> Deadline | None:
    if member.examination_requested or member.granted or not _is_patent(patent):
        return None
    filed = filing_date(patent, member)
    if filed is None:
        return None
    fact = examination_fact(facts, member.office, filed.first, parent_of(patent, member) is not None)
    if fact is None or not fact.unit:
        return None
    counted = {"filing": filed, "priority": start}.get(
        fact.detail.get("counted_from", ""), member.search_report_published
    )
    if counted is not None:
        end = period_end(counted, fact.number)
        return Deadline(patent, ("members", index, "filed"), "examination", end, member.office, fact)
    return None


def _proof(patent: Patent, index: int, member: Member, facts: Facts) -> Deadline | None:
    """The proof of an own disclosure that an office wants after the statement made at filing."""
    if member.grace_statement is None or member.grace_proof is not None or member.filed is None:
        return None
    fact = facts.find("grace-formalities", member.office, aspect="proof", route="direct", counted_from="filing")
    if fact is not None and fact.unit and parent_of(patent, member) is None:
        end = member.filed.plus_days(fact.number) if fact.unit == "days" else member.filed.plus_months(fact.number)
        return Deadline(patent, ("members", index, "grace_statement"), "grace-proof", rolled(end), member.office, fact)
    return None


def _fees(patent: Patent, index: int, member: Member, facts: Facts, today: date) -> Deadline | None:
    if member.fees_paid_until is not None:
        if member.expires is None or member.fees_paid_until.certainly_before(member.expires):
            where = ("members", index, "fees_paid_until")
            return Deadline(patent, where, "fees", member.fees_paid_until, member.office)
        return None
    due = next_fee(facts, patent, member, today)
    if due is not None:
        where = ("members", index, "granted" if member.granted else "filed")
        return Deadline(patent, where, "fees", due.on, member.office, due.fact)
    return None


def _end(patent: Patent, index: int, member: Member, facts: Facts) -> Deadline | None:
    if member.expires is not None:
        return Deadline(patent, ("members", index, "expires"), "expires", member.expires, member.office)
    elif (filed := filing_date(patent, member)) is not None and member.office != "WO":
        fact = term_fact(facts, member.office, patent.right, filed.first)
        if fact is not None:
            end = filed.plus_months(fact.number * 12)
            return Deadline(patent, ("members", index, "filed"), "expires", end, member.office, fact)
    return None
