"""The help: examples first, every option explained in both languages, and quick."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest
import typer
from calling import call

from oc_strategy.cli.app import app
from oc_strategy.cli.commands import COMMANDS
from oc_strategy.cli.page import OPTIONS, in_japanese, overview
from oc_strategy.exporters.wrapping import columns_in
from oc_strategy.model.text import LANGUAGES, Language

HEAVY = {"typer", "pydantic", "yaml", "networkx", "openpyxl", "lxml", "rich"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_explains_every_option_at_eighty_columns(command: str, lang: Language) -> None:
    answer = call(*command.split(), "--help", lang=lang)
    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert all(columns_in(line) <= 80 for line in lines)
    assert lines.index("Examples:" if lang == "en" else "例：") < 5
    for name in re.findall(r"^  (?:-\w, )?--[\w-]+.*$", answer.out, re.M):
        after = lines[lines.index(name) + 1] if lines.index(name) + 1 < len(lines) else ""
        assert re.search(r"\S  +\S", name.strip()) or after.startswith(" " * 20), f"{name} is not explained"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_of_a_command_are_calls_that_it_takes(command: str) -> None:
    group = typer.main.get_command(app)
    context = typer.Context(group, info_name="oc-strategy")
    made = group.get_command(context, command)  # type: ignore[attr-defined]
    for example in COMMANDS[command].examples:
        arguments = example.split()[len(command.split()) :]
        assert example.startswith(command)
        made.make_context(command, arguments, parent=context)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_overview_names_every_command_and_option_once(lang: Language) -> None:
    told = overview(["--lang", lang])
    for name in COMMANDS:
        assert len(re.findall(rf"^  {name}  ", told, re.M)) == 1
    assert call("--help", lang=lang).out == told
    assert call("-h", "--lang", lang, lang="en").status in {0, 2}


def test_the_overview_lists_the_options_that_there_are() -> None:
    group = typer.main.get_command(app)
    context = group.make_context("oc-strategy", ["x"], resilient_parsing=True)
    params: list[Any] = group.get_params(context)
    made = {", ".join(sorted(param.opts, key=len)): " ".join(param.help.split()) for param in params}
    assert made == OPTIONS


def test_no_japanese_of_the_help_is_left_over() -> None:
    pages = [call(*name.split(), "--help", lang="ja").out for name in COMMANDS]
    shown = re.sub(r"\s", "", "".join([*pages, overview(["--lang", "ja"])]))
    assert {words for words in in_japanese().values() if re.sub(r"\s", "", words) not in shown} == set()


def test_no_command_is_a_misuse_that_shows_them_all() -> None:
    answer = call()
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.strip() == overview([]).strip()


def test_the_overview_reads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['oc-strategy', '--help']; from oc_strategy.__main__ import main; main(); "
        "sys.stderr.write(' '.join(name for name in sys.modules if '.' not in name))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert "oc-strategy check my-project" in run.stdout
    assert HEAVY & set(run.stderr.split()) == set()
