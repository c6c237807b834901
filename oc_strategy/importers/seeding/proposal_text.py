"""A proposed map as the text of a file, with what is not sure as comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from oc_strategy.importers.seeding.headings import Headed
from oc_strategy.importers.seeding.proposing import Guess, Proposal
from oc_strategy.importers.seeding.sheetmap import IGNORE
from oc_strategy.lang import text
from oc_strategy.model.text import Language, Text
from oc_strategy.yamlediting.writing import entry_text


def proposal_text(proposal: Proposal, headed: Headed, file: str, language: Language) -> str:
    """The map as YAML, ready to be read once the comments were looked at."""
    lines = [*_comments([text("seeding.map-head", file=file)], language, "")]
    lines += [_entry("sheet", headed.sheet.name), _entry("header", headed.row)]
    lines += [*_comments(proposal.doubts, language, ""), _entry("section", proposal.section)]
    lines += [_entry("id", proposal.id[0]), _entry("language", proposal.language)]
    lines += [_entry("constants", dict(proposal.constants))] if proposal.constants else []
    lines.append("columns:")
    for guess in proposal.guesses:
        lines += [*_comments(guess.doubts, language, "  "), _indented(_column(guess))]
    return "\n".join(lines) + "\n"


def _column(guess: Guess) -> str:
    says: Any = dict(guess.says) if guess.says else IGNORE
    return _entry(guess.heading, says["to"] if guess.says and len(guess.says) == 1 else says)


def _entry(key: str, value: Any) -> str:
    return entry_text(key, value, flow=False)


def _indented(words: str) -> str:
    return "\n".join(f"  {line}" for line in words.split("\n"))


def _comments(said: tuple[Text, ...] | list[Text], language: Language, indent: str) -> Iterator[str]:
    for each in said:
        words = "".join(sign if sign.isprintable() else " " for sign in each.of(language))
        yield f"{indent}# {words}"
