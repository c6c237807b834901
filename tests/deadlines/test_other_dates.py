"""Dates of standards, and dates that somebody set: which are still to be kept, and which are over."""

from __future__ import annotations

import pytest
from dating import dates, days

WINDOW = """
outputs: {cascade: {title: Cascade}}
committees: {style: {body: w3c}}
standards:
  sheets: {committee: style, clauses: [{id: order, reveals: cascade}], exclusion_windows: [{opened: 2026-01-19}]}
patents: {family: {covers: %s}}
"""


def test_a_window_to_exclude_patents_counts_from_its_opening_by_the_policy() -> None:
    (window,) = dates(WINDOW % "cascade", "2026-02-01", "exclusion")
    assert window.fact is not None
    assert window.on.text == "2026-06-18"
    assert not days(WINDOW % "cascade", "2026-06-19", "exclusion"), "nothing can be excluded any more"


def test_a_window_that_touches_no_family_is_nobody_s_date() -> None:
    assert not days(WINDOW % "[]", "2026-02-01", "exclusion")


def test_the_limit_of_the_track_stands_until_the_standard_is_published() -> None:
    text = 'standards: {item: {body: iso, track: 24, stages: [{stage: "10.99", actual: 2025-02-10}%s]}}'
    (limit,) = dates(text % "", "2026-01-01", "track")
    assert (limit.on.text, limit.fact.id if limit.fact else None) == ("2027-02-10", "stage-track-24")
    assert not days(text % ', {stage: "60.60", actual: 2026-01-01}', "2026-01-02", "track")


def test_a_specification_of_limited_life_is_reviewed_and_ends() -> None:
    text = "standards: {item: {body: iso, designation: ISO/PAS 99999, published: 2024-04-02%s}}"
    kinds = {d.kind: d.on.text for d in dates(text % "", "2026-01-01", "standard-review", "standard-ends")}
    assert kinds == {"standard-review": "2027-04-02", "standard-ends": "2030-04-02"}
    reviewed = dates(text % ', stage: "90.93"', "2026-01-01", "standard-review", "standard-ends")
    assert [d.kind for d in reviewed] == ["standard-ends"]


ENDS = {
    "license-ends": "licenses: {deal: {until: %s}}",
    "seat-ends": "committees: {wg: {seats: [{until: %s}]}}",
    "person-leaves": "people: {ito: {until: %s}}",
    "project-ends": "period: {until: %s}",
    "indicator": "indicators: {share: {target_by: %s}}",
}


@pytest.mark.parametrize("kind", ENDS)
def test_what_simply_ends_is_over_the_day_after(kind: str) -> None:
    assert days(ENDS[kind] % "2026-05", "2026-05-31", kind) == ["2026-05"]
    assert days(ENDS[kind] % "2026-05", "2026-06-01", kind) == []


OPEN = {
    "review": "next_review: %s",
    "secret-review": "secrets: {recipe: {next_review: %s}}",
    "timestamp": "secrets: {recipe: {prior_use: [{stage: start, timestamp_until: %s}]}}",
    "obligation": "agreements: {deal: {obligations: [{what: report, due: %s}]}}",
    "action": "actions: {file: {due: %s}}",
    "mark": "marks: {sign: {registrations: [{country: JP, until: %s}]}}",
    "fees": "patents: {family: {members: [{office: JP, filed: 2015, status: granted, fees_paid_until: %s}]}}",
}


@pytest.mark.parametrize("kind", OPEN)
def test_what_somebody_had_to_do_stays_until_it_is_done(kind: str) -> None:
    (late,) = dates(OPEN[kind] % "2026-05-04", "2026-05-05", kind)
    assert late.days_left(late.on.last.replace(day=5)) == -1
    assert late.nearness(late.on.last.replace(day=5)) == "past"


def test_a_mark_is_renewed_where_its_last_registration_ends() -> None:
    every = ["{country: JP, until: 2020-01-01}", "{country: JP, until: 2030-01-01}", "{country: US, until: 2024-01-01}"]
    found = dates(f"marks: {{sign: {{registrations: [{', '.join(every)}]}}}}", "2026-01-01", "mark")
    assert [(d.office, d.on.text) for d in found] == [("US", "2024-01-01"), ("JP", "2030-01-01")]


def test_near_is_ninety_days() -> None:
    (action,) = dates(OPEN["action"] % "2026-05-04", "2026-02-03", "action")
    assert action.nearness(action.on.last.replace(month=2, day=3)) == "near"
    assert action.nearness(action.on.last.replace(month=2, day=2)) == "far"
