"""Each rule's own examples are its tests: it fires on the marked lines and nowhere else."""

from __future__ import annotations

import re

import pytest
from asking import ask_all, texts_of

from oc_strategy.checking import Settings, check
from oc_strategy.facts import Facts
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.portfolio import project_of_text
from oc_strategy.rule import Rule
from oc_strategy.rules import all_rules

RULES = {rule.id: rule for rule in all_rules()}
FACTS = Facts()


def _found(rule: Rule, example: str) -> list[Diagnostic]:
    if rule.asked_of == "portfolio":
        return [d for d in ask_all(rule.id, example, rule.as_of.isoformat()) if not d.is_unanswered]
    loaded = project_of_text(example.strip() + "\n")
    assert not loaded.mistakes, [f"{m.place} {m.message.en}" for m in loaded.mistakes]
    diagnostics = check(loaded, Settings(rule.as_of, FACTS), [rule])
    return [d for d in diagnostics if d.code == rule.id and not d.is_unanswered]


def _marked(rule: Rule) -> list[tuple[str, int]]:
    texts = texts_of(rule.fires) if rule.asked_of == "portfolio" else {"project.yaml": rule.fires.strip()}
    lines = ((file, n, line) for file, text in texts.items() for n, line in enumerate(text.splitlines(), 1))
    return sorted((file, number) for file, number, line in lines if re.search(rf"# <- {rule.id}$", line))


@pytest.mark.parametrize("rule_id", RULES)
def test_fires_on_the_marked_lines(rule_id: str) -> None:
    rule = RULES[rule_id]
    assert _marked(rule), f"no line of the example is marked `# <- {rule_id}`"
    found = _found(rule, rule.fires)
    assert sorted({(d.place.file, d.place.line) for d in found}) == _marked(rule), [
        f"{d.place} {d.message.en}" for d in found
    ]


@pytest.mark.parametrize("rule_id", RULES)
def test_silent_where_nothing_is_wrong(rule_id: str) -> None:
    found = _found(RULES[rule_id], RULES[rule_id].silent)
    assert not found, [f"{d.place} {d.message.en}" for d in found]


@pytest.mark.parametrize("rule_id", RULES)
def test_fires_with_its_own_severity_in_both_languages(rule_id: str) -> None:
    rule = RULES[rule_id]
    first = _found(rule, rule.fires)[0]
    assert first.severity == rule.severity
    assert first.message.en
    assert first.message.ja
    assert first.message.en != first.message.ja
    assert "{" not in first.message.en + first.remedy.en
    assert first.subjects
