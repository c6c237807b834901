"""The starter projects load once filled, with and without the examples in their comments."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from oc_strategy.model.steering import Option, Trend
from oc_strategy.model.technology import Output
from oc_strategy.portfolio import LoadedProject, find

TEMPLATES = Path(__file__).parents[2] / "templates" / "projects"
FOLDERS = sorted(folder.name for folder in TEMPLATES.iterdir() if folder.is_dir())
PLACEHOLDERS = {"id": "my-project", "title": 'A "new": project', "owner": "株式会社 \\ 例", "today": "2026-11-23"}
COMMENTED_EXAMPLE = re.compile(r"^(\s*)# (?=(?:- |[a-z_-]+:(?: |$)| +))")


def filled(template: str, folder: Path, *, with_examples: bool) -> LoadedProject:
    for path in sorted((TEMPLATES / template).glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for name, value in PLACEHOLDERS.items():
            text = text.replace("{{" + name + "}}", value.replace("\\", "\\\\").replace('"', '\\"'))
        if with_examples:
            text = "\n".join(uncommented(line) for line in text.split("\n"))
        (folder / path.name).write_text(text, encoding="utf-8")
    portfolio = find(folder)
    assert portfolio is not None
    return portfolio.load(folder)


def uncommented(line: str) -> str:
    return line if "yaml-language-server" in line else COMMENTED_EXAMPLE.sub(r"\1", line)


def test_there_are_four_starter_projects() -> None:
    assert FOLDERS == ["blank", "company", "national-project", "university"]


@pytest.mark.parametrize("with_examples", [False, True])
@pytest.mark.parametrize("template", FOLDERS)
def test_a_filled_starter_has_no_mistakes(template: str, with_examples: bool, tmp_path: Path) -> None:
    loaded = filled(template, tmp_path, with_examples=with_examples)
    assert [f"{mistake.place} {mistake.message.of('en')}" for mistake in loaded.mistakes] == []
    assert loaded.project.id == "my-project"


@pytest.mark.parametrize("template", FOLDERS)
def test_a_starter_holds_an_output_an_option_that_treats_it_and_a_trend(template: str, tmp_path: Path) -> None:
    graph = filled(template, tmp_path, with_examples=False).graph
    outputs = {output.id for output in graph.of(Output)}
    assert outputs
    assert all(set(option.treatments) == outputs for option in graph.of(Option))
    assert graph.of(Option)
    assert graph.of(Trend)


@pytest.mark.parametrize("template", FOLDERS)
def test_comments_teach_in_both_languages(template: str) -> None:
    for path in sorted((TEMPLATES / template).glob("*.yaml")):
        comments = [line for line in path.read_text(encoding="utf-8").split("\n") if line.lstrip().startswith("# ")]
        assert comments[0] == "# yaml-language-server: $schema=./oc-strategy.schema.json"
        words = "".join(comments[1:])
        assert re.search(r"[ぁ-ん]", words)
        assert re.search(r"[a-z]{3} [a-z]{2}", words)


@pytest.mark.parametrize("template", FOLDERS)
def test_every_placeholder_is_one_that_init_fills(template: str) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (TEMPLATES / template).glob("*.yaml"))
    assert set(re.findall(r"\{\{(\w+)\}\}", text)) == set(PLACEHOLDERS)
