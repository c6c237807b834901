"""Pages of help as lines: the overview of all commands, and how any of them is laid out, without what parses."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from oc_strategy.cli.commands import PARTS
from oc_strategy.cli.console import columns_of, language_in
from oc_strategy.exporters.wrapping import columns_in, padded, wrapped

ABOUT: Final = "Plan open-and-close strategy from plain YAML: gap checks, Excel worksheets, diagrams."
OPTIONS: Final = {
    "--version": "Show the version and stop.",
    "--install-completion": "Install completion for the current shell.",
    "--show-completion": "Show completion for the current shell, to copy it or customize the installation.",
    "-h, --help": "Show this message and exit.",
}
"""What may stand before a command."""
_FIRST_STEPS: Final = ("init my-project --template company", "check my-project", "build my-project")
_PAGE: Final = 80
_WIDEST_PAGE: Final = 100
_WIDEST_NAME: Final = 26


def told(words: str, japanese: bool) -> str:
    """A text of the help in a language; KeyError for one that has no Japanese yet."""
    flat = " ".join(words.split())
    return in_japanese()[flat] if japanese else flat


def overview(arguments: Iterable[str]) -> str:
    """What the tool is for, first steps, all commands, and the options before a command, in the language asked for."""
    return page(_overview(language_in(list(arguments)) == "ja"))


def page(lines: Iterable[str]) -> str:
    """Lines at the width of the terminal."""
    return "".join(f"{wrapped(line, _columns(), hanging=0)}\n" for line in lines)


def _overview(japanese: bool) -> Iterator[str]:
    yield told(ABOUT, japanese)
    yield from examples(_FIRST_STEPS, japanese)
    yield from ("", f"{told('Usage:', japanese)} oc-strategy COMMAND [OPTIONS] [ARGS]...")
    for part, entries in PARTS.items():
        yield from section(f"{part}:", {name: told(entry.line, japanese) for name, entry in entries.items()}, japanese)
    yield from section("Options:", {name: told(words, japanese) for name, words in OPTIONS.items()}, japanese)
    yield from ("", told("Each command has its own help: oc-strategy COMMAND --help.", japanese))


def examples(calls: Iterable[str], japanese: bool) -> Iterator[str]:
    """A heading with calls below it."""
    yield from ("", told("Examples:", japanese))
    yield from (f"  oc-strategy {call}" for call in calls)


def section(heading: str, rows: Mapping[str, str], japanese: bool) -> Iterator[str]:
    """A heading with names and what they mean beside them, or below where a name is too long."""
    width = min(_WIDEST_NAME, max(10, *map(columns_in, rows)))
    margin = " " * (width + 4)
    yield from ("", told(heading, japanese))
    for name, words in rows.items():
        lines = wrapped(words, _columns() - len(margin), hanging=0).split("\n")
        beside = columns_in(name) <= width
        if not beside:
            yield f"  {name}"
        for index, line in enumerate(lines):
            yield (f"  {padded(name, width)}  " if beside and not index else margin) + line.strip()


def _columns() -> int:
    return min(columns_of(sys.stdout) or _PAGE, _WIDEST_PAGE)


@cache
def in_japanese() -> dict[str, str]:
    """The texts of the help in Japanese, by the English text."""
    import json

    words: dict[str, str] = json.loads(Path(__file__).with_name("help_ja.json").read_text(encoding="utf-8"))
    return words
