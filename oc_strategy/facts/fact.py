"""One fact: what it says, where and when it holds, what it rests on, and how far it may be trusted."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from oc_strategy.model.dates import add_months

Confidence = Literal["V1", "V1d", "V2", "M", "X"]
Strength = Literal["error", "warning", "question"]

UNDATED = "n.d."

_STRONGEST: Mapping[Confidence, Strength] = {
    "V1": "error",
    "V2": "error",
    "V1d": "warning",
    "M": "question",
    "X": "question",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a data file; `value` is a word, or a whole number whenever there is a `unit`."""

    id: str
    topic: str
    place: str
    value: str | None
    unit: str | None
    detail: Mapping[str, str]
    valid_from: str | None
    valid_to: str | None
    as_of: str
    confidence: Confidence
    source: tuple[str, ...]
    reference: str
    statement_ja: str
    statement_en: str

    def __hash__(self) -> int:
        # Facts are counted and compared for each node, and no two of them share an id.
        return hash(self.id)

    @property
    def number(self) -> int:
        """The value as a number, to be asked only of facts that have a unit."""
        return int(self.value or "")

    @property
    def strongest(self) -> Strength:
        """The most severe answer that a check resting on this fact may give."""
        return _STRONGEST[self.confidence]

    def holds_on(self, day: date) -> bool:
        """Whether the fact certainly or possibly held on a day: a partial bound counts with all its days."""
        if self.valid_from and day < days_of(self.valid_from)[0]:
            return False
        return not (self.valid_to and day > days_of(self.valid_to)[1])

    def surely_holds_on(self, day: date) -> bool:
        """Whether it certainly held on a day, not only on some days of a month or year that is all that is known."""
        if self.valid_from and day < days_of(self.valid_from)[1]:
            return False
        return not (self.valid_to and day > days_of(self.valid_to)[0])

    def is_stale(self, today: date, months: int = 24) -> bool:
        """Whether the text relied on is undated, or certainly older than so many calendar months."""
        return self.as_of == UNDATED or days_of(self.as_of)[1] < add_months(today, -months)


@lru_cache(maxsize=4096)
def days_of(text: str) -> tuple[date, date]:
    """The first and last day of `1997`, `1997-10` or `1997-10-05`; a ValueError for anything else."""
    match [int(part) for part in text.split("-")]:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            first = date(year, month, 1)
            return first, first.replace(day=monthrange(year, month)[1])
        case [year, month, day]:
            return date(year, month, day), date(year, month, day)
        case _:
            raise ValueError(text)
