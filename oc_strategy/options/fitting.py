"""Whether a project fits a pattern: each of its conditions asked of the model, with the facts that answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from oc_strategy.criteria import Criteria
from oc_strategy.model.business import Market, Product
from oc_strategy.model.edges import ESSENTIAL_TO
from oc_strategy.model.guarding import live_patents
from oc_strategy.model.rights import Patent
from oc_strategy.model.technology import Output
from oc_strategy.options.patterns import Pattern, patterns
from oc_strategy.options.rating import Rating, ratings_of
from oc_strategy.rule import Case, Step

State = Literal["met", "missing", "unknown"]
LIKELY: Final = 3.0
STRONG: Final = 4.0
_JOINTS: Final = frozenset({"interface", "protocol"})
_HARD: Final = frozenset({"expert-effort", "infeasible"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model says of a condition: it holds, it does not, or nobody has said; with the facts for it."""

    state: State
    facts: tuple[Step, ...] = ()


@dataclass(frozen=True)
class AskedOn:
    """What conditions are asked on: the case, the outputs that are decided on, and the criteria."""

    case: Case
    outputs: tuple[Output, ...]
    criteria: Criteria


@dataclass(frozen=True, slots=True)
class Fit:
    """A pattern with the answer to each of its conditions, in their order."""

    pattern: Pattern
    answers: Mapping[str, Answer]

    def count(self, state: State) -> int:
        """How many conditions are answered so."""
        return sum(answer.state == state for answer in self.answers.values())


def fits(case: Case, outputs: Sequence[Output], criteria: Criteria) -> tuple[Fit, ...]:
    """Every pattern: those of whose conditions the largest share is met first, then those with least missing."""
    asked_on = AskedOn(case, tuple(outputs), criteria)
    every = [Fit(p, {name: CONDITIONS[name](asked_on) for name in p.conditions}) for p in patterns().values()]
    return tuple(sorted(every, key=lambda fit: (-fit.count("met") / len(fit.answers), fit.count("missing"))))


def _found(facts: Iterable[Step], is_told: bool) -> Answer:
    """Met by facts; else missing where all that was needed is told, unknown where it is not."""
    known = tuple(facts)
    return Answer("met", known) if known else Answer("missing" if is_told else "unknown")


def boundary_interface(on: AskedOn) -> Answer:
    """An output of kind interface or protocol at the boundary."""
    facts = [Step(o, "position") for o in on.outputs if o.kind in _JOINTS and o.position == "boundary"]
    return _found(facts, all(o.kind and (o.position or o.kind not in _JOINTS) for o in on.outputs))


def core_earns(on: AskedOn) -> Answer:
    """An output that is a revenue bottleneck and not at the periphery."""
    facts = [Step(o, "revenue_bottleneck") for o in on.outputs if o.revenue_bottleneck and o.position != "periphery"]
    return _found(facts, all(o.revenue_bottleneck is not None for o in on.outputs))


def core_hard_to_analyse(on: AskedOn) -> Answer:
    """An earner that only experts, or nobody, can find out."""
    facts = [Step(o, "reverse_engineering") for o in _earners(on) if o.reverse_engineering in _HARD]
    earners = _earners(on)
    return _found(facts, bool(earners) and all(o.reverse_engineering for o in earners))


def test_method(on: AskedOn) -> Answer:
    """An output of kind test-method."""
    facts = [Step(o, "kind") for o in on.outputs if o.kind == "test-method"]
    return _found(facts, all(o.kind for o in on.outputs))


def several_markets(on: AskedOn) -> Answer:
    """Several markets, or one of several countries."""
    markets = on.case.graph.of(Market)
    wide = [m for m in markets if len(m.countries) > 1 or "world" in m.countries]
    facts = [Step(m, "countries") for m in (wide or (markets if len(markets) > 1 else ()))]
    return _found(facts, bool(markets))


def rights_to_open(on: AskedOn) -> Answer:
    """A live family on an output that does not earn by itself."""
    rest = [o for o in on.outputs if not o.revenue_bottleneck]
    facts = [Step(p, "covers") for o in rest for p in live_patents(on.case.graph, o, on.case.now)]
    return _found(dict.fromkeys(facts), bool(on.case.graph.of(Patent)))


def owners_several(on: AskedOn) -> Answer:
    """Families of different owners that are essential to one standard."""
    graph = on.case.graph
    by_standard: dict[str, list[Patent]] = {}
    for patent in graph.of(Patent):
        for standard in graph.targets(patent, ESSENTIAL_TO):
            by_standard.setdefault(standard.id, []).append(patent)
    facts = [
        Step(patent, "owners")
        for families in by_standard.values()
        if len({owner for family in families for owner in family.owners}) > 1
        for patent in families
    ]
    return _found(facts, any(by_standard.values()))


def not_worth_filing(on: AskedOn) -> Answer:
    """An output that is not worth a filing, or that can hardly be patented."""
    worth = _rated(on, "filing-not-worth", STRONG)
    if worth.state == "met":
        return worth
    weak = [r for _, r in _ratings(on, "patentability") if not r.is_unknown and r.high <= 2]
    facts = [step for rating in weak for step in rating.facts]
    return Answer("met", tuple(facts)) if weak else worth


def product_out(on: AskedOn) -> Answer:
    """A product or service that was launched."""
    products = on.case.graph.of(Product)
    facts = [Step(p, "launched") for p in products if p.launched and p.launched.certainly_before(on.case.now)]
    return _found(facts, bool(products) and all(p.is_answered("launched") for p in products))


def _earners(on: AskedOn) -> list[Output]:
    return [output for output in on.outputs if output.revenue_bottleneck]


def _ratings(on: AskedOn, criterion: str) -> list[tuple[Output, Rating]]:
    found = ((output, ratings_of(on.case, output, on.criteria).get(criterion)) for output in on.outputs)
    return [(output, rating) for output, rating in found if rating is not None]


def _rated(on: AskedOn, criterion: str, least: float) -> Answer:
    """Whether a criterion is rated at least so high for some output, by the model or by a person."""
    known = [(output, rating) for output, rating in _ratings(on, criterion) if not rating.is_unknown]
    high = [(output, rating) for output, rating in known if rating.low >= least]
    facts = [step for o, r in high for step in (r.facts or (Step(o, ("ratings", criterion)),))]
    is_told = bool(known) and all(rating.high < least for _, rating in known) and len(known) == len(on.outputs)
    return _found(dict.fromkeys(facts), is_told)


def _by_rating(criterion: str, least: float) -> Callable[[AskedOn], Answer]:
    return lambda on: _rated(on, criterion, least)


CONDITIONS: Final[Mapping[str, Callable[[AskedOn], Answer]]] = {
    **{
        function.__name__.replace("_", "-"): function
        for function in (
            boundary_interface, core_earns, core_hard_to_analyse, test_method, several_markets,
            rights_to_open, owners_several, not_worth_filing, product_out,
        )
    },
    "quality-invisible": _by_rating("quality-invisible", STRONG),
    "scores-best": _by_rating("scores-best", STRONG),
    "independent-discovery": _by_rating("independent-discovery", STRONG),
    "rival-technology": _by_rating("rival-technology", LIKELY),
    "market-beyond-supply": _by_rating("market-beyond-supply", STRONG),
    "cited-by-rules": _by_rating("cited-by-rules", LIKELY),
    "complementary-assets": _by_rating("complementary-assets", STRONG),
}  # fmt: skip
"""By the name of the condition."""
