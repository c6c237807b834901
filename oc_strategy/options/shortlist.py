"""The few plans that a page has room for, beside the options written by hand: side by side, and under every shock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from oc_strategy.checking import Settings, case_of
from oc_strategy.criteria import Criteria
from oc_strategy.lang import text
from oc_strategy.model.steering import Option
from oc_strategy.model.text import Text
from oc_strategy.options.account import Account, account
from oc_strategy.options.ground import decided_outputs
from oc_strategy.options.layout import Layout, SolverMissing, lay_out, option_of
from oc_strategy.options.naming import WRITTEN, names_of, plan_called, plan_title
from oc_strategy.options.obstacles import TRIAL
from oc_strategy.options.plans import Plan
from oc_strategy.options.shaking import Shaken, shake
from oc_strategy.options.shocks import SHOCKS
from oc_strategy.options.side_by_side import SideBySide, side_by_side
from oc_strategy.portfolio import LoadedProject

MOST: Final = 30
"""Laid out unasked for so many outputs: what takes a few seconds."""
PLANS: Final = 4
"""So many plans of the frontier, those that are best most often; more nobody compares on a page."""


@dataclass(frozen=True)
class Shortlist:
    """The account of a project's options, those compared in detail, and what each shock does to them."""

    account: Account
    compared: SideBySide
    shaken: tuple[Shaken, ...]

    @property
    def plans(self) -> Mapping[str, Plan]:
        """Plans by name, each once: the written options in their order, the frontier by rank, the classic mixes."""
        layout = self.account.layout
        written = {a.name: a.plan for a in self.compared.alternatives if a.name.startswith(WRITTEN) and a.plan}
        classic = {name: plan for name, plan in layout.references.items() if not name.startswith(WRITTEN)}
        named: dict[str, Plan] = dict(written)
        for name, plan in (*self.account.plans.items(), *classic.items()):
            if plan not in named.values():
                named[name] = plan
        return named

    def option(self, name: str, present: Option | None) -> Option | None:
        """A plan as an option by the name that it is called by; None for a name that means nothing."""
        layout, loaded = self.account.layout, self.account.loaded
        found = plan_called(layout, name)
        if found is None:
            return None
        made = option_of(loaded, present, layout.ground, found[1], TRIAL)
        return made.model_copy(update={"title": plan_title(layout, found[0], loaded.graph)})


@dataclass(frozen=True, slots=True)
class Laying:
    """How options are laid out for a page: by which criteria, and for how many outputs at most (None for any)."""

    criteria: Criteria
    most: int | None = MOST


def lay_out_few(loaded: LoadedProject, settings: Settings, laying: Laying) -> Shortlist | Text:
    """The options of a project for a page, or why they are not laid out."""
    count = len(decided_outputs(case_of(loaded, settings), loaded.own))
    if count == 0:
        return text("tables.nothing-to-lay")
    if laying.most is not None and count > laying.most:
        return text("tables.too-many-to-lay", count=count, most=laying.most)
    try:
        layout = lay_out(loaded, settings, laying.criteria)
    except SolverMissing as missing:
        return text("tables.no-solver", plans=f"{missing.plans:,}")
    return _shortlist(loaded, settings, layout)


def _shortlist(loaded: LoadedProject, settings: Settings, layout: Layout) -> Shortlist:
    told, chosen = account(loaded, settings, layout), case_of(loaded, settings).option
    options = sorted(loaded.graph.of(Option), key=lambda option: (option != chosen, option.id))
    written = [f"{WRITTEN}{option.id}" for option in options]
    frontier = [name for name, plan in told.plans.items() if not set(names_of(layout, plan)) & set(written)]
    names = [*written, *frontier[:PLANS]]
    compared = side_by_side(loaded, settings, layout, names)
    hit = tuple(shake(loaded, settings, layout, shock, names, compared.alternatives) for shock in SHOCKS)
    return Shortlist(told, compared, hit)
