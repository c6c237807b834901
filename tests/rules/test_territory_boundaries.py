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


OFFICE = "office-without-reason"


@pytest.mark.parametrize(
    ("member", "countries", "expected"),
    [
        ("{office: KR, status: granted}", "JP, US", "question"),
        ("{office: KR, status: pending}", "JP, US", "question"),
        ("{office: KR, status: granted}", "KR", "silent"),
        ("{office: KR, status: granted}", "world", "silent"),
        ("{office: EP, status: granted}", "FR", "silent"),
        ("{office: EP, status: granted}", "US", "question"),
        ("{office: KR, status: lapsed}", "US", "silent"),
        ("{office: KR, status: planned}", "US", "silent"),
        ("{office: KR}", "US", "silent"),  # nobody knows whether it is kept
        ("{office: WO, status: pending}", "US", "silent"),
        ("{office: JP, status: granted, filed: 2020-03-02}", "US", "silent"),  # the first office
    ],
)
def test_an_office_has_its_reason(member: str, countries: str, expected: str) -> None:
    assert answer(ask(OFFICE, project(member, countries=countries))) == expected


def test_a_licence_or_production_is_a_reason_too() -> None:
    text = project(HOME, "{office: KR, status: granted}", countries="JP")
    assert answer(ask(OFFICE, text)) == "question"
    licence = "licenses:\n  deal: {terms: paid, grants: family, territory: KR}\n"
    assert answer(ask(OFFICE, text + licence)) == "silent"
    made = project(HOME, "{office: KR, status: granted}", countries="JP", product=", made_in: KR")
    assert answer(ask(OFFICE, made)) == "silent"


def test_no_office_is_doubted_where_no_market_is_on_record() -> None:
    text = "id: demo\npatents:\n  family: {members: [{office: KR, status: granted}]}\n"
    assert answer(ask(OFFICE, text)) == "silent"


@pytest.mark.parametrize(
    ("until", "members", "expected"),
    [
        ("2040-03-02", (HOME,), "silent"),  # twenty years from 2020-03-02
        ("2040-03-03", (HOME,), "warning"),
        ("2040", (HOME,), "question"),
        ("2041", (HOME,), "warning"),
        ("2041", ("{office: US, filed: 2021-03-01, status: granted}",), "unanswered"),  # no fact on the US term
        ("2041", ("{office: US, filed: 2021-03-01, status: granted, expires: 2042-01-01}",), "silent"),
        ("2041", (HOME, "{office: US, filed: 2021-03-01, status: granted, expires: 2042-01-01}"), "silent"),
        ("2041", (HOME, "{office: US, status: planned}"), "warning"),
        ("2041", ("{office: JP, filed: 2020-03-02, status: lapsed}",), "silent"),  # another check's matter
        ("2041", (), "silent"),
    ],
)
def test_the_term_reaches_the_revenue_horizon(until: str, members: tuple[str, ...], expected: str) -> None:
    text = project(*members, product=f", revenue_until: {until}")
    assert answer(ask("term-shorter-than-business", text)) == expected


def test_the_term_matters_only_where_a_patent_earns() -> None:
    text = project(HOME, product=", revenue_until: 2041", mode="standard-free")
    assert answer(ask("term-shorter-than-business", text)) == "silent"


@pytest.mark.parametrize(
    ("until", "expected"),
    [("2040-03-02", "silent"), ("2040-03-03", "warning"), ("2040", "question"), (None, "silent")],
)
def test_an_essential_patent_and_its_standard(until: str | None, expected: str) -> None:
    horizon = f", expected_until: {until}" if until else ""
    more = f"standards:\n  spec: {{title: Spec{horizon}}}\n"
    text = project(HOME).replace("    covers: coder\n", "    covers: coder\n    essential_to: spec\n") + more
    assert answer(ask("patent-ends-before-standard", text)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("launched: 2025-04-01, freedom_to_operate_checked: 2025-03-31", "silent"),
        ("launched: 2025-04-01, freedom_to_operate_checked: 2025-04-01", "silent"),
        ("launched: 2025-04-01, freedom_to_operate_checked: 2025-04-02", "warning"),
        ("launched: 2025-04, freedom_to_operate_checked: 2025-04-15", "question"),
        ("launched: 2025-04-01", "unanswered"),
        ("launched: 2025-04-01, freedom_to_operate_checked: {not_applicable: A service without rivals}", "silent"),
        ("launched: 2026-04-02", "silent"),
        ("launched: 2025-04-01, by: rival", "silent"),
        ("title: Box", "silent"),
    ],
)
def test_others_rights_are_looked_for_before_launch(fields: str, expected: str) -> None:
    text = f"""\
id: demo
owner: maker
products:
  box: {{{fields}}}
organizations:
  maker: {{title: Maker, own: true}}
  rival: {{title: Rival, own: false}}
"""
    assert answer(ask("freedom-to-operate-unchecked", text)) == expected


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("{office: JP, filed: 2020, status: granted}", "question"),  # some days of 2020 end before, some after
        ("{office: JP, filed: 2019, status: granted}", "warning"),
        ("{office: JP, filed: 2021, status: granted}", "silent"),
        ("{office: JP, status: granted}", "unanswered"),
    ],
)
def test_an_essential_patent_of_a_year_only(member: str, expected: str) -> None:
    more = "standards:\n  spec: {title: Spec, expected_until: 2040-07-01}\n"
    text = project(member).replace("    covers: coder\n", "    covers: coder\n    essential_to: spec\n") + more
    assert answer(ask("patent-ends-before-standard", text)) == expected


@pytest.mark.parametrize(
    ("filed", "today", "expected"),
    [
        ("2020-03", "2021-03-31", "silent"),  # the priority period may still run
        ("2020-03", "2021-04-01", "error"),
        ("2020", "2021-12-31", "silent"),
        ("2020", "2022-01-01", "error"),
    ],
)
def test_a_priority_period_of_a_partial_date_may_still_run(filed: str, today: str, expected: str) -> None:
    text = project(f"{{office: JP, filed: {filed}, status: granted}}").replace("2020-03-02", filed, 1)
    assert answer(ask(MARKET, text, today)) == expected
