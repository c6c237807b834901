"""Where the checks of standards and markets begin and end to fire, and what they answer when they cannot know."""

from __future__ import annotations

import pytest
from asking import ask

from oc_strategy.model.diagnostic import Diagnostic


def severities(found: list[Diagnostic]) -> list[str]:
    return ["unanswered" if d.is_unanswered else d.severity for d in found]


@pytest.mark.parametrize(
    ("committee", "product", "expected"),
    [
        ("seats: [{organization: rival}], mirror_body: {not_applicable: none}", "", ["error"]),
        ("seats: [{organization: rival}]", "", ["warning"]),
        ("acronym: SC 1", "", ["unanswered"]),
        ("seats: [{organization: maker}]", "", []),
        ("seats: [{organization: maker, until: 2026-03-31}]", "", ["warning"]),
        ("seats: [{organization: maker, until: 2026-04-01}]", "", []),
        ("seats: [{organization: rival}]", ", by: rival", []),
        ("seats: [{organization: rival}]", ", by: maker", ["warning"]),
    ],
)
def test_a_product_of_ours_needs_a_seat_where_its_parameters_are_fixed(
    committee: str, product: str, expected: list[str]
) -> None:
    text = f"""
id: demo
organizations: {{maker: {{own: true}}, rival: {{own: false}}}}
committees: {{spectrum: {{{committee}}}}}
products: {{radio: {{depends_on: spectrum{product}}}}}
"""
    assert severities(ask("dependent-parameter-set-elsewhere", text)) == expected


CERTIFIED = """
id: demo
organizations:
  maker: {{own: true{home}}}
  abroad: {{country: DE}}
  somewhere: {{title: Somewhere}}
  at-home: {{country: JP}}
standards: {{safety: {{}}}}
certifications: {{scheme: {{for: safety{bodies}}}}}
products: {{device: {{conforms_to: safety{secrets}}}}}
"""


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, ["warning"]),
        ({"bodies": ", bodies: [abroad, at-home]"}, []),
        ({"bodies": ", bodies: [abroad, somewhere]"}, ["unanswered"]),
        ({"bodies": ""}, []),
        ({"secrets": ""}, ["unanswered"]),
        ({"secrets": ", certification_needs_secrets: false"}, []),
        ({"home": ""}, ["unanswered"]),
        ({"home": ", country: DE"}, []),
    ],
)
def test_secrets_leave_the_country_where_every_certifier_is_abroad(texts: dict[str, str], expected: list[str]) -> None:
    values = {"home": ", country: JP", "bodies": ", bodies: abroad", "secrets": ", certification_needs_secrets: true"}
    assert severities(ask("certified-only-abroad", CERTIFIED.format(**{**values, **texts}))) == expected


NATIONAL = """
id: demo
organizations: {{maker: {{own: true}}, rival: {{own: false}}}}
outputs: {{air: {{}}}}
standards:
  home: {{kind: interface, adopted_in: {adopted}, clauses: [{{id: air, reveals: air}}]}}
  other: {{kind: {kind}, {other}}}
markets: {{handsets: {{countries: {countries}}}}}
products:
  phone: {{embodies: air, sold_in: handsets, by: maker{phone}}}
  handset: {{conforms_to: other, by: rival}}
"""


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, ["error"]),
        ({"countries": "[JP]"}, []),
        ({"countries": "[JP, CN]"}, ["error"]),
        ({"adopted": "[JP, CN]"}, []),
        ({"kind": "safety"}, []),
        ({"other": "body: etsi"}, []),
        ({"other": "body: etsi, adopted_in: [DE, FR]"}, ["error"]),
        ({"other": "body: itu-t, stage: '40.98'"}, []),
        ({"other": "body: itu-t, clauses: [{id: air, reveals: air}]"}, []),
        ({"phone": ", conforms_to: [home, other]"}, []),
    ],
)
def test_a_national_standard_stands_against_an_international_rival(texts: dict[str, str], expected: list[str]) -> None:
    values = {"adopted": "JP", "kind": "interface", "other": "body: itu-t", "countries": "[world]", "phone": ""}
    found = ask("national-standard-for-global-market", NATIONAL.format(**{**values, **texts}))
    assert severities(found) == expected
    assert all({step.node for step in d.chain} == {"home", "phone", "handsets", "other"} for d in found)


BEGUN = "body: iso, published: 2027, stages: [{{stage: '10.99', actual: {0}}}]"


@pytest.mark.parametrize(
    ("kind", "standard", "market", "expected"),
    [
        ("interface", "body: iso", "public_buyer: true", []),
        ("interface", "body: jis", "public_buyer: true", ["warning"]),
        ("protocol", "body: jis", "public_buyer: true", ["warning"]),
        ("interface", "body: jis", "public_buyer: false", []),
        ("interface", "body: jis", "size: 1", ["unanswered"]),
        ("component", "body: jis", "public_buyer: true", []),
        ("interface", "body: iso, stage: '40.98'", "public_buyer: true", ["warning"]),
        # As of 2026-04-01: published that day, to be published the day after, and under way towards it.
        ("interface", "body: iso, published: 2026-04-01", "public_buyer: true", []),
        ("interface", "body: iso, published: 2026", "public_buyer: true", []),
        ("interface", "body: iso, published: 2026-04-02", "public_buyer: true", ["warning"]),
        ("interface", "body: iso, published: 2026-04-02, stage: '40.20'", "public_buyer: true", []),
        ("interface", BEGUN.format("2026-04-01"), "public_buyer: true", []),
        ("interface", BEGUN.format("2026-04-02"), "public_buyer: true", ["warning"]),
    ],
)  # fmt: skip
def test_a_public_buyer_asks_for_an_international_standard(
    kind: str, standard: str, market: str, expected: list[str]
) -> None:
    text = f"""
id: demo
outputs: {{air: {{kind: {kind}}}}}
standards: {{radio: {{{standard}, clauses: [{{id: air, reveals: air}}]}}}}
markets: {{railways: {{{market}}}}}
products: {{card: {{embodies: air, sold_in: railways}}}}
"""
    assert severities(ask("procurement-needs-international-standard", text)) == expected


@pytest.mark.parametrize(("in_force", "is_named"), [("2026-04-01", True), ("2026-04-02", False), ("2026", True)])
def test_the_rule_that_binds_the_buyer_and_the_rival_standard_are_told(in_force: str, is_named: bool) -> None:
    text = f"""
id: demo
outputs: {{air: {{kind: interface}}}}
standards: {{home: {{body: jis, kind: interface}}, rival: {{body: iso, kind: interface}}, test: {{body: iso}}}}
regulations: {{gpa: {{kind: procurement-rule, in_force: {in_force}, markets: railways}}, law: {{markets: railways}}}}
markets: {{railways: {{public_buyer: true}}}}
products: {{card: {{embodies: air, sold_in: railways}}}}
"""
    (found,) = ask("procurement-needs-international-standard", text)
    named = {step.node for step in found.chain}
    assert ("gpa" in named) is is_named
    assert named & {"rival", "home", "test", "law"} == {"rival"}


@pytest.mark.parametrize(
    ("new", "nodes", "expected"),
    [
        ("published: 2026-04-01", "regulations: {guide: {cites: old}}", ["warning"]),
        ("published: 2026-04-02", "regulations: {guide: {cites: old}}", []),
        ("stage: '40.20'", "regulations: {guide: {cites: old}}", []),
        ("published: 2023", "products: {device: {conforms_to: old}}", ["warning"]),
        ("published: 2023", "products: {device: {conforms_to: [old, new]}}", []),
    ],
)
def test_a_citation_is_old_once_the_new_edition_is_out(new: str, nodes: str, expected: list[str]) -> None:
    text = f"id: demo\nstandards: {{old: {{}}, new: {{{new}, supersedes: old}}}}\n{nodes}"
    assert severities(ask("citation-of-old-edition", text)) == expected


def test_a_reference_from_another_standard_is_a_citation_and_the_new_edition_itself_is_none() -> None:
    text = """
id: demo
standards:
  old: {title: Old}
  new: {published: 2023, supersedes: old, normative_references: old}
  third: {normative_references: old}
"""
    found = ask("citation-of-old-edition", text)
    assert [d.subjects[0].node for d in found] == ["third"]


VENUE = """
id: demo
outputs: {{limit: {{}}}}
standards:
  item: {{{standard}, clauses: [{{id: one, reveals: limit}}]}}
  other: {{form: {beside}, clauses: [{{id: one, reveals: {reveals}}}]}}
products: {{device: {{conforms_to: item, launched: {launched}}}}}
"""


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"standard": "purpose: safety, form: forum"}, ["question"]),
        ({"standard": "purpose: procurement, form: de-facto"}, ["question"]),
        ({"standard": "purpose: safety, form: de-jure"}, []),
        ({"standard": "purpose: safety"}, ["unanswered"]),
        ({"standard": "purpose: adoption, form: forum"}, []),
        ({}, ["question"]),
        ({"launched": "2028-03-31"}, ["question"]),
        ({"launched": "2028-04-01"}, []),
        ({"launched": "2028"}, []),
        ({"reveals": "limit"}, []),
        ({"reveals": "limit", "beside": "de-jure"}, ["question"]),
        ({"standard": "kind: interface, purpose: adoption, form: de-jure, published: 2025"}, []),
    ],
)
def test_form_is_weighed_against_purpose_and_speed(texts: dict[str, str], expected: list[str]) -> None:
    values = {
        "standard": 'kind: interface, purpose: adoption, form: de-jure, stage: "20.00"', "beside": "forum",
        "reveals": "[]", "launched": "2027-01",
    }  # fmt: skip
    assert severities(ask("venue-against-purpose", VENUE.format(**{**values, **texts}))) == expected


@pytest.mark.parametrize(
    ("seat", "trend", "expected"),
    [
        ("organization: rival", "kind: draft-standard", ["warning"]),
        ("organization: rival", "kind: draft-standard, affects: wg", []),
        ("organization: rival", "kind: rival, affects: rival", []),
        ("organization: rival", "kind: market, affects: wg", ["warning"]),
        ("organization: rival, until: 2026-03-31", "kind: rival", []),
        ("organization: rival, until: 2026-04-01", "kind: rival", ["warning"]),
        ("organization: rival, until: 2026", "kind: rival", ["question"]),  # it may have left
        ("organization: rival, until: 2026-04", "kind: rival", ["warning"]),
        ("organization: competitor", "kind: rival", ["warning"]),
        ("organization: neutral", "kind: rival", []),
    ],
)
def test_a_rival_in_a_committee_is_watched(seat: str, trend: str, expected: list[str]) -> None:
    text = f"""
id: demo
organizations: {{rival: {{kind: rival}}, competitor: {{kind: company}}, neutral: {{kind: university}}}}
markets: {{home: {{competitors: competitor}}}}
committees: {{wg: {{seats: [{{{seat}}}]}}}}
trends: {{watch: {{{trend}}}}}
"""
    assert severities(ask("rival-drafts-unwatched", text)) == expected
