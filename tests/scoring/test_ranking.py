"""Where a documented posture stands among the options, from the facts known when it was decided."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from scored import written

from oc_strategy.checking import Settings
from oc_strategy.facts import Facts
from oc_strategy.model.dates import Date
from oc_strategy.portfolio import LoadedProject, find
from oc_strategy.scoring import Ranked, has_expectation, read_expectation, tally
from oc_strategy.scoring.hindsight import without_hindsight
from oc_strategy.scoring.ranking import ranking

EXAMPLES = Path(__file__).parents[2] / "examples"
PROJECT = """id: demo
option: chosen
organizations: {maker: {own: true}}
outputs:
  shape: {kind: component, reverse_engineering: visible, position: core}
  recipe: {kind: process, reverse_engineering: infeasible, detectability: undetectable, position: core}
  works: {kind: process}
publications:
  talk: {on: 2001-05-06, reveals: [works]}
standards:
  norm: {published: 2004}
trends:
  rival: {kind: rival, affects: [shape]}
patents:
  early: {covers: shape, owners: maker, priority_date: 2000-02-03}
  late: {covers: shape, owners: maker, priority_date: 2006}
options:
  chosen:
    treatments: {shape: patent-exclusive, recipe: publish, works: {disclosure: secret, access: selected}}
"""


def _ranked(folder: Path, expectations: str) -> dict[str, Ranked]:
    loaded = _load(written(folder, expectations, PROJECT))
    placed, wrong = read_expectation(loaded)
    assert placed is not None, wrong
    return {one.output: one for one in ranking(placed, loaded, Settings(date(2026, 4, 1), Facts()))}


def _load(folder: Path) -> LoadedProject:
    found = find(folder)
    assert found is not None
    return found.load(found.folders[0])


@pytest.mark.parametrize(
    ("decided", "kept"),
    [
        (None, {"early", "late"}),
        ("2001-05-06", {"early"}),
        ("2001-05-07", {"early", "talk"}),
        ("2004-12-31", {"early", "talk"}),
        ("2005", {"early", "talk", "norm"}),
        ("2006", {"early", "late", "talk", "norm"}),
    ],
)
def test_deeds_count_only_if_they_are_certainly_older(tmp_path: Path, decided: str | None, kept: set[str]) -> None:
    loaded = _load(written(tmp_path, "case: X1\n", PROJECT))
    known = without_hindsight(loaded, Date.parse(decided) if decided else None).graph.nodes.keys()
    assert known == kept | {"maker", "shape", "recipe", "works"} | ({"demo"} & loaded.graph.nodes.keys())


def test_a_posture_stands_where_its_best_mode_does(tmp_path: Path) -> None:
    found = _ranked(tmp_path, "decided: 2002\nposture: {closed: [shape], open: [recipe]}\n")
    shape, recipe = found["shape"], found["recipe"]
    assert (shape.rank, shape.mode_rank, shape.because) == (1, 1, ())
    assert recipe.modes[0] == "keep-secret"
    assert recipe.rank == 3
    assert recipe.mode_rank is not None
    assert not recipe.is_right
    assert "Core, boundary or periphery" in {reason.criterion.en for reason in recipe.because if reason.criterion}
    assert [reason.points for reason in recipe.because] == sorted((r.points for r in recipe.because), reverse=True)


def test_what_is_public_cannot_be_closed_and_the_miss_says_why(tmp_path: Path) -> None:
    works = _ranked(tmp_path, "decided: 2004\nposture: {closed: [works]}\n")["works"]
    assert works.rank is None
    assert works.forbidden
    assert any("talk" in words.en for words in works.forbidden)
    earlier = _ranked(tmp_path, "decided: 2001\nposture: {closed: [works]}\n")["works"]
    assert earlier.rank is not None


def test_what_no_source_states_is_counted_apart_and_only_named_modes_count(tmp_path: Path) -> None:
    postures = "closed: [shape], gated: [works], open: [recipe]"
    stated = list(_ranked(tmp_path, f"decided: 2001\nposture: {{{postures}}}\n").values())
    inferred = list(_ranked(tmp_path, f"decided: 2001\nposture: {{{postures}, inferred: true}}\n").values())
    assert tally(stated) == tally(inferred, is_inferred=True)
    assert tally(stated, is_inferred=True).total == 0
    assert (tally(stated).total, tally(stated).modes) == (3, len([one for one in stated if one.mode]))


def test_nine_of_ten_documented_postures_of_history_are_first_or_second() -> None:
    found = tally(_history())
    assert found.right >= 0.9 * found.total
    assert found.total >= 30


@cache
def _history() -> tuple[Ranked, ...]:
    portfolio = find(EXAMPLES)
    assert portfolio is not None
    settings = Settings(date(2026, 11, 23), Facts())
    return tuple(one for folder in portfolio.folders for one in _case(portfolio.load(folder), settings))


def _case(loaded: LoadedProject, settings: Settings) -> tuple[Ranked, ...]:
    placed = read_expectation(loaded)[0] if has_expectation(loaded.folder) else None
    return ranking(placed, loaded, settings) if placed else ()
