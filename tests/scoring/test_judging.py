"""Each kind of expectation: when it is met, when it is missed, and how a miss is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from scored import DAY, PROJECT, judgement, scored

TRANSFER = "rule: commitment-lost-on-transfer"


@pytest.mark.parametrize(
    ("wanted", "is_right"),
    [
        ("nothing-closed", True),
        ("{rule: nothing-closed, severities: error}", True),
        ("{rule: nothing-closed, severities: [warning, question]}", False),
        ("{rule: nothing-closed, subjects: give-away}", True),
        ("{rule: nothing-closed, subjects: [give-away, maker]}", False),
        ("{rule: nothing-closed, chain: give-away}", True),
        ("{rule: nothing-closed, chain: reader}", False),
        ("secret-without-measures", False),
    ],
)
def test_a_finding_must_name_be_as_grave_and_be_proved(tmp_path: Path, wanted: str, is_right: bool) -> None:
    assert judgement(tmp_path, f"must_fire:\n  - {wanted}\n").is_right is is_right


@pytest.mark.parametrize(
    ("dates", "is_right"), [("[2003, 2007]", True), ("[2009-12]", True), ("[2009]", False), ("[2007-01]", False)]
)
def test_dates_are_told_as_exactly_as_expected(tmp_path: Path, dates: str, is_right: bool) -> None:
    found = judgement(tmp_path, f"as_of: 2008-01-01\nmust_fire:\n  - {{{TRANSFER}, dates: {dates}}}\n")
    assert found.is_right is is_right


@pytest.mark.parametrize(
    ("day", "fires", "doubts"),
    [
        ("2006-12-31", False, False),
        ("2008-01-01", True, False),
        ("2009-12-15", True, True),
        ("2010-01-01", False, False),
    ],
)
def test_a_moment_is_looked_at_from_its_own_day(tmp_path: Path, day: str, fires: bool, doubts: bool) -> None:
    silent = scored(tmp_path, f"moments:\n  - {{as_of: {day}, must_not_fire: [commitment-lost-on-transfer]}}\n")
    near = scored(tmp_path, f"moments:\n  - {{as_of: {day}, near_misses: [{{{TRANSFER}, subjects: family}}]}}\n")
    assert silent.judgements[0].is_right is not fires
    assert near.judgements[0].is_right is doubts
    assert near.judgements[0].as_of.isoformat() == day


def test_an_unanswered_question_is_a_near_miss_and_no_finding(tmp_path: Path) -> None:
    untold = PROJECT.replace("    commitments_assumed_on: 2009-12\n", "")
    whole = "near_misses: [commitment-lost-on-transfer]\nmust_not_fire: [commitment-lost-on-transfer]\n"
    found = scored(tmp_path, whole, untold).judgements
    assert [(j.kind, j.is_right) for j in found] == [("must-not-fire", True), ("near-miss", True)]
    assert found[1].found.en.startswith("Not answerable yet [commitment-lost-on-transfer]")


@pytest.mark.parametrize(("option", "fires"), [("give-away", True), ("keep", False)])
def test_a_counterfactual_looks_at_its_own_option(tmp_path: Path, option: str, fires: bool) -> None:
    found = judgement(tmp_path, f"counterfactuals:\n  - {{option: {option}, must_fire: [nothing-closed]}}\n")
    assert found.is_right is fires
    assert found.option == option
    assert found.as_of.isoformat() == DAY


def test_nothing_else_names_every_open_finding_that_was_not_expected(tmp_path: Path) -> None:
    found = scored(tmp_path, "nothing_else: true\nmust_fire: [nothing-closed]\n").judgements
    nothing_else = next(j for j in found if j.kind == "nothing-else")
    assert not nothing_else.is_right
    assert "[treatment-without-owner]" in nothing_else.found.en
    assert "[nothing-closed]" not in nothing_else.found.en


@pytest.mark.parametrize(
    ("named", "is_right"), [("give-away", True), ("reader", True), ("[give-away, symbol]", True), ("maker", False)]
)
def test_nothing_else_counts_findings_and_not_checks(tmp_path: Path, named: str, is_right: bool) -> None:
    near = "near_misses: [treatment-without-owner, treatment-without-reason, boundary-without-right, core-unprotected, "
    near += "business-side-missing, commitment-lost-on-transfer, open-without-terms, opened-without-quality-gate]\n"
    expected = f"nothing_else: true\nmust_fire:\n  - {{rule: nothing-closed, subjects: {named}}}\n{near}"
    told = {j.kind: j for j in scored(tmp_path, expected).judgements}["nothing-else"]
    assert ("[nothing-closed]" not in told.found.en) is is_right


@pytest.mark.parametrize(
    ("posture", "right"),
    [("{open: [symbol, reader]}", [True, True]), ("{open: symbol, closed: reader}", [True, False])],
)
def test_posture_is_that_of_the_option(tmp_path: Path, posture: str, right: list[bool]) -> None:
    found = scored(tmp_path, f"posture: {posture}\n").judgements
    assert [j.is_right for j in found] == right


def test_where_nothing_else_may_be_an_output_left_out_may_have_no_posture(tmp_path: Path) -> None:
    found = scored(tmp_path, "nothing_else: true\nposture: {open: symbol}\n").judgements
    assert [(j.about, j.is_right) for j in found if j.kind == "posture"] == [("symbol", True), ("reader", False)]


@pytest.mark.parametrize(("value", "is_right"), [("42", True), ("Reader", False)])
def test_what_is_from_memory_may_stand_in_notes_only(tmp_path: Path, value: str, is_right: bool) -> None:
    found = judgement(tmp_path, f'memory_only: ["{value}"]\n')
    assert found.is_right is is_right
    assert ("reader" in found.found.en) is not is_right


def test_a_strength_that_is_not_seen_is_a_miss(tmp_path: Path) -> None:
    expected = "strengths: [revenue-at-closed-element]\n"
    assert not judgement(tmp_path, expected).is_right
    assert judgement(tmp_path, "option: keep\n" + expected).is_right


def test_a_finding_that_an_exception_answers_for_is_no_open_one(tmp_path: Path) -> None:
    (tmp_path / "exceptions.yaml").write_text(
        "exceptions:\n  - {rule: nothing-closed, status: accepted, reason: r, owner: me, until: 2099-12-31}\n"
    )
    fires = judgement(tmp_path, "must_fire: [nothing-closed]\n")
    assert not fires.is_right
    assert fires.found.en.startswith("Excepted")


def test_a_miss_is_told_at_its_line_with_both_sides(tmp_path: Path) -> None:
    case = scored(tmp_path, "case: X1\nmust_fire:\n  - nothing-closed\n  - secret-without-measures\n")
    (miss,) = case.misses
    assert (miss.place.line, miss.place.column) == (4, 5)
    assert (case.right, case.of_kind("must-fire")) == (1, (1, 2))
    assert (miss.expected.en, miss.found.en) == ("a finding", "nothing")
