"""A portfolio's own criteria replace those shipped; each mistake in them, and in ratings, is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from oc_strategy.criteria import criteria_of, shipped_criteria
from oc_strategy.portfolio import find

POLES = "low: {label: a}, high: {label: b, speaks: {publish: '++'}}"
BRAND = f"brand: {{title: Brand, question: Is it the brand?, aim: capture, {POLES}}}"


def told(folder: Path, criteria: str) -> list[tuple[str, int, int]]:
    (folder / "criteria.yaml").write_text(criteria, encoding="utf-8")
    return [(m.code, m.place.line, m.place.column) for m in criteria_of(folder)[1]]


def test_an_own_criterion_is_added_and_one_of_the_same_name_replaced(tmp_path: Path) -> None:
    life = f"life: {{title: Life, question: How long?, aim: reach, weight: 2, {POLES}}}"
    assert told(tmp_path, f"criteria:\n  {BRAND}\n  {life}\n") == []
    own, _ = criteria_of(tmp_path)
    assert own.criteria["life"].aim == "reach"
    assert list(own.criteria) == [*shipped_criteria().criteria, "brand"]
    assert own.modes == shipped_criteria().modes
    assert own.pairs == shipped_criteria().pairs


def test_own_points_of_modes_and_pairs_replace_those_shipped(tmp_path: Path) -> None:
    assert told(tmp_path, "modes:\n  publish: {reach: 2, capture: 0, safety: 0, cost: 2}\npairs: []\n") == []
    own, _ = criteria_of(tmp_path)
    assert own.modes["publish"].cost == 2
    assert own.modes["open-source"] == shipped_criteria().modes["open-source"]
    assert own.pairs == ()


@pytest.mark.parametrize(
    ("criteria", "found"),
    [
        ("criterion: {}", ("unknown-key", 1, 1)),
        ("criteria: [a]", ("wrong-type", 1, 11)),
        ("criteria:\n  life: 3", ("not-a-mapping", 2, 3)),
        ("criteria:\n  brand: {title: B, question: q, aim: capture}", ("criterion-without-poles", 2, 3)),
        (f"criteria:\n  {BRAND.replace('capture', 'captures')}", ("not-in-list", 2, 58)),
        (f"criteria:\n  {BRAND.replace('publish', 'publsh')}", ("not-in-list", 2, 118)),
        (f"criteria:\n  {BRAND.replace('++', '+++')}", ("not-in-list", 2, 119)),
        ("criteria:\n  kind: {title: K, question: q, aim: cost, cases: {xy: {label: p}}}", ("criterion-case", 2, 52)),
        ("modes:\n  publsh: {reach: 2, capture: 0, safety: 0, cost: 2}", ("not-in-list", 2, 3)),
        ("modes:\n  publish: {reach: 3, capture: 0, safety: 0, cost: 2}", ("out-of-range", 2, 20)),
    ],
)  # fmt: skip
def test_each_mistake_is_told_where_it_stands(criteria: str, found: tuple[str, int, int], tmp_path: Path) -> None:
    assert told(tmp_path, criteria + "\n") == [found]


@pytest.mark.parametrize(
    ("rating", "code", "guess"),
    [
        ("lif: 3", "unknown-criterion", "life"),
        ("position: 3", "criterion-of-model", ""),
        ("life: 3", None, ""),
        ("brand: [2, 4]", None, ""),
    ],
)
def test_a_rating_needs_a_criterion_that_is_asked(rating: str, code: str | None, guess: str, tmp_path: Path) -> None:
    (tmp_path / "criteria.yaml").write_text(f"criteria:\n  {BRAND}\n", encoding="utf-8")
    (tmp_path / "project.yaml").write_text(f"id: demo\noutputs:\n  a: {{ratings: {{{rating}}}}}\n", encoding="utf-8")
    portfolio = find(tmp_path)
    assert portfolio is not None
    assert portfolio.mistakes == ()
    found = portfolio.load(tmp_path).mistakes
    assert [m.code for m in found] == ([code] if code else [])
    assert all(guess in m.remedy.en and m.place.line == 3 for m in found)


def test_criteria_beside_a_project_of_a_portfolio_are_told(tmp_path: Path) -> None:
    (tmp_path / "portfolio.yaml").write_text("title: T\nprojects: [p]\n", encoding="utf-8")
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "project.yaml").write_text("id: demo\n", encoding="utf-8")
    (tmp_path / "p" / "criteria.yaml").write_text(f"criteria:\n  {BRAND}\n", encoding="utf-8")
    portfolio = find(tmp_path)
    assert portfolio is not None
    assert [m.code for m in portfolio.load(tmp_path / "p").mistakes] == ["criteria-misplaced"]
