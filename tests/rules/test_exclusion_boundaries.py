"""Where an exclusion comes in time, for those who stay, leave early and join late."""

from __future__ import annotations

import pytest
from asking import ask

CASE = """
id: demo
organizations:
  maker: {{own: true}}
  rival: {{own: false}}
outputs:
  cascade: {{title: Cascade}}
committees:
  style: {{body: w3c, seats: [{{organization: {seat}}}]}}
standards:
  sheets: {{committee: style, clauses: [{{id: order, reveals: cascade}}], exclusion_windows: [{windows}]}}
patents:
  family: {{covers: cascade, {patent}}}
declarations:
  exclusion: {{{exclusion}}}
options:
  plan: {{treatments: {{cascade: {plan}}}}}
"""


def told(today: str = "2022-01-01", **texts: str) -> list[str]:
    values = {
        "seat": "maker, from: 2020-10", "windows": "{opened: 2021-01-19}", "exclusion": "body: nobody",
        "patent": "owners: maker, priority_date: 2019", "plan": "patent-license",
    }  # fmt: skip
    found = ask("exclusion-window-missed", CASE.format(**{**values, **texts}), today)
    return ["unanswered" if d.is_unanswered else d.severity for d in found]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2021-06-19", ["error"]), ("2021-06-18", ["warning"]), ("2021-04-19", ["warning"]), ("2021-04-18", []),
    ],
)  # fmt: skip
def test_the_first_window_of_w3c_is_150_days(today: str, expected: list[str]) -> None:
    # Call for exclusions of CSS Cascade 5: first draft 2021-01-19, end of the window 2021-06-18.
    assert told(today) == expected


@pytest.mark.parametrize(("today", "expected"), [("2021-08-31", ["error"]), ("2021-08-30", ["warning"])])
def test_a_later_window_of_w3c_is_60_days(today: str, expected: list[str]) -> None:
    assert told(today, windows="{opened: 2020-10-01}, {opened: 2021-07-01}") == expected


def test_the_day_that_the_call_prints_prevails() -> None:
    assert told("2021-06-20", windows="{opened: 2021-01-19, closes: 2021-06-20}") == ["warning"]
    assert told("2021-06-21", windows="{opened: 2021-01-19, closes: 2021-06-20}") == ["error"]


@pytest.mark.parametrize(
    ("exclusion", "expected"),
    [
        ("on: 2021-06-18, commitment: refused, patents: family", []),
        ("on: 2021-06-19, commitment: refused, patents: family", ["error"]),
        ("on: 2021-06, commitment: refused, patents: family", []),
        ("on: 2021-06-18, commitment: refused", ["error"]),
        ("on: 2021-06-18, commitment: frand, patents: family", ["error"]),
    ],
)
def test_an_exclusion_names_the_family_by_the_last_day(exclusion: str, expected: list[str]) -> None:
    assert told(exclusion=f"standard: sheets, by: maker, {exclusion}") == expected


@pytest.mark.parametrize(
    ("seat", "expected"),
    [
        ("rival", []),
        ("maker", ["error"]),
        ("maker, until: 2021-04-19", []),
        ("maker, until: 2021-04-20", ["error"]),
        ("maker, from: 2021-06-01", ["error"]),
        ("maker, from: 2022-01-01", ["warning"]),
    ],
)
def test_early_leavers_are_free_and_late_joiners_have_their_day(seat: str, expected: list[str]) -> None:
    assert told(seat=seat) == expected


@pytest.mark.parametrize(
    ("patent", "expected"),
    [
        ("owners: maker", ["unanswered"]),
        ("owners: rival, priority_date: 2019", []),
        ("owners: maker, priority_date: 2021-06-18", ["error"]),
        ("owners: maker, priority_date: 2021-06-19", []),
    ],
)
def test_what_was_filed_after_the_window_could_not_be_excluded_in_it(patent: str, expected: list[str]) -> None:
    assert told(patent=patent) == expected


@pytest.mark.parametrize(
    ("plan", "expected"), [("patent-free", []), ("standard-free", []), ("patent-exclusive", ["error"])]
)
def test_only_what_is_not_to_be_free_needs_an_exclusion(plan: str, expected: list[str]) -> None:
    assert told(plan=plan) == expected


def test_a_window_without_dates_leaves_the_question_open() -> None:
    assert told(windows="{}") == ["unanswered"]
    assert told(windows="") == []
