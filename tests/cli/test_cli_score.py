"""`score`: what it prints, how it ends, and that expectations never disturb the other commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import EXAMPLES, call, project

MISSED = "case: X1\nas_of: 2026-04-01\nmust_fire: [nothing-closed]\nmust_not_fire: [secret-without-measures]\n"


def expecting(folder: Path, expectations: str, text: str = "") -> Path:
    project(folder, text)
    (folder / "expected").mkdir()
    (folder / "expected" / "findings.yaml").write_text(expectations, encoding="utf-8")
    return folder


def test_the_shipped_examples_are_all_as_expected() -> None:
    answer = call("score")
    assert answer.status == 0, answer.out
    *cases, total = answer.out.splitlines()
    assert len(cases) == len(list(EXAMPLES.rglob("expected/findings.yaml")))
    right, _, every, *_ = total.split()
    assert right == every


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ["X1  demo  1/2", "must fire nothing-closed", "expected: a finding", "found: nothing",
                "1 of 2 as expected, in 1 projects"]),
        ("ja", ["X1  demo  1/2", "指摘すべきもの nothing-closed", "期待：指摘", "結果：指摘なし",
                "1 プロジェクト、2 件中 1 件が期待どおり"]),
    ],
)  # fmt: skip
def test_a_miss_is_told_and_fails(tmp_path: Path, lang: str, lines: list[str]) -> None:
    answer = call("score", expecting(tmp_path / "demo", MISSED), lang=lang)
    assert answer.status == 1
    assert all(line in answer.out for line in lines), answer.out
    assert "expected/findings.yaml:3:13: " in answer.out


def test_json_holds_every_judgement_in_both_languages(tmp_path: Path) -> None:
    answer = call("score", expecting(tmp_path / "demo", MISSED), "--format", "json")
    data = json.loads(answer.out)
    assert answer.status == 1
    assert data["summary"] == {"right": 1, "total": 2, "cases": 1}
    (case,) = data["cases"]
    assert case["kinds"] == {"must-fire": {"right": 0, "total": 1}, "must-not-fire": {"right": 1, "total": 1}}
    assert [j["right"] for j in case["judgements"]] == [False, True]
    assert case["judgements"][0]["expected"] == {"ja": "指摘", "en": "a finding"}


def test_mistakes_are_told_in_place_of_a_score(tmp_path: Path) -> None:
    answer = call("score", expecting(tmp_path / "demo", "must_fire: [nothing-close]\n"))
    assert answer.status == 1
    assert "findings.yaml:1:13: " in answer.err
    assert "Did you mean “nothing-closed”?" in answer.err
    broken = call("score", expecting(tmp_path / "broken", MISSED, "outputz: {}\n"))
    assert broken.status == 1
    assert "outputz" in broken.err


def test_without_any_expectation_nothing_can_be_scored(tmp_path: Path) -> None:
    answer = call("score", project(tmp_path / "demo"))
    assert (answer.status, answer.out) == (2, "")
    assert "expected/findings.yaml" in answer.err


def test_as_of_counts_where_the_expectation_names_no_day(tmp_path: Path) -> None:
    folder = expecting(tmp_path / "demo", "must_not_fire: [nothing-closed]\n")
    data = json.loads(call("score", folder, "--as-of", "2030-02-03", "--format", "json").out)
    assert data["cases"][0]["judgements"][0]["as_of"] == "2030-02-03"


def test_other_commands_do_not_read_expectations(tmp_path: Path) -> None:
    folder = expecting(tmp_path / "demo", "no: such\nkey: [\n")
    assert call("check", folder, "--fail-on", "never").status == 0


def test_a_control_character_in_a_title_of_a_case_does_not_reach_the_terminal(tmp_path: Path) -> None:
    answer = call("score", expecting(tmp_path / "demo", 'case: "\\e[31mX"\nmust_not_fire: [nothing-closed]\n'))
    assert "\x1b" not in answer.out


def test_the_ranking_changes_no_exit_status_and_json_has_it_when_asked(tmp_path: Path) -> None:
    text = "decided: 2026-01\nposture: {open: [gauge]}\n"
    folder = expecting(tmp_path / "demo", text, "outputs: {gauge: {kind: process, position: core}}\noptions: {o: {}}\n")
    plain = json.loads(call("score", folder, "--format", "json").out)
    assert "ranking" not in plain
    answer = call("score", folder, "--ranking", "--format", "json")
    data = json.loads(answer.out)["ranking"]
    assert data["documented"]["total"] == 1
    (one,) = data["outputs"]
    assert (one["output"], one["rank"], one["right"]) == ("gauge", 3, False)
    assert set(one["why"]) == {"ja", "en"}
    assert "comes third" in call("score", folder, "--ranking").out
