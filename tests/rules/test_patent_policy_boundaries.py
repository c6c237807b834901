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
        ({"policy": "body: jedec, ", "standard": "published: 2010-06"}, ["error"]),
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
