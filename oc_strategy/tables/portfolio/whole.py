"""All there is to tell about a portfolio, in one frozen value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from oc_strategy.comparing import Changes
from oc_strategy.facts import Facts
from oc_strategy.lang import text
from oc_strategy.model.audience import rank
from oc_strategy.model.node import Node
from oc_strategy.model.tally import Tally, added
from oc_strategy.model.text import Confidentiality, Text
from oc_strategy.rollup import totals_of
from oc_strategy.tables.cells import lines, shared_cell
from oc_strategy.tables.portfolio.part import CATALOG, Part
from oc_strategy.tables.sheet import Cell

_FEW: Final = 6
"""Projects named in a cell where there are many more."""


@dataclass(frozen=True)
class Whole:
    """The projects of a portfolio as one audience may see them, sorted by id.

    `unread` counts those whose text has mistakes, `books` has the path of each project's own workbook where that stands
    beside this one, `catalog` what the audience may see of the catalog, `changes` what moved since an earlier state.
    `is_selection` says that not all projects were looked at.
    """

    title: Text
    parts: tuple[Part, ...]
    catalog: Mapping[str, Node]
    facts: Facts
    today: date
    audience: Confidentiality
    unread: int = 0
    books: Mapping[str, str] = field(default_factory=dict)
    changes: Changes | None = None
    is_selection: bool = False

    @property
    def shows_findings(self) -> bool:
        """Whether this audience is told what was found."""
        return rank(self.audience) >= rank("internal")

    @cached_property
    def total(self) -> Tally:
        """All findings."""
        return added(part.total for part in self.parts)

    @cached_property
    def themes(self) -> Mapping[str, Tally]:
        """All findings by theme."""
        return totals_of(part.themes for part in self.parts)

    @cached_property
    def _names(self) -> Mapping[str, Text]:
        return {part.id: part.name for part in self.parts}

    def is_home(self, home: str) -> bool:
        """Whether something stands where this audience may look."""
        return home == CATALOG or home in self._names

    def name(self, project: str) -> Text:
        """What a project is called; its id where it is not among them."""
        return self._names.get(project) or Text.plain(project)

    def names(self, projects: Iterable[str]) -> Text | None:
        """The names of some projects, one a line; of many the first, and how many more there are."""
        every = list(dict.fromkeys(projects))
        more = [text("tables.more", count=len(every) - _FEW)] if len(every) > _FEW + 1 else []
        return lines([*map(self.name, every[:_FEW] if more else every), *more])

    def project_cell(self, project: str) -> Cell:
        """A project by its name, linked to its row."""
        return shared_cell(self.name(project), link=project)
