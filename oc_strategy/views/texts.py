"""Small texts in both languages, put together."""

from __future__ import annotations

from collections.abc import Iterable

from oc_strategy.lang import text
from oc_strategy.model.node import Node
from oc_strategy.model.text import Text

Part = Text | str | None


def joined(parts: Iterable[Part], separator: str) -> Text | None:
    """The parts that are there, one after the other; None where there is none."""
    there = [Text.plain(part) if isinstance(part, str) else part for part in parts if part]
    if not there:
        return None
    return Text.each(lambda language: separator.join(part.of(language) for part in there))


def listed(parts: Iterable[Part]) -> Text | None:
    """The parts that are there with the comma of each language between them; None where there is none."""
    there = [Text.plain(part) if isinstance(part, str) else part for part in parts if part]
    if not there:
        return None
    return Text(ja="、".join(part.of("ja") for part in there), en=", ".join(part.of("en") for part in there))


def tip(node: Node) -> Text:
    """What stands in a tool tip: the summary where there is one, and the id."""
    return joined([node.summary, f"[{node.id}]"], " ") or Text.plain(node.id)


def codes(countries: Iterable[str]) -> Text | None:
    """Country or office codes in alphabetical order, the whole world in words; None for none."""
    found = set(countries)
    world = text("pictures.world") if "world" in found else None
    return joined([", ".join(sorted(found - {"world"})), world], ", ")
