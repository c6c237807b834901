"""The tutorial is run as it stands, in both languages: every file written, every command given, every line found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from running import Session, blocks

from oc_strategy.model.text import LANGUAGES, Language

DOCS = Path(__file__).parents[2] / "docs"


def page(language: Language) -> str:
    return (DOCS / language / "tutorial.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_does_what_the_page_says(language: Language, tmp_path: Path) -> None:
    session = Session(tmp_path)
    promises = 0
    for block in blocks(page(language)):
        if block.file:
            session.write(block.file, block.text)
        for shown in block.commands:
            printed = session.give(shown.command, language).splitlines()
            at = -1
            for line in shown.lines:
                assert line in printed[at + 1 :], f"{shown.command} no longer prints, in this order: {line}"
                at = printed.index(line, at + 1)
        if block.promise:
            promises += _kept(block.promise, session.printed)
    assert promises > 10


def _kept(promise: str, printed: str) -> int:
    found = set(re.findall(r"\[([a-z0-9-]+)\]", "\n".join(line for line in printed.splitlines() if ": " in line)))
    for kind, names in re.findall(r"(shown|gone|files): ([^;]+)", promise):
        for name in names.split(", "):
            if kind == "files":
                assert name in printed
            else:
                assert (name in found) == (kind == "shown"), f"{kind}: {name}\n{printed}"
    return len(re.findall(r"[,:] ", promise))


def test_both_languages_run_the_same_files_and_commands() -> None:
    done = {
        language: [(b.file, b.text, tuple(s.command for s in b.commands), b.promise) for b in blocks(page(language))]
        for language in LANGUAGES
    }
    assert done["ja"] == done["en"]


def test_a_line_that_the_tool_does_not_print_is_noticed(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.give("oc-strategy init here --template blank --no-input", "en")
    assert "core-unprotected" in session.give("oc-strategy check here --as-of 2026-06-01", "en")
    with pytest.raises(AssertionError):
        _kept("gone: core-unprotected", session.printed)
    with pytest.raises(AssertionError):
        _kept("shown: nothing-at-all", session.printed)
