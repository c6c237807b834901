"""Patterns of opening and closing as data: when each fits, what it needs, what goes wrong, which example shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from oc_strategy import yamlsource
from oc_strategy.model.text import Text

PATTERNS_FILE: Final = "patterns.yaml"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One arrangement; `conditions` are names of what the model is asked, `shown_by` and `warned_by` of examples."""

    name: str
    title: Text
    summary: Text
    conditions: tuple[str, ...]
    needs: tuple[Text, ...]
    risks: tuple[Text, ...]
    shown_by: tuple[str, ...]
    warned_by: tuple[str, ...]
    source: tuple[str, ...]


@cache
def patterns() -> Mapping[str, Pattern]:
    """Every pattern by its name, in the order of the file."""
    return {name: _pattern(name, raw) for name, raw in _tree()["patterns"].items()}


@cache
def condition_words() -> Mapping[str, Text]:
    """What each condition says, by its name."""
    return {name: _text(raw) for name, raw in _tree()["conditions"].items()}


def _pattern(name: str, raw: Any) -> Pattern:
    return Pattern(
        name, _text(raw["title"]), _text(raw["summary"]), tuple(raw["conditions"]),
        tuple(map(_text, raw["needs"])), tuple(map(_text, raw["risks"])),
        tuple(raw["shown_by"]), tuple(raw["warned_by"]), tuple(raw["source"]),
    )  # fmt: skip


def _text(raw: Any) -> Text:
    return Text(ja=raw["ja"], en=raw["en"])


def _tree() -> Any:
    data = (resources.files("oc_strategy.options") / "data" / PATTERNS_FILE).read_bytes()
    tree, problems = yamlsource.read(data)
    assert not problems, problems
    return tree
