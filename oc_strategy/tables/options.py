"""Options: for each output what each option does with it, and who decided, why, until when."""

from __future__ import annotations

from dataclasses import replace

from oc_strategy.lang import section_label, text
from oc_strategy.model.steering import Decision, Option
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.treatment import TerritoryAccess, Treatment
from oc_strategy.report import Report
from oc_strategy.tables.cells import lines, name_of, record_cell, signed
from oc_strategy.tables.columns import Shown, about, field_column, fields, worked_out
from oc_strategy.tables.listing import node_table, nothing_yet, record_table, sheet, worked_table
from oc_strategy.tables.shapes import shape_of
from oc_strategy.tables.sheet import Cell, Column, Row, Sheet, Table
from oc_strategy.tables.treatments import access_words, differing, mode_words, posture_cell
from oc_strategy.tables.weighing import weighing

_TREATMENT = (
    "mode", "disclosure", "access", "via", "reason", "criteria", "criteria_against", "decided_by", "decided_on",
    "review_by", "revisit_when",
)  # fmt: skip


def options(report: Report) -> Sheet:
    """Sheet 4."""
    every = node_table(
        report,
        Option,
        worked_out("chosen", 12, lambda option: _chosen(report, option)),
        *fields(report, Option, "based_on", "assumptions"),
        *about(report, Option),
        empty=text("sheets.options.empty"),
    )
    decisions = node_table(
        report,
        Decision,
        *fields(report, Decision, "on", "option", "by", "approved_by", "criteria", "next_review", "revisit_when"),
        *fields(report, Decision, "digest"),
        *about(report, Decision),
    )
    rejected = record_table(report, Decision, "rejected", "option", "reason")
    edited = (every, _treatments(report), _stages(report), decisions, rejected)
    return sheet(4, "options", _matrix(report), *edited, *weighing(report))


def _chosen(report: Report, option: Option) -> Cell:
    return Cell(text("tables.chosen"), "heading") if option == report.option else Cell()


def _matrix(report: Report) -> Table:
    shown: list[Shown[Output]] = [
        worked_out("output-id", 24, lambda o: Cell(o.id, link=o.id)),
        worked_out("output", 30, lambda o: o.name()),
        worked_out("same", 12, lambda o: _difference(report, o)),
        *(column for option in report.options for column in _of_option(report, option)),
    ]
    outputs = report.graph.of(Output) if report.options else ()
    return worked_table("matrix", outputs, *shown, empty=text("sheets.options.empty"))


def _difference(report: Report, output: Output) -> Cell:
    return Cell(text("tables.differs"), "differs") if differing(report, output) else Cell()


def _of_option(report: Report, option: Option) -> list[Shown[Output]]:
    """What an option does; why, where it is the chosen one. The table to edit has the reasons of all."""

    def treated(output: Output) -> Treatment | None:
        return option.treatments.get(output.id)

    columns: list[Shown[Output]] = [worked_out("treatment", 20, lambda o: _treatment(report, o, option))]
    if option == report.option:
        columns.append(worked_out("reason", 30, lambda o: t.reason if (t := treated(o)) else None))
    return [replace(c, column=_under(option, c.column)) for c in columns]


def _under(option: Option, column: Column) -> Column:
    """The column under an option's name; the id keeps the headings of two options apart."""
    title = Text.each(lambda lang: f"{option.name().of(lang)}\n{column.title.of(lang)}")
    return replace(column, key=f"{option.id}.{column.key}", title=title)


def _treatment(report: Report, output: Output, option: Option) -> Cell:
    treatment = option.treatments.get(output.id)
    cell = posture_cell(report, output, option)
    if treatment is None or treatment.posture is None:
        return cell
    words = [signed("Posture", treatment.posture), mode_words(treatment), access_words(treatment)]
    return replace(cell, value=lines(w for w in words if w))


def _treatments(report: Report) -> Table:
    """One row an option and output; the rows can be written back."""
    columns = (
        Column("option", section_label("options"), 18, "id", "ids:options"),
        Column("output", section_label("outputs"), 30, choices="ids:outputs"),
        *(field_column(shape_of(Option, f"treatments.{name}"), name) for name in _TREATMENT),
    )
    rows = [
        Row(
            (
                Cell(option.id, link=option.id),
                Cell(name_of(report, output_id), link=output_id),
                *(record_cell(report, option, "treatments", treatment, name) for name in _TREATMENT),
            ),
            f"{option.id}/treatments/{output_id}",
        )
        for option in report.options
        for output_id, treatment in option.treatments.items()
    ]
    title = text("tables.titles.treatments")
    return Table(columns, tuple(rows), nothing_yet(title), title, records=(Option.section, "treatments"))


def _stages(report: Report) -> Table:
    """One row a step of a staged opening."""
    names = tuple(TerritoryAccess.model_fields)
    columns = (
        Column("option", section_label("options"), 18, "id"),
        Column("output", section_label("outputs"), 30),
        *(field_column(shape_of(Option, f"treatments.stages.{name}"), name) for name in names),
    )
    rows = [
        Row(
            (
                Cell(option.id, link=option.id),
                Cell(name_of(report, output_id), link=output_id),
                *(record_cell(report, option, "treatments.stages", stage, name) for name in names),
            ),
            f"{option.id}/treatments/{output_id}/stages/{index}",
        )
        for option in report.options
        for output_id, treatment in option.treatments.items()
        for index, stage in enumerate(treatment.stages)
    ]
    title = text("tables.titles.stages")
    return Table(columns, tuple(rows), nothing_yet(title), title, records=(Option.section, "treatments.stages"))
