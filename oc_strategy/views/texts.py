"""Small texts in both languages, put together."""

from __future__ import annotations

from collections.abc import Iterable

from oc_strategy.model.node import Node
from oc_strategy.model.text import LANGUAGES, Text


def joined(parts: Iterable[Text | str | None], separator: str = " · ") -> Text | None:
    """The parts that are there, one after the other; None where there is none."""
    there = [Text.plain(part) if isinstance(part, str) else part for part in parts if part]
    if not there:
        return None
    return Text(**{language: separator.join(part.of(language) for part in there) for language in LANGUAGES})


def tip(node: Node) -> Text:
    """What stands in a tool tip: the summary where there is one, and the id."""
    return joined([node.summary, f"[{node.id}]"], " ") or Text.plain(node.id)


def codes(countries: Iterable[str]) -> str | None:
    """Country or office codes in alphabetical order; None for none."""
    return ", ".join(sorted(set(countries))) or None
