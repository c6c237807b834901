"""A closed interface to an earning core, or a royalty on a standard that cannot be avoided, was not reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.edges import COMPLEMENTS, COVERS, DEPENDS_ON, ESSENTIAL_TO, MEASURES
from oc_strategy.model.filing import products_with
from oc_strategy.model.lifecycle import progress
from oc_strategy.model.revenue import licences_of
from oc_strategy.model.rights import Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

INTERFACES: Final = frozenset({"interface", "protocol"})
FOR_PAY: Final = frozenset({"paid", "frand", "pool", "cross"})
_ROYALTY = Text(
    en="A royalty is asked for {output}, which {standards} needs, and {patent} is hard to design around; "
    "a review is not on record.",
    ja="{standards} に必要な {output} に許諾料がかかり、{patent} の回避は難しいが、確認の記録がない。",
)


@rule(
    severity="question",
    question=Text(
        en="Was every control point, be it a closed way to the core or an unavoidable royalty, reviewed?",
        ja="コアへの閉じた接続や、標準上避けられない許諾料は、競争法の観点から確認されているか",
    ),
    message=Text(
        en="{output} is a closed interface between {opened} and the earning core {core}; a review is not on record.",
        ja="{output} は、開いた {opened} と収益を担うコア {core} の間の閉じたインタフェースだが、確認の記録がない。",
    ),
    remedy=Text(
        en="Have {output} reviewed where you could be dominant, and record it at the licence on {output}.",
        ja="自社が支配的になり得る市場について {output} を確認し、{output} のライセンスに記録する。",
    ),
    why=Text(
        en="A control point between open layers and a dominant core, or a royalty on a standard without alternative, "
        "is where authorities look first.",
        ja="開いた層と支配的なコアの間の要所や、代わりのない標準にかかる許諾料は、競争当局が最初に見る所である。",
    ),
    basis=Basis(facts=("competition",), practice=("C21",), cases=("S09", "F10")),
    fires="""
id: demo
outputs:
  expansion-bus: {title: Expansion bus}
  processor-bus:  # <- control-point-unreviewed
    title: Processor bus
    kind: interface
    complements: [expansion-bus, processor]
  processor: {title: Processor, position: core, revenue_bottleneck: true}
options:
  chosen:
    treatments: {expansion-bus: standard-free, processor-bus: patent-exclusive, processor: keep-secret}
""",
    silent="""
id: demo
outputs:
  expansion-bus: {title: Expansion bus}
  processor-bus: {title: Processor bus, kind: interface, complements: [expansion-bus, processor]}
  processor: {title: Processor, position: core, revenue_bottleneck: true}
licenses:
  bus-licence: {terms: selective, grants: processor-bus, competition_reviewed: 2026-02-02}
options:
  chosen:
    treatments: {expansion-bus: standard-free, processor-bus: patent-exclusive, processor: keep-secret}
""",
)
def control_point_unreviewed(case: Case) -> Iterator[Answer]:
    if case.option is None and case.graph.of(Output):
        yield Unanswered(case.project, "option")
    yield from _closed_ways(case)
    for output in case.outputs("open", "gated"):
        treatment = case.treatment(output)
        if treatment and treatment.accesses in FOR_PAY and not _is_reviewed(case, output):
            for patent in case.graph.sources(output, COVERS):
                yield from _royalty(case, output, patent)


def _closed_ways(case: Case) -> Iterator[Answer]:
    for output in case.outputs("closed"):
        near = _near(case, output) if output.kind in INTERFACES else ()
        opened = tuple(o for o in near if case.posture(o) == "open")
        core = tuple(o for o in near if o.position == "core" and o.revenue_bottleneck and case.posture(o) == "closed")
        if opened and core and not _is_reviewed(case, output):
            yield Finding(
                output, None, {"output": output, "opened": opened, "core": core}, others=(*opened, *core),
                chain=(Step(output, "kind"), *map(Step, opened), *(Step(o, "revenue_bottleneck") for o in core)),
            )  # fmt: skip


def _near(case: Case, output: Output) -> tuple[Output, ...]:
    linked = (
        *case.graph.targets(output, COMPLEMENTS), *case.graph.sources(output, COMPLEMENTS),
        *case.graph.targets(output, DEPENDS_ON), *case.graph.sources(output, DEPENDS_ON),
    )  # fmt: skip
    return tuple(dict.fromkeys(node for node in linked if isinstance(node, Output)))


def _is_reviewed(case: Case, output: Output) -> bool:
    return any(licence.is_answered("competition_reviewed") for licence in licences_of(case.graph, output))


def _royalty(case: Case, output: Output, patent: Patent) -> Iterator[Answer]:
    """A royalty on what a standard needs and nobody can easily avoid; what a market share means, a person judges."""
    if patent.design_around != "high":
        return
    standards = [s for s in case.graph.targets(patent, ESSENTIAL_TO) if progress(s, case.now) != "ended"]
    if not standards:
        return
    measures = case.graph.all_sources(products_with(case.graph, output), MEASURES)
    yield Finding(
        output, None, {"output": output, "patent": patent, "standards": standards}, others=(patent, *standards),
        chain=(
            *map(Step, standards), Step(patent, "design_around"),
            *(Step(i, ("actuals", len(i.actuals) - 1, "value")) for i in measures if i.actuals),
        ),
        message=_ROYALTY,
    )  # fmt: skip
