"""`ack` writes who looked when into the YAML, and nothing else; `ack --list` tells what asks for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import call, project

TEXT = """\
# a comment
option: plan
outputs:
  coder: {title: Coder, position: core}  # the core
patents:
  family:
    covers: coder   # all claims
    # last words
options:
  plan: {treatments: {coder: patent-exclusive}}
decisions:
  board: {option: plan, on: 2026-01-05}
"""
WHO = ("--by", "佐藤", "--why", "claims: checked", "--on", "2026-02-01")


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return project(tmp_path / "demo", TEXT)


def _suspects(demo: Path) -> list[str]:
    return [entry["node"] for entry in json.loads(call("ack", "--list", demo, "--format", "json").out)]


def _change(demo: Path, old: str, new: str) -> None:
    file = demo / "project.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_only_the_record_is_added_and_a_second_time_changes_only_the_day(demo: Path) -> None:
    before = (demo / "project.yaml").read_text(encoding="utf-8").splitlines()
    assert call("ack", "family", demo, *WHO).status == 0
    after = (demo / "project.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line in before] == before
    added = [line.strip() for line in after if line not in before]
    assert [line.partition(":")[0] for line in added] == ["acknowledged", "family", "coder"]
    assert all("佐藤" in line and "2026-02-01" in line and "claims: checked" in line for line in added[1:])
    assert call("ack", "family", demo, *WHO[:4], "--on", "2026-02-02").status == 0
    again = (demo / "project.yaml").read_text(encoding="utf-8")
    assert again == "\n".join(after).replace("2026-02-01", "2026-02-02") + "\n"


def test_a_typo_is_silent_a_meaning_asks_and_looking_again_answers(demo: Path) -> None:
    call("ack", "family", demo, *WHO)
    _change(demo, "title: Coder", "title: The coder")
    assert "family" not in _suspects(demo)
    _change(demo, "position: core", "position: boundary")
    assert "family" in _suspects(demo)
    found = call("check", demo, "--as-of", "2026-04-01", "--fail-on", "never").out
    assert "[review-suspect]" in found
    call("ack", "family", demo, *WHO)
    assert "family" not in _suspects(demo)
    assert "[review-suspect]" not in call("check", demo, "--as-of", "2026-04-01", "--fail-on", "never").out


def test_a_decision_gets_the_digest_of_what_stands_now(demo: Path) -> None:
    assert _suspects(demo) == ["board"]
    assert call("ack", "board", demo, *WHO).status == 0
    assert _suspects(demo) == []
    _change(demo, "coder: patent-exclusive", "coder: publish")
    assert _suspects(demo) == ["board"]
    assert "決定時の状態" in call("ack", "--list", demo, lang="ja").out


def test_a_record_of_what_is_leant_on_no_more_goes(demo: Path) -> None:
    call("ack", "family", demo, *WHO)
    _change(demo, "    covers: coder   # all claims\n", "")
    call("ack", "family", demo, *WHO)
    assert "      coder: {of" not in (demo / "project.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["family", "DEMO", "--by", "S"],
        ["family", "DEMO", "--by", " ", "--why", "x"],
        ["nothing", "DEMO", "--by", "S", "--why", "x"],
        ["family", "DEMO", "--by", "S", "--why", "x", "--on", "soon"],
    ],
)
def test_what_is_missing_or_unknown_is_said_and_nothing_is_written(demo: Path, arguments: list[str]) -> None:
    before = (demo / "project.yaml").read_bytes()
    answer = call("ack", *[word.replace("DEMO", str(demo)) for word in arguments])
    assert answer.status == 2
    assert answer.err.count("\n") == 1
    assert (demo / "project.yaml").read_bytes() == before


def test_an_id_of_several_projects_must_be_told_apart(tmp_path: Path) -> None:
    for name in ("one", "two"):
        project(tmp_path / name, "outputs: {coder: {}}", name=name)
    answer = call("ack", "coder", tmp_path, *WHO)
    assert answer.status == 2
    assert "one, two" in answer.err
    assert call("ack", "coder", tmp_path / "two", *WHO).status == 0


def test_mistakes_in_the_text_come_first(tmp_path: Path) -> None:
    demo = project(tmp_path / "demo", "outputs: {coder: {kind: nonsense}}")
    before = (demo / "project.yaml").read_bytes()
    assert call("ack", "coder", demo, *WHO).status == 1
    assert (demo / "project.yaml").read_bytes() == before
