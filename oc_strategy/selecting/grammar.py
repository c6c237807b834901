"""From the text of a selector to its terms, or to what is wrong with it and in which column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from oc_strategy.lang import text
from oc_strategy.loading.mistakes import closest
from oc_strategy.model.sections import NODE_CLASSES
from oc_strategy.model.text import Text

Method = Literal["id", "type", "tag", "project", "option", "state", "rule", "theme"]
METHODS: Final[tuple[Method, ...]] = get_args(Method)
FOR_FINDINGS: Final[frozenset[Method]] = frozenset({"rule", "theme"})
"""What is asked of a finding; all else is asked of a node."""
EVERY_LINK: Final = 1_000_000
STATES: Final = ("modified",)
TYPES: Final = tuple(node_class.section for node_class in NODE_CLASSES)
_WORD: Final = re.compile(r"\S+")
_TERM: Final = re.compile(r"(?:([0-9]{0,6})(\+))?(?:([A-Za-z_-]+):)?([^+:]+)(?:(\+)([0-9]{0,6}))?")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: what is asked, the word (or pattern with `*`, `?`, `[a-z]`) it is asked for, and its column.

    `up` is how many links to follow to what the nodes link to, `down` how many to what links to them.
    """

    method: Method
    word: str
    column: int = 1
    up: int = 0
    down: int = 0


@dataclass(frozen=True, slots=True)
class Selector:
    """Terms that must all hold, as alternatives of which one must."""

    alternatives: tuple[tuple[Term, ...], ...]

    @property
    def terms(self) -> Iterator[Term]:
        """Every term, from left to right."""
        return (term for together in self.alternatives for term in together)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a selector, and the column, counted from 1, where it is."""

    column: int
    said: Text


def parsed(words: str) -> Selector | Problem:
    """The selector that a text spells. A blank between two terms means either, a comma means both."""
    alternatives: list[tuple[Term, ...]] = []
    for word in _WORD.finditer(words):
        together: list[Term] = []
        column = word.start() + 1
        for part in word[0].split(","):
            term = _term(part, column) if part else Problem(column, text("selecting.lonely-comma"))
            if isinstance(term, Problem):
                return term
            together.append(term)
            column += len(part) + 1
        alternatives.append(tuple(together))
    return Selector(tuple(alternatives)) if alternatives else Problem(1, text("selecting.empty"))


def _term(word: str, column: int) -> Term | Problem:
    match = _TERM.fullmatch(word)
    if match is None:
        return Problem(column, text("selecting.unreadable", term=word))
    up, has_up, method, value, has_down, down = match.groups()
    at = column + match.start(4)
    if method is not None and method not in METHODS[1:]:
        return Problem(column + match.start(3), _unknown("method", method, METHODS[1:]))
    term = Term(cast(Method, method or "id"), value, column, _links(has_up, up), _links(has_down, down))
    return _closed_list(term, at) or term


def _links(sign: str | None, digits: str | None) -> int:
    return 0 if sign is None else int(digits) if digits else EVERY_LINK


def _closed_list(term: Term, at: int) -> Problem | None:
    """The problem with a word that is none of a closed list, or with a sign that its method does not take."""
    if term.method in FOR_FINDINGS and (term.up or term.down):
        return Problem(term.column, text("selecting.no-links", method=term.method))
    known = {"type": TYPES, "state": STATES}.get(term.method)
    if known and term.word not in known:
        return Problem(at, _unknown(term.method, term.word, known))
    return None


def _unknown(kind: str, word: str, known: tuple[str, ...]) -> Text:
    guess = closest(word, known)
    if guess is not None:
        return text(f"selecting.unknown-{kind}-guess", word=word, guess=guess)
    return text(f"selecting.unknown-{kind}", word=word, known=", ".join(known))
