"""Each historic example gives exactly what its case sheet says, nothing more and nothing less."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from oc_strategy.checking import Settings, check
from oc_strategy.facts import Facts
from oc_strategy.portfolio import find
from tests.examples.expectations import AS_OF, EXAMPLES

ROOT = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_is_found_but_what_the_sheet_says(name: str) -> None:
    portfolio = find(ROOT / name)
    assert portfolio is not None
    found = check(portfolio.load(ROOT / name), Settings(date.fromisoformat(AS_OF), Facts()))
    open_ones = [d for d in found if d.state == "new" and d.severity != "good" and not d.is_unanswered]
    assert {d.code for d in open_ones} == {expected.rule for expected in EXAMPLES[name].must_fire}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_documented_strengths_are_seen(name: str) -> None:
    rules = {"P1": "filed-before-public", "P3": "opened-element-guarded", "P5": "revenue-at-closed-element",
             "P6": "standards-ladder-climbed"}  # fmt: skip
    portfolio = find(ROOT / name)
    assert portfolio is not None
    found = {d.code for d in check(portfolio.load(ROOT / name), Settings(date.fromisoformat(AS_OF), Facts()))}
    assert {rules[key] for key in EXAMPLES[name].positive} <= found
