"""Where what was said of own rights, or left unsaid, begins to count against the owner."""

from __future__ import annotations

import pytest
from asking import ask

CASE = """
id: demo
organizations:
  maker: {{own: true}}
  daughter: {{parent: maker}}
  rival: {{own: false}}
people:
  speaker: {{works_for: maker}}
outputs:
  blend: {{title: Blend}}
  other: {{title: Other}}
patents:
  family: {{covers: blend, {patent}}}
declarations:
  promise: {{{promise}}}
options:
  plan: {{treatments: {{{plan}}}}}
{section}:
  talk: {{reveals: blend, {talk}}}
"""


def told(rule: str, talk: str, section: str, **texts: str) -> list[str]:
    values = {"patent": "owners: maker, priority_date: 1990-12-13", "promise": "body: nobody", "plan": "", **texts}
    found = ask(rule, CASE.format(section=section, talk=talk, **values))
    return ["unanswered" if d.is_unanswered else d.severity for d in found]


def free(talk: str = "by: maker, on: 1991-08", section: str = "publications", **texts: str) -> list[str]:
    return told("free-promise-while-pending", f"{talk}, rights_said: free", section, **texts)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1990-12-12", []), ("1990-12-13", ["question"]), ("1990-12-14", ["error"]), ("1990", ["question"]),
        ("1991", ["error"]), ("1989", []),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("section", "field"), [("publications", "on"), ("contributions", "submitted")])
def test_the_application_has_to_be_there_when_it_is_said(
    section: str, field: str, on: str, expected: list[str]
) -> None:
    assert free(f"by: maker, {field}: {on}", section) == expected


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("by: speaker, on: 1991", ["error"]), ("by: daughter, on: 1991", ["error"]), ("by: rival, on: 1991", []),
        ("on: 1991", ["unanswered"]), ("by: maker", ["unanswered"]),
    ],
)  # fmt: skip
def test_who_said_it_and_when_has_to_be_told(talk: str, expected: list[str]) -> None:
    assert free(talk) == expected


@pytest.mark.parametrize(
    ("patent", "expected"),
    [
        ("owners: maker", ["unanswered"]),
        ("owners: rival, priority_date: 1990", []),
        ("owners: maker, priority_date: 1990, members: [{office: US, status: granted}]", ["error"]),
        ("owners: maker, priority_date: 1990, members: [{office: US, status: withdrawn}]", []),
    ],
)
def test_only_own_families_that_live_stand_against_it(patent: str, expected: list[str]) -> None:
    assert free(patent=patent) == expected


@pytest.mark.parametrize(
    ("commitment", "expected"), [("royalty-free", []), ("non-assertion", []), ("frand", ["error"])]
)
def test_a_promise_that_leaves_it_free_keeps_the_word(commitment: str, expected: list[str]) -> None:
    assert free(promise=f"patents: family, by: maker, on: 1992, commitment: {commitment}") == expected


@pytest.mark.parametrize("said", ["rights_said: reserved", "rights_said: unmentioned", "venue: talk"])
def test_only_what_is_said_to_be_free_is_asked_about(said: str) -> None:
    assert told("free-promise-while-pending", f"by: maker, on: 1991, {said}", "publications") == []


def conduct(talk: str = "by: maker, on: 1991, rights_said: unmentioned", **texts: str) -> list[str]:
    return told("conduct-grants-license", f"{talk}, promotes_adoption: true", "publications", **texts)


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("by: maker, on: 1991, rights_said: unmentioned", ["question"]),
        ("by: maker, rights_said: unmentioned", ["question"]),
        ("by: maker, on: 1991", ["unanswered"]),
        ("on: 1991, rights_said: unmentioned", ["unanswered"]),
        ("by: rival, on: 1991, rights_said: unmentioned", []),
        ("by: maker, on: 1991, rights_said: reserved", []),
        ("by: maker, on: 1990-12-12, rights_said: unmentioned", []),
        ("by: maker, on: 1990-12-13, rights_said: unmentioned", ["question"]),
    ],
)
def test_silence_of_the_owner_while_promoting_is_asked_about(talk: str, expected: list[str]) -> None:
    assert conduct(talk) == expected


def test_what_does_not_invite_to_adopt_is_left_alone() -> None:
    assert told("conduct-grants-license", "by: maker, rights_said: unmentioned", "publications") == []


@pytest.mark.parametrize(
    ("plan", "expected"),
    [("blend: publish", []), ("blend: patent-free", []), ("blend: patent-license", ["question"]), ("", ["question"])],
)
def test_what_is_given_away_needs_no_reservation(plan: str, expected: list[str]) -> None:
    assert conduct(plan=plan) == expected


def test_an_assertion_shows_that_it_was_not_given_away() -> None:
    patent = "owners: maker, priority_date: 1990, members: [{office: US, status: expired}]"
    assert conduct(patent=patent) == []
    assert conduct(patent=f"{patent}, assertions: [{{on: 1997}}]") == ["question"]
    assert conduct(patent=f"{patent}, assertions: [{{on: 1997}}]", plan="blend: publish") == ["question"]


@pytest.mark.parametrize(("on", "expected"), [("1991-12-31", []), ("1992-01-01", ["question"]), ("1990", [])])
def test_a_declaration_that_named_the_family_by_then_tells_of_it(on: str, expected: list[str]) -> None:
    assert conduct(promise=f"patents: family, by: maker, on: {on}, commitment: frand") == expected


def test_what_was_built_on_the_words_is_part_of_the_chain() -> None:
    text = CASE.format(
        section="publications", talk="by: maker, on: 1991..1994, rights_said: free",
        patent="owners: maker, priority_date: 1990-12-13", promise="body: nobody", plan="",
    )  # fmt: skip
    rules = """
standards:
  limits: {clauses: [{id: one, reveals: blend}]}
  elsewhere: {clauses: [{id: one, reveals: other}]}
regulations:
  fuel-rule: {cites: limits}
  other-rule: {cites: elsewhere}
"""
    (found,) = ask("free-promise-while-pending", text + rules)
    assert found.severity == "error"
    named = {step.node for step in found.chain}
    assert {"talk", "family", "limits", "fuel-rule"} <= named
    assert not named & {"elsewhere", "other-rule"}


def test_a_later_assertion_is_part_of_the_chain() -> None:
    patent = "owners: maker, priority_date: 1990, assertions: [{against: rival}]"
    text = CASE.format(
        section="publications", talk="by: maker, on: 1991, promotes_adoption: true, rights_said: unmentioned",
        patent=patent, promise="body: nobody", plan="",
    )  # fmt: skip
    (found,) = ask("conduct-grants-license", text)
    assert any("rival" in step.what.en for step in found.chain if step.node == "family"), found.chain
