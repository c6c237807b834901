"""All that is told when the options of a project are laid out, in one frozen value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.util import find_spec

from oc_strategy.checking import Settings
from oc_strategy.criteria import Aim
from oc_strategy.model.audience import rank
from oc_strategy.model.text import Confidentiality
from oc_strategy.options.layout import Layout
from oc_strategy.options.naming import named_plans
from oc_strategy.options.plans import STEPS, Plan, is_allowed
from oc_strategy.options.shaking import Shaken, shake
from oc_strategy.options.uncertainty import DRAWS, SEED, Flip, Sureness, flips, sureness
from oc_strategy.portfolio import LoadedProject


@dataclass(frozen=True)
class Account:
    """A project with its layout, how sure the comparison is, and what shocks do to the plans.

    `sureness` is by plan, for those offered; None where numpy is not installed. `weights` are those asked for, `top`
    how many plans of the frontier are told (all if None), `shown` the outputs told (all if None).
    """

    loaded: LoadedProject
    layout: Layout
    today: date
    sureness: Mapping[Plan, Sureness] | None
    flips: tuple[Flip, ...]
    shocks: tuple[Shaken, ...] = ()
    weights: Mapping[Aim, float] | None = None
    steps: int = STEPS
    top: int | None = None
    shown: frozenset[str] | None = None
    audience: Confidentiality = "restricted"
    seed: int = SEED
    draws: int = DRAWS

    @property
    def plans(self) -> Mapping[str, Plan]:
        """The plans of the frontier that are told, by name: those best most often first, else in their order."""
        frontier = {n: plan for n, plan in named_plans(self.layout).items() if n not in self.layout.references}
        names = sorted(frontier, key=lambda name: (-self.share(frontier[name]), int(name[1:])))
        return {name: frontier[name] for name in names[: self.top]}

    @property
    def shows_reasons(self) -> bool:
        """Whether the audience is told what the checks found, and where it stands."""
        return rank(self.audience) >= rank("internal")

    def share(self, plan: Plan) -> float:
        """In what share of the draws a plan is best; 0 where nobody drew."""
        return self.sureness[plan].shares[0] if self.sureness and plan in self.sureness else 0.0

    def is_possible(self, plan: Plan) -> bool:
        """Whether a plan may be offered."""
        return is_allowed(self.layout.ground, plan)

    def is_shown(self, output_id: str) -> bool:
        """Whether an output is told of."""
        return self.shown is None or output_id in self.shown


def has_numpy() -> bool:
    """Whether what draws are made with is installed."""
    return find_spec("numpy") is not None


def account(
    loaded: LoadedProject, settings: Settings, layout: Layout, *, weights: Mapping[Aim, float] | None = None,
    steps: int = STEPS, top: int | None = None, shocks: Sequence[str] = (), shown: frozenset[str] | None = None,
    audience: Confidentiality = "restricted",
) -> Account:  # fmt: skip
    """The account of a layout; KeyError for an unknown shock."""
    offered = layout.offered
    drawn = sureness(layout.ground, offered, weights) if has_numpy() and offered else None
    told = Account(
        loaded, layout, settings.today, dict(zip(offered, drawn, strict=True)) if drawn else None,
        flips(layout.ground, offered, weights) if offered else (),
        weights=weights, steps=steps, top=top, shown=shown, audience=audience,
    )  # fmt: skip
    if not shocks:
        return told
    names = [*told.plans]
    hit = tuple(shake(loaded, settings, layout, shock, names) for shock in shocks)
    return replace(told, shocks=hit)
