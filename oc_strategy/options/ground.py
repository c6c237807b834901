"""The ground of a decision: outputs, the modes each may take with their points, what outputs do to each other.

Points are whole quarter points. A sign of strength s at a rating r between 1 and 5 counts `(5 - r) low + (r - 1) high`
quarter points, so that the ends of the scale count the strengths of the poles fully. Of a range that is known the
weaker end counts; a criterion that nobody knows is silent, widens the range between the worst and the best possible,
and is asked about. Nothing is ever put in the middle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from oc_strategy.checking import Settings, case_of
from oc_strategy.criteria import AIMS, ALL_MODES, Aim, Criteria, Criterion, Pair, Pole
from oc_strategy.model.edges import COMPLEMENTS, DEPENDS_ON, PART_OF
from oc_strategy.model.revenue import is_on_revenue_path
from oc_strategy.model.technology import Output
from oc_strategy.model.treatment import Treatment
from oc_strategy.model.vocabulary import Mode, Posture
from oc_strategy.options.obstacles import Obstacles, obstacles
from oc_strategy.options.rating import Rating, ratings_of
from oc_strategy.portfolio import LoadedProject
from oc_strategy.rule import Case

QUARTERS: Final = 4
POSTURES: Final[Mapping[Mode, Posture]] = {mode: Treatment(mode=mode).posture or "open" for mode in ALL_MODES}
Points = tuple[int, int, int, int]
"""Quarter points for reach, capture, safety and cost."""
_EDGES: Final = {"complements": COMPLEMENTS, "depends_on": DEPENDS_ON}


@dataclass(frozen=True, slots=True)
class Voice:
    """What one criterion says of a mode for its aim: quarter points at the lowest and at the highest rating."""

    rating: Rating
    aim: Aim
    at_low: int
    at_high: int

    @property
    def low(self) -> int:
        """The worst it can say."""
        return min(self.at_low, self.at_high)

    @property
    def high(self) -> int:
        """The best it can say."""
        return max(self.at_low, self.at_high)


@dataclass(frozen=True)
class Choice:
    """One mode for one output: what it does by itself, and what each criterion says of it."""

    output: str
    mode: Mode
    base: Points
    voices: tuple[Voice, ...]

    @cached_property
    def told(self) -> Points:
        """What is known gives for each aim."""
        return self._summed((voice.aim, voice.low) for voice in self.voices if not voice.rating.is_unknown)

    @cached_property
    def low(self) -> Points:
        """The worst that is possible for each aim."""
        return self._summed((voice.aim, voice.low) for voice in self.voices)

    @cached_property
    def high(self) -> Points:
        """The best that is possible for each aim."""
        return self._summed((voice.aim, voice.high) for voice in self.voices)

    def _summed(self, said: Iterable[tuple[Aim, int]]) -> Points:
        sums = dict(zip(AIMS, self.base, strict=True))
        for aim, points in said:
            sums[aim] += points
        return sums["reach"], sums["capture"], sums["safety"], sums["cost"]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two linked outputs, and the points for the plan while each has one of some postures."""

    first: str
    second: str
    pair: Pair

    @property
    def points(self) -> Points:
        """Quarter points for each aim."""
        return tuple(QUARTERS * self.pair.points.get(aim, 0) for aim in AIMS)  # type: ignore[return-value]

    def holds(self, first: Mode, second: Mode) -> bool:
        """Whether the two modes are of the postures meant."""
        return POSTURES[first] in self.pair.first and POSTURES[second] in self.pair.second


@dataclass(frozen=True)
class Ground:
    """All that a plan is chosen on; a plan is one possible mode for each of `outputs`, in their order.

    `earners` are the outputs that carry revenue, or may: nobody said. `needs` pairs an output with one it depends on.
    `barred` are modes that may not be taken together, because the checks found so.
    """

    outputs: tuple[Output, ...]
    choices: Mapping[str, Mapping[Mode, Choice]]
    obstacles: Obstacles
    ties: tuple[Tie, ...]
    earners: frozenset[str]
    needs: tuple[tuple[str, str], ...]
    criteria: Criteria
    barred: tuple[frozenset[tuple[str, Mode]], ...] = ()

    def possible(self, output_id: str) -> tuple[Mode, ...]:
        """The modes that nothing forbids for an output."""
        forbidden = self.obstacles.get(output_id, {})
        return tuple(mode for mode in ALL_MODES if mode not in forbidden)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Where each output stands in a plan."""
        return {output.id: index for index, output in enumerate(self.outputs)}

    @cached_property
    def bounds(self) -> tuple[tuple[int, int], ...]:
        """For each aim the worst that is told of all modes together, possible or not, and the worst plus one width.

        The width is that of the aim that can differ most, so that a point counts the same whatever its aim. All of it
        depends on the facts alone: another plan in the comparison moves nothing.
        """
        lows, highs = [0] * len(AIMS), [0] * len(AIMS)
        for by_mode in self.choices.values():
            for index in range(len(AIMS)):
                lows[index] += min(choice.told[index] for choice in by_mode.values())
                highs[index] += max(choice.told[index] for choice in by_mode.values())
        for tie in self.ties:
            for index, points in enumerate(tie.points):
                lows[index] += min(0, points)
                highs[index] += max(0, points)
        width = max(high - low for low, high in zip(lows, highs, strict=True))
        return tuple((low, low + width) for low in lows)


def ground(loaded: LoadedProject, settings: Settings, criteria: Criteria) -> Ground:
    """The ground for a project's own outputs; one that has parts is decided through them."""
    case = case_of(loaded, settings)
    outputs = decided_outputs(case, loaded.own)
    ids = {output.id for output in outputs}
    return Ground(
        outputs=outputs,
        choices={output.id: dict(_choices(case, output, criteria)) for output in outputs},
        obstacles=obstacles(loaded, settings, outputs),
        ties=tuple(_ties(case, outputs, ids, criteria.pairs)),
        earners=frozenset(
            output.id
            for output in outputs
            if is_on_revenue_path(case.graph, output) or not output.is_answered("revenue_bottleneck")
        ),
        needs=tuple(
            (output.id, needed.id)
            for output in outputs
            for needed in case.graph.targets(output, DEPENDS_ON)
            if needed.id in ids
        ),
        criteria=criteria,
    )


def decided_outputs(case: Case, own: frozenset[str]) -> tuple[Output, ...]:
    """The project's own outputs without those that are split into parts, sorted by id."""
    mine = [output for output in case.graph.of(Output) if output.id in own]
    whole = {parent.id for output in mine for parent in case.graph.targets(output, PART_OF)}
    return tuple(output for output in mine if output.id not in whole)


def _choices(case: Case, output: Output, criteria: Criteria) -> Iterator[tuple[Mode, Choice]]:
    ratings = ratings_of(case, output, criteria)
    is_test = output.kind == "test-method"
    for mode in ALL_MODES:
        itself = criteria.modes[mode]
        base: Points = tuple(QUARTERS * getattr(itself, aim) for aim in AIMS)
        voices = (voice(criteria.criteria[name], rating, mode, is_test) for name, rating in ratings.items())
        yield mode, Choice(output.id, mode, base, tuple(v for v in voices if v.low or v.high))


def voice(criterion: Criterion, rating: Rating, mode: Mode, is_test: bool) -> Voice:
    """What a criterion says of a mode at a rating; a range where the rating is one."""
    if rating.case is not None:
        points = round(QUARTERS * criterion.weight * criterion.cases[rating.case].strength(mode, is_test))
        return Voice(rating, criterion.aim, points, points)
    ends = [points_at(criterion, at, mode, is_test) for at in (rating.low, rating.high)]
    return Voice(rating, criterion.aim, *ends)


def points_at(criterion: Criterion, rating: float, mode: Mode, is_test: bool) -> int:
    """Quarter points at a rating between the poles of a criterion."""
    low, high = (_strength(pole, mode, is_test) for pole in (criterion.low, criterion.high))
    return round(criterion.weight * ((5 - rating) * low + (rating - 1) * high))


def _strength(pole: Pole | None, mode: Mode, is_test: bool) -> int:
    return pole.strength(mode, is_test) if pole else 0


def _ties(case: Case, outputs: Sequence[Output], ids: set[str], pairs: Sequence[Pair]) -> Iterator[Tie]:
    for pair in pairs:
        seen: set[frozenset[str]] = set()
        for output in outputs:
            for other in case.graph.targets(output, _EDGES[pair.edge]):
                both = frozenset({output.id, other.id})
                if other.id in ids and both not in seen and len(both) == 2:
                    seen.add(both)
                    yield Tie(output.id, other.id, pair)
                    # What goes together does so both ways round.
                    if pair.edge == "complements" and pair.first != pair.second:
                        yield Tie(other.id, output.id, pair)
