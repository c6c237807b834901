"""Mistakes in expectations: all told at once, at their lines, with a guess."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scored import mistakes


@pytest.mark.parametrize(
    ("text", "code", "line", "guess"),
    [
        ("must_fire: [nothing-close]\n", "unknown-rule", 1, "nothing-closed"),
        ("must_fire:\n  - rule: nothing-close\n", "unknown-rule", 2, "nothing-closed"),
        ("strengths: [filed-before-publik]\n", "unknown-rule", 1, "filed-before-public"),
        ("moments:\n  - {as_of: 2026-01-01, near_misses: [nothing-close]}\n", "unknown-rule", 2, "nothing-closed"),
        ("must_fire:\n  - {rule: nothing-closed, chain: [simbol]}\n", "unknown-reference", 2, "symbol"),
        ("must_not_fire:\n  - {rule: nothing-closed, subjects: simbol}\n", "unknown-reference", 2, "symbol"),
        ("posture:\n  open: [simbol]\n", "unknown-reference", 2, "symbol"),
        ("posture: {open: [maker]}\n", "wrong-end", 1, None),
        ("counterfactuals:\n  - option: keeep\n", "unknown-reference", 2, "keep"),
        ("option: symbol\n", "wrong-end", 1, None),
        ("as_of: 2026\n", "not-a-day", 1, None),
        ("as_of: someday\n", "not-a-date", 1, None),
        ("must_fier: []\n", "unknown-key", 1, "must_fire"),
        ("must_fire:\n  - {rule: nothing-closed, severities: [grave]}\n", "not-in-list", 2, None),
        ("must_fire:\n  - {subjects: [symbol]}\n", "missing-key", 2, None),
        ("# nothing yet\n", "empty-file", 1, None),
        ("a: &b c\n", "anchor", 1, None),
    ],
)
def test_each_slip_is_told_at_its_line(tmp_path: Path, text: str, code: str, line: int, guess: str | None) -> None:
    (found,) = mistakes(tmp_path, text)
    assert (found.code, found.place.line) == (code, line)
    assert found.place.file.endswith("expected/findings.yaml")
    assert guess is None or f"“{guess}”" in found.remedy.en


def test_all_unknown_names_are_told_at_once(tmp_path: Path) -> None:
    found = mistakes(tmp_path, "option: keeep\nmust_fire: [no-such]\nposture: {open: [simbol]}\n")
    assert sorted(each.code for each in found) == ["unknown-reference", "unknown-reference", "unknown-rule"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="abcdefrmustopin_:[]{}-, \n#'\"&*0129", max_size=80))
def test_no_text_breaks_the_reader(tmp_path: Path, text: str) -> None:
    assert all(each.place.line >= 1 for each in mistakes(tmp_path, text))
