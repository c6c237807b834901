"""The catalogue as a whole: nothing missing, nothing without a basis, nobody's question without a test of its days."""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from asking import FACTS, Question
from catalogue import DESIGNED
from turning import has_partial_date, turns_on_a_day

from oc_strategy.checking import Settings, check
from oc_strategy.exporters.reference.origins import case_named, gaps, sources_of
from oc_strategy.facts import Facts
from oc_strategy.model.text import Text
from oc_strategy.portfolio import project_of_text
from oc_strategy.rule import Rule
from oc_strategy.rules import all_rules

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RULES = {rule.id: rule for rule in all_rules()}
COMPARES_DAYS = re.compile(r"certainly_before|possibly_before|urgency\(|plus_months|plus_days")


def test_no_check_of_the_design_is_missing() -> None:
    assert DESIGNED.keys() <= RULES.keys(), sorted(DESIGNED.keys() - RULES.keys())
    assert {rule_id: RULES[rule_id].severity for rule_id in DESIGNED} == DESIGNED


def test_every_known_gap_has_a_check() -> None:
    looked_at = {name for rule in all_rules() for name in rule.basis.practice}
    assert gaps().keys() <= looked_at, sorted(gaps().keys() - looked_at)


@pytest.mark.parametrize("rule_id", RULES)
def test_what_a_rule_rests_on_can_be_looked_up(rule_id: str) -> None:
    basis, facts = RULES[rule_id].basis, Facts()
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule_id)
    assert basis.facts or basis.practice or basis.cases or basis.source
    assert all(facts.about(topic) for topic in basis.facts)
    assert all(sources_of([name]) for name in basis.practice if name not in gaps())
    assert all(case_named(name).ja for name in basis.cases)


@pytest.mark.parametrize("rule_id", RULES)
def test_both_languages_say_the_same_with_the_same_values(rule_id: str) -> None:
    rule = RULES[rule_id]
    messages = [value for value in vars(sys.modules[rule.ask.__module__]).values() if isinstance(value, Text)]
    for text in (rule.question, rule.message, rule.remedy, rule.why, *messages):
        assert text.en != text.ja
        assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", text.ja), text.ja
        assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", text.en), text.en
        assert set(re.findall(r"\{(\w+)\}", text.en)) == set(re.findall(r"\{(\w+)\}", text.ja)), text.en


@pytest.mark.parametrize("rule_id", RULES)
def test_both_examples_are_there_and_differ(rule_id: str) -> None:
    rule = RULES[rule_id]
    assert f"# <- {rule_id}" in rule.fires
    assert rule.silent.strip()
    assert "# <-" not in rule.silent
    assert rule.silent != rule.fires


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_rule_has_its_anchor_in_the_reference(language: str) -> None:
    page = (ROOT / "docs" / language / "reference" / "rules.md").read_text(encoding="utf-8")
    assert [rule_id for rule_id in RULES if f"\n### {rule_id}\n" not in page] == []


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Question]]:
    """What all boundary tests ask of each rule, from a run of theirs that writes it down."""
    written = tmp_path_factory.mktemp("asked") / "asked.json"
    modules = [*sorted(str(path) for path in HERE.glob("test_*boundaries.py")), str(HERE / "test_strengths.py")]
    outside = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{HERE}", "ASKED_FILE": str(written)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "recording", "-p", "no:cacheprovider", *modules]
    # A failing test speaks for itself; here only what was asked counts.
    subprocess.run(command, check=False, env=outside, cwd=ROOT, stdout=subprocess.DEVNULL)
    asked = defaultdict(list)
    for rule_id, text, today, answers, facts, option in json.loads(written.read_text(encoding="utf-8")):
        asked[rule_id].append(Question(rule_id, text, today, tuple(answers), tuple(facts), option))
    return asked


def test_every_rule_is_asked_where_it_turns(asked: dict[str, list[Question]]) -> None:
    lacking = {rule.id: missing for rule in all_rules() if (missing := _missing(rule, asked[rule.id]))}
    assert lacking == {}


def test_every_fact_that_a_finding_names_is_of_the_rules_basis(asked: dict[str, list[Question]]) -> None:
    facts = Facts()
    named = {rule.id: {f for question in asked[rule.id] for f in question.facts} for rule in all_rules()}
    topics = {rule_id: {facts.by_id(fact).topic for fact in found} for rule_id, found in named.items()}
    beyond = {rule_id: found - set(RULES[rule_id].basis.facts) for rule_id, found in topics.items()}
    assert {rule_id: sorted(found) for rule_id, found in beyond.items() if found} == {}


GRAVITY = ("good", "silent", "unanswered", "question", "warning", "error")
DAY = re.compile(r"(?<![0-9.-])([0-9]{4})-([0-9]{2})-[0-9]{2}(?![0-9.-])")


# What is certified is certified at the vote, so it precedes the adoption wherever the dates allow it.
CERTAIN_BY_NATURE = {"participant-silent"}


def test_a_date_known_less_exactly_never_proves_more(asked: dict[str, list[Question]]) -> None:
    """A month or year that may hold a harmless day raises a question at most: certainty needs all of its days."""
    graver = [
        (question.rule, day[0], known, answers, text)
        for question in _of_projects(asked)
        for day in DAY.finditer(question.text)
        for known in (f"{day[1]}-{day[2]}", day[1])
        for text in [question.text[: day.start()] + known + question.text[day.end() :]]
        for answers in [_answers(question, text)]
        if _gravity(answers) >= GRAVITY.index("warning") and _gravity(answers) > _gravity(question.answers)
    ]
    assert graver == []


def _of_projects(asked: dict[str, list[Question]]) -> list[Question]:
    once = {(q.rule, q.text, q.today, q.option): q for questions in asked.values() for q in questions}
    asked_alone = {rule.id for rule in all_rules() if rule.asked_of == "project"} - CERTAIN_BY_NATURE
    return [question for question in once.values() if question.rule in asked_alone]


def _answers(question: Question, text: str) -> tuple[str, ...]:
    """What the rule says of the text with the vaguer date; silent where the dates then contradict each other."""
    loaded = project_of_text(text.strip() + "\n")
    if loaded.mistakes:
        return ("silent",)
    found = check(loaded, Settings(date.fromisoformat(question.today), FACTS, question.option), [RULES[question.rule]])
    return tuple("unanswered" if d.is_unanswered else d.severity for d in found) or ("silent",)


def _gravity(answers: tuple[str, ...]) -> int:
    return max(GRAVITY.index(answer) for answer in answers)


def _missing(rule: Rule, questions: list[Question]) -> list[str]:
    """What no boundary test of a rule shows: both answers, unknown data, both sides of a day, a partial date."""
    source = inspect.getsource(sys.modules[rule.ask.__module__])
    heard = {answer for question in questions for answer in question.answers}
    wanted = {"silent", rule.severity, *(["unanswered"] if "Unanswered(" in source else [])}
    missing = sorted(wanted - heard)
    if COMPARES_DAYS.search(source):
        missing += [] if turns_on_a_day(questions) else ["both sides of a day"]
        missing += [] if has_partial_date(questions) else ["a partial date"]
    return missing
