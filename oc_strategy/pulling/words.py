"""Labels of closed lists back into their words, in whatever language they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from oc_strategy.lang import text, word
from oc_strategy.model.text import LANGUAGES, Language, Text
from oc_strategy.model.words import VOCABULARIES
from oc_strategy.pulling.wrong import Wrong, wrong
from oc_strategy.tables.returning import normal

_BETWEEN: Final = re.compile(r"\n|\s/\s")
_COMMAS: Final = re.compile("[,、;；]")
FLAG: Final = "Bool"


def words_of(cell: str, vocabulary: str, before: Sequence[str], languages: Sequence[Language]) -> list[str] | Wrong:
    """The words that the labels in a cell stand for, in order.

    Where a cell has two languages and only one half of it was changed, that half holds.
    """
    found: dict[Language | None, list[str]] = {}
    for piece in _pieces(cell, vocabulary):
        meant = _meant(piece, vocabulary)
        if meant is None:
            return wrong("word", value=piece, allowed=_allowed(vocabulary))
        for language in _said_in(piece, vocabulary, meant, languages):
            found.setdefault(language, []).append(meant)
    halves = [list(dict.fromkeys(half)) for half in found.values()]
    new = [half for half in halves if half != list(before)]
    if len(new) > 1 and any(half != new[0] for half in new):
        return wrong("halves-differ")
    return new[0] if new else list(before)


def flag_of(content: object, before: bool | None, languages: Sequence[Language]) -> bool | Wrong:
    """Yes or no."""
    if isinstance(content, bool):
        return content
    known = [] if before is None else ["yes" if before else "no"]
    found = words_of(str(content), FLAG, known, languages)
    if isinstance(found, Wrong):
        return found
    return found[0] == "yes" if len(found) == 1 else wrong("word", value=str(content), allowed=_allowed(FLAG))


def _said_in(piece: str, vocabulary: str, meant: str, languages: Sequence[Language]) -> Iterable[Language | None]:
    """In which of the workbook's languages a label is said; a bare word counts for none."""
    if len(languages) == 1:
        return (None,)
    label = _label(vocabulary, meant)
    said = [language for language in languages if _folded(label.of(language)) == _folded(piece)]
    return said or (None,)


def _pieces(cell: str, vocabulary: str) -> list[str]:
    """The labels in a cell; some labels hold a comma."""
    pieces: list[str] = []
    for piece in (part.strip() for part in _BETWEEN.split(normal(cell))):
        whole = [piece] if _meant(piece, vocabulary) else [part.strip() for part in _COMMAS.split(piece)]
        pieces += [part for part in whole if part]
    return pieces


def _meant(piece: str, vocabulary: str) -> str | None:
    return _by_label(vocabulary).get(_folded(piece))


@cache
def _by_label(vocabulary: str) -> Mapping[str, str]:
    labels = {_folded(_label(vocabulary, w).of(lg)): w for w in _list(vocabulary) for lg in LANGUAGES}
    return {**labels, **{_folded(known): known for known in _list(vocabulary)}}


def _list(vocabulary: str) -> tuple[str, ...]:
    if vocabulary == FLAG:
        return ("yes", "no")
    return next(words for words, name in VOCABULARIES.items() if name == vocabulary)


def _label(vocabulary: str, known: str) -> Text:
    return text(f"states.{known}") if vocabulary == FLAG else word(vocabulary, known)


def _allowed(vocabulary: str) -> Text:
    labels = [_label(vocabulary, known) for known in _list(vocabulary)]
    return Text(ja="、".join(label.of("ja") for label in labels), en=", ".join(label.of("en") for label in labels))


def _folded(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())
