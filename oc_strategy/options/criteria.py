"""Criteria, what a mode does by itself, and what two outputs do to each other: data that a portfolio may replace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final, Literal, get_args

from oc_strategy import yamlsource
from oc_strategy.loading.mistakes import mistake, refused
from oc_strategy.loading.validation import record
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.node import Record, Words
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Mode, OutputKind, Posture
from oc_strategy.yamlsource import Map, Spot

Aim = Literal["reach", "capture", "safety", "cost"]
AIMS: Final[tuple[Aim, ...]] = get_args(Aim)
ALL_MODES: Final[tuple[Mode, ...]] = get_args(Mode)
Sign = Literal["++", "+", "-", "--"]
Direction = Literal[
    "keep-secret", "patent-exclusive", "patent-license", "patent-free", "publish", "open-source", "standard",
    "standard-test", "standard-frand", "standard-free",
]  # fmt: skip
STRENGTHS: Final[Mapping[Sign, int]] = {"++": 2, "+": 1, "-": -1, "--": -2}
CRITERIA_FILE: Final = "criteria.yaml"


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
    weight: float = 1
    low: Pole | None = None
    high: Pole | None = None
    cases: Mapping[str, Pole] = {}


class ModePoints(Record):
    """What a mode does by itself for each aim, from 2 to -2."""

    reach: int
    capture: int
    safety: int
    cost: int


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


@cache
def shipped_criteria() -> Criteria:
    """The criteria that come with the tool."""
    data = resources.files("oc_strategy.options") / "data"
    criteria, wrong = _criteria_in((data / CRITERIA_FILE).read_bytes(), CRITERIA_FILE)
    modes, more = _modes_in((data / "modes.yaml").read_bytes(), "modes.yaml")
    if wrong or more:
        raise ValueError(str((*wrong, *more)[0]))
    return Criteria(criteria, *modes)


def criteria_of(root: Path) -> tuple[Criteria, list[Diagnostic]]:
    """The shipped criteria with those of a portfolio's `criteria.yaml` in their place, and the mistakes in it."""
    path, base = root / CRITERIA_FILE, shipped_criteria()
    if not path.is_file():
        return base, []
    own, mistakes = _criteria_in(path.read_bytes(), path.as_posix())
    return Criteria({**base.criteria, **own}, base.modes, base.pairs), mistakes


def _criteria_in(data: bytes, file: str) -> tuple[dict[str, Criterion], list[Diagnostic]]:
    tree, mistakes = _mapping(data, file)
    found: dict[str, Criterion] = {}
    for name, raw in _entries(tree, "criteria", file, mistakes):
        made, wrong = record(Criterion, raw, file)
        mistakes += wrong
        if made is not None:
            found[name] = made
    return found, mistakes


def _modes_in(data: bytes, file: str) -> tuple[tuple[dict[Mode, ModePoints], tuple[Pair, ...]], list[Diagnostic]]:
    tree, mistakes = _mapping(data, file)
    modes: dict[Mode, ModePoints] = {}
    for name, raw in _entries(tree, "modes", file, mistakes):
        made, wrong = record(ModePoints, raw, file)
        mistakes += wrong
        if made is not None:
            modes[name] = made  # type: ignore[index]
    pairs = [record(Pair, raw, file) for raw in tree.get("pairs", [])]
    return (modes, tuple(pair for pair, _ in pairs if pair)), [*mistakes, *(w for _, wrong in pairs for w in wrong)]


def _mapping(data: bytes, file: str) -> tuple[Map, list[Diagnostic]]:
    tree, refusals = yamlsource.read(data)
    mistakes = [refused(file, refusal) for refusal in refusals]
    if isinstance(tree, Map):
        return tree, mistakes
    empty = Map()
    empty.spots = {}
    return empty, mistakes or [mistake("not-a-mapping", file, Spot(1, 1))]


def _entries(tree: Map, key: str, file: str, mistakes: list[Diagnostic]) -> list[tuple[str, Map]]:
    holder: Any = tree.get(key)
    if not isinstance(holder, Map):
        mistakes.append(mistake("missing-key", file, Spot(1, 1), key=key, section=file))
        return []
    wrong = [name for name, raw in holder.items() if not isinstance(raw, Map)]
    mistakes += [mistake("not-a-mapping", file, holder.key_spot(name)) for name in wrong]
    return [(name, raw) for name, raw in holder.items() if isinstance(raw, Map)]
