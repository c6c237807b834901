"""Projects: one row each, with how it stands, who answers for it, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.tables.cells import lines, signed
from oc_strategy.tables.columns import Shown, dated, numbered, worked_out
from oc_strategy.tables.listing import sheet, worked_table
from oc_strategy.tables.portfolio.part import Due, Part
from oc_strategy.tables.portfolio.whole import Whole
from oc_strategy.tables.sheet import Beside, Cell, Sheet, Tone

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "question")
_TONES: dict[str, Tone | None] = {"past": "error", "near": "warning", "far": None}


def projects(whole: Whole) -> Sheet:
    """Sheet 2."""
    table = worked_table(
        "projects",
        whole.parts,
        worked_out("project", 34, lambda part: part.name),
        *_workbook(whole),
        worked_out("phase", 10, lambda part: text(f"portfolio.phase.{part.phase}") if part.phase else None),
        *(_scores(whole) if whole.shows_findings else ()),
        worked_out("owner", 20, lambda part: part.owner),
        worked_out("areas", 20, lambda part: Cell(part.no_area, "muted") if part.no_area else lines(part.areas, ", ")),
        worked_out("option", 26, lambda part: part.option),
        dated("next-review", lambda part: Cell(part.next_review, _tone(part, whole.today))),
        dated("on", lambda part: Cell(due.on, _TONES[due.nearness]) if (due := _next(part, whole)) else None),
        worked_out("deadline", 26, lambda part: due.what if (due := _next(part, whole)) else None),
        empty=text("sheets.portfolio-projects.empty"),
    )
    rows = tuple(replace(row, id=part.id) for row, part in zip(table.rows, whole.parts, strict=True))
    return sheet(2, "portfolio-projects", replace(table, rows=rows))


def _workbook(whole: Whole) -> tuple[Shown[Part], ...]:
    """The column that leads to the projects' own workbooks, if any of them stands beside this one."""

    def cell(part: Part) -> Cell:
        path = whole.books.get(part.id)
        return Cell(path.rpartition("/")[2], link=Beside(path)) if path else Cell()

    return (worked_out("workbook", 22, cell),) if whole.books else ()


def _tone(part: Part, today: date) -> Tone | None:
    is_past = part.next_review is not None and part.next_review.last < today
    return "warning" if is_past else None


def _next(part: Part, whole: Whole) -> Due | None:
    """The first date that is not past."""
    return next((due for due in part.dates if due.on.last >= whole.today), None)


def _scores(whole: Whole) -> tuple[Shown[Part], ...]:
    return (
        worked_out("gravest", 12, _gravest),
        *(_counted(whole, s, signed("Severity", s)) for s in _SEVERITIES),
        _counted(whole, "good", signed("Severity", "good")),
        _counted(whole, "unanswered", text("states.unanswered")),
        _counted(whole, "existing", text("states.existing")),
        _counted(whole, "accepted", text("states.accepted")),
    )


def _gravest(part: Part) -> Cell:
    """The gravest severity of any gap that nobody knew of."""
    found = next((severity for severity in _SEVERITIES if getattr(part.total, severity)), None)
    return Cell(signed("Severity", found), found) if found else Cell(text("portfolio.no-gap"), "good")


def _counted(whole: Whole, kind: str, title: Text) -> Shown[Part]:
    shown: Shown[Part] = numbered("count", lambda part: getattr(part.total, kind))
    scale = (0.0, float(max((getattr(part.total, kind) for part in whole.parts), default=0) or 1))
    bar = scale if kind in _SEVERITIES else None
    return replace(shown, column=replace(shown.column, key=kind, title=title, bar=bar))
