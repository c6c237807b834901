"""`--select` and `--exclude` on the commands: what each means by it, and how slips are told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from calling import EXAMPLES, call, project

ALL = ("--fail-on", "never", "--format", "json")


def findings(*arguments: object) -> list[tuple[str, str, tuple[str, ...]]]:
    answer = call("check", *arguments, *ALL, folder=EXAMPLES)
    assert answer.status == 0, answer
    return [
        (f["project"], f["rule"], tuple(s["node"] for s in f["subjects"])) for f in json.loads(answer.out)["findings"]
    ]


EVERY = findings(".")


def test_findings_are_those_about_what_is_selected() -> None:
    found = findings(".", "--select", "project:qr-code,type:outputs")
    assert found
    assert found == [f for f in EVERY if f[0] == "qr-code" and f in found]
    outputs = {"symbol", "decoder", "reader-interface", "variants"}
    assert found == [f for f in EVERY if f[0] == "qr-code" and outputs & set(f[2])]


def test_selected_and_excluded_are_the_whole() -> None:
    words = "type:patents,theme:novelty rule:nothing-* project:dvd"
    assert sorted(findings(".", "--select", words) + findings(".", "--exclude", words)) == sorted(EVERY)


def test_checks_and_themes_choose_findings() -> None:
    only = findings(".", "--select", "rule:priority-*")
    assert only == [f for f in EVERY if f[1].startswith("priority-")]
    assert {f[1] for f in findings(".", "--select", "theme:novelty")} >= {"priority-deadline"}


def test_selection_is_the_same_in_several_processes() -> None:
    words = ("--select", "type:patents tag:*", "--jobs")
    assert findings(".", *words, 1) == findings(".", *words, 2)


def test_mistakes_are_told_whatever_is_selected(tmp_path: Path) -> None:
    folder = project(tmp_path, "outputs: {a: {kind: intrface}}\n")
    answer = call("check", folder, "--select", "nothing")
    assert answer.status == 1
    assert "[not-in-list]" in answer.out


@pytest.mark.parametrize(
    ("command", "words", "said"),
    [
        ("list", "decodr", "--select, column 1: nothing is called decodr; did you mean decoder?"),
        ("list", "symbol type:patent", "--select, column 13: there is no type patent; did you mean patents?"),
        ("list", "rule:nothing-closed", "--select, column 1: rule: chooses findings; here nodes are chosen"),
        ("check", "project:qr-cod", "--select, column 1: there is no project qr-cod; did you mean qr-code?"),
        ("check", "qr-code/decodr", "nothing is called qr-code/decodr; did you mean qr-code/decoder?"),
        ("check", "rule:nothing-closd", "there is no check nothing-closd; did you mean nothing-closed?"),
        ("check", "theme:novel", "there is no theme novel; did you mean novelty?"),
    ],
)
def test_a_slip_is_one_line_with_its_column(command: str, words: str, said: str) -> None:
    answer = call(command, ".", "--select", words, folder=EXAMPLES)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1


def test_excluded_words_are_looked_for_too() -> None:
    answer = call("list", ".", "--exclude", "decodr", folder=EXAMPLES, lang="ja")
    assert answer.status == 2
    assert "--exclude の1文字目：decodr というノードはない（decoder のことか）" in answer.err


def test_list_shows_own_nodes_that_are_selected() -> None:
    answer = call("list", "qr-code", "--select", "1+decoder+1", "--exclude", "type:options", folder=EXAMPLES)
    assert re.findall(r"^  ([a-z-]+)", answer.out, re.M) == [
        "decoder", "reader-interface", "symbol", "decoding", "readers", "denso",
    ]  # fmt: skip


def test_a_picture_shows_the_selected_part_and_counts_the_rest() -> None:
    whole = call("diagram", "qr-code", "--format", "dot", "-o", "-", folder=EXAMPLES)
    part = call("diagram", "qr-code", "--format", "dot", "-o", "-", "--select", "1+decoder+1", folder=EXAMPLES)
    assert part.status == 0, part
    assert "[PRODUCT]" in part.out
    assert "[MARK]" in whole.out
    assert "[MARK]" not in part.out
    assert re.search(r"links \(\d+\) and boxes \(\d+\) not shown", part.out.replace("\\n", " "))


def test_what_is_written_is_each_selected_project_whole(tmp_path: Path) -> None:
    project(tmp_path / "a", "outputs: {one: {title: One}}\n", "a")
    project(tmp_path / "b", "outputs: {two: {title: Two, tags: [x]}}\n", "b")
    (tmp_path / "portfolio.yaml").write_text("title: P\nprojects: ['*']\n", encoding="utf-8")
    answer = call("worksheet", tmp_path, "-o", tmp_path / "out", "--select", "tag:x", "--quiet")
    assert answer.status == 0, answer
    assert [path.name for path in (tmp_path / "out").glob("*.xlsx")] == ["b-internal.xlsx"]


def test_what_changed_is_compared_with_another_folder(tmp_path: Path) -> None:
    before = project(tmp_path / "before", "outputs: {one: {title: One}, two: {title: Two}}\n")
    now = project(tmp_path / "now", "outputs: {two: {title: Two}, one: {title: Eins}, three: {}}\n")
    answer = call("list", now, "--select", "state:modified", "--against", before, "--format", "json")
    assert [node["id"] for node in json.loads(answer.out)] == ["one", "three"]
    assert call("list", now, "--select", "state:modified").status == 2
    assert "--against" in call("list", now, "--select", "state:modified").err
    assert call("list", now, "--select", "state:modified", "--against", "nowhere").status == 2
