"""Where the checks of what participants did with their rights begin and end to fire, and what they cannot answer."""

from __future__ import annotations

import pytest
from asking import ask

STEERED = """
id: demo
organizations:
  maker: {{own: true}}
  rival: {{own: false}}
outputs:
  latency: {{title: Latency}}
  burst: {{title: Burst}}
committees:
  memory: {{seats: [{{organization: {sits}, {seat}}}]}}
  cell: {{parent: memory}}
standards:
  sdram: {{{standard}, committee: memory, clauses: [{{id: mode, reveals: latency}}]}}
contributions:
  paper: {{to: sdram, {paper}}}
patents:
  base: {{covers: [latency, burst], owners: {owner}, priority_date: 1990-04, amendments: {amendments}}}
declarations:
  statement: {{{declaration}}}
"""


def steered(**texts: str) -> list[str]:
    values = {
        "sits": "maker", "seat": "from: 1992-05-02, until: 1996-06-10", "standard": "published: 1997",
        "paper": "by: rival", "owner": "maker", "amendments": "[{from: 1993-01, until: 1993-02, reaches: latency}]",
        "declaration": "body: nobody",
    }  # fmt: skip
    found = ask("claims-steered", STEERED.format(**{**values, **texts}))
    return ["unanswered" if d.is_unanswered else d.severity for d in found]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("1992-04-01", "1992-05-01", []), ("1992-04-01", "1992-05-02", ["question"]), ("1991", "1992", ["question"]),
        ("1990", "1991", []), ("1996-06-10", "1997-01", ["question"]), ("1996-06-11", "1997-01", []),
        ("1996-06", "1997", ["question"]), ("1996-07", "1997", []),
    ],
)  # fmt: skip
def test_only_amendments_while_the_seat_may_have_been_held_count(first: str, last: str, expected: list[str]) -> None:
    assert steered(amendments=f"[{{from: {first}, until: {last}, reaches: latency}}]") == expected


@pytest.mark.parametrize("end", ["from", "until"])
def test_one_date_is_enough_for_an_amendment(end: str) -> None:
    assert steered(amendments=f"[{{{end}: 1993, reaches: latency}}]") == ["question"]
    assert steered(amendments=f"[{{{end}: 1991, reaches: latency}}]") == []


@pytest.mark.parametrize("told", ["[]", "[{from: 1993}]", "[{reaches: latency}]"])
def test_amendments_that_are_not_told_leave_the_question_open(told: str) -> None:
    assert steered(amendments=told) == ["unanswered"]


def test_amendments_that_do_not_apply_are_an_answer() -> None:
    assert steered(amendments="{not_applicable: granted as filed}") == []


def test_a_claim_on_what_nobody_tabled_is_left_alone() -> None:
    assert steered(amendments="[{from: 1993, reaches: burst}]") == []


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        ("by: rival, reveals: burst, submitted: 1993-01-31", ["question"]),
        ("by: rival, reveals: burst, submitted: 1993-02-01", []),
        ("by: rival, reveals: burst, status: planned", []),
        ("by: maker, reveals: burst, submitted: 1992-06", []),
    ],
)
def test_papers_of_others_tabled_by_then_count_too(paper: str, expected: list[str]) -> None:
    amendments = "[{from: 1993-01-20, until: 1993-01-31, reaches: burst}]"
    assert steered(paper=paper, amendments=amendments) == expected


def test_what_the_owner_tabled_itself_was_not_learnt_there() -> None:
    assert steered(paper="by: maker, reveals: latency, submitted: 1992-06") == []


@pytest.mark.parametrize(("begun", "expected"), [("1993-02-28", ["question"]), ("1993-03-01", []), ("1994", [])])
def test_work_that_began_after_the_amendments_could_not_steer_them(begun: str, expected: list[str]) -> None:
    assert steered(standard=f"stages: [{{stage: '10.00', actual: {begun}}}]") == expected


@pytest.mark.parametrize(
    ("on", "expected"), [("1997-12-31", []), ("1998-01-01", ["question"]), ("1995", []), ("1998", ["question"])]
)
def test_a_family_disclosed_by_the_adoption_is_left_alone(on: str, expected: list[str]) -> None:
    assert steered(declaration=f"patents: base, on: {on}, by: maker, commitment: frand") == expected


def test_families_of_others_and_committees_without_us_are_left_alone() -> None:
    assert steered(owner="rival") == []
    assert steered(sits="rival") == []


LEFT = """
id: demo
organizations:
  maker: {{own: true}}
  daughter: {{parent: maker}}
  rival: {{own: false}}
outputs:
  clocking: {{title: Clocking}}
standards:
  bus: {{body: forum, {standard}, clauses: [{{id: clock, {clause}reveals: clocking}}]}}
patents:
  listed: {{owners: maker}}
  omitted: {{covers: clocking, {patent}}}
declarations:
  earlier: {{{earlier}}}
  exit-list: {{{given}}}
"""


def left(**texts: str) -> list[str]:
    values = {
        "standard": "published: 1995", "clause": "", "patent": "owners: maker, priority_date: 1990",
        "earlier": "body: forum", "given": "by: maker, body: forum, on: 1996-06-10, on_leaving: true, patents: listed",
    }  # fmt: skip
    found = ask("exit-list-incomplete", LEFT.format(**{**values, **texts}))
    return ["unanswered" if d.is_unanswered else d.severity for d in found]


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        ("1996-06-09", ["warning"]), ("1996-06-10", ["question"]), ("1996-06-11", []), ("1996", ["question"]),
        ("1997", []),
    ],
)  # fmt: skip
def test_only_families_filed_by_the_day_of_the_list_belong_on_it(filed: str, expected: list[str]) -> None:
    assert left(patent=f"owners: maker, priority_date: {filed}") == expected


@pytest.mark.parametrize(
    ("standard", "expected"),
    [
        ("published: 1996-06-09", ["warning"]),
        ("published: 1998", ["question"]),
        ("published: 1998, stages: [{stage: '10.00', actual: 1996-06-09}]", ["warning"]),
        ("published: 1998, stages: [{stage: '10.00', actual: 1996-06-10}]", ["question"]),
        ("published: 1998, stages: [{stage: '10.00', actual: 1996-06-11}]", []),
    ],
)
def test_the_body_must_have_been_at_work_before_the_exit(standard: str, expected: list[str]) -> None:
    assert left(standard=standard) == expected


@pytest.mark.parametrize(("on", "expected"), [("1996-06-10", []), ("1996-06-11", ["warning"]), ("1994", [])])
def test_what_was_disclosed_before_need_not_be_listed_again(on: str, expected: list[str]) -> None:
    assert left(earlier=f"by: maker, body: forum, on: {on}, patents: omitted, commitment: frand") == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("body: forum, on: 1996, on_leaving: true, patents: listed", ["unanswered"]),
        ("by: maker, body: forum, on_leaving: true, patents: listed", ["unanswered"]),
        ("by: maker, body: forum, on: 1996, on_leaving: true", ["unanswered"]),
        ("by: maker, on: 1996, on_leaving: true, patents: listed", ["unanswered"]),
        ("by: maker, body: elsewhere, on: 1996, on_leaving: true, patents: listed", []),
        ("by: maker, standard: bus, on: 1996, on_leaving: true, patents: listed", ["warning"]),
        ("by: daughter, body: forum, on: 1996, on_leaving: true, patents: listed", ["warning"]),
        ("by: maker, body: forum, on: 1996, on_leaving: true, patents: [listed, omitted]", []),
        ("by: maker, body: forum, on: 1996, patents: listed", []),
    ],
)
def test_whose_list_it_is_and_of_which_body_decides(given: str, expected: list[str]) -> None:
    assert left(given=given) == expected


@pytest.mark.parametrize(
    ("patent", "expected"),
    [
        ("priority_date: 1990", ["unanswered"]),
        ("owners: maker", ["unanswered"]),
        ("owners: rival, priority_date: 1990", []),
        ("owners: daughter, priority_date: 1990", ["warning"]),
        ("owners: maker, priority_date: 1990, certainty: inferred", ["question"]),
        ("owners: maker, priority_date: 1990, essentiality: {claimed: false}", []),
    ],
)
def test_owner_and_date_of_the_family_decide(patent: str, expected: list[str]) -> None:
    assert left(patent=patent) == expected


def test_informative_clauses_ask_for_no_entry() -> None:
    assert left(clause="normative: false, ") == []
