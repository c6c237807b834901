"""A later declaration offers less than the one before it on the same patent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.facts import Fact
from oc_strategy.facts.policies import policy
from oc_strategy.lang import word
from oc_strategy.model.declaring import body_addressed, patents_under
from oc_strategy.model.edges import DECLARED_BY, DECLARED_FOR, REPLACES
from oc_strategy.model.graph import Graph
from oc_strategy.model.standardization import Declaration
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

FAVOUR: Final = {"royalty-free": 2, "non-assertion": 2, "frand": 1, "refused": 0}
"""How much implementers get, from most to nothing; knowing no rights promises nothing that could be taken back."""


@rule(
    severity="error",
    question=Text(
        en="Is every later declaration at least as good for implementers as the one before?",
        ja="後から出した声明は、先の声明より実施者に不利になっていないか",
    ),
    message=Text(
        en="{later} says “{now}” where {earlier} had said “{before}”.",
        ja="{earlier} は「{before}」としていたが、{later} は「{now}」としている。",
    ),
    remedy=Text(
        en="Withdraw {later}, or replace it with terms no worse than those of {earlier}.",
        ja="{later} を取り下げるか、{earlier} より不利でない条件に改める。",
    ),
    why=Text(
        en="Implementers invested on the first promise; bodies hold it to be irrevocable but for better terms.",
        ja="実施者は最初の約束を頼りに投資する。声明は、より有利な条件に改める場合を除き撤回できないとされる。",
    ),
    basis=Basis(facts=("patent-policy",)),
    fires="""
id: demo
patents:
  family: {title: Family}
declarations:
  first: {body: iso, on: 2020-02-03, commitment: royalty-free, patents: family}
  second: {body: iso, on: 2024-02-03, commitment: frand, patents: family, replaces: first}  # <- declaration-downgraded
""",
    silent="""
id: demo
patents:
  family: {title: Family}
declarations:
  first: {body: iso, on: 2020-02-03, commitment: frand, patents: family}
  second: {body: iso, on: 2024-02-03, commitment: royalty-free, patents: family, replaces: first}
""",
)
def declaration_downgraded(case: Case) -> Iterator[Answer]:
    for later, earlier in _pairs(case.graph):
        if _comes_after(case, later, earlier):
            yield from _compared(case, later, earlier)


def _pairs(graph: Graph) -> Iterator[tuple[Declaration, Declaration]]:
    """Declarations of one maker on one matter, each with each, and those with the ones they are said to replace."""
    matters = {declaration: _matters(graph, declaration) for declaration in graph.of(Declaration)}
    alike: dict[object, list[Declaration]] = {}
    for declaration in matters:
        for matter in matters[declaration]:
            alike.setdefault(matter, []).append(declaration)
    for later in matters:
        near = dict.fromkeys(graph.targets(later, REPLACES))
        for matter in matters[later]:
            near.update(dict.fromkeys(alike[matter]))
        yield from ((later, earlier) for earlier in sorted(near, key=lambda d: d.id) if earlier is not later)


def _matters(graph: Graph, declaration: Declaration) -> tuple[object, ...]:
    """Who speaks for which standard of which family, for each family."""
    by, about = graph.targets(declaration, DECLARED_BY), graph.targets(declaration, DECLARED_FOR)
    return tuple((by, about, patent) for patent in patents_under(graph, declaration))


def _comes_after(case: Case, later: Declaration, earlier: Declaration) -> bool:
    """Whether one is said to replace the other, or is dated after it."""
    if earlier in case.graph.targets(later, REPLACES):
        return True
    return later.on is not None and earlier.on is not None and earlier.on.certainly_before(later.on)


def _compared(case: Case, later: Declaration, earlier: Declaration) -> Iterator[Answer]:
    untold = next((d for d in (earlier, later) if d.commitment is None), None)
    before, now = FAVOUR.get(earlier.commitment or ""), FAVOUR.get(later.commitment or "")
    if untold is not None:
        yield Unanswered(untold, "commitment", (earlier if untold is later else later,))
    elif before is not None and now is not None and now < before:
        fact = policy(case.facts, body_addressed(case.graph, later), later.on or case.now, "downgrade")
        yield Finding(
            later, "commitment",
            {
                "later": later, "earlier": earlier, "now": word("Commitment", later.commitment or ""),
                "before": word("Commitment", earlier.commitment or ""),
            },
            others=(earlier,),
            chain=(
                Step(earlier, "commitment"), Step(earlier, "on"), Step(later, "commitment"), Step(later, "on"),
            ),
            facts=(fact,) if fact else (), severity=_weighed(earlier, fact),
        )  # fmt: skip


def _weighed(earlier: Declaration, fact: Fact | None) -> Severity:
    return "error" if earlier.irrevocable or fact is not None else "warning"
