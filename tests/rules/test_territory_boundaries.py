"""Where a right is wanted and for how long: members that live, lapse, reach further, or are not known."""

from __future__ import annotations

import pytest
from asking import ask
from families import answer

BUSINESS = """\
id: demo
outputs:
  coder: {{title: Coder}}
products:
  box: {{embodies: coder, sold_in: abroad{product}}}
markets:
  abroad: {{countries: [{countries}]}}
options:
  plan:
    treatments:
      coder: {mode}
patents:
  family:
    covers: coder
    priority_date: 2020-03-02
"""


def project(*members: str, countries: str = "DE", mode: str = "patent-exclusive", product: str = "") -> str:
    rows = "".join(f"      - {member}\n" for member in members)
    listed = f"    members:\n{rows}" if members else ""
    return BUSINESS.format(countries=countries, mode=mode, product=product) + listed


HOME = "{office: JP, filed: 2020-03-02, status: granted}"
MARKET = "market-without-family-member"


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("{office: DE, filed: 2021-03-01, status: granted}", "silent"),
        ("{office: DE, filed: 2021-03-01, status: pending}", "silent"),
        ("{office: DE, filed: 2021-03-01, status: planned}", "error"),
        ("{office: DE, filed: 2021-03-01, status: lapsed}", "error"),
        ("{office: DE, filed: 2021-03-01, status: refused}", "error"),
        ("{office: DE, filed: 2021-03-01, status: expired}", "silent"),  # it had its full term
        ("{office: DE, filed: 2021-03-01, status: granted, expires: 2026-03-31}", "silent"),
        ("{office: DE, filed: 2021-03-01}", "silent"),
        ("{office: DE}", "unanswered"),
        ("{office: DE, filed: 1999-03-01}", "unanswered"),
        ("{office: EP, filed: 2021-03-01, status: pending}", "silent"),
        ("{office: EP, filed: 2021-03-01, status: withdrawn}", "error"),
        ("{office: FR, filed: 2021-03-01, status: granted}", "error"),
        ("{office: US, filed: 2021-03-01, status: granted}", "error"),
    ],
)
def test_a_market_needs_a_living_member(member: str, expected: str) -> None:
    assert answer(ask(MARKET, project(HOME, member))) == expected


@pytest.mark.parametrize(
    ("validated", "expected"),
    [((), "silent"), (("FR",), "error"), (("FR", "DE"), "silent")],
)
def test_an_ep_patent_lives_where_it_was_validated(validated: tuple[str, ...], expected: str) -> None:
    granted = "{office: EP, filed: 2021-03-01, granted: 2024-05-15, status: granted}"
    rest = [f"{{office: {code}, route: epc, filed: 2021-03-01, status: granted}}" for code in validated]
    assert answer(ask(MARKET, project(HOME, granted, *rest))) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2021-03-01", "silent"), ("2021-03-02", "silent"), ("2021-03-03", "error")],
)
def test_a_market_is_open_while_the_priority_period_runs(today: str, expected: str) -> None:
    assert answer(ask(MARKET, project(HOME), today)) == expected


@pytest.mark.parametrize(
    ("countries", "today", "expected"),
    [
        ("US", "2022-09-02", "silent"),  # thirty months from 2020-03-02
        ("US", "2022-09-05", "error"),
        ("DE", "2022-10-03", "silent"),  # thirty-one at the EPO; 2022-10-02 is a Sunday
        ("DE", "2022-10-04", "error"),
        ("TW", "2021-04-01", "error"),  # no PCT state
        ("LU", "2022-12-01", "error"),
        ("NO", "2022-12-01", "error"),
    ],
)
def test_a_pct_application_keeps_a_market_open_until_it_must_enter(countries: str, today: str, expected: str) -> None:
    pct = "{office: WO, filed: 2021-03-01, status: pending}"
    assert answer(ask(MARKET, project(HOME, pct, countries=countries), today)) == expected


def test_a_pct_application_at_an_office_whose_limit_is_disputed_raises_a_question() -> None:
    pct = "{office: WO, filed: 2021-03-01, status: pending}"
    assert answer(ask(MARKET, project(HOME, pct, countries="TZ"), "2023-12-01")) == "question"


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("patent-exclusive", "error"),
        ("patent-license", "error"),
        ("standard-frand", "error"),
        ("patent-free", "silent"),
        ("standard-free", "silent"),
        ("keep-secret", "silent"),
        ("{disclosure: [secret, patent], access: own}", "error"),
        ("{disclosure: patent}", "silent"),  # who may work it is not said
    ],
)
def test_only_what_rests_on_patents_needs_one(mode: str, expected: str) -> None:
    assert answer(ask(MARKET, project(HOME, mode=mode))) == expected


def test_each_market_is_told_once_with_its_bare_countries() -> None:
    found = ask(MARKET, project(HOME, countries="JP, US, KR"))
    assert len(found) == 1
    assert "US, KR" in found[0].message.en
    assert [s.node for s in found[0].subjects] == ["abroad", "coder"]


def test_where_it_is_made_counts_too() -> None:
    found = ask(MARKET, project(HOME, countries="JP", product=", made_in: VN"))
    assert [(d.severity, d.subjects[0].node, d.subjects[0].field) for d in found] == [("error", "box", "made_in")]


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ((HOME,), "silent"),
        (("{office: JP, filed: 2020-03-02, status: lapsed}",), "error"),
        ((), "unanswered"),
    ],
)
def test_a_market_that_is_the_world(members: tuple[str, ...], expected: str) -> None:
    assert answer(ask(MARKET, project(*members, countries="world"))) == expected
