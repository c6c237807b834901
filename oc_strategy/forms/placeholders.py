"""Placeholders of a template: names in double braces, and nothing that could be worked out or run."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["value", "row", "open", "close", "picture", "slide"]
PLACEHOLDER: Final = re.compile(r"\{\{[ \t\xa0\u3000]*([#/]?)([A-Za-z][A-Za-z0-9._:-]{0,119})[ \t\xa0\u3000]*\}\}")
BRACED: Final = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}")
"""Anything in double braces, and braces that nothing closes or opens."""
_MARKS: Final[dict[str, Kind]] = {"#": "open", "/": "close"}
_PREFIXES: Final[tuple[Kind, ...]] = ("picture", "slide")


@dataclass(frozen=True, slots=True)
class Token:
    """One placeholder: of a value, of a column in a list's row, or a mark where a list's rows begin or end."""

    kind: Kind
    name: str
    """The name of the value or picture, the column of a row; empty for marks."""
    of: str = ""
    """The list, for rows and marks."""


def token_of(match: re.Match[str], lists: Container[str]) -> Token:
    """The token that a match of `PLACEHOLDER` is."""
    mark, name = match[1], plain(match[2])
    if mark:
        return Token(_MARKS[mark], "", name)
    prefix, colon, rest = name.partition(":")
    for kind in _PREFIXES:
        if colon and prefix == kind:
            return Token(kind, rest) if kind == "picture" else Token(kind, "", rest)
    first, _, column = name.partition(".")
    return Token("row", column, first) if column and first in lists else Token("value", name)


def tokens_in(words: str, lists: Container[str]) -> Iterator[Token]:
    """Every placeholder of a text, in order."""
    yield from (token_of(match, lists) for match in PLACEHOLDER.finditer(words))


def plain(name: str) -> str:
    """A name as the vocabulary writes it: small letters and hyphens, whatever a word processor made of it."""
    return name.lower().replace("_.", ".").rstrip("_").replace("_", "-")
