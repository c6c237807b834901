"""The findings of a portfolio rolled up: how many of which weight in each project on each theme, for one audience."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from oc_strategy.checking import Settings
from oc_strategy.model.audience import rank, reduced
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.tally import Tally, added, tally
from oc_strategy.model.text import Confidentiality, Text
from oc_strategy.portfolio import LoadedProject

EXCUSES = "excuses"
"""The theme of what is wrong with exceptions and the baseline."""
TEXT = "text"
"""The theme of mistakes in the text, because of which nothing else was asked."""


@dataclass(frozen=True, slots=True)
class Row:
    """One project: its id, what it is called, and its findings by theme, themes without any left out."""

    project: str
    name: Text
    themes: Mapping[str, Tally]
    total: Tally


@dataclass(frozen=True, slots=True)
class RollUp:
    """Projects (sorted by id) by themes (sorted, those without any finding left out), with the sums of both."""

    rows: tuple[Row, ...]
    themes: tuple[str, ...]
    totals: Mapping[str, Tally]
    total: Tally
    today: date
    audience: Confidentiality


@dataclass(frozen=True, slots=True)
class Told:
    """What one audience may be told of a project: its name, and its findings that say nothing about what is hidden."""

    project: str
    name: Text
    findings: tuple[Diagnostic, ...]


def told(loaded: LoadedProject, findings: Iterable[Diagnostic], audience: Confidentiality) -> Told:
    """The findings of a project that an audience may hear of; an audience below internal hears of none."""
    reduction = reduced(loaded.graph.nodes.values(), audience)
    is_named = any(node.id == loaded.project.id for node in reduction.nodes)
    name = loaded.project.name() if is_named else Text.plain(loaded.project.id)
    is_inside = rank(audience) >= rank("internal")
    kept = tuple(d for d in findings if is_inside and not d.mentions & reduction.silent)
    return Told(loaded.project.id, name, kept)


def rolled_up(
    projects: Iterable[Told], theme_of: Callable[[str], str | None], settings: Settings, audience: Confidentiality
) -> RollUp:
    """Counts of the findings of projects by theme; `theme_of` gives the theme of a check by its id."""
    rows = tuple(row_of(one, theme_of) for one in sorted(projects, key=lambda one: one.project))
    totals = totals_of(row.themes for row in rows)
    return RollUp(rows, tuple(totals), totals, added(row.total for row in rows), settings.today, audience)


def row_of(one: Told, theme_of: Callable[[str], str | None]) -> Row:
    """The findings of one project counted by theme."""
    own: dict[str, list[Diagnostic]] = defaultdict(list)
    for found in one.findings:
        own[theme_in(found, theme_of)].append(found)
    return Row(one.project, one.name, {theme: tally(own[theme]) for theme in sorted(own)}, tally(one.findings))


def totals_of(rows: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The sums of several projects on each theme that any of them has, sorted."""
    by_theme: dict[str, list[Tally]] = defaultdict(list)
    for themes in rows:
        for theme, counts in themes.items():
            by_theme[theme].append(counts)
    return {theme: added(by_theme[theme]) for theme in sorted(by_theme)}


def theme_in(found: Diagnostic, theme_of: Callable[[str], str | None]) -> str:
    """The theme that a finding is counted under; `theme_of` knows those of checks."""
    return TEXT if found.project is None else theme_of(found.code) or EXCUSES
