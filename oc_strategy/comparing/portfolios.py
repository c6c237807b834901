"""Two states of all projects of a portfolio, or of one of them, compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from oc_strategy.checking import Settings
from oc_strategy.comparing.comparison import Comparison, compare
from oc_strategy.comparing.sides import nothing_beside, shared_side, side_of
from oc_strategy.model.node import Node
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
    for project_id in sorted({*old, *new}):
        if _is_untouched(old.get(project_id), new.get(project_id), before.settings, after.settings):
            continue
        one = side_of(old[project_id], before.settings, audience) if project_id in old else None
        other = side_of(new[project_id], after.settings, audience) if project_id in new else None
        every.append(compare(one or nothing_beside(other), other or nothing_beside(one)))
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


def _by_id(projects: Iterable[LoadedProject]) -> dict[str, LoadedProject]:
    return {loaded.project.id: loaded for loaded in projects}
