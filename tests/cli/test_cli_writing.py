"""Files are written whole, for one audience a folder, and never over what somebody changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import EXAMPLES, call, project

import oc_strategy.exporters.diagrams.writing as writing
import oc_strategy.exporters.xlsx as xlsx
from oc_strategy.exporters.diagrams import NotDrawn
from oc_strategy.exporters.written import RECORD
from oc_strategy.model.text import Text

OUTPUTS = """\
outputs:
  core: {title: Core, position: core}
  socket: {title: Socket, depends_on: core}
options:
  plan:
    treatments: {core: {disclosure: secret, access: own}, socket: {disclosure: standard, access: royalty-free}}
"""


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures and workbooks made at once, for tests that are not about them."""
    monkeypatch.setattr(
        writing, "drawings", lambda wanted, formats, *_, **__: dict.fromkeys(wanted, dict.fromkeys(formats, b"picture"))
    )
    monkeypatch.setattr(xlsx, "workbook_bytes", lambda book, languages, _: b"book" + "-".join(languages).encode())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != RECORD) if folder.is_dir() else []


def test_a_workbook_that_somebody_edited_stays(tmp_path: Path) -> None:
    folder, book = project(tmp_path / "p", OUTPUTS), tmp_path / "out" / "demo-internal.xlsx"
    words = ("worksheet", folder, "-o", tmp_path / "out", "--as-of", "2026-04-01", "--lang", "en")
    first = call(*words)
    assert (first.status, first.err) == (0, f"Written: {book}\n")
    as_written = book.read_bytes()
    book.write_bytes(as_written + b"edited")
    refused = call(*words)
    assert refused.status == 2
    assert refused.err == (
        f"oc-strategy: {book} was changed after it was written, or is not ours; move it away, or use --force\n"
    )
    assert book.read_bytes() == as_written + b"edited"
    assert names(book.parent) == ["demo-internal.xlsx"]
    assert call(*words, "--force").status == 0
    assert book.read_bytes() == as_written


def test_build_gives_each_project_a_folder_and_each_other_audience_its_own(tmp_path: Path, drawn: None) -> None:
    for name in ("one", "two"):
        project(tmp_path / "all" / name, OUTPUTS, name)
    answer = call("build", tmp_path / "all", "-o", tmp_path / "out")
    assert (answer.status, answer.out) == (0, "")
    assert [line.split(": ")[0] for line in answer.err.splitlines()] == [
        *(str(tmp_path / "out" / n) for n in ("one", "two")), "Written",
    ]  # fmt: skip
    assert {"one-internal.xlsx", "strategy.ja.svg", "strategy.en.png", "findings.json"} <= set(
        names(tmp_path / "out/one")
    )
    quiet = call("build", tmp_path / "all", "-o", tmp_path / "out", "--audience", "partner", "-q")
    assert (quiet.status, quiet.out, quiet.err) == (0, "", "")
    books = ["_portfolio-internal.xlsx", "_portfolio-partner.xlsx"]
    assert names(tmp_path / "out") == [*books, "one", "one-partner", "two", "two-partner"]
    assert "findings.json" not in names(tmp_path / "out/one-partner")


def test_the_audience_of_the_portfolio_is_the_usual_one(tmp_path: Path, drawn: None) -> None:
    project(tmp_path / "a", OUTPUTS, "a")
    (tmp_path / "portfolio.yaml").write_text("title: P\nprojects: [a]\naudience: partner\n", encoding="utf-8")
    for audience in ((), ("--audience", "partner"), ("--audience", "internal")):
        assert call("build", tmp_path, "-o", tmp_path / "out", *audience).status == 0
    books = ["_portfolio-internal.xlsx", "_portfolio-partner.xlsx"]
    assert names(tmp_path / "out") == [*books, "a", "a-internal"]


def test_one_refused_or_wrong_project_leaves_the_others_alone(tmp_path: Path, drawn: None) -> None:
    for name in ("a", "b", "c"):
        project(tmp_path / "all" / name, OUTPUTS if name != "b" else "outputs: {x: {kind: y}}\n", name)
    words = ("build", tmp_path / "all", "-o", tmp_path / "out")
    first = call(*words)
    assert first.status == 1
    assert "[not-in-list]" in first.err
    assert names(tmp_path / "out") == ["_portfolio-internal.xlsx", "a", "c"]
    (tmp_path / "out/a/a-internal.xlsx").write_bytes(b"mine")
    (tmp_path / "out/c/c-internal.xlsx").unlink()
    assert call(*words).status == 2
    assert (tmp_path / "out/a/a-internal.xlsx").read_bytes() == b"mine"
    assert "c-internal.xlsx" in names(tmp_path / "out/c")


def test_two_projects_of_one_id_do_not_overwrite_each_other(tmp_path: Path, drawn: None) -> None:
    for name in ("a", "b"):
        project(tmp_path / name, OUTPUTS, "same")
    answer = call("build", tmp_path, "-o", tmp_path / "out")
    assert answer.status == 2
    assert "have the same id same" in answer.err


def test_a_project_that_windows_cannot_name_is_refused(tmp_path: Path, drawn: None) -> None:
    answer = call("build", project(tmp_path / "p", OUTPUTS, "con"), "-o", tmp_path / "out")
    assert answer.status == 2
    assert "con cannot be a file name" in answer.err
    assert not (tmp_path / "out").exists()


def test_an_unknown_option_is_told_before_anything_is_written(tmp_path: Path, drawn: None) -> None:
    folder = project(tmp_path / "p", OUTPUTS)
    for command in ("build", "worksheet", "diagram"):
        answer = call(command, folder, "--option", "plam", "-o", tmp_path / "out")
        assert answer.status == 2
        assert "did you mean plan?" in answer.err
    assert not (tmp_path / "out").exists()


def test_without_a_renderer_the_text_of_the_drawing_is_written_and_it_is_said(
    tmp_path: Path, drawn: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    why = NotDrawn("no-renderer", Text(ja="Graphvizがない。", en="No Graphviz."))
    monkeypatch.setattr(writing, "drawings", lambda wanted, *_, **__: dict.fromkeys(wanted, why))
    answer = call("build", project(tmp_path / "p", OUTPUTS), "-o", tmp_path / "out", "-q", lang="ja")
    assert answer.status == 2
    assert answer.err == "oc-strategy: Graphvizがない。\n"
    assert {"strategy.ja.gv", "demo-internal.xlsx", "findings.json"} <= set(names(tmp_path / "out/demo"))
    alone = call("diagram", tmp_path / "p", "-o", tmp_path / "x.svg")
    assert (alone.status, (tmp_path / "x.svg").exists()) == (2, False)


def test_ctrl_c_in_the_middle_leaves_nothing(tmp_path: Path, drawn: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stopped)
    answer = call("worksheet", project(tmp_path / "p", OUTPUTS), "-o", tmp_path / "out")
    assert answer.status == 130
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_diagram_goes_to_a_folder_a_file_or_standard_output(tmp_path: Path, drawn: None, lang: str) -> None:
    folder = project(tmp_path / "p", OUTPUTS)
    many = call("diagram", folder, "--format", "svg", "--format", "dot", "-o", tmp_path / "d", lang=lang)
    assert many.status == 0
    assert names(tmp_path / "d") == [f"demo-strategy.{n}" for n in ("en.gv", "en.svg", "ja.gv", "ja.svg")]
    assert len(many.err.splitlines()) == 4
    one = call("diagram", folder, "--lang", lang, "-o", tmp_path / "one.mmd", "-q")
    assert (one.status, one.out, one.err) == (0, "", "")
    printed = call("diagram", folder, "--format", "mermaid", "--lang", lang, "-o", "-")
    assert printed.out.splitlines() == (tmp_path / "one.mmd").read_text(encoding="utf-8").splitlines()


def test_two_options_are_laid_over_each_other_by_their_ids(tmp_path: Path) -> None:
    more = "  other:\n    treatments: {core: {mode: publish}}\n"
    folder = project(tmp_path / "p", OUTPUTS + more)
    words = ("diagram", folder, "--view", "options", "--format", "mermaid", "-o", "-", "--lang", "en")
    assert "Opened further" in call(*words, "--with", "plan", "--with", "other").out
    assert "Closed further" in call(*words, "--option", "other", "--with", "plan").out
    planned = call(*words, "--option", "plan", "--with", "all-open").out
    assert "Opened further" in planned
    assert call(*words, "--with", "P1", "--with", "all-closed").status == 0
    assert call(*words, "--with", "P999").status == 2
    unknown = call(*words, "--with", "plam", "--with", "other")
    assert (unknown.status, "did you mean plan?" in unknown.err) == (2, True)
    elsewhere = call("diagram", folder, "--with", "plan")
    assert (elsewhere.status, "--view options only" in elsewhere.err) == (2, True)


def test_one_file_is_not_enough_for_many_projects(tmp_path: Path, drawn: None) -> None:
    for command, file in (("worksheet", "x.xlsx"), ("diagram", "x.svg")):
        answer = call(command, EXAMPLES, "-o", tmp_path / file)
        assert (answer.status, answer.err.count("\n")) == (2, 1)
        assert f"{len(list(EXAMPLES.rglob('project.yaml')))} projects" in answer.err
    assert names(tmp_path) == []


@pytest.mark.parametrize("command", ["build", "worksheet", "diagram"])
def test_a_file_where_a_folder_is_needed_is_named(tmp_path: Path, drawn: None, command: str) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    answer = call(command, project(tmp_path / "p", OUTPUTS), "-o", tmp_path / "out", lang="ja")
    assert answer.status == 2
    assert answer.err.count("\n") == 1
    assert str(tmp_path / "out") in answer.err
    assert (tmp_path / "out").read_text(encoding="utf-8") == "x"
