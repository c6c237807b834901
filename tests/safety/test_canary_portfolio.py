"""Nothing above an audience reaches the workbook of a portfolio, whether it is a node or a whole project."""

from __future__ import annotations

import json
from datetime import date

import pytest

from oc_strategy.checking import Settings
from oc_strategy.cli.made import book_bytes
from oc_strategy.conflicts import claims_of, conflicts
from oc_strategy.facts import Facts
from oc_strategy.model.audience import rank, reduced
from oc_strategy.model.text import Confidentiality, Text
from oc_strategy.portfolio import portfolio_of_texts
from oc_strategy.report import report
from oc_strategy.tables.portfolio import Whole, part_of, portfolio_book
from oc_strategy.tables.portfolio.settling import settled
from tests.safety.canaries import CANARY, project_text
from tests.safety.scanner import found_in
from tests.safety.test_canary import PAIRS

SETTINGS = Settings(date(2026, 4, 1), Facts())
CATALOG = f"""
people:
  shared-person: {{title: Shared, confidentiality: public}}
  {CANARY}-shared: {{title: {CANARY}, confidentiality: restricted}}
"""


def _texts(secret: Confidentiality, *, with_secrets: bool = True) -> dict[str, str]:
    """Two projects with secret nodes and a third that is one as a whole, all of which speak of the same."""
    whole = json.loads(project_text(secret, with_secrets=with_secrets))
    claim = {"shared-person": {"time_share": 60, "confidentiality": "public"}}
    one = {**whole, "people": {**whole["people"], **claim}}
    two = {"id": "other", "title": "Other", "confidentiality": "public", "people": claim}
    hidden = {**one, "id": f"{CANARY}-project", "title": CANARY, "confidentiality": secret}
    hidden["trends"] = {"seen": {"title": CANARY, "confidentiality": "public", "affects": "demo/open-outputs"}}
    named = {"demo": one, "other": two} | ({f"{CANARY}-project": hidden} if with_secrets else {})
    texts = {f"{name}/project.yaml": json.dumps(project) for name, project in named.items()}
    catalog = CATALOG if with_secrets and secret == "restricted" else CATALOG.split(f"  {CANARY}")[0]
    return {"catalog/shared.yaml": catalog, **texts}


def _book(texts: dict[str, str], audience: Confidentiality) -> bytes:
    portfolio = portfolio_of_texts(texts)
    across = conflicts(portfolio, SETTINGS, audience) if rank(audience) >= rank("internal") else {}
    parts = []
    for folder in portfolio.folders:
        loaded = portfolio.load(folder)
        assert not loaded.mistakes, [f"{m.place} {m.message.en}" for m in loaded.mistakes]
        made = report(loaded, SETTINGS, audience, across.get(loaded.project.id, ()))
        part = part_of(made, claims_of(loaded, audience))
        parts += [part] if part else []
    catalog = {node.id: node for node in reduced(portfolio.catalog.nodes.values(), audience).nodes}
    whole = Whole(Text.plain("P"), settled(parts), catalog, SETTINGS.facts, SETTINGS.today, audience)
    return book_bytes(portfolio_book(whole), ("ja", "en"))[0]


@pytest.mark.parametrize(("audience", "secret"), PAIRS)
def test_the_book_holds_nothing_above_its_audience(audience: Confidentiality, secret: Confidentiality) -> None:
    assert found_in(_book(_texts(secret), audience), CANARY) == []
    assert found_in(_book(_texts(secret), "restricted"), CANARY)


def test_the_public_book_is_the_same_whether_or_not_the_secrets_are_there() -> None:
    assert _book(_texts("restricted"), "public") == _book(_texts("restricted", with_secrets=False), "public")
