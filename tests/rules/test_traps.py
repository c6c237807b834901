"""The traps of the case sheets: dates and counts that history records in two ways, both right."""

from __future__ import annotations

from datetime import date

import pytest
from asking import ask

from oc_strategy.checking import Settings
from oc_strategy.facts import Facts
from oc_strategy.model.filing import priority_end
from oc_strategy.model.participation import sittings
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Committee
from oc_strategy.portfolio import project_of_text
from oc_strategy.report import report
from oc_strategy.tables.book import workbook
from oc_strategy.tables.sheet import Table

MEMBERSHIP = """
id: demo
organizations: {maker: {own: true}}
outputs: {burst: {title: Burst length}}
committees:
  memory:
    body: forum
    policy_requires_disclosure: true
    seats:
      - {organization: maker, role: observer, from: 1991-12, until: 1991-12}
      - {organization: maker, role: member, from: 1992, until: 1996-06}
standards:
  sdram: {published: 1993, committee: memory, clauses: [{id: mode, normative: true, reveals: burst}]}
patents:
  base: {covers: burst, owners: maker, priority_date: FILED}
  listed: {owners: maker, priority_date: 1990}
declarations:
  exit-list: {by: maker, body: forum, on: 1996-06-17, on_leaving: true, patents: listed}
"""


def rows(yaml_text: str, sheet: str, title: str) -> list[str]:
    """The rows of a table of the workbook, each as the text of its cells."""
    loaded = project_of_text(yaml_text)
    assert not loaded.mistakes
    book = workbook(report(loaded, Settings(date(2026, 4, 1), Facts()), "restricted"))
    blocks = next(each for each in book.sheets if each.key == sheet).blocks
    table = next(b for b in blocks if isinstance(b, Table) and title in ("", b.title.en if b.title else ""))
    return [" ".join(str(cell.value) for cell in row.cells) for row in table.rows]


def test_attendance_membership_and_exit_are_three_dates_and_all_are_kept() -> None:
    graph = project_of_text(MEMBERSHIP.replace("FILED", "1990-04")).graph
    (committee,) = graph.of(Committee)
    seats = sittings(graph, committee)
    assert [(str(seat.from_), str(seat.until)) for seat in seats] == [("1991-12", "1991-12"), ("1992", "1996-06")]


@pytest.mark.parametrize(
    ("filed", "silent", "left"), [("1990-04", 1, 1), ("1992-05", 1, 1), ("1994", 0, 1), ("1996-06-18", 0, 0)]
)
def test_the_seat_counts_for_the_duty_and_the_day_of_the_letter_for_the_exit(
    filed: str, silent: int, left: int
) -> None:
    text = MEMBERSHIP.replace("FILED", filed)
    assert len(ask("participant-silent", text)) == silent
    found = ask("exit-list-incomplete", text)
    assert len(found) == left
    assert all("1996-06-17" in step.what.en for d in found for step in d.chain[:1])


TWELVE = """
id: demo
patents:
  family:
    right: patent
    priority_date: 2011-05-02
    members:
      - {office: EP, filed: 2011-05-02}
      - {office: US, filed: FILED, priority_claimed: true}
"""


@pytest.mark.parametrize(
    ("filed", "days", "expected"), [("2012-05-01", 365, []), ("2012-05-02", 366, []), ("2012-05-03", 367, ["error"])]
)
def test_twelve_months_are_counted_by_the_calendar_and_not_as_365_days(
    filed: str, days: int, expected: list[str]
) -> None:
    text = TWELVE.replace("FILED", filed)
    (patent,) = project_of_text(text).graph.of(Patent)
    start = patent.priority_date
    assert start is not None
    assert (date.fromisoformat(filed) - start.first).days == days
    assert priority_end(patent, start).last == date(2012, 5, 2)
    assert [d.severity for d in ask("priority-chain-broken", text)] == expected


PAPER = """
id: demo
organizations: {maker: {own: true}}
outputs: {symbol: {title: Symbol}}
committees: {group: {title: Group}}
contributions: {paper: {by: maker, to: group, public_on: SHOWN, reveals: symbol, confidential: false}}
patents:
  family: {covers: symbol, owners: maker, priority_date: 2005-10-19, members: [{office: EP, filed: 2005-10-19}]}
"""


@pytest.mark.parametrize(
    ("shown", "expected"), [("2005-10-18", ["error"]), ("2005-10-19", ["question"]), ("2005-10-20", [])]
)
def test_the_day_of_filing_is_one_day_and_no_clock_decides_within_it(shown: str, expected: list[str]) -> None:
    assert [d.severity for d in ask("disclosed-before-filing", PAPER.replace("SHOWN", shown))] == expected


@pytest.mark.parametrize("moment", ["2005-10-19T09:00", "2005-10-19T23:30:00Z", "2005-10-19 09:00+09:00"])
def test_a_time_of_day_is_no_date_so_that_time_zones_are_never_compared(moment: str) -> None:
    mistakes = project_of_text(PAPER.replace("SHOWN", f'"{moment}"')).mistakes
    assert [mistake.code for mistake in mistakes] == ["not-a-date"]


def test_families_and_members_are_different_units_and_both_are_counted() -> None:
    family = "{members: [{office: JP}, {office: US}, {office: EP}]}"
    text = f"id: demo\npatents: {{one: {family}, two: {family}}}\n"
    assert len(rows(text, "patents", "Patent families")) == 2
    assert len(rows(text, "patents", "Patent families: Family members")) == 6


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("2005-09..2005-10-18", ["error"]),
        ("2005-09..2005-10-19", ["question"]),
        ("2005-10..2005-11", ["question"]),
        ("2005", ["question"]),
        ("2005-10-20..2005-11", []),
    ],
)
def test_a_partial_date_stays_the_interval_that_it_is(shown: str, expected: list[str]) -> None:
    assert [d.severity for d in ask("disclosed-before-filing", PAPER.replace("SHOWN", shown))] == expected


def test_a_month_that_sources_tell_differently_is_kept_as_both() -> None:
    text = "id: demo\ntrends: {ruling: {title: Ruling, last_checked: 2006-07..2006-08}}\n"
    assert any("2006-07..2006-08" in row for row in rows(text, "monitoring", ""))
