"""One page: the strategy for executives, what is open, licensed and closed, who earns, and what is urgent."""

from __future__ import annotations

from oc_strategy.lang import text
from oc_strategy.model.edges import EMBODIES, LICENSED_BY, MADE_BY
from oc_strategy.model.node import Node
from oc_strategy.model.revenue import EARNING_TERMS, licences_of
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Posture
from oc_strategy.report import Report
from oc_strategy.tables.cells import field_cell, lines, only_read, signed
from oc_strategy.tables.columns import dated, worked_out
from oc_strategy.tables.listing import sentence, sheet, worked_table
from oc_strategy.tables.sheet import Block, Cell, Fields, Picture, Sheet, Tiles, Tone
from oc_strategy.tables.timing import days_words, deadline_words, urgency
from oc_strategy.views.strategy import strategy_view

_POSTURES: tuple[Posture, ...] = ("open", "gated", "closed")
_FEW = 5
_NAMED = 1
_IN_A_CELL = 12
"""Excel's highest row takes some 24 lines."""


def one_page(report: Report) -> Sheet:
    """Sheet 1."""
    return sheet(
        1,
        "one-page",
        _change(report),
        _path(report),
        *_map(report),
        _gaps(report),
        _dates(report),
        is_one_page=True,
        is_beside_picture=True,
    )


def _map(report: Report) -> tuple[Block, ...]:
    """The picture, which says what is open, gated and closed; nothing but a sentence where no option is chosen."""
    view = strategy_view(report)
    none = () if report.option else (sentence(_nothing(report, "sheets.one-page.empty")),)
    return (*none, Picture(view, _in_words(report), instead=_postures(report)))


def _in_words(report: Report) -> Text:
    """The picture for those who cannot see it."""
    postures = [report.posture(output) for output in report.graph.of(Output)]
    return text("tables.picture", **{posture: postures.count(posture) for posture in _POSTURES})


def _change(report: Report) -> Tiles:
    names = ("before", "transition", "after")
    tiles = tuple((text(f"fields.project.{name}"), None, (_said(report, name),)) for name in names)
    return Tiles(tiles, joined_by="→")


def _said(report: Report, field: str) -> Cell:
    cell = field_cell(report, report.project, field)
    return only_read(cell) if cell.value else Cell(_nothing(report, "tables.not-written"), "muted")


def _nothing(report: Report, key: str) -> Text:
    """What an empty place says; outsiders are not told that nothing was written."""
    return text(key if report.shows_findings else "tables.nothing-shown")


def _postures(report: Report) -> Tiles:
    tiles: list[tuple[Text, Tone | None, tuple[Cell, ...]]] = [
        (signed("Posture", posture), posture, _outputs(report, posture)) for posture in _POSTURES
    ]
    undecided = _outputs(report, None)
    if undecided:
        tiles.append((text("states.undecided"), "undecided", undecided))
    return Tiles(tuple(tiles), text("tables.titles.postures"))


def _path(report: Report) -> Fields:
    """The option chosen, and where the money comes from."""
    names = ("option", "revenue")
    return Fields(tuple((text(f"fields.project.{name}"), _said(report, name)) for name in names))


def _outputs(report: Report, posture: Posture | None) -> tuple[Cell, ...]:
    outputs = [output for output in report.graph.of(Output) if report.posture(output) == posture]
    words = [_with_earner(report, output) for output in outputs]
    return tuple(Cell(lines(words[at : at + _IN_A_CELL])) for at in range(0, len(words), _IN_A_CELL))


def _with_earner(report: Report, output: Output) -> Text:
    earner = earned_by(report, output)
    return text("tables.earns", output=output.name(), earner=earner) if earner else output.name()


def earned_by(report: Report, output: Output) -> Text | None:
    """Through which products and paid licences an output earns, and for whom; None where it does not itself."""
    graph = report.graph
    products = [p for p in graph.sources(output, EMBODIES) if p.revenue_role in {"main", "supporting"}]
    paid = [licence for licence in licences_of(graph, output) if licence.terms in EARNING_TERMS]
    sources: list[tuple[Node, tuple[Node, ...]]] = [
        *((product, graph.targets(product, MADE_BY)) for product in products),
        *((licence, graph.targets(licence, LICENSED_BY)) for licence in paid),
    ]
    named = lines((_source(node, who) for node, who in sources[:_NAMED]), " / ")
    left = len(sources) - _NAMED
    return text("tables.and-others", named=named, count=left) if named and left > 0 else named


def _source(node: Node, who: tuple[Node, ...]) -> Text:
    by = lines((party.name() for party in who), ", ")
    return text("tables.earner", source=node.name(), by=by) if by else node.name()


def _gaps(report: Report) -> Block:
    if not report.shows_findings:
        return Fields(((text("tables.titles.gravest"), Cell(text("sheets.withheld"), "muted")),))
    return worked_table(
        "gravest",
        report.gaps[:_FEW],
        worked_out("severity", 11, lambda gap: Cell(signed("Severity", gap.severity), gap.severity)),
        worked_out("message", 36, lambda gap: only_read(Cell(gap.message))),
        worked_out("remedy", 28, lambda gap: only_read(Cell(gap.remedy))),
        empty=text("sheets.gaps.empty"),
    )


def _dates(report: Report) -> Block:
    coming = [d for d in report.deadlines if d.days_left(report.today) >= 0][:_FEW]
    return worked_table(
        "next-deadlines",
        coming,
        dated("on", lambda deadline: Cell(deadline.on)),
        worked_out("left", 14, lambda deadline: Cell(days_words(deadline, report.today), urgency(report, deadline))),
        worked_out("deadline", 24, deadline_words),
        worked_out("subject", 26, lambda deadline: Cell(deadline.node.name(), link=deadline.node.id)),
        empty=text("tables.no-deadlines"),
    )
