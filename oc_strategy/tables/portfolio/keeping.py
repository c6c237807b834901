"""What is kept of a project: the rows that it adds to the sheets of its portfolio."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from oc_strategy.deadlines import Deadline
from oc_strategy.lang import word
from oc_strategy.model.dates import Date
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.edges import PROJECT_OWNER
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Indicator, Project
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.rollup import Told, row_of, theme_in
from oc_strategy.rules import theme_of
from oc_strategy.tables.cells import lines, not_applicable, only_read
from oc_strategy.tables.gaps import of_action, state_of, subject_of
from oc_strategy.tables.indicators import latest, share_of_way
from oc_strategy.tables.portfolio.booking import bookings, seated
from oc_strategy.tables.portfolio.part import CATALOG, Crossing, Due, Gap, Part, Phase, Progress
from oc_strategy.tables.portfolio.seeing import Seen, home_of
from oc_strategy.tables.portfolio.using import uses
from oc_strategy.tables.sheet import Cell
from oc_strategy.tables.timing import basis_words, days_words, deadline_words

_ELSEWHERE: Final = "/"
"""In the name of what belongs to another project, and stands on that one's own list."""


def part_of(report: Report, claims: Mapping[str, Node]) -> Part | None:
    """The project of a report with what it claims about nodes of the catalog; None where the audience may not see it.

    What says anything about a project that the audience may not see is left out by whoever knows all of them.
    """
    project = report.project
    if report.graph.get(project.id) is None:
        return None
    seen = Seen(report, claims)
    inner = [found for found in report.findings if not _others(found)]
    counted = row_of(Told(project.id, project.name(), tuple(inner)), theme_of)
    stated = project.not_applicable.get("areas")
    return Part(
        id=project.id,
        name=project.name(),
        phase=phase_of(project, Date.day(report.today)),
        total=counted.total,
        themes=dict(counted.themes),
        owner=lines(party.name() for party in report.graph.targets(project, PROJECT_OWNER)),
        areas=tuple(project.areas),
        no_area=not_applicable(stated) if stated else None,
        option=report.option.name() if report.option else None,
        next_review=project.next_review,
        gaps=tuple(_gap(report, found) for found in inner if found.is_gap),
        dates=tuple(_due(seen, deadline) for deadline in report.deadlines if _ELSEWHERE not in deadline.node.id),
        uses=tuple(uses(seen)),
        people=tuple(bookings(seen)),
        seats=tuple(seated(seen)),
        progress=tuple(_progress(one) for one in report.graph.of(Indicator) if seen.is_own(one.id)),
        claims=dict(claims),
        crossing=tuple(_crossing(report, found) for found in report.findings if _others(found)),
    )


def phase_of(project: Project, now: Date) -> Phase | None:
    """Whether a project has certainly not begun, is running, or has certainly ended; None where it says nothing."""
    period = project.period
    if period is None or not (period.from_ or period.until):
        return None
    if period.until and period.until.certainly_before(now):
        return "over"
    return "before" if period.from_ and now.certainly_before(period.from_) else "running"


def _others(found: Diagnostic) -> tuple[str, ...]:
    """The other projects that a finding has to do with; the catalog is none."""
    homes = {home_of(node_id) for node_id in found.mentions}
    return tuple(sorted(homes - {CATALOG}))


def _crossing(report: Report, found: Diagnostic) -> Crossing:
    counted = row_of(Told(report.project.id, report.project.name(), (found,)), theme_of)
    gap = _gap(report, found) if found.is_gap else None
    return Crossing(_others(found), counted.total, dict(counted.themes), gap)


def _gap(report: Report, found: Diagnostic) -> Gap:
    subject = report.graph.get(subject_of(found))
    return Gap(
        severity=found.severity,
        theme=theme_in(found, theme_of),
        subject_id=subject_of(found),
        subject=subject.name() if subject else None,
        message=_plainly(found.message),
        remedy=_plainly(found.remedy),
        owner=of_action(report, found, "owner"),
        due=of_action(report, found, "due"),
        state=Cell(state_of(report, found).value),
        standing=word("State", found.state),
        rule=found.code,
        fingerprint=found.fingerprint,
    )


def _plainly(words: Text) -> Text:
    value = only_read(Cell(words)).value
    assert isinstance(value, Text)
    return value


def _due(seen: Seen, deadline: Deadline) -> Due:
    return Due(
        home=seen.home(deadline.node.id),
        on=deadline.on,
        what=deadline_words(deadline),
        left=days_words(deadline, seen.report.today),
        nearness=deadline.nearness(seen.report.today),
        subject=deadline.node.id,
        name=deadline.node.name(),
        basis=basis_words(deadline),
    )


def _progress(indicator: Indicator) -> Progress:
    last = latest(indicator)
    measured = sorted(indicator.actuals, key=lambda actual: actual.on.last)
    shares = [share for actual in measured if (share := share_of_way(indicator, actual.value)) is not None]
    return Progress(
        name=indicator.name(),
        unit=indicator.unit,
        baseline=indicator.baseline,
        measured_on=last.on if last else None,
        measured=last.value if last else None,
        target=indicator.target,
        target_by=indicator.target_by,
        attained=shares[-1] if shares else None,
        step=round(shares[-1] - shares[-2], 3) if len(shares) > 1 else None,
    )
