"""What a check has found, as every format is given it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from itertools import chain

from oc_strategy.model.diagnostic import SEVERITIES, Diagnostic
from oc_strategy.model.tally import Outcome, outcome
from oc_strategy.model.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of each project, gravest first, with what they come to, the day looked from, and what fails.

    The groups are gone through once or more by each format, which keeps no more of them than it shows: there may be
    more findings than memory. `projects` has the ids of those whose checks were asked; a project with mistakes in its
    text is not among them. `fail_on` is the mildest severity that fails, None if none does.
    """

    groups: Iterable[Sequence[Diagnostic]]
    outcome: Outcome
    as_of: date
    projects: tuple[str, ...] = ()
    fail_on: Severity | None = "error"

    @classmethod
    def of(cls, every: Sequence[Diagnostic], as_of: date, projects: Iterable[str] | None = None) -> Findings:
        """Findings of one project, or of few; where `projects` are not told they are those with findings."""
        named = {found.project for found in every if found.project} if projects is None else projects
        return cls((every,), outcome(every), as_of, tuple(sorted(named)))

    def fails(self, found: Diagnostic) -> bool:
        """Whether a finding fails the check. A mistake in the text does so at every level."""
        if found.project is None:
            return True
        return self.fail_on is not None and found.is_open and _weight(found.severity) <= _weight(self.fail_on)

    @property
    def is_failing(self) -> bool:
        """Whether any finding fails the check."""
        return self.outcome.fails(self.fail_on)

    @property
    def every(self) -> Iterator[Diagnostic]:
        """The findings of one project after the other."""
        return chain.from_iterable(self.groups)

    @property
    def gaps(self) -> Iterator[Diagnostic]:
        """What is to be done or was decided on: no strengths, nothing merely unanswered."""
        return gaps_in(self.every)

    @property
    def remarks(self) -> Iterator[Diagnostic]:
        """What is no gap: strengths, and what could not be answered."""
        return (found for found in self.every if found.severity == "good" or found.is_unanswered)

    def gravest(self, belongs: Callable[[Diagnostic], bool], most: int) -> list[Diagnostic]:
        """At most so many of the findings that belong somewhere, gravest first."""
        return nsmallest(most, filter(belongs, self.every), key=lambda found: found.order)


def gaps_in(every: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Those of some findings that are to be done or were decided on."""
    return (found for found in every if found.severity != "good" and not found.is_unanswered)


def _weight(severity: Severity) -> int:
    return SEVERITIES.index(severity)
