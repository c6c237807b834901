"""A clause of a standard, or a contribution to one, reveals what is meant to stay secret."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.disclosure import is_held_secret
from oc_strategy.model.edges import CLAUSE_REVEALS, CONTRIBUTION_REVEALS
from oc_strategy.model.keeping import Leak, leaks
from oc_strategy.model.node import Node
from oc_strategy.model.standardization import Contribution, Standard
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="error",
    question=Text(
        en="Does standards work reveal anything that is meant to stay secret?",
        ja="標準化の文書が、秘匿するものを明かしていないか",
    ),
    message=Text(
        en="{by} reveals {what}, which is meant to stay secret.",
        ja="{by} は、秘匿するはずの {what} を明かしている。",
    ),
    remedy=Text(
        en="Reword {by} so that it asks for a result and not for the way to it, or decide to open {what}.",
        ja="{by} を、方法ではなく結果を定める書き方に改めるか、{what} を開くと決める。",
    ),
    why=Text(
        en="A trade secret is protected only while it is not publicly known; what a standard says, everybody may read. "
        "Clauses on apparatus, sample preparation and procedure give away most.",
        ja="営業秘密として守られるのは公然と知られていない間だけであり、標準の記載は誰でも読める。"
        "装置・試料の作り方・手順の箇条から漏れやすい。",
    ),
    basis=Basis(facts=("trade-secret-requirements",), practice=("C16", "G07", "S11", "S107")),
    fires="""
id: demo
outputs:
  joint: {title: Bonding process}
secrets:
  etching: {protects: joint}
standards:
  test:
    clauses:
      - {id: c6, reveals: etching}  # <- standard-reveals-secret
contributions:
  n12: {reveals: joint}  # <- standard-reveals-secret
options:
  chosen:
    treatments: {joint: keep-secret}
""",
    silent="""
id: demo
outputs:
  joint: {title: Bonding process}
  strength: {title: Bond strength test}
standards:
  test:
    clauses:
      - {id: c6, reveals: strength}
contributions:
  n12: {reveals: joint, confidential: true, held_under: rules}
agreements:
  rules: {title: Secrecy rules of the working group}
options:
  chosen:
    treatments: {joint: keep-secret, strength: standard-free}
""",
)
def standard_reveals_secret(case: Case) -> Iterator[Answer]:
    for standard in case.graph.of(Standard):
        yield from (_finding(case, leak) for leak in leaks(case.graph, case.option, standard, CLAUSE_REVEALS))
    for paper in case.graph.of(Contribution):
        if not is_held_secret(case.graph, paper):
            yield from (_finding(case, leak) for leak in leaks(case.graph, case.option, paper, CONTRIBUTION_REVEALS))
    if case.option is None and _has_revealed_outputs(case):
        yield Unanswered(case.project, "option")


def _has_revealed_outputs(case: Case) -> bool:
    outputs = case.graph.of(Output)
    return any(case.graph.sources(o, CLAUSE_REVEALS) or case.graph.sources(o, CONTRIBUTION_REVEALS) for o in outputs)


def _finding(case: Case, leak: Leak) -> Finding:
    kept: Node | None = case.option if isinstance(leak.what, Output) else None
    return Finding(
        leak.by, leak.path, {"by": leak.by, "what": leak.what}, others=(leak.what,),
        chain=(
            Step(leak.by), *_dated(leak.by), Step(leak.what),
            *((Step(kept, ("treatments", leak.what.id, "mode")),) if kept else ()),
        ),
        facts=case.facts.every("trade-secret-requirements", requirement="non-public"),
    )  # fmt: skip


def _dated(by: Node) -> tuple[Step, ...]:
    fields = ("published",) if isinstance(by, Standard) else ("submitted", "public_on")
    return tuple(Step(by, field) for field in fields)
