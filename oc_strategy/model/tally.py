"""How many findings there are of each kind, and what a check comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields

from oc_strategy.model.diagnostic import SEVERITIES, Diagnostic
from oc_strategy.model.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts: what is open per severity, what is well guarded, unanswered, in the baseline, excepted."""

    error: int = 0
    warning: int = 0
    question: int = 0
    good: int = 0
    unanswered: int = 0
    existing: int = 0
    accepted: int = 0

    @property
    def total(self) -> int:
        """How many there are of any kind."""
        return sum(astuple(self))

    def fails(self, mildest: Severity | None) -> bool:
        """Whether anything is open that is at least so grave; nothing is if None."""
        return mildest is not None and any(getattr(self, grave) for grave in SEVERITIES[: _rank(mildest) + 1])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check comes to: its counts, how many of these are mistakes in a text, and whether all was looked at."""

    tally: Tally = Tally()
    mistakes: int = 0
    is_done: bool = True

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(added((self.tally, other.tally)), self.mistakes + other.mistakes, self.is_done and other.is_done)

    def fails(self, mildest: Severity | None) -> bool:
        """Whether the check fails on findings from a severity on. A mistake in the text fails it at every level."""
        return self.mistakes > 0 or self.tally.fails(mildest)


def tally(diagnostics: Iterable[Diagnostic]) -> Tally:
    """Count findings, each in exactly one kind."""
    return Tally(**Counter(_kind(diagnostic) for diagnostic in diagnostics))


def added(tallies: Iterable[Tally]) -> Tally:
    """The sums of several counts, kind by kind."""
    every = tuple(tallies)
    return Tally(*(sum(getattr(one, kind.name) for one in every) for kind in fields(Tally)))


def outcome(diagnostics: Iterable[Diagnostic]) -> Outcome:
    """What some findings come to."""
    kinds: Counter[str] = Counter()
    mistakes, is_done = 0, True
    for found in diagnostics:
        kinds[_kind(found)] += 1
        mistakes += found.project is None
        is_done &= not found.is_not_done
    return Outcome(Tally(**kinds), mistakes, is_done)


def _kind(diagnostic: Diagnostic) -> str:
    if diagnostic.is_unanswered:
        return "unanswered"
    if diagnostic.state == "existing" or diagnostic.state == "accepted":
        return diagnostic.state
    return diagnostic.severity


def _rank(severity: Severity) -> int:
    return SEVERITIES.index(severity)
