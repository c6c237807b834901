"""The order of steps: what was decided, dated and formally secured before a committee or a gazette shows it."""

from __future__ import annotations

import pytest
from asking import ask
from families import COVERS, OPTION, answer, family

HEAD = "outputs:\n  coder: {title: Coder}\n"


def shown(where: str, *members: str, more: str = "", priority: str | None = None) -> str:
    return family(*members, priority=priority, more=COVERS + more, rest=HEAD + where)


def paper(fields: str) -> str:
    return f"contributions:\n  paper: {{{fields}, reveals: coder}}\n"


UNDECIDED = f"id: demo\n{HEAD}contributions:\n  paper: {{reveals: coder}}\n"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", "warning"),
        ("patents:\n  family: {covers: coder}\n", "silent"),
        ("licenses:\n  free: {terms: royalty-free, grants: coder}\n", "silent"),
        (OPTION.replace("{mode}", "publish"), "silent"),
        (OPTION.replace("coder: {mode}", "other: publish").replace("options:", "  other: {}\noptions:"), "warning"),
    ],
)
def test_what_a_contribution_shows_was_decided(more: str, expected: str) -> None:
    text = UNDECIDED + more
    if "other: {}" in more:
        text = UNDECIDED.replace(HEAD, HEAD + "  other: {title: Other}\n") + more.replace("  other: {}\n", "", 1)
    assert answer(ask("contribution-without-ip-decision", text)) == expected


def test_a_withdrawn_contribution_shows_nothing() -> None:
    text = UNDECIDED.replace("reveals: coder", "status: withdrawn, reveals: coder")
    assert answer(ask("contribution-without-ip-decision", text)) == "silent"


@pytest.mark.parametrize(
    ("fields", "member", "expected"),
    [
        ("title: Paper", "{office: JP, status: planned, filed: 2026-05-11}", "warning"),
        ("submitted: 2026-06-01", "{office: JP, status: planned}", "warning"),
        ("title: Paper", "{office: JP, status: planned}", "warning"),
        ("submitted: 2026-06-01", "{office: JP, status: planned, filed: 2026-05-11}", "silent"),
        ("title: Paper", "{office: JP, filed: 2026-04-01}", "silent"),  # filed today
        ("title: Paper", "{office: JP, filed: 2026-04-02}", "warning"),  # to be filed tomorrow
        ("title: Paper", "{office: JP, status: pending}", "silent"),  # filed, though nobody says when
    ],
)
def test_filing_and_contribution_have_dates(fields: str, member: str, expected: str) -> None:
    assert answer(ask("steps-undated", shown(paper(fields), member))) == expected


@pytest.mark.parametrize(("mode", "expected"), [("patent-exclusive", "warning"), ("publish", "silent")])
def test_a_patent_that_is_only_intended_has_no_date(mode: str, expected: str) -> None:
    text = f"id: demo\n{HEAD}{paper('submitted: 2026-06-01')}{OPTION.replace('{mode}', mode)}"
    assert answer(ask("steps-undated", text)) == expected


GAZETTE = "publications:\n  gazette: {{{on}venue: {venue}, reveals: coder}}\n"


@pytest.mark.parametrize(
    ("on", "venue", "member", "expected"),
    [
        ("2025-08-31", "gazette", "{office: JP, filed: 2025-09-01}", "error"),
        ("2025-09-01", "gazette", "{office: JP, filed: 2025-09-01}", "silent"),
        ("2025-09", "gazette", "{office: JP, filed: 2025-09-15}", "question"),
        ("2025-08-31", "gazette", "{office: KR, filed: 2025-09-01}", "error"),
        ("2025-08-31", "gazette", "{office: US, filed: 2025-09-01}", "silent"),
        ("2025-08-31", "paper", "{office: JP, filed: 2025-09-01}", "silent"),
        ("2025-08-31", "gazette", "{office: JP, filed: 2025-09-01, status: withdrawn}", "silent"),
        (None, "gazette", "{office: JP, filed: 2025-09-01}", "unanswered"),
    ],
)
def test_a_gazette_is_excused_by_few(on: str | None, venue: str, member: str, expected: str) -> None:
    where = GAZETTE.format(on=f"on: {on}, " if on else "", venue=venue)
    assert answer(ask("gazette-relied-on-as-grace", shown(where, member))) == expected


TALK = "publications:\n  talk: {on: 2025-06-05, reveals: coder}\n"


@pytest.mark.parametrize(
    ("member", "today", "expected"),
    [
        ("office: JP, filed: 2025-09-01, grace_statement: 2025-09-01, grace_proof: 2025-10-01", "2026-04-01", "silent"),
        ("office: JP, filed: 2025-09-01, grace_statement: 2025-09-01, grace_proof: 2025-10-02", "2026-04-01", "error"),
        ("office: JP, filed: 2025-09-01, grace_statement: 2025-09-02, grace_proof: 2025-10-01", "2026-04-01", "error"),
        ("office: JP, filed: 2025-09-01, grace_statement: 2025-09, grace_proof: 2025-10-01", "2026-04-01", "question"),
        ("office: JP, filed: 2025-09-04, grace_statement: 2025-09-04, grace_proof: 2025-10-06", "2026-04-01", "silent"),
        ("office: JP, filed: 2025-09-01, grace_statement: 2025-09-01", "2025-10-01", "warning"),
        ("office: JP, filed: 2025-09-01, grace_statement: 2025-09-01", "2025-10-02", "unanswered"),
        ("office: JP, filed: 2025-09-01, grace_proof: 2025-10-01", "2026-04-01", "unanswered"),
        (
            "office: KR, filed: 2025-09-01, grace_statement: 2025-09-02, grace_proof: 2025-10-01",
            "2026-04-01",
            "question",
        ),
        ("office: JP, filed: 2025-06-05", "2026-04-01", "silent"),
        ("office: JP, filed: 2025-09-01, status: refused", "2026-04-01", "silent"),
        ("office: JP, route: pct, filed: 2025-09-01", "2026-04-01", "silent"),
        ("office: EP, filed: 2025-09-01", "2026-04-01", "silent"),
        ("office: US, filed: 2025-09-01", "2026-04-01", "silent"),
    ],
)
def test_grace_asks_for_statement_and_proof(member: str, today: str, expected: str) -> None:
    assert answer(ask("grace-formalities-missing", shown(TALK, f"{{{member}}}"), today)) == expected


def owing(member: str, more: str = "licenses:\n  deal: {terms: paid, grants: family}\n") -> str:
    return family(f"{{{member}}}", priority=None) + more


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("office: JP, status: granted, fees_paid_until: 2026-03-31", "warning"),
        ("office: JP, status: granted, fees_paid_until: 2026-04-01", "warning"),
        ("office: JP, status: granted, fees_paid_until: 2026-06-29", "warning"),  # 89 days left
        ("office: JP, status: granted, fees_paid_until: 2026-06-30", "silent"),
        ("office: JP, status: granted, fees_paid_until: 2026", "question"),
        ("office: JP, status: granted", "unanswered"),
        ("office: JP, status: pending", "silent"),
        ("office: JP, status: lapsed, fees_paid_until: 2026-03-31", "silent"),
        ("office: US, granted: 2023-01-03, status: granted", "silent"),  # 3.5 years end on 2026-07-03
        ("office: US, granted: 2022-12-30, status: granted", "unanswered"),
        ("office: MX, status: granted, fees_paid_until: 2026-03-31", "silent"),  # no fact, no answer
    ],
)
def test_fees_of_what_is_relied_on_are_paid(member: str, expected: str) -> None:
    assert answer(ask("fees-lapsing", owing(member))) == expected


def test_fees_matter_for_what_is_declared_licensed_or_kept() -> None:
    late = "office: JP, status: granted, fees_paid_until: 2026-03-31"
    assert answer(ask("fees-lapsing", owing(late, more=""))) == "silent"
    declared = "declarations:\n  promise: {commitment: frand, patents: family}\n"
    assert answer(ask("fees-lapsing", owing(late, more=declared))) == "warning"
    option = OPTION.replace("{mode}", "patent-exclusive")
    kept = family(f"{{{late}}}", priority=None, more=COVERS, rest=HEAD + option)
    assert answer(ask("fees-lapsing", kept)) == "warning"


def test_a_us_design_owes_no_fees() -> None:
    text = owing("office: US, status: granted, fees_paid_until: 2026-03-31").replace(
        "    members", "    right: design\n    members"
    )
    assert answer(ask("fees-lapsing", text)) == "silent"


@pytest.mark.parametrize(
    ("submitted", "filed", "expected"),
    [
        ("2026", "2026-05", "silent"),
        ("2026-06", "2027", "silent"),
        ("2026", None, "warning"),
        (None, "2027", "warning"),
    ],
)
def test_a_partial_date_is_a_date(submitted: str | None, filed: str | None, expected: str) -> None:
    fields = f"submitted: {submitted}" if submitted else "title: Paper"
    member = f"{{office: JP, status: planned{f', filed: {filed}' if filed else ''}}}"
    assert answer(ask("steps-undated", shown(paper(fields), member))) == expected
