"""It was said in public that an output is free to use, while an own application on it was pending."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import CITES, CLAUSE_REVEALS
from oc_strategy.model.filing import first_filing, is_live
from oc_strategy.model.node import Node
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.promising import promises_on
from oc_strategy.model.rights import Patent
from oc_strategy.model.speaking import Statement, is_said_by, own_patents_on, statements
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="error",
    question=Text(
        en="Is anything said to be free on which we hold or have filed a patent without a promise?",
        ja="自由に使えると説明した成果に、約束のない自らの特許や出願が残っていないか",
    ),
    message=Text(
        en="{document} said ({on}) that {outputs} is free to use; {patent} on it had been filed ({filed}), and no "
        "promise leaves it free.",
        ja="{document} は {on} に {outputs} を自由に使えると説明したが、"
        "{patent} が {filed} に出願されており、無償とする約束もない。",
    ),
    remedy=Text(
        en="Make the promise on {patent} in writing, or correct {document} before others rely on it further.",
        ja="{patent} を無償とする約束を書面で行うか、これ以上信頼される前に {document} を訂正する。",
    ),
    why=Text(
        en="Rules and products are built on such words; a patent asserted against them had to be released to the "
        "public.",
        ja="規則や製品は説明を信じて作られる。後に行使した特許が、公衆への開放に至った例がある。",
    ),
    basis=Basis(practice=("C10", "G32"), cases=("F06",)),
    fires="""
id: demo
organizations:
  maker: {own: true}
outputs:
  blend: {title: Blend}
patents:
  blend-family: {covers: blend, owners: maker, priority_date: 1990-12-13}
publications:
  workshop:
    by: maker
    on: 1991-08
    reveals: blend
    rights_said: free  # <- free-promise-while-pending
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
outputs:
  blend: {title: Blend}
patents:
  blend-family: {covers: blend, owners: maker, priority_date: 1990-12-13}
licenses:
  pledge: {by: maker, grants: blend-family, terms: non-assertion, from: 1991-08}
publications:
  workshop:
    by: maker
    on: 1991-08
    reveals: blend
    rights_said: free
""",
)
def free_promise_while_pending(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for statement in statements(case.graph):
        if statement.said == "free":
            own = own_patents_on(case.graph, ours, statement)
            speaker = is_said_by(case.graph, ours, statement)
            if own and speaker is None:
                yield Unanswered(statement.document, "by")
            for patent in own if speaker else ():
                yield from _asked(case, statement, patent)


def _asked(case: Case, statement: Statement, patent: Patent) -> Iterator[Answer]:
    filed, on = first_filing(patent), statement.on
    is_dead = bool(patent.members) and not any(is_live(member) for member in patent.members)
    if is_dead or any(promise.kind == "free" for promise in promises_on(case.graph, patent, case.now)):
        return
    if on is None:
        yield Unanswered(statement.document, statement.field, (patent,))
    elif filed is None:
        yield Unanswered(patent, "priority_date", (statement.document,))
    elif not on.certainly_before(filed):
        yield _finding(case, statement, patent, filed.certainly_before(on))


def _finding(case: Case, statement: Statement, patent: Patent, is_certain: bool) -> Finding:
    outputs = tuple(output for output in statement.outputs if output.id in patent.covers)
    return Finding(
        statement.document, "rights_said",
        {
            "document": statement.document, "on": statement.on or "", "outputs": outputs, "patent": patent,
            "filed": first_filing(patent) or "",
        },
        others=(patent, *outputs),
        chain=(
            Step(statement.document, statement.field), Step(statement.document, "rights_said"),
            *map(Step, outputs), Step(patent, "priority_date"), *map(Step, _relying(case, outputs)),
        ),
        severity="error" if is_certain else "question",
    )  # fmt: skip


def _relying(case: Case, outputs: tuple[Output, ...]) -> tuple[Node, ...]:
    """The standards that describe the outputs and the rules that cite them: what may have been built on the words."""
    described = case.graph.all_sources(outputs, CLAUSE_REVEALS)
    return (*described, *case.graph.all_sources(described, CITES))
