"""The plans that no plan beats in all aims: exact, by a solver that proves each answer, or by counting all plans out.

A region is a least number of steps for each aim. The best plan of a region (most steps in all) is beaten by none;
any other plan worth showing there has one step more in some aim, so that up to four smaller regions take its place.
When no region is left, all is proven (the search regions of Klamroth, Lacour and Vanderpooten, 2015).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from oc_strategy.options.ground import Ground, Points
from oc_strategy.options.plans import STEPS, Plan, Steps, beats, every_plan, steps_of, total, worth

Region = Steps
EVERYWHERE: Final[Region] = (0, 0, 0, 0)


class SearchStopped(Exception):  # noqa: N818 - nothing is wrong: somebody has seen enough
    """A search was told to stop before it could prove anything."""


class Searches(Protocol):
    """What finds plans and proves that there are none; see `solver`. SearchStopped where it is told to stop."""

    def best(self, region: Region) -> Plan | None:
        """The plan with the most steps in all, and among these the most points, in a region."""

    def above(self, points: Points) -> Plan | None:
        """A plan with at least these points in each aim, and more in one."""


@dataclass(frozen=True, slots=True)
class Frontier:
    """Plans by what they reach in steps, the most balanced first; what was left unsearched when it was stopped."""

    plans: tuple[Plan, ...]
    open_regions: tuple[Region, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether it is proven that no other plan belongs to it."""
        return not self.open_regions


def frontier(
    ground: Ground, solver: Searches, steps: int = STEPS, go_on: Callable[[int, int], bool] | None = None
) -> Frontier:
    """The frontier by a solver. `go_on` hears how many plans are found and regions left, and may say no."""
    found: dict[Steps, Plan] = {}
    regions: list[Region] = [EVERYWHERE]
    while regions and (go_on is None or go_on(len(found), len(regions))):
        region = regions.pop(0)
        try:
            plan = solver.best(region)
        except SearchStopped:
            regions.insert(0, region)
            break
        if plan is None:
            continue
        reached = steps_of(ground, worth(ground, plan).told, steps)
        found[reached] = plan
        regions = _split([region, *regions], reached, steps)
    return Frontier(_ordered(ground, found.values()), tuple(regions))


def _split(regions: Iterable[Region], reached: Steps, steps: int) -> list[Region]:
    """The regions without what a plan covers: each that holds it makes way for those one step beyond it."""
    kept: list[Region] = []
    split: list[Region] = []
    for region in regions:
        if all(a <= b for a, b in zip(region, reached, strict=True)):
            beyond = (_raised(region, aim, value + 1) for aim, value in enumerate(reached))
            split += (new for new in beyond if max(new) <= steps)
        else:
            kept.append(region)
    unique = list(dict.fromkeys((*kept, *split)))
    return [region for region in unique if not any(other != region and _holds(other, region) for other in unique)]


def _raised(region: Region, aim: int, value: int) -> Region:
    return tuple(value if index == aim else least for index, least in enumerate(region))  # type: ignore[return-value]


def _holds(larger: Sequence[int], smaller: Sequence[int]) -> bool:
    return all(a <= b for a, b in zip(larger, smaller, strict=True))


class Counted:
    """Searches by looking at every plan: for models small enough, where no solver is installed."""

    def __init__(self, ground: Ground, steps: int = STEPS) -> None:
        told = ((plan, worth(ground, plan).told) for plan in every_plan(ground))
        self._plans = [(plan, points, steps_of(ground, points, steps)) for plan, points in told]

    def best(self, region: Region) -> Plan | None:
        """See `Searches`."""
        inside = [(sum(reached), sum(points), plan) for plan, points, reached in self._plans if _holds(region, reached)]
        return max(inside)[2] if inside else None

    def above(self, points: Points) -> Plan | None:
        """See `Searches`."""
        better = [(sum(own), plan) for plan, own, _ in self._plans if beats(own, points)]
        return max(better)[1] if better else None


def counted_frontier(ground: Ground, steps: int = STEPS) -> Frontier:
    """The frontier straight from its definition: to prove the search right."""
    best: dict[Steps, tuple[float, Plan]] = {}
    for plan in every_plan(ground):
        points = worth(ground, plan).told
        reached, value = steps_of(ground, points, steps), total(ground, points)
        if reached not in best or value > best[reached][0] + 1e-9:
            best[reached] = (value, plan)
    unbeaten = [reached for reached in best if not any(beats(other, reached) for other in best)]
    return Frontier(_ordered(ground, (best[reached][1] for reached in unbeaten)))


def with_plans(ground: Ground, found: Frontier, more: Iterable[Plan]) -> Frontier:
    """A frontier with some more plans that nothing beats."""
    return Frontier(_ordered(ground, {*found.plans, *more}), found.open_regions)


def _ordered(ground: Ground, plans: Iterable[Plan]) -> tuple[Plan, ...]:
    return tuple(sorted(plans, key=lambda plan: (-total(ground, worth(ground, plan).told), plan)))
