"""When a decision no longer covers what stands in the project, and what does not touch it."""

from __future__ import annotations

import re

import pytest
from asking import ask

from oc_strategy.model.diagnostic import Diagnostic

CASE = """
id: demo
option: {chosen}
outputs:
  coder: {{title: {title}, position: {position}}}
  other: {{position: core}}
patents:
  family: {{covers: coder, priority_date: {filed}}}
options:
  plan:
    treatments:
      coder: {{mode: {mode}, via: family, reason: {reason}, decided_on: {settled}}}
  rival-plan: {{treatments: {{other: keep-secret}}}}
decisions:
  board: {{option: plan, on: 2026-02-10, digest: {digest}}}
  later: {{{later}}}
"""


def outdated(**texts: str) -> list[Diagnostic]:
    values = {
        "chosen": "plan", "title": "Coder", "position": "boundary", "filed": "2025-06", "mode": "patent-license",
        "reason": "It sells", "settled": "2026-02-10", "digest": "{not_applicable: none}", "later": "on: 2026-03",
    }  # fmt: skip
    return ask("decision-outdated", CASE.format(**{**values, **texts}))


def told(**texts: str) -> list[tuple[str, str]]:
    return [("unanswered" if d.is_unanswered else d.severity, d.subjects[0].node) for d in outdated(**texts)]


def state(**texts: str) -> str:
    """The state that the check says the option is in now."""
    (found,) = outdated(**{"digest": "unlike", **texts})
    (digits,) = re.findall(r"it is now ([0-9a-f]{16})\.", found.message.en)
    assert digits in found.message.ja
    return str(digits)


@pytest.mark.parametrize(
    ("settled", "expected"),
    [("2026-02-10", []), ("2026-02-11", [("warning", "plan")]), ("2026-02", []), ("2026-03", [("warning", "plan")])],
)
def test_what_is_settled_after_the_decision_is_not_covered_by_it(settled: str, expected: list[object]) -> None:
    assert told(settled=settled) == expected


def test_the_option_followed_is_the_one_last_decided() -> None:
    assert told(chosen="rival-plan") == [("warning", "demo")]
    assert told(chosen="rival-plan", later="option: rival-plan, on: 2026-03, digest: {not_applicable: none}") == []
    assert told(later="option: rival-plan, on: 2026-03, digest: {not_applicable: none}") == [("warning", "demo")]


@pytest.mark.parametrize("on", ["2026-04-02", "2027", "2026-02-09"])
def test_a_decision_to_come_and_one_that_was_followed_count_for_nothing(on: str) -> None:
    assert told(later=f"option: rival-plan, on: {on}, digest: {{not_applicable: none}}") == []


def test_of_decisions_without_dates_either_may_be_the_last() -> None:
    assert told(later="option: rival-plan, digest: {not_applicable: none}") == []


def test_a_decision_without_the_state_it_was_made_on_leaves_the_question_open() -> None:
    assert told(digest="null") == [("unanswered", "board")]


def test_the_state_written_is_compared_with_the_state_now() -> None:
    assert told(digest="0000000000000000") == [("warning", "board")]
    assert told(digest=f"'{state()}'") == []


@pytest.mark.parametrize(
    "change", [{"position": "core"}, {"filed": "2025-07"}, {"mode": "patent-free"}, {"mode": "keep-secret"}]
)
def test_facts_and_treatments_change_the_state(change: dict[str, str]) -> None:
    assert state(**change) != state()


@pytest.mark.parametrize("change", [{"title": "Encoder"}, {"reason": "It sells well"}, {"settled": "2026-02-01"}])
def test_wording_and_bookkeeping_do_not_change_the_state(change: dict[str, str]) -> None:
    assert state(**change) == state()


def test_the_digits_stay_the_same_from_version_to_version() -> None:
    assert state() == "2aa8316c9fb7c138"
