"""Projects begun from every template and example have no mistakes in their text, and nothing is overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import EXAMPLES, call

import oc_strategy.exporters.files
from oc_strategy.cli.init import TEMPLATES
from oc_strategy.portfolio import find

TITLES = ["電池", 'A "quoted": title', "{{owner}} {{id}}", "back\\slash # not a comment", "tab\tand\nline"]


def mistakes(folder: Path) -> list[str]:
    portfolio = find(folder)
    assert portfolio is not None
    return [found.message.of("en") for found in (*portfolio.mistakes, *portfolio.load(portfolio.folders[0]).mistakes)]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_makes_a_project_without_mistakes(template: str, lang: str, tmp_path: Path) -> None:
    answer = call("init", tmp_path / "My Project", "--template", template, lang=lang)
    assert (answer.status, answer.out, answer.err.count("\n")) == (0, "", 1)
    assert mistakes(tmp_path / "My Project") == []
    checked = call("check", tmp_path / "My Project", "--fail-on", "never", lang=lang)
    assert checked.status == 0
    assert json.loads((tmp_path / "My Project/oc-strategy.schema.json").read_text(encoding="utf-8"))["$schema"]
    listed = call("list", tmp_path / "My Project", "--section", "project", "--format", "json")
    assert json.loads(listed.out)[0]["id"] == "my-project"


@pytest.mark.parametrize("folder", sorted(path.parent for path in EXAMPLES.rglob("project.yaml")), ids=lambda f: f.name)
def test_an_example_stands_alone(folder: Path, tmp_path: Path) -> None:
    assert call("init", tmp_path / "copy", "--example", folder.name).status == 0
    assert mistakes(tmp_path / "copy") == []
    alone, at_home = (
        json.loads(call("check", place, "--format", "json", "--as-of", "2026-01-31").out)["summary"]
        for place in (tmp_path / "copy", folder)
    )
    assert alone["error"] == at_home["error"]


@pytest.mark.parametrize("title", TITLES)
def test_whatever_the_title_is_it_is_read_back(title: str, tmp_path: Path) -> None:
    assert call("init", tmp_path / "p", "--title", title, "--owner", title, "--template", "company").status == 0
    assert mistakes(tmp_path / "p") == []
    (listed,) = json.loads(call("list", tmp_path / "p", "--section", "project", "--format", "json").out)
    assert listed["title"]["ja"] == "".join(filter(str.isprintable, title))


def test_a_file_that_is_there_stays_and_nothing_else_is_written(tmp_path: Path) -> None:
    (tmp_path / "rights.yaml").write_text("mine", encoding="utf-8")
    answer = call("init", tmp_path, "--template", "company")
    assert (answer.status, answer.err) == (
        2, f"oc-strategy: {tmp_path} already has rights.yaml; nothing was written\n",
    )  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["rights.yaml"]


def test_a_write_that_fails_takes_the_others_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, count = oc_strategy.exporters.files.write_atomically, 0

    def full(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count == 3:
            raise OSError(28, "full", str(path))
        real(path, data)

    monkeypatch.setattr(oc_strategy.exporters.files, "write_atomically", full)
    answer = call("init", tmp_path / "p", "--template", "company", lang="ja")
    assert answer.status == 2
    assert "ディスクに空きがない" in answer.err
    assert list((tmp_path / "p").iterdir()) == []


def test_the_folder_gives_the_id_where_it_can(tmp_path: Path) -> None:
    for folder, wanted in (("My Plan 2", "my-plan-2"), ("電池", "project"), ("con", "project"), ("-x-", "x")):
        assert call("init", tmp_path / folder, "--no-input").status == 0
        (listed,) = json.loads(call("list", tmp_path / folder, "--section", "project", "--format", "json").out)
        assert listed["id"] == wanted
