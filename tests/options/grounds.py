"""Grounds of decisions made up for tests: any points, any obstacles, any ties."""

from __future__ import annotations

from hypothesis import strategies as st

from oc_strategy.criteria import ALL_MODES, Pair, shipped_criteria
from oc_strategy.model.technology import Output
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.ground import Choice, Ground, Points, Tie
from oc_strategy.options.obstacles import Obstacle

POINTS = st.tuples(*[st.integers(-12, 12)] * 4)
NO = Obstacle(shipped_criteria().pairs[0].why)


def ground_of(points: dict[str, dict[Mode, Points]], impossible: dict[str, list[Mode]]) -> Ground:
    """A ground without ties whose outputs all earn; modes without points have none."""
    none: Points = (0, 0, 0, 0)
    choices = {
        i: {mode: Choice(i, mode, by_mode.get(mode, none), ()) for mode in ALL_MODES} for i, by_mode in points.items()
    }
    obstacles = {i: dict.fromkeys(modes, (NO,)) for i, modes in impossible.items()}
    outputs = tuple(Output(id=i) for i in points)
    return Ground(outputs, choices, obstacles, (), frozenset(points), (), shipped_criteria())


@st.composite
def grounds(draw: st.DrawFn, most: int = 4) -> Ground:
    """A ground of one to `most` outputs, each with one to eight possible modes."""
    outputs = tuple(Output(id=f"o{index}") for index in range(draw(st.integers(1, most))))
    ids = [output.id for output in outputs]
    choices = {i: {mode: Choice(i, mode, draw(POINTS), ()) for mode in ALL_MODES} for i in ids}
    # Four outputs with five modes each are 625 plans: enough to count out, again and again.
    forbidden = st.lists(st.sampled_from(ALL_MODES), min_size=3 if len(ids) > 3 else 0, max_size=7, unique=True)
    obstacles = {i: dict.fromkeys(draw(forbidden), (NO,)) for i in ids}
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1])
    some = st.lists(pairs, max_size=3, unique=True) if len(ids) > 1 else st.just([])
    ties = [Tie(a, b, draw(st.sampled_from(_PAIRS))) for a, b in draw(some)]
    return Ground(
        outputs, choices, obstacles, tuple(ties), frozenset(draw(st.sets(st.sampled_from(ids)))),
        tuple(draw(some)), shipped_criteria(),
    )  # fmt: skip


_PAIRS: tuple[Pair, ...] = shipped_criteria().pairs
