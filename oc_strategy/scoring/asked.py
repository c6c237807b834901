"""What the checks find under each option and day that an expectation looks at, asked for once each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from oc_strategy.checking import Settings, case_of, check
from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.edges import Path
from oc_strategy.model.steering import Option
from oc_strategy.model.text import Text
from oc_strategy.portfolio import LoadedProject
from oc_strategy.scoring.expectation import Expectation, Variation
from oc_strategy.scoring.reading import PlacedExpectation
from oc_strategy.scoring.score import Judgement, Kind


@dataclass(frozen=True)
class Asked:
    """A part of an expectation: where it stands, the option and day it looks at, and what the checks then find."""

    placed: PlacedExpectation
    above: Path
    option: Option | None
    as_of: date
    found: tuple[Diagnostic, ...]

    def judged(
        self, kind: Kind, path: Path, about: str, is_right: bool, expected: Text, found: Text | None = None
    ) -> Judgement:
        """One judgement about what stands at a path of the part; `found` is None where nothing was."""
        place = self.placed.place((*self.above, *path))
        option = self.option.id if self.option else None
        return Judgement(kind, about, option, self.as_of, place, expected, found or text("score.nothing"), is_right)


Ask = Callable[[Path, Expectation | Variation], Asked]


def asker(placed: PlacedExpectation, loaded: LoadedProject, settings: Settings) -> Ask:
    """Gives, for a part of an expectation and its place, what the checks find for it.

    A part without an option or a day takes those of the whole, and these the chosen option and the day of the settings.
    """
    whole = placed.expectation

    @cache
    def findings(option: str | None, today: date) -> tuple[Option | None, tuple[Diagnostic, ...]]:
        chosen = replace(settings, option=option, today=today)
        return case_of(loaded, chosen).option, tuple(check(loaded, chosen))

    def asked(above: Path, part: Expectation | Variation) -> Asked:
        day = part.as_of or whole.as_of
        today = day.first if day else settings.today
        option, found = findings(part.option or whole.option, today)
        return Asked(placed, above, option, today, found)

    return asked
