"""Plans and options beside each other: the aims with their ranges, how often each is best, and what each does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oc_strategy.criteria import AIMS, Aim
from oc_strategy.lang import text
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text, listed
from oc_strategy.options.naming import WRITTEN, names_of, plan_title
from oc_strategy.options.plans import Plan
from oc_strategy.options.refusals import refusals
from oc_strategy.options.shortlist import Shortlist
from oc_strategy.options.side_by_side import Alternative
from oc_strategy.options.spans import Span, spans
from oc_strategy.options.uncertainty import Sureness
from oc_strategy.tables.cells import lines
from oc_strategy.tables.columns import Shown, barred, worked_out
from oc_strategy.tables.listing import sentence, worked_table
from oc_strategy.tables.sheet import Block, Cell, Chart, Column
from oc_strategy.tables.treatments import mode_words_of

_TOP = 8
"""So many plans of the frontier stand in the table of aims, those that are best most often."""
_RANKS = 3
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class _Placed:
    """A plan under its name, with its aims, and how sure it is where that was drawn."""

    name: str
    plan: Plan
    spans: tuple[Span, ...]
    sureness: Sureness | None


def standing_blocks(laid: Shortlist) -> list[Block]:
    """What stands, on which scale; the aims of each plan, and both as charts."""
    placed = _placed(laid)
    blocks: list[Block] = [sentence(_proven(laid)), _aims(laid, placed), _chart_of_aims(laid)]
    drawn = [one for one in placed if one.sureness]
    return [*blocks, _chart_of_ranks(laid, drawn)] if drawn else [*blocks, sentence(text("options.no-numpy"))]


def _placed(laid: Shortlist) -> list[_Placed]:
    """The plans that there is room for: of the frontier those that are best most often."""
    layout, drawn = laid.account.layout, laid.account.sureness or {}
    frontier = [name for name in laid.plans if name in laid.account.plans]
    kept = [name for name in laid.plans if name not in frontier[_TOP:]]
    return [_Placed(n, laid.plans[n], spans(layout.ground, laid.plans[n]), drawn.get(laid.plans[n])) for n in kept]


def _proven(laid: Shortlist) -> Text:
    frontier, steps = laid.account.layout.frontier, laid.account.steps
    said = text("options.complete", count=len(frontier.plans), steps=steps)
    scale, advice = text("tables.aims-scale"), text("options.no-verdict")
    return Text.each(lambda lang: "\n".join((said.of(lang), scale.of(lang), advice.of(lang))))


def called(laid: Shortlist, name: str) -> Text:
    """How a plan is called on the sheet: by the number it is adopted by, and in words."""
    title = plan_title(laid.account.layout, name, laid.account.loaded.graph)
    if name.startswith(WRITTEN):
        return title
    if name not in laid.account.plans:
        return text("tables.classic", title=title)
    number = Text.plain(name)
    return number if title == text("options.plan", name=name) else Text.each(lambda lg: f"{name}: {title.of(lg)}")


def _aims(laid: Shortlist, placed: Iterable[_Placed]) -> Block:
    shown: list[Shown[_Placed]] = [
        worked_out("plan", 30, lambda one: Cell(called(laid, one.name), link=_link(one.name))),
        worked_out("plan-standing", 30, lambda one: _standing(laid, one)),
    ]
    shown += [column for index, aim in enumerate(AIMS) for column in _aim(index, aim)]
    if laid.account.sureness:
        shown += [
            barred("first-share", (0, 1), lambda one: _share(one, 1), "percent"),
            barred("first-three", (0, 1), lambda one: _share(one, _RANKS), "percent"),
            worked_out("regret", 13, _regret),
            worked_out("speaking-weights", 24, _weights),
        ]
    return worked_table("aims", placed, *shown)


def _aim(index: int, aim: Aim) -> tuple[Shown[_Placed], Shown[_Placed]]:
    """What is told of an aim, as a number with a bar, and its range."""
    return (
        barred(f"aim-{aim}", (0, _HUNDRED), lambda one: _hundredths(one.spans[index].told)),
        worked_out(f"range-{aim}", 11, lambda one: _range(one.spans[index])),
    )


def _link(name: str) -> str | None:
    return name.removeprefix(WRITTEN) if name.startswith(WRITTEN) else None


def _standing(laid: Shortlist, one: _Placed) -> Cell:
    """On the frontier, beaten by another, or not to be had and why."""
    layout = laid.account.layout
    if not laid.account.is_possible(one.plan):
        return Cell(lines(refusals(layout.ground, one.plan)), "differs")
    if one.name in layout.beaten_by:
        names = names_of(layout, layout.beaten_by[one.name])
        return Cell(text("options.beaten-by", plan=names[0]) if names else text("options.beaten"), "muted")
    number = next((name for name in names_of(layout, one.plan) if name in laid.account.plans), None)
    return Cell(text("tables.unbeaten", plan=number) if number else text("tables.unbeaten-alone"))


def _hundredths(share: float) -> int:
    return round(_HUNDRED * share)


def _range(span: Span) -> Text:
    return text("tables.range", low=_hundredths(span.low), high=_hundredths(span.high))


def _share(one: _Placed, ranks: int) -> float | None:
    return round(sum(one.sureness.shares[:ranks]), 2) if one.sureness else None


def _regret(one: _Placed) -> Text | None:
    if one.sureness is None:
        return None
    of = one.sureness
    return text("tables.regret", mean=_hundredths(of.mean_regret), most=_hundredths(of.regret))


def _weights(one: _Placed) -> Text | None:
    weights = one.sureness.weights if one.sureness else None
    if not weights:
        return None
    return listed(text("tables.weight", aim=text(f"options.aims.{aim}"), share=f"{weights[aim]:.0%}") for aim in AIMS)


def _chart_of_aims(laid: Shortlist) -> Chart:
    """The options compared in detail, each aim a bar, the range that unknown ratings leave a line over it."""
    shown = [other for other in laid.compared.alternatives if other.spans]
    series = tuple(
        (text(f"options.aims.{aim}"), tuple(float(_hundredths(other.spans[index].told)) for other in shown))
        for index, aim in enumerate(AIMS)
    )
    ranges = tuple(
        tuple((_hundredths(other.spans[index].low), _hundredths(other.spans[index].high)) for other in shown)
        for index, _ in enumerate(AIMS)
    )
    names = tuple(called(laid, other.name) for other in shown)
    return Chart(text("tables.titles.chart-aims"), names, series, spans=ranges, is_lying=True)


def _chart_of_ranks(laid: Shortlist, drawn: list[_Placed]) -> Chart:
    """How often each plan takes which place."""
    names = tuple(called(laid, one.name) for one in drawn)
    shares = [one.sureness.shares for one in drawn if one.sureness]
    parts = [tuple(round(of[rank], 3) if rank < len(of) else 0.0 for of in shares) for rank in range(_RANKS)]
    rest = tuple(round(max(0.0, 1 - sum(values)), 3) for values in zip(*parts, strict=True))
    series = [(text("tables.rank", rank=rank + 1), values) for rank, values in enumerate(parts)]
    title = text("tables.titles.chart-ranks", draws=f"{laid.account.draws:,}")
    return Chart(
        title, names, (*series, (text("tables.rank-below", rank=_RANKS + 1), rest)), is_lying=True, is_shares=True
    )


def treatments_of_plans(laid: Shortlist) -> Block:
    """What each of the options compared in detail does with every output."""
    shown: list[Shown[Output]] = [worked_out("output", 30, lambda output: Cell(output.name(), link=output.id))]
    shown.append(worked_out("same", 12, lambda output: _differs(laid, output)))
    shown += [_column_of(laid, other) for other in laid.compared.alternatives]
    return worked_table("plans", laid.compared.outputs, *shown)


def _differs(laid: Shortlist, output: Output) -> Cell:
    return Cell(text("tables.differs"), "differs") if output in laid.compared.differing else Cell()


def _column_of(laid: Shortlist, other: Alternative) -> Shown[Output]:
    def treated(output: Output) -> Cell:
        treatment = other.option.treatments.get(output.id)
        posture = treatment.posture if treatment else None
        return Cell(mode_words_of(other.mode(output)), posture or "undecided")

    return Shown(Column(f"plan:{other.name}", called(laid, other.name), 20), treated)
