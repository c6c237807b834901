"""What a plan gives for each aim as a share of its range: what is told, and the span of what is possible."""

from __future__ import annotations

from dataclasses import dataclass

from oc_strategy.criteria import AIMS, Aim
from oc_strategy.options.ground import Ground
from oc_strategy.options.plans import Plan, shares, worth


@dataclass(frozen=True, slots=True)
class Span:
    """One aim of a plan: 0 is the worst that is told of any modes, 1 one whole width above it.

    `low` and `high` are what the answers that nobody knows may make of it; they may lie outside of 0 to 1, and
    `told`, where what is unknown is silent, may lie outside of them.
    """

    aim: Aim
    told: float
    low: float
    high: float


def spans(ground: Ground, plan: Plan) -> tuple[Span, ...]:
    """The four aims of a plan, in their order."""
    of = worth(ground, plan)
    ends = (shares(ground, points) for points in (of.told, of.low, of.high))
    return tuple(Span(aim, *values) for aim, *values in zip(AIMS, *ends, strict=True))
