"""The day before, the day and the day after in the checks of management, and texts that only look like secrets."""

from __future__ import annotations

import pytest
from asking import ask
from hypothesis import given
from hypothesis import strategies as st

DUE = [
    ("2026-03-31", ["error"]), ("2026-04-01", []), ("2026-04-02", []), ("2026-03", ["error"]),
    ("2026-04", []), ("2026", ["question"]), ("2025", ["error"]), ("2027", []),
]  # fmt: skip


@pytest.mark.parametrize(("due", "expected"), DUE)
def test_a_follow_up_is_overdue_the_day_after(due: str, expected: list[str]) -> None:
    assert [d.severity for d in ask("follow-up-overdue", f"id: demo\nnext_review: {due}")] == expected


@pytest.mark.parametrize(("due", "expected"), DUE)
def test_the_review_of_a_treatment_and_of_a_decision_count_too(due: str, expected: list[str]) -> None:
    treatment = f"""
id: demo
next_review: 2030
outputs: {{a: {{}}}}
options: {{o: {{treatments: {{a: {{mode: keep-secret, review_by: {due}}}}}}}}}
"""
    decision = f"id: demo\nnext_review: 2030\noptions: {{o: {{}}}}\ndecisions: {{d: {{option: o, next_review: {due}}}}}"
    assert [d.severity for d in ask("follow-up-overdue", treatment)] == expected
    assert [d.severity for d in ask("follow-up-overdue", decision)] == expected


def test_a_decision_on_another_option_is_not_looked_at() -> None:
    text = """
id: demo
next_review: 2030
option: chosen
options: {chosen: {}, other: {}}
decisions: {d: {option: other, next_review: 2020}}
"""
    assert ask("follow-up-overdue", text) == []


def test_no_day_at_all_is_a_warning_unless_stated_not_to_apply_or_set_elsewhere() -> None:
    assert [d.severity for d in ask("follow-up-overdue", "id: demo")] == ["warning"]
    assert ask("follow-up-overdue", "id: demo\nnext_review: {not_applicable: a historic case}") == []
    decided = "id: demo\noptions: {o: {}}\ndecisions: {d: {option: o, next_review: 2027}}"
    assert ask("follow-up-overdue", decided) == []


@pytest.mark.parametrize(("held", "expected"), [("2026-03-14", "error"), ("2026-03-15", "warning"),
                                                ("2026-03-20", "warning")])  # fmt: skip
def test_a_follow_up_that_was_held_only_lacks_its_successor(held: str, expected: str) -> None:
    text = f"id: demo\nnext_review: 2026-03-15\nreviews: [{{on: {held}}}]"
    assert [d.severity for d in ask("follow-up-overdue", text)] == [expected]


TREND = """
id: demo
organizations: {{maker: {{}}}}
trends: {{drafts: {{source: server, owner: maker, frequency: {frequency}, last_checked: {checked}}}}}
"""


@pytest.mark.parametrize(
    ("frequency", "checked", "expected"),
    [
        ("weekly", "2026-03-24", ["warning"]), ("weekly", "2026-03-25", []), ("weekly", "2026-03-26", []),
        ("monthly", "2026-02-28", ["warning"]), ("monthly", "2026-03-01", []), ("monthly", "2026-03", []),
        ("quarterly", "2025-12-31", ["warning"]), ("quarterly", "2026-01-01", []),
        ("half-yearly", "2025-09-30", ["warning"]), ("half-yearly", "2025-10-01", []),
        ("yearly", "2025-03-31", ["warning"]), ("yearly", "2025-04-01", []), ("yearly", "2025", ["question"]),
        ("yearly", "2024", ["warning"]), ("{not_applicable: historic}", "2000", []),
    ],
)  # fmt: skip
def test_a_trend_is_due_after_its_own_rhythm(frequency: str, checked: str, expected: list[str]) -> None:
    found = ask("trend-unwatched", TREND.format(frequency=frequency, checked=checked))
    assert [d.severity for d in found] == expected


def test_the_missing_fields_of_a_trend_are_named_in_both_languages() -> None:
    found = ask("trend-unwatched", "id: demo\norganizations: {maker: {}}\ntrends: {drafts: {owner: maker}}")
    assert len(found) == 1
    assert found[0].message.en.endswith("missing: Source, Frequency, Last checked.")
    assert found[0].message.ja.endswith("：出典、確認の頻度、前回確認日。")


OWNED = """
id: demo
outputs: {{a: {{}}, b: {{}}}}
people: {{lead: {{}}}}
options: {{o: {{treatments: {{a: {a}, b: {b}}}}}}}
{more}
"""
FULL = "{mode: keep-secret, decided_by: lead, decided_on: 2026-01-01}"
NO_DAY = "{mode: keep-secret, decided_by: lead}"
NO_NAME = "{mode: keep-secret, decided_on: 2026-01-01}"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (FULL, FULL, []),
        (FULL, NO_NAME, [("b", "error")]),
        (FULL, NO_DAY, [("b", "warning")]),
        (NO_NAME, NO_DAY, [("a", "error"), ("b", "warning")]),
        ("keep-secret", "publish", [("o", "error")]),
        (NO_DAY, NO_DAY, [("o", "warning")]),
    ],
)
def test_each_gap_is_named_once(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    found = ask("treatment-without-owner", OWNED.format(a=a, b=b, more=""))
    assert [(d.subjects[-1].node, d.severity) for d in found] == expected


def test_a_decision_answers_for_what_the_treatments_leave_out() -> None:
    more = "decisions: {d: {option: o, by: lead, on: {not_applicable: the day is not known}}}"
    assert ask("treatment-without-owner", OWNED.format(a="keep-secret", b=NO_NAME, more=more)) == []


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ("", {"market", "source of revenue", "rival", "business owner"}),
        ("markets: {home: {}}", {"source of revenue", "rival", "business owner"}),
        ("organizations: {r: {kind: rival}}", {"market", "source of revenue", "business owner"}),
        ("revenue: Sales", {"market", "rival", "business owner"}),
        ("outputs: {a: {revenue_bottleneck: true}}", {"market", "rival", "business owner"}),
        ("business_owner: {not_applicable: historic}", {"market", "source of revenue", "rival"}),
        ("markets: {home: {competitors: {not_applicable: none yet}}}", {"source of revenue", "business owner"}),
    ],
)
def test_what_is_missing_of_the_business_side_is_listed(more: str, missing: set[str]) -> None:
    found = ask("business-side-missing", f"id: demo\n{more}")
    assert set(found[0].message.en.split("missing: ")[1].rstrip(".").split(", ")) == missing


def told(field: str, text: str) -> list[str]:
    found = ask("secret-content-in-model", f"id: demo\nsecrets:\n  s:\n    {field}: |\n      {text}\n")
    return [d.message.en for d in found]


@pytest.mark.parametrize("text", [
    "Heat to 1,150 °C and hold 40 min",
    "A を 3.2 wt% 添加し、120 ℃ で撹拌する",
    "触媒を１２０℃で３０分間焼成",
    "Particles of 40 nm at 2 MPa",
    "threshold = 0.8; gain *= rate",
    "def tune(x):",
    "for (i = 0; i < n; i++) { tune(i); }",
])  # fmt: skip
def test_a_recipe_is_noticed(text: str) -> None:
    assert len(told("summary", text)) == 1


@pytest.mark.parametrize("text", [
    "Firing curve (register no. K-07), kept in the safe of plant 2 since 2019-04-01",
    "混合比と焼成条件（管理番号 K-12、2024年版、第3倉庫）",
    "Mixing ratio and temperatures of step 3; see register",
    "収率を上げる。5年で3名が閲覧",
    "Used by 12 people in 2 plants, reviewed 30 days ago",
])  # fmt: skip
def test_a_pointer_is_left_alone(text: str) -> None:
    assert told("summary", text) == []


def test_a_benefit_in_per_cent_is_no_recipe() -> None:
    assert told("useful_because", "Lowers heating cost by 30 % and temperature swings by 10 %") == []
    assert len(told("summary", "30 % of A, mixed with 10 % of B")) == 1


@pytest.mark.parametrize(("field", "longest", "word"), [("summary", 320, "a"), ("note", 160, "秘")])
def test_a_text_is_too_long_one_sign_beyond_a_pointer(field: str, longest: int, word: str) -> None:
    assert ask("secret-content-in-model", f"id: demo\nsecrets: {{s: {{{field}: {word * longest}}}}}") == []
    assert len(ask("secret-content-in-model", f"id: demo\nsecrets: {{s: {{{field}: {word * (longest + 1)}}}}}")) == 1


def test_a_finding_does_not_carry_the_secret_further() -> None:
    text = """
id: demo
secrets: {s: {title: Hold at 815 °C for 7 min, summary: Hold at 815 °C for 7 min}}
"""
    found = ask("secret-content-in-model", text)
    assert len(found) == 2
    assert "815" not in repr(found)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=120))
def test_any_text_of_a_secret_is_judged_without_breaking_off(words: str) -> None:
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    found = ask("secret-content-in-model", f'id: demo\nsecrets: {{s: {{summary: "{quoted}"}}}}')
    assert {d.code for d in found} <= {"secret-content-in-model"}


@pytest.mark.parametrize(
    ("due", "more", "expected"),
    [
        ("2026-03-31", "", ["warning"]), ("2026-04-01", "", []), ("2026-04", "", []), ("2026", "", ["question"]),
        ("2026-03-31", ", status: done", []), ("2026-03-31", ", done_on: 2026-04-01", []),
        ("2026-03-31", ", status: not-applicable", []),
    ],
)  # fmt: skip
def test_an_action_is_overdue_the_day_after(due: str, more: str, expected: list[str]) -> None:
    found = ask("action-overdue", f"id: demo\nactions: {{a: {{due: {due}{more}}}}}")
    assert [d.severity for d in found] == expected


def test_an_action_without_a_day_is_unanswered() -> None:
    assert [d.is_unanswered for d in ask("action-overdue", "id: demo\nactions: {a: {}}")] == [True]


@pytest.mark.parametrize(
    ("a", "b", "more", "subjects"),
    [
        ("keep-secret", "publish", "", ["o"]),
        ("{mode: publish, reason: R}", "publish", "", ["b"]),
        ("{mode: publish, criteria: [cost]}", "{mode: publish, reason: R}", "", []),
        ("keep-secret", "publish", "decisions: {d: {option: o, criteria: [cost]}}", []),
    ],
)
def test_each_treatment_or_the_decision_gives_a_reason(a: str, b: str, more: str, subjects: list[str]) -> None:
    found = ask("treatment-without-reason", OWNED.format(a=a, b=b, more=more))
    assert [d.subjects[-1].node for d in found] == subjects


@pytest.mark.parametrize(
    ("seats", "person", "count"),
    [
        ("[{person: x}]", "{}", 1), ("[{person: x}, {person: y}]", "{}", 0), ("[]", "{}", 0),
        ("[{person: x}, {person: y, until: 2026-03-31}]", "{}", 1),
        ("[{person: x}, {person: y, until: 2026-04-01}]", "{}", 0),
        ("[{person: x}]", "{successor: y}", 0),
        ("[{person: x}]", "{successor: {not_applicable: leaving the field}}", 0),
    ],
)  # fmt: skip
def test_only_a_sole_holder_of_seats_needs_a_successor(seats: str, person: str, count: int) -> None:
    text = f"id: demo\npeople: {{x: {person}, y: {{}}}}\ncommittees: {{c: {{seats: {seats}}}}}"
    assert len(ask("expert-without-successor", text)) == count


@pytest.mark.parametrize(("levels", "count"), [
    ("trl: 6, brl: 4", 0), ("trl: 6, brl: 3", 1), ("trl: 6", 0), ("brl: 1", 0), ("trl: 6, hrl: 1", 0),
])  # fmt: skip
def test_only_known_levels_can_be_unbalanced(levels: str, count: int) -> None:
    assert len(ask("readiness-unbalanced", f"id: demo\noutputs: {{a: {{{levels}}}}}")) == count


def test_a_finished_action_no_longer_covers_the_lag() -> None:
    text = "id: demo\noutputs: {a: {trl: 9, brl: 2}}\nactions: {b: {about: a, status: %s}}"
    assert len(ask("readiness-unbalanced", text % "done")) == 1
    assert ask("readiness-unbalanced", text % "open") == []


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("target: 20", 1), ("unit: firms", 0), ("target: 20, actuals: {not_applicable: historic}", 0),
        ("target: 20, target_by: 2027-01-01, actuals: [{on: 2025-01-01, value: 0}]", 0),
        ("target: 20, target_by: 2026-03-31, actuals: [{on: 2026-03-01, value: 19}]", 1),
        ("target: 20, target_by: 2026-03-31, actuals: [{on: 2026-03-01, value: 20}]", 0),
        ("baseline: 100, target: 50, target_by: 2027-01-01, actuals: [{on: 2025-01-01, value: 100}, "
         "{on: 2026-01-01, value: 75}]", 0),
        ("baseline: 100, target: 50, target_by: 2027-01-01, actuals: [{on: 2025-01-01, value: 100}, "
         "{on: 2026-01-01, value: 76}]", 1),
    ],
)  # fmt: skip
def test_an_indicator_is_held_against_the_straight_path(fields: str, count: int) -> None:
    assert len(ask("indicator-off-track", f"id: demo\nindicators: {{i: {{{fields}}}}}")) == count


def test_a_target_without_a_day_is_unanswered() -> None:
    found = ask("indicator-off-track", "id: demo\nindicators: {i: {target: 9, actuals: [{on: 2025, value: 1}]}}")
    assert [d.is_unanswered for d in found] == [True]


def test_a_project_with_an_area_is_tagged() -> None:
    assert ask("area-untagged", "id: demo\nareas: [logistics]") == []
    assert [d.severity for d in ask("area-untagged", "id: demo")] == ["question"]


def test_a_business_side_that_is_all_there_is_silent() -> None:
    side = (
        "revenue: Sales\nbusiness_owner: x\npeople: {x: {}}\nmarkets: {home: {competitors: r}}\norganizations: {r: {}}"
    )
    assert ask("business-side-missing", f"id: demo\n{side}") == []


@pytest.mark.parametrize(
    ("until", "count"),
    [("2026-03", 1), ("2026-04", 0), ("2025", 1), ("2026", 0)],
)
def test_a_seat_that_may_still_be_held_counts(until: str, count: int) -> None:
    seats = f"[{{person: x}}, {{person: y, until: {until}}}]"
    text = f"id: demo\npeople: {{x: {{}}, y: {{}}}}\ncommittees: {{c: {{seats: {seats}}}}}"
    assert len(ask("expert-without-successor", text)) == count


@pytest.mark.parametrize(
    ("by", "count"),
    [
        ("2026-03-31", 1),
        ("2026-04-01", 0),  # the last day is not over
        ("2026-04-02", 0),
        ("2026-03", 1),
        ("2026", 0),
    ],
)
def test_a_target_is_missed_once_its_day_is_certainly_over(by: str, count: int) -> None:
    fields = f"baseline: 10, target: 20, target_by: {by}, actuals: [{{on: 2026-03-30, value: 19.99}}]"
    assert len(ask("indicator-off-track", f"id: demo\nindicators: {{i: {{{fields}}}}}")) == count
