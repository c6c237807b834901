"""The strategy on one page: open, gated and closed outputs, what guards the boundary, and where revenue comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oc_strategy.lang import text
from oc_strategy.model.business import Market, Product
from oc_strategy.model.edges import COMPLEMENTS, EMBODIES, GRANTS, SOLD_IN
from oc_strategy.model.filing import patents_on
from oc_strategy.model.guarding import marks_on, secrets_on
from oc_strategy.model.node import Node
from oc_strategy.model.revenue import licences_of
from oc_strategy.model.rights import License
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.views.boxes import Boxes, look_of
from oc_strategy.views.draft import Draft, Item, draft, grown
from oc_strategy.views.selection import in_focus, page
from oc_strategy.views.texts import joined, listed
from oc_strategy.views.view import Arrow, Group, Line, Look, View
from oc_strategy.wording import treated_as

POSTURES: tuple[Look, ...] = ("open", "gated", "closed", "undecided", "output")
PRODUCTS, MARKETS = "products", "markets"
_WORDS: tuple[tuple[Line, str], ...] = (
    ("strong", "revenue"),
    ("dashed", "complement"),
    ("plain", "guard"),
    ("dotted", "unearning"),
)


def strategy_view(report: Report, focus: str | None = None, depth: int | None = None) -> View:
    """Outputs as the chosen option treats them. Rights stand as boxes at boundary outputs only, else as a number.

    A `depth` of 2 shows every right as a box; a `focus` only that node and what is within `depth` links (1 if None).
    ValueError with the id for a focus that is not part of the strategy.
    """
    whole = in_focus(_draft(report), focus)
    return page(
        "strategy",
        report,
        whole,
        _kept(report, whole, focus, 1 if depth is None else depth),
        groups=tuple(
            Group(name, text(f"pictures.groups.{name}"), _tone(name), _row(name))
            for name in (*POSTURES, PRODUCTS, MARKETS)
        ),
        words=_WORDS,
    )


def _row(name: str) -> str | None:
    return "postures" if name in POSTURES else None


def _tone(name: str) -> Look:
    return next((posture for posture in POSTURES if posture == name), "market" if name == MARKETS else "product")


def outputs_of(report: Report) -> tuple[Output, ...]:
    """The outputs of the project, and those of others that the chosen option treats."""
    treated = report.option.treatments if report.option else {}
    return tuple(o for o in report.graph.of(Output) if o.id in report.own or o.id in treated)


def strategy_ids(report: Report) -> frozenset[str]:
    """The ids of all that the strategy picture covers at any depth."""
    return frozenset(item.id for item in _draft(report).items)


def _kept(report: Report, whole: Draft, focus: str | None, depth: int) -> Iterable[str]:
    if focus is not None:
        return grown(whole, {focus}, depth)
    if depth > 1:
        return {item.id for item in whole.items}
    outputs = outputs_of(report)
    if depth < 1:
        return {output.id for output in outputs}
    boundary = [output for output in outputs if output.position == "boundary"]
    guards = {right.id for output in boundary for right in rights_on(report, output)}
    return guards | {item.id for item in whole.items if item.box.group is not None}


def rights_on(report: Report, output: Output) -> tuple[Node, ...]:
    """What guards an output: patents, secrets and marks, and the licences on it or on one of them."""
    graph = report.graph
    return (
        *patents_on(graph, output),
        *secrets_on(graph, output),
        *marks_on(graph, output),
        *licences_of(graph, output),
    )


def _draft(report: Report) -> Draft:
    boxes, outputs = Boxes(report), outputs_of(report)
    products = _products(report, outputs)
    markets = tuple(dict.fromkeys(market for product in products for market in report.graph.targets(product, SOLD_IN)))
    rights = tuple(dict.fromkeys(right for output in outputs for right in rights_on(report, output)))
    items: list[Item] = [
        *(boxes.of(o, look_of(report, o), more=_treated(report, o)) for o in outputs),
        *(boxes.of(right) for right in rights),
        *(boxes.of(product, PRODUCTS) for product in products),
        *(boxes.of(market, MARKETS) for market in markets),
    ]
    arrows = [*_guarding(report, outputs), *_business(report, outputs, products, markets)]
    return draft(items, arrows)


def _products(report: Report, outputs: Iterable[Output]) -> tuple[Product, ...]:
    graph = report.graph
    built = (product for output in outputs for product in graph.sources(output, EMBODIES))
    helped = (n for output in outputs for n in graph.targets(output, COMPLEMENTS) if isinstance(n, Product))
    return tuple(dict.fromkeys((*built, *helped)))


def _treated(report: Report, output: Output) -> Text | None:
    """How the option treats an output, whether the money is made there, and how much guards it."""
    treatment = report.treatment(output)
    way = treated_as(treatment) if treatment else None
    earning = text("pictures.bottleneck") if output.revenue_bottleneck else None
    lines = [
        listed([way, earning]),
        None if output.position == "boundary" else _guard_counts(report, output),
    ]
    return joined(lines, "\n")


def _guard_counts(report: Report, output: Output) -> Text | None:
    rights = rights_on(report, output)
    counts = {section: sum(r.section == section for r in rights) for section in ("patents", "secrets", "marks")}
    counts["licenses"] = sum(isinstance(right, License) for right in rights)
    return listed(text(f"pictures.counts.{section}", count=n) for section, n in counts.items() if n)


def _guarding(report: Report, outputs: Iterable[Output]) -> Iterator[Arrow]:
    graph = report.graph
    for output in outputs:
        yield from (Arrow(patent.id, output.id) for patent in patents_on(graph, output))
        yield from (Arrow(secret.id, output.id) for secret in secrets_on(graph, output))
        yield from (Arrow(mark.id, output.id) for mark in marks_on(graph, output))
        for licence in licences_of(graph, output):
            yield from (Arrow(licence.id, right.id) for right in graph.targets(licence, GRANTS))


def _business(
    report: Report, outputs: Iterable[Output], products: Iterable[Product], markets: Iterable[Market]
) -> Iterator[Arrow]:
    graph, known = report.graph, {market.id for market in markets}
    for output in outputs:
        for helped in graph.targets(output, COMPLEMENTS):
            yield Arrow(output.id, helped.id, line="dashed")
    for product in products:
        line: Line = "strong" if product.revenue_role in {"main", "supporting"} else "dotted"
        for part in graph.targets(product, EMBODIES):
            yield Arrow(part.id, product.id, line=line)
        for market in graph.targets(product, SOLD_IN):
            if market.id in known:
                yield Arrow(product.id, market.id, line=line)
