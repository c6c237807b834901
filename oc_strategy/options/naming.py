"""What plans are called: P1, P2 ... along the frontier, and each reference by its own name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from oc_strategy.lang import text
from oc_strategy.model.graph import Graph
from oc_strategy.model.steering import Option
from oc_strategy.model.text import Text
from oc_strategy.options.layout import Layout
from oc_strategy.options.plans import Plan
from oc_strategy.options.references import CLASSIC

WRITTEN: Final = "option:"
"""How the name of a reference begins that is an option written by hand."""


def named_plans(layout: Layout) -> Mapping[str, Plan]:
    """Every plan that is shown by its name: those of the frontier in their order, then the references."""
    frontier = {f"P{number}": plan for number, plan in enumerate(layout.frontier.plans, start=1)}
    return {**frontier, **layout.references}


def names_of(layout: Layout, plan: Plan) -> tuple[str, ...]:
    """All names of a plan: a reference that is on the frontier has two or more."""
    return tuple(name for name, other in named_plans(layout).items() if other == plan)


def is_plan_name(name: str) -> bool:
    """Whether a name can only be that of a plan that is laid out: a number of the frontier, or a classic mix."""
    return re.fullmatch(r"[Pp]\d+", name) is not None or name in CLASSIC


def plan_called(layout: Layout, name: str) -> tuple[str, Plan] | None:
    """The full name and the plan that somebody means: `p1`, a reference, or the bare id of an option; else None."""
    known = named_plans(layout)
    found = next((k for k in (name, name.upper(), f"{WRITTEN}{name}") if k in known), None)
    return (found, known[found]) if found else None


def plan_title(layout: Layout, name: str, graph: Graph) -> Text:
    """What a plan is called in words: the title of the option that it is, else its classic mix, else its number."""
    if name in layout.references:
        return _reference_title(name, graph)
    twin = next((other for other in names_of(layout, named_plans(layout)[name]) if other != name), None)
    return _reference_title(twin, graph) if twin else text("options.plan", name=name)


def _reference_title(name: str, graph: Graph) -> Text:
    if not name.startswith(WRITTEN):
        return text(f"options.references.{name}")
    option = graph.get(name.removeprefix(WRITTEN))
    return option.name() if isinstance(option, Option) else Text.plain(name)
