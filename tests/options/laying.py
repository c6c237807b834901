"""Example projects laid out, for tests."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from oc_strategy.checking import Settings
from oc_strategy.criteria import shipped_criteria
from oc_strategy.facts import Facts
from oc_strategy.options.layout import Layout, lay_out
from oc_strategy.portfolio import LoadedProject, find

EXAMPLES = Path(__file__).parents[2] / "examples"
SETTINGS = Settings(date(2026, 11, 23), Facts())


@cache
def laid(name: str) -> tuple[LoadedProject, Layout]:
    """An example by the name of its folder, and its options."""
    folder = EXAMPLES / name
    portfolio = find(folder)
    assert portfolio is not None
    loaded = portfolio.load(folder)
    return loaded, lay_out(loaded, SETTINGS, shipped_criteria())
