"""A core output that neither a patent, a cared-for secret nor a contract protects."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import COVERS
from oc_strategy.model.guarding import contracts_on, instruments_of, live_patents, secrets_on
from oc_strategy.model.parties import Agreement
from oc_strategy.model.rights import License, Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="error",
    question=Text(
        en="Is every core output protected by a patent, a cared-for secret or a contract?",
        ja="コアの成果は、特許・管理された営業秘密・契約のいずれかで守られているか",
    ),
    message=Text(
        en="{output} is core, and no live patent, cared-for secret or contract protects it.",
        ja="{output} はコアだが、有効な特許も、管理された営業秘密も、契約もない。",
    ),
    remedy=Text(
        en="File on {output}, register and guard it as a secret, or secure it by contract.",
        ja="{output} を出願するか、営業秘密として登録・管理するか、契約で確保する。",
    ),
    why=Text(
        en="The core is what the profit rests on. Without a legal hold on it, anyone who reaches it may use it.",
        ja="コアは利益の源である。法的な支えがなければ、たどり着いた者は誰でも使える。",
    ),
    basis=Basis(facts=("trade-secret-requirements",), practice=("G20", "S61")),
    fires="""
id: demo
outputs:
  alloy: {title: Alloy, position: core}  # <- core-unprotected
patents:
  old: {covers: alloy, members: [{office: JP, status: lapsed}]}
""",
    silent="""
id: demo
outputs:
  alloy: {title: Alloy, position: core}
  casting: {title: Casting, position: core}
  pattern: {title: Pattern, position: periphery}
patents:
  composition: {covers: alloy, members: [{office: JP, status: granted}]}
secrets:
  pouring: {protects: casting, measures: [access-control]}
""",
)
def core_unprotected(case: Case) -> Iterator[Answer]:
    for output in case.graph.of(Output):
        if output.position == "core" and not _is_held(case, output):
            yield from _judged(case, output)


def _is_held(case: Case, output: Output) -> bool:
    is_cared_for = any(secret.is_answered("measures") for secret in secrets_on(case.graph, output))
    if is_cared_for or live_patents(case.graph, output, case.now) or contracts_on(case.graph, output):
        return True
    named = instruments_of(case.graph, case.option, output)
    return any(isinstance(node, Patent | License | Agreement) for node in named)


def _judged(case: Case, output: Output) -> Iterator[Answer]:
    uncared = secrets_on(case.graph, output)
    if uncared:
        # Whether the secret is cared for is not said; that alone does not prove that nobody does.
        yield Unanswered(uncared[0], "measures", (output,))
        return
    spent = case.graph.sources(output, COVERS)
    yield Finding(
        output, None, {"output": output}, others=spent,
        chain=(Step(output, "position"), *(Step(patent) for patent in spent)),
    )  # fmt: skip
