"""Where a law or policy changed, the text in force on the day in question counts: the day before, the day, after."""

from __future__ import annotations

import pytest
from asking import ask
from families import answer, family

SHOWN = "outputs:\n  coder: {title: Coder}\npublications:\n  talk: {on: %s, reveals: coder%s}\n"
COVERS = "    covers: coder\n"


def shown(on: str, member: str, venue: str = "") -> str:
    """A family of one member, whose output a talk showed on a day."""
    return family(member, priority=None, more=COVERS, rest=SHOWN % (on, f", venue: {venue}" if venue else ""))


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        ("2018-06-08", "error"),  # six months: too late
        ("2018-06-09", "silent"),  # a year
        ("2018-06-10", "silent"),
        ("2018-06", "question"),  # either text
        ("2018", "question"),
        ("2018-05", "error"),
        ("2018-07", "silent"),
    ],
)
def test_japan_gave_a_year_from_2018_06_09(filed: str, expected: str) -> None:
    text = shown("2017-10-02", f"{{office: JP, filed: {filed}}}")
    assert answer(ask("grace-period-closing", text, "2018-12-31")) == expected


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        ("2012-03-30", "question"),  # remembered: only listed acts
        ("2012-03-31", "question"),
        ("2012-04-01", "silent"),  # any own act
        ("2012-04-02", "silent"),
        ("2012", "question"),
        ("2011", "question"),
        ("2013", "silent"),
    ],
)
def test_japan_excused_any_own_act_from_2012(filed: str, expected: str) -> None:
    text = shown("2011-12-01", f"{{office: JP, filed: {filed}}}")
    assert answer(ask("disclosed-before-filing", text)) == expected


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        ("2012-03-14", "question"),  # remembered: six months
        ("2012-03-15", "silent"),
        ("2012-03-16", "silent"),
        ("2012-03", "question"),
    ],
)
def test_korea_gave_a_year_from_2012_03_15(filed: str, expected: str) -> None:
    text = shown("2011-07-01", f"{{office: KR, filed: {filed}}}")
    assert answer(ask("grace-period-closing", text, "2012-12-31")) == expected


@pytest.mark.parametrize(
    ("filed", "expected"), [("2012-03-31", "question"), ("2012-04-01", "error"), ("2012", "question")]
)
def test_a_gazette_is_left_out_by_the_text_of_the_day(filed: str, expected: str) -> None:
    text = shown("2012-01-05", f"{{office: JP, filed: {filed}}}", "gazette")
    assert answer(ask("gazette-relied-on-as-grace", text)) == expected


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        ("2015-07-28", "error"),
        ("2015-07-29", "question"),  # a late claim for a fee
        ("2015-07-30", "question"),
    ],
)
def test_korea_let_the_claim_be_made_late_from_2015_07_29(filed: str, expected: str) -> None:
    member = f"{{office: KR, filed: {filed}, grace_statement: 2015-09-01, grace_proof: 2015-08-03}}"
    found = ask("grace-formalities-missing", shown("2015-06-01", member))
    assert answer([d for d in found if str(d.subjects[0].field).endswith("grace_statement")]) == expected


@pytest.mark.parametrize(
    ("office", "filed", "today", "expected"),
    [
        ("KR", "2017-02-28", "2020-06-01", "silent"),  # five years
        ("KR", "2017-03-01", "2020-06-01", "error"),  # three
        ("KR", "2017-03-02", "2020-06-01", "error"),
        ("KR", "2017", "2020-01-02", "question"),  # three years certainly near, if that text applies
        ("KR", "2016", "2020-06-01", "silent"),
        ("IN", "2024-03-14", "2026-12-01", "silent"),  # forty-eight months
        ("IN", "2024-03-15", "2026-12-01", "error"),  # thirty-one
        ("IN", "2024-03-16", "2026-12-01", "error"),
        ("IN", "2024-03", "2026-12-01", "question"),
    ],
)
def test_the_period_for_the_examination_request_is_that_of_the_filing(
    office: str, filed: str, today: str, expected: str
) -> None:
    text = family(f"{{office: {office}, filed: {filed}, status: pending}}", priority=None)
    assert answer(ask("examination-request-deadline", text, today)) == expected


@pytest.mark.parametrize(
    ("filed", "claimed", "expected"),
    [
        ("2024-01-19", "", "error"),
        ("2024-01-20", "", "question"),  # China may have restored the priority
        ("2024-01-21", "", "question"),
        ("2024-01-21", ", priority_claimed: true", "question"),
        ("2024-01-21", ", priority_claimed: false", "silent"),
        ("2024-02-20", "", "question"),  # the last day of the two months
        ("2024-02-21", "", "error"),
    ],
)
def test_china_restores_priority_from_2024_01_20(filed: str, claimed: str, expected: str) -> None:
    first = "{office: JP, filed: 2022-12-20}"
    text = family(first, f"{{office: CN, filed: {filed}{claimed}}}", priority="2022-12-20")
    assert answer(ask("priority-chain-broken", text)) == expected


@pytest.mark.parametrize(
    ("completed", "expected"),
    [
        ("2016-03-31", "silent"),
        ("2016-04-01", "warning"),
        ("2016-04-02", "warning"),
        ("2016", "question"),
        ("2015", "silent"),
    ],
)
def test_an_employer_needs_its_rule_beforehand_from_2016_04_01(completed: str, expected: str) -> None:
    text = f"""
id: demo
owner: maker
outputs: {{coder: {{completed_on: {completed}, created_by: maker}}}}
organizations: {{maker: {{country: JP, invention_rule_since: 2017-04-01}}}}
"""
    assert answer(ask("employee-invention-rule-missing", text)) == expected


PROMISED = """
id: demo
organizations: {{maker: {{own: true}}, rival: {{own: false}}}}
standards: {{radio: {{body: {body}}}}}
patents:
  wave:
    owners: maker
    assertions: [{{on: 2024-03-01, demand: injunction, against: rival, willing: true, within_promise: true}}]
declarations:
  letter: {{by: maker, standard: radio, on: {on}, commitment: frand, patents: wave}}
"""


@pytest.mark.parametrize(
    ("body", "on", "expected", "facts"),
    [
        ("ieee", "2015-02-07", "error", ()),
        ("ieee", "2015-02-08", "error", ("policy-edition-2015-ieee",)),
        ("ieee", "2015-02-09", "error", ("policy-edition-2015-ieee",)),
        ("ieee", "2022-12-30", "error", ("policy-edition-2015-ieee",)),
        ("ieee", "2022-12-31", "error", ("policy-edition-2015-ieee",)),
        ("ieee", "2023-01-01", "question", ("policy-edition-2023-ieee",)),  # the limit on injunctions was loosened
        ("ieee", "2023-01-02", "question", ("policy-edition-2023-ieee",)),
        ("ieee", "2022", "error", ("policy-edition-2015-ieee",)),
        ("etsi", "2023-01-01", "error", ()),
    ],
)
def test_an_injunction_goes_by_the_ieee_text_the_letter_was_given_under(
    body: str, on: str, expected: str, facts: tuple[str, ...]
) -> None:
    found = ask("assertion-against-commitment", PROMISED.format(body=body, on=on))
    assert (answer(found), found[0].facts) == (expected, facts)


ADOPTED = """
id: demo
organizations: {{maker: {{own: true}}}}
outputs: {{codec: {{title: Codec}}}}
committees: {{group: {{body: {body}, seats: [{{organization: maker, from: 1990}}]}}}}
standards:
  coding: {{body: {body}, committee: group, published: {on}, clauses: [{{id: codec, reveals: codec}}]}}
patents: {{family: {{covers: codec, owners: maker, priority_date: 1991-03-01}}}}
"""


@pytest.mark.parametrize(
    ("body", "on", "expected", "facts"),
    [
        ("etsi", "1994-11-22", "unanswered", ()),
        ("etsi", "1994-11-23", "error", ("policy-trigger-etsi-1994",)),
        ("etsi", "1994-11-24", "error", ("policy-trigger-etsi-1994",)),
        ("etsi", "2005-10-31", "error", ("policy-trigger-etsi-1994",)),
        ("etsi", "2005-11-01", "error", ("policy-trigger-etsi-2005",)),
        ("etsi", "2005-12-01", "error", ("policy-trigger-etsi-2005",)),
        ("iso", "2007-02-28", "unanswered", ()),
        ("iso", "2007-03-01", "error", ("policy-trigger-iso",)),
        ("iso", "2007-03-02", "error", ("policy-trigger-iso",)),
        ("iso", "2007", "unanswered", ()),  # before or under the text
        ("jedec", "2010-05-31", "unanswered", ()),
        ("jedec", "2010-06-15", "question", ("policy-trigger-jedec",)),  # some day of that month
        ("jedec", "2010-07-01", "error", ("policy-trigger-jedec",)),
        ("ietf", "2017-04-30", "unanswered", ()),
        ("ietf", "2017-05-30", "question", ("policy-trigger-ietf",)),
        ("ietf", "2017-06-01", "error", ("policy-trigger-ietf",)),
        ("w3c", "2020-09-14", "unanswered", ()),
        ("w3c", "2020-09-15", "error", ("policy-trigger-w3c",)),
    ],
)
def test_silence_is_measured_by_the_policy_in_force_at_the_adoption(
    body: str, on: str, expected: str, facts: tuple[str, ...]
) -> None:
    found = ask("participant-silent", ADOPTED.format(body=body, on=on))
    assert (answer(found), found[0].facts) == (expected, facts)


REPLACED = """
id: demo
standards: {{spec: {{body: iso}}}}
patents: {{family: {{title: Family}}}}
declarations:
  first: {{standard: spec, on: 2007-06-01, commitment: royalty-free, patents: family}}
  second: {{standard: spec, on: {on}, commitment: frand, patents: family, replaces: first}}
"""


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2012-04-22", "warning"), ("2012-04-23", "error"), ("2012-04-24", "error"), ("2012", "warning")],
)
def test_a_worse_declaration_is_forbidden_from_2012_04_23(on: str, expected: str) -> None:
    assert answer(ask("declaration-downgraded", REPLACED.format(on=on))) == expected


SOLD_OFF = """
id: demo
organizations: {{maker: {{own: true}}, fund: {{own: false}}}}
standards: {{radio: {{body: {body}}}}}
patents:
  wave:
    owners: fund
    assigned_from: maker
    assigned_on: {on}
    commitments_assumed_on: {{not_applicable: nothing was said}}
    members: [{{office: CN, filed: 2007-01-15, status: granted}}]
declarations:
  promise: {{by: maker, standard: radio, on: 2007-06-01, commitment: frand, patents: wave}}
"""


@pytest.mark.parametrize(
    ("body", "on", "expected", "facts"),
    [
        ("iso", "2012-04-22", "error", ()),
        ("iso", "2012-04-23", "warning", ("policy-transfer-2012-iso",)),
        ("iso", "2012-04-24", "warning", ("policy-transfer-2012-iso",)),
        ("etsi", "2013-02-28", "error", ()),
        ("etsi", "2013-03-31", "question", ("policy-transfer-etsi",)),  # the clause is remembered only
        ("nobody", "2024-11-07", "error", ()),
        ("nobody", "2024-11-08", "error", ("sep-guidelines-cn",)),
        ("nobody", "2024-11-09", "error", ("sep-guidelines-cn",)),
    ],
)
def test_a_transfer_goes_by_what_was_asked_on_its_day(
    body: str, on: str, expected: str, facts: tuple[str, ...]
) -> None:
    found = ask("commitment-lost-on-transfer", SOLD_OFF.format(body=body, on=on))
    assert (answer(found), found[0].facts) == (expected, facts)


POOL = "id: demo\nlicenses: {{pool: {{terms: pool, territory: [{territory}], competition_reviewed: {on}{more}}}}}"


@pytest.mark.parametrize(
    ("today", "on", "more", "territory", "expected"),
    [
        ("2026-04-30", "2025-06-02", "", "DE", "silent"),  # the rules are not yet in force
        ("2026-05-01", "2025-06-02", "", "DE", "question"),
        ("2026-05-02", "2026-04-30", "", "DE", "question"),
        ("2026-05-02", "2026-05-01", "", "DE", "silent"),
        ("2026-06-01", "2026", "", "DE", "question"),
        ("2026-06-01", "2025-06-02", "", "world", "question"),
        ("2026-06-01", "2025-06-02", "", "JP", "silent"),
        ("2026-06-01", "2025-06-02", ", from: 2020, until: 2027-04-30", "DE", "silent"),  # spared until then
        ("2026-06-01", "2025-06-02", ", from: 2020, until: 2027-05-01", "DE", "question"),
        ("2026-06-01", "2025-06-02", ", from: 2026-05-01, until: 2027-04-30", "DE", "question"),
    ],
)
def test_a_pool_is_reviewed_under_the_european_rules_of_2026(
    today: str, on: str, more: str, territory: str, expected: str
) -> None:
    assert answer(ask("pool-unreviewed", POOL.format(territory=territory, on=on, more=more), today)) == expected
