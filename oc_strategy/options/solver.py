"""The best plan of a region by HiGHS, a proven solver of mixed-integer programs (extra `options`)."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from oc_strategy.criteria import AIMS
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.frontier import Region
from oc_strategy.options.ground import POSTURES, Ground, Points, Tie
from oc_strategy.options.plans import STEPS, Plan

if TYPE_CHECKING:
    from highspy import Highs

_SURE: Final = 0.5
_ANY: Final = (-math.inf,) * len(AIMS)
Taken = dict[tuple[str, Mode], Any]


def has_solver() -> bool:
    """Whether HiGHS is installed."""
    from importlib.util import find_spec

    return find_spec("highspy") is not None


class Solver:
    """One program, asked again and again: modes taken are 0 or 1, steps reached are whole numbers.

    ImportError where HiGHS is not installed.
    """

    def __init__(self, ground: Ground, steps: int = STEPS) -> None:
        self._ground = ground
        self._model = _silent_model()
        for name, value in (("mip_rel_gap", 0.0), ("mip_abs_gap", 1e-6), ("threads", 1), ("random_seed", 1)):
            self._model.setOptionValue(name, value)
        self._taken: Taken = {
            (output.id, mode): self._model.addBinary()
            for output in ground.outputs
            for mode in ground.possible(output.id)
        }
        self._reached = [self._model.addIntegral(lb=0, ub=steps) for _ in AIMS]
        self._steps = steps
        self._points = [self._model.addVariable(lb=-math.inf, ub=math.inf) for _ in AIMS]
        self._all_points = sum(self._points)
        self._add_aims()
        self._add_demands()

    def best(self, region: Region) -> Plan | None:
        """The plan with the most steps in all, and among these the most points, in a region; None if there is none."""
        self._demand(region, _ANY)
        if not self._maximized(sum(self._reached)):
            return None
        self._demand([round(self._model.variableValue(variable)) for variable in self._reached], _ANY)
        self._maximized(self._all_points)
        return self._plan()

    def above(self, points: Points) -> Plan | None:
        """The plan with the most points in all among those with at least these in each aim; None if there is none."""
        self._demand((0, 0, 0, 0), points)
        return self._plan() if self._maximized(self._all_points) else None

    def _demand(self, steps: Sequence[int], points: Sequence[float]) -> None:
        for variable, least in zip(self._reached, steps, strict=True):
            self._model.changeColBounds(variable.index, least, self._steps)
        for variable, fewest in zip(self._points, points, strict=True):
            self._model.changeColBounds(variable.index, fewest, math.inf)

    def _maximized(self, what: Any) -> bool:
        import highspy

        self._model.maximize(what)
        return bool(self._model.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    def _plan(self) -> Plan:
        chosen = {key[0]: key[1] for key, var in self._taken.items() if self._model.variableValue(var) > _SURE}
        return tuple(chosen[output.id] for output in self._ground.outputs)

    def _add_aims(self) -> None:
        """Count the points of each aim, and have it reach no more steps than they pay for."""
        together = [self._together(tie) for tie in self._ground.ties]
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

    def _together(self, tie: Tie) -> Any:
        """A variable that is 1 just while both outputs of a tie have the postures meant."""
        both = self._model.addVariable(lb=0, ub=1)
        first = self._in(tie.first, tie.pair.first)
        second = self._in(tie.second, tie.pair.second)
        self._model.addConstr(both <= first)
        self._model.addConstr(both <= second)
        self._model.addConstr(both >= first + second - 1)
        return both

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
