"""Two states of all projects of a portfolio, or of one of them, compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from oc_strategy.checking import Settings
from oc_strategy.comparing.comparison import Comparison, compare
from oc_strategy.comparing.sides import Side, nothing_beside, shared_side, side_of
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Project
from oc_strategy.model.text import Confidentiality, Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.portfolio import LoadedProject


@dataclass(frozen=True, slots=True)
class State:
    """The projects and their catalog as they were at some time, what that is called, and how they are checked."""

    name: Text
    projects: tuple[LoadedProject, ...]
    settings: Settings
    catalog: Mapping[str, Node] = field(default_factory=dict)
    across: Mapping[str, Sequence[Diagnostic]] = field(default_factory=dict)
    """What is at odds between projects, by the project that tells it; where that was asked for."""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two states, from one day: the catalog, then each project in which something does."""

    before: Text
    after: Text
    today: date
    audience: Confidentiality
    comparisons: tuple[Comparison, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs at all."""
        return not self.comparisons

    def is_worse_at(self, level: Severity) -> bool:
        """Whether a gap at or above a severity came or became graver anywhere."""
        return any(comparison.is_worse_at(level) for comparison in self.comparisons)


def changes(before: State, after: State, audience: Confidentiality) -> Changes:
    """Two states compared project by project, as an audience may see both, by the same day and the same rules."""
    old, new = _by_id(before.projects), _by_id(after.projects)
    used = sorted(_used((*before.projects, *after.projects)))
    every = [compare(shared_side(before.catalog, used, audience), shared_side(after.catalog, used, audience))]
    for project_id in sorted({*old, *new, *before.across, *after.across}):
        one, other = old.get(project_id), new.get(project_id)
        if _is_untouched(one, other, before.settings, after.settings):
            one = other = None
        every.append(_compared(project_id, (one, before), (other, after), audience))
    differing = tuple(comparison for comparison in every if not comparison.is_empty)
    return Changes(before.name, after.name, after.settings.today, audience, differing)


def _used(projects: Iterable[LoadedProject]) -> set[str]:
    """The ids of what projects use besides their own."""
    return {node_id for loaded in projects for node_id in loaded.graph.nodes if node_id not in loaded.own}


def _is_untouched(one: LoadedProject | None, other: LoadedProject | None, first: Settings, second: Settings) -> bool:
    """Whether all that the checks look at is the same, so that nobody need run them."""
    if one is None or other is None or first != second or one.mistakes or other.mistakes:
        return False
    seen = [(loaded.own, loaded.graph.nodes, loaded.claims, _excused_by(loaded)) for loaded in (one, other)]
    return seen[0] == seen[1]


def _excused_by(loaded: LoadedProject) -> list[object]:
    return [*(placed.record for placed in loaded.exceptions), *(placed.record for placed in loaded.baseline)]


def _compared(
    project_id: str, before: tuple[LoadedProject | None, State], after: tuple[LoadedProject | None, State],
    audience: Confidentiality,
) -> Comparison:  # fmt: skip
    """One project compared; where it is on neither side, only what others are at odds with it about."""
    sides = [side_of(loaded, state.settings, audience) if loaded else None for loaded, state in (before, after)]
    if sides == [None, None]:
        sides = [Side(Project(id=project_id), Graph(()), {}, findings=()) for _ in sides]
    whole = [side or nothing_beside(other) for side, other in zip(sides, reversed(sides), strict=True)]
    told = [tuple(state.across.get(project_id, ())) for _, state in (before, after)]
    return compare(*(_with(side, across) for side, across in zip(whole, told, strict=True)))


def _with(side: Side, across: tuple[Diagnostic, ...]) -> Side:
    return replace(side, findings=(*side.findings, *across)) if side.findings is not None else side


def _by_id(projects: Iterable[LoadedProject]) -> dict[str, LoadedProject]:
    return {loaded.project.id: loaded for loaded in projects}
