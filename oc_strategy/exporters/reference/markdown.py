"""The few shapes of Markdown that reference pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from oc_strategy.model.text import Language, Text

GENERATED: Final = Text(
    ja="<!-- `python scripts/reference.py` が生成する。手で直さない。 -->",
    en="<!-- Made by `python scripts/reference.py`; not to be edited by hand. -->",
)


def page(title: Text, language: Language, blocks: Iterable[str]) -> str:
    """A whole page: the title, a note that it is generated, the blocks with an empty line between them."""
    return "\n\n".join([f"# {title.of(language)}", GENERATED.of(language), *blocks]) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already; line ends and bars in them are made harmless."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def bullets(items: Iterable[str]) -> str:
    """A list of points."""
    return "\n".join(f"- {item}" for item in items)


def fenced(words: str, kind: str = "yaml") -> str:
    """A block of code."""
    return f"```{kind}\n{words.strip()}\n```"


def plain(words: str) -> str:
    """Text that shall be read as it stands, without any sign of it taken for HTML or emphasis."""
    for sign in "\\<*_[":
        words = words.replace(sign, f"\\{sign}")
    return words


def code(words: str) -> str:
    """A word as it is written in a file."""
    return f"`{words}`"


def address(source: str) -> str:
    """Where something was read: a link for an address of the web, plain words for anything else."""
    return f"<{source}>" if source.startswith(("https://", "http://")) and " " not in source else plain(source)


def joint(items: Iterable[str], language: Language) -> str:
    """Several things in one line, joined by each language's own comma."""
    return ("、" if language == "ja" else ", ").join(items)


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
