"""`pull` as a person uses it: shown first, written on a yes, and nothing half done."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest
from calling import EXAMPLES, Answer, call
from openpyxl import load_workbook

from tests.importers import hostile

Edit = Callable[[dict[str, object]], None]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    return tmp_path / "examples" / "qr-code"


def book_of(project: Path, **cells: object) -> Path:
    """The project's workbook in English with cells of the row of `decoder` filled in, by heading."""
    path = project.parent.parent / "book.xlsx"
    if not path.exists():
        assert call("worksheet", project, "-o", path, "--lang", "en", "-q").status == 0
    return edited(path, path.with_name("edited.xlsx"), "decoder", cells)


def edited(path: Path, target: Path, row_id: str, cells: dict[str, object]) -> Path:
    book = load_workbook(path)
    sheet = next(sheet for sheet in book.worksheets if sheet.title.startswith("03"))
    headings = {str(cell.value): cell.column for cell in sheet[4]}
    row = next(line[0].row for line in sheet.iter_rows() if line[0].value == row_id)
    for heading, value in cells.items():
        sheet.cell(row, headings[heading]).value = value
    book.save(target)
    return target


def state(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(project.glob("*.yaml"))}


def pull(project: Path, book: Path, *more: object, lang: str = "en") -> Answer:
    return call("pull", book, project, *more, lang=lang)


def test_an_unedited_workbook_says_so_and_ends_well(project: Path) -> None:
    before = state(project)
    for language in ("ja", "en", "both"):
        path = project.parent.parent / f"{language}.xlsx"
        call("worksheet", project, "-o", path, "--lang", language, "-q")
        answer = pull(project, path)
        assert (answer.status, answer.out) == (0, "")
        assert "nothing is to be done" in answer.err
    assert state(project) == before


def test_the_plan_names_file_line_and_cell_and_writes_nothing(project: Path) -> None:
    before = state(project)
    book = book_of(project, Summary="Fast", Position="Boundary")
    for language, word in (("en", "Position: Core -> Boundary"), ("ja", "領域: コア -> Boundary")):
        answer = pull(project, book, "--plan", lang=language)
        assert answer.status == 0
        assert "technology.yaml:" in answer.out
        assert "!" in answer.out
        if language == "en":
            assert word in answer.out
    assert state(project) == before


def test_only_the_lines_that_were_edited_change(project: Path) -> None:
    before = (project / "technology.yaml").read_text(encoding="utf-8").splitlines()
    answer = pull(project, book_of(project, Position="Boundary"), "--yes")
    after = (project / "technology.yaml").read_text(encoding="utf-8").splitlines()
    assert answer.status == 0
    differing = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert differing == [("    position: core", "    position: boundary")]
    assert "nothing is to be done" in pull(project, project.parent.parent / "edited.xlsx").err


def test_without_a_terminal_nothing_is_written_without_a_yes(project: Path) -> None:
    before = state(project)
    answer = pull(project, book_of(project, Position="Boundary"))
    assert answer.status == 2
    assert "--yes" in answer.err
    assert state(project) == before


def test_bad_cells_are_all_told_and_keep_everything_back_unless_they_are_skipped(project: Path) -> None:
    before = state(project)
    book = book_of(project, Position="nowhere", **{"TRL (technology)": "many", "Summary": "Good"})
    answer = pull(project, book, "--yes")
    assert answer.status == 1
    assert ("nowhere" in answer.out, "many" in answer.out, "Good" in answer.out) == (True, True, True)
    assert state(project) == before
    assert pull(project, book, "--yes", "--skip-bad").status == 0
    assert state(project) != before


def test_a_conflict_is_shown_with_both_sides_and_settled_by_a_flag(project: Path) -> None:
    book = book_of(project, Position="Boundary")
    file = project / "technology.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    position: core", "    position: periphery", 1), encoding="utf-8")
    before = state(project)
    answer = pull(project, book, "--yes")
    assert answer.status == 1
    assert ("Project: Periphery" in answer.out, "Workbook: Boundary" in answer.out) == (True, True)
    assert state(project) == before
    assert pull(project, book, "--yes", "--take", "project").status == 0
    assert state(project) == before
    assert pull(project, book, "--yes", "--take", "decoder.position=workbook").status == 0
    assert "    position: boundary" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("take", ["both", "nobody.title=workbook"])
def test_a_decision_that_is_none_is_misuse(project: Path, take: str) -> None:
    assert pull(project, book_of(project, Position="Boundary"), "--yes", "--take", take).status == 2


def test_on_a_terminal_it_asks(project: Path) -> None:
    book = book_of(project, Position="Boundary")
    with mock.patch("oc_strategy.cli.deciding.is_asked", return_value=True):
        with mock.patch("typer.confirm", return_value=False):
            assert pull(project, book).status == 1
        with mock.patch("typer.confirm", return_value=True):
            assert pull(project, book).status == 0
    assert "    position: boundary" in (project / "technology.yaml").read_text(encoding="utf-8")


def test_a_reviewer_decides_in_a_plan_that_is_sent_back(project: Path) -> None:
    book, plan = book_of(project, Position="Boundary", Summary="Fast"), project.parent.parent / "plan.xlsx"
    assert pull(project, book, "--plan", "--output", plan, "--lang", "en").status == 0
    filled = load_workbook(plan)
    sheet = filled.worksheets[0]
    headings = {str(cell.value): cell.column for row in sheet.iter_rows() for cell in row if cell.value}
    for row in sheet.iter_rows():
        if any("Summary" in str(cell.value) for cell in row):
            sheet.cell(row[0].row, headings["Decision"]).value = "Keep the project"
    filled.save(plan)
    answer = pull(project, book, "--reviewed", plan, "--yes")
    assert answer.status == 0
    text = (project / "technology.yaml").read_text(encoding="utf-8")
    assert ("position: boundary" in text, "Fast" in text) == (True, False)
    assert call("pull", plan, project).status == 2


@pytest.mark.parametrize("name", ["no zip", "macros", "billion laughs in a sheet", "broken XML"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_hostile_workbook_is_one_message_and_writes_nothing(project: Path, name: str, language: str) -> None:
    before = state(project)
    data, code = hostile.REFUSED[name]
    path = project.parent.parent / "hostile.xlsx"
    path.write_bytes(data)
    answer = pull(project, path, "--yes", lang=language)
    assert (answer.status, answer.out) == (2, "")
    assert (len(answer.err.splitlines()), code in answer.err) == (1, True)
    assert state(project) == before


def test_a_workbook_of_somebody_elses_is_told_apart(project: Path) -> None:
    path = project.parent.parent / "plain.xlsx"
    path.write_bytes(hostile.plain())
    assert "not written by oc-strategy" in pull(project, path).err
    assert "qr-code" in pull(project.parent / "agv", book_of(project)).err


def test_what_would_be_a_mistake_in_the_text_is_not_written(project: Path) -> None:
    before = state(project)
    answer = pull(project, book_of(project, **{"Part of": "decoder"}), "--yes")
    assert answer.status == 1
    assert state(project) == before
