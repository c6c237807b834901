"""Texts by key, in both languages at once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from oc_strategy import yamlsource
from oc_strategy.model.text import Language, Text


def text(key: str, /, **values: object) -> Text:
    """The text under a dotted key, filled with values; KeyError for a key that English lacks."""
    found = _text(key)
    return found.format(**values) if values else found


def section_label(section: str) -> Text:
    """What a section of the model is called."""
    return text(f"sections.{section}")


def field_label(section: str, field: str) -> Text:
    """What a field of a section is called: its own label, else the one all sections share."""
    own = f"fields.{section}.{field}"
    return text(own if own in _catalog("en") else f"fields.any.{field}")


def field_help(section: str, field: str) -> Text:
    """What to write in a field of a section, in one sentence."""
    own = f"help.{section}.{field}"
    return text(own if own in _catalog("en") else f"help.any.{field}")


def word(vocabulary: str, value: str) -> Text:
    """What a word of a closed list is called, such as `word("Position", "core")`."""
    return text(f"words.{vocabulary}.{value}")


def keys(language: Language) -> frozenset[str]:
    """All keys that a language's file has."""
    return frozenset(_catalog(language))


@cache
def _text(key: str) -> Text:
    english = _catalog("en")[key]
    return Text(en=english, ja=_catalog("ja").get(key, english))


@cache
def _catalog(language: Language) -> dict[str, str]:
    value, problems = yamlsource.read((files(__package__) / f"{language}.yaml").read_bytes())
    assert not problems, problems
    return dict(_flat(value, ""))


def _flat(value: Any, prefix: str) -> list[tuple[str, str]]:
    if not isinstance(value, dict):
        return [(prefix.removesuffix("."), value)]
    return [pair for key, item in value.items() for pair in _flat(item, f"{prefix}{key}.")]
