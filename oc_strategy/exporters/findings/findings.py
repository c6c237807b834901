"""What a check has found, as every format is given it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from oc_strategy.model.diagnostic import SEVERITIES, Diagnostic
from oc_strategy.model.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings, gravest first, with the day looked from, the projects that were checked, and what fails.

    `projects` has the ids of those whose checks were asked; a project with mistakes in its text is not among them.
    `fail_on` is the mildest severity that fails, None if none does.
    """

    every: Sequence[Diagnostic]
    as_of: date
    projects: tuple[str, ...] = ()
    fail_on: Severity | None = "error"

    def fails(self, found: Diagnostic) -> bool:
        """Whether a finding fails the check. A mistake in the text does so at every level."""
        if found.project is None:
            return True
        return self.fail_on is not None and found.is_open and _weight(found.severity) <= _weight(self.fail_on)

    @property
    def gaps(self) -> Iterator[Diagnostic]:
        """What is to be done or was decided on: no strengths, nothing merely unanswered."""
        return (found for found in self.every if found.severity != "good" and not found.is_unanswered)

    @property
    def remarks(self) -> Iterator[Diagnostic]:
        """What is no gap: strengths, and what could not be answered."""
        return (found for found in self.every if found.severity == "good" or found.is_unanswered)


def _weight(severity: Severity) -> int:
    return SEVERITIES.index(severity)
