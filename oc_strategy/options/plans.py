"""Plans: one mode for each output, what it gives for each aim, and whether it may be offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.ground import POSTURES, Ground, Points

STEPS: Final = 10
"""How many steps from the worst to the best of an aim are told apart: finer ones would be false precision."""
Plan = tuple[Mode, ...]
"""One mode for each output of the ground, in the order of its outputs."""
Steps = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Worth:
    """What a plan gives for each aim in quarter points: what is known of it, the worst and the best possible."""

    told: Points
    low: Points
    high: Points


def worth(ground: Ground, plan: Plan) -> Worth:
    """The points of a plan, ties included."""
    mode_of = dict(zip((output.id for output in ground.outputs), plan, strict=True))
    chosen = [ground.choices[output_id][mode] for output_id, mode in mode_of.items()]
    tied = [tie.points for tie in ground.ties if tie.holds(mode_of[tie.first], mode_of[tie.second])]

    def summed(points: Iterator[Points]) -> Points:
        return tuple(sum(values) for values in zip(*points, *tied, strict=True))

    return Worth(*(summed(getattr(choice, what) for choice in chosen) for what in ("told", "low", "high")))


def steps_of(ground: Ground, points: Points, steps: int = STEPS) -> Steps:
    """How many whole steps from the worst towards the best each aim has come; all of them where both are one."""
    return tuple(  # type: ignore[return-value]
        steps if best == worst else (value - worst) * steps // (best - worst)
        for value, (worst, best) in zip(points, ground.bounds, strict=True)
    )


def is_allowed(ground: Ground, plan: Plan) -> bool:
    """Whether a plan takes possible modes only, closes something that earns if it opens anything, and is not barred.

    A closed earner is what `nothing-closed` asks for. What is open must not need what is kept secret either.
    """
    mode_of = dict(zip((output.id for output in ground.outputs), plan, strict=True))
    if any(mode not in ground.possible(output_id) for output_id, mode in mode_of.items()):
        return False
    opens = any(POSTURES[mode] == "open" for mode in plan)
    if opens and not any(POSTURES[mode_of[output_id]] == "closed" for output_id in ground.earners):
        return False
    if any(POSTURES[mode_of[a]] == "open" and mode_of[b] == "keep-secret" for a, b in ground.needs):
        return False
    return not any(all(mode_of[output_id] == mode for output_id, mode in together) for together in ground.barred)


def count_of_plans(ground: Ground) -> int:
    """How many combinations of possible modes there are."""
    count = 1
    for output in ground.outputs:
        count *= len(ground.possible(output.id))
    return count


def every_plan(ground: Ground) -> Iterator[Plan]:
    """Every allowed plan, for models small enough to count them out."""
    modes = [ground.possible(output.id) for output in ground.outputs]
    return (plan for plan in product(*modes) if is_allowed(ground, plan))


def beats(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether one is at least as good in all aims and better in some."""
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


def shares(ground: Ground, points: Points) -> tuple[float, ...]:
    """Each aim as a share of its range; 1 where it cannot differ."""
    return tuple(
        1.0 if best == worst else (value - worst) / (best - worst)
        for value, (worst, best) in zip(points, ground.bounds, strict=True)
    )


def total(ground: Ground, points: Points) -> float:
    """All aims together, each as a share of its range: from 0 to the number of aims."""
    return sum(shares(ground, points))
