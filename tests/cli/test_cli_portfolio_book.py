"""The workbook of a portfolio: when it is written, what it leads to, and that it is the same for the same input."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from calling import EXAMPLES, call, project
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

BOOK = "_portfolio-internal.xlsx"
DAY = ("--as-of", "2026-11-23", "--lang", "en")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A portfolio of two small projects."""
    for name in ("one", "two"):
        project(tmp_path / "all" / name, "outputs: {core: {title: Core}}\n", name)
    return tmp_path / "all"


def sheet_of(book: Path, number: int) -> Worksheet:
    return load_workbook(book).worksheets[number]


def links(book: Path) -> list[str]:
    cells = (cell for row in sheet_of(book, 2).iter_rows() for cell in row)
    return [cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("[!.]*"))


def test_a_portfolio_has_its_workbook_beside_those_of_its_projects(two: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert call("worksheet", two, "-o", out, *DAY).status == 0
    assert names(out) == [BOOK, "one-internal.xlsx", "two-internal.xlsx"]
    assert links(out / BOOK) == ["one-internal.xlsx", "two-internal.xlsx"]
    assert str(tmp_path) not in "".join(links(out / BOOK))


def test_alone_it_leads_to_what_stands_beside_it_only(two: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert call("worksheet", two, "-o", out, "--portfolio", *DAY).status == 0
    assert names(out) == [BOOK]
    assert links(out / BOOK) == []
    assert call("worksheet", two / "one", "-o", out, *DAY).status == 0
    assert call("worksheet", two, "-o", out / "named.xlsx", "--portfolio", *DAY).status == 0
    assert links(out / "named.xlsx") == ["one-internal.xlsx"]


def test_one_project_and_a_selection_have_none_unless_it_is_asked_for(two: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert call("worksheet", two / "one", "-o", out, *DAY).status == 0
    assert call("worksheet", two, "--select", "project:one", "-o", out, *DAY).status == 0
    assert names(out) == ["one-internal.xlsx"]
    assert call("worksheet", two, "--select", "project:one", "--portfolio", "-o", out, *DAY).status == 0
    words = [cell.value for row in sheet_of(out / BOOK, 0).iter_rows() for cell in row]
    assert "Only the projects that were selected are shown." in words


def test_build_leads_into_each_project_s_folder(two: Path, tmp_path: Path) -> None:
    assert call("build", two, "-o", tmp_path / "out", "--audience", "restricted", *DAY).status == 0
    assert links(tmp_path / "out" / "_portfolio-restricted.xlsx") == [
        "one-restricted/one-restricted.xlsx", "two-restricted/two-restricted.xlsx",
    ]  # fmt: skip


def test_projects_that_cannot_be_read_are_counted_on_the_cover(two: Path, tmp_path: Path) -> None:
    project(two / "wrong", "outputs: {x: {kind: y}}\n", "wrong")
    assert call("worksheet", two, "-o", tmp_path / "out", "--portfolio", *DAY).status == 1
    rows = sheet_of(tmp_path / "out" / BOOK, 0).iter_rows(min_col=2)  # the first column is hidden and names rows
    pairs = [[cell.value for cell in row if cell.value is not None] for row in rows]
    assert ["Projects not shown, whose text has mistakes", 1] in pairs
    assert ["Projects", 2] in pairs


def test_the_same_input_gives_the_same_bytes_and_no_formula(tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert call("worksheet", EXAMPLES, "--portfolio", "-o", tmp_path / f"{name}.xlsx", *DAY).status == 0
    data = (tmp_path / "a.xlsx").read_bytes()
    assert data == (tmp_path / "b.xlsx").read_bytes()
    with ZipFile(BytesIO(data)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
    assert sheets
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def test_it_is_not_taken_back(two: Path, tmp_path: Path) -> None:
    assert call("worksheet", two, "--portfolio", "-o", tmp_path / "out", *DAY).status == 0
    answer = call("pull", tmp_path / "out" / BOOK, two)
    assert answer.status == 2
    assert "It is the workbook of a portfolio, which is only read" in answer.err


def test_changes_since_a_revision_have_a_sheet_of_their_own(two: Path, tmp_path: Path) -> None:
    for words in (("init", "-q"), ("add", "."), ("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "x")):
        subprocess.run(["git", *words], cwd=two, check=True)
    plan = "outputs: {core: {title: Core}}\noptions: {p: {treatments: {core: keep-secret}}}\n"
    project(two / "one", plan, "one")
    book = tmp_path / "out" / BOOK
    assert call("worksheet", two, "--portfolio", "--since", "HEAD", "-o", book.parent, *DAY).status == 0
    last = load_workbook(book).worksheets[12]
    assert last.title == "12 Changes since"
    assert any(cell.value == "+ new" for row in last.iter_rows() for cell in row)
    refused = call("worksheet", two / "one", "--since", "HEAD", *DAY)
    assert refused.status == 2
    assert "--since HEAD belongs to the workbook of a whole portfolio" in refused.err
