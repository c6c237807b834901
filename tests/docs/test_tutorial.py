"""The tutorial is run as it stands, in both languages: every file written, every command given, every line found."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Session, blocks, kept, shown_in_order

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
            shown_in_order(shown, session.give(shown.command, language))
        if block.promise:
            promises += kept(block.promise, session.printed)
    assert promises > 10


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
        kept("gone: core-unprotected", session.printed)
    with pytest.raises(AssertionError):
        kept("shown: nothing-at-all", session.printed)
