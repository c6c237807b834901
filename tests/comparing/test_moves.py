"""Outputs that moved between open and closed, what cannot be undone first; and what became of findings."""

from __future__ import annotations

import pytest
from sides import between

TEXT = """
option: plan
outputs: {coder: {}, link: {}}
options: {plan: {treatments: {%s}}%s}
"""


def _moves(before: str, after: str) -> list[tuple[str, str]]:
    found = between(TEXT % (before, ""), TEXT % (after, ""))
    return [(move.output if isinstance(move.output, str) else move.output.id, move.gravity) for move in found.moves]


@pytest.mark.parametrize(
    ("before", "after", "gravity"),
    [
        ("keep-secret", "open-source", "irrevocable"),
        ("keep-secret", "patent-exclusive", "irrevocable"),  # still closed, but no secret any more
        ("patent-exclusive", "standard-free", "irrevocable"),
        ("patent-exclusive", "patent-license", "hard-to-undo"),
        ("patent-license", "patent-free", "irrevocable"),
        ("patent-free", "patent-license", "hard-to-undo"),
        ("patent-license", "patent-exclusive", "notable"),
        ("patent-free", "publish", "slight"),
        ("patent-exclusive", "keep-secret", "slight"),
    ],
)
def test_how_grave_a_move_is(before: str, after: str, gravity: str) -> None:
    assert _moves(f"coder: {before}", f"coder: {after}") == [("coder", gravity)]


def test_what_is_said_for_the_first_time_or_no_more_moves_too() -> None:
    assert _moves("coder: publish", "link: keep-secret") == [("coder", "notable"), ("link", "notable")]


def test_the_gravest_comes_first_and_reasons_are_no_moves() -> None:
    assert _moves("coder: patent-free, link: keep-secret", "coder: publish, link: publish") == [
        ("link", "irrevocable"),
        ("coder", "slight"),
    ]
    assert _moves("coder: {mode: publish, reason: a}", "coder: {mode: publish, reason: b}") == []


def test_choosing_another_option_is_what_the_strategy_did() -> None:
    text = "option: %s\noutputs: {c: {}}\noptions: {a: {treatments: {c: keep-secret}}, b: {treatments: {c: publish}}}"
    (move,) = between(text % "a", text % "b").moves
    assert (move.option.id, move.is_chosen, move.gravity) == ("b", True, "irrevocable")


def test_an_option_that_nobody_chose_comes_after_the_chosen_one() -> None:
    text = "option: a\noutputs: {c: {}}\noptions: {a: {treatments: {c: %s}}, b: {treatments: {c: %s}}}"
    found = between(text % ("patent-free", "keep-secret"), text % ("publish", "publish")).moves
    assert [(move.option.id, move.is_chosen) for move in found] == [("a", True), ("b", False)]


FEES = """
patents: {family: {members: [{office: JP, status: granted, fees_paid_until: %s}]}}
licenses: {deal: {terms: paid, grants: family}}
"""


def test_findings_are_new_gone_or_the_same() -> None:
    late, well = FEES % "2026-03-10", FEES % "2027-03-10"
    assert [c.finding.code for c in between(well, late).of("new")] == ["fees-lapsing"]
    assert [c.finding.code for c in between(late, well).of("gone")] == ["fees-lapsing"]
    assert "fees-lapsing" in {c.finding.code for c in between(late, late).of("same")}


@pytest.mark.parametrize(("level", "is_worse"), [("error", False), ("warning", True), ("question", True)])
def test_worse_is_asked_from_a_level_on(level: str, is_worse: bool) -> None:
    found = between(FEES % "2027-03-10", FEES % "2026-03-10")
    assert found.is_worse_at(level) is is_worse  # type: ignore[arg-type]
    assert not between(FEES % "2026-03-10", FEES % "2027-03-10").is_worse_at("question")


def test_a_lost_or_won_strength_is_no_gap() -> None:
    found = between("", "outputs: {c: {}}\nproducts: {p: {embodies: c, revenue_role: main}}")
    assert not any(change.is_worse_at("question") for change in found.of("new") if change.finding.severity == "good")


def test_an_exception_closes_a_finding() -> None:
    excused = "exceptions: [{rule: fees-lapsing, status: accepted, reason: r, owner: o, until: 2026-12-31}]"
    found = between(FEES % "2026-03-10", (FEES % "2026-03-10") + excused)
    assert [c.finding.code for c in found.of("gone")] == ["fees-lapsing"]


def test_below_internal_no_finding_is_told() -> None:
    assert between(FEES % "2027-03-10", FEES % "2026-03-10", "partner").findings is None
