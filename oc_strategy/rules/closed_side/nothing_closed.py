"""Outputs are opened, and no closed output is left to carry the revenue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.revenue import is_on_revenue_path
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.treatment import Treatment
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

OPEN_TO_ALL_COMERS: Final = frozenset({"pool", "cross"})
"""Gates that any serious entrant passes; a licensee that is chosen or pays by contract leaves the owner in control."""


@rule(
    severity="error",
    question=Text(
        en="Is something kept closed that earns what the opened outputs bring in?",
        ja="開いた成果が生む需要から稼ぐ、閉じた成果があるか",
    ),
    message=Text(
        en="{option} opens {opened}, and no closed output carries revenue.",
        ja="{option} は {opened} を開くが、収益を担う閉じた成果がない。",
    ),
    remedy=Text(
        en="Keep closed, or split off, the element that customers pay for, and link it to a product or a licence.",
        ja="顧客が対価を払う要素を閉じる（または切り出して閉じる）こととし、製品またはライセンスに結び付ける。",
    ),
    why=Text(
        en="Opening makes entry easy for everyone. Without a closed element that earns, the market grows and the "
        "profit goes to whoever assembles at the lowest cost.",
        ja="開けば誰でも参入しやすくなる。稼ぐ要素を閉じておかないと、市場が広がっても利益は最も安く作る者に移る。",
    ),
    basis=Basis(practice=("C11", "G06", "S58", "S120"), cases=("F13",)),
    fires="""
id: demo
outputs:
  format: {title: Disc format}
  player: {title: Player, revenue_bottleneck: true}
options:
  all-open:  # <- nothing-closed
    treatments:
      format: standard-frand
      player: {mode: patent-license, access: pool}
""",
    silent="""
id: demo
outputs:
  protocol: {title: Bus protocol}
  modules: {title: Controller modules}
licenses:
  modules-licence: {terms: paid, grants: modules}
options:
  chosen:
    treatments:
      protocol: standard-frand
      modules: {disclosure: secret, access: selected}
""",
)
def nothing_closed(case: Case) -> Iterator[Answer]:
    if case.option is None:
        yield Unanswered(case.project, "option")
        return
    closed = case.outputs("closed")
    if any(is_on_revenue_path(case.graph, output) for output in closed):
        return
    opened = tuple(o for o in case.outputs("open", "gated") if _is_opened(case.treatment(o)))
    if opened:
        yield _judged(case, case.option, opened, closed)


def _is_opened(treatment: Treatment | None) -> bool:
    if treatment is None:
        return False
    return treatment.posture == "open" or treatment.accesses in OPEN_TO_ALL_COMERS


def _judged(case: Case, option: Option, opened: tuple[Output, ...], closed: tuple[Output, ...]) -> Answer:
    untold = tuple(output for output in closed if not output.is_answered("revenue_bottleneck"))
    if untold:
        return Unanswered(untold[0], "revenue_bottleneck", untold[1:])
    if any(case.posture(output) is None for output in case.graph.of(Output)):
        # What is not treated yet may be the element that stays closed.
        return Unanswered(option, "treatments")
    return Finding(
        option, None, {"option": option, "opened": opened}, others=opened,
        chain=(
            *(Step(option, ("treatments", o.id, axis)) for o in opened for axis in ("mode", "disclosure", "access")),
            *map(Step, closed),
        ),
    )  # fmt: skip
