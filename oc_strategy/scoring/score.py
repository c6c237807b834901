"""What a score is: each expectation judged, by case and in all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from oc_strategy.model.diagnostic import Place
from oc_strategy.model.text import Text
from oc_strategy.scoring.ranking import Ranked

Kind = Literal["must-fire", "must-not-fire", "near-miss", "nothing-else", "strength", "posture", "memory"]
KINDS: tuple[Kind, ...] = (
    "must-fire", "must-not-fire", "near-miss", "nothing-else", "strength", "posture", "memory"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judgement:
    """One thing that was expected, under which option and as of which day, and what was found."""

    kind: Kind
    about: str
    option: str | None
    as_of: date
    place: Place
    expected: Text
    found: Text
    is_right: bool


@dataclass(frozen=True, slots=True)
class CaseScore:
    """All that was expected of one project; where its postures stand among the options laid out, if it was asked."""

    case: str | None
    project: str
    title: Text
    judgements: tuple[Judgement, ...]
    ranked: tuple[Ranked, ...] = ()

    @property
    def misses(self) -> tuple[Judgement, ...]:
        """What was found to be other than expected."""
        return tuple(judgement for judgement in self.judgements if not judgement.is_right)

    @property
    def right(self) -> int:
        """How many were as expected."""
        return len(self.judgements) - len(self.misses)

    def of_kind(self, kind: Kind) -> tuple[int, int]:
        """How many of a kind were as expected, and how many there are."""
        judged = [judgement.is_right for judgement in self.judgements if judgement.kind == kind]
        return sum(judged), len(judged)


def in_all(cases: Iterable[CaseScore]) -> tuple[int, int]:
    """How many expectations of some cases were right, and how many there are."""
    every = tuple(cases)
    return sum(case.right for case in every), sum(len(case.judgements) for case in every)
