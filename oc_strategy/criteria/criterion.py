"""Criteria, what a mode does by itself, and what two outputs do to each other: data that a portfolio may replace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal, get_args

from pydantic import Field

from oc_strategy.model.node import Record, Words
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Mode, OutputKind, Posture

Aim = Literal["reach", "capture", "safety", "cost"]
AIMS: Final[tuple[Aim, ...]] = get_args(Aim)
ALL_MODES: Final[tuple[Mode, ...]] = get_args(Mode)
Sign = Literal["++", "+", "-", "--"]
Direction = Literal[
    "keep-secret", "patent-exclusive", "patent-license", "patent-free", "publish", "open-source", "standard",
    "standard-test", "standard-frand", "standard-free",
]  # fmt: skip
Strength = Annotated[int, Field(ge=-2, le=2)]
STRENGTHS: Final[Mapping[Sign, int]] = {"++": 2, "+": 1, "-": -1, "--": -2}


class Pole(Record):
    """What holds at one end of a criterion, or in one of its cases, and for which modes it speaks how strongly."""

    label: Text
    speaks: Mapping[Direction, Sign] = {}

    def strength(self, mode: Mode, is_test_method: bool) -> int:
        """From 2 (strongly for) to -2 (strongly against); 0 where it is silent."""
        general: Direction = "standard-test" if is_test_method else "standard"
        names: tuple[Direction, ...] = (mode, general) if mode.startswith("standard") else (mode,)
        return next((STRENGTHS[self.speaks[name]] for name in names if name in self.speaks), 0)


class Criterion(Record):
    """One question that decides: asked from 1 (`low`) to 5 (`high`), or answered by the model as one of `cases`."""

    title: Text
    question: Text
    aim: Aim
    source: Words = ()
    only: tuple[OutputKind, ...] = ()
    weight: Annotated[float, Field(ge=0, le=10)] = 1
    low: Pole | None = None
    high: Pole | None = None
    cases: Mapping[str, Pole] = {}


class ModePoints(Record):
    """What a mode does by itself for each aim, from 2 to -2."""

    reach: Strength
    capture: Strength
    safety: Strength
    cost: Strength


class Pair(Record):
    """What two linked outputs do to each other while the first has one of some postures and the second, too."""

    edge: Literal["complements", "depends_on"]
    first: tuple[Posture, ...]
    second: tuple[Posture, ...]
    points: Mapping[Aim, int]
    why: Text
    source: Words = ()


@dataclass(frozen=True, slots=True)
class Criteria:
    """All that ratings are turned into points by."""

    criteria: Mapping[str, Criterion]
    modes: Mapping[Mode, ModePoints]
    pairs: tuple[Pair, ...]
