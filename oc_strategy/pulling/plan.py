"""What pulling a workbook would do: changes, conflicts, new and deleted rows, and what cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from oc_strategy.model.diagnostic import Place
from oc_strategy.model.text import Text
from oc_strategy.pulling.grid import Spot
from oc_strategy.yamlediting import Change

Side = Literal["workbook", "project"]


@dataclass(frozen=True, slots=True)
class Step:
    """Something to write: `key` names it, `what` says it, `changes` do it in the text of a file.

    `before` and `after` are the words that stand there and that the workbook has; None where there are none.
    """

    kind: Literal["change", "conflict", "new", "deleted"]
    key: str
    spot: Spot | None
    place: Place
    what: Text
    before: str | None
    after: str | None
    changes: tuple[Change, ...]

    @property
    def proposal(self) -> str:
        """What a reviewer decides on: the step with both its sides."""
        return "\x1f".join((self.kind, self.key, self.before or "", self.after or ""))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a cell that cannot be taken; a note keeps nothing from being written."""

    spot: Spot | None
    said: Text
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps in the order of the workbook, and all problems."""

    steps: tuple[Step, ...]
    problems: tuple[Problem, ...]

    @property
    def conflicts(self) -> tuple[Step, ...]:
        """The fields that both sides changed, and differently."""
        return tuple(step for step in self.steps if step.kind == "conflict")

    @property
    def bad(self) -> tuple[Problem, ...]:
        """The problems that keep the whole from being written."""
        return tuple(problem for problem in self.problems if not problem.is_note)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What is only told."""
        return tuple(problem for problem in self.problems if problem.is_note)
