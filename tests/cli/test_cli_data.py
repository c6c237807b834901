"""Data for other programs parses whatever was found, and nobody's text commands a terminal or a CI service."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from calling import EXAMPLES, Answer, call, project
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.exporters.terminal import Paint, clean, json_of
from oc_strategy.model.text import Language

BIDI = "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HOSTILE = """\
summary: "##[group]x"
owner: us
option: plan
organizations:
  us: {title: "\\n::stop-commands::x", own: true}
outputs:
  core:
    title: "  ::add-mask::boom\\r\\n##[add-matcher]m.json"
    position: core
    note: "a\\u2028::warning::b \\x9b31m \\e]8;;http://x\\a \\u202E"
actions:
  act: {title: "##[x] ::add-mask::x ::y ::z \\u202E", due: 2020-01-01}
options:
  plan: {title: "\\u2066\\e[31m::debug::x", treatments: {core: {disclosure: secret, access: own}}}
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    return project(tmp_path / "::add-mask::x" / "\x1b[31mred\u202e##[group]", HOSTILE)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "PATH", "--unanswered"),
        ("check", "PATH", "--format", "json"),
        ("check", "PATH/nowhere"),
        ("check", "PATH", "-o", "PATH/found.json"),
        ("list", "PATH"),
        ("list", "PATH", "--format", "json"),
        ("ack", "--list", "PATH"),
        ("ack", "core", "PATH", "--by", "::add-mask::x", "--why", "##[x]"),
        ("diff", "EMPTY", "PATH"),
        ("diff", "PATH", "EMPTY", "--format", "json"),
        ("diff", "EMPTY", "PATH", "--format", "markdown"),
        ("diff", "::add-mask::x..", "PATH"),
        ("deadlines", "PATH", "--all"),
        ("deadlines", "PATH", "--all", "--format", "json"),
        ("show", "core", "PATH"),
        ("show", "::add-mask::x", "PATH"),
        ("explain", "core-unprotected:core", "PATH"),
        ("diagram", "PATH", "--format", "dot", "--format", "mermaid", "-o", "-"),
        ("diagram", "PATH", "--format", "dot", "-o", "PATH/::out"),
        ("diagram", "PATH", "--focus", "\x1b[31m::x"),
        ("init", "PATH"),
        ("\x1b[31m::add-mask::x",),
        ("check", "--\x1b[31m::add-mask::x"),
    ],
    ids=" ".join,
)
def test_no_line_commands_a_terminal_or_a_runner(words: tuple[str, ...], hostile: Path) -> None:
    folder = hostile.parents[1]
    project(folder / "empty", name="empty")
    paths = {"PATH": str(hostile.relative_to(folder)), "EMPTY": "empty"}
    arguments = [paths.get(word, word.replace("PATH", paths["PATH"])) for word in words]
    answer = call(*arguments, folder=folder, GITHUB_ACTIONS="true")
    told = answer.out + answer.err
    assert told
    assert _commands(told) == []
    assert not re.search(rf"[\x00-\x09\x0b-\x1f\x7f-\x9f{BIDI}]", told)


def _commands(told: str) -> list[str]:
    """Lines that the runner of GitHub Actions would obey: `::` after any blanks, `##[` anywhere."""
    return [line for line in told.split("\n") if line.lstrip().startswith("::") or "##[" in line]


@given(st.text() | st.lists(st.sampled_from(["::", "##[", "\x1b[31m", "\n", " ", "\u202e", "x"])).map("".join))
def test_clean_text_is_one_harmless_line(words: str) -> None:
    told = clean(words)
    assert _commands(told) == []
    assert not re.search(rf"[\x00-\x1f\x7f-\x9f{BIDI}\ud800-\udfff]", told)
    assert clean(told) == told


@given(st.lists(st.text() | st.sampled_from(["##[group]", "::x", BIDI, "\x1b\x9b"])))
def test_json_is_harmless_and_changes_no_value(data: list[str]) -> None:
    told = json_of(data)
    assert json.loads(told) == data
    assert _commands(told) == []


JSON = [
    (("check", EXAMPLES / "qr-code", "--format", "json"), 0),
    (("check", EXAMPLES / "dvd", "--format", "json", "--lang", "ja"), 1),
    (("list", EXAMPLES / "dvd", "--format", "json"), 0),
    (("list", EXAMPLES / "dvd", "--section", "secrets", "--format", "json"), 0),
    (("rules", "--format", "json"), 0),
    (("facts", "--format", "json"), 0),
    (("facts", "prior-use", "--for", "JP", "--confidence", "X", "--format", "json"), 0),
    (("explain", "nothing-closed", "--format", "json"), 0),
    (("explain", "nothing-closed:open-all", EXAMPLES / "dvd", "--format", "json"), 0),
    (("schema",), 0),
    (("schema", "--portfolio"), 0),
    (("schema", EXAMPLES / "dvd"), 0),
]


@pytest.mark.parametrize(("words", "status"), JSON)
def test_json_parses(words: tuple[object, ...], status: int) -> None:
    answer = call(*words, FORCE_COLOR="1")
    assert answer.status == status, answer.err
    assert json.loads(answer.out) is not None


def test_json_parses_where_the_text_has_mistakes_and_where_nothing_was_found(tmp_path: Path) -> None:
    broken = call("check", project(tmp_path, "outputs: {a: {kind: intrface}}\n"), "--format", "json")
    assert (broken.status, json.loads(broken.out)["summary"]["error"]) == (1, 1)
    found = json.loads(call("check", EXAMPLES / "dvd", "--format", "json", "--as-of", "2026-01-31").out)
    assert found["as_of"] == "2026-01-31"
    assert found["findings"][0]["rule"] == "nothing-closed"


def test_the_result_can_go_to_a_file_but_not_over_a_project(tmp_path: Path) -> None:
    folder = project(tmp_path)
    before = (folder / "project.yaml").read_bytes()
    refused = call("check", folder, "-o", folder / "project.yaml")
    assert (refused.status, (folder / "project.yaml").read_bytes()) == (2, before)
    written = call("check", folder, "--format", "json", "-o", tmp_path / "found.json")
    assert (written.out, written.err) == ("", f"Written: {tmp_path / 'found.json'}\n")
    assert json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))["findings"]
    quiet = call("check", folder, "-q", "-o", tmp_path / "found.txt", FORCE_COLOR="1")
    assert (quiet.out, quiet.err) == ("", "")
    assert "\x1b" not in (tmp_path / "found.txt").read_text(encoding="utf-8")
    assert call("check", folder, "--format", "json", "-o", "-").out == (tmp_path / "found.json").read_text(
        encoding="utf-8"
    )


COLOURS: list[tuple[dict[str, str], bool]] = [
    ({}, False),
    ({"FORCE_COLOR": "1"}, True),
    ({"NO_COLOR": "1"}, False),
    ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
]


@pytest.mark.parametrize(("environment", "is_coloured"), COLOURS)
def test_colours_follow_the_environment(environment: dict[str, str], is_coloured: bool) -> None:
    answers: list[Answer] = [
        call(*words, **environment)
        for words in (("check", EXAMPLES / "dvd"), ("show", "player", EXAMPLES / "dvd"), ("rules",))
    ]
    assert {"\x1b[" in answer.out for answer in answers} == {is_coloured}


def test_paint_that_is_off_changes_nothing() -> None:
    assert Paint(False)("x", "red") == "x"
    assert Paint(True)("x", "red") == "\x1b[31mx\x1b[0m"


@pytest.mark.parametrize(("lang", "told"), [("en", "`place` is missing"), ("ja", "`place` がない")])
def test_mistakes_in_own_facts_are_told_in_the_language_asked_for(tmp_path: Path, lang: Language, told: str) -> None:
    (tmp_path / "portfolio.yaml").write_text("title: T\nfacts: own\n", encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "grace-period.yaml").write_text("facts: [{id: a}]", encoding="utf-8")
    project(tmp_path / "projects" / "demo")
    checked = call("check", tmp_path, "--lang", lang)
    assert checked.status == 2
    assert told in checked.err
    listed = call("facts", "--folder", tmp_path / "own", "--lang", lang)
    assert listed.status == 1
    assert told in listed.err


def test_a_catalog_outside_the_portfolio_is_not_read(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "all.yaml").write_text("organizations: {outsider: {}}", encoding="utf-8")
    (home / "portfolio.yaml").write_text("title: T\ncatalog: ../elsewhere\n", encoding="utf-8")
    project(home / "projects" / "demo", "owner: outsider\n")
    checked = call("check", home)
    assert checked.status == 1
    assert "portfolio.yaml:2:10: Error [catalog-outside]" in checked.out
    assert "No node has the id “outsider”" in checked.out
