"""`check` in many formats at once: each to its place, the same verdict, nothing on the screen that nobody asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import EXAMPLES, call, project

FORMS = ("text", "json", "sarif", "junit", "github", "gitlab", "markdown")
ON = ("--as-of", "2026-04-01")


def test_one_run_writes_every_format(tmp_path: Path) -> None:
    pairs = [word for form in FORMS[1:] for word in ("--format", form, "--output", str(tmp_path / form))]
    answer = call("check", EXAMPLES / "dvd", *ON, *pairs, "--format", "text", "--output", "-")
    assert answer.status == 1
    assert "[nothing-closed]" in answer.out
    assert {path.name for path in tmp_path.iterdir()} == set(FORMS[1:])
    for form in FORMS[1:]:
        alone = call("check", EXAMPLES / "dvd", *ON, "--format", form)
        assert alone.status == 1
        assert alone.out == (tmp_path / form).read_text(encoding="utf-8")
        assert alone.err == ""


@pytest.mark.parametrize(
    "words",
    [
        ("--format", "json", "--format", "text"),
        ("--format", "json", "--format", "text", "--output", "x.json"),
        ("--format", "json", "--output", "x.json", "--output", "y.json"),
        ("--format", "json", "--output", "x.json", "--format", "sarif", "--output", "./x.json"),
        ("--format", "json", "--output", "-", "--format", "sarif", "--output", "-"),
    ],
)
def test_it_must_be_plain_which_goes_where(words: tuple[str, ...], tmp_path: Path) -> None:
    answer = call("check", project(tmp_path / "p"), *words, folder=tmp_path)
    assert (answer.status, answer.out) == (2, "")
    assert "--output" in answer.err
    assert answer.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


@pytest.mark.parametrize("level", ["error", "warning", "question", "never"])
def test_every_format_gives_the_same_verdict(level: str) -> None:
    ends = {call("check", EXAMPLES / "rambus", *ON, "--fail-on", level, "--format", form).status for form in FORMS}
    assert len(ends) == 1


def test_the_line_of_a_finding_is_shown_with_a_caret(tmp_path: Path) -> None:
    text = "outputs:\n  core: {position: core, title: {ja: 極秘の核, en: Core}, kind: intrface}\n"
    out = call("check", project(tmp_path, text), lang="ja").out.splitlines()
    line = next(number for number, words in enumerate(out) if words.startswith("    4 | "))
    at = out[line + 1].index("^")
    # Each Japanese letter takes two columns of a terminal.
    assert out[line].index("intrface") + len("極秘の核") == at


def test_paths_are_told_as_seen_from_here(tmp_path: Path) -> None:
    project(tmp_path / "p", "outputs: {a: {kind: intrface}}\n")
    log = json.loads(call("check", tmp_path / "p", "--format", "sarif", folder=tmp_path).out)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "p/project.yaml"


def test_the_schema_of_the_findings_is_the_one_they_keep() -> None:
    schema = json.loads(call("schema", "--findings").out)
    assert schema["properties"]["schema_version"]["const"] == "1"
    answer = json.loads(call("check", EXAMPLES / "dvd", *ON, "--format", "json").out)
    assert set(answer) == set(schema["properties"])
