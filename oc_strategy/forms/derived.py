"""Names of lists that forms ask for and no sheet has: measures by output and by year, decisions to take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from oc_strategy.forms.subject import Subject
from oc_strategy.lang import text
from oc_strategy.model.dates import Date
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Posture
from oc_strategy.report import Report
from oc_strategy.tables.cells import lines, name_of, only_read
from oc_strategy.tables.columns import dated, fields, worked_out
from oc_strategy.tables.listing import worked_table
from oc_strategy.tables.one_page import earned_by
from oc_strategy.tables.sheet import Cell, Table
from oc_strategy.tables.treatments import access_words, mode_words, posture_cell
from oc_strategy.views import lanes
from oc_strategy.views.spans import Lane

_OPENING: Final = (lanes.reveal, lanes.standards)
_CLOSING: Final = (lanes.filing,)
_EARNING: Final = (lanes.business, lanes.conformity)
_FEW: Final = 6


class _Year(NamedTuple):
    """A year, or the time before the project, with what opens, closes and earns in it."""

    year: str
    opening: Text | None
    closing: Text | None
    earning: Text | None


class _Decision(NamedTuple):
    what: Text
    why: Text | None
    by: Date | None


def _measures(posture: Posture | None = None, *, is_every: bool = True) -> Callable[[Subject], Table]:
    """Each output with what the chosen option does with it; only those of one posture if not `is_every`."""

    def table(subject: Subject) -> Table:
        report = subject.report
        told, hidden = subject.is_told_treatments, Cell(text("forms.not-shown"))
        every = [o for o in report.graph.of(Output) if is_every or (told and report.posture(o) == posture)]
        return worked_table(
            "measures",
            every,
            worked_out("output", 30, lambda o: o.name()),
            *fields(report, Output, "kind", "position", "reverse_engineering"),
            worked_out("posture", 16, lambda o: posture_cell(report, o, report.option) if told else hidden),
            worked_out("treatment", 20, lambda o: mode_words(report.treatment(o)) if told else hidden),
            worked_out("access", 24, lambda o: access_words(t) if (t := report.treatment(o)) else None),
            worked_out("via", 30, lambda o: _carriers(report, o)),
            worked_out("reason", 30, lambda o: t.reason if (t := report.treatment(o)) else None),
            worked_out("earner", 30, lambda o: earned_by(report, o)),
            dated("review", lambda o: t.review_by if (t := report.treatment(o)) else None),
            empty=text("forms.empty.measures"),
        )

    return table


def _carriers(report: Report, output: Output) -> Cell:
    treatment = report.treatment(output)
    return only_read(Cell(lines(name_of(report, i) for i in treatment.via) if treatment else None))


def _years(subject: Subject) -> Table:
    """What opens, closes and earns in each year of the project's period, or of all that is dated."""
    report = subject.report
    return worked_table(
        "years",
        _by_year(report),
        worked_out("year", 8, lambda y: y.year),
        worked_out("opening", 40, lambda y: y.opening),
        worked_out("closing", 40, lambda y: y.closing),
        worked_out("earning", 40, lambda y: y.earning),
        empty=text("forms.empty.years"),
    )


def _by_year(report: Report) -> list[_Year]:
    found = [_events(report, groups) for groups in (_OPENING, _CLOSING, _EARNING)]
    period = report.project.period
    first = period.from_.first.year if period and period.from_ else 0
    last = period.until.last.year if period and period.until else 9999
    years = sorted({year for events in found for year in events if first <= year <= last})
    return [_Year(str(year), *(_few(events.get(year, [])) for events in found)) for year in years]


def _events(report: Report, groups: tuple[Callable[[Report], Iterator[Lane]], ...]) -> dict[int, list[Text]]:
    """What happens, by the year in which it begins, in the order of its day."""
    spans = [(span, lane) for make in groups for lane in make(report) for span in lane.spans]
    found: dict[int, list[Text]] = {}
    for span, lane in sorted(spans, key=lambda pair: (pair[0].start.first, pair[1].id or "")):
        words = text("forms.event", what=lane.label, event=span.label)
        found.setdefault(span.start.first.year, []).append(words)
    return found


def _few(events: list[Text]) -> Text | None:
    """The first events, and how many more there are."""
    shown = lines(events[:_FEW])
    left = len(events) - _FEW
    return text("tables.and-others", named=shown, count=left) if left > 0 else shown


def _decisions(subject: Subject) -> Table:
    """What somebody has to decide: outputs nobody treats yet, then the gravest gaps, then treatments to review."""
    return worked_table(
        "decisions-asked",
        list(_asked(subject))[:_FEW],
        worked_out("what-to-decide", 50, lambda d: only_read(Cell(d.what))),
        worked_out("reason", 50, lambda d: only_read(Cell(d.why))),
        dated("on", lambda d: d.by),
        empty=text("forms.empty.decisions-asked"),
    )


def _asked(subject: Subject) -> Iterator[_Decision]:
    report = subject.report
    for output in report.graph.of(Output) if subject.is_told_treatments else ():
        if report.posture(output) is None:
            yield _Decision(text("forms.decide-output", output=output.name()), text("tables.legend.undecided"), None)
    if report.shows_findings:
        for gap in [gap for gap in report.gaps if gap.severity == "error"][: _FEW - 2]:
            yield _Decision(gap.remedy, gap.message, None)
    treated = [(o, t) for o in report.graph.of(Output) if (t := report.treatment(o)) and t.review_by]
    for output, treatment in sorted(treated, key=lambda pair: (pair[1].review_by.first, pair[0].id)):  # type: ignore[union-attr]
        yield _Decision(text("forms.review-output", output=output.name()), treatment.revisit_when, treatment.review_by)


LISTS: Final = {
    "measures": _measures(),
    "open-outputs": _measures("open", is_every=False),
    "gated-outputs": _measures("gated", is_every=False),
    "closed-outputs": _measures("closed", is_every=False),
    "undecided-outputs": _measures(None, is_every=False),
    "years": _years,
    "decisions-asked": _decisions,
}
