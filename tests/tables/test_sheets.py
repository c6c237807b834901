"""What stands on single sheets, on texts small enough to see it."""

from __future__ import annotations

import re

from books import TODAY, book_of, column_of, report_of_text, report_on, sheet_of, table_of, tables_of, words_of

from oc_strategy import lang
from oc_strategy.model.text import Text
from oc_strategy.tables.book import workbook
from oc_strategy.tables.cells import shared_cell
from oc_strategy.tables.sheet import Cell, Chart, Fields, Picture, Tiles

STRATEGY = """
id: demo
title: Demo
option: closed
before: Sold once
after: Sold monthly
organizations:
  maker: {title: Maker}
outputs:
  link: {title: Link}
  core: {title: Core, part_of: link}
products:
  box: {title: Box, revenue_role: main, embodies: core, by: maker}
options:
  closed:
    title: Close the core
    treatments:
      link: {mode: standard-free, reason: adoption, decided_by: maker, decided_on: 2026-04-01}
      core: keep-secret
  open:
    title: Open all
    treatments:
      link: {mode: standard-free, stages: [{access: paid, territory: [JP], from: 2026-05}]}
      core: publish
"""


def test_three_answers_given_blank_and_not_applicable() -> None:
    book = workbook(
        report_of_text(
            """
id: demo
outputs:
  a: {title: A, trl: 5}
  b: {title: B, trl: {not_applicable: a service, by: boss, on: 2026-04-01}}
  c: {title: C}
"""
        )
    )
    given, stated, blank = column_of(tables_of(sheet_of(book, "technology"))[0], "trl")
    assert given.value == 5
    assert words_of(stated) == "Not applicable: a service (boss 2026-04-01)"
    assert stated.tone == "muted"
    assert blank.value is None
    assert {given.field, stated.field, blank.field} == {"trl"}


def test_a_list_that_does_not_apply_says_so_in_a_row() -> None:
    book = workbook(report_of_text("id: demo\nsecrets:\n  s: {title: S, prior_use: {not_applicable: bought in}}\n"))
    (row,) = table_of(sheet_of(book, "secrets"), "Trade secrets: Prior-use evidence").rows
    assert row.id is None
    assert words_of(row.cells[2]) == "Not applicable: bought in"


def test_the_cover_names_the_class_of_the_book_and_the_day() -> None:
    fields = sheet_of(book_of("agv", "internal"), "cover").blocks[0]
    assert isinstance(fields, Fields)
    said = {label.of("en"): cell.value for label, cell in fields.pairs}
    assert said["As of"] == TODAY
    assert said["Class of this book"] == lang.word("Confidentiality", "internal")


def test_the_one_page_sorts_outputs_by_posture_and_says_what_earns() -> None:
    page = sheet_of(workbook(report_of_text(STRATEGY)), "one-page")
    (change,) = (block for block in page.blocks if isinstance(block, Tiles))
    postures = next(block for block in page.blocks if isinstance(block, Picture)).instead
    assert postures is not None
    assert [words_of(cell) for _, _, cells in change.tiles for cell in cells] == [
        "Sold once", "Not written yet.", "Sold monthly",
    ]  # fmt: skip
    assert change.joined_by == "→"
    assert [(tone, [words_of(cell) for cell in cells]) for _, tone, cells in postures.tiles] == [
        ("open", ["Link"]),
        ("gated", []),
        ("closed", ["Core → Box (Maker)"]),
    ]


def test_the_one_page_shows_five_gaps_and_five_dates_to_come() -> None:
    page, report = sheet_of(book_of("agv"), "one-page"), report_on("agv")
    gaps, dates = tables_of(page)
    assert [cell.value for cell in column_of(gaps, "message")] == [named_only(gap.message) for gap in report.gaps[:5]]
    days = [cell.value for cell in column_of(dates, "on")]
    assert days == [d.on for d in report.deadlines if d.on.last >= TODAY][:5]


def named_only(words: Text) -> Text:
    """The words without the ids that the model's names have behind them."""
    return Text.each(lambda language: re.sub(r" \[[a-z0-9-]+\]", "", words.of(language)))


def test_parts_stand_below_what_they_are_part_of() -> None:
    table = tables_of(sheet_of(workbook(report_of_text(STRATEGY)), "technology"))[0]
    assert [(row.id, row.depth) for row in table.rows] == [("link", 0), ("core", 1)]


def test_options_stand_side_by_side_and_differences_stand_out() -> None:
    sheet = sheet_of(workbook(report_of_text(STRATEGY)), "options")
    matrix = tables_of(sheet)[0]
    assert [cell.tone for cell in column_of(matrix, "same")] == ["differs", "differs"]
    core, link = column_of(matrix, "closed.treatment")
    assert (core.tone, link.tone) == ("closed", "open")
    assert words_of(core).splitlines()[0] == "■ Closed"
    assert words_of(column_of(matrix, "closed.reason")[1]) == "adoption"
    staged = column_of(matrix, "open.treatment")[1]
    assert words_of(staged).splitlines()[-1] == "Paid licence (JP, from 2026-05)"


def test_each_treatment_can_be_written_back_on_its_own_row() -> None:
    sheet = sheet_of(workbook(report_of_text(STRATEGY)), "options")
    treatments = table_of(sheet, "Treatment under each option (to edit)")
    assert [row.id for row in treatments.rows] == [
        "closed/treatments/link", "closed/treatments/core", "open/treatments/link", "open/treatments/core",
    ]  # fmt: skip
    stage = table_of(sheet, "Staged opening").rows[0]
    assert stage.id == "open/treatments/link/stages/0"


def test_the_comparison_counts_and_names_what_differs() -> None:
    sheet = sheet_of(workbook(report_of_text(STRATEGY)), "comparison")
    summary = table_of(sheet, "Options compared")
    counts = [[cell.value for cell in column_of(summary, posture)] for posture in ("open", "gated", "closed")]
    assert counts == [[1, 2], [0, 0], [1, 0]]
    core, link = table_of(sheet, "Differences from the chosen option").rows
    assert words_of(link.cells[3]).splitlines()[1:] == ["Paid licence (JP, from 2026-05)"]
    assert [words_of(cell) for cell in core.cells[:4]] == [
        "Open all", "Core", lang.word("Mode", "keep-secret").en, lang.word("Mode", "publish").en,
    ]  # fmt: skip


def test_the_chart_draws_the_figures_of_the_comparison() -> None:
    sheet, report = sheet_of(book_of("agv"), "comparison"), report_on("agv")
    chart = next(block for block in sheet.blocks if isinstance(block, Chart))
    assert chart.categories == tuple(option.name() for option in report.options)
    drawn = {title.of("en"): values for title, values in chart.series}
    assert drawn[lang.word("Severity", "error").of("en")][0] == report.count("error")


def test_findings_of_one_option_only_are_told() -> None:
    report = report_on("agv")
    sheet = sheet_of(book_of("agv"), "comparison")
    only = table_of(sheet, "Findings under one option only")
    messages = [cell.value for cell in column_of(only, "message")]
    found = {option: {f.message for f in every} for option, every in report.findings_by_option.items()}
    assert messages
    assert all(sum(message in every for every in found.values()) == 1 for message in messages)


def test_a_family_tells_its_dates_and_each_member_its_own() -> None:
    book = workbook(
        report_of_text(
            """
id: demo
outputs: {a: {title: A}}
patents:
  fam:
    title: Family
    covers: a
    priority_date: 2026-09-01
    members: [{office: JP, filed: 2026-09-01}]
"""
        )
    )
    families, members, *_ = tables_of(sheet_of(book, "patents"))
    told = words_of(column_of(families, "dates")[0])
    assert told.startswith("2027-09-01 Priority period ends (282 days left)")
    assert "Request for examination due (JP)" in words_of(column_of(members, "dates")[0])
    assert members.rows[0].id == "fam/members/0"
    assert [cell.field for cell in column_of(members, "filed")] == ["filed"]


def test_links_name_the_node_and_lead_to_it() -> None:
    families = tables_of(sheet_of(book_of("qr-code"), "patents"))[0]
    covers = column_of(families, "covers")[0]
    assert words_of(covers) == "Symbol with finder pattern [symbol]"
    assert covers.link == "symbol"
    owners = column_of(families, "owners")[0]
    assert [line.rsplit("[")[1] for line in words_of(owners).splitlines()] == ["denso]", "toyota-crdl]"]
    assert owners.link is None


def test_shares_and_contracts_stand_with_the_names() -> None:
    book = workbook(
        report_of_text(
            """
id: demo
organizations: {x: {title: X}, y: {title: Y}}
agreements: {nda: {title: NDA}}
patents: {fam: {title: F, owners: {x: 60, y: 40}}}
secrets: {s: {title: S, shared_with: {x: nda}}}
"""
        )
    )
    owners = column_of(tables_of(sheet_of(book, "patents"))[0], "owners")[0]
    shared = column_of(tables_of(sheet_of(book, "secrets"))[0], "shared_with")[0]
    assert words_of(owners) == "X [x] 60%\nY [y] 40%"
    assert words_of(shared) == "X [x] (under NDA [nda])"


def test_a_stated_none_is_shown_with_its_reason() -> None:
    fields = sheet_of(book_of("qr-code"), "economic-security").blocks[0]
    assert isinstance(fields, Fields)
    assert all(cell.tone == "muted" and cell.field for _, cell in fields.pairs)
    assert all(isinstance(cell.value, Text) and "該当なし：" in (cell.value.ja or "") for _, cell in fields.pairs)


def test_a_gap_names_the_action_that_closes_it() -> None:
    plain = "id: demo\npeople: {me: {title: Me}}\npatents: {fam: {title: F}}\n"
    report = report_of_text(plain)
    gap = next(gap for gap in report.gaps if gap.code == "patent-covers-nothing")
    for key in (gap.fingerprint, "patent-covers-nothing:fam"):
        action = f"actions: {{act: {{title: T, owner: me, due: 2027-01-31, status: in-work, closes: '{key}'}}}}\n"
        table = table_of(sheet_of(workbook(report_of_text(plain + action)), "gaps"), "Gaps")
        row = next(row for row in table.rows if words_of(row.cells[0]) == "fam")
        said = dict(zip([column.key for column in table.columns], row.cells, strict=True))
        assert [words_of(said[name]) for name in ("owner", "on", "state")] == ["Me", "2027-01-31", "In work"]
        assert said["state"].link == "act"
        assert said["severity"].tone == gap.severity


def test_a_gap_tells_why_and_on_what_it_rests() -> None:
    table = table_of(sheet_of(book_of("agv"), "gaps"), "Gaps")
    report = report_on("agv")
    bases = [words_of(cell) for cell in column_of(table, "basis")]
    assert len(bases) == len(report.gaps)
    assert all(facts in basis for gap, basis in zip(report.gaps, bases, strict=True) for facts in gap.facts)


def test_every_finding_is_counted_once() -> None:
    report, sheet = report_on("agv"), sheet_of(book_of("agv"), "gaps")
    shown = sum(len(table_of(sheet, name).rows) for name in ("Gaps", "Findings accepted as exceptions", "Well guarded"))
    unanswered = column_of(table_of(sheet, "Unanswered for want of data"), "count")
    assert shown + sum(int(words_of(cell)) for cell in unanswered) == len(report.findings)


def test_an_indicator_tells_how_far_it_came() -> None:
    book = workbook(
        report_of_text(
            """
id: demo
reviews: [{on: 2026-10-01, meeting: Board}]
indicators:
  makers: {title: M, baseline: 10, target: 30, actuals: [{on: 2026-11-01, value: 15}, {on: 2026-05, value: 12}]}
  flat: {title: F, baseline: 3, target: 3, actuals: [{on: 2026-05, value: 3}]}
"""
        )
    )
    sheet = sheet_of(book, "indicators")
    flat, makers = column_of(tables_of(sheet)[0], "attained")
    assert makers.value == 0.25
    assert flat.value is None
    since = table_of(sheet, "Since the last meeting")
    assert [(words_of(row.cells[0]), row.cells[1].link) for row in since.rows] == [("2026-11-01", "makers")]


def test_the_roadmap_lists_every_date_with_its_basis() -> None:
    report, sheet = report_on("agv"), sheet_of(book_of("agv"), "roadmap")
    (table,) = tables_of(sheet)
    assert len(table.rows) == len(report.deadlines)
    bases = [cell.value is not None for cell in column_of(table, "basis")]
    assert bases == [deadline.fact is not None for deadline in report.deadlines]


def test_cells_that_say_the_same_are_one_and_a_number_is_never_an_answer() -> None:
    words = [Text(ja="状況", en="State") for _ in range(2)]
    assert shared_cell(words[0], "error") is shared_cell(words[1], "error")
    assert shared_cell(words[0]) == Cell(words[0])
    assert [repr(shared_cell(value).value) for value in (1, True, 1.0, "1")] == ["1", "True", "1.0", "'1'"]
