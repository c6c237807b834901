"""Technology breakdown: the outputs as a tree, down to the unit that is opened or closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oc_strategy.lang import text
from oc_strategy.model.edges import PART_OF
from oc_strategy.model.filing import patents_on
from oc_strategy.model.graph import Graph
from oc_strategy.model.guarding import secrets_on
from oc_strategy.model.technology import Output
from oc_strategy.report import Report
from oc_strategy.tables.cells import nodes_cell
from oc_strategy.tables.columns import about, fields, worked_out
from oc_strategy.tables.listing import node_table, sheet
from oc_strategy.tables.sheet import Cell, Sheet
from oc_strategy.tables.treatments import posture_cell


def technology(report: Report) -> Sheet:
    """Sheet 3."""
    tree = tuple(_tree(report.graph))
    table = node_table(
        report,
        Output,
        worked_out("posture", 16, lambda output: posture_cell(report, output, report.option)),
        *fields(report, Output, "kind", "position", "revenue_bottleneck", "trl", "brl", "srl", "grl", "hrl"),
        *fields(report, Output, "reverse_engineering", "detectability", "part_of", "depends_on", "complements"),
        worked_out("guarded-by", 26, lambda output: _guards(report, output)),
        *fields(report, Output, "created_by", "funded_by", "completed_on", "classes", "ratings"),
        *about(report, Output),
        empty=text("sheets.technology.empty"),
        nodes=[output for output, _ in tree],
    )
    rows = tuple(replace(row, depth=depth) for row, (_, depth) in zip(table.rows, tree, strict=True))
    return sheet(3, "technology", replace(table, rows=rows, title=None))


def _guards(report: Report, output: Output) -> Cell:
    return nodes_cell((*patents_on(report.graph, output), *secrets_on(report.graph, output)))


def _tree(graph: Graph) -> Iterator[tuple[Output, int]]:
    """Every output after the one it is part of, with its depth."""
    for output in graph.of(Output):
        if graph.target(output, PART_OF) is None:
            yield from _below(graph, output, 0)


def _below(graph: Graph, output: Output, depth: int) -> Iterator[tuple[Output, int]]:
    yield output, depth
    for part in graph.sources(output, PART_OF):
        yield from _below(graph, part, depth + 1)
