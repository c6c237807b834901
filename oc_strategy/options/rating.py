"""How an output stands to each criterion: as the model shows, else as a person rated it, else unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from oc_strategy.criteria import Criteria, Criterion
from oc_strategy.model.technology import Output
from oc_strategy.options.deriving import DERIVED, Told
from oc_strategy.rule import Case, Step

Origin = Literal["model", "person", "unknown"]
LOWEST: Final = 1.0
HIGHEST: Final = 5.0


@dataclass(frozen=True, slots=True)
class Rating:
    """From `low` to `high` on the scale of 1 to 5, or one `case`; the facts of the model that say so."""

    criterion: str
    low: float
    high: float
    origin: Origin
    facts: tuple[Step, ...] = ()
    case: str | None = None

    @property
    def is_unknown(self) -> bool:
        """Whether nobody knows: neither the model nor a person said anything."""
        return self.origin == "unknown"

    @property
    def is_open(self) -> bool:
        """Whether more than one value is possible."""
        return self.case is None and self.low < self.high


def ratings_of(case: Case, output: Output, criteria: Criteria) -> Mapping[str, Rating]:
    """A rating for each criterion that can be asked about an output, in the order of the criteria."""
    found = {
        name: _rating(case, output, name, criterion)
        for name, criterion in criteria.criteria.items()
        if not criterion.only or output.kind in criterion.only
    }
    return {name: rating for name, rating in found.items() if rating is not None}


def _rating(case: Case, output: Output, name: str, criterion: Criterion) -> Rating | None:
    told = DERIVED[name](case, output) if name in DERIVED else None
    if criterion.cases:
        is_case = told is not None and told.case in criterion.cases
        return Rating(name, LOWEST, HIGHEST, "model", told.facts, told.case) if told and is_case else None
    given = output.ratings.get(name)
    if told is None:
        return _by_person(name, given) if given else Rating(name, LOWEST, HIGHEST, "unknown")
    return _narrowed(name, told, given)


def _by_person(name: str, given: tuple[float, float]) -> Rating:
    return Rating(name, min(given), max(given), "person")


def _narrowed(name: str, told: Told, given: tuple[float, float] | None) -> Rating:
    """What the model shows; a person may narrow it, but not contradict it."""
    low, high = told.low, told.high
    if given:
        within = max(low, min(given)), min(high, max(given))
        low, high = within if within[0] <= within[1] else (low, high)
    return Rating(name, low, high, "model", told.facts)
