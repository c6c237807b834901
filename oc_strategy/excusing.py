"""Who answers for a finding: an exception that somebody decided, or the baseline; and what excuses nothing any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from typing import Final

from oc_strategy.lang import text
from oc_strategy.loading import PlacedDebt, PlacedException
from oc_strategy.loading.mistakes import closest, with_guess
from oc_strategy.model.debt import Key, KnownFinding, key_of
from oc_strategy.model.diagnostic import SEVERITIES, Diagnostic, Excuse, Place, State, Subject, Telling
from oc_strategy.model.steering import Option, RuleException
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.portfolio import LoadedProject
from oc_strategy.rules import all_rules

STALE: Final = "baseline-stale"
"""The code of a finding of the baseline that is not found any more; a portfolio may weigh it anew."""


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms findings are excused: the day, how many days an exception may last (None for any number)."""

    today: date
    exception_days: int | None = None
    stale: Severity = "warning"


def with_exceptions(
    found: Sequence[Diagnostic], loaded: LoadedProject, terms: Terms, *, is_whole: bool
) -> list[Diagnostic]:
    """The findings with the exceptions that answer for them, and each exception that has run out or lasts too long.

    Where the findings are the whole of what the project is checked for, also those that match none.
    """
    faults = {kept: fault for kept in loaded.exceptions if (fault := _fault_of(kept.record, terms))}
    valid = [kept for kept in loaded.exceptions if kept not in faults]
    over = [kept for kept, fault in faults.items() if fault == "expired"]
    answered = [_answered(diagnostic, valid, over) for diagnostic in found]
    idle = [kept for kept in valid if is_whole and not any(_matches(kept.record, d) for d in found)]
    faulty = [*faults.items(), *((kept, "unmatched") for kept in idle)]
    return [*answered, *(_fault(fault, kept, loaded, terms) for kept, fault in faulty)]


def _fault_of(exception: RuleException, terms: Terms) -> str | None:
    """Why an exception does not hold, which lets its findings come back."""
    if exception.until.last < terms.today:
        return "expired"
    start = exception.on.first if exception.on else terms.today
    if terms.exception_days is not None and (exception.until.last - start).days > terms.exception_days:
        return "too-long"
    return None


def _answered(found: Diagnostic, valid: Iterable[PlacedException], over: Iterable[PlacedException]) -> Diagnostic:
    by_state: tuple[tuple[State, Iterable[PlacedException]], ...] = (("accepted", valid), ("expired", over))
    for state, exceptions in by_state:
        for kept in exceptions:
            if _matches(kept.record, found):
                return replace(found, state=state, excuse=_excuse(kept))
    return found


def _matches(exception: RuleException, found: Diagnostic) -> bool:
    """Whether an exception may and does answer for a finding; a question without an answer needs the answer."""
    if found.severity == "good" or found.is_unanswered or not fnmatchcase(found.code, exception.rule):
        return False
    nodes = {subject.node for subject in found.subjects}
    return all(any(fnmatchcase(node, pattern) for node in nodes) for pattern in exception.subjects)


def _excuse(kept: PlacedException) -> Excuse:
    by = kept.record
    return Excuse(by.status, by.reason, by.owner, by.until.text, kept.place, by.ticket)


def _fault(fault: str, kept: PlacedException, loaded: LoadedProject, terms: Terms) -> Diagnostic:
    exception = kept.record
    subjects = ", ".join(exception.subjects) or "*"
    values = {
        "rule": exception.rule, "subjects": subjects, "owner": exception.owner, "until": exception.until.text,
        "days": terms.exception_days,
    }  # fmt: skip
    remedy = text(f"checks.exception-{fault}-remedy", **values)
    guess = _rule_meant(exception.rule) if fault == "unmatched" else None
    return _about_excuse(
        f"exception-{fault}", "error", "unmatched" if fault == "unmatched" else "expired",
        text(f"checks.exception-{fault}", **values), with_guess(remedy, guess) if guess else remedy,
        kept.place, loaded.project.id, f"{exception.rule}:{subjects}",
    )  # fmt: skip


def _rule_meant(pattern: str) -> str | None:
    ids = [rule.id for rule in all_rules()]
    return None if any(fnmatchcase(known, pattern) for known in ids) else closest(pattern, ids)


def with_baseline(
    found: Sequence[Diagnostic], loaded: LoadedProject, option: str | None, terms: Terms
) -> list[Diagnostic]:
    """The findings with those that the baseline has as existing, and each finding of it that is there no more.

    A finding that is graver now than the baseline has it is new.
    """
    debts = {debt.record.key: debt.record for debt in loaded.baseline}
    aged = [_aged(diagnostic, debts) for diagnostic in found]
    return [*aged, *(_stale(debt, terms.stale) for debt in gone(found, loaded, option))]


def gone(found: Iterable[Diagnostic], loaded: LoadedProject, option: str | None) -> Iterator[PlacedDebt]:
    """What the baseline of a project has and what is not found, as far as these findings can tell.

    What was found under another option that is still there cannot be told from the findings under this one.
    """
    there = {key_of(diagnostic) for diagnostic in found if diagnostic.is_gap}
    others = {node.id for node in loaded.graph.of(Option)} - {option}
    return (debt for debt in loaded.baseline if debt.record.key not in there and debt.record.option not in others)


def without_project(baseline: Iterable[PlacedDebt], projects: Collection[str], terms: Terms) -> Iterator[Diagnostic]:
    """What the baseline of a portfolio has for projects that are none of its own."""
    return (_stale(debt, terms.stale) for debt in baseline if debt.record.project not in projects)


def _aged(found: Diagnostic, debts: dict[Key, KnownFinding]) -> Diagnostic:
    debt = debts.get(key_of(found)) if found.is_open else None
    is_known = debt is not None and SEVERITIES.index(found.severity) >= SEVERITIES.index(debt.severity)
    return replace(found, state="existing") if is_known else found


def _stale(debt: PlacedDebt, severity: Severity) -> Diagnostic:
    nodes = ", ".join(subject.node for subject in debt.record.subjects)
    values = {"rule": debt.record.rule, "subjects": nodes}
    about = ":".join(map(str, (*debt.record.key[:3], nodes)))
    message, remedy = text(f"checks.{STALE}", **values), text(f"checks.{STALE}-remedy", **values)
    return _about_excuse(STALE, severity, "unmatched", message, remedy, debt.place, debt.record.project, about)


def _about_excuse(
    code: str, severity: Severity, state: State, message: Text, remedy: Text, place: Place, project: str, about: str,
) -> Diagnostic:  # fmt: skip
    return Diagnostic(
        code=code, severity=severity, state=state, telling=Telling(message, remedy), place=place,
        project=project, subjects=(Subject(project, about),),
    )  # fmt: skip
