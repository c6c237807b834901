"""Two texts as two sides."""

from __future__ import annotations

from datetime import date

from oc_strategy.checking import Settings
from oc_strategy.comparing import Comparison, Side, compare, side_of
from oc_strategy.facts import Facts
from oc_strategy.model.text import Confidentiality
from oc_strategy.portfolio import project_of_text

SETTINGS = Settings(date(2026, 4, 1), Facts())


def side(text: str, audience: Confidentiality = "restricted") -> Side:
    """A project with these sections, as an audience sees it."""
    loaded = project_of_text(f"id: demo\n{text}")
    assert not loaded.mistakes, [f"{m.place} {m.message.en}" for m in loaded.mistakes]
    return side_of(loaded, SETTINGS, audience)


def between(before: str, after: str, audience: Confidentiality = "restricted") -> Comparison:
    """What differs between two texts."""
    return compare(side(before, audience), side(after, audience))
