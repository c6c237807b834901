"""Where the checks of standards work begin and end to fire, and what they answer when they cannot know."""

from __future__ import annotations

import pytest
from asking import ask

from oc_strategy.model.diagnostic import Diagnostic


def severities(found: list[Diagnostic]) -> list[str]:
    return ["unanswered" if d.is_unanswered else d.severity for d in found]


SEATED = """
id: demo
organizations:
  maker: {{own: true}}
  subsidiary: {{parent: maker}}
  rival: {{own: false}}
  jisc: {{kind: standards-body}}
people:
  expert: {{works_for: maker}}
  stranger: {{title: Somebody}}
committees:
  tc: {{{above}}}
  sc: {{parent: tc{committee}}}
  wg: {{parent: sc{group}}}
standards:
  item: {{{standard}}}
"""


def seated(
    committee: str = "", group: str = "", above: str = "acronym: TC", standard: str = 'stage: "20.00", committee: sc'
) -> str:
    return SEATED.format(
        committee=f", {committee}" if committee else "", group=f", {group}" if group else "", above=above,
        standard=standard,
    )  # fmt: skip


RIVAL = "seats: [{organization: rival}]"
NO_MIRROR = "mirror_body: {not_applicable: none}"


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-03-31", ["error"]), ("2026-04-01", []), ("2026-04-02", []), ("2026-03", ["error"]), ("2026-04", []),
        ("2026", []), ("2025", ["error"]),
    ],
)  # fmt: skip
def test_an_own_seat_counts_to_its_last_day(until: str, expected: list[str]) -> None:
    seats = f"seats: [{{organization: maker, until: {until}}}], {NO_MIRROR}"
    assert severities(ask("nobody-at-committee", seated(seats))) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, ["unanswered"]),
        ({"committee": RIVAL}, ["warning"]),
        ({"committee": f"{RIVAL}, {NO_MIRROR}"}, ["error"]),
        ({"committee": "seats: {not_applicable: nobody}, " + NO_MIRROR}, ["error"]),
        ({"committee": RIVAL, "above": "mirror_body: jisc"}, []),
        ({"committee": RIVAL, "group": "seats: [{person: expert}]"}, []),
        ({"committee": "seats: [{organization: subsidiary}]"}, []),
        ({"committee": "seats: [{person: stranger}]"}, ["unanswered"]),
        ({"committee": "seats: [{role: expert}]"}, ["unanswered"]),
    ],
)
def test_a_seat_is_ours_through_people_affiliates_groups_and_mirrors(
    texts: dict[str, str], expected: list[str]
) -> None:
    assert severities(ask("nobody-at-committee", seated(**texts))) == expected


@pytest.mark.parametrize(
    ("standard", "expected"),
    [
        ('stage: "50.00", committee: sc', ["warning"]),
        ('stage: "60.60", committee: sc', []),
        ('stage: "40.98", committee: sc', []),
        ("published: 2026-04-02, committee: sc", ["warning"]),
        ("published: 2026-04-01, committee: sc", []),
        ("published: 2026-04, committee: sc", []),
        ("stages: [{stage: '20.00', target: 2027-01}], committee: sc", ["warning"]),
        ("stages: [{stage: '60.60', actual: 2026-03-31}], committee: sc", []),
        ("stages: [{stage: '60.60', actual: 2026-04-02}, {stage: '20.00', actual: 2025}], committee: sc", ["warning"]),
        ("committee: sc", ["unanswered"]),
        ('stage: "20.00"', ["unanswered"]),
    ],
)
def test_only_work_that_is_planned_or_running_needs_a_seat(standard: str, expected: list[str]) -> None:
    assert severities(ask("nobody-at-committee", seated(RIVAL, standard=standard))) == expected


def staged(body: str, *stages: str, stage: str = "") -> str:
    written = f'stage: "{stage}", ' if stage else ""
    listed = ", ".join("{" + entry + "}" for entry in stages)
    return f"id: demo\nstandards:\n  item: {{{body}{written}stages: [{listed}]}}\n"


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("2025-03-10", "2025-03-09", []),
        ("2025-03-10", "2025-03-10", []),
        ("2025-03-10", "2025-03-11", ["error"]),
        ("2025-03", "2025-03-31", []),
        ("2025", "2025-06", []),
        ("2025", "2026-01", ["error"]),
    ],
)
def test_a_history_runs_backwards_from_the_day_after(first: str, then: str, expected: list[str]) -> None:
    text = staged("body: iso, ", f"stage: '40.00', actual: {first}", f"stage: '30.00', actual: {then}")
    assert severities(ask("stage-impossible", text)) == expected


@pytest.mark.parametrize(
    ("code", "on", "expected"),
    [
        ("40.92", "2025-05", []), ("40.93", "2025-05", []),
        ("30.92", "2025-05", ["error"]), ("40.60", "2025-05", ["error"]),
        ("40.92", "2024-12", ["error"]), ("40.92", "2025-11", ["error"]),
    ],
)  # fmt: skip
def test_a_return_excuses_a_history_only_between_the_two_days(code: str, on: str, expected: list[str]) -> None:
    text = staged(
        "body: iso, ", "stage: '40.00', actual: 2025-03-10", f"stage: '{code}', actual: {on}",
        "stage: '30.00', actual: 2025-09-01",
    )  # fmt: skip
    assert severities(ask("stage-impossible", text)) == expected


@pytest.mark.parametrize(
    ("body", "stage", "expected"),
    [
        ("body: iso, ", "20.92", ["error"]), ("body: iso, ", "40.93", []), ("body: iso, ", "draft", ["error"]),
        ("body: iec, ", "30.97", []), ("body: iec, ", "30.96", ["question"]), ("body: etsi, ", "approved", []),
        ("", "20.92", ["unanswered"]), ("", "20.60", []),
    ],
)  # fmt: skip
def test_a_code_is_judged_by_the_body_that_uses_it(body: str, stage: str, expected: list[str]) -> None:
    assert severities(ask("stage-impossible", staged(body, stage=stage))) == expected


def test_a_stage_below_the_history_contradicts_it() -> None:
    history = "stage: '40.00', actual: 2025-03-10"
    assert severities(ask("stage-impossible", staged("body: iso, ", history, stage="30.60"))) == ["error"]
    assert severities(ask("stage-impossible", staged("body: iso, ", history, stage="50.00"))) == []
    back = "stage: '40.92', actual: 2025-08"
    assert severities(ask("stage-impossible", staged("body: iso, ", history, back, stage="30.60"))) == []


def test_a_plan_that_runs_backwards_contradicts_itself_but_not_the_history() -> None:
    text = staged("body: iso, ", "stage: '40.00', target: 2027-01", "stage: '30.00', target: 2028-01")
    assert severities(ask("stage-impossible", text)) == ["error"]
    text = staged("body: iso, ", "stage: '40.00', target: 2026-01", "stage: '30.00', actual: 2026-03")
    assert severities(ask("stage-impossible", text)) == []


TESTED = """
id: demo
outputs:
  yardstick: {{kind: test-method}}
standards:
  item: {{kind: {kind}{purpose}, clauses: [{{id: one, reveals: yardstick}}]{more}}}
{nodes}
"""


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, ["warning"]),
        ({"purpose": ""}, ["unanswered"]),
        ({"purpose": ", purpose: common-language"}, []),
        ({"kind": "interface"}, []),
        ({"more": ', stage: "95.99"'}, []),
        ({"nodes": "certifications: {scheme: {for: yardstick, criterion: Class A}}"}, []),
        ({"nodes": "certifications: {scheme: {for: item}}"}, ["unanswered"]),
        ({"nodes": "certifications: {scheme: {criterion: Class A}}"}, ["warning"]),
        ({"nodes": "marks: {sign: {guards: item}}"}, []),
        ({"nodes": "organizations: {lab: {kind: laboratory}}\ncertifications: {scheme: {for: item, labs: lab}}"}, []),
    ],
)
def test_a_differentiating_test_method_needs_a_criterion_a_mark_or_a_lab(
    texts: dict[str, str], expected: list[str]
) -> None:
    values = {"kind": "test-method", "purpose": ", purpose: differentiation", "more": "", "nodes": ""}
    assert severities(ask("test-method-without-criterion", TESTED.format(**{**values, **texts}))) == expected


def test_a_test_method_of_others_is_not_asked_about() -> None:
    text = "id: demo\nstandards: {old: {kind: test-method, purpose: differentiation}}"
    assert ask("test-method-without-criterion", text) == []


OPENED = """
id: demo
outputs:
  coating: {{kind: material}}
  coating-test: {{kind: test-method, complements: coating}}
licenses:
  wide: {{terms: {terms}, grants: coating{licence}}}
standards:
  test: {{kind: test-method{test}, clauses: [{{id: one, reveals: {reveals}}}]}}
options:
  chosen: {{treatments: {{coating: {treatment}}}}}
"""


def opened(**texts: str) -> str:
    values = {
        "terms": "frand", "licence": "", "test": "", "reveals": "[]",
        "treatment": "{disclosure: patent, access: frand}",
    }  # fmt: skip
    return OPENED.format(**{**values, **texts})


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, ["warning"]),
        ({"reveals": "coating-test"}, []),
        ({"reveals": "coating"}, []),
        ({"licence": ", quality_condition: Batches are tested"}, []),
        ({"terms": "open-source"}, []),
        ({"terms": "exclusive"}, []),
        ({"treatment": "patent-license"}, []),
        ({"treatment": "patent-exclusive"}, []),
    ],
)
def test_what_is_opened_needs_a_gate(texts: dict[str, str], expected: list[str]) -> None:
    assert severities(ask("opened-without-quality-gate", opened(**texts))) == expected


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        (", licensees: 9", []), (", licensees: 10", ["warning"]), ("", []), (", to: [one, two]", []),
        (", licensees: 10, quality_condition: Batches are tested", []),
    ],
)  # fmt: skip
def test_what_is_licensed_to_many_needs_a_gate_too(licence: str, expected: list[str]) -> None:
    text = opened(terms="selective", licence=licence, treatment="patent-license").replace(
        "outputs:", "organizations: {one: {}, two: {}}\noutputs:"
    )
    assert severities(ask("opened-without-quality-gate", text)) == expected
    assert severities(ask("opened-without-quality-gate", text.replace("selective", "exclusive"))) == []
    assert severities(ask("opened-without-quality-gate", text.replace("reveals: []", "reveals: coating-test"))) == []


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2003-12-31", ["warning"]), ("2004-01-01", []), ("2004-06-30", []), ("1996-12-31", [])],
)
def test_a_test_method_that_is_to_come_does_not_guard_what_is_open_already(today: str, expected: list[str]) -> None:
    text = opened(licence=", from: 1997", test=", published: 2004", reveals="coating-test")
    assert severities(ask("opened-without-quality-gate", text, today=today)) == expected


def test_without_an_option_the_gate_cannot_be_asked_for() -> None:
    found = ask("opened-without-quality-gate", "id: demo\noutputs: {coating: {}}")
    assert severities(found) == ["unanswered"]


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ("", ["warning"]),
        ("products: {reader: {conforms_to: item}}", []),
        ("products: {reader: {embodies: format}}", []),
        ("regulations: {guide: {cites: item}}", []),
        ("regulations: {guide: {cites: other}}", []),
        ("licenses: {wide: {terms: frand, grants: format}}", []),
        ("licenses: {wide: {terms: royalty-free, grants: format}}", ["warning"]),
    ],
)
def test_a_standard_needs_a_way_to_a_market(nodes: str, expected: list[str]) -> None:
    text = f"""
id: demo
outputs: {{format: {{}}}}
standards:
  item: {{clauses: [{{id: one, reveals: format}}]}}
  other: {{normative_references: item}}
{nodes}
"""
    assert severities(ask("standard-without-benefit", text)) == expected


def test_an_own_proposal_without_clauses_cannot_be_weighed() -> None:
    text = "id: demo\norganizations: {maker: {own: true}}\nstandards: {item: {proposed_by: maker}}"
    assert severities(ask("standard-without-benefit", text)) == ["unanswered"]
    assert ask("standard-without-benefit", text.replace("own: true", "own: false")) == []
