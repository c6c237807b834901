"""One date to keep, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from oc_strategy.facts import Fact
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import Path
from oc_strategy.model.node import Node

Nearness = Literal["past", "near", "far"]
NEAR_DAYS: Final = 90


@dataclass(frozen=True, slots=True)
class Deadline:
    """One date to keep: for which node, of which kind (a key of `deadlines.` in `lang/`), when, on what basis.

    `office` is the office, country or stage it is about; `fact` the row of law or policy it was computed from, None for
    a date that somebody set; `event` another node from whose date it is counted.
    """

    node: Node
    where: str | Path
    kind: str
    on: Date
    office: str | None = None
    fact: Fact | None = None
    event: Node | None = None

    @property
    def order(self) -> tuple[date, str, str, str]:
        """What dates are sorted by: the day, then the node."""
        return self.on.last, self.node.id, self.kind, self.office or ""

    def days_left(self, today: date) -> int:
        """Days from today to the last possible day; negative once it is past."""
        return (self.on.last - today).days

    def nearness(self, today: date) -> Nearness:
        """Past, within the next 90 days, or later."""
        left = self.days_left(today)
        return "past" if left < 0 else "near" if left <= NEAR_DAYS else "far"

    @property
    def is_confirmed(self) -> bool:
        """Whether it was set by somebody, or rests on a fact of which the wording was seen in a source."""
        return self.fact is None or self.fact.strongest != "question"
