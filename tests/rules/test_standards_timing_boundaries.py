"""Where the checks of time in standards work begin and end to fire: too late, past the track, at the end of life."""

from __future__ import annotations

import pytest
from asking import ask

from oc_strategy.model.diagnostic import Diagnostic


def severities(found: list[Diagnostic]) -> list[str]:
    return ["unanswered" if d.is_unanswered else d.severity for d in found]


OUTLIVES = """
id: demo
{period}
outputs: {{format: {{}}}}
organizations: {{forum: {{}}}}
standards:
  item: {{clauses: [{{id: one, reveals: format}}], {standard}}}
"""


def outlives(standard: str, period: str = "period: {until: 2027-03-31}") -> list[str]:
    return severities(ask("standard-outlives-project", OUTLIVES.format(period=period, standard=standard)))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2027-03-30", []), ("2027-03-31", []), ("2027-04-01", ["warning"]), ("2027-03", []), ("2027", ["question"]),
        ("2028", ["warning"]),
    ],
)  # fmt: skip
def test_a_standard_outlives_the_project_from_the_day_after_its_end(on: str, expected: list[str]) -> None:
    assert outlives(f"published: {on}") == expected
    assert outlives(f"stages: [{{stage: '60.60', target: {on}}}]") == expected


def test_what_is_unknown_of_the_end_is_asked_for() -> None:
    assert outlives("published: 2028", period="") == ["unanswered"]
    assert outlives("stage: '20.00'") == ["unanswered"]
    assert outlives("published: 2028, carrier: forum") == []
    assert outlives("published: 2028, carrier: {not_applicable: the committee goes on by itself}") == []


@pytest.mark.parametrize(
    ("launched", "expected"),
    [
        (", launched: 2028-09-30", ["warning"]), (", launched: 2028-10-01", []), (", launched: 2026-01", ["warning"]),
        (", launched: 2028-09", ["warning"]), (", launched: 2028", ["question"]), (", launched: 2029", []),
        ("", ["unanswered"]),
    ],
)  # fmt: skip
def test_a_proposal_comes_two_years_before_the_launch(launched: str, expected: list[str]) -> None:
    text = f"""
id: demo
standards: {{item: {{stages: [{{stage: "10.00", target: 2026-10-01}}]}}}}
products: {{device: {{conforms_to: item{launched}}}}}
"""
    assert severities(ask("standard-too-late", text)) == expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [("2028-09-30", ["warning"]), ("2028-10-01", []), ("2028", ["question"])],
)
def test_a_proposal_is_in_time_while_one_product_is_still_far_off(later: str, expected: list[str]) -> None:
    text = f"""
id: demo
standards: {{item: {{stages: [{{stage: "10.00", target: 2026-10-01}}]}}}}
products:
  pilot: {{conforms_to: item, launched: 2026-01}}
  device: {{conforms_to: item, launched: {later}}}
"""
    assert severities(ask("standard-too-late", text)) == expected


def test_a_proposal_that_was_made_is_not_asked_about() -> None:
    text = """
id: demo
standards: {item: {stages: [{stage: "10.00", actual: 2025-10-01}, {stage: "20.00", target: 2026-10-01}]}}
products: {device: {conforms_to: item, launched: 2027}}
"""
    assert ask("standard-too-late", text) == []


def track(
    body: str = "iso", track: str = ", track: 24", start: str = "2025-02-10", end: str = "2027-02-11"
) -> list[str]:
    stages = f"stages: [{{stage: '10.99', actual: {start}}}, {{stage: '60.60', target: {end}}}]"
    return severities(ask("stage-past-track", f"id: demo\nstandards: {{item: {{body: {body}{track}, {stages}}}}}"))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-02-10", "2027-02-09", []), ("2025-02-10", "2027-02-10", []), ("2025-02-10", "2027-02-11", ["warning"]),
        ("2025-02-10", "2027-02", ["question"]), ("2025-02", "2027-02", ["question"]),
        ("2025-02", "2027-03", ["warning"]),
        ("2024-02-29", "2026-02-28", []), ("2024-02-29", "2026-03-01", ["warning"]),
    ],
)  # fmt: skip
def test_a_track_ends_on_the_same_day_of_its_last_month(start: str, end: str, expected: list[str]) -> None:
    assert track(start=start, end=end) == expected


def test_a_track_is_asked_for_where_the_body_has_tracks() -> None:
    assert track(track="") == ["unanswered"]
    assert track(track="", body="etsi") == []
    assert track(track=", track: {not_applicable: no track}") == []


CHANGED = """
id: demo
standards: {{item: {{{standard}}}}}
contributions: {{paper: {{to: item, status: planned, {paper}}}}}
"""


def changed(standard: str, paper: str = "submitted: 2027-02-01, technical: true") -> list[str]:
    return severities(ask("technical-change-too-late", CHANGED.format(standard=standard, paper=paper)))


@pytest.mark.parametrize(
    ("standard", "expected"),
    [
        ("published: 2027-01-31", ["error"]),
        ("published: 2027-02-01", []),
        ("published: 2027-02", []),
        ("body: iso, stages: [{stage: '50.00', target: 2027-01-31}]", ["warning"]),
        ("body: iso, stages: [{stage: '50.00', target: 2027-02-01}]", []),
        ("body: iso, stages: [{stage: '50.00', target: 2027}]", ["question"]),
        ("body: iso, stage: '50.20'", ["warning"]),
        ("body: iso, stage: '40.60'", []),
        ("body: etsi, stage: '50.20'", []),
    ],
)
def test_technical_changes_close_with_the_enquiry(standard: str, expected: list[str]) -> None:
    assert changed(standard) == expected


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        ("submitted: 2027-02-01", ["unanswered"]),
        ("submitted: 2027-02-01, technical: false", []),
        ("technical: true", ["unanswered"]),
        ("submitted: 2026-12-31, technical: true", []),
    ],
)
def test_what_is_unknown_of_a_contribution_is_asked_for(paper: str, expected: list[str]) -> None:
    assert changed("published: 2027-01-15", paper) == expected


def supported(countries: str, members: str = "p_members: 21", standard: str = 'body: iso, stage: "10.20"') -> list[str]:
    listed = f", supporting_countries: [{countries}]" if countries else ""
    text = f"id: demo\ncommittees: {{sc: {{{members}}}}}\nstandards: {{item: {{committee: sc, {standard}{listed}}}}}"
    return severities(ask("proposal-without-supporters", text))


@pytest.mark.parametrize(
    ("countries", "members", "expected"),
    [
        ("JP, DE, SE", "p_members: 16", ["warning"]), ("JP, DE, SE, KR", "p_members: 16", []),
        ("JP, DE, SE, KR", "p_members: 17", ["warning"]), ("JP, DE, SE, KR, FR", "p_members: 17", []),
        ("JP, DE, SE, JP", "p_members: 16", ["warning"]), ("JP, DE, SE", "acronym: SC 2", ["warning"]),
        ("JP, DE, SE, KR", "acronym: SC 2", ["unanswered"]), ("JP, DE, SE, KR, FR", "acronym: SC 2", []),
        ("", "p_members: 16", ["unanswered"]),
    ],
)  # fmt: skip
def test_how_many_countries_are_needed_hangs_on_the_committee(
    countries: str, members: str, expected: list[str]
) -> None:
    assert supported(countries, members) == expected


def test_an_approved_proposal_or_another_body_needs_no_supporters() -> None:
    assert supported("JP", standard='body: iso, stage: "10.99"') == []
    assert supported("JP", standard='body: etsi, stage: "10.20"') == []
    assert supported("JP", standard='body: iso, stage: "00.20"') == ["warning"]


def expiring(standard: str) -> list[str]:
    return severities(ask("deliverable-expiring", f"id: demo\nstandards: {{item: {{{standard}}}}}"))


@pytest.mark.parametrize(
    ("standard", "expected"),
    [
        ("body: iso, designation: ISO/PAS 1, published: 2023-04-01", ["warning"]),
        ("body: iso, designation: ISO/PAS 1, published: 2023-04-02", []),
        ("body: iso, designation: ISO/PAS 1, published: 2023-04", ["question"]),
        ("body: iso, designation: ISO/PAS 1", ["unanswered"]),
        ("body: iso, designation: ISO/TS 1, published: 2023-04-01", ["warning"]),
        ("body: iso, designation: ISO 1, published: 2003-04-01", []),
        ("body: iso, designation: ISO/TS 1, published: 2023-04-01, stage: '90.93'", []),
        ("body: iso, designation: ISO/PAS 1, published: 2020-04-01, stage: '90.93'", ["warning"]),
        ("body: iso, designation: ISO/PAS 1, published: 2020-04-01, stage: '95.99'", []),
        ("body: iso, designation: IWA 1, published: 2020-04-01", ["question"]),
        ("body: ieee, designation: IEEE 1, published: 2016-04-01", ["warning"]),
        ("body: ieee, designation: IEEE 1, published: 2016-04-02", []),
        ("body: iso, stages: [{stage: '00.00', actual: 2023-04-01}], stage: '00.60'", ["warning"]),
        ("body: iso, stages: [{stage: '00.00', actual: 2023-04-02}], stage: '00.60'", []),
        ("body: iso, stage: '00.60'", ["unanswered"]),
    ],
)
def test_a_life_is_counted_in_calendar_months(standard: str, expected: list[str]) -> None:
    assert expiring(standard) == expected
