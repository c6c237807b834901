"""Comparison: options side by side, by what they open, what is found under each, and how each differs."""

from __future__ import annotations

from collections.abc import Callable

from oc_strategy.lang import text, word
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Posture, Severity
from oc_strategy.options.shortlist import Shortlist
from oc_strategy.report import Report
from oc_strategy.tables.cells import bare_name, lines, node_cell, signed
from oc_strategy.tables.columns import Shown, dated, numbered, worked_out
from oc_strategy.tables.laid_outcomes import outcomes
from oc_strategy.tables.laid_plans import standing_blocks, treatments_of_plans
from oc_strategy.tables.listing import sentence, sheet, worked_table
from oc_strategy.tables.sheet import Block, Cell, Chart, Column, Sheet, Tone
from oc_strategy.tables.treatments import gaps_of, treatment_words

_POSTURES: tuple[Posture, ...] = ("open", "gated", "closed")
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "question")


def comparison(report: Report) -> Sheet:
    """Sheet 5."""
    blocks: list[Block] = [_summary(report)]
    if len(report.options) > 1:
        blocks += [_chart(report), _differences(report)]
    last = _only_here(report) if report.shows_findings else sentence(text("sheets.withheld"))
    return sheet(5, "comparison", *blocks, last, *_laid(report))


def _laid(report: Report) -> list[Block]:
    """What the tool lays out beside the options written by hand, or why it does not."""
    if isinstance(report.laid, Shortlist):
        return [*standing_blocks(report.laid), treatments_of_plans(report.laid), *outcomes(report, report.laid)]
    return [sentence(report.laid)] if report.laid else []


def _summary(report: Report) -> Block:
    shown: list[Shown[Option]] = [
        worked_out("option", 30, node_cell),
        worked_out("chosen", 12, lambda o: text("tables.chosen") if o == report.option else None),
        *(_counted(report, posture) for posture in _POSTURES),
        numbered("undecided", lambda o: sum(report.posture(out, o) is None for out in report.graph.of(Output))),
        *(_severity(report, severity) for severity in _SEVERITIES if report.shows_findings),
        numbered("reviews", lambda o: sum(1 for t in o.treatments.values() if t.review_by)),
        dated("first-review", lambda o: _first_review(o)),
        worked_out("assumptions", 40, lambda o: lines(o.assumptions)),
    ]
    empty = text("sheets.comparison.empty")
    return worked_table("compared", report.options if len(report.options) > 1 else (), *shown, empty=empty)


def _counted(report: Report, posture: Posture) -> Shown[Option]:
    shown: Shown[Option] = numbered(posture, lambda option: _outputs(report, option, posture))
    return Shown(_named(shown.column, signed("Posture", posture)), shown.cell)


def _severity(report: Report, severity: Severity) -> Shown[Option]:
    def count(option: Option) -> Cell:
        number = _found(report, option, severity)
        return Cell(number, severity if number else None)

    shown: Shown[Option] = numbered(severity, count)
    return Shown(_named(shown.column, signed("Severity", severity)), shown.cell)


def _named(column: Column, title: Text) -> Column:
    return Column(column.key, title, 11, "number")


def _outputs(report: Report, option: Option, posture: str) -> int:
    return sum(report.posture(output, option) == posture for output in report.graph.of(Output))


def _found(report: Report, option: Option, severity: str) -> int:
    return sum(gap.severity == severity for gap in gaps_of(report, option))


def _first_review(option: Option) -> Cell:
    days = [t.review_by for t in option.treatments.values() if t.review_by]
    return Cell(min(days, key=lambda day: day.last, default=None))


def _chart(report: Report) -> Chart:
    series = [_series(report, word("Posture", posture), _outputs, posture) for posture in _POSTURES]
    if report.shows_findings:
        series += [_series(report, word("Severity", severity), _found, severity) for severity in _SEVERITIES]
    title = text("tables.titles.chart" if report.shows_findings else "tables.titles.chart-postures")
    tones: tuple[Tone, ...] = (*_POSTURES, *_SEVERITIES)
    return Chart(title, tuple(option.name() for option in report.options), tuple(series), tones[: len(series)])


def _series(
    report: Report, title: Text, count: Callable[[Report, Option, str], int], what: str
) -> tuple[Text, tuple[float, ...]]:
    return title, tuple(count(report, option, what) for option in report.options)


def _differences(report: Report) -> Block:
    """What each other option does differently from the chosen one."""
    others = [o for o in report.options if o != report.option]
    pairs = [(option, output) for option in others for output in report.graph.of(Output)]
    rows = [pair for pair in pairs if report.option and _modes(report, *pair)[0] != _modes(report, *pair)[1]]
    return worked_table(
        "differences",
        rows,
        worked_out("option", 30, lambda row: node_cell(row[0])),
        worked_out("output", 30, lambda row: node_cell(row[1])),
        worked_out("chosen-treatment", 24, lambda row: _modes(report, *row)[0]),
        worked_out("other-treatment", 24, lambda row: Cell(_modes(report, *row)[1], "differs")),
        worked_out("reason", 50, lambda row: t.reason if (t := row[0].treatments.get(row[1].id)) else None),
    )


def _modes(report: Report, option: Option, output: Output) -> tuple[Text, Text]:
    return treatment_words(report.treatment(output)), treatment_words(report.treatment(output, option))


def _only_here(report: Report) -> Block:
    """The findings that one option alone has."""
    found = {option.id: {_key(gap): gap for gap in gaps_of(report, option)} for option in report.options}
    rows = [
        (option, gap)
        for option in report.options
        for key, gap in found[option.id].items()
        if not any(key in others for other, others in found.items() if other != option.id)
    ]
    return worked_table(
        "only-here",
        rows if len(report.options) > 1 else (),
        worked_out("option", 30, lambda row: node_cell(row[0])),
        worked_out("severity", 12, lambda row: Cell(signed("Severity", row[1].severity), row[1].severity)),
        worked_out("subject", 26, lambda row: lines(bare_name(report, s.node) for s in row[1].subjects[:1])),
        worked_out("message", 60, lambda row: row[1].message),
        worked_out("remedy", 44, lambda row: row[1].remedy),
        empty=text("tables.none-only-here"),
    )


def _key(gap: Diagnostic) -> tuple[str, tuple[tuple[str, str], ...]]:
    return gap.code, tuple(sorted((s.node, s.field or "") for s in gap.subjects))
