"""How many findings there are of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields

from oc_strategy.model.diagnostic import Diagnostic


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


def tally(diagnostics: Iterable[Diagnostic]) -> Tally:
    """Count findings, each in exactly one kind."""
    return Tally(**Counter(_kind(diagnostic) for diagnostic in diagnostics))


def added(tallies: Iterable[Tally]) -> Tally:
    """The sums of several counts, kind by kind."""
    every = tuple(tallies)
    return Tally(*(sum(getattr(one, kind.name) for one in every) for kind in fields(Tally)))


def _kind(diagnostic: Diagnostic) -> str:
    if diagnostic.is_unanswered:
        return "unanswered"
    if diagnostic.state == "existing" or diagnostic.state == "accepted":
        return diagnostic.state
    return diagnostic.severity
