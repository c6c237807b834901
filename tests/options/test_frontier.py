"""The solver's frontier is the one that counting all plans gives; what is told of it is true."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from oc_strategy.options.frontier import EVERYWHERE, Counted, SearchStopped, counted_frontier, frontier
from oc_strategy.options.ground import Ground
from oc_strategy.options.plans import beats, every_plan, is_allowed, steps_of, total, worth
from oc_strategy.options.solver import Solver
from tests.options.grounds import ground_of, grounds
from tests.options.laying import laid

pytest.importorskip("highspy", reason="the extra `options` is not installed")


def reached(ground: Ground, plans: tuple[tuple[str, ...], ...]) -> dict[tuple[int, ...], float]:
    return {
        steps_of(ground, worth(ground, plan).told): round(total(ground, worth(ground, plan).told), 6)  # type: ignore[arg-type]
        for plan in plans
    }


@settings(max_examples=200, deadline=None)
@given(grounds())
def test_the_solver_finds_what_counting_finds(ground: Ground) -> None:
    solved = frontier(ground, Solver(ground))
    assert solved.is_complete
    assert reached(ground, solved.plans) == reached(ground, counted_frontier(ground).plans)
    assert all(is_allowed(ground, plan) for plan in solved.plans)


def test_plans_that_a_simplified_model_loses_are_found() -> None:
    # HiGHS 1.16 simplifies the model of these until two of its five plans are said to be impossible.
    points = {
        "o0": {"keep-secret": (0, 0, 10, -5), "patent-exclusive": (0, -9, -9, 0), "standard-frand": (0, 0, 0, 1),
               "standard-free": (0, 12, -3, 0), "publish": (0, 0, 0, -1), "open-source": (0, 0, 0, 3)},
        "o1": {"keep-secret": (0, 0, -1, 1), "patent-exclusive": (0, 12, -8, 0), "patent-license": (0, -10, 0, 0),
               "patent-free": (0, 0, 2, 0), "standard-frand": (0, 0, -8, 0), "publish": (0, 0, -4, 0),
               "open-source": (0, 0, -8, 0)},
    }  # fmt: skip
    ground = ground_of(
        points, impossible={"o0": ["patent-license", "patent-free"], "o1": ["patent-license", "standard-free"]}
    )
    solved = frontier(ground, Solver(ground))
    assert len(solved.plans) == 5
    assert reached(ground, solved.plans) == reached(ground, counted_frontier(ground).plans)


@settings(max_examples=100, deadline=None)
@given(grounds(3))
def test_nothing_on_the_frontier_beats_anything_else_on_it(ground: Ground) -> None:
    steps = [steps_of(ground, worth(ground, plan).told) for plan in counted_frontier(ground).plans]
    assert not any(beats(one, other) for one in steps for other in steps)


@settings(max_examples=50, deadline=None)
@given(grounds())
def test_what_beats_a_plan_by_any_point_is_found_where_it_exists(ground: Ground) -> None:
    solver, counting = Solver(ground), Counted(ground)
    for plan in list(every_plan(ground))[::37]:
        points = worth(ground, plan).told
        found = solver.above(points)
        assert (found is None) == (counting.above(points) is None)
        assert found is None or beats(worth(ground, found).told, points)


def test_told_to_stop_within_a_proof_nothing_is_claimed() -> None:
    class Stopping:
        def best(self, region: object) -> None:
            raise SearchStopped

        def above(self, points: object) -> None:
            raise AssertionError

    _, layout = laid("qr-code")
    stopped = frontier(layout.ground, Stopping())
    assert (stopped.plans, stopped.open_regions) == ((), (EVERYWHERE,))


@settings(max_examples=50, deadline=None)
@given(grounds())
def test_stopped_early_it_says_what_is_not_searched(ground: Ground) -> None:
    whole = reached(ground, frontier(ground, Solver(ground)).plans)
    stopped = frontier(ground, Solver(ground), go_on=lambda found, left: found < 1)
    shown = reached(ground, stopped.plans)
    assert shown.items() <= whole.items()
    left_out = set(whole) - set(shown)
    assert all(any(all(a <= b for a, b in zip(r, s, strict=True)) for r in stopped.open_regions) for s in left_out)
    assert stopped.is_complete or len(shown) == 1
