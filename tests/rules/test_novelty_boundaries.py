"""Days that decide: the last day, the day before and after it, partial dates, and what nobody wrote down."""

from __future__ import annotations

import pytest
from asking import ask
from families import COVERS, FIRST, OPTION, answer, family


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        ("2012-05-01", "silent"),
        ("2012-05-02", "silent"),  # twelve months and 366 days: calendar months count
        ("2012-05-03", "error"),
        ("2012-05", "question"),
        ("2012", "question"),
        ("2012-04", "silent"),
        ("2012-06", "error"),
        ("2013", "error"),
    ],
)
def test_priority_chain_ends_with_the_last_day(filed: str, expected: str) -> None:
    text = family(FIRST, f"{{office: US, filed: {filed}, priority_claimed: true}}")
    assert answer(ask("priority-chain-broken", text)) == expected


@pytest.mark.parametrize(
    ("priority", "filed", "expected"),
    [
        ("2024-08-31", "2025-09-01", "silent"),  # 2025-08-31 is a Sunday
        ("2024-08-31", "2025-09-02", "error"),
        ("2024-02-29", "2025-02-28", "silent"),
        ("2024-02-29", "2025-03-03", "error"),
    ],
)
def test_priority_rolls_past_a_weekend_and_clamps_to_the_month(priority: str, filed: str, expected: str) -> None:
    text = family(f"{{office: JP, filed: {priority}}}", f"{{office: US, filed: {filed}}}", priority=priority)
    assert answer(ask("priority-chain-broken", text)) == expected


@pytest.mark.parametrize(("filed", "expected"), [("2011-11-02", "silent"), ("2011-11-03", "error")])
def test_designs_have_six_months(filed: str, expected: str) -> None:
    text = family(FIRST, f"{{office: US, filed: {filed}}}", more="    right: design\n")
    assert answer(ask("priority-chain-broken", text)) == expected


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (("{office: WO, filed: 2012-05-03}", "{office: US, route: pct, filed: 2013-11-01}"), "error"),
        (("{office: WO, filed: 2012-05-02}", "{office: US, route: pct, filed: 2013-11-01}"), "silent"),
        (("{office: WO, filed: 2012-05-02}", "{office: US, filed: 2013, national_phase_entered: 2013-11}"), "silent"),
        (("{office: WO, filed: 2012-05-02}", "{office: US, filed: 2013-11-01}"), "unanswered"),
        (("{office: WO, filed: 2012-05-02}", "{office: US, route: direct, filed: 2013-11-01}"), "error"),
        (("{office: US, route: pct, filed: 2013-11-01}",), "unanswered"),
        (("{office: EP, filed: 2012-05-02}", "{office: DE, route: epc, filed: 2015-01-01}"), "silent"),
        (("{office: EP, filed: 2012-05-03}", "{office: DE, route: epc, filed: 2015-01-01}"), "error"),
        (("{office: EP, route: epc, filed: 2012-05-03}",), "error"),
        (("{office: JP, filed: 2013-11-01}",), "silent"),  # a divisional follows the timely filing at its office
        (("{office: US, filed: 2012-05-03, priority_claimed: false}",), "silent"),
        (("{office: US, status: planned, filed: 2013-01-01}",), "silent"),
        (("{office: US, status: pending, priority_claimed: true}",), "unanswered"),
        (("{office: US, filed: 2011-09-01, priority_supported: true}",), "silent"),
        (("{office: US, filed: 2011-09-01, priority_supported: false}",), "error"),
    ],
)  # fmt: skip
def test_priority_chain_follows_the_route(members: tuple[str, ...], expected: str) -> None:
    assert answer(ask("priority-chain-broken", family(FIRST, *members))) == expected


def test_a_broken_pct_application_is_told_once() -> None:
    text = family(FIRST, "{office: WO, filed: 2012-05-03}", "{office: US, route: pct, filed: 2012-05-03}")
    assert [d.subjects[0].field for d in ask("priority-chain-broken", text)] == ["members.1.filed"]


PLANNED = family(FIRST, "{office: US, status: planned}")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2011-05-01", "silent"),  # not yet filed
        ("2012-02-01", "silent"),  # 91 days left
        ("2012-02-02", "silent"),  # 90
        ("2012-02-03", "warning"),  # 89
        ("2012-05-02", "warning"),
        ("2012-05-03", "error"),
    ],
)
def test_priority_deadline_counts_days(today: str, expected: str) -> None:
    assert answer(ask("priority-deadline", PLANNED, today)) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2012-01-01", "silent"), ("2012-02-15", "question"), ("2012-03-05", "warning"),
     ("2012-05-10", "question"), ("2012-06-01", "error")],
)  # fmt: skip
def test_priority_deadline_with_a_month_only(today: str, expected: str) -> None:
    text = PLANNED.replace("priority_date: 2011-05-02", "priority_date: 2011-05")
    assert answer(ask("priority-deadline", text, today)) == expected


SOLD = """\
outputs:
  coder: {{title: Coder}}
products:
  box: {{embodies: coder, sold_in: abroad}}
markets:
  abroad: {{countries: [{countries}]}}
{option}"""


def sold(*members: str, countries: str = "US", mode: str | None = "patent-exclusive") -> str:
    option = OPTION.replace("{mode}", mode) if mode else ""
    return family(FIRST, *members, more=COVERS, rest=SOLD.format(countries=countries, option=option))


@pytest.mark.parametrize(
    ("mode", "near", "past"),
    [
        ("patent-exclusive", "warning", "error"),
        ("patent-license", "warning", "error"),
        ("standard-frand", "warning", "error"),
        ("keep-secret", "warning", "question"),
        (None, "warning", "question"),
        ("standard-free", "question", "silent"),
    ],
)
def test_priority_deadline_asks_how_much_a_market_needs_a_right(mode: str | None, near: str, past: str) -> None:
    assert answer(ask("priority-deadline", sold(mode=mode), "2012-04-15")) == near
    assert answer(ask("priority-deadline", sold(mode=mode), "2012-06-01")) == past


@pytest.mark.parametrize(
    ("members", "countries", "expected"),
    [
        (("{office: US, filed: 2012-04-01}",), "US", "silent"),
        (("{office: WO, filed: 2012-04-01}",), "US, KR", "silent"),
        (("{office: WO, filed: 2012-04-01}",), "TW", "error"),  # no PCT state
        (("{office: EP, filed: 2012-04-01}",), "DE, FR", "silent"),
        (("{office: EP, filed: 2012-04-01}",), "DE, US", "error"),
        (("{office: US, status: planned, filed: 2012-09-01}",), "JP", "error"),
        (("{office: US, status: lapsed, filed: 2012-04-01}",), "US", "silent"),
        ((), "JP", "silent"),
        ((), "world", "error"),
        (("{office: KR, filed: 2012-04-01}",), "world", "silent"),
    ],
)
def test_priority_deadline_is_silent_once_the_wanted_offices_are_filed(
    members: tuple[str, ...], countries: str, expected: str
) -> None:
    assert answer(ask("priority-deadline", sold(*members, countries=countries), "2012-06-01")) == expected


def test_priority_deadline_without_a_first_filing_date() -> None:
    nobody_filed = family("{office: US, status: planned}", priority=None)
    assert answer(ask("priority-deadline", nobody_filed)) == "silent"
    undated = family("{office: JP, status: pending}", "{office: US, status: planned}", priority=None)
    assert answer(ask("priority-deadline", undated)) == "unanswered"


def test_an_ended_family_misses_nothing() -> None:
    ended = sold().replace("status: pending", "status: expired")
    assert answer(ask("priority-deadline", ended)) == "silent"


def pct(*members: str, priority: str = "2023-08-31") -> str:
    return family(f"{{office: JP, filed: {priority}}}", "{office: WO, filed: 2024-08-30}", *members, priority=priority)


@pytest.mark.parametrize(
    ("office", "today", "expected"),
    [
        ("US", "2025-11-30", "silent"),  # 30 months end on Sat 2026-02-28 and roll to Mon 2026-03-02
        ("US", "2025-12-02", "silent"),
        ("US", "2025-12-03", "warning"),
        ("US", "2026-03-02", "warning"),
        ("US", "2026-03-03", "error"),
        ("EP", "2026-03-31", "warning"),  # 31 months
        ("EP", "2026-04-01", "error"),
        ("CN", "2026-03-03", "warning"),  # late entry against a fee, 32 months
        ("CN", "2026-04-30", "warning"),
        ("CN", "2026-05-01", "error"),
        ("AT", "2026-03-03", "question"),  # sources disagree on Austria: a question at most
        ("TW", "2026-03-03", "silent"),  # no PCT state, so no entry is missed
    ],
)
def test_national_phase_ends_with_the_last_day(office: str, today: str, expected: str) -> None:
    text = pct(f"{{office: {office}, status: planned}}")
    assert answer(ask("national-phase-deadline", text, today)) == expected


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (("{office: US, status: planned, route: direct}",), "silent"),
        (("{office: US, status: pending}",), "silent"),
        (("{office: US, status: withdrawn}",), "silent"),
        (("{office: US, filed: 2024-08-30, national_phase_entered: 2026-02-20}",), "silent"),
    ],
)
def test_national_phase_is_silent_where_it_was_entered(members: tuple[str, ...], expected: str) -> None:
    assert answer(ask("national-phase-deadline", pct(*members), "2026-06-01")) == expected


@pytest.mark.parametrize(
    ("countries", "members", "expected"),
    [
        ("US", (), ["members.US"]),
        ("DE, FR, SE", (), ["members.EP"]),
        ("DE", ("{office: EP, status: pending}",), []),
        ("DE", ("{office: DE, status: pending}",), []),
        ("US, KR", ("{office: KR, status: pending}",), ["members.US"]),
        ("world", (), []),
    ],
)
def test_national_phase_follows_the_markets(countries: str, members: tuple[str, ...], expected: list[str]) -> None:
    text = sold("{office: WO, filed: 2012-04-01}", *members, countries=countries)
    found = ask("national-phase-deadline", text, "2014-06-01")
    assert [d.subjects[0].field for d in found] == expected


def test_national_phase_of_a_withdrawn_pct_application_is_over() -> None:
    text = pct("{office: US, status: planned}").replace("filed: 2024-08-30", "filed: 2024-08-30, status: withdrawn")
    assert answer(ask("national-phase-deadline", text, "2026-06-01")) == "silent"


def test_national_phase_counts_from_the_pct_filing_where_priority_is_lost() -> None:
    text = pct("{office: US, status: planned}").replace("2024-08-30", "2024-10-01")
    assert answer(ask("national-phase-deadline", text, "2026-06-01")) == "silent"
    assert answer(ask("national-phase-deadline", text, "2027-04-02")) == "error"


def pending(office: str, filed: str, more: str = "") -> str:
    member = f"{{office: {office}, filed: {filed}, status: pending{more}}}"
    return family(member, priority=None)


@pytest.mark.parametrize(
    ("office", "filed", "today", "expected"),
    [
        ("JP", "2023-02-10", "2025-10-13", "silent"),  # 120 days left
        ("JP", "2023-02-10", "2025-10-14", "warning"),
        ("JP", "2023-02-10", "2026-02-10", "warning"),
        ("JP", "2023-02-10", "2026-02-11", "error"),
        ("JP", "2023-02-11", "2026-02-11", "warning"),
        ("JP", "2023-01", "2026-01-20", "question"),
        ("JP", "2023-01", "2026-02-03", "error"),  # Sat 2026-01-31 rolls to Mon 2026-02-02
        ("KR", "2017-03-01", "2020-03-03", "error"),  # three years from 2017-03-01 on
        ("KR", "2017-02-28", "2020-03-03", "silent"),  # five years before
        ("US", "2010-01-01", "2026-04-01", "silent"),
        ("DE", "2019-04-02", "2026-05-01", "warning"),  # the text relied on is of 2022, so not an error
        ("MX", "2010-01-01", "2026-04-01", "silent"),  # no fact, no answer
    ],
)
def test_examination_request_ends_with_the_last_day(office: str, filed: str, today: str, expected: str) -> None:
    assert answer(ask("examination-request-deadline", pending(office, filed), today)) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (", examination_requested: 2026-03-31", "silent"),
        (", examination_requested: 2026-05-01", "error"),  # a plan is no request
        (", granted: 2022-01-06", "silent"),
    ],
)
def test_examination_request_once_made(more: str, expected: str) -> None:
    assert answer(ask("examination-request-deadline", pending("JP", "2020-01-06", more))) == expected


def test_examination_request_with_unknown_state_or_date() -> None:
    unknown_state = pending("JP", "2020-01-06").replace(", status: pending", "")
    assert answer(ask("examination-request-deadline", unknown_state)) == "unanswered"
    undated = family("{office: JP, status: pending}", priority=None)
    assert answer(ask("examination-request-deadline", undated)) == "unanswered"
    european = pending("EP", "2024-01-06")
    assert answer(ask("examination-request-deadline", european)) == "unanswered"
    reported = pending("EP", "2024-01-06", ", search_report_published: 2025-09-30")
    assert answer(ask("examination-request-deadline", reported, "2026-03-30")) == "warning"
    assert answer(ask("examination-request-deadline", reported, "2026-03-31")) == "error"


def test_examination_request_through_the_pct() -> None:
    text = pct("{office: JP, route: pct, filed: 2026-02-20, status: pending}", priority="2023-08-31")
    # The international filing date stands for the Japanese one: 2024-08-30 + 3 years, not 2026-02-20 + 3.
    assert answer(ask("examination-request-deadline", text, "2027-08-30")) == "warning"
    assert answer(ask("examination-request-deadline", text, "2027-08-31")) == "error"


@pytest.mark.parametrize("right", ["design", "utility-model"])
def test_examination_is_not_requested_for_every_right(right: str) -> None:
    text = family("{office: JP, filed: 2020-01-06, status: pending}", priority=None, more=f"    right: {right}\n")
    assert answer(ask("examination-request-deadline", text)) == "silent"


@pytest.mark.parametrize(
    ("priority", "today", "expected"),
    [
        ("2024-01", "2026-03-31", "silent"),  # 30 months end between 2026-07-01 and 2026-07-31
        ("2024-01", "2026-06-15", "warning"),
        ("2024-01", "2026-07-15", "question"),
        ("2024-01", "2026-08-03", "error"),
    ],
)
def test_national_phase_with_a_month_only(priority: str, today: str, expected: str) -> None:
    text = family(
        "{office: WO, filed: 2024-12-02}", "{office: US, status: planned}", priority=priority
    )  # fmt: skip
    assert answer(ask("national-phase-deadline", text, today)) == expected


def test_national_phase_without_any_date_is_unanswered() -> None:
    text = family("{office: WO, status: pending}", "{office: US, status: planned}", priority=None)
    assert answer(ask("national-phase-deadline", text)) == "unanswered"
