"""`explain FINDING`: its state, who answers for it, facts with their sources, and what would clear it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import EXAMPLES, call, project

from oc_strategy.model.text import LANGUAGES, Language

ON = ("--as-of", "2026-04-01")


@pytest.mark.parametrize(("lang", "state"), [("en", "State: Excepted"), ("ja", "状態: 例外として承認")])
def test_an_accepted_finding_names_its_exception(lang: Language, state: str) -> None:
    out = call("explain", "pool-unreviewed:six-company-pool", EXAMPLES / "dvd", *ON, lang=lang).out
    assert f"{state}  " in out
    assert "exceptions.yaml:14:5" in out


def test_a_known_finding_is_called_a_debt(tmp_path: Path) -> None:
    folder = project(tmp_path, "outputs: {core: {position: core}}\n")
    call("baseline", folder, *ON)
    assert "State: In the baseline  (a debt" in call("explain", "core-unprotected:core", folder, *ON).out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_facts_stand_with_what_they_say_and_where_it_was_read(lang: Language) -> None:
    out = call("explain", "priority-deadline:fam-controller", EXAMPLES / "agv", *ON, lang=lang).out
    assert "priority-patent, V1" in out
    assert "https://" in out


def test_an_edit_is_told_at_its_place_with_what_it_raises() -> None:
    out = call("explain", "nothing-closed:open-all", EXAMPLES / "dvd", *ON).out
    assert "dvd/options.yaml:13:9  open-all: treatments.player.mode: keep-secret  (then found: secret-" in out


def test_as_data_there_is_the_same(tmp_path: Path) -> None:
    answer = json.loads(call("explain", "nothing-closed:open-all", EXAMPLES / "dvd", *ON, "--format", "json").out)
    (found,), (more,) = answer["findings"], answer["explanations"]
    assert found["fingerprint"] == more["fingerprint"]
    assert {tuple(edit["path"]) for edit in more["edits"]} >= {("treatments", "player", "mode")}
    by_key = call("explain", found["fingerprint"], EXAMPLES / "dvd", *ON, "--format", "json").out
    assert json.loads(by_key) == answer


def test_what_one_value_cannot_clear_is_said() -> None:
    out = call("explain", "treatment-without-owner:open-all", EXAMPLES / "dvd", *ON).out
    assert "No edit of one value clears it." in out


def test_a_finding_is_not_denied_while_mistakes_hide_it(tmp_path: Path) -> None:
    answer = call("explain", "nothing-closed:plan", project(tmp_path, "option: nowhere\n"))
    assert answer.status == 1
    assert "[unknown-reference]" in answer.err
    assert "neither" not in answer.err
