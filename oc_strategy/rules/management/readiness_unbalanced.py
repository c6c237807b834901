"""The technology is far readier than the business, the society or the rules around it, and nobody acts on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.lang import field_label
from oc_strategy.model.edges import ABOUT
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text, listed
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Value, rule

FAR: Final = 3
"""So many levels behind the technology count as far; a house rule."""
OTHERS: Final = ("brl", "srl", "grl")


@rule(
    severity="warning",
    question=Text(
        en="Do business, society and rules keep pace with the technology?",
        ja="事業・社会・制度の準備は、技術の成熟に追いついているか",
    ),
    message=Text(
        en="{output} is at TRL {trl}; far behind: {behind}.",
        ja="{output} は TRL {trl} だが、大きく遅れているものがある：{behind}。",
    ),
    remedy=Text(
        en="Take an action on what lags, such as rules, certification or a first customer.",
        ja="制度・認証・最初の顧客など、遅れている側への行動を起こす。",
    ),
    why=Text(
        en="A finished technology without market or rules waits while its patents run.",
        ja="市場や制度が整わなければ、完成した技術は待たされ、その間に特許期間が過ぎていく。",
    ),
    basis=Basis(practice=("G52", "S38")),
    fires="""
id: demo
outputs:
  drone: {title: Drone, trl: 8, brl: 6, grl: 5}  # <- readiness-unbalanced
""",
    silent="""
id: demo
outputs:
  drone: {title: Drone, trl: 8, brl: 6, grl: 6}
  rotor: {title: Rotor, trl: 9, brl: 3}
actions:
  sales: {title: Find a first customer, about: rotor, status: in-work}
""",
)
def readiness_unbalanced(case: Case) -> Iterator[Answer]:
    for output in case.graph.of(Output):
        behind = [field for field in OTHERS if _lags(output, field)]
        if behind and not any(a.status in (None, "open", "in-work") for a in case.graph.sources(output, ABOUT)):
            labels = listed(field_label("outputs", field) for field in behind)
            values: dict[str, Value] = {"output": output, "trl": output.trl or 0, "behind": labels}
            yield Finding(output, None, values, chain=tuple(Step(output, field) for field in ("trl", *behind)))


def _lags(output: Output, field: str) -> bool:
    level: int | None = getattr(output, field)
    return output.trl is not None and level is not None and output.trl - level >= FAR
