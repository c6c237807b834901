"""What a form is filled from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from oc_strategy.comparing import Changes
from oc_strategy.model.graph import Graph
from oc_strategy.model.standardization import Standard
from oc_strategy.model.steering import Project
from oc_strategy.model.text import Text
from oc_strategy.report import Report


@dataclass(frozen=True)
class Subject:
    """A project as one audience sees it, with the standard that the form is about and what changed, where it asks."""

    report: Report
    item: Standard | None = None
    changes: Changes | None = None

    @property
    def is_told_treatments(self) -> bool:
        """Whether the audience knows the option that is looked at; to outsiders a hidden one must not read as none."""
        return self.report.option is not None or self.report.shows_findings


@cache
def nobody() -> Subject:
    """A project about which nothing is written: it has every name, and no value."""
    day, project = date(2000, 1, 1), Project(id="nothing")
    report = Report(
        project=project, graph=Graph((project,)), own=frozenset(), option=None, findings=(), findings_by_option={},
        deadlines=(), audience="restricted", today=day,
    )  # fmt: skip
    return Subject(report, None, Changes(Text.plain(""), Text.plain(""), day, "restricted", ()))
