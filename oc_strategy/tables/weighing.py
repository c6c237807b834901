"""What speaks for and against each way to treat an output, what is not possible and why, and what nobody has said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oc_strategy.criteria import AIMS, Aim
from oc_strategy.lang import text
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text, listed
from oc_strategy.options.criteria_words import pole_words
from oc_strategy.options.explaining import Question, Standing, standings
from oc_strategy.options.ground import POSTURES, QUARTERS, Ground, Voice
from oc_strategy.options.shortlist import Shortlist
from oc_strategy.options.unstated import Unstated, unstated
from oc_strategy.report import Report
from oc_strategy.tables.cells import lines, node_cell, only_read
from oc_strategy.tables.columns import Shown, barred, numbered, worked_out
from oc_strategy.tables.listing import sentence, worked_table
from oc_strategy.tables.sheet import Block, Cell
from oc_strategy.tables.treatments import mode_words_of

_VOICES = 6
"""So many criteria for a mode and against it stand in a cell, the strongest; `options explain` tells all."""
_REASONS = 2
"""So many reasons why a mode is not possible stand in a cell: one is enough, and more make a wall of text."""
_ASKED = 40


@dataclass(frozen=True, slots=True)
class _Weighed:
    """One way to treat an output: its place among those possible, from 1, and how it stands."""

    output: Output
    place: int | None
    standing: Standing


def weighing(report: Report) -> list[Block]:
    """The blocks of the sheet of options that come from laying out; a sentence where nothing is laid out."""
    if isinstance(report.laid, Shortlist):
        return [_modes(report, report.laid), *_unstated(report, report.laid), _questions(report, report.laid)]
    return [sentence(report.laid)] if report.laid else []


def _modes(report: Report, laid: Shortlist) -> Block:
    ground = laid.account.layout.ground
    rows = list(_weighed(ground))
    most = max((abs(row.standing.value) for row in rows), default=1.0)
    shown: list[Shown[_Weighed]] = [
        worked_out("output-id", 24, lambda row: Cell(row.output.id, link=row.output.id)),
        worked_out("output", 30, lambda row: row.output.name()),
        numbered("mode-place", lambda row: row.place),
        worked_out("mode", 20, lambda row: _mode(row.standing)),
        worked_out("taken-by", 22, lambda row: _takers(report, row)),
        barred("points", (0, most), lambda row: row.standing.value if row.standing.is_possible else None),
        *(_points_for(ground, aim) for aim in AIMS),
        worked_out("speaks-for", 44, lambda row: _voices(ground, row.standing.speaks_for)),
        worked_out("speaks-against", 44, lambda row: _voices(ground, row.standing.against)),
        worked_out("not-possible", 40, lambda row: _reasons(row.standing)),
    ]
    return worked_table("weighed", rows, *shown)


def _weighed(ground: Ground) -> Iterator[_Weighed]:
    for output in ground.outputs:
        for place, standing in enumerate(standings(ground, output.id), start=1):
            yield _Weighed(output, place if standing.is_possible else None, standing)


def _mode(standing: Standing) -> Cell:
    if not standing.is_possible:
        return Cell(mode_words_of(standing.mode), "muted")
    return Cell(mode_words_of(standing.mode), POSTURES[standing.mode])


def _takers(report: Report, row: _Weighed) -> Text | None:
    """The options written by hand that treat the output so."""
    every = ((option, option.treatments.get(row.output.id)) for option in report.options)
    return lines(o.name() for o, treatment in every if treatment and treatment.nearest_mode == row.standing.mode)


def _points_for(ground: Ground, aim: Aim) -> Shown[_Weighed]:
    def points(row: _Weighed) -> float | None:
        if not row.standing.is_possible:
            return None
        return ground.choices[row.output.id][row.standing.mode].told[AIMS.index(aim)] / QUARTERS

    return numbered(f"points-{aim}", points)


def _voices(ground: Ground, voices: Iterable[Voice]) -> Text | None:
    every = list(voices)
    if not every:
        return None
    words = [_voice(ground, voice) for voice in every[:_VOICES]]
    return listed([*words, *([text("tables.more", count=len(every) - _VOICES)] if len(every) > _VOICES else [])])


def _voice(ground: Ground, voice: Voice) -> Text:
    title = ground.criteria.criteria[voice.rating.criterion].title
    return text("tables.voice", points=f"{voice.low / QUARTERS:+g}", criterion=title)


def _reasons(standing: Standing) -> Cell:
    every = list(dict.fromkeys(obstacle.message for obstacle in standing.obstacles))
    more = [text("tables.more", count=len(every) - _REASONS)] if len(every) > _REASONS else []
    # The option on trial that raised it is none that anybody could look up.
    return only_read(Cell(lines([*every[:_REASONS], *more])))


def _unstated(report: Report, laid: Shortlist) -> list[Block]:
    """What to write before anything is rated; nothing where it is written."""
    ground = laid.account.layout.ground
    found = unstated(ground)
    most = max((one.matters for one in found), default=1.0)
    shown: list[Shown[Unstated]] = [
        worked_out("output-id", 24, lambda one: Cell(one.output, link=one.output)),
        worked_out("output", 30, lambda one: node_cell(report.graph.get(one.output)).value),
        worked_out("field", 20, lambda one: one.field),
        worked_out("criterion", 22, lambda one: ground.criteria.criteria[one.field].title),
        worked_out("asked", 44, lambda one: ground.criteria.criteria[one.field].question),
        barred("matters", (0, 100 * most), lambda one: round(100 * one.matters, 1)),
    ]
    return [worked_table("unstated", found, *shown)] if found else []


def _questions(report: Report, laid: Shortlist) -> Block:
    criteria = laid.account.layout.ground.criteria.criteria
    asked = [question for question in laid.account.layout.questions if question.matters > 0]
    most = max((question.matters for question in asked), default=1.0)

    def pole(question: Question, index: int) -> Text:
        return pole_words(criteria[question.rating.criterion])[index]

    shown: list[Shown[Question]] = [
        worked_out("output-id", 24, lambda q: Cell(q.output, link=q.output)),
        worked_out("output", 30, lambda q: node_cell(report.graph.get(q.output)).value),
        numbered("matters-place", lambda q: asked.index(q) + 1),
        worked_out("criterion-id", 20, lambda q: q.rating.criterion),
        worked_out("criterion", 22, lambda q: criteria[q.rating.criterion].title),
        barred("matters", (0, 100 * most), lambda q: round(100 * q.matters, 1)),
        worked_out("asked", 44, lambda q: criteria[q.rating.criterion].question),
        worked_out("pole-low", 40, lambda q: pole(q, 0)),
        worked_out("pole-high", 40, lambda q: pole(q, 1)),
    ]
    return worked_table("questions", asked[:_ASKED], *shown, empty=text("tables.nothing-to-ask"))
