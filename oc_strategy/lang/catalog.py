"""Texts by key, in both languages at once."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any, Final

from oc_strategy import yamlsource
from oc_strategy.model.text import Language, Text

_KEY: Final = re.compile(r"^(  )?([\w-]+):", re.MULTILINE)


def text(key: str, /, **values: object) -> Text:
    """The text under a dotted key, filled with values; KeyError for a key that English lacks."""
    found = _text(key)
    return found.format(**values) if values else found


def section_label(section: str) -> Text:
    """What a section of the model is called."""
    return text(f"sections.{section}")


@cache
def field_label(section: str, field: str) -> Text:
    """What a field of a section is called: its own label, else the one all sections share."""
    own = f"fields.{section}.{field}"
    return text(own if _has(own) else f"fields.any.{field}")


def field_help(section: str, field: str) -> Text:
    """What to write in a field of a section, in one sentence."""
    own = f"help.{section}.{field}"
    return text(own if _has(own) else f"help.any.{field}")


def word(vocabulary: str, value: str) -> Text:
    """What a word of a closed list is called, such as `word("Position", "core")`."""
    return text(f"words.{vocabulary}.{value}")


def keys(language: Language) -> frozenset[str]:
    """All keys that a language's file has."""
    return frozenset(key for piece in _pieces(language) for key in _texts(language, piece))


@cache
def _text(key: str) -> Text:
    piece = _piece(key)
    english = _texts("en", piece)[key]
    return Text(en=english, ja=_texts("ja", piece).get(key, english))


def _has(key: str) -> bool:
    return key in _texts("en", _piece(key))


def _piece(key: str) -> str:
    return ".".join(key.split(".", 2)[:2])


@cache
def _texts(language: Language, piece: str) -> dict[str, str]:
    """The texts by key that share the first two steps; a run needs few of them, so each piece is parsed when asked."""
    value, problems = yamlsource.read(_pieces(language).get(piece, "").encode())
    assert not problems, problems
    return dict(_flat(value, f"{piece.partition('.')[0]}.")) if value else {}


@cache
def _pieces(language: Language) -> dict[str, str]:
    """A language's file cut by its lines: for the first two steps of a key the lines that hold it."""
    whole = (files(__package__) / f"{language}.yaml").read_text(encoding="utf-8")
    found = list(_KEY.finditer(whole))
    pieces: dict[str, str] = {}
    block = ""
    for here, after in zip(found, [*found[1:], None], strict=True):
        if here[1] is None:
            block = here[2]
        else:
            pieces[f"{block}.{here[2]}"] = whole[here.start() : after.start() if after else len(whole)]
    return pieces


def _flat(value: Any, prefix: str) -> list[tuple[str, str]]:
    if not isinstance(value, dict):
        return [(prefix.removesuffix("."), value)]
    return [pair for key, item in value.items() for pair in _flat(item, f"{prefix}{key}.")]
