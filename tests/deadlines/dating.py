"""The dates of a project that is one text."""

from __future__ import annotations

from datetime import date

from oc_strategy.deadlines import Deadline, Entry, agenda, deadlines
from oc_strategy.facts import Facts
from oc_strategy.model.text import Confidentiality
from oc_strategy.portfolio import project_of_text

FACTS = Facts()


def dates(text: str, today: str, *kinds: str) -> list[Deadline]:
    """The dates of these kinds (all if none is named)."""
    loaded = project_of_text(f"id: demo\n{text}")
    assert not loaded.mistakes, [f"{m.place} {m.message.en}" for m in loaded.mistakes]
    found = deadlines(loaded.graph, FACTS, date.fromisoformat(today))
    return [deadline for deadline in found if not kinds or deadline.kind in kinds]


def days(text: str, today: str, *kinds: str) -> list[str]:
    """Only when they are."""
    return [deadline.on.text for deadline in dates(text, today, *kinds)]


def entries(text: str, today: str, audience: Confidentiality) -> tuple[Entry, ...]:
    """The list of dates for an audience."""
    loaded = project_of_text(f"id: demo\n{text}")
    assert not loaded.mistakes, [f"{m.place} {m.message.en}" for m in loaded.mistakes]
    return agenda(loaded, FACTS, date.fromisoformat(today), audience)
