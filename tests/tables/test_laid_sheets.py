"""What is laid out stands on the sheets beside what was written by hand, and words stand where nothing is laid out."""

from __future__ import annotations

from functools import cache

import pytest
from books import EXAMPLES, SETTINGS, column_of, report_of_text, sheet_of, table_of, tables_of, words_of

from oc_strategy.criteria import AIMS, shipped_criteria
from oc_strategy.exporters.xlsx import workbook_bytes
from oc_strategy.model.text import Confidentiality
from oc_strategy.options import account, layout
from oc_strategy.options.shortlist import Laying, Shortlist, lay_out_few
from oc_strategy.options.spans import spans
from oc_strategy.portfolio import LoadedProject, find, project_of_text, seen_by
from oc_strategy.report import Report, report
from oc_strategy.tables.book import workbook
from oc_strategy.tables.sheet import Chart, Fields, Sheet

LAYING = Laying(shipped_criteria())
BLANK = "id: demo\noutputs:\n  link: {kind: interface}\n  core: {kind: process}\n"


def _loaded(example: str) -> LoadedProject:
    portfolio = find(EXAMPLES / example)
    assert portfolio is not None
    return portfolio.load(portfolio.folders[0])


@cache
def _report(example: str, audience: Confidentiality = "internal") -> Report:
    return report(_loaded(example), SETTINGS, audience, laying=LAYING)


def _sentences(sheet: Sheet) -> str:
    cells = [cell for block in sheet.blocks if isinstance(block, Fields) for _, cell in block.pairs]
    return "\n".join(words_of(cell) for cell in cells)


@pytest.mark.parametrize("example", ["qr-code", "agv"])
def test_every_aim_on_the_sheet_is_that_of_the_plan(example: str) -> None:
    made = _report(example)
    assert isinstance(made.laid, Shortlist)
    aims = table_of(sheet_of(workbook(made), "comparison"), "Aims of each plan and option")
    by_value = {
        tuple(round(100 * s.told) for s in spans(made.laid.account.layout.ground, p)) for p in made.laid.plans.values()
    }
    told = [column_of(aims, f"aim-{aim}") for aim in AIMS]
    assert {tuple(cell.value for cell in row) for row in zip(*told, strict=True)} <= by_value
    assert all(column.bar for column in aims.columns if column.key.startswith("aim-"))
    assert {words_of(cell) for cell in column_of(aims, "plan")} >= {option.name().en for option in made.options}


def test_each_output_has_every_mode_with_its_place_or_why_it_is_not_possible() -> None:
    weighed = table_of(sheet_of(workbook(_report("qr-code")), "options"), "What speaks for and against each treatment")
    places = [cell.value for cell in column_of(weighed, "mode-place")]
    reasons = [cell.value for cell in column_of(weighed, "not-possible")]
    assert len(places) == 4 * 8
    assert all((place is None) == (reason is not None) for place, reason in zip(places, reasons, strict=True))
    assert not any("option-on-trial" in words_of(cell) for cell in column_of(weighed, "not-possible"))


def test_charts_draw_what_the_tables_say_with_spans_around_it() -> None:
    blocks = sheet_of(workbook(_report("agv")), "comparison").blocks
    aims, ranks = (block for block in blocks if isinstance(block, Chart) and block.is_lying)
    for (_, values), ends in zip(aims.series, aims.spans, strict=True):
        assert len(values) == len(ends) == len(aims.categories)
    for shares in zip(*(values for _, values in ranks.series), strict=True):
        assert sum(shares) == pytest.approx(1, abs=0.01)


def test_the_same_state_gives_the_same_bytes() -> None:
    first, again = (report(_loaded("qr-code"), SETTINGS, "internal", laying=LAYING) for _ in range(2))
    assert workbook_bytes(workbook(first), ("ja", "en"), {}) == workbook_bytes(workbook(again), ("ja", "en"), {})


def test_whoever_is_not_told_findings_is_not_told_of_plans_either() -> None:
    made = _report("qr-code", "partner")
    assert made.laid is None
    sheets = [sheet_of(workbook(made), key) for key in ("options", "comparison")]
    titles = {table.title.en for sheet in sheets for table in tables_of(sheet) if table.title}
    assert not {"What speaks for and against each treatment", "Aims of each plan and option"} & titles


def test_what_an_audience_may_not_see_takes_no_part() -> None:
    text = BLANK + "  hidden: {kind: process, confidentiality: restricted}\n"
    made = report(project_of_text(text), SETTINGS, "internal", laying=LAYING)
    assert isinstance(made.laid, Shortlist)
    assert [output.id for output in made.laid.account.layout.ground.outputs] == ["core", "link"]


def test_words_stand_where_nothing_is_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    unasked = report_of_text(BLANK, "internal")
    assert "--options" in _sentences(sheet_of(workbook(unasked), "comparison"))
    loaded = project_of_text(BLANK)
    few = lay_out_few(loaded, SETTINGS, Laying(shipped_criteria(), 1))
    assert not isinstance(few, Shortlist)
    assert "2 outputs" in few.en
    nothing = lay_out_few(project_of_text("id: demo\n"), SETTINGS, LAYING)
    assert not isinstance(nothing, Shortlist)
    monkeypatch.setattr(layout, "has_solver", lambda: False)
    monkeypatch.setattr(layout, "COUNTED", 1)
    without = lay_out_few(loaded, SETTINGS, LAYING)
    assert not isinstance(without, Shortlist)
    assert "HiGHS" in without.en


def test_without_numpy_the_aims_stand_without_how_sure_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(account, "has_numpy", lambda: False)
    made = report(project_of_text(BLANK), SETTINGS, "internal", laying=LAYING)
    sheet = sheet_of(workbook(made), "comparison")
    assert "numpy" in _sentences(sheet)
    keys = {column.key for column in table_of(sheet, "Aims of each plan and option").columns}
    assert "aim-reach" in keys
    assert "first-share" not in keys


def test_a_project_without_any_rating_gets_plans_and_the_questions_that_matter_most() -> None:
    made = report(project_of_text(BLANK), SETTINGS, "internal", laying=LAYING)
    book = workbook(made)
    asked = table_of(sheet_of(book, "options"), "Questions whose answers matter most (options rate)")
    matters = [cell.value for cell in column_of(asked, "matters")]
    assert len(matters) > 5
    assert matters == sorted(matters, reverse=True)  # type: ignore[type-var]
    assert len(table_of(sheet_of(book, "comparison"), "Aims of each plan and option").rows) > 2


def test_a_project_is_reduced_once_and_for_all() -> None:
    loaded = project_of_text(
        "id: demo\nconfidentiality: restricted\ntitle: Hidden\noutputs: {a: {confidentiality: public}}\n"
    )
    seen = seen_by(loaded, "internal")
    assert seen.project.id == "demo"
    assert seen.project.title is None
    assert set(seen.graph.nodes) == {"a"}
