"""What the options compared in detail bring with them: findings, dates, shocks, and weights that turn the order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from oc_strategy.criteria import AIMS
from oc_strategy.deadlines import Deadline
from oc_strategy.lang import text, word
from oc_strategy.model.dates import Date
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.options.naming import names_of
from oc_strategy.options.shaking import Blow, Shaken
from oc_strategy.options.shortlist import Shortlist
from oc_strategy.options.side_by_side import Alternative, Held
from oc_strategy.options.uncertainty import Flip
from oc_strategy.report import Report
from oc_strategy.tables.cells import bare_name, lines, node_cell, only_read, signed
from oc_strategy.tables.columns import Shown, dated, numbered, worked_out
from oc_strategy.tables.laid_plans import called
from oc_strategy.tables.listing import worked_table
from oc_strategy.tables.sheet import Block, Cell, Column, Tone
from oc_strategy.tables.timing import deadline_words

_SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "question")
_MOVED: Final = 0.005
"""Less than half a hundredth of an aim is no move."""
_GAPS: Final = 2


def outcomes(report: Report, laid: Shortlist) -> list[Block]:
    """Tables of findings, dates, shocks and flips; one without rows says why."""
    return [_summary(laid), _findings(report, laid), _dates(laid), _shocks(report, laid), _flips(laid)]


@dataclass(frozen=True, slots=True)
class _Row:
    """One of the options compared, and where it stands among them."""

    index: int
    other: Alternative


def _summary(laid: Shortlist) -> Block:
    held = laid.compared.findings

    def fate(row: _Row, wanted: str) -> int:
        return sum(one.fate(row.index) == wanted for one in held)

    shown: list[Shown[_Row]] = [
        worked_out("plan", 30, lambda row: called(laid, row.other.name)),
        *(_severity(severity) for severity in _SEVERITIES),
        numbered("new-against-first", lambda row: fate(row, "new") if row.index else None),
        numbered("gone-against-first", lambda row: fate(row, "gone") if row.index else None),
        numbered("dates-to-keep", lambda row: len(row.other.deadlines)),
        dated("next-date", lambda row: _next(row.other.deadlines)),
    ]
    rows = [_Row(index, other) for index, other in enumerate(laid.compared.alternatives)]
    return worked_table("brings", rows, *shown)


def _next(dates: Iterable[Deadline]) -> Date | None:
    return min((one.on for one in dates), key=lambda on: on.last, default=None)


def _severity(severity: Severity) -> Shown[_Row]:
    def count(row: _Row) -> Cell:
        number = sum(gap.severity == severity for gap in row.other.findings)
        return Cell(number, severity if number else None)

    shown: Shown[_Row] = numbered(severity, count)
    return Shown(Column(severity, signed("Severity", severity), 11, "number"), shown.cell)


def _findings(report: Report, laid: Shortlist) -> Block:
    rows = [held for held in laid.compared.findings if not held.is_shared]
    shown: list[Shown[Held[Diagnostic]]] = [
        worked_out("severity", 12, lambda held: Cell(signed("Severity", held.what.severity), held.what.severity)),
        worked_out("subject", 24, lambda held: lines(bare_name(report, s.node) for s in held.what.subjects[:1])),
        worked_out("message", 60, lambda held: only_read(Cell(held.what.message))),
        *(_marked(laid, index, other) for index, other in enumerate(laid.compared.alternatives)),
    ]
    return worked_table("findings-apart", rows, *shown, empty=text("tables.findings-alike"))


def _marked(laid: Shortlist, index: int, other: Alternative) -> Shown[Held[Diagnostic]]:
    tones: dict[str, Tone] = {"new": "warning", "gone": "good"}

    def fate(held: Held[Diagnostic]) -> Cell:
        found = held.fate(index)
        return Cell(text(f"tables.fates.{found}"), tones.get(found)) if found else Cell()

    return Shown(Column(f"fate:{other.name}", called(laid, other.name), 16), fate)


def _dates(laid: Shortlist) -> Block:
    """What some of the options have to keep and others have not, doors that close first."""
    doors = list(laid.compared.doors)
    rows = [*doors, *(held for held in laid.compared.deadlines if not held.is_shared and held not in doors)]
    shown: list[Shown[Held[Deadline]]] = [
        dated("on", lambda held: held.what.on),
        worked_out("deadline", 26, lambda held: deadline_words(held.what)),
        worked_out("subject", 30, lambda held: node_cell(held.what.node)),
        worked_out("decide-by", 14, lambda held: Cell(text("tables.decide-by"), "differs") if held in doors else None),
        *(_needed(laid, index, other) for index, other in enumerate(laid.compared.alternatives)),
    ]
    return worked_table("dates-apart", rows, *shown, empty=text("tables.dates-alike"))


def _needed(laid: Shortlist, index: int, other: Alternative) -> Shown[Held[Deadline]]:
    def has(held: Held[Deadline]) -> Text | None:
        return text("tables.to-keep") if held.by[index] else None

    return Shown(Column(f"needed:{other.name}", called(laid, other.name), 16), lambda held: Cell(has(held)))


def _shocks(report: Report, laid: Shortlist) -> Block:
    felt = [shaken for shaken in laid.shaken if shaken.is_felt]
    shown: list[Shown[Shaken]] = [worked_out("shock", 30, lambda shaken: text(f"options.shocks.{shaken.shock}"))]
    shown += [_hit(report, laid, index, other) for index, other in enumerate(laid.compared.alternatives)]
    return worked_table("shocks", felt, *shown, empty=text("options.shock-unfelt"))


def _hit(report: Report, laid: Shortlist, index: int, other: Alternative) -> Shown[Shaken]:
    def told(shaken: Shaken) -> Cell:
        blow = shaken.blows[index]
        tone: Tone | None = "error" if blow.is_broken else None
        return Cell(lines(_blow_words(report, blow)), tone)

    return Shown(Column(f"shock:{other.name}", called(laid, other.name), 24), told)


def _blow_words(report: Report, blow: Blow) -> Iterable[Text]:
    yield text("tables.breaks" if blow.is_broken else "tables.holds")
    moved = [(aim, after - span.told) for aim, span, after in zip(AIMS, blow.before, blow.after, strict=False)]
    told = [(aim, change) for aim, change in moved if abs(change) > _MOVED]
    yield from (
        text("tables.aim-moved", aim=text(f"options.aims.{aim}"), change=f"{100 * change:+.0f}") for aim, change in told
    )
    for output_id, mode, _ in blow.lost:
        yield text("tables.lost", output=bare_name(report, output_id), mode=word("Mode", mode))
    errors = [gap for gap in blow.opened if gap.severity == "error"]
    yield from (text("tables.raised", message=gap.message) for gap in errors[:_GAPS])
    if len(errors) > _GAPS:
        yield text("tables.more", count=len(errors) - _GAPS)


def _flips(laid: Shortlist) -> Block:
    shown: list[Shown[Flip]] = [
        worked_out("aim", 20, lambda flip: text(f"options.aims.{flip.aim}")),
        worked_out("flip-at", 40, lambda flip: _turn(flip)),
        worked_out("then-leads", 40, lambda flip: called(laid, _name(laid, flip))),
    ]
    flips: Sequence[Flip] = laid.account.flips
    return worked_table("flips", flips, *shown, empty=text("tables.no-flips"))


def _turn(flip: Flip) -> Text:
    return text("tables.flip-above" if flip.is_above else "tables.flip-below", at=f"{flip.at:.0%}")


def _name(laid: Shortlist, flip: Flip) -> str:
    return names_of(laid.account.layout, flip.to)[0]
