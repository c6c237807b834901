"""Why a mode suits an output or does not: the criteria for and against, from which facts, and what would change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from oc_strategy.criteria import AIMS, Aim
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.ground import POSTURES, QUARTERS, Choice, Ground, Points, Voice, points_at
from oc_strategy.options.obstacles import Obstacle
from oc_strategy.options.rating import Rating

STRONG: Final = 2 * QUARTERS


@dataclass(frozen=True, slots=True)
class Standing:
    """How one mode stands for an output: its rank and value, who speaks for and against it, what forbids it.

    `value` is the points that are told, all aims together, at the weights asked for (equal ones count as 1 each).
    `speaks_for` and `against` hold the voices of known criteria, the strongest first.
    """

    mode: Mode
    value: float
    speaks_for: tuple[Voice, ...]
    against: tuple[Voice, ...]
    obstacles: tuple[Obstacle, ...]

    @property
    def is_possible(self) -> bool:
        """Whether nothing forbids it."""
        return not self.obstacles


@dataclass(frozen=True, slots=True)
class Turn:
    """An answer that would put another mode first: a criterion, where its rating would have to be, and which mode."""

    rating: Rating
    at: float
    mode: Mode


@dataclass(frozen=True, slots=True)
class Question:
    """A rating that nobody knows, and how far its answer moves the modes of the output against each other."""

    output: str
    rating: Rating
    matters: float


def standings(ground: Ground, output_id: str, weights: Mapping[Aim, float] | None = None) -> tuple[Standing, ...]:
    """Every mode of an output, the possible ones first, then by value; equal weights where none are given."""
    by_mode = ground.choices[output_id]
    found = [
        Standing(
            mode, _value(choice.told, weights), _for(choice), _against(choice),
            tuple(ground.obstacles.get(output_id, {}).get(mode, ())),
        )
        for mode, choice in by_mode.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda s: (not s.is_possible, -s.value, s.mode)))


def _value(points: Points, weights: Mapping[Aim, float] | None) -> float:
    given = weights or dict.fromkeys(AIMS, 1.0)
    scale = len(AIMS) / sum(given.values()) / QUARTERS
    return sum(scale * given.get(aim, 0.0) * value for aim, value in zip(AIMS, points, strict=True))


def _for(choice: Choice) -> tuple[Voice, ...]:
    voices = [voice for voice in choice.voices if not voice.rating.is_unknown and voice.low > 0]
    return tuple(sorted(voices, key=lambda v: (-v.low, v.rating.criterion)))


def _against(choice: Choice) -> tuple[Voice, ...]:
    voices = [voice for voice in choice.voices if not voice.rating.is_unknown and voice.low < 0]
    return tuple(sorted(voices, key=lambda v: (v.low, v.rating.criterion)))


def turns(ground: Ground, output_id: str, weights: Mapping[Aim, float] | None = None) -> tuple[Turn, ...]:
    """For each criterion the answer, if any, by which another possible mode would come first; unknown ones first."""
    ranked = [s for s in standings(ground, output_id, weights) if s.is_possible]
    if len(ranked) < 2:
        return ()
    ratings = {v.rating.criterion: v.rating for c in ground.choices[output_id].values() for v in c.voices}
    found = [turn for rating in ratings.values() if (turn := _turn(ground, output_id, ranked, rating, weights))]
    return tuple(sorted(found, key=lambda turn: (not turn.rating.is_unknown, turn.rating.criterion)))


def _turn(
    ground: Ground, output_id: str, ranked: list[Standing], rating: Rating, weights: Mapping[Aim, float] | None
) -> Turn | None:
    criterion = ground.criteria.criteria[rating.criterion]
    if rating.case is not None or criterion.cases:
        return None
    is_test = ground.outputs[ground.index[output_id]].kind == "test-method"
    for at in (1.0, 5.0, 2.0, 4.0, 3.0):
        if not rating.is_unknown and rating.low <= at <= rating.high:
            continue
        values = {s.mode: _with_answer(ground, output_id, s, rating, at, is_test, weights) for s in ranked}
        first = max(values, key=lambda mode: (values[mode], mode))
        if first != ranked[0].mode and values[first] > values[ranked[0].mode] + 1e-9:
            return Turn(rating, at, first)
    return None


def _with_answer(
    ground: Ground, output_id: str, standing: Standing, rating: Rating, at: float, is_test: bool,
    weights: Mapping[Aim, float] | None,
) -> float:  # fmt: skip
    """The value of a mode if one rating were at a place."""
    choice = ground.choices[output_id][standing.mode]
    criterion = ground.criteria.criteria[rating.criterion]
    index = AIMS.index(criterion.aim)
    said = next((v.low for v in choice.voices if v.rating.criterion == rating.criterion and not rating.is_unknown), 0)
    points = list(choice.told)
    points[index] += points_at(criterion, at, standing.mode, is_test) - said
    return _value(tuple(points), weights)  # type: ignore[arg-type]


def is_torn(ground: Ground, output_id: str) -> bool:
    """Whether strong criteria speak for the best closed mode and for the best open one: splitting may help (S112)."""
    possible = [standing for standing in standings(ground, output_id) if standing.is_possible]
    closed = next((s for s in possible if POSTURES[s.mode] == "closed"), None)
    opened = next((s for s in possible if POSTURES[s.mode] == "open"), None)
    return all(s is not None and any(v.low >= STRONG for v in s.speaks_for) for s in (closed, opened))


def questions(ground: Ground) -> tuple[Question, ...]:
    """What nobody knows, the answers that matter most first."""
    found: dict[tuple[str, str], Question] = {}
    for output_id, by_mode in ground.choices.items():
        possible = set(ground.possible(output_id))
        voices = [(mode, v) for mode, c in by_mode.items() for v in c.voices if v.rating.is_unknown]
        for name in dict.fromkeys(voice.rating.criterion for _, voice in voices):
            of_it = {mode: v for mode, v in voices if v.rating.criterion == name and mode in possible}
            if of_it:
                rating = next(iter(of_it.values())).rating
                matters = _matters(ground, of_it, possible)
                found[output_id, name] = Question(output_id, rating, matters)
    return tuple(sorted(found.values(), key=lambda q: (-q.matters, q.output, q.rating.criterion)))


def _matters(ground: Ground, of_it: Mapping[Mode, Voice], possible: set[Mode]) -> float:
    """By what share of its aim's range the modes move against each other from one end of the scale to the other."""
    moves = [of_it[mode].at_high - of_it[mode].at_low if mode in of_it else 0 for mode in sorted(possible)]
    worst, best = ground.bounds[AIMS.index(next(iter(of_it.values())).aim)]
    return (max(moves) - min(moves)) / (best - worst) if best > worst else 0.0
