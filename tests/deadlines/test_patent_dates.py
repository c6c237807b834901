"""Fees, grace periods, proofs and terms of patents fall on the days that the facts say."""

from __future__ import annotations

import pytest
from dating import dates, days


def _member(**fields: str) -> str:
    return f"patents: {{family: {{members: [{{{', '.join(f'{k}: {v}' for k, v in fields.items())}}}]}}}}\n"


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("2024-07-09", "2024-07-10"),
        ("2024-07-10", "2024-07-10"),
        ("2024-07-11", "2028-07-10"),
        ("2028-07-11", "2032-07-12"),  # 2032-07-10 is a Saturday
        ("2032-07-13", None),
    ],
)
def test_the_next_fee_of_a_us_patent(today: str, due: str | None) -> None:
    text = _member(office="US", filed="2018-01-10", granted="2021-01-10", status="granted")
    assert days(text, today, "fees") == ([due] if due else [])


@pytest.mark.parametrize(
    ("today", "due"), [("2024-05-16", "2026-05-18"), ("2026-05-18", "2026-05-18"), ("2026-05-19", "2027-05-17")]
)
def test_japanese_fees_begin_with_the_fourth_year_and_then_come_each_year(today: str, due: str) -> None:
    # 2026-05-16 is a Saturday, 2027-05-16 a Sunday.
    text = _member(office="JP", filed="2020-01-10", granted="2023-05-16", status="granted")
    assert days(text, today, "fees") == [due]


def test_a_pending_european_application_pays_at_the_end_of_the_month() -> None:
    text = _member(office="EP", filed="2024-04-08", status="pending")
    assert days(text, "2024-05-01", "fees") == ["2026-04-30"]
    assert not days(
        _member(office="EP", filed="2020-04-08", granted="2023-01-11", status="granted"), "2024-05-01", "fees"
    )


def test_a_euro_pct_application_need_not_pay_before_month_31() -> None:
    text = """
patents:
  family:
    priority_date: 2023-04-14
    members:
      - {office: WO, filed: 2023-10-13}
      - {office: EP, route: pct, national_phase_entered: 2025-10-01, status: pending}
"""
    # Two years from the international filing end on 2025-10-31; month 31 from priority on 2025-11-14.
    assert days(text, "2025-10-02", "fees") == ["2025-11-14"]


def test_a_date_paid_until_stands_for_what_the_law_would_say() -> None:
    text = _member(
        office="US", filed="2018-01-10", granted="2021-01-10", status="granted", fees_paid_until="2028-07-10"
    )
    (fee,) = dates(text, "2024-01-01", "fees")
    assert (fee.on.text, fee.fact) == ("2028-07-10", None)


def test_fees_of_a_dead_or_planned_member_are_nobody_s() -> None:
    for status in ("lapsed", "withdrawn", "planned", "expired"):
        assert not days(
            _member(office="US", filed="2018-01-10", granted="2021-01-10", status=status), "2022-01-01", "fees"
        )


DISCLOSED = """
outputs: {coder: {title: Coder}}
publications: {talk: {on: 2025-08-31, reveals: coder%s}}
patents:
  family:
    covers: coder
    %s
    members: [%s]
"""
PLANNED = "{office: JP, status: planned}"


def test_a_planned_filing_after_a_disclosure_has_until_the_window_closes_weekend_or_not() -> None:
    (grace,) = dates(DISCLOSED % ("", "tags: []", PLANNED), "2025-10-01", "grace")
    assert (grace.on.text, grace.office) == ("2026-08-31", "JP")
    assert grace.fact is not None
    assert grace.fact.id == "grace-jp-2018"
    sunday = DISCLOSED.replace("2025-08-31", "2025-02-15") % ("", "tags: []", PLANNED)
    assert days(sunday, "2025-10-01", "grace") == ["2026-02-15"]


def test_foreign_priority_does_not_help_in_japan_but_does_in_the_united_states() -> None:
    first = "priority_date: 2025-10-10\n    first_office: DE"
    members = "{office: DE, filed: 2025-10-10}, {office: JP, status: planned}, {office: US, status: planned}"
    assert [d.office for d in dates(DISCLOSED % ("", first, members), "2025-11-01", "grace")] == ["JP"]


def test_an_international_filing_secures_the_window() -> None:
    first = "priority_date: 2025-10-10\n    first_office: DE"
    members = "{office: WO, filed: 2025-12-01, status: pending}, {office: JP, status: planned, route: pct}"
    assert not days(DISCLOSED % ("", first, members), "2025-12-02", "grace")


def test_a_first_filing_before_the_disclosure_needs_no_excuse() -> None:
    members = "{office: DE, filed: 2025-08-01}, {office: JP, status: planned}"
    assert not days(DISCLOSED % ("", "priority_date: 2025-08-01\n    first_office: DE", members), "2025-11-01", "grace")
    # Once the priority period is over, it counts again.
    assert days(DISCLOSED % ("", "priority_date: 2025-08-01\n    first_office: DE", members), "2026-08-04", "grace")


def test_offices_without_a_general_grace_period_and_gazettes_give_no_window() -> None:
    assert not days(DISCLOSED % ("", "tags: []", "{office: EP, status: planned}"), "2025-11-01", "grace")
    assert not days(DISCLOSED % (", venue: gazette", "tags: []", PLANNED), "2025-11-01", "grace")


def test_the_proof_is_due_until_it_is_there() -> None:
    fields = {"office": "JP", "filed": "2026-03-02", "status": "pending", "grace_statement": "2026-03-02"}
    assert days(_member(**fields), "2026-03-10", "grace-proof") == ["2026-04-01"]
    assert not days(_member(**fields, grace_proof="2026-03-20"), "2026-03-10", "grace-proof")


def test_a_right_that_has_ended_needs_nothing_more() -> None:
    text = _member(
        office="JP", filed="2006-11-27", granted="2010-01-04", status="granted", fees_paid_until="2026-11-27"
    )
    assert days(text, "2026-11-27", "expires") == ["2026-11-27"]
    assert not days(text, "2026-11-28", "expires")
