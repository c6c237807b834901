"""Where the checks of what was declared begin and end to fire, and what they answer when they cannot know."""

from __future__ import annotations

import pytest
from asking import ask

from oc_strategy.model.diagnostic import Diagnostic


def severities(found: list[Diagnostic]) -> list[str]:
    return ["unanswered" if d.is_unanswered else d.severity for d in found]


CONTRADICTED = """
id: demo
organizations: {{maker: {{own: true}}, rival: {{own: false}}}}
outputs: {{slot: {{}}}}
committees: {{group: {{}}}}
standards: {{bus: {{committee: group{clauses}}}}}
contributions:
  paper: {{{paper}}}
patents:
  family: {{covers: slot, {patent}}}
declarations:
  certificate: {{commitment: no-known-rights, {statement}}}
{nodes}
"""


def contradicted(**texts: str) -> list[str]:
    values = {
        "clauses": ", clauses: [{id: slot, reveals: slot}]", "paper": "by: maker",
        "patent": "owners: maker, priority_date: 1990-01-12", "statement": "by: maker, standard: bus, on: 1992-07-20",
        "nodes": "",
    }  # fmt: skip
    return severities(ask("statement-contradicted", CONTRADICTED.format(**{**values, **texts})))


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        ("1992-07-19", ["error"]), ("1992-07-20", ["warning"]), ("1992-07-21", ["warning"]), ("1992-07", ["warning"]),
        ("1992-06", ["error"]), ("1991", ["error"]), ("1995", ["warning"]),
    ],
)  # fmt: skip
def test_a_patent_held_weighs_more_than_one_filed_later(filed: str, expected: list[str]) -> None:
    assert contradicted(patent=f"owners: maker, priority_date: {filed}") == expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ("granted: 1992-07-19", ["error"]), ("granted: 1992-07-20", ["unanswered"]), ("granted: 1991", ["error"]),
        ("granted: 1992", ["unanswered"]), ("published: 1991, granted: 1995", ["error"]),
        ("filed: 1991-01-18, granted: 1995", ["error"]), ("filed: 1992-07-21, granted: 1995", ["warning"]),
    ],
)  # fmt: skip
def test_a_grant_before_the_statement_proves_that_the_right_was_held(known: str, expected: list[str]) -> None:
    assert contradicted(patent=f"owners: maker, members: [{{office: US, {known}}}]") == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"clauses": ""}, []),
        ({"clauses": "", "paper": "by: maker, reveals: slot, to: group"}, ["error"]),
        ({"clauses": "", "paper": "by: maker, reveals: slot, to: bus"}, ["error"]),
        ({"clauses": "", "paper": "by: rival, reveals: slot, to: bus"}, []),
        ({"patent": "priority_date: 1990-01-12"}, ["unanswered"]),
        ({"patent": "owners: maker"}, ["unanswered"]),
        ({"statement": "standard: bus, on: 1992"}, ["unanswered"]),
        ({"statement": "by: maker, on: 1992"}, ["unanswered"]),
        ({"statement": "by: maker, standard: bus"}, ["unanswered"]),
        ({"statement": "by: rival, standard: bus, on: 1992"}, []),
    ],
)
def test_a_statement_is_held_against_its_makers_own_patents(texts: dict[str, str], expected: list[str]) -> None:
    assert contradicted(**texts) == expected


def test_a_correction_lowers_the_finding() -> None:
    statement = "by: maker, standard: bus, on: 1992-07-20}\n  corrected: {patents: family, commitment: frand, on: 1993"
    assert contradicted(statement=statement) == ["warning"]
    assert contradicted(statement=statement, patent="owners: maker, priority_date: 1993-01") == []


REFUSED = """
id: demo
organizations: {{maker: {{own: true}}}}
outputs: {{codec: {{}}}}
standards:
  coding: {{{body}{standard}}}
patents:
  family: {{covers: codec, owners: maker{patent}}}
declarations:
  refusal: {{commitment: refused, {declaration}}}
{nodes}
"""


def refused(**texts: str) -> list[str]:
    values = {
        "body": "body: etsi, ", "standard": "clauses: [{id: codec, normative: true, reveals: codec}]", "patent": "",
        "declaration": "on: 2024, patents: family, standard: coding", "nodes": "",
    }  # fmt: skip
    return severities(ask("refused-but-normative", REFUSED.format(**{**values, **texts})))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, ["error"]),
        ({"body": ""}, ["warning"]),
        ({"body": "body: iso, "}, ["question"]),
        ({"body": "body: ietf, "}, ["question"]),
        ({"body": "body: cen, ", "declaration": "on: 2018-12-31, patents: family, standard: coding"}, ["warning"]),
        ({"body": "body: cen, ", "declaration": "on: 2019-01-01, patents: family, standard: coding"}, ["error"]),
        ({"standard": "clauses: [{id: codec, reveals: codec}]"}, ["unanswered"]),
        ({"standard": "clauses: [{id: codec, normative: false, reveals: codec}]"}, []),
        ({"standard": "clauses: [{id: other, normative: true}]"}, []),
        ({"standard": "kind: interface"}, ["unanswered"]),
        ({"standard": "kind: interface", "patent": ", essential_to: coding"}, ["error"]),
        ({"standard": 'stage: "40.98", clauses: [{id: codec, normative: true, reveals: codec}]'}, []),
        ({"declaration": "on: 2024, by: maker, standard: coding"}, ["error"]),
        ({"declaration": "on: 2024, standard: coding"}, ["unanswered"]),
        ({"declaration": "on: 2026-04-02, patents: family, standard: coding"}, []),
        ({"declaration": "on: 2026-04-01, patents: family, standard: coding"}, ["error"]),
        ({"declaration": "on: 2024, patents: family", "patent": ", essential_to: coding"}, ["error"]),
    ],
)
def test_a_refusal_matters_where_a_normative_clause_needs_the_patent(
    texts: dict[str, str], expected: list[str]
) -> None:
    assert refused(**texts) == expected


@pytest.mark.parametrize(("on", "expected"), [("2026-04-01", []), ("2026-04-02", ["error"]), ("2026-04", [])])
def test_a_refusal_ends_when_it_is_replaced(on: str, expected: list[str]) -> None:
    declaration = "on: 2024, patents: family, standard: coding}\n  offer: {replaces: refusal, commitment: frand, "
    assert refused(declaration=f"{declaration}patents: family, on: {on}") == expected


AGAINST = """
id: demo
outputs: {{codec: {{}}, encoder: {{}}}}
standards:
  coding: {{{standard}}}
patents:
  family: {{covers: {covers}}}
declarations:
  promise: {{commitment: {commitment}, {declaration}}}
options:
  chosen: {{treatments: {{codec: {codec}, encoder: patent-exclusive}}}}
"""


def against(**texts: str) -> list[str]:
    values = {
        "standard": "clauses: [{id: codec, reveals: codec}]", "covers": "[codec, encoder]", "commitment": "frand",
        "declaration": "on: 2024, patents: family, standard: coding", "codec": "standard-frand",
    }  # fmt: skip
    return severities(ask("declaration-against-treatment", AGAINST.format(**{**values, **texts})))


@pytest.mark.parametrize(
    ("commitment", "codec", "expected"),
    [
        ("frand", "standard-frand", []),
        ("frand", "patent-exclusive", ["error"]),
        ("frand", "keep-secret", ["error"]),
        ("frand", "standard-free", []),
        ("royalty-free", "standard-free", []),
        ("royalty-free", "standard-frand", ["error"]),
        ("non-assertion", "{disclosure: [standard, patent], access: paid}", ["error"]),
        ("non-assertion", "keep-secret", ["error"]),
        ("frand", "{disclosure: [standard, patent]}", ["unanswered"]),
        ("refused", "patent-exclusive", []),
        ("no-known-rights", "patent-exclusive", []),
    ],
)
def test_a_promise_and_a_treatment_must_agree(commitment: str, codec: str, expected: list[str]) -> None:
    assert against(commitment=commitment, codec=codec) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"standard": "kind: interface"}, ["unanswered"]),
        ({"standard": "kind: interface", "covers": "codec"}, ["error"]),
        ({"standard": "clauses: [{id: codec, reveals: encoder}]"}, ["error"]),
        ({"declaration": "on: 2024, standard: coding"}, ["unanswered"]),
        ({"declaration": "on: 2026-04-02, patents: family, standard: coding"}, []),
        ({"declaration": "on: 2026-04-01, patents: family, standard: coding"}, ["error"]),
        ({"declaration": "patents: family, standard: coding"}, ["error"]),
    ],
)
def test_a_promise_touches_what_the_standard_reveals(texts: dict[str, str], expected: list[str]) -> None:
    assert against(**{"codec": "patent-exclusive", **texts}) == expected
