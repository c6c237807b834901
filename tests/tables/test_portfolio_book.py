"""The workbook of a portfolio: what stands on its sheets, and what its audience is not told."""

from __future__ import annotations

import pytest
from books import (
    TODAY,
    book_of,
    cells_of,
    column_of,
    report_of_text,
    report_on,
    sheet_of,
    table_of,
    tables_of,
    words_of,
)
from portfolios import HIDDEN, TEXTS, whole_of

from oc_strategy.lang import text
from oc_strategy.model.text import CLASSES, LANGUAGES, Confidentiality
from oc_strategy.tables.book import workbook
from oc_strategy.tables.portfolio import PORTFOLIO, SHEETS, Whole, portfolio_book
from oc_strategy.tables.sheet import Beside, Chart, Fields, Table, Workbook

INDICATOR = """
id: demo
indicators:
  sold: {target: 100, target_by: 2026-01-01, baseline: 0,
         actuals: [{on: 2025-01-01, value: 12}, {on: 2025-07-02, value: 40}]}
"""
WITH_HIDDEN = {**TEXTS, "hidden/project.yaml": HIDDEN}


def book(audience: Confidentiality = "internal", **more: object) -> Workbook:
    return portfolio_book(whole_of(TEXTS, audience, **more))


def column(made: Workbook, key: str, title: str, name: str) -> list[str]:
    return [words_of(cell) for cell in column_of(table_of(sheet_of(made, key), title), name)]


def test_sheets_are_numbered_in_reading_order_and_say_something() -> None:
    for audience in CLASSES:
        made = book(audience)
        assert [sheet.number for sheet in made.sheets] == list(range(len(SHEETS) - 1))
        assert made.key == PORTFOLIO
        for sheet in made.sheets:
            assert all(sheet.title.of(lang) and sheet.purpose.of(lang) for lang in LANGUAGES)
            assert sheet.blocks


def test_nothing_in_it_can_be_written_back() -> None:
    made = book()
    assert not any(cell.field for _, cell in cells_of(made))
    assert text("portfolio.read-only").en in {words_of(cell) for _, cell in cells_of(made)}


def test_a_portfolio_without_projects_says_so_on_each_sheet() -> None:
    made = portfolio_book(Whole(whole_of(TEXTS).title, (), {}, whole_of(TEXTS).facts, TODAY, "internal"))
    for sheet in made.sheets:
        assert all(block.rows or block.empty.en for block in sheet.blocks if isinstance(block, Table))
    assert {block for sheet in made.sheets for block in sheet.blocks if isinstance(block, Chart)} == set()


def test_the_heat_map_counts_what_is_listed() -> None:
    made = book()
    gaps = table_of(sheet_of(made, "portfolio-gaps"), "Gaps")
    heat = table_of(sheet_of(made, "portfolio-heat"), "Projects by theme")
    in_all = [cell.value for cell in column_of(heat, "gaps-in-all")]
    projects = [words_of(cell) for cell in column_of(gaps, "project")]
    assert in_all == [projects.count(words_of(row.cells[0])) for row in heat.rows]
    assert in_all == [sum(cell.value for cell in row.cells[2:]) for row in heat.rows]  # type: ignore[misc]
    assert all((cell.tone is not None) == bool(cell.value) for row in heat.rows for cell in row.cells[2:])
    assert [s.split()[0] for s in column(made, "portfolio-gaps", "Gaps", "severity")] == sorted(
        (s.split()[0] for s in column(made, "portfolio-gaps", "Gaps", "severity")), key="×▲？".index
    )


def test_a_row_leads_to_the_project_s_own_workbook_only_where_it_stands_beside() -> None:
    made = book(books={"plug": "plug/plug-internal.xlsx"})
    cells = column_of(table_of(sheet_of(made, "portfolio-projects"), "Projects"), "workbook")
    assert [(words_of(cell), cell.link) for cell in cells] == [
        ("", None), ("plug-internal.xlsx", Beside("plug/plug-internal.xlsx")),
    ]  # fmt: skip


def test_what_several_use_is_known_again_by_its_number_too() -> None:
    again = {
        **TEXTS,
        "third/project.yaml": """
id: third
title: Third
standards:
  same: {title: The same, designation: iso 123}
patents:
  twin: {title: Twin, members: [{office: JP, application: 特願2021-000001号}]}
""",
    }
    made = portfolio_book(whole_of(again))
    assert column(made, "portfolio-shared", "Shared standards", "used-by") == ["Battery\nPlug\nThird"]
    assert column(made, "portfolio-shared", "Shared patent families", "owned-by") == ["Our company"]
    assert column(made, "portfolio-shared", "Shared standards", "written-in") == ["Shared catalog\nThird"]
    (declared,) = column(made, "portfolio-shared", "Shared patent families", "declared")
    assert [line.split(":")[0] for line in declared.split("\n")] == ["Battery", "Plug"]
    others = column(made, "portfolio-shared", "Other shared things", "shared-thing")
    assert others == ["Contact"]


def test_time_is_added_up_and_who_is_booked_twice_stands_first() -> None:
    table = table_of(sheet_of(book(), "portfolio-people"), "Time")
    assert [(row.cells[4].value, words_of(row.cells[5])) for row in table.rows] == [(1.1, "▲ 110% in all")]
    ended = {**TEXTS, "plug/project.yaml": TEXTS["plug/project.yaml"] + "period: {from: 2020, until: 2021}\n"}
    (row,) = table_of(sheet_of(portfolio_book(whole_of(ended)), "portfolio-people"), "Time").rows
    assert (row.cells[4].value, words_of(row.cells[5])) == (0.5, "")
    assert "Plug 60% (not in its period)" in words_of(row.cells[3])


def test_statements_agree_contradict_or_leave_open() -> None:
    table = table_of(sheet_of(book(), "portfolio-at-odds"), "Statements on shared things")
    (row,) = [row for row in table.rows if row.id == "catalog/socket"]
    said = dict(zip([column.key for column in table.columns], map(words_of, row.cells), strict=True))
    assert said["contradict"] == "1"
    assert "2021-06" in said["contradicting"]
    assert "Plug: 2022" in said["contradicting"]
    rules = {words_of(cell) for cell in column_of(table_of(sheet_of(book(), "portfolio-gaps"), "Gaps"), "rule")}
    assert {"catalog-contradiction", "person-overbooked", "family-declared-differently"} <= rules


def test_areas_are_those_of_confirmed_lists() -> None:
    made = book()
    covered = dict(
        zip(
            column(made, "portfolio-areas", "Areas of the lists", "area"),
            column(made, "portfolio-areas", "Areas of the lists", "used-by"),
            strict=True,
        )
    )
    assert len(covered) == 16
    assert {area: who for area, who in covered.items() if who} == {"AI and advanced robots": "Plug"}
    assert column(made, "portfolio-areas", "Outside the lists, or not said", "area")[0] == "kitchens"
    notes = [b for b in sheet_of(made, "portfolio-areas").blocks if isinstance(b, Fields)]
    assert sum("not confirmed" in words_of(cell) for block in notes for _, cell in block.pairs) == 3


def test_an_indicator_shows_its_way_and_its_last_step() -> None:
    (row,) = table_of(sheet_of(book(), "portfolio-progress"), "Indicators").rows
    assert [cell.value for cell in row.cells[-2:]] == [0.4, 0.3]


def test_past_dates_stand_first_the_nearest_of_each_before_the_far() -> None:
    made = whole_of(TEXTS)
    dates = column_of(table_of(sheet_of(portfolio_book(made), "portfolio-deadlines"), "Dates to keep"), "on")
    left = [(cell.value.last - TODAY).days for cell in dates]  # type: ignore[union-attr]
    assert left == sorted(left, key=lambda days: (days >= 0, abs(days)))
    assert min(left) < 0 < max(left)


@pytest.mark.parametrize("audience", ["public", "partner", "internal"])
def test_a_project_above_the_audience_is_gone_with_its_counts(audience: Confidentiality) -> None:
    opened = {path: words.replace("title:", "confidentiality: public\ntitle:", 1) for path, words in TEXTS.items()}
    opened["catalog/shared.yaml"] = TEXTS["catalog/shared.yaml"].replace("{title:", "{confidentiality: public, title:")
    with_it = {**opened, "hidden/project.yaml": HIDDEN}
    assert portfolio_book(whole_of(with_it, audience)) == portfolio_book(whole_of(opened, audience))


def test_who_may_see_it_is_told_of_it() -> None:
    made = portfolio_book(whole_of(WITH_HIDDEN, "restricted"))
    assert "Hidden" in column(made, "portfolio-projects", "Projects", "project")
    (time,) = column_of(table_of(sheet_of(made, "portfolio-people"), "Time"), "time-in-all")
    assert time.value == 2.0


def test_outsiders_are_told_no_finding_and_no_count() -> None:
    made = book("partner")
    withheld = text("sheets.withheld").en
    for key in ("portfolio-heat", "portfolio-gaps", "portfolio-at-odds", "portfolio-overview"):
        assert withheld in {
            words_of(c) for b in sheet_of(made, key).blocks if isinstance(b, Fields) for _, c in b.pairs
        }
    keys = {column.key for sheet in made.sheets for table in tables_of(sheet) for column in table.columns}
    assert not keys & {"error", "warning", "question", "good", "unanswered", "gaps-in-all", "message"}


def test_the_order_of_the_projects_does_not_matter() -> None:
    assert portfolio_book(whole_of(dict(reversed(WITH_HIDDEN.items())))) == portfolio_book(whole_of(WITH_HIDDEN))


def test_an_indicator_is_drawn_against_the_straight_way_to_its_target() -> None:
    (chart,) = [
        block
        for block in sheet_of(workbook(report_of_text(INDICATOR)), "indicators").blocks
        if isinstance(block, Chart)
    ]
    assert [words.en for words in chart.categories] == ["2025/01/01", "2025/07/02", "2026/01/01"]
    (_, actual), (_, planned) = chart.series
    assert actual == (12.0, 40.0, None)
    assert planned == (0.0, pytest.approx(49.863, abs=0.001), 100.0)


@pytest.mark.parametrize("lacking", ["target: 100, ", "target_by: 2026-01-01, ", "{on: 2025-07-02, value: 40}"])
def test_an_indicator_without_a_way_is_not_drawn(lacking: str) -> None:
    made = workbook(report_of_text(INDICATOR.replace(lacking, "")))
    assert not any(isinstance(block, Chart) for block in sheet_of(made, "indicators").blocks)


def test_the_charts_of_gaps_and_dates_count_what_the_sheets_list() -> None:
    made = book_of("agv")
    (gaps,) = [block for block in sheet_of(made, "gaps").blocks if isinstance(block, Chart)]
    drawn = sum(number or 0 for _, numbers in gaps.series for number in numbers)
    assert drawn == len(table_of(sheet_of(made, "gaps"), "Gaps").rows)
    (dates,) = [block for block in sheet_of(made, "roadmap").blocks if isinstance(block, Chart)]
    assert sum(dates.series[0][1]) == len(table_of(sheet_of(made, "roadmap"), "Dates to keep").rows)  # type: ignore[arg-type]
    assert dates.series[0][1][0] == sum(d.on.last < TODAY for d in report_on("agv").deadlines)
