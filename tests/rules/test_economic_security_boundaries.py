"""What must be stated or cleared before technology leaves the country: days, classes, and what nobody wrote down."""

from __future__ import annotations

import pytest
from asking import ask
from families import answer

STATED = "core-technology-unstated"


@pytest.mark.parametrize(
    ("project", "outputs", "expected"),
    [
        ("listed_fields: [semiconductors]", "{title: Etching}", "error"),
        ("listed_fields: [semiconductors]\ncore_technologies: etching", "{title: Etching}", "silent"),
        (
            "listed_fields: [semiconductors]\ncore_technologies: {not_applicable: None found}",
            "{title: Etching}",
            "silent",
        ),
        ("listed_fields: [semiconductors]\ncore_technologies: []", "{title: Etching}", "error"),
        ("listed_fields: [semiconductors]", "{title: Etching, core_important: true}", "silent"),
        ("listed_fields: [semiconductors]", "{title: Etching, core_important: false}", "silent"),
        ("listed_fields: {not_applicable: Not in a listed field}", "{title: Etching}", "silent"),
        ("title: Demo", "{title: Etching}", "unanswered"),
    ],
)
def test_core_technology_is_listed_or_stated_to_be_none(project: str, outputs: str, expected: str) -> None:
    assert answer(ask(STATED, f"id: demo\n{project}\noutputs:\n  etching: {outputs}\n")) == expected


ABROAD = "foreign-filing-before-clearance"


def invention(
    *members: str, classes: str = "F41G7/22", completed_in: str | None = "JP", family: str = "", more: str = ""
) -> str:
    place = f", completed_in: {completed_in}" if completed_in else ""
    listed = f", classes: [{classes}]" if classes else ""
    rows = "".join(f"      - {member}\n" for member in members)
    head = f"id: demo\noutputs:\n  seeker: {{title: Seeker{place}{listed}}}\n{more}"
    return f"{head}patents:\n  family:\n    covers: seeker\n{family}    members:\n{rows}"


JAPAN = "{office: JP, filed: 2025-06-02}"


@pytest.mark.parametrize(
    ("filed", "clearance", "expected"),
    [
        ("2025-06-01", None, "error"),
        ("2025-06-02", None, "error"),  # on the day itself the ban holds
        ("2025-09-02", None, "error"),  # the last day of the three months for a referral
        ("2025-09-03", None, "unanswered"),  # whether a notice came is not on record
        ("2026-04-02", None, "unanswered"),
        ("2026-04-03", None, "silent"),  # ten months have passed
        ("2025", None, "unanswered"),
        ("2025-08-04", "2025-08-03", "silent"),
        ("2025-08-04", "2025-08-04", "silent"),
        ("2025-08-04", "2025-08-05", "error"),
        ("2025-08-04", "2025-08", "question"),
        ("2025-05-01", "2025-04-01", "silent"),  # prior confirmation
        ("2026-05-01", "2026-06-01", "silent"),  # the ban had ended by itself
    ],
)
def test_the_ban_lasts_until_cleared_or_over(filed: str, clearance: str | None, expected: str) -> None:
    family = f"    clearance: {clearance}\n" if clearance else ""
    text = invention(JAPAN, f"{{office: US, filed: {filed}}}", family=family)
    assert answer(ask(ABROAD, text, "2026-11-23")) == expected


@pytest.mark.parametrize(
    ("filed", "expected"),
    [("2024-04-30", "silent"), ("2024-05-01", "error"), ("2024", "question"), ("2023", "silent")],
)
def test_the_law_is_in_force_from_a_day(filed: str, expected: str) -> None:
    assert answer(ask(ABROAD, invention(f"{{office: US, filed: {filed}}}"))) == expected


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ("F41G7/22", "error"),
        ("F41G 7/22", "error"),
        ("F41G7/00", "error"),
        ("F41G3/00", "silent"),
        ("F41G", "question"),  # coarser than the item
        ("F02K7/14", "question"),  # the additional condition
        ("F02K7/10", "silent"),
        ("B01D59/00", "question"),  # only uranium or plutonium
        ("B63G8/28", "error"),  # free of the condition
        ("B63G8/00", "question"),
        ("B64C39/02", "silent"),  # needs F41 or F42 too
        ("B64C39/02, F42C1/00", "error"),
        ("F42B15/01", "error"),
        ("G01S15/02", "silent"),
        ("G01S15/02, F41G3/00", "error"),
        ("G01S150/02, F41G3/00", "silent"),
        ("B63B3/130", "silent"),
        ("G02B1/00", "silent"),
        ("", "unanswered"),
    ],
)
def test_classes_fall_under_the_items_of_the_order(classes: str, expected: str) -> None:
    text = invention("{office: US, filed: 2025-08-04}", classes=classes)
    assert answer(ask(ABROAD, text)) == expected


@pytest.mark.parametrize(
    ("completed_in", "classes", "expected"),
    [("JP", "F41G7/22", "error"), ("DE", "F41G7/22", "silent"), (None, "F41G7/22", "unanswered"),
     (None, "G02B1/00", "silent"), (None, "", "unanswered"), ("DE", "", "silent")],
)  # fmt: skip
def test_where_it_was_completed_decides(completed_in: str | None, classes: str, expected: str) -> None:
    text = invention("{office: US, filed: 2025-08-04}", completed_in=completed_in, classes=classes)
    assert answer(ask(ABROAD, text)) == expected


@pytest.mark.parametrize(
    ("members", "family", "expected"),
    [
        ((JAPAN,), "", "silent"),
        ((JAPAN, "{office: WO, filed: 2025-07-01}"), "", "error"),
        ((JAPAN, "{office: US, status: planned}"), "", "silent"),
        ((JAPAN, "{office: US, status: planned, filed: 2025-08-04}"), "", "error"),
        ((JAPAN, "{office: US, status: pending}"), "", "unanswered"),
        (("{office: JP, status: pending}", "{office: US, filed: 2025-08-04}"), "", "unanswered"),
        ((JAPAN,), "    first_office: US\n    priority_date: 2025-05-01\n", "error"),
        (("{office: US, filed: 2026-05-01}",), "    first_office: JP\n    priority_date: 2025-06-02\n", "silent"),
        (("{office: US, filed: 2025-08-04}",), "    clearance: {not_applicable: Judged outside}\n", "silent"),
        (("{office: JP, route: pct, filed: 2025-06-02}", "{office: US, filed: 2026-05-01}"), "", "error"),
    ],
)
def test_each_way_out_of_the_country_counts(members: tuple[str, ...], family: str, expected: str) -> None:
    assert answer(ask(ABROAD, invention(*members, family=family))) == expected


def test_what_entered_from_a_pct_application_is_told_once() -> None:
    text = invention(JAPAN, "{office: WO, filed: 2025-07-01}", "{office: US, route: pct, filed: 2025-07-01}")
    assert [d.subjects[0].field for d in ask(ABROAD, text)] == ["members.1.filed"]


@pytest.mark.parametrize(("on", "expected"), [("2025-08-03", "silent"), ("2025-08-04", "error")])
def test_what_is_public_is_not_held_back(on: str, expected: str) -> None:
    public = f"publications:\n  talk: {{on: {on}, reveals: seeker}}\n"
    assert answer(ask(ABROAD, invention("{office: US, filed: 2025-08-04}", more=public))) == expected


@pytest.mark.parametrize(
    ("member", "family", "expected"),
    [
        ("{office: US, status: granted}", "", "unanswered"),
        ("{office: US, granted: 2012-03-06}", "", "silent"),
        ("{office: US, status: granted}", "    priority_date: 2005-10-19\n", "silent"),
        ("{office: US, status: pending}", "    priority_date: 2023-06-01\n", "unanswered"),
    ],
)
def test_an_undated_filing_may_be_older_than_the_law(member: str, family: str, expected: str) -> None:
    assert answer(ask(ABROAD, invention(member, family=family))) == expected


PLANT = """\
id: demo
{project}outputs:
  coder: {{title: Coder}}
products:
  box: {{embodies: coder, made_in: [{made_in}]}}
organizations:
  maker: {{title: Maker{country}}}
options:
  plan:
    treatments:
      coder: {mode}
"""


@pytest.mark.parametrize(
    ("project", "made_in", "country", "mode", "expected"),
    [
        ("owner: maker\n", "JP, VN", "JP", "keep-secret", "warning"),
        ("owner: maker\n", "JP", "JP", "keep-secret", "silent"),
        ("owner: maker\n", "VN", "JP", "patent-exclusive", "silent"),
        ("owner: maker\n", "JP", "DE", "keep-secret", "warning"),
        ("owner: maker\n", "VN", None, "keep-secret", "unanswered"),
        ("", "VN", "JP", "keep-secret", "unanswered"),
        ("owner: maker\nleak_measures: Sealed parts\n", "VN", "JP", "keep-secret", "silent"),
        ("owner: maker\nleak_measures: {not_applicable: An own plant}\n", "VN", "JP", "keep-secret", "silent"),
    ],
)
def test_production_abroad_has_a_plan(
    project: str, made_in: str, country: str | None, mode: str, expected: str
) -> None:
    at = f", country: {country}" if country else ""
    text = PLANT.format(project=project, made_in=made_in, country=at, mode=mode)
    assert answer(ask("production-abroad-without-leak-plan", text)) == expected
