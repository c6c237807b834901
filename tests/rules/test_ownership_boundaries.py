"""Whose an output is and who must consent: what settles it, what does not, and what nobody wrote down."""

from __future__ import annotations

import pytest
from asking import ask
from families import answer

PARTIES = """\
organizations:
  maker: {title: Maker}
  university: {title: University}
  lab: {title: Laboratory}
people:
  engineer: {title: Engineer, works_for: maker}
  professor: {title: Professor, works_for: university}
  guest: {title: Guest}
"""


def made(created_by: str = "[maker, university]", more: str = "", project: str = "") -> str:
    who = f", created_by: {created_by}" if created_by else ""
    return f"id: demo\n{project}outputs:\n  coder: {{title: Coder{who}}}\n{PARTIES}{more}"


def agreed(fields: str) -> str:
    return f"agreements:\n  joint: {{{fields}}}\n"


UNCLEAR = "ownership-unclear"


@pytest.mark.parametrize(
    ("created_by", "expected"),
    [
        ("maker", "silent"),
        ("[maker, engineer]", "silent"),
        ("[maker, university]", "error"),
        ("[engineer, professor]", "error"),
        ("[maker, guest]", "unanswered"),
        ("guest", "silent"),
        ("", "silent"),
    ],
)
def test_two_organizations_need_a_settlement(created_by: str, expected: str) -> None:
    assert answer(ask(UNCLEAR, made(created_by))) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("kind: joint-research, ownership_rule: Halves, parties: [maker, university], covers: coder", "silent"),
        ("kind: joint-research, ownership_rule: Halves, parties: [engineer, professor], covers: coder", "silent"),
        ("kind: nda, ownership_rule: Halves, parties: [maker, university], covers: coder", "silent"),
        ("kind: nda, parties: [maker, university], covers: coder", "error"),
        ("kind: joint-research, ownership_rule: Halves, parties: [maker, lab], covers: coder", "question"),
        ("kind: joint-research, parties: [maker, university], covers: coder", "unanswered"),
        ("kind: joint-research, ownership_rule: Halves, covers: coder", "unanswered"),
        ("kind: joint-research, ownership_rule: Halves, parties: [maker, university]", "unanswered"),
        ("kind: joint-research, ownership_rule: Halves, parties: [maker, lab]", "error"),
    ],
)
def test_an_agreement_settles_among_its_parties(fields: str, expected: str) -> None:
    assert answer(ask(UNCLEAR, made(more=agreed(fields)))) == expected


def test_one_agreement_that_settles_is_enough() -> None:
    joint = "{kind: joint-research, ownership_rule: Halves, parties: [maker, university], covers: coder}"
    other = "{kind: consortium, parties: [maker, lab], covers: coder}"
    text = made(more=f"agreements:\n  a-frame: {other}\n  joint: {joint}\n")
    assert answer(ask(UNCLEAR, text)) == "silent"


@pytest.mark.parametrize(
    ("owners", "expected"),
    [
        ("{maker: 60, university: 40}", "silent"),
        ("maker", "silent"),
        ("[maker, university]", "unanswered"),
        ("{maker: 60, university: }", "unanswered"),
    ],
)
def test_shares_in_the_patent_settle_it(owners: str, expected: str) -> None:
    patent = f"patents:\n  family: {{covers: coder, owners: {owners}}}\n"
    assert answer(ask(UNCLEAR, made(more=patent))) == expected


@pytest.mark.parametrize(
    ("licence", "expected"),
    [("by: university, to: maker", "silent"), ("by: university, to: lab", "error"), ("by: university", "error")],
)
def test_a_licence_between_the_creators_settles_use(licence: str, expected: str) -> None:
    text = made(more=f"licenses:\n  use: {{grants: coder, {licence}}}\n")
    assert answer(ask(UNCLEAR, text)) == expected


def test_nobody_named_in_a_project_with_partners_is_not_answered() -> None:
    assert answer(ask(UNCLEAR, made("", project="partners: university\n"))) == "unanswered"


CONSENT = "co-owner-consent-missing"


def licensed(deal: str, office: str = "JP", owners: str = "[maker, university]", more: str = "") -> str:
    member = f"{{office: {office}, filed: 2024-06-03, status: pending}}"
    family = f"patents:\n  family: {{owners: {owners}, members: [{member}]}}\n"
    return f"id: demo\n{PARTIES}{family}licenses:\n  deal: {{grants: family, {deal}}}\n{more}"


@pytest.mark.parametrize(
    ("deal", "office", "expected"),
    [
        ("by: maker, terms: paid, consents: [university]", "JP", "silent"),
        ("by: maker, terms: paid, consents: []", "JP", "error"),
        ("by: maker, terms: paid, consents: [lab]", "JP", "error"),
        ("by: maker, terms: paid", "JP", "unanswered"),
        ("terms: paid, consents: []", "JP", "unanswered"),
        ("by: maker, terms: paid, consents: {not_applicable: The pool's rules hold it}", "JP", "silent"),
        ("by: maker, terms: paid, consents: []", "KR", "error"),
        ("by: maker, terms: paid, consents: []", "US", "silent"),
        ("by: maker, terms: paid, consents: []", "CN", "silent"),
        ("by: maker, terms: exclusive, consents: []", "US", "error"),
        ("by: maker, terms: exclusive, consents: []", "CN", "error"),
        ("by: maker, terms: paid, consents: []", "GB", "question"),  # remembered, not read
        ("by: maker, terms: paid, consents: []", "BR", "silent"),  # no fact, no answer
    ],
)
def test_the_law_of_the_office_says_who_must_consent(deal: str, office: str, expected: str) -> None:
    assert answer(ask(CONSENT, licensed(deal, office))) == expected


def test_one_law_known_for_certain_is_not_weakened_by_one_remembered() -> None:
    text = licensed("by: maker, terms: paid, consents: []", "GB").replace(
        "members: [", "members: [{office: JP, filed: 2024-06-03, status: pending}, "
    )
    found = ask(CONSENT, text)
    assert [(d.severity, d.facts) for d in found] == [("error", ("co-owner-licence-jp",))]


@pytest.mark.parametrize(
    ("agreement", "expected"),
    [
        ("consent_to_license: true, parties: [maker, university], covers: family", "silent"),
        ("consent_to_license: true, parties: [maker, lab], covers: family", "error"),
        ("consent_to_license: false, parties: [maker, university], covers: family", "error"),
        ("consent_to_license: true, parties: [maker, university]", "error"),
    ],
)
def test_consent_may_be_given_beforehand(agreement: str, expected: str) -> None:
    text = licensed("by: maker, terms: paid, consents: []", more=agreed(agreement))
    assert answer(ask(CONSENT, text)) == expected


@pytest.mark.parametrize(
    ("owners", "expected"),
    [("maker", "silent"), ("{maker: 100}", "silent"), ("[maker, university, lab]", "error")],
)
def test_only_co_owners_consent(owners: str, expected: str) -> None:
    assert answer(ask(CONSENT, licensed("by: maker, consents: [university]", owners=owners))) == expected


def test_a_right_that_ended_binds_nobody() -> None:
    text = licensed("by: maker, consents: []").replace("status: pending", "status: expired")
    assert answer(ask(CONSENT, text)) == "silent"


@pytest.mark.parametrize(
    ("commitment", "consents", "expected"),
    [
        ("frand", ", consents: []", "error"),
        ("royalty-free", ", consents: [university]", "silent"),
        ("frand", "", "unanswered"),
        ("refused", ", consents: []", "silent"),
        ("no-known-rights", ", consents: []", "silent"),
    ],
)
def test_a_promise_to_a_standards_body_needs_consent_too(commitment: str, consents: str, expected: str) -> None:
    declaration = f"declarations:\n  promise: {{commitment: {commitment}, by: maker, patents: family{consents}}}\n"
    text = licensed("by: maker, consents: [university]", more=declaration)
    assert answer(ask(CONSENT, text)) == expected
