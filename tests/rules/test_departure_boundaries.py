"""What must be asked for before technology leaves: each country's period, the law of the day, closed meetings."""

from __future__ import annotations

import pytest
from asking import ask
from families import answer

LICENSE = "foreign-filing-license-missing"


def made(
    *members: str, country: str | None = "US", family: str = "", inventor: str | None = None, owner: str | None = None
) -> str:
    place = f", completed_in: {country}" if country else ""
    lines = [f"      - {member}" for member in members]
    people = f"people:\n  maker: {{title: Maker{inventor}}}\n" if inventor is not None else ""
    owners = f"organizations:\n  firm: {{title: Firm, country: {owner}}}\n" if owner else ""
    links = ("    inventors: maker\n" if inventor is not None else "") + ("    owners: firm\n" if owner else "")
    head = f"id: demo\noutputs:\n  coder: {{title: Coder{place}}}\n{people}{owners}"
    return f"{head}patents:\n  family:\n    covers: coder\n{family}{links}    members:\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("filed", "clearance", "expected"),
    [
        ("2025-01-19", None, "error"),  # before the filing at home
        ("2025-01-20", None, "unanswered"),  # the licence may have come with that filing
        ("2025-07-20", None, "unanswered"),  # the last day of the six months
        ("2025-07-21", None, "silent"),
        ("2025-07", None, "unanswered"),
        ("2025-02-03", "2025-02-02", "silent"),
        ("2025-02-03", "2025-02-03", "silent"),
        ("2025-02-03", "2025-02-04", "error"),
        ("2025-02-03", "2025-02", "question"),
        ("2025-02", "2025-02-14", "question"),
    ],
)
def test_an_invention_made_in_the_united_states_waits_or_has_its_licence(
    filed: str, clearance: str | None, expected: str
) -> None:
    family = f"    clearance: {clearance}\n" if clearance else ""
    text = made("{office: US, filed: 2025-01-20}", f"{{office: JP, filed: {filed}}}", family=family)
    assert answer(ask(LICENSE, text)) == expected


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        ("2021-05-31", "question"),  # remembered only
        ("2021-06-01", "error"),
        ("2021-06-02", "error"),
        ("2021", "question"),
        ("2024-01-19", "error"),
        ("2024-01-20", "error"),
        ("2024-01", "question"),  # two texts
    ],
)
def test_china_is_asked_by_the_text_in_force_on_the_day_of_filing(filed: str, expected: str) -> None:
    found = ask(LICENSE, made(f"{{office: US, filed: {filed}}}", country="CN"))
    assert answer(found) == expected


@pytest.mark.parametrize(("filed", "row"), [("2024-01-19", "foreign-cn-2021"), ("2024-01-20", "foreign-cn")])
def test_china_names_the_text_it_goes_by(filed: str, row: str) -> None:
    found = ask(LICENSE, made(f"{{office: US, filed: {filed}}}", country="CN"))
    assert found[0].facts == (row,)


@pytest.mark.parametrize(
    ("application", "country", "expected"),
    [
        ("PCT/CN2025/000001", "CN", "silent"),  # received there: it counts as the request
        ("PCT/JP2025/000001", "CN", "error"),
        ("PCT/US2025/000001", "US", "silent"),
        (None, "US", "error"),
    ],
)
def test_a_pct_application_received_at_home_has_not_left(application: str | None, country: str, expected: str) -> None:
    number = f", application: {application}" if application else ""
    assert answer(ask(LICENSE, made(f"{{office: WO, filed: 2025-02-03{number}}}", country=country))) == expected


@pytest.mark.parametrize(
    ("country", "filed", "expected"),
    [
        ("IN", "2025-01-19", "error"),
        ("IN", "2025-03-02", "unanswered"),
        ("IN", "2025-03-03", "silent"),  # six weeks before
        ("IN", "2025-03-04", "silent"),
        ("MY", "2025-01-19", "error"),
        ("MY", "2025-03-19", "unanswered"),
        ("MY", "2025-03-20", "silent"),  # two months before
        ("MY", "2025-03-21", "silent"),
    ],
)
def test_a_resident_files_at_home_long_enough_before(country: str, filed: str, expected: str) -> None:
    home, abroad = f"{{office: {country}, filed: 2025-01-20}}", f"{{office: JP, filed: {filed}}}"
    text = made(home, abroad, country="JP", inventor=f", country: {country}")
    assert answer(ask(LICENSE, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (made("{office: EP, filed: 2025-02-03}", country="JP"), "silent"),
        (made("{office: EP, filed: 2025-02-03}", country=None), "silent"),  # nothing points there
        (made("{office: EP, filed: 2025-02-03}", country=None, owner="US"), "unanswered"),
        (made("{office: US, filed: 2025-02-03}", country=None, owner="US"), "silent"),  # it has not left
        (made("{office: EP, filed: 2025-02-03}", country="JP", owner="IN"), "unanswered"),  # by whom is unknown
        (made("{office: EP, filed: 2025-02-03}", country="JP", owner="IN", inventor=""), "unanswered"),
        (made("{office: EP, filed: 2025-02-03}", country="JP", owner="IN", inventor=", country: JP"), "silent"),
        (made("{office: EP, status: pending}"), "unanswered"),
        (made("{office: US, status: pending}", "{office: EP, filed: 2025-02-03}"), "unanswered"),
        (made("{office: EP, status: planned}"), "silent"),
        (made("{office: EP, filed: 2025-02-03}", family="    priority_date: 2024-06-03\n"), "unanswered"),
        (made("{office: EP, filed: 2025-02-03}", family="    right: design\n"), "silent"),
        (made("{office: EP, filed: 2025-02-03}", family="    clearance: {not_applicable: Published}\n"), "silent"),
        (made("{office: KR, filed: 2025-02-03}", country="KR"), "silent"),
    ],
)
def test_only_what_is_tied_to_such_a_country_is_asked(text: str, expected: str) -> None:
    assert answer(ask(LICENSE, text)) == expected


EXPORT = "export-control-unchecked"
PARTY = "organizations:\n  maker: {{title: Maker{home}}}\n  yard: {{title: Yard{there}}}\n"


def shared(output: str, act: str, home: str = ", country: JP", there: str = ", country: FR") -> str:
    parties = PARTY.format(home=home, there=there)
    return f"id: demo\nowner: maker\noutputs:\n  sonar: {{title: Sonar{output}}}\n{parties}{act}"


CONTROLLED = ", export_controlled: true"
LICENCE = "licenses:\n  deal: {{terms: paid, grants: sonar, by: maker, to: yard, from: {on}}}\n"
PAPER = "contributions:\n  paper: {{submitted: {on}, reveals: sonar{confidential}}}\n"


@pytest.mark.parametrize(
    ("on", "checked", "expected"),
    [
        ("2025-03-02", "2025-03-03", "warning"),
        ("2025-03-03", "2025-03-03", "silent"),
        ("2025-03-04", "2025-03-03", "silent"),
        ("2025-03", "2025-03-03", "question"),
        ("2025-03-03", "2025", "question"),
        ("2025-03-03", None, "warning"),
    ],
)
def test_the_check_comes_before_the_handover(on: str, checked: str | None, expected: str) -> None:
    output = CONTROLLED + (f", export_checked: {checked}" if checked else "")
    assert answer(ask(EXPORT, shared(output, LICENCE.format(on=on)))) == expected


@pytest.mark.parametrize(
    ("output", "there", "home", "expected"),
    [
        (CONTROLLED, ", country: FR", ", country: JP", "warning"),
        (CONTROLLED, ", country: JP", ", country: JP", "silent"),
        (CONTROLLED, "", ", country: JP", "unanswered"),
        (CONTROLLED, ", country: FR", "", "unanswered"),
        ("", ", country: FR", ", country: JP", "unanswered"),
        (", export_controlled: false", ", country: FR", ", country: JP", "silent"),
        (", export_controlled: {not_applicable: Not listed}", ", country: FR", ", country: JP", "silent"),
        (f"{CONTROLLED}, export_checked: {{not_applicable: Exempt}}", ", country: FR", ", country: JP", "silent"),
    ],
)
def test_foreign_parties_count_and_unknown_ones_are_asked(output: str, there: str, home: str, expected: str) -> None:
    assert answer(ask(EXPORT, shared(output, LICENCE.format(on="2025-03-03"), home, there))) == expected


@pytest.mark.parametrize(
    ("confidential", "expected"),
    [(", confidential: true", "warning"), (", confidential: false", "silent"), ("", "unanswered"),
     (", confidential: true, status: withdrawn", "silent")],
)  # fmt: skip
def test_only_a_meeting_open_to_anybody_is_exempt(confidential: str, expected: str) -> None:
    text = shared(CONTROLLED, PAPER.format(on="2025-03-03", confidential=confidential))
    assert answer(ask(EXPORT, text)) == expected


@pytest.mark.parametrize(
    ("on", "expected", "facts"),
    [
        ("2022-09-08", "warning", ()),
        ("2022-09-09", "question", ("export-standards-us-2022",)),
        ("2022-09-10", "question", ("export-standards-us-2022",)),
        ("2024-07-17", "question", ("export-standards-us-2022",)),
        ("2024-07-18", "question", ("export-standards-us-2024",)),
        ("2024-07-19", "question", ("export-standards-us-2024",)),
    ],
)
def test_standards_work_from_the_united_states_goes_by_the_rule_of_its_day(
    on: str, expected: str, facts: tuple[str, ...]
) -> None:
    text = shared(CONTROLLED, PAPER.format(on=on, confidential=", confidential: true"), home=", country: US")
    found = ask(EXPORT, text)
    assert (answer(found), found[0].facts) == (expected, facts)


STALE = "fact-stale"
WAITING = (
    "id: demo\npatents:\n  family:\n    priority_date: 2024-03-04\n    members:\n      - {{office: {office}{rest}}}\n"
)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-01-20", "silent"),  # the Chinese text of 2024-01-20 is two years old today
        ("2026-01-21", "question"),
        ("2027-03-04", "question"),  # the last day for the request
        ("2027-03-05", "silent"),  # past: another check speaks
    ],
)
def test_a_fact_grows_stale_after_two_years_while_a_date_rests_on_it(today: str, expected: str) -> None:
    text = WAITING.format(office="CN", rest=", filed: 2024-06-03, status: pending") + "      - {office: JP}\n"
    found = [d for d in ask(STALE, text, today) if "examination-cn" in d.facts]
    assert answer(found) == expected


def test_one_stale_fact_is_told_once_and_named() -> None:
    rest = ", filed: 2024-03-04, status: pending"
    text = WAITING.format(office="AU", rest=rest) + "      - {office: AU, filed: 2024-05-06, status: pending}\n"
    found = [d for d in ask(STALE, text) if "examination-au" in d.facts]
    assert len(found) == 1
    assert "examination-au" in found[0].message.ja


@pytest.mark.parametrize(
    ("standard", "expected"),
    [
        ("{body: w3c, stage: '30.20'}", "question"),  # the text of 2020 is in use
        ("{body: w3c, published: 2021-03}", "silent"),  # adopted: no duty is open
        ("{body: nobody, stage: '30.20'}", "silent"),
    ],
)
def test_the_policy_of_a_body_where_work_goes_on_is_looked_at(standard: str, expected: str) -> None:
    assert answer(ask(STALE, f"id: demo\nstandards:\n  item: {standard}\n")) == expected
