"""Where the checks of promises begin and end to fire: late, too general, too little, taken back, or lost on the way."""

from __future__ import annotations

import pytest
from asking import ask

from oc_strategy.model.diagnostic import Diagnostic


def severities(found: list[Diagnostic]) -> list[str]:
    return ["unanswered" if d.is_unanswered else d.severity for d in found]


LATE = """
id: demo
organizations: {{maker: {{own: true}}, rival: {{own: false}}}}
outputs: {{codec: {{}}, other: {{}}}}
committees: {{group: {{}}}}
standards:
  coding: {{{standard}, committee: group, clauses: [{{id: codec, reveals: codec}}]}}
contributions:
  paper: {{{paper}}}
patents:
  family: {{covers: codec, {patent}}}
declarations:
  statement: {{commitment: frand, patents: family, standard: coding{on}}}
"""


def late(**texts: str) -> list[str]:
    values = {
        "standard": "body: etsi, published: 2020-05-14", "paper": "by: maker", "on": ", on: 2020-06-01",
        "patent": "owners: maker, priority_date: 2017-03-01",
    }  # fmt: skip
    return severities(ask("disclosure-late", LATE.format(**{**values, **texts})))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (", on: 2020-05-13", []), (", on: 2020-05-14", []), (", on: 2020-05-15", ["error"]), (", on: 2020-05", []),
        (", on: 2020-06", ["error"]), (", on: 2020", []), ("", ["unanswered"]),
    ],
)  # fmt: skip
def test_a_declaration_is_late_from_the_day_after_the_adoption(on: str, expected: list[str]) -> None:
    assert late(on=on) == expected


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        ("by: maker, to: coding, reveals: codec, submitted: 2020-02-02", []),
        ("by: maker, to: coding, reveals: codec, submitted: 2020-02-01", []),
        ("by: maker, to: coding, reveals: codec, submitted: 2020-01-31", ["warning"]),
        ("by: maker, to: group, reveals: codec, submitted: 2020-01-31", ["warning"]),
        ("by: maker, to: coding, reveals: other, submitted: 2020-01-31", []),
        ("by: rival, to: coding, reveals: codec, submitted: 2020-01-31", []),
        ("by: maker, to: coding, reveals: codec, submitted: 2020", []),
    ],
)
def test_a_declaration_comes_with_the_own_proposal(paper: str, expected: list[str]) -> None:
    assert late(paper=paper, on=", on: 2020-02-01") == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"patent": "owners: maker, priority_date: 2020-05-13"}, ["error"]),
        ({"patent": "owners: maker, priority_date: 2020-05-14"}, []),
        ({"patent": "owners: maker"}, ["unanswered"]),
        ({"patent": "owners: rival, priority_date: 2017-03-01"}, []),
        ({"standard": "body: sae, published: 2020-05-14"}, []),
        ({"standard": "body: oasis, published: 2020-05-14"}, ["question"]),
        ({"standard": "published: 2020-05-14"}, ["unanswered"]),
        ({"standard": 'body: etsi, stage: "30.00"'}, []),
    ],
)
def test_only_what_was_held_under_a_duty_could_be_late(texts: dict[str, str], expected: list[str]) -> None:
    assert late(**texts) == expected


@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        ("body: ietf, on: 2024-05-13, commitment: frand", ["error"]),
        ("body: ietf, on: 2024-05-13, commitment: royalty-free", []),
        ("body: ietf, on: 2024-05-13", ["unanswered"]),
        ("body: ietf, commitment: frand", ["unanswered"]),
        ("body: ietf, on: 2016, commitment: frand", []),
        ("body: iso, on: 2024-05-13, commitment: frand", ["warning"]),
        ("body: itu-t, on: 2024-05-13, commitment: frand", []),
        ("body: ieee, on: 2024-05-13, commitment: frand", ["error"]),
        ("body: ieee, on: 2024-05-13, commitment: frand, standard: radio", []),
        ("on: 2024-05-13, commitment: frand, standard: radio", []),
        ("on: 2024-05-13, commitment: frand", ["unanswered"]),
        ("body: ietf, on: 2026-04-02, commitment: frand", []),
    ],
)
def test_a_general_declaration_counts_as_the_body_says(declaration: str, expected: list[str]) -> None:
    text = (
        f"id: demo\nstandards: {{radio: {{body: ieee}}}}\ndeclarations: {{general: {{form: blanket, {declaration}}}}}"
    )
    assert severities(ask("blanket-not-accepted", text)) == expected


BELOW = """
id: demo
organizations: {{maker: {{own: true}}, rival: {{own: false}}}}
outputs: {{markup: {{}}}}
standards:
  web: {{{body}stage: "20.00", clauses: [{{id: one, reveals: markup}}]}}
patents:
  family: {{covers: markup{owners}}}
declarations:
  offer: {{patents: family, standard: web{declaration}}}
options:
  chosen: {{treatments: {{markup: {treatment}}}}}
"""


def below(**texts: str) -> list[str]:
    values = {"body": "body: w3c, ", "owners": ", owners: maker", "declaration": "", "treatment": "standard-free"}
    return severities(ask("commitment-below-policy", BELOW.format(**{**values, **texts})))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"declaration": ", commitment: frand"}, ["error"]),
        ({"declaration": ", commitment: royalty-free"}, []),
        ({"declaration": ", commitment: frand, on: 2026-04-02"}, []),
        ({"declaration": ", commitment: frand", "body": "body: etsi, "}, []),
        ({"declaration": ", commitment: frand", "body": "body: ietf, "}, []),
        ({"declaration": ", commitment: frand", "body": ""}, []),
        ({"declaration": ", commitment: frand", "body": "body: bluetooth, "}, ["question"]),
        ({"declaration": ", commitment: frand", "owners": ""}, ["unanswered"]),
        ({"declaration": ", commitment: frand", "owners": ", owners: rival"}, []),
        ({"treatment": "standard-frand"}, ["error"]),
        ({"treatment": "standard-frand", "body": "body: etsi, "}, []),
        ({"treatment": "patent-exclusive", "body": "body: etsi, "}, ["error"]),
        ({"treatment": "{disclosure: [standard, patent], access: paid}", "body": "body: etsi, "}, ["question"]),
        ({"treatment": "{disclosure: [standard, patent], access: paid}"}, ["error"]),
        ({"treatment": "{disclosure: [standard, patent]}"}, []),
    ],
)
def test_terms_are_weighed_against_the_least_that_the_body_asks(texts: dict[str, str], expected: list[str]) -> None:
    assert below(**texts) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("royalty-free", "frand", ["error"]),
        ("non-assertion", "frand", ["error"]),
        ("frand", "refused", ["error"]),
        ("royalty-free", "non-assertion", []),
        ("frand", "royalty-free", []),
        ("frand", "frand", []),
        ("no-known-rights", "frand", []),
    ],
)
def test_a_later_promise_is_no_less_than_the_earlier(first: str, second: str, expected: list[str]) -> None:
    assert downgraded(f"commitment: {first}, on: 2020", f"commitment: {second}, on: 2024, replaces: first") == expected


def downgraded(first: str, second: str, body: str = "iso") -> list[str]:
    text = f"""
id: demo
patents: {{family: {{}}}}
declarations:
  first: {{body: {body}, patents: family, {first}}}
  second: {{body: {body}, patents: family, {second}}}
"""
    return severities(ask("declaration-downgraded", text))


def test_how_sure_a_downgrade_is_depends_on_the_text_in_force() -> None:
    free = "commitment: royalty-free, on: 2010"
    assert downgraded(free, "commitment: frand, on: 2012-04-23, replaces: first") == ["error"]
    assert downgraded(free, "commitment: frand, on: 2012-04-22, replaces: first") == ["warning"]
    assert downgraded(free, "commitment: frand, on: 2024, replaces: first", body="jedec") == ["warning"]
    bound = f"{free}, irrevocable: true"
    assert downgraded(bound, "commitment: frand, on: 2024, replaces: first", body="jedec") == ["error"]


def test_a_downgrade_needs_no_link_where_the_dates_tell_the_order() -> None:
    assert downgraded("commitment: royalty-free, on: 2020-01-01", "commitment: frand, on: 2020-01-02") == ["error"]
    assert downgraded("commitment: royalty-free, on: 2020-01-01", "commitment: frand, on: 2020-01-01") == []
    assert downgraded("commitment: royalty-free, on: 2020", "commitment: frand, on: 2020-06") == []
    assert downgraded("commitment: royalty-free, on: 2020", "on: 2024, replaces: first") == ["unanswered"]


LOST = """
id: demo
organizations: {{seller: {{own: true}}, buyer: {{own: false}}}}
patents:
  family: {{owners: buyer, assigned_from: seller{patent}}}
declarations:
  promise: {{{promise}, patents: family}}
"""


def lost(today: str = "2026-04-01", **texts: str) -> list[str]:
    values = {"patent": ", assigned_on: 2007", "promise": "by: seller, body: etsi, on: 2003, commitment: frand"}
    return severities(ask("commitment-lost-on-transfer", LOST.format(**{**values, **texts}), today=today))


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2006-12-31", []), ("2009-12-09", ["error"]), ("2009-12-10", []), ("2009-12-11", [])],
)
def test_a_promise_is_lost_until_the_day_it_is_taken_over(today: str, expected: list[str]) -> None:
    assert lost(today, patent=", assigned_on: 2007, commitments_assumed_on: 2009-12-10") == expected


def test_a_month_of_taking_over_leaves_a_question_within_it() -> None:
    assert lost("2009-12-09", patent=", assigned_on: 2007, commitments_assumed_on: 2009-12") == ["question"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, ["unanswered"]),
        ({"patent": ", assigned_on: 2007, commitments_assumed_on: {not_applicable: refused}"}, ["error"]),
        ({"patent": ""}, ["unanswered"]),
        ({"promise": "by: seller, body: etsi, commitment: frand"}, ["unanswered"]),
        ({"promise": "by: seller, body: etsi, on: 2008, commitment: frand"}, []),
        ({"promise": "by: buyer, body: etsi, on: 2003, commitment: frand"}, []),
        ({"promise": "by: seller, body: etsi, on: 2003, commitment: refused"}, []),
    ],
)
def test_whether_a_promise_was_lost_hangs_on_what_is_known(texts: dict[str, str], expected: list[str]) -> None:
    assert lost(**texts) == expected


@pytest.mark.parametrize(
    ("body", "moved", "expected"),
    [
        ("w3c", "2021", []),
        ("etsi", "2014", ["question"]),
        ("iso", "2012-04-22", ["error"]),
        ("iso", "2014", ["warning"]),
    ],
)
def test_a_transfer_is_judged_by_the_text_of_its_day(body: str, moved: str, expected: list[str]) -> None:
    patent = f", assigned_on: {moved}, commitments_assumed_on: {{not_applicable: refused}}"
    assert lost(patent=patent, promise=f"by: seller, body: {body}, on: 2008, commitment: frand") == expected


@pytest.mark.parametrize(
    ("standard", "declaration", "expected"),
    [
        ("designation: ISO/IEC 99999", "commitment: frand", ["warning"]),
        ("designation: ISO/IEC 99999", 'commitment: frand, edition: "2"', []),
        ("designation: ISO/IEC 99999", "commitment: frand, edition: {not_applicable: all editions}", []),
        ('designation: "ISO/IEC 99999:2024"', "commitment: frand", []),
        ("designation: ISO/IEC 20248", "commitment: frand", ["warning"]),
        ('edition: "2"', "commitment: frand", []),
        ("designation: ISO/IEC 99999", "commitment: no-known-rights", []),
    ],
)
def test_a_promise_names_an_edition(standard: str, declaration: str, expected: list[str]) -> None:
    text = (
        f"id: demo\nstandards: {{coding: {{{standard}}}}}\ndeclarations: {{one: {{{declaration}, standard: coding}}}}"
    )
    assert severities(ask("standard-reference-undated", text)) == expected
