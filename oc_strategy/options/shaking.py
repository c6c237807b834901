"""What a shock does to plans: which aims move, which gaps open, what cannot be done any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oc_strategy.checking import Settings
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.ground import Ground, ground
from oc_strategy.options.layout import Layout
from oc_strategy.options.obstacles import Obstacle
from oc_strategy.options.plans import Plan, shares, worth
from oc_strategy.options.shocks import shaken
from oc_strategy.options.side_by_side import Alternative, gap_key, side_by_side
from oc_strategy.options.spans import Span, spans
from oc_strategy.portfolio import LoadedProject


@dataclass(frozen=True)
class Blow:
    """What a shock does to one plan: its aims before and after (on the scale before), gaps that open, modes lost."""

    name: str
    before: tuple[Span, ...]
    after: tuple[float, ...]
    opened: tuple[Diagnostic, ...]
    lost: tuple[tuple[str, Mode, tuple[Obstacle, ...]], ...]

    @property
    def is_broken(self) -> bool:
        """Whether it cannot be carried out any more, or raises an error it did not raise."""
        return bool(self.lost) or any(gap.severity == "error" for gap in self.opened)


@dataclass(frozen=True)
class Shaken:
    """A shock and what it does to each plan; `is_felt` is False where nothing of the project is hit by it."""

    shock: str
    blows: tuple[Blow, ...]
    is_felt: bool


def shake(
    loaded: LoadedProject, settings: Settings, layout: Layout, shock: str, names: Sequence[str],
    before: Sequence[Alternative] | None = None,
) -> Shaken:  # fmt: skip
    """What a named shock does to some plans; KeyError for an unknown shock or name.

    `before` are the plans without it, where somebody has them already.
    """
    after = shaken(loaded, shock, settings.today)
    calm_ones = before or side_by_side(loaded, settings, layout, names).alternatives
    if after.graph.nodes == loaded.graph.nodes:
        return Shaken(shock, tuple(_blow(layout, layout.ground, c.name, c.plan, ()) for c in calm_ones), False)
    ground_after = ground(after, settings, layout.ground.criteria)
    blows = []
    for calm, hit in zip(calm_ones, side_by_side(after, settings, layout, names).alternatives, strict=True):
        known = {gap_key(gap, calm.option) for gap in calm.findings}
        opened = tuple(gap for gap in hit.findings if gap_key(gap, hit.option) not in known)
        blows.append(_blow(layout, ground_after, calm.name, calm.plan, opened))
    return Shaken(shock, tuple(blows), True)


def _blow(layout: Layout, after: Ground, name: str, plan: Plan | None, opened: tuple[Diagnostic, ...]) -> Blow:
    if plan is None:
        return Blow(name, (), (), opened, ())
    lost = tuple(
        (output.id, mode, after.obstacles[output.id][mode])
        for output, mode in zip(after.outputs, plan, strict=True)
        if mode not in after.possible(output.id) and mode in layout.ground.possible(output.id)
    )
    reached = shares(layout.ground, worth(after, plan).told)
    return Blow(name, spans(layout.ground, plan), reached, opened, lost)
