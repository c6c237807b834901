"""Every how-to is run as it stands, each in an empty folder, and both languages do the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from running import Session, blocks, kept, shown_in_order

from oc_strategy.model.text import LANGUAGES, Language

DOCS = Path(__file__).parents[2] / "docs"
NAMES = sorted(path.name for path in (DOCS / "en" / "how-to").glob("*.md"))


def page(language: Language, name: str) -> str:
    return (DOCS / language / "how-to" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_does_what_the_page_says(language: Language, name: str, tmp_path: Path) -> None:
    session = Session(tmp_path)
    for block in blocks(page(language, name)):
        if block.file:
            session.write(block.file, block.text)
        for shown in block.commands:
            shown_in_order(shown, session.give(shown.command, language))
        if block.promise:
            assert kept(block.promise, session.printed)


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_run_the_same_files_and_commands(name: str) -> None:
    done = {
        language: [
            (b.file, b.text, tuple(re.sub(r"--lang \w+", "", s.command) for s in b.commands), b.promise)
            for b in blocks(page(language, name))
        ]
        for language in LANGUAGES
    }
    assert done["ja"] == done["en"]


def test_most_how_tos_have_something_to_run() -> None:
    assert sum(bool(list(blocks(page("en", name)))) for name in NAMES) >= 9
