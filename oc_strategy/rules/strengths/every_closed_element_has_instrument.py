"""Every closed output is held by what its treatment calls for: a patent, a cared-for secret or a contract."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.guarding import contracts_on, instruments_of, live_patents, secrets_on
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement
from oc_strategy.model.rights import License
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="good",
    question=Text(
        en="Does every closed output have the instrument that keeps it closed?",
        ja="閉じた成果のすべてに、閉じておく手段があるか",
    ),
    message=Text(
        en="Every closed output of {option} is held by a patent, a cared-for secret or a contract: {outputs}.",
        ja="{option} で閉じる成果は、いずれも特許・管理された営業秘密・契約で支えられている（{outputs}）。",
    ),
    remedy=Text(
        en="Review the instruments whenever an output is added or a right ends.",
        ja="成果が増えたとき、権利が終わるときに、手段を見直す。",
    ),
    why=Text(
        en="Closing is a wish until something enforces it.",
        ja="閉じると決めても、支える手段がなければ願望にとどまる。",
    ),
    basis=Basis(practice=("G10", "G20", "P4"), cases=("S03",)),
    fires="""
id: demo
outputs:
  decoder: {title: Decoder}
  variants: {title: Variants}
secrets:
  decoding: {protects: decoder, measures: [access-control, nda]}
patents:
  frame: {covers: variants}
options:
  chosen:  # <- every-closed-element-has-instrument
    treatments: {decoder: keep-secret, variants: patent-exclusive}
""",
    silent="""
id: demo
outputs:
  decoder: {title: Decoder}
  variants: {title: Variants}
secrets:
  decoding: {protects: decoder, measures: [access-control, nda]}
options:
  chosen:
    treatments: {decoder: keep-secret, variants: patent-exclusive}
""",
)
def every_closed_element_has_instrument(case: Case) -> Iterator[Answer]:
    closed = case.outputs("closed")
    held = [instruments for output in closed if (instruments := _instruments(case, output))]
    if case.option and closed and len(held) == len(closed):
        yield Finding(
            case.option, None, {"option": case.option, "outputs": closed}, others=closed,
            chain=tuple(map(Step, dict.fromkeys(node for instruments in held for node in instruments))),
        )  # fmt: skip


def _instruments(case: Case, output: Output) -> tuple[Node, ...]:
    """What really holds an output: for secrets care that is on record, not merely an entry."""
    treatment = case.treatment(output)
    is_secret = treatment is not None and treatment.is_kept_secret
    rights: tuple[Node, ...] = tuple(secret for secret in secrets_on(case.graph, output) if secret.measures)
    if not is_secret:
        rights = live_patents(case.graph, output, case.now)
    named = (n for n in instruments_of(case.graph, case.option, output) if isinstance(n, Agreement | License))
    return (*rights, *contracts_on(case.graph, output), *named)
