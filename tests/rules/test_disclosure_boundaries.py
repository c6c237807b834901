"""What is public from which day: own disclosures, each office's grace period, applications that tell."""

from __future__ import annotations

import pytest
from asking import ask
from families import COVERS, FIRST, OPTION, answer, family


def test_unsupported_priority_lets_own_disclosures_count() -> None:
    rest = (
        "outputs:\n  coding: {title: Coding}\n"
        "publications:\n  tdoc: {on: 2011-06-01, reveals: coding}\n"
    )  # fmt: skip
    member = "{office: EP, filed: 2012-04-27, priority_claimed: true, priority_supported: false}"
    text = family(FIRST, member, more="    covers: coding\n", rest=rest)
    assert answer(ask("disclosed-before-filing", text)) == "error"
    supported = text.replace("priority_supported: false", "priority_supported: true")
    assert answer(ask("disclosed-before-filing", supported)) == "silent"


SHOWN = "outputs:\n  coding: {title: Coding}\npublications:\n  tdoc: {on: {on}, reveals: coding}\n"


@pytest.mark.parametrize(
    ("on", "members", "expected"),
    [
        ("2011-05-01", ("{office: EP, filed: 2012-04-27}",), "error"),
        ("2011-05-02", ("{office: EP, filed: 2012-04-27}",), "question"),  # the hour on one day is not known
        ("2011-05-03", ("{office: EP, filed: 2012-04-27}",), "silent"),
        ("2011-05", ("{office: EP, filed: 2012-04-27}",), "question"),
        ("2011-04", ("{office: EP, filed: 2012-04-27}",), "error"),
        ("2011-04", ("{office: US, filed: 2012-04-27}",), "question"),  # only Japan's text of 2011 is in doubt
        ("2011-04", ("{office: GB, filed: 2012-04-27}",), "question"),  # known from memory only
        ("2011-04", ("{office: GB, filed: 2012-04-27}", "{office: EP, filed: 2012-04-27}"), "error"),
        ("2011-04", ("{office: EP, status: planned}",), "error"),
    ],
)
def test_disclosure_is_compared_with_the_day_that_counts(on: str, members: tuple[str, ...], expected: str) -> None:
    text = family(FIRST, *members, more="    covers: coding\n", rest=SHOWN.replace("{on}", on))
    assert answer(ask("disclosed-before-filing", text)) == expected


def test_disclosure_without_dates_is_not_answered() -> None:
    undated = family("{office: EP}", priority=None, more="    covers: coding\n", rest=SHOWN.replace("{on}", "2011-04"))
    assert answer(ask("disclosed-before-filing", undated)) == "unanswered"
    unsaid = family(FIRST, more="    covers: coding\n", rest=SHOWN.replace("on: {on}, ", ""))
    assert answer(ask("disclosed-before-filing", unsaid)) == "unanswered"


TALK = """\
outputs:
  coder: {{title: Coder}}
publications:
  talk: {{{talk}, reveals: coder}}
"""


def talked(*members: str, talk: str = "on: 2025-04-01", priority: str | None = None, more: str = "") -> str:
    return family(*members, priority=priority, more=COVERS + more, rest=TALK.format(talk=talk))


@pytest.mark.parametrize(
    ("office", "filed", "expected"),
    [
        ("JP", "2026-03-31", "silent"),
        ("JP", "2026-04-01", "silent"),
        ("JP", "2026-04-02", "error"),
        ("JP", "2026-04", "question"),
        ("KR", "2026-04-02", "error"),
        ("EP", "2026-04-02", "silent"),  # no general grace period at all: another check's matter
        ("RU", "2025-10-02", "error"),  # six months
        ("AU", "2026-04-02", "error"),  # reference day unknown, but the two possible days are one
    ],
)
def test_grace_period_is_never_rolled(office: str, filed: str, expected: str) -> None:
    text = talked(f"{{office: {office}, filed: {filed}, status: pending}}")
    assert answer(ask("grace-period-closing", text, "2026-06-01")) == expected


def test_grace_period_that_ends_on_a_weekend_stays_there() -> None:
    text = talked("{office: KR, filed: 2026-03-02, status: pending}", talk="on: 2025-03-01")  # Sun 2026-03-01
    assert answer(ask("grace-period-closing", text, "2026-06-01")) == "error"


@pytest.mark.parametrize(
    ("first", "office", "expected"),
    [
        ("US", "JP", "error"),  # foreign priority does not help in Japan
        ("JP", "JP", "silent"),  # domestic priority does
        (None, "JP", "question"),
        ("JP", "US", "silent"),  # priority counts in the United States
        ("JP", "KR", "error"),
        ("JP", "CA", "error"),
        ("JP", "AU", "question"),  # from which day Australia counts is not known
    ],
)
def test_grace_period_counts_from_each_offices_own_day(first: str | None, office: str, expected: str) -> None:
    more = f"    first_office: {first}\n" if first else ""
    member = f"{{office: {office}, filed: 2026-04-30, status: pending, priority_claimed: true}}"
    text = talked(member, priority="2025-06-02", more=more)
    assert answer(ask("grace-period-closing", text, "2026-06-01")) == expected


def test_grace_period_takes_the_international_filing_date() -> None:
    timely = talked("{office: WO, filed: 2026-04-01}", "{office: JP, route: pct, filed: 2027-01-15, status: pending}")
    assert answer(ask("grace-period-closing", timely, "2027-06-01")) == "silent"
    late = timely.replace("2026-04-01}", "2026-04-02}")
    assert answer(ask("grace-period-closing", late, "2027-06-01")) == "error"
    planned = talked(
        "{office: WO, filed: 2026-03-02}", "{office: KR, status: planned}", "{office: TW, status: planned}"
    )
    assert [d.subjects[0].field for d in ask("grace-period-closing", planned, "2026-06-01")] == ["members.2.office"]


def test_grace_period_before_2018_was_six_months_in_japan() -> None:
    old = talked("{office: JP, filed: 2018-06-08, status: pending}", talk="on: 2017-12-01")
    assert answer(ask("grace-period-closing", old)) == "error"
    new = old.replace("2018-06-08", "2018-06-11")
    assert answer(ask("grace-period-closing", new)) == "silent"


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-01-31", "silent"),  # 60 days left
        ("2026-02-01", "warning"),
        ("2026-04-01", "warning"),
        ("2026-04-02", "error"),
    ],
)
def test_grace_period_still_to_be_used(today: str, expected: str) -> None:
    assert answer(ask("grace-period-closing", talked("{office: JP, status: planned}"), today)) == expected


@pytest.mark.parametrize(
    ("talk", "members", "expected"),
    [
        ("on: 2025-04-01", ("{office: KR, status: planned, filed: 2026-09-01}",), "warning"),  # the plan comes too late
        ("on: 2025-06-02", ("{office: JP, filed: 2025-06-02}", "{office: KR, status: planned}"), "silent"),
        ("on: 2025-06-03", ("{office: JP, filed: 2025-06-02}", "{office: KR, status: planned}"), "silent"),
        ("on: 2025-04-01", ("{office: JP, filed: 2025-06-02}", "{office: US, status: planned}"), "silent"),
        ("venue: paper", ("{office: JP, status: planned}",), "unanswered"),
        ("on: 2025-04-01", ("{office: JP, status: pending}",), "unanswered"),
        ("on: 2025-04-01", ("{office: EP, status: planned}",), "silent"),
        ("on: 2025-04-01, venue: gazette", ("{office: JP, status: planned}",), "silent"),
        ("on: 2020-04-01", ("{office: JP, filed: 2025-06-02, status: withdrawn}",), "silent"),
    ],
)
def test_grace_period_on_look_alikes(talk: str, members: tuple[str, ...], expected: str) -> None:
    assert answer(ask("grace-period-closing", talked(*members, talk=talk), "2025-12-01")) == expected


def test_grace_period_of_a_design_is_not_guessed() -> None:
    text = talked("{office: JP, filed: 2026-04-02}", more="    right: design\n")
    assert answer(ask("grace-period-closing", text, "2026-06-01")) == "silent"


def described(*members: str, mode: str | None = None, priority: str | None = "2025-01-20") -> str:
    rest = "outputs:\n  coder: {title: Coder}\nsecrets:\n  recipe: {title: Recipe, protects: coder}\n"
    rest += OPTION.replace("{mode}", mode) if mode else ""
    return family(*members, priority=priority, more="    describes: recipe\n", rest=rest)


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (("{office: JP, filed: 2025-01-20, status: pending}",), "error"),
        (("{office: JP, filed: 2020-01-20, status: granted}",), "error"),
        (("{office: JP, filed: 2025-01-20, published: 2026-07, status: withdrawn}",), "error"),
        (("{office: JP, filed: 2025-01-20, status: withdrawn}",), "silent"),  # before 2026-07-20
        (("{office: US, filed: 2025-01-20, status: pending}",), "question"),  # publication can be opted out of
        (("{office: US, filed: 2025-01-20, status: pending}", "{office: JP, status: pending}"), "error"),
        (("{office: MX, filed: 2025-01-20, status: pending}",), "unanswered"),
        (("{office: JP, status: planned}",), "warning"),
    ],
)
def test_an_application_tells_what_it_describes(members: tuple[str, ...], expected: str) -> None:
    assert answer(ask("application-reveals-secret", described(*members))) == expected


@pytest.mark.parametrize(("today", "expected"), [("2026-07-19", "silent"), ("2026-07-20", "unanswered")])
def test_an_application_withdrawn_before_publication(today: str, expected: str) -> None:
    text = described("{office: JP, filed: 2025-01-20, status: withdrawn}")
    assert answer(ask("application-reveals-secret", text, today)) == expected


def test_an_application_without_dates_or_members_is_not_answered() -> None:
    undated = described("{office: JP, status: pending}", priority=None)
    assert answer(ask("application-reveals-secret", undated)) == "unanswered"
    empty = undated.replace("    members:\n      - {office: JP, status: pending}\n", "")
    assert answer(ask("application-reveals-secret", empty)) == "unanswered"


def test_an_application_may_describe_what_is_opened_or_patented() -> None:
    pending_one = "{office: JP, filed: 2025-01-20, status: pending}"
    assert answer(ask("application-reveals-secret", described(pending_one, mode="publish"))) == "silent"
    output = described(pending_one, mode="patent-exclusive").replace("describes: recipe", "describes: coder")
    assert answer(ask("application-reveals-secret", output)) == "silent"
    kept = output.replace("coder: patent-exclusive", "coder: keep-secret")
    assert answer(ask("application-reveals-secret", kept)) == "error"
    both = output.replace("coder: patent-exclusive", "coder: {disclosure: [secret, patent], access: own}")
    assert answer(ask("application-reveals-secret", both)) == "question"
