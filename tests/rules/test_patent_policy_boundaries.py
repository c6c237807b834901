"""Where the checks of patent policies begin and end to fire, and what they answer when they cannot know."""

from __future__ import annotations

import pytest
from asking import ask

from oc_strategy.model.diagnostic import Diagnostic


def severities(found: list[Diagnostic]) -> list[str]:
    return ["unanswered" if d.is_unanswered else d.severity for d in found]


SILENT = """
id: demo
organizations:
  maker: {{own: true{maker}}}
  holder: {{parent: maker}}
  rival: {{own: false}}
people:
  stranger: {{title: Somebody}}
outputs:
  burst: {{title: Burst length}}
committees:
  memory: {{{policy}{seats}}}
standards:
  sdram: {{{standard}, committee: memory, clauses: [{{id: mode, {clause}reveals: burst}}]}}
patents:
  base: {{covers: burst, {patent}}}
declarations:
  statement: {{{declaration}}}
"""


def silent(**texts: str) -> str:
    values = {
        "maker": "", "policy": "policy_requires_disclosure: true, ",
        "seats": "seats: [{organization: maker, from: 1992, until: 1996-06}]", "standard": "published: 1993-11-04",
        "clause": "", "patent": "owners: maker, priority_date: 1990-04", "declaration": "body: nobody",
    }  # fmt: skip
    return SILENT.format(**{**values, **texts})


def told(**texts: str) -> list[str]:
    return severities(ask("participant-silent", silent(**texts)))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1993-11-03", []), ("1993-11-04", []), ("1993-11-05", ["error"]), ("1993-11", []), ("1993", []),
        ("1994", ["error"]), ("1992", []),
    ],
)  # fmt: skip
def test_a_declaration_is_in_time_up_to_the_day_of_adoption(on: str, expected: list[str]) -> None:
    assert told(declaration=f"patents: base, on: {on}, commitment: frand, by: maker") == expected


def test_a_declaration_without_a_date_leaves_the_question_open() -> None:
    assert told(declaration="patents: base, by: maker, commitment: frand") == ["unanswered"]


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        ("1993-11-03", ["error"]), ("1993-11-04", ["question"]), ("1993-11-05", []), ("1993-11", ["question"]),
        ("1993", ["question"]), ("1994", []), ("1992", ["error"]),
    ],
)  # fmt: skip
def test_what_was_filed_by_the_adoption_had_to_be_disclosed(filed: str, expected: list[str]) -> None:
    assert told(patent=f"owners: maker, priority_date: {filed}") == expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ("granted: 1993-11-03", ["error"]), ("granted: 1993-11-04", ["unanswered"]), ("granted: 1994", ["unanswered"]),
        ("granted: 1993", ["unanswered"]), ("published: 1992, granted: 1994", ["error"]),
        ("filed: 1993-11-04, granted: 1994", ["question"]), ("granted: 1992, status: planned", ["unanswered"]),
    ],
)  # fmt: skip
def test_a_grant_or_publication_proves_an_earlier_filing_and_nothing_else(known: str, expected: list[str]) -> None:
    assert told(patent=f"owners: maker, members: [{{office: US, {known}}}]") == expected


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("by: maker, standard: sdram, on: 1993", ["error"]), ("by: maker, standard: sdram, on: 1993-11-04", ["error"]),
        ("by: maker, standard: sdram, on: 1993-11-05", ["question"]), ("by: maker, standard: sdram", ["question"]),
        ("by: rival, standard: sdram, on: 1993", ["question"]), ("by: maker, on: 1993", ["question"]),
    ],
)  # fmt: skip
def test_who_certified_at_the_vote_sat_there_before_it(statement: str, expected: list[str]) -> None:
    seats = "seats: [{organization: maker, from: 1993}]"
    assert told(seats=seats, declaration=f"commitment: no-known-rights, {statement}") == expected


@pytest.mark.parametrize(
    ("from_", "expected"),
    [
        ("1993-11-03", ["error"]), ("1993-11-04", ["question"]), ("1993-11-05", []), ("1993", ["question"]),
        ("1994", []), ("1992", ["error"]),
    ],
)  # fmt: skip
def test_only_a_seat_before_the_adoption_counts(from_: str, expected: list[str]) -> None:
    assert told(seats=f"seats: [{{organization: maker, from: {from_}}}]") == expected


@pytest.mark.parametrize(
    ("begun", "expected"),
    [
        ("", ["unanswered"]),
        (", stages: [{stage: '20.00', actual: 1992-12-31}]", ["error"]),
        (", stages: [{stage: '20.00', actual: 1993-01-01}]", []),
        (", stages: [{stage: '20.00', actual: 1992}]", ["error"]),
    ],
)
def test_a_seat_given_up_before_the_adoption_counts_if_work_had_begun(begun: str, expected: list[str]) -> None:
    seats = "seats: [{organization: maker, from: 1991, until: 1992-12-31}]"
    assert told(seats=seats, standard=f"published: 1993-11-04{begun}") == expected


def test_what_was_filed_after_the_seat_was_given_up_was_not_held_there() -> None:
    seats = "seats: [{organization: maker, from: 1991, until: 1992-12-31}]"
    standard = "published: 1993-11-04, stages: [{stage: '20.00', actual: 1992-06}]"
    assert told(seats=seats, standard=standard, patent="owners: maker, priority_date: 1993-01-01") == []
    assert told(seats=seats, standard=standard, patent="owners: maker, priority_date: 1992-12-30") == ["error"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"policy": "policy_requires_disclosure: false, "}, []),
        ({"policy": ""}, ["unanswered"]),
        ({"policy": "policy: Members disclose, "}, ["question"]),
        ({"policy": "body: jedec, "}, ["unanswered"]),
        ({"policy": "body: jedec, ", "standard": "published: 2011-03"}, ["error"]),
        ({"policy": "body: jedec, ", "standard": "published: 2010-06"}, ["question"]),  # the month of the text
        ({"policy": "body: jedec, ", "standard": "published: 2010"}, ["unanswered"]),
        ({"policy": "body: oasis, "}, ["question"]),
        ({"policy": "body: sae, "}, []),
        ({"policy": "certainty: inferred, policy_requires_disclosure: true, "}, ["warning"]),
        ({"patent": "owners: maker, priority_date: 1990-04, certainty: from-memory"}, ["warning"]),
    ],
)
def test_the_duty_is_that_of_the_text_in_force_at_the_adoption(texts: dict[str, str], expected: list[str]) -> None:
    seated_throughout = {"seats": "seats: [{organization: maker, from: 1992}]"}
    assert told(**{**seated_throughout, **texts}) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"seats": ""}, ["unanswered"]),
        ({"seats": "seats: [{organization: rival}]"}, []),
        ({"seats": "seats: [{person: stranger}]"}, ["unanswered"]),
        ({"seats": "seats: [{organization: holder}]"}, ["error"]),
        ({"patent": "owners: holder, priority_date: 1990-04"}, ["error"]),
        ({"patent": "owners: rival, priority_date: 1990-04"}, []),
        ({"patent": "priority_date: 1990-04"}, ["unanswered"]),
        ({"patent": "owners: maker"}, ["unanswered"]),
        ({"patent": "owners: maker, priority_date: 1990-04, essentiality: {claimed: false}"}, []),
        ({"clause": "normative: false, "}, []),
        ({"standard": "kind: interface"}, ["unanswered"]),
        ({"standard": 'stage: "40.98"'}, []),
    ],
)
def test_unknown_data_is_neither_silence_nor_a_finding(texts: dict[str, str], expected: list[str]) -> None:
    assert told(**texts) == expected


@pytest.mark.parametrize(
    ("standard", "today", "expected"),
    [
        ("published: 2026-04-02", "2026-04-01", ["warning"]),
        ("published: 2026-04-02", "2026-04-02", ["error"]),
        ('stage: "30.00"', "2026-04-01", ["warning"]),
    ],
)
def test_before_the_adoption_there_is_still_time(standard: str, today: str, expected: list[str]) -> None:
    text = silent(standard=standard, seats="seats: [{organization: maker, from: 2024}]")
    assert severities(ask("participant-silent", text, today=today)) == expected


UNDECLARED = """
id: demo
organizations: {{maker: {{own: true}}, rival: {{own: false}}}}
committees: {{group: {{{committee}}}}}
standards:
  item: {{{standard}}}
  other: {{body: iso}}
patents:
  family: {{{patent}, essential_to: item}}
{nodes}
"""


def undeclared(**texts: str) -> list[str]:
    values = {
        "committee": "acronym: WG 1", "standard": "body: iso, stage: '60.60', published: 2025-10",
        "patent": "owners: maker, essentiality: {claimed: true}", "nodes": "",
    }  # fmt: skip
    return severities(ask("essential-patent-undeclared", UNDECLARED.format(**{**values, **texts})))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, ["error"]),
        ({"patent": "owners: maker"}, ["unanswered"]),
        ({"patent": "owners: maker, essentiality: {claimed: false}"}, []),
        ({"patent": "owners: maker, essentiality: {claimed: false, checked: true}"}, ["error"]),
        ({"patent": "owners: maker, essentiality: {by: somebody}"}, ["unanswered"]),
        ({"patent": "essentiality: {claimed: true}"}, ["unanswered"]),
        ({"patent": "owners: rival, essentiality: {claimed: true}"}, []),
        ({"nodes": "licenses: {wide: {grants: family, terms: frand}}"}, []),
        ({"nodes": "licenses: {sole: {grants: family, terms: exclusive}}"}, ["error"]),
    ],
)
def test_what_is_claimed_to_be_essential_needs_a_declaration_or_a_licence(
    texts: dict[str, str], expected: list[str]
) -> None:
    assert undeclared(**texts) == expected


@pytest.mark.parametrize(
    ("standard", "expected"),
    [
        ('body: iso, stage: "00.60"', []),
        ('body: iso, stage: "10.00"', ["warning"]),
        ('body: iso, stage: "50.00"', ["warning"]),
        ('body: iso, stage: "60.00"', ["error"]),
        ('body: iso, stage: "30.98"', []),
        ("body: iso, published: 2026-04-01", ["error"]),
        ("body: iso, published: 2026-04-02", ["unanswered"]),
        ("body: iso", ["unanswered"]),
        ("published: 2025-10", ["unanswered"]),
        ("body: astm, published: 2025-10", ["question"]),
        ("body: sae, published: 2025-10", []),
        ("body: w3c, published: 2025-10", []),
        ("body: someforum, published: 2025-10", ["unanswered"]),
        ("body: someforum, published: 2025-10, committee: group", ["unanswered"]),
    ],
)
def test_the_time_to_declare_comes_with_the_proposal(standard: str, expected: list[str]) -> None:
    assert undeclared(standard=standard) == expected


@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        ("on: 2026-03-31, patents: family, standard: item", []),
        ("on: 2026-04-01, patents: family, standard: item", []),
        ("on: 2026-04-02, patents: family, standard: item", ["error"]),
        ("on: 2026-04, patents: family, standard: item", []),
        ("patents: family", []),
        ("on: 2025, patents: family, standard: other", ["error"]),
        ("on: 2025, standard: item, by: maker", []),
        ("on: 2025, standard: item, by: rival", ["error"]),
        ("on: 2025, form: blanket, body: iso, by: maker", []),
        ("on: 2025, form: blanket, body: etsi, by: maker", ["error"]),
        ("on: 2025, form: specific, body: iso, by: maker", ["error"]),
        ("on: 2025, patents: family, standard: item, commitment: no-known-rights", ["error"]),
    ],
)
def test_a_declaration_must_speak_for_this_family_on_this_standard(declaration: str, expected: list[str]) -> None:
    assert undeclared(nodes=f"declarations: {{statement: {{{declaration}}}}}") == expected
