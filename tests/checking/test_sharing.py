"""Only projects that share something are looked at together, and that changes no answer."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from oc_strategy.checking import Settings
from oc_strategy.conflicts import conflicts
from oc_strategy.facts import Facts
from oc_strategy.portfolio import portfolio_of_texts
from oc_strategy.sharing import Shared, meeting, shared

SETTINGS = Settings(date(2026, 4, 1), Facts())
CATALOG = "standards:\n  coding: {published: 2021}\npatents:\n  coder: {}\npeople:\n  sato: {}\n"
PARTS = (
    "outputs:\n  tuning: {}\noptions:\n  plan: {treatments: {tuning: keep-secret}}\n",
    "publications:\n  talk: {reveals: p0/tuning}\n",
    "standards:\n  coding: {published: 2022}\n",
    "patents:\n  own: {members: [{office: JP, publication: JP1234567}]}\n",
    "people:\n  sato: {time_share: 60}\n",
    "declarations:\n  d: {body: iso, commitment: frand, patents: coder}\n",
    "declarations:\n  d: {body: iso, commitment: refused, patents: coder}\n",
    "outputs:\n  alone: {}\n",
)


@pytest.mark.parametrize("chosen", list(product(range(len(PARTS)), repeat=2)))
def test_looking_only_at_those_that_share_finds_the_same(chosen: tuple[int, int]) -> None:
    texts = {f"p{at}/project.yaml": f"id: p{at}\n{PARTS[part]}" for at, part in enumerate((0, *chosen))}
    portfolio = portfolio_of_texts({"catalog/c.yaml": CATALOG, **texts})
    met = meeting({str(folder): shared(portfolio.load(folder)) for folder in portfolio.folders})
    folders = [folder for folder in portfolio.folders if str(folder) in met]
    some = conflicts(portfolio, SETTINGS, "restricted", meeting=folders)
    assert some == conflicts(portfolio, SETTINGS, "restricted")


def test_those_who_share_nothing_do_not_meet() -> None:
    one, other = Shared(frozenset({"a", "x"})), Shared(frozenset({"b", "x"}))
    assert meeting({"a": one, "b": other, "c": Shared(frozenset({"c"}))}) == {"a", "b"}
    assert meeting({"c": Shared(frozenset({"c"}), is_always=True), "d": Shared()}) == {"c"}
