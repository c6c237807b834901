"""How sure a comparison is: thousands of draws over weights and over all ratings that nobody knows exactly (SMAA-2).

Lahdelma and Salminen (2001): the share of draws in which a plan is best, and the weights that speak for it. Draws
depend on the ground and the seed alone, and worth is measured on bounds that no plan moves: another plan among those
compared leaves the values of the others as they were.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from oc_strategy.criteria import AIMS, Aim
from oc_strategy.options.ground import Ground, Voice
from oc_strategy.options.plans import Plan, shares, worth

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[numpy.float64]]

DRAWS: Final = 10_000
SEED: Final = 20260327
_CHUNK: Final = 2_000


@dataclass(frozen=True, slots=True)
class Sureness:
    """One plan among those compared.

    `shares` is how often it takes each rank, best first; `weights` the mean weights of the draws in which it is best
    (None if it never is); `mean`, `low` and `high` its value from 0 to about 1 (mean, 5th and 95th percentile);
    `regret` what is lost by it at most against the best plan of a draw, and `mean_regret` on average.
    """

    shares: tuple[float, ...]
    weights: Mapping[Aim, float] | None
    mean: float
    low: float
    high: float
    regret: float
    mean_regret: float


def sureness(
    ground: Ground, plans: Sequence[Plan], weights: Mapping[Aim, float] | None = None, draws: int = DRAWS,
    seed: int = SEED,
) -> tuple[Sureness, ...]:  # fmt: skip
    """How sure each plan is, in their order; with given weights only the ratings are drawn. Needs numpy."""
    import numpy

    generator = numpy.random.default_rng(seed)
    drawn, scales = _weights(generator, weights, draws), _scales(ground, plans)
    values = numpy.vstack([
        _values(scales, drawn[start : start + _CHUNK], generator) for start in range(0, draws, _CHUNK)
    ])  # fmt: skip
    ranks = (-values).argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
    losses = values.max(axis=1, keepdims=True) - values
    return tuple(_told(values[:, p], ranks[:, p], losses[:, p], drawn, len(plans)) for p in range(len(plans)))


def _weights(generator: Any, weights: Mapping[Aim, float] | None, draws: int) -> Numbers:
    import numpy

    if weights is None:
        uniform: Numbers = generator.dirichlet(numpy.ones(len(AIMS)), draws)
        return uniform
    given = numpy.array([weights.get(aim, 0.0) for aim in AIMS])
    return numpy.tile(given / given.sum(), (draws, 1))


@dataclass(frozen=True, slots=True)
class _Scale:
    """One aim of some plans: the ends of its doubtful ratings, and points a plan by rating and without any."""

    lows: Numbers
    widths: Numbers
    slopes: Numbers
    starts: Numbers
    worst: float
    width: float


def _scales(ground: Ground, plans: Sequence[Plan]) -> list[_Scale]:
    """What the draws are put into, for each aim; looked up once for all draws."""
    import numpy

    doubts = _doubts(ground)
    sure = [_sure_points(ground, plan) for plan in plans]
    found: list[_Scale] = []
    for index, aim in enumerate(AIMS):
        worst, best = ground.bounds[index]
        keys = [key for key, voiced_aim in doubts.items() if voiced_aim == aim]
        ends = numpy.array([_ends(ground, key) for key in keys]).reshape(-1, 2)
        lines = numpy.array([[_line(ground, plan, key) for plan in plans] for key in keys]).reshape(-1, len(plans), 2)
        starts = lines[:, :, 1].sum(axis=0) + numpy.array([points[index] for points in sure])
        found.append(_Scale(ends[:, 0], ends[:, 1] - ends[:, 0], lines[:, :, 0], starts, worst, best - worst))
    return found


def _values(scales: Sequence[_Scale], weights: Numbers, generator: Any) -> Numbers:
    """The value of each plan (columns) in each draw (rows)."""
    import numpy

    values = numpy.zeros((len(weights), len(scales[0].starts)))
    for index, scale in enumerate(scales):
        ratings = scale.lows + scale.widths * generator.random((len(weights), len(scale.lows)))
        if scale.width > 0:
            values += weights[:, [index]] * (ratings @ scale.slopes + scale.starts - scale.worst) / scale.width
    return values


Doubt = tuple[str, str]
"""An output, and a criterion of which its rating is not known exactly."""


def _doubts(ground: Ground) -> Mapping[Doubt, Aim]:
    """What has to be drawn, whichever plans are compared, sorted."""
    found = {
        (output_id, voice.rating.criterion): voice.aim
        for output_id, by_mode in ground.choices.items()
        for choice in by_mode.values()
        for voice in choice.voices
        if voice.rating.is_open
    }
    return dict(sorted(found.items()))


def _sure_points(ground: Ground, plan: Plan) -> tuple[int, ...]:
    """What a plan gives without the voices of doubtful ratings."""
    doubtful = [0] * len(AIMS)
    for output, mode in zip(ground.outputs, plan, strict=True):
        for voice in ground.choices[output.id][mode].voices:
            if voice.rating.is_open:
                doubtful[AIMS.index(voice.aim)] += voice.low
    return tuple(low - part for low, part in zip(worth(ground, plan).low, doubtful, strict=True))


def _voice(ground: Ground, plan: Plan, doubt: Doubt) -> Voice | None:
    index = ground.index[doubt[0]]
    voices = ground.choices[doubt[0]][plan[index]].voices
    return next((voice for voice in voices if voice.rating.criterion == doubt[1]), None)


def _ends(ground: Ground, doubt: Doubt) -> tuple[float, float]:
    voices = (v for choice in ground.choices[doubt[0]].values() for v in choice.voices)
    rating = next(voice.rating for voice in voices if voice.rating.criterion == doubt[1])
    return rating.low, rating.high


def _line(ground: Ground, plan: Plan, doubt: Doubt) -> tuple[float, float]:
    """Points of a plan for each step of a rating, and at a rating of 0."""
    voice = _voice(ground, plan, doubt)
    if voice is None:
        return 0.0, 0.0
    slope = (voice.at_high - voice.at_low) / (voice.rating.high - voice.rating.low)
    return slope, voice.at_low - slope * voice.rating.low


def _told(values: Numbers, ranks: Any, losses: Numbers, weights: Numbers, count: int) -> Sureness:
    import numpy

    best = ranks == 0
    centre = weights[best].mean(axis=0) if best.any() else None
    low, high = numpy.percentile(values, (5, 95))
    return Sureness(
        shares=tuple(float((ranks == rank).mean()) for rank in range(count)),
        weights={aim: float(w) for aim, w in zip(AIMS, centre, strict=True)} if centre is not None else None,
        mean=float(values.mean()), low=float(low), high=float(high),
        regret=float(losses.max()), mean_regret=float(losses.mean()),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flip:
    """The weight of an aim, others in proportion, from which another plan leads: below or above what it is now."""

    aim: Aim
    at: float
    to: Plan
    is_above: bool


def flips(ground: Ground, plans: Sequence[Plan], weights: Mapping[Aim, float] | None = None) -> tuple[Flip, ...]:
    """For the plan that leads at some weights (equal ones if None): how far each weight can move until it does not."""
    now = {aim: (weights or dict.fromkeys(AIMS, 1.0)).get(aim, 0.0) for aim in AIMS}
    now = {aim: weight / sum(now.values()) for aim, weight in now.items()}
    reached = {plan: shares(ground, worth(ground, plan).told) for plan in plans}
    leader = max(plans, key=lambda plan: (sum(now[a] * s for a, s in zip(AIMS, reached[plan], strict=True)), plan))
    found: list[Flip] = []
    for aim in AIMS:
        crossings = [
            (at, other) for other in plans if other != leader
            if (at := _crossing(reached[leader], reached[other], now, aim)) is not None
        ]  # fmt: skip
        below = max(((at, plan) for at, plan in crossings if at < now[aim]), default=None)
        above = min(((at, plan) for at, plan in crossings if at > now[aim]), default=None)
        found += [Flip(aim, *end, is_above=end is above) for end in (below, above) if end]
    return tuple(found)


def _crossing(leader: Sequence[float], other: Sequence[float], now: Mapping[Aim, float], aim: Aim) -> float | None:
    """The weight of an aim at which two plans are worth the same; None where they nowhere are."""
    index, rest = AIMS.index(aim), 1 - now[aim]
    apart = [a - b for a, b in zip(leader, other, strict=True)]
    if rest <= 0:
        return None
    others = sum(now[a] / rest * apart[i] for i, a in enumerate(AIMS) if a != aim)
    if abs(apart[index] - others) < 1e-12:
        return None
    at = -others / (apart[index] - others)
    return at if 0 <= at <= 1 else None
