"""Patterns: every condition is asked, every template shows its own pattern without an error, cases show theirs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from oc_strategy.checking import Settings, case_of, check
from oc_strategy.criteria import shipped_criteria
from oc_strategy.exporters.reference.origins import gaps, sources_of
from oc_strategy.facts import Facts
from oc_strategy.options.fitting import CONDITIONS, Fit, fits
from oc_strategy.options.ground import decided_outputs
from oc_strategy.options.patterns import condition_words, patterns
from oc_strategy.portfolio import LoadedProject, find, project_of_text
from tests.options.laying import EXAMPLES, SETTINGS

TEMPLATES = Path(__file__).parents[2] / "templates" / "patterns"
DAY = "2026-11-23"


def fitted(loaded: LoadedProject) -> dict[str, Fit]:
    case = case_of(loaded, SETTINGS)
    found = fits(case, decided_outputs(case, loaded.own), shipped_criteria())
    return {fit.pattern.name: fit for fit in found}


def begun(name: str, folder: Path) -> LoadedProject:
    words = (TEMPLATES / name / "project.yaml").read_text(encoding="utf-8")
    values = {"id": "demo", "title": "Demo", "owner": "Owner", "today": DAY}
    filled = re.sub(r"\{\{(\w+)\}\}", lambda found: values[found[1]], words)
    (folder / "project.yaml").write_text(filled, encoding="utf-8")
    portfolio = find(folder)
    assert portfolio is not None
    return portfolio.load(folder)


def test_conditions_patterns_and_templates_belong_together() -> None:
    used = {name for pattern in patterns().values() for name in pattern.conditions}
    assert used == set(CONDITIONS) == set(condition_words())
    assert {folder.name for folder in TEMPLATES.iterdir()} == set(patterns())


@pytest.mark.parametrize("name", patterns())
def test_a_pattern_is_told_in_both_languages_and_names_what_there_is(name: str) -> None:
    pattern = patterns()[name]
    words = (pattern.title, pattern.summary, *pattern.needs, *pattern.risks)
    assert all(each.ja and each.en for each in words)
    known = {path.parent.name for path in EXAMPLES.rglob("project.yaml")}
    assert {*pattern.shown_by, *pattern.warned_by} <= known
    assert all(source in gaps() or sources_of([source]) for source in pattern.source)


@pytest.mark.parametrize("name", patterns())
def test_a_template_has_no_error_and_meets_all_conditions_of_its_pattern(name: str, tmp_path: Path) -> None:
    loaded = begun(name, tmp_path)
    found = check(loaded, Settings(SETTINGS.today, Facts()))
    assert [d.message.en for d in found if d.severity == "error"] == []
    assert fitted(loaded)[name].count("met") == len(patterns()[name].conditions)


@pytest.mark.parametrize("name", patterns())
def test_a_template_explains_itself_in_both_languages(name: str) -> None:
    words = (TEMPLATES / name / "project.yaml").read_text(encoding="utf-8")
    comments = [line for line in words.splitlines() if line.lstrip().startswith("# ")]
    assert len(comments) >= 7
    told = [line for line in comments[1:] if not re.match(r"\s*# [a-z_]+: ", line)]
    assert all(re.search("[ぁ-ん一-龠]", line) or re.search("[a-z]{3} [a-z]", line) for line in told)


@pytest.mark.parametrize(
    ("example", "name"),
    [
        ("qr-code", "open-interface-closed-core"),
        ("cases/toto-photocatalyst", "test-method-certification"),
        ("cases/daikin-r32", "staged-opening"),
    ],
)
def test_a_case_of_history_lacks_nothing_of_the_pattern_that_it_shows(example: str, name: str) -> None:
    portfolio = find(EXAMPLES / example)
    assert portfolio is not None
    found = fitted(portfolio.load(EXAMPLES / example))
    assert found[name].count("missing") == 0
    assert next(iter(found)) == name


def test_what_nobody_said_is_unknown_and_what_is_said_otherwise_is_missing() -> None:
    assert fitted(project_of_text("id: demo\noutputs: {a: {}}"))["pool"].count("unknown") == 3
    said = "id: demo\noutputs: {a: {kind: process, position: core, revenue_bottleneck: false}}"
    found = fitted(project_of_text(said))["open-interface-closed-core"].answers
    assert {name: answer.state for name, answer in found.items()} == {
        "boundary-interface": "missing",
        "core-earns": "missing",
        "core-hard-to-analyse": "unknown",
    }
    rated = "id: demo\noutputs: {a: {ratings: {filing-not-worth: 2, independent-discovery: [3, 5]}}}"
    answers = fitted(project_of_text(rated))["defensive-publication"].answers
    assert [answer.state for answer in answers.values()] == ["missing", "unknown"]
