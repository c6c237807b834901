"""Options side by side: what each does, what is found under each, which dates each has to keep."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Generic, Literal, TypeVar

from oc_strategy.checking import Settings, case_of, check
from oc_strategy.deadlines import Deadline, deadlines
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.edges import TREATED_VIA
from oc_strategy.model.graph import Graph
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.layout import Layout, option_of
from oc_strategy.options.naming import WRITTEN, plan_called, plan_title
from oc_strategy.options.plans import Plan
from oc_strategy.options.spans import Span, spans
from oc_strategy.portfolio import LoadedProject

T = TypeVar("T")
Fate = Literal["new", "gone", "same"]
BOOKKEEPING: Final = frozenset({"treatment-without-owner", "treatment-without-reason"})
"""Checks for what is noted about a choice once it is made; a plan that nobody chose has none of it."""
DOORS: Final = frozenset({"priority", "grace", "national-phase", "examination", "exclusion"})
"""Kinds of dates after which something cannot be had any more."""


@dataclass(frozen=True)
class Alternative:
    """One option among those compared: its name in the listing, what it is called, and how it treats the outputs.

    `plan` is None, and `spans` are empty, where it leaves an output untreated. `findings` are the gaps under it;
    `deadlines` the dates of what carries it, and its own.
    """

    name: str
    title: Text
    option: Option
    plan: Plan | None
    spans: tuple[Span, ...]
    findings: tuple[Diagnostic, ...]
    deadlines: tuple[Deadline, ...]

    def mode(self, output: Output) -> Mode | None:
        """In which mode it treats an output; None where nothing is said."""
        treatment = self.option.treatments.get(output.id)
        return treatment.nearest_mode if treatment else None


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """A finding or a date, and which of the alternatives have it, in their order."""

    what: T
    by: tuple[bool, ...]

    @property
    def is_shared(self) -> bool:
        """Whether all have it."""
        return all(self.by)

    def fate(self, index: int) -> Fate | None:
        """What became of it against the first alternative; None where neither has it."""
        if self.by[index]:
            return "same" if self.by[0] else "new"
        return "gone" if self.by[0] else None


@dataclass(frozen=True)
class SideBySide:
    """Alternatives, the outputs that they treat differently, and which has which gap and which date."""

    alternatives: tuple[Alternative, ...]
    outputs: tuple[Output, ...]
    findings: tuple[Held[Diagnostic], ...]
    deadlines: tuple[Held[Deadline], ...]

    @property
    def differing(self) -> tuple[Output, ...]:
        """The outputs that not all alternatives treat in the same mode."""
        return tuple(o for o in self.outputs if len({other.mode(o) for other in self.alternatives}) > 1)

    @property
    def doors(self) -> tuple[Held[Deadline], ...]:
        """The dates by which it must be decided: what some alternatives need and others do not is lost after them."""
        return tuple(held for held in self.deadlines if held.what.kind in DOORS and not held.is_shared)


def side_by_side(loaded: LoadedProject, settings: Settings, layout: Layout, names: Sequence[str]) -> SideBySide:
    """Plans and options written by hand, in the order asked for; KeyError for a name that means nothing."""
    found = tuple(alternative(loaded, settings, layout, name) for name in names)
    gaps = [{gap_key(gap, other.option): gap for gap in other.findings} for other in found]
    dates = [{_deadline_key(date, other.option): date for date in other.deadlines} for other in found]
    return SideBySide(
        found,
        layout.ground.outputs,
        tuple(sorted(_held(gaps), key=lambda held: held.what.order)),
        tuple(sorted(_held(dates), key=lambda held: (held.what.on.last, held.what.node.id, held.what.kind))),
    )


def alternative(loaded: LoadedProject, settings: Settings, layout: Layout, name: str) -> Alternative:
    """One plan or option by its name; KeyError for one that means nothing."""
    full, title, plan, option = _meant(loaded, settings, layout, name)
    graph = Graph([*(node for node in loaded.graph.nodes.values() if node.id != option.id), option])
    under = check(replace(loaded, graph=graph), replace(settings, option=option.id))
    carriers = {node.id for node in graph.targets(option, TREATED_VIA)} | {option.id}
    return Alternative(
        name=full,
        title=title,
        option=option,
        plan=plan,
        spans=spans(layout.ground, plan) if plan else (),
        findings=tuple(gap for gap in under if gap.is_gap and gap.code not in BOOKKEEPING),
        deadlines=tuple(
            date for date in deadlines(graph, settings.facts, settings.today)
            if date.node.id in carriers and date.on.last >= settings.today
        ),
    )  # fmt: skip


def _meant(
    loaded: LoadedProject, settings: Settings, layout: Layout, name: str
) -> tuple[str, Text, Plan | None, Option]:
    found = plan_called(layout, name)
    written = loaded.graph.get((found[0] if found else name).removeprefix(WRITTEN))
    if isinstance(written, Option) and (not found or found[0].startswith(WRITTEN)):
        return f"{WRITTEN}{written.id}", written.name(), found[1] if found else None, written
    if found is None:
        raise KeyError(name)
    full, plan = found
    title = plan_title(layout, full, loaded.graph)
    # Findings call the option by its id: that of the listing, unless a node of the project has it.
    option_id = full.lower() if full.lower() not in loaded.graph.nodes else f"plan-{full.lower()}"
    option = option_of(loaded, case_of(loaded, settings).option, layout.ground, plan, option_id)
    return full, title, plan, option.model_copy(update={"title": title})


def _held(by_key: Sequence[Mapping[Hashable, T]]) -> list[Held[T]]:
    every = {key: what for of_one in reversed(by_key) for key, what in of_one.items()}
    return [Held(what, tuple(key in of_one for of_one in by_key)) for key, what in every.items()]


def gap_key(found: Diagnostic, option: Option) -> Hashable:
    """The check and its subjects; a finding about a treatment is the same under whatever option."""
    subjects = sorted(("" if s.node == option.id else s.node, s.field or "") for s in found.subjects)
    return found.code, *subjects


def _deadline_key(date: Deadline, option: Option) -> Hashable:
    return "" if date.node.id == option.id else date.node.id, date.where, date.kind, date.office, date.on
