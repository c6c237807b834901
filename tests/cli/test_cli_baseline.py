"""`baseline`: begun once, only taken out of afterwards, never on half a text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import call, project

CORE = "outputs: {core: {position: core}}\n"
TWO = "outputs: {core: {position: core}, heart: {position: core}}\n"
ON = ("--as-of", "2026-04-01")


def _states(folder: Path) -> dict[str, set[str]]:
    found = json.loads(call("check", folder, *ON, "--format", "json").out)["findings"]
    gaps = [f for f in found if f["severity"] != "good" and not f["unanswered"]]
    return {
        state: {f["subjects"][0]["node"] for f in gaps if f["state"] == state} for state in {f["state"] for f in gaps}
    }


def test_a_baseline_is_begun_and_then_only_shrinks(tmp_path: Path) -> None:
    folder = project(tmp_path, CORE)
    assert call("check", folder, *ON, "--fail-on", "question").status == 1
    begun = call("baseline", folder, *ON)
    assert (begun.status, begun.out) == (0, "")
    assert "noted as known" in begun.err
    assert call("check", folder, *ON, "--fail-on", "question").status == 0
    assert set(_states(folder)) == {"existing"}

    project(folder, TWO)
    assert call("check", folder, *ON, "--fail-on", "question").status == 1
    before = (folder / "baseline.yaml").read_bytes()
    assert "Found and not in it" in call("baseline", folder, *ON).err
    assert (folder / "baseline.yaml").read_bytes() == before
    assert "heart" in _states(folder)["new"]

    project(folder, "outputs: {heart: {position: core}}\n")
    assert "unmatched" in _states(folder)
    assert call("baseline", folder, *ON).status == 0
    assert "core:" not in (folder / "baseline.yaml").read_text()
    assert "node: core," not in (folder / "baseline.yaml").read_text()
    assert "unmatched" not in _states(folder)


def test_what_was_taken_out_does_not_come_back_unseen(tmp_path: Path) -> None:
    folder = project(tmp_path, TWO)
    call("baseline", folder, *ON)
    project(folder, CORE)
    call("baseline", folder, *ON)
    project(folder, TWO)
    assert "heart" in _states(folder)["new"]


def test_comments_between_the_findings_stay(tmp_path: Path) -> None:
    folder = project(tmp_path, TWO)
    call("baseline", folder, *ON)
    file = folder / "baseline.yaml"
    file.write_text(file.read_text().replace("findings:\n", "findings:\n  # agreed with the board\n"))
    project(folder, CORE)
    assert call("baseline", folder, *ON).status == 0
    assert "# agreed with the board" in file.read_text()


def test_nothing_is_taken_out_on_half_a_text(tmp_path: Path) -> None:
    folder = project(tmp_path, CORE)
    call("baseline", folder, *ON)
    before = (folder / "baseline.yaml").read_bytes()
    project(folder, "outputs: {core: {kind: intrface}}\n")
    answer = call("baseline", folder, *ON)
    assert answer.status == 1
    assert "[not-in-list]" in answer.err
    assert (folder / "baseline.yaml").read_bytes() == before


def test_a_portfolio_has_one_baseline_from_whichever_project_it_is_asked_for(tmp_path: Path) -> None:
    for name in ("a", "b"):
        project(tmp_path / name, CORE, name)
    (tmp_path / "portfolio.yaml").write_text("title: P\nprojects: [a, b]\n", encoding="utf-8")
    call("baseline", tmp_path / "a", *ON)
    assert not (tmp_path / "a" / "baseline.yaml").exists()
    for path in (tmp_path, tmp_path / "a", tmp_path / "b"):
        assert set(_states(path)) == {"existing"}
    (tmp_path / "portfolio.yaml").write_text("title: P\nprojects: [a]\n", encoding="utf-8")
    stale = [
        f
        for f in json.loads(call("check", tmp_path, *ON, "--format", "json").out)["findings"]
        if f["state"] == "unmatched"
    ]
    assert {f["project"] for f in stale} == {"b"}
    call("baseline", tmp_path, *ON)
    assert "project: b" not in (tmp_path / "baseline.yaml").read_text()


def test_projects_without_a_portfolio_have_each_their_own(tmp_path: Path) -> None:
    for name in ("a", "b"):
        project(tmp_path / name, CORE, name)
    call("baseline", tmp_path, *ON)
    assert (tmp_path / "a" / "baseline.yaml").is_file()
    assert set(_states(tmp_path)) == set(_states(tmp_path / "a")) == {"existing"}


@pytest.mark.parametrize("flag", ["--no-baseline"])
def test_an_auditor_sees_everything(tmp_path: Path, flag: str) -> None:
    folder = project(tmp_path, CORE)
    call("baseline", folder, *ON)
    assert call("check", folder, *ON, "--fail-on", "question", flag).status == 1


def test_a_project_without_findings_needs_no_baseline(tmp_path: Path) -> None:
    folder = project(tmp_path)
    before = json.loads(call("check", folder, *ON, "--format", "json").out)["summary"]
    answer = call("baseline", folder, *ON)
    assert (folder / "baseline.yaml").exists() == any(before[k] for k in ("error", "warning", "question"))
    assert answer.status == 0


def test_a_portfolio_says_how_long_an_exception_may_hold(tmp_path: Path) -> None:
    kept = "{rule: core-unprotected, status: accepted, reason: known, owner: lead, until: 2026-06-01}"
    project(tmp_path / "a", f"{CORE}exceptions: [{kept}]\n", "a")
    (tmp_path / "portfolio.yaml").write_text("title: P\nprojects: [a]\nexception_days: 30\n", encoding="utf-8")
    answer = call("check", tmp_path, *ON)
    assert answer.status == 1
    assert "[exception-too-long]" in answer.out
    assert "Error [core-unprotected]" in answer.out
    (tmp_path / "portfolio.yaml").write_text("title: P\nprojects: [a]\nexception_days: 90\n", encoding="utf-8")
    assert "Error (Excepted) [core-unprotected]" in call("check", tmp_path, *ON).out
