"""The historic cases: every example that says what history proved of it, loaded once."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from oc_strategy.checking import Settings
from oc_strategy.facts import Facts
from oc_strategy.model.node import Node
from oc_strategy.portfolio import LoadedPortfolio, LoadedProject, find
from oc_strategy.scoring import CaseScore, PlacedExpectation, has_expectation, read_expectation, score

ROOT = Path(__file__).parents[2] / "examples"


@cache
def portfolio() -> LoadedPortfolio:
    found = find(ROOT)
    assert found is not None
    return found


CASES = {folder.name: folder for folder in portfolio().folders if has_expectation(folder)}
"""The folders of the cases by name."""


@cache
def loaded(name: str) -> LoadedProject:
    return portfolio().load(CASES[name])


@cache
def expected(name: str) -> PlacedExpectation:
    placed, mistakes = read_expectation(loaded(name))
    assert placed is not None, [f"{m.place} {m.message.en} {m.remedy.en}" for m in mistakes]
    return placed


@cache
def scored(name: str) -> CaseScore:
    # Every expectation names its day, so that this one must not matter.
    return score(expected(name), loaded(name), Settings(date(1900, 1, 1), Facts()))


def own_nodes(name: str) -> list[Node]:
    return [node for node in loaded(name).graph.nodes.values() if node.id in loaded(name).own]
