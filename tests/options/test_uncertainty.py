"""Draws tell how sure a comparison is, the same at each run, and unmoved by what else is compared."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import pytest

from oc_strategy.checking import Settings
from oc_strategy.criteria import shipped_criteria
from oc_strategy.facts import Facts
from oc_strategy.options.ground import Ground, ground
from oc_strategy.options.plans import every_plan, worth
from oc_strategy.options.uncertainty import flips, sureness
from oc_strategy.portfolio import find

pytest.importorskip("numpy", reason="the extra `options` is not installed")
EXAMPLE = Path(__file__).parents[2] / "examples" / "qr-code"


@pytest.fixture(scope="module")
def qr() -> Ground:
    portfolio = find(EXAMPLE)
    assert portfolio is not None
    return ground(portfolio.load(EXAMPLE), Settings(date(2026, 11, 23), Facts()), shipped_criteria())


def test_the_same_seed_gives_the_same_numbers_and_shares_add_up(qr: Ground) -> None:
    plans = list(every_plan(qr))[::97]
    first, second = sureness(qr, plans, draws=2_500), sureness(qr, plans, draws=2_500)
    assert first == second
    assert math.isclose(sum(one.shares[0] for one in first), 1)
    assert all(math.isclose(sum(one.shares), 1) for one in first)
    assert all(one.low <= one.mean <= one.high and 0 <= one.mean_regret <= one.regret for one in first)
    assert all((one.weights is None) == (one.shares[0] == 0) for one in first)


def test_another_plan_in_the_comparison_moves_no_value_and_no_order(qr: Ground) -> None:
    plans = list(every_plan(qr))[::211]
    alone, beside = sureness(qr, plans, draws=2_000), sureness(qr, [*plans, next(every_plan(qr))], draws=2_000)
    assert [one.mean for one in alone] == [one.mean for one in beside[: len(plans)]]


def test_what_is_drawn_stays_between_the_worst_and_the_best(qr: Ground) -> None:
    for plan in list(every_plan(qr))[::401]:
        points = worth(qr, plan)
        shares = [
            tuple((value - worst) / (best - worst) for value, (worst, best) in zip(ends, qr.bounds, strict=True))
            for ends in (points.low, points.high)
        ]
        (one,) = sureness(qr, [plan], draws=500)
        assert min(shares[0]) - 1e-9 <= one.low <= one.high <= max(shares[1]) + 1e-9


def test_at_a_flip_the_two_plans_are_worth_the_same(qr: Ground) -> None:
    plans = list(every_plan(qr))[::53]
    for flip in flips(qr, plans):
        rest = (1 - flip.at) / 3
        weights = {aim: flip.at if aim == flip.aim else rest for aim in ("reach", "capture", "safety", "cost")}
        values = {plan: value(qr, plan, weights) for plan in plans}
        best = max(values.values())
        assert values[flip.to] == pytest.approx(best)
        assert sum(1 for v in values.values() if v == pytest.approx(best)) >= 2


def value(laid: Ground, plan: object, weights: dict[str, float]) -> float:
    told = worth(laid, plan).told  # type: ignore[arg-type]
    shares = ((v - worst) / (best - worst) for v, (worst, best) in zip(told, laid.bounds, strict=True))
    return sum(weight * share for weight, share in zip(weights.values(), shares, strict=True))
