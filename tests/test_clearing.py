"""Edits that clear a finding: tried on the model, true to what a person may write, never against what is stated."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from oc_strategy.checking import Settings, check
from oc_strategy.clearing import Clearing, clearings
from oc_strategy.facts import Facts
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.portfolio import LoadedProject, project_of_text
from oc_strategy.rules import all_rules

SETTINGS = Settings(date(2026, 4, 1), Facts())


def _gaps(loaded: LoadedProject, settings: Settings = SETTINGS) -> list[Diagnostic]:
    return [d for d in check(loaded, settings) if d.severity != "good"]


def _written(text: str, edit: Clearing) -> str:
    """The text with an edit, as a person would make it."""
    tree = yaml.safe_load(text.replace("…", "x"))
    holder = tree if edit.node == tree["id"] else next(s[edit.node] for s in tree.values() if _has(s, edit.node))
    for step in edit.path[:-1]:
        inner = holder[step]
        if isinstance(inner, str):
            inner = holder[step] = {"mode": inner}
        holder = inner
    holder[edit.path[-1]] = edit.value
    words: str = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, default_flow_style=False)
    # The reader takes every scalar as a person writes it.
    return words.replace("'", "")


def _has(section: object, node: str) -> bool:
    return isinstance(section, dict) and isinstance(section.get(node), dict)


DEMO = """\
id: demo
outputs:
  format: {title: Disc format, kind: interface}
  player: {title: Player, kind: product, revenue_bottleneck: true}
licenses:
  pool: {title: Pool}
options:
  all-open:
    treatments:
      format: {mode: standard-frand}
      player: {mode: patent-license}
"""


def test_every_edit_does_what_it_promises_when_a_person_writes_it() -> None:
    loaded = project_of_text(DEMO)
    before = {d.fingerprint for d in _gaps(loaded)}
    tried = 0
    for found in _gaps(loaded):
        for edit in clearings(found, loaded, SETTINGS):
            after = project_of_text(_written(DEMO, edit))
            assert after.mistakes == (), (edit, after.mistakes)
            now = _gaps(after)
            assert found.fingerprint not in {d.fingerprint for d in now}, (found.code, edit)
            assert tuple(sorted({d.code for d in now if d.fingerprint not in before})) == edit.raises
            tried += 1
    assert tried > 10


def test_nothing_that_is_stated_is_changed_but_the_mode() -> None:
    loaded = project_of_text(DEMO)
    stated = {("format", "kind"), ("player", "kind"), ("player", "revenue_bottleneck")}
    for found in _gaps(loaded):
        for edit in clearings(found, loaded, SETTINGS):
            assert (edit.node, edit.path[0]) not in stated


def test_a_question_without_an_answer_is_answered_and_not_avoided() -> None:
    loaded = project_of_text(DEMO)
    for found in _gaps(loaded):
        if found.is_unanswered:
            assert all(edit.path[0] != "treatments" for edit in clearings(found, loaded, SETTINGS))


@pytest.mark.parametrize("rule", ["core-technology-unstated", "area-untagged"])
def test_what_needs_one_answer_names_it(rule: str) -> None:
    example = next(each for each in all_rules() if each.id == rule)
    loaded = project_of_text(example.fires)
    settings = Settings(example.as_of, Facts())
    found = next(d for d in check(loaded, settings) if d.code == rule)
    assert clearings(found, loaded, settings)


def test_mistakes_and_strengths_have_no_edits() -> None:
    (wrong,) = project_of_text("id: demo\noops: 1\n").mistakes
    assert clearings(wrong, project_of_text("id: demo\n"), SETTINGS) == []
