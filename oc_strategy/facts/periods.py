"""Which fact sets a period at an office."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from oc_strategy.facts.fact import Fact
from oc_strategy.facts.store import Facts
from oc_strategy.model.dates import Date
from oc_strategy.model.filing import EUROPEAN
from oc_strategy.model.rights import Member, Patent


def entry_office(country: str) -> str:
    """The office by which a PCT application reaches a country: the EPO for the states of its convention."""
    return "EP" if country in EUROPEAN else country


def entry_fact(facts: Facts, office: str) -> Fact | None:
    """The months from priority within which a PCT application enters at an office; None where it cannot.

    Where the two chapters of the PCT differ, chapter I counts, since no demand is on record.
    """
    found = facts.find("national-phase", office, aspect="entry", chapter="both")
    return found or facts.find("national-phase", office, aspect="entry", chapter="1")


def is_outside_pct(facts: Facts, country: str) -> bool:
    """Whether a PCT application is known not to lead to a patent in a country, such as Taiwan."""
    return facts.find("national-phase", country, aspect="membership") is not None


def grace_fact(facts: Facts, office: str, right: str | None, on: date) -> Fact | None:
    """The novelty grace period of an office for a kind of right, as in force on a day of filing.

    A utility model without a row of its own follows the patents of its office; a design without one has no answer.
    """
    found = facts.find("grace-period", office, on=on, aspect="window", right=right or "patent")
    if found is None and right == "utility-model":
        return facts.find("grace-period", office, on=on, aspect="window", right="patent")
    return found


def grace_facts(facts: Facts, office: str, right: str | None, on: Date) -> tuple[Fact, ...]:
    """The grace periods that may have been in force at a filing: two where the law changed within a partial date."""
    first = grace_fact(facts, office, right, on.first)
    if on.is_exact:
        return (first,) if first is not None else ()
    last = grace_fact(facts, office, right, on.last)
    return tuple(dict.fromkeys(fact for fact in (first, last) if fact is not None))


def restoration_fact(facts: Facts, office: str, on: date) -> Fact | None:
    """How long after its end an office restores a priority period, as in force on a day; None where unknown."""
    fact = facts.find("priority-period", office, on=on, aspect="restoration")
    return fact if fact is not None and fact.unit else None


def priority_fact(facts: Facts, right: str | None) -> Fact | None:
    """The length of the priority period for a kind of right."""
    return facts.find("priority-period", "*", aspect="period", right=right or "patent")


def examination_facts(facts: Facts, office: str, days: Iterable[date], is_from_pct: bool) -> tuple[Fact, ...]:
    """The periods for the examination request that were in force on these days, each once."""
    found = (examination_fact(facts, office, day, is_from_pct) for day in days)
    return tuple(dict.fromkeys(fact for fact in found if fact is not None))


def examination_fact(facts: Facts, office: str, on: date, is_from_pct: bool) -> Fact | None:
    """The period for the examination request on an application filed on a day; an own row for Euro-PCT ones."""
    found = facts.find("examination-request", office, on=on, aspect="period-pct") if is_from_pct else None
    return found or facts.find("examination-request", office, on=on, aspect="period")


def publication_fact(facts: Facts, office: str) -> Fact | None:
    """When an office publishes applications."""
    return facts.find("publication", office, aspect="period")


def term_fact(facts: Facts, office: str, right: str | None, on: date) -> Fact | None:
    """How long a right lasts from its filing at an office, where that is what the term counts from."""
    fact = facts.find("patent-term", office, on=on, aspect="term", right=right or "patent")
    return fact if fact is not None and fact.detail.get("counted_from") == "filing" else None


def term_months(facts: Facts, patent: Patent, member: Member, today: date) -> int | None:
    """The term of a member in months from its filing; None where no fact tells it."""
    fact = term_fact(facts, member.office, patent.right, member.filed.first if member.filed else today)
    return fact.number * 12 if fact is not None else None
