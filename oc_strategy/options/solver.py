"""The best plan of a region by HiGHS, a proven solver of mixed-integer programs (extra `options`)."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from oc_strategy.criteria import AIMS
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.frontier import EVERYWHERE, Region, SearchStopped
from oc_strategy.options.ground import POSTURES, Ground, Points, Tie
from oc_strategy.options.plans import STEPS, Plan

if TYPE_CHECKING:
    from highspy import Highs

_SURE: Final = 0.5
_GAP: Final = 0.9
"""Steps and quarter points are whole numbers: what is less than one apart is the same, and proven to be best."""
_FINENESS: Final = 8
"""In large models, of plans with the same steps one is as good as another within this part of a step."""
_LARGE: Final = 3.0
"""A part of a step of so many quarter points makes a model large; below all is exact to the point."""
_ANY: Final = (-math.inf,) * len(AIMS)
Taken = dict[tuple[str, Mode], Any]


def has_solver() -> bool:
    """Whether HiGHS is installed."""
    from importlib.util import find_spec

    return find_spec("highspy") is not None


class Solver:
    """One program, asked again and again: modes taken are 0 or 1, steps reached are whole numbers.

    `goes_on` is asked while a program is solved; where it says no, SearchStopped is raised. ImportError where HiGHS is
    not installed.
    """

    def __init__(self, ground: Ground, steps: int = STEPS, goes_on: Callable[[], bool] | None = None) -> None:
        self._ground = ground
        self._model = _silent_model()
        for name, value in (("mip_rel_gap", 0.0), ("threads", 1), ("random_seed", 1)):
            self._model.setOptionValue(name, value)
        if goes_on is not None:
            self._model.cbMipInterrupt += lambda event: event.interrupt(not goes_on())
        self._taken: Taken = {
            (output.id, mode): self._model.addBinary()
            for output in ground.outputs
            for mode in ground.possible(output.id)
        }
        self._reached = [self._model.addIntegral(lb=0, ub=steps) for _ in AIMS]
        self._steps = steps
        self._points = [self._model.addVariable(lb=-math.inf, ub=math.inf) for _ in AIMS]
        self._all_points = self._model.addVariable(lb=-math.inf, ub=math.inf)
        self._model.addConstr(sum(self._points) == self._all_points)
        widths = (best - worst for worst, best in ground.bounds)
        part = max(widths) / steps / _FINENESS
        self._slight = part if part > _LARGE else _GAP
        self._add_aims()
        self._add_demands()

    def best(self, region: Region) -> Plan | None:
        """The plan with the most steps in all, and among these the most points, in a region; None if there is none."""
        self._demand(region, _ANY)
        if not self._maximized(sum(self._reached), _GAP):
            return None
        self._demand([round(self._model.variableValue(variable)) for variable in self._reached], _ANY)
        self._maximized(sum(self._points), self._slight)
        return self._plan()

    def above(self, points: Points) -> Plan | None:
        """A plan with at least these points in each aim, and more in one; None if there is none."""
        self._demand(EVERYWHERE, points, sum(points) + 1)
        return self._plan() if self._maximized(sum(self._points), math.inf) else None

    def _demand(self, steps: Sequence[int], points: Sequence[float], in_all: float = -math.inf) -> None:
        for variable, least in zip(self._reached, steps, strict=True):
            self._model.changeColBounds(variable.index, least, self._steps)
        for variable, fewest in zip((*self._points, self._all_points), (*points, in_all), strict=True):
            self._model.changeColBounds(variable.index, fewest, math.inf)

    def _maximized(self, what: Any, gap: float) -> bool:
        """Whether there is a solution; it is the best one but for what is less than the gap."""
        self._model.setOptionValue("mip_abs_gap", gap)
        # What simplifies a model before it is solved has called feasible ones infeasible in one version of HiGHS after
        # another (its issues 1958, 2388 and 3090): that there is no solution is believed without it only.
        return any(self._solved(what, presolve) for presolve in ("choose", "off"))

    def _solved(self, what: Any, presolve: str) -> bool:
        import highspy

        self._model.setOptionValue("presolve", presolve)
        self._model.maximize(what)
        status = self._model.getModelStatus()
        if status == highspy.HighsModelStatus.kInterrupt:
            raise SearchStopped
        return bool(status == highspy.HighsModelStatus.kOptimal)

    def _plan(self) -> Plan:
        chosen = {key[0]: key[1] for key, var in self._taken.items() if self._model.variableValue(var) > _SURE}
        return tuple(chosen[output.id] for output in self._ground.outputs)

    def _add_aims(self) -> None:
        """Count the points of each aim, and have it reach no more steps than they pay for."""
        together = list(self._together())
        for index, (worst, best) in enumerate(self._ground.bounds):
            points: Any = sum(
                self._ground.choices[output][mode].told[index] * var for (output, mode), var in self._taken.items()
            )
            pairs = zip(self._ground.ties, together, strict=True)
            points = points + sum(tie.points[index] * both for tie, both in pairs if tie.points[index])
            self._model.addConstr(points == self._points[index])
            if best > worst:
                paid = self._steps * (self._points[index] - worst)
                self._model.addConstr(paid >= (best - worst) * self._reached[index])

    def _together(self) -> Iterator[Any]:
        """For each tie what is 1 just while both its outputs have the postures meant."""
        pairs = {pair: self._pair(*pair) for pair in dict.fromkeys(map(_ends, self._ground.ties))}
        for tie in self._ground.ties:
            both = pairs[_ends(tie)]
            meant = [
                both[_ordered(tie, first, second)]
                for first in tie.pair.first
                for second in tie.pair.second
                if _ordered(tie, first, second) in both
            ]
            yield sum(meant) + 0 * _first(self._taken)

    def _pair(self, one: str, other: str) -> dict[tuple[str, str], Any]:
        """A variable for each two postures of two outputs, 1 just while they have these.

        All that is between two outputs is described at once, so that the relaxation is as tight as it can be: for
        outputs linked like a tree it has whole corners.
        """
        sides = [{p: self._in(output_id, (p,)) for p in self._postures(output_id)} for output_id in (one, other)]
        both = {(p, q): self._model.addVariable(lb=0, ub=1) for p in sides[0] for q in sides[1]}
        for p, taken in sides[0].items():
            self._model.addConstr(sum(both[p, q] for q in sides[1]) == taken)
        for q, taken in sides[1].items():
            self._model.addConstr(sum(both[p, q] for p in sides[0]) == taken)
        return both

    def _postures(self, output_id: str) -> list[str]:
        return list(dict.fromkeys(POSTURES[mode] for mode in self._ground.possible(output_id)))

    def _in(self, output_id: str, postures: tuple[str, ...]) -> Any:
        return sum(self._taken[key] for key in self._keys(output_id) if POSTURES[key[1]] in postures) + 0 * _first(
            self._taken
        )

    def _keys(self, output_id: str) -> Iterator[tuple[str, Mode]]:
        return ((output_id, mode) for mode in self._ground.possible(output_id))

    def _add_demands(self) -> None:
        for output in self._ground.outputs:
            self._model.addConstr(sum(self._taken[key] for key in self._keys(output.id)) == 1)
        closed: Any = sum(self._in(earner, ("closed",)) for earner in sorted(self._ground.earners))
        for output in self._ground.outputs:
            self._model.addConstr(self._in(output.id, ("open",)) <= closed)
        for opened, needed in self._ground.needs:
            secret = self._taken.get((needed, "keep-secret"))
            if secret is not None:
                self._model.addConstr(self._in(opened, ("open",)) + secret <= 1)
        for together in self._ground.barred:
            taken = [self._taken[key] for key in sorted(together) if key in self._taken]
            if len(taken) == len(together):
                self._model.addConstr(sum(taken) <= len(taken) - 1)


def _ends(tie: Tie) -> tuple[str, str]:
    """The two outputs of a tie, whichever way round it points."""
    return (tie.first, tie.second) if tie.first < tie.second else (tie.second, tie.first)


def _ordered(tie: Tie, first: str, second: str) -> tuple[str, str]:
    """The postures of a tie's two ends in the order of `_ends`."""
    return (first, second) if tie.first < tie.second else (second, first)


def _silent_model() -> Highs:
    """A model of HiGHS, which greets on the standard output of the process before it can be told not to."""
    import highspy

    heard = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        model = highspy.Highs()  # type: ignore[no-untyped-call]
        model.silent()
    finally:
        os.dup2(heard, 1)
        os.close(heard)
        os.close(nowhere)
    return model


def _first(taken: Mapping[Any, Any]) -> Any:
    return next(iter(taken.values()))
