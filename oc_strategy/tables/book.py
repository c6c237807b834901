"""The workbook of a project: its sheets in reading order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from oc_strategy.lang import text
from oc_strategy.report import Report
from oc_strategy.tables.agreements import agreements
from oc_strategy.tables.business import business
from oc_strategy.tables.comparison import comparison
from oc_strategy.tables.conformity import conformity
from oc_strategy.tables.cover import cover
from oc_strategy.tables.economic_security import economic_security
from oc_strategy.tables.gaps import gaps
from oc_strategy.tables.indicators import indicators
from oc_strategy.tables.licenses import licenses
from oc_strategy.tables.monitoring import monitoring
from oc_strategy.tables.one_page import one_page
from oc_strategy.tables.options import options
from oc_strategy.tables.patents import patents
from oc_strategy.tables.people import people
from oc_strategy.tables.roadmap import roadmap
from oc_strategy.tables.secrets import secrets
from oc_strategy.tables.sheet import Gantt, Sheet, Table, Workbook
from oc_strategy.tables.standards import standards
from oc_strategy.tables.technology import technology

SHEETS: Final[tuple[Callable[[Report], Sheet], ...]] = (
    cover,
    one_page,
    business,
    technology,
    options,
    comparison,
    patents,
    secrets,
    standards,
    conformity,
    licenses,
    agreements,
    economic_security,
    people,
    monitoring,
    roadmap,
    gaps,
    indicators,
)


def workbook(report: Report) -> Workbook:
    """All sheets on a project, for the report's audience and day."""
    sheets = tuple(said_to(make(report), shows_findings=report.shows_findings) for make in SHEETS)
    return Workbook(
        key=report.project.id,
        title=report.project.name(),
        as_of=report.today,
        audience=report.audience,
        sheets=sheets,
    )


def said_to(sheet: Sheet, *, shows_findings: bool) -> Sheet:
    """The sheet as told to outsiders: where nothing is shown, they are not told that nothing was written."""
    if shows_findings:
        return sheet
    nothing = text("tables.nothing-shown")
    blocks = tuple(replace(b, empty=nothing) if isinstance(b, Table | Gantt) else b for b in sheet.blocks)
    return replace(sheet, blocks=blocks)
