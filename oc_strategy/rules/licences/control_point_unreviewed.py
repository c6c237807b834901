"""A closed interface stands between what is open and a core that earns, with no competition-law review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.edges import COMPLEMENTS, DEPENDS_ON
from oc_strategy.model.revenue import licences_of
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

INTERFACES: Final = frozenset({"interface", "protocol"})


@rule(
    severity="question",
    question=Text(
        en="Was the closed way between the open side and the core reviewed under competition law?",
        ja="オープン側とコアの間の閉じた接続は、競争法の観点から確認されているか",
    ),
    message=Text(
        en="{output} is a closed interface between {opened} and the earning core {core}; a review is not on record.",
        ja="{output} は、開いた {opened} と収益を担うコア {core} の間の閉じたインタフェースだが、確認の記録がない。",
    ),
    remedy=Text(
        en="Have {output} reviewed where the core could be dominant, and record it at the licence on {output}.",
        ja="コアが支配的になりうる市場について {output} を確認し、{output} のライセンスに記録する。",
    ),
    why=Text(
        en="A control point between open layers and a dominant core is where authorities look first.",
        ja="開いた層と支配的なコアの間の要所は、競争当局が最初に見る所である。",
    ),
    basis=Basis(facts=("competition",), practice=("C21",), cases=("S09",)),
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
    for output in case.outputs("closed"):
        near = _near(case, output)
        opened = tuple(o for o in near if case.posture(o) == "open")
        core = tuple(o for o in near if o.position == "core" and o.revenue_bottleneck and case.posture(o) == "closed")
        if output.kind in INTERFACES and opened and core and not _is_reviewed(case, output):
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
