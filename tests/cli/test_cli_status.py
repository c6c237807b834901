"""Exit statuses: 0 nothing at or above the level, 1 findings or mistakes in the text, 2 it could not be done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import EXAMPLES, call, project

import oc_strategy.checking
import oc_strategy.cli.check
from oc_strategy.cli.commands import COMMANDS
from oc_strategy.rules import all_rules

BROKEN = "outputs: {a: {kind: intrface}}\n"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["qr-code"], 0),
        (["dvd"], 1),
        (["dvd", "--fail-on", "never"], 0),
        (["rambus"], 0),
        (["rambus", "--fail-on", "warning"], 1),
        (["can-fd", "--fail-on", "question"], 0),
        (["."], 1),
        (["qr-code/project.yaml"], 0),
        (["qr-code", "dvd"], 1),
        (["nowhere"], 2),
        (["qr-code", "nowhere"], 2),
        (["qr-code", "--option", "nothing"], 2),
        (["qr-code", "--option", "symbol"], 2),
        ([".", "--option", "nothing"], 2),
        (["qr-code", "--option", "all-open", "--fail-on", "never"], 0),
        (["qr-code", "--as-of", "soon"], 2),
        (["qr-code", "--as-of", "2026-02-30"], 2),
        (["qr-code", "--format", "xml"], 2),
        (["qr-code", "--fail-on", "errors"], 2),
        (["qr-code", "--no-such-option"], 2),
    ],
)
def test_check_ends_as_promised(arguments: list[str], status: int) -> None:
    answer = call("check", *arguments, folder=EXAMPLES)
    assert answer.status == status, answer
    assert "Traceback" not in answer.err
    if status == 2:
        assert answer.out == ""
        assert answer.err.count("\n") == 1


@pytest.mark.parametrize("level", ["error", "never"])
def test_a_mistake_in_the_text_fails_at_every_level(tmp_path: Path, level: str) -> None:
    answer = call("check", project(tmp_path, BROKEN), "--fail-on", level)
    assert answer.status == 1
    assert "[not-in-list]" in answer.out
    assert "The text has mistakes" in answer.out


def test_a_mistake_in_the_portfolio_file_fails_too(tmp_path: Path) -> None:
    project(tmp_path / "a")
    (tmp_path / "portfolio.yaml").write_text("title: P\nprojects: [a]\ncatalgo: x\n", encoding="utf-8")
    assert call("check", tmp_path, "--fail-on", "never").status == 1


def test_an_option_that_a_mistake_may_hide_is_not_called_unknown(tmp_path: Path) -> None:
    answer = call("check", project(tmp_path, BROKEN), "--option", "plan")
    assert answer.status == 1
    assert "not-in-list" in answer.out


@pytest.mark.parametrize("text", ["id: [", "- a\n", "\x00", "id: demo\nid: demo\n", "a: &a [*a]\n"])
def test_broken_yaml_is_a_finding_and_no_crash(tmp_path: Path, text: str) -> None:
    (tmp_path / "project.yaml").write_text(text, encoding="utf-8")
    answer = call("check", tmp_path, "--fail-on", "never")
    assert answer.status == 1, answer
    assert answer.err == ""


def test_a_check_that_breaks_off_is_no_finding_of_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    def broken(case: object) -> object:
        raise ZeroDivisionError

    rules = (replace(all_rules()[0], ask=broken),)
    monkeypatch.setattr(oc_strategy.checking, "all_rules", lambda: rules)
    answer = call("check", project(tmp_path), "--fail-on", "never")
    assert answer.status == 2
    assert "[rule-crashed]" in answer.out


def test_what_nobody_foresaw_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by zero\nsecond line")

    monkeypatch.setattr(oc_strategy.cli.check, "portfolio_at", broken)
    answer = call("check", tmp_path)
    assert answer.status == 2
    assert answer.err.startswith("oc-strategy: internal error: ZeroDivisionError: by zero second line")
    assert answer.err.count("\n") == 1
    with pytest.raises(ZeroDivisionError):
        call("check", tmp_path, OC_STRATEGY_DEBUG="1")


def test_ctrl_c_ends_with_130_and_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(oc_strategy.cli.check, "portfolio_at", stopped)
    answer = call("check", tmp_path)
    assert (answer.status, answer.out) == (130, "")
    assert answer.err == "oc-strategy: interrupted; no file was left half-written\n"


@pytest.mark.parametrize(
    "command",
    sorted(
        set(COMMANDS)
        - {"init", "doctor", "rules", "facts", "show", "explain", "diff", "ack", "rename", "from-sheet", "pull"}
        - {"options explain", "options adopt"}
    ),
)
@pytest.mark.parametrize("place", ["nowhere", "empty", "file.txt"])
def test_every_command_that_reads_a_project_says_where_none_is(command: str, place: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").write_text("x", encoding="utf-8")
    answer = call(*command.split(), place, folder=tmp_path)
    assert (answer.status, answer.out) == (2, "")
    assert place in answer.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "file.txt"]


def test_a_folder_that_may_not_be_listed_is_not_called_empty(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    folder.chmod(0o311)
    try:
        next(folder.iterdir())
    except PermissionError:
        answer = call("check", folder)
        assert answer.status == 2
        assert "permission denied" in answer.err
    else:
        pytest.skip("this user may list every folder")
    finally:
        folder.chmod(0o755)


def test_projects_that_two_paths_lead_to_are_checked_once() -> None:
    once = json.loads(call("check", EXAMPLES / "dvd", "--format", "json").out)
    twice = json.loads(call("check", EXAMPLES / "dvd", EXAMPLES / "dvd/rights.yaml", "--format", "json").out)
    assert twice["summary"] == once["summary"]


def test_in_a_portfolio_an_option_counts_where_it_is(tmp_path: Path) -> None:
    both = "outputs: {core: {position: core}}\noptions: {plan: {treatments: {core: secret-own}}}\n"
    text = both.replace("secret-own", "{disclosure: secret, access: own}")
    project(tmp_path / "a", text, "a")
    project(tmp_path / "b", text.replace("plan", "other"), "b")
    answer = json.loads(call("check", tmp_path, "--option", "plan", "--format", "json").out)
    assert {found["option"] for found in answer["findings"] if found["project"] == "a"} == {"plan"}
    assert {found["option"] for found in answer["findings"] if found["project"] == "b"} == {"other"}


def test_twenty_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = "outputs:\n" + "".join(f"  output-{n}: {{kind: kind-{n}}}\n" for n in range(20))
    answer = call("check", project(tmp_path, text), lang="ja")
    assert answer.status == 1
    assert answer.out.count("[not-in-list]") == 20
    assert {line.split(":")[1] for line in answer.out.splitlines() if "[not-in-list]" in line} == {
        str(line) for line in range(4, 24)
    }
    assert answer.err == ""


FACT = """\
facts:
  - id: own
    topic: priority-period
    place: JP
    as_of: 2026-01-01
    confidence: V9
"""


@pytest.mark.parametrize(
    ("folder", "said"),
    [("own", "facts in"), ("nowhere", "there is no folder"), ("../outside", "outside the portfolio")],
)
def test_facts_of_ones_own_that_cannot_be_used_stop_the_check(tmp_path: Path, folder: str, said: str) -> None:
    root = tmp_path / "portfolio"
    project(root / "a", "", "a")
    for place in (root / "own", tmp_path / "outside"):
        place.mkdir()
        (place / "priority-period.yaml").write_text(FACT, encoding="utf-8")
    (root / "portfolio.yaml").write_text(f"title: P\nprojects: [a]\nfacts: {folder}\n", encoding="utf-8")
    answer = call("check", root)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err.splitlines()[-1]
    if folder == "own":
        assert len(answer.err.splitlines()) > 1
        assert call("facts", "--folder", root / "own", "priority-period").status == 1
