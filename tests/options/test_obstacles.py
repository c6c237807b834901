"""What is offered stands up to the real checks; what is excluded says why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from oc_strategy.checking import Settings, case_of
from oc_strategy.criteria import shipped_criteria
from oc_strategy.facts import Facts
from oc_strategy.options.frontier import frontier
from oc_strategy.options.layout import Layout, errors_under, lay_out, searches_of
from oc_strategy.options.obstacles import FOLLOW_UPS, TRIAL
from oc_strategy.options.plans import every_plan
from oc_strategy.portfolio import LoadedProject, find

ROOT = Path(__file__).parents[2] / "examples"
SETTINGS = Settings(date(2026, 11, 23), Facts())
SMALL = sorted(path.parent for path in ROOT.rglob("project.yaml"))


def laid(folder: Path) -> tuple[LoadedProject, Layout]:
    portfolio = find(folder)
    assert portfolio is not None
    loaded = portfolio.load(folder)
    return loaded, lay_out(loaded, SETTINGS, shipped_criteria())


@pytest.mark.parametrize("folder", SMALL, ids=lambda path: path.name)
def test_no_plan_offered_raises_an_error_that_another_plan_avoids(folder: Path) -> None:
    loaded, layout = laid(folder)
    present = case_of(loaded, SETTINGS).option
    plans = layout.frontier.plans
    raised = [
        {(d.code, d.subjects[0].node if d.subjects[0].node != TRIAL else "", d.subjects[1:]) for d in errors}
        for errors in errors_under(loaded, SETTINGS, present, layout.ground, plans)
    ]
    avoidable = set().union(*raised) - set.intersection(*raised) if raised else set()
    assert not avoidable


@pytest.mark.parametrize("folder", SMALL, ids=lambda path: path.name)
def test_each_excluded_mode_says_why_in_both_languages(folder: Path) -> None:
    _, layout = laid(folder)
    for by_mode in layout.ground.obstacles.values():
        for reasons in by_mode.values():
            assert reasons
            assert all(reason.message.ja and reason.message.en and reason.rule not in FOLLOW_UPS for reason in reasons)


def test_the_documented_posture_of_the_qr_code_is_on_the_frontier() -> None:
    _, layout = laid(ROOT / "qr-code")
    assert layout.is_on_frontier(layout.references["option:open-symbol"])


def test_without_a_solver_a_small_model_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    _, layout = laid(ROOT / "qr-code")
    monkeypatch.setattr("oc_strategy.options.layout.has_solver", lambda: False)
    assert set(frontier(layout.ground, searches_of(layout.ground)).plans) <= set(every_plan(layout.ground))
