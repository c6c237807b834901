"""One rule asked on one text, as a test reads best."""

from __future__ import annotations

from datetime import date

from oc_strategy.checking import Settings, check
from oc_strategy.facts import Facts
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.portfolio import project_of_text
from oc_strategy.rules import rule_by_id

FACTS = Facts()


def ask(rule_id: str, yaml_text: str, today: str = "2026-04-01", option: str | None = None) -> list[Diagnostic]:
    """What one rule says about a project that is one text, gravest first; the text must be free of mistakes."""
    rule = rule_by_id(rule_id)
    assert rule is not None, rule_id
    loaded = project_of_text(yaml_text.strip() + "\n")
    assert not loaded.mistakes, [f"{m.place} {m.message.en}" for m in loaded.mistakes]
    return check(loaded, Settings(date.fromisoformat(today), FACTS, option), [rule])
