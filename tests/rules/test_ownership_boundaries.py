"""Whose an output is and who must consent: what settles it, what does not, and what nobody wrote down."""

from __future__ import annotations

import pytest
from asking import ask
from families import OPTION, answer

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


def begun(fields: str, project: str = "period: {from: 2025-04-01}\npartners: university\n") -> str:
    return f"id: demo\n{project}{PARTIES}{agreed(fields)}"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("kind: ip-agreement, signed: 2025-03-31", "silent"),
        ("kind: ip-agreement, signed: 2025-04-01", "silent"),
        ("kind: ip-agreement, signed: 2025-04-02", "error"),
        ("kind: ip-agreement, signed: 2025-04", "question"),
        ("kind: ip-agreement, signed: 2025", "question"),
        ("kind: ip-agreement", "unanswered"),
        ("kind: ip-agreement, signed: 2025-09-01, from: 2025-10-01", "silent"),  # meant for a later matter
        ("kind: nda, signed: 2025-09-01", "silent"),
    ],
)
def test_agreements_come_before_the_start(fields: str, expected: str) -> None:
    assert answer(ask("agreement-after-start", begun(fields))) == expected


def test_agreements_matter_to_partners_with_a_start() -> None:
    late = "kind: ip-agreement, signed: 2025-06-02"
    assert answer(ask("agreement-after-start", begun(late, "partners: university\n"))) == "unanswered"
    assert answer(ask("agreement-after-start", begun(late, "period: {from: 2025-04-01}\n"))) == "silent"


FUNDER = "funder-approval-missing"


@pytest.mark.parametrize(
    ("kind", "obligation", "expected"),
    [
        ("funding", "kind: report, due: 2026-03-31", "error"),
        ("funding", "kind: report, due: 2026-04-01", "silent"),  # today is the last day
        ("funding", "kind: report, due: 2026-04", "silent"),
        ("funding", "kind: report, due: 2026", "question"),
        ("funding", "kind: approval, due: 2026-03-31", "error"),
        ("funding", "kind: payment, due: 2026-03-31", "silent"),
        ("funding", "kind: report, due: 2026-03-31, done: 2026-05-01", "silent"),
        ("funding", "kind: report", "unanswered"),
        ("nda", "kind: report, due: 2026-03-31", "silent"),
    ],
)
def test_a_funders_report_is_due_on_a_day(kind: str, obligation: str, expected: str) -> None:
    fields = f"kind: {kind}, obligations: [{{what: Report, {obligation}}}]"
    assert answer(ask(FUNDER, f"id: demo\n{agreed(fields)}")) == expected


@pytest.mark.parametrize(
    ("obligations", "expected"),
    [
        ("[{what: Approve, kind: approval, done: 2025-03-31}]", "silent"),
        ("[{what: Approve, kind: approval, done: 2025-04-01}]", "silent"),
        ("[{what: Approve, kind: approval, done: 2025-04-02}]", "error"),
        ("[{what: Approve, kind: approval, done: 2025-04}]", "question"),
        ("[{what: Approve, kind: approval, due: 2027-01-01}]", "error"),
        ("[]", "unanswered"),
    ],
)
def test_a_funded_patent_is_transferred_after_the_approval(obligations: str, expected: str) -> None:
    fields = f"kind: funding, obligations: {obligations}, covers: family"
    text = f"id: demo\npatents:\n  family: {{assigned_on: 2025-04-01}}\n{agreed(fields)}"
    assert answer(ask(FUNDER, text)) == expected


def employing(rule: str, made: str = ", completed_on: 2024-09-02", country: str = "JP") -> str:
    maker = f"{{title: Maker, own: true, country: {country}{rule}}}"
    return f"id: demo\noutputs:\n  coder: {{created_by: maker{made}}}\norganizations:\n  maker: {maker}\n"


@pytest.mark.parametrize(
    ("rule", "made", "country", "expected"),
    [
        (", invention_rule_since: 2024-09-02", ", completed_on: 2024-09-02", "JP", "silent"),
        (", invention_rule_since: 2024-09-03", ", completed_on: 2024-09-02", "JP", "warning"),
        (", invention_rule_since: 2024-09-03", ", completed_on: 2024-09", "JP", "question"),
        (", invention_rule_since: 2024-09-03", "", "JP", "silent"),
        ("", ", completed_on: 2024-09-02", "JP", "unanswered"),
        ("", ", completed_on: 2024-09-02", "DE", "silent"),  # no fact, no answer
        ("", ", completed_on: 2010", "JP", "silent"),  # before the law said so
        (", invention_rule_since: {not_applicable: A sole founder}", ", completed_on: 2024-09-02", "JP", "silent"),
    ],
)
def test_the_rule_on_inventions_comes_first(rule: str, made: str, country: str, expected: str) -> None:
    assert answer(ask("employee-invention-rule-missing", employing(rule, made, country))) == expected


def test_the_first_filing_shows_that_it_was_made_by_then() -> None:
    patent = "patents:\n  family: {covers: coder, priority_date: 2024-09-02}\n"
    text = employing(", invention_rule_since: 2024-09-03", "") + patent
    assert answer(ask("employee-invention-rule-missing", text)) == "warning"


@pytest.mark.parametrize(
    ("fields", "mode", "expected"),
    [
        ("publication_review: true, parties: [maker, university], covers: coder", "keep-secret", "silent"),
        ("publication_review: false, parties: [maker, university], covers: coder", "keep-secret", "warning"),
        ("publication_review: true, parties: [maker, lab], covers: coder", "keep-secret", "warning"),
        ("publication_review: true, covers: coder", "keep-secret", "silent"),
        ("parties: [maker, university], covers: coder", "keep-secret", "unanswered"),
        ("publication_review: true, parties: [maker, university]", "keep-secret", "warning"),
        ("publication_review: false, parties: [maker, university], covers: coder", "publish", "silent"),
    ],
)
def test_a_university_lets_its_papers_be_read(fields: str, mode: str, expected: str) -> None:
    text = made(more=agreed(fields) + OPTION.replace("{mode}", mode))
    text = text.replace("university: {title: University}", "university: {title: University, kind: university}")
    assert answer(ask("partner-publication-uncontrolled", text)) == expected


def test_a_university_that_a_secret_is_shared_with_counts_too() -> None:
    secret = "secrets:\n  recipe: {protects: coder, shared_with: professor}\n"
    text = made("maker", more=secret + OPTION.replace("{mode}", "keep-secret"))
    text = text.replace("university: {title: University}", "university: {title: University, kind: university}")
    assert answer(ask("partner-publication-uncontrolled", text)) == "warning"


FUNDED = """
id: demo
outputs: {{coder: {{funded_by: contract}}}}
patents: {{family: {{covers: coder}}}}
licenses: {{deal: {{terms: {terms}, grants: family{begins}}}}}
agreements: {{contract: {{kind: funding{obligations}}}}}
"""


@pytest.mark.parametrize(
    ("terms", "begins", "done", "expected"),
    [
        ("exclusive", ", from: 2025-06-02", "2025-06-01", "silent"),
        ("exclusive", ", from: 2025-06-02", "2025-06-02", "silent"),
        ("exclusive", ", from: 2025-06-02", "2025-06-03", "error"),
        ("exclusive", ", from: 2025-06-02", "2025-06", "question"),
        ("exclusive", ", from: 2025-06-02", None, "unanswered"),
        ("exclusive", "", "2025-06-01", "unanswered"),
        ("paid", ", from: 2025-06-02", "2025-06-03", "silent"),
    ],
)
def test_an_exclusive_right_waits_for_the_funder(terms: str, begins: str, done: str | None, expected: str) -> None:
    approval = f", obligations: [{{what: Approve, kind: approval, due: 2030-01-01, done: {done}}}]" if done else ""
    text = FUNDED.format(terms=terms, begins=begins, obligations=approval)
    assert answer(ask("funder-approval-missing", text)) == expected
