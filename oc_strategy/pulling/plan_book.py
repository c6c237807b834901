"""A plan as a workbook that a reviewer fills in and sends back, and the decisions in one that came back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from oc_strategy.importers.xlsx import ReadBook
from oc_strategy.lang import text, word
from oc_strategy.model.text import LANGUAGES, Confidentiality, Text
from oc_strategy.model.vocabulary import Verdict
from oc_strategy.pulling.grid import ReadRow, grid_of
from oc_strategy.pulling.plan import Plan, Problem, Step
from oc_strategy.pulling.words import words_of
from oc_strategy.pulling.wrong import Wrong
from oc_strategy.tables.columns import worked_out
from oc_strategy.tables.listing import sheet, worked_table
from oc_strategy.tables.sheet import Cell, Column, Sheet, Tone, Workbook

TABLE: Final = "pull-plan.1"
_TONES: Final[dict[str, Tone | None]] = {"change": None, "conflict": "error", "new": "good", "deleted": "warning"}


def key_of(project_id: str) -> str:
    """The key of a plan's workbook, which no project can have."""
    return f"plan/{project_id}"


def plan_book(plan: Plan, project_id: str, title: Text, audience: Confidentiality, today: date) -> Workbook:
    """The workbook of a plan: a row a step, with a drop-down for the decision; then what cannot be taken."""
    return Workbook(
        key=key_of(project_id), title=title, as_of=today, audience=audience, sheets=(_steps(plan), _problems(plan))
    )


def _steps(plan: Plan) -> Sheet:
    decision = Column("verdict", text("tables.columns.verdict"), 20, choices="Verdict", note=text("pull.verdict-help"))
    table = worked_table(
        "pull-plan",
        plan.steps,
        worked_out("subject", 34, lambda step: step.what),
        worked_out("verdict", 20, _proposed),
        worked_out("what-happened", 16, lambda step: Cell(text(f"pull.kinds.{step.kind}"), _TONES[step.kind])),
        worked_out("in-project", 40, lambda step: step.before),
        worked_out("in-workbook", 40, lambda step: step.after),
        worked_out("place", 34, lambda step: str(step.place)),
        worked_out("cell", 26, lambda step: str(step.spot) if step.spot else None),
        empty=text("pull.unchanged"),
    )
    rows = tuple(replace(row, id=_digest(step)) for row, step in zip(table.rows, plan.steps, strict=True))
    columns = tuple(decision if column.key == "verdict" else column for column in table.columns)
    return sheet(0, "pull-plan", replace(table, rows=rows, columns=columns, title=None))


def _proposed(step: Step) -> Text | None:
    """What happens unless somebody says otherwise; conflicts and deleted rows need a decision."""
    return word("Verdict", "workbook") if step.kind in {"change", "new"} else None


def _problems(plan: Plan) -> Sheet:
    def kind(problem: Problem) -> Cell:
        return Cell(text("pull.note" if problem.is_note else "pull.bad"), None if problem.is_note else "error")

    table = worked_table(
        "pull-problems",
        (*plan.bad, *plan.notes),
        worked_out("cell", 30, lambda problem: str(problem.spot) if problem.spot else None),
        worked_out("what-happened", 18, kind),
        worked_out("cannot", 90, lambda problem: problem.said),
        empty=text("pull.all-good"),
    )
    return sheet(1, "pull-problems", replace(table, title=None))


def _digest(step: Step) -> str:
    return hashlib.sha256(step.proposal.encode("utf-8", "replace")).hexdigest()[:20]


def decisions(book: ReadBook, say: Callable[[Text], str]) -> Mapping[str, Verdict | None] | Text:
    """By the digest of a step what the reviewer chose; None where the cell is empty. Or why it cannot be told."""
    table = next((table for table in grid_of(book).tables if table.key == TABLE), None)
    heading = text("tables.columns.verdict")
    names = {say(heading), heading.ja, heading.en}
    column = next((place for place, words in table.headings.items() if words in names), None) if table else None
    if table is None or column is None:
        return text("pull.no-decisions")
    found: dict[str, Verdict | None] = {}
    for row in table.rows:
        verdict = _verdict(row, column)
        if isinstance(verdict, Wrong):
            return Text.each(lambda language: f"{table.spot(row.row, column)}: {verdict.said.of(language)}")  # noqa: B023
        if row.id:
            found[row.id] = verdict
    return found


def _verdict(row: ReadRow, column: int) -> Verdict | Wrong | None:
    content = row.cells.get(column)
    if content is None:
        return None
    found = words_of(str(content), "Verdict", (), LANGUAGES)
    if isinstance(found, Wrong):
        return found
    return "workbook" if found == ["workbook"] else "project"


def verdict_on(step: Step, given: Mapping[str, Verdict | None]) -> Verdict | None:
    """What was decided on a step; one that the reviewer did not see stays as the project has it, a conflict open."""
    if _digest(step) in given:
        chosen = given[_digest(step)]
        return "project" if chosen is None and step.kind in {"change", "new"} else chosen
    return None if step.kind == "conflict" else "project"
