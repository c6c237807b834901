"""How the documented postures stand among the modes that the options are laid out by, from the facts known then.

One set of default strengths for all; a posture stands where its best possible mode stands. Of three postures two would
be first or second by chance, so that the documented mode among the first two of eight is the stricter figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from oc_strategy.checking import Settings
from oc_strategy.criteria import shipped_criteria
from oc_strategy.model.diagnostic import Place
from oc_strategy.model.steering import Option
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Mode, Posture
from oc_strategy.options.explaining import Standing, standings
from oc_strategy.options.ground import POSTURES, QUARTERS, Ground, ground
from oc_strategy.portfolio import LoadedProject
from oc_strategy.scoring.hindsight import without_hindsight
from oc_strategy.scoring.reading import PlacedExpectation

AMONG = 2
"""Being among so many first counts as right."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A criterion (None for the mode itself) by which another mode leads, and by how many points."""

    criterion: Text | None
    points: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """One output: the documented posture and mode, and the possible ones in their order, the best first.

    `because` says why the posture came no higher: what led the one that took the last place that counts, or what
    forbids it. It is empty where the posture is right.
    """

    output: str
    title: Text
    posture: Posture
    mode: Mode | None
    postures: tuple[Posture, ...]
    modes: tuple[Mode, ...]
    because: tuple[Reason, ...]
    forbidden: tuple[Text, ...]
    is_inferred: bool
    place: Place

    @property
    def rank(self) -> int | None:
        """The place of the posture, from 1; None where it is impossible."""
        return self.postures.index(self.posture) + 1 if self.posture in self.postures else None

    @property
    def mode_rank(self) -> int | None:
        """The place of the mode, from 1; None where it is impossible, or where no mode is named."""
        return self.modes.index(self.mode) + 1 if self.mode in self.modes else None

    @property
    def is_right(self) -> bool:
        """Whether the posture is possible and among the first."""
        return self.rank is not None and self.rank <= AMONG

    @property
    def is_mode_right(self) -> bool:
        """Whether the mode is possible and among the first."""
        return self.mode_rank is not None and self.mode_rank <= AMONG


def ranking(placed: PlacedExpectation, loaded: LoadedProject, settings: Settings) -> tuple[Ranked, ...]:
    """Every output with a documented posture, in the order written. An output that is split into parts has none."""
    whole = placed.expectation
    day = whole.decided or whole.as_of
    then = replace(settings, option=None, today=day.first if day else settings.today)
    laid = ground(without_hindsight(loaded, whole.decided), then, shipped_criteria())
    option = loaded.graph.get(whole.option or loaded.project.option)
    return tuple(_ranked(placed, laid, option if isinstance(option, Option) else None))


def _ranked(placed: PlacedExpectation, laid: Ground, option: Option | None) -> Iterator[Ranked]:
    postures: tuple[Posture, ...] = ("open", "gated", "closed")
    for posture in postures:
        for index, output in enumerate(getattr(placed.expectation.posture, posture)):
            if output in laid.choices:
                treatment = option.treatments.get(output) if option else None
                mode = treatment.nearest_mode if treatment else None
                place = placed.place(("posture", posture, index))
                yield _one(laid, output, posture, mode, placed.expectation.posture.inferred, place)


def _one(laid: Ground, output: str, posture: Posture, mode: Mode | None, is_inferred: bool, place: Place) -> Ranked:
    every = standings(laid, output)
    modes = tuple(standing.mode for standing in every if standing.is_possible)
    best: Mapping[Posture, Mode] = {POSTURES[mode]: mode for mode in reversed(modes)}
    ordered = tuple(sorted(best, key=lambda each: modes.index(best[each])))
    title = laid.outputs[laid.index[output]].name()
    made = Ranked(output, title, posture, mode, ordered, modes, (), (), is_inferred, place)
    if made.is_right:
        return made
    if made.rank is None:
        return replace(made, forbidden=_forbidden(every, posture))
    return replace(made, because=_because(laid, output, best[ordered[AMONG - 1]], best[posture]))


def _forbidden(every: Sequence[Standing], posture: Posture) -> tuple[Text, ...]:
    words = (obstacle.message for s in every if POSTURES[s.mode] == posture for obstacle in s.obstacles)
    return tuple(dict.fromkeys(words))


def _because(laid: Ground, output: str, ahead: Mode, behind: Mode) -> tuple[Reason, ...]:
    """What the mode ahead is given more for, the most first."""
    by_mode = laid.choices[output]
    more: dict[str, int] = {"": sum(by_mode[ahead].base) - sum(by_mode[behind].base)}
    for sign, mode in ((1, ahead), (-1, behind)):
        for voice in by_mode[mode].voices:
            if not voice.rating.is_unknown:
                more[voice.rating.criterion] = more.get(voice.rating.criterion, 0) + sign * voice.low
    told = sorted(((points, name) for name, points in more.items() if points > 0), key=lambda pair: (-pair[0], pair[1]))
    titles = laid.criteria.criteria
    return tuple(Reason(titles[name].title if name else None, points / QUARTERS) for points, name in told)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many postures are among the first, how many of them are first, and how many modes, where one is named."""

    right: int
    first: int
    total: int
    modes_right: int
    modes: int


def tally(ranked: Sequence[Ranked], *, is_inferred: bool = False) -> Tally:
    """The tally of what sources tell, or of what no source tells (`is_inferred`)."""
    meant = [one for one in ranked if one.is_inferred == is_inferred]
    named = [one for one in meant if one.mode is not None]
    return Tally(
        sum(one.is_right for one in meant), sum(one.rank == 1 for one in meant), len(meant),
        sum(one.is_mode_right for one in named), len(named),
    )  # fmt: skip
