"""Others are invited to adopt an output, rights on it are not reserved, and it is not meant to be free."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.edges import DECLARES
from oc_strategy.model.filing import first_filing, is_live
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.rights import Patent
from oc_strategy.model.speaking import Statement, is_said_by, own_patents_on, statements
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

GIVEN_AWAY: Final = frozenset({"royalty-free", "public-domain"})


@rule(
    severity="question",
    question=Text(
        en="Are rights reserved wherever others are invited to adopt what is not meant to be free?",
        ja="無償としない成果の採用を呼びかけるとき、権利を留保しているか",
    ),
    message=Text(
        en="{document} invites others to adopt {outputs} and does not mention {patent}; the conduct may be read as a "
        "licence.",
        ja="{document} は {outputs} の採用を呼びかけながら {patent} に触れておらず、黙示の許諾とみられるおそれがある。",
    ),
    remedy=Text(
        en="Tell those who received {document} that rights under {patent} are reserved, and on which terms they are "
        "licensed.",
        ja="{document} を受け取った者に、{patent} の権利を留保することと許諾の条件を伝える。",
    ),
    why=Text(
        en="A court took the whole conduct of an owner who had promoted adoption in silence as an implied licence.",
        ja="権利に触れずに採用を促した権利者の一連の行動を、黙示の許諾とした判決がある。",
    ),
    basis=Basis(practice=("C18",), cases=("F16",)),
    fires="""
id: demo
organizations:
  maker: {own: true}
outputs:
  module: {title: Module}
patents:
  module-family: {covers: module, owners: maker, priority_date: 1983-09-02}
publications:
  supplier-talk:
    by: maker
    on: 1984
    reveals: module
    promotes_adoption: true
    rights_said: unmentioned  # <- conduct-grants-license
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
outputs:
  module: {title: Module}
patents:
  module-family: {covers: module, owners: maker, priority_date: 1983-09-02}
publications:
  supplier-talk:
    by: maker
    on: 1984
    reveals: module
    promotes_adoption: true
    rights_said: reserved
""",
)
def conduct_grants_license(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for statement in statements(case.graph):
        if statement.document.promotes_adoption and statement.said in (None, "unmentioned"):
            at_issue = [p for p in own_patents_on(case.graph, ours, statement) if _is_at_issue(case, statement, p)]
            yield from _asked(statement, at_issue, is_said_by(case.graph, ours, statement))


def _asked(statement: Statement, patents: list[Patent], is_ours: bool | None) -> Iterator[Answer]:
    missing = "by" if is_ours is None else "rights_said" if statement.said is None else None
    if patents and is_ours is not False and missing:
        yield Unanswered(statement.document, missing, tuple(patents))
    elif is_ours:
        yield from (_finding(statement, patent) for patent in patents)


def _is_at_issue(case: Case, statement: Statement, patent: Patent) -> bool:
    """Whether a family that was or is alive may be asserted on what is shown, and was not told of before."""
    filed, on = first_filing(patent), statement.on
    is_later = filed is not None and on is not None and on.certainly_before(filed)
    is_dead = bool(patent.members) and not any(is_live(member) for member in patent.members)
    if is_later or (is_dead and not patent.assertions) or _is_declared(case, statement, patent):
        return False
    return bool(patent.assertions) or any(_is_for_pay(case, statement, patent))


def _is_for_pay(case: Case, statement: Statement, patent: Patent) -> Iterator[bool]:
    """For each output of both: whether it is not given away by the option; what is not decided may be."""
    for output in statement.outputs:
        if output.id in patent.covers:
            treatment = case.treatment(output)
            yield treatment is None or treatment.accesses not in GIVEN_AWAY


def _is_declared(case: Case, statement: Statement, patent: Patent) -> bool:
    """Whether a declaration had named the family by then, as far as dates tell."""
    named = case.graph.sources(patent, DECLARES)
    return any(not (d.on and statement.on and statement.on.certainly_before(d.on)) for d in named)


def _finding(statement: Statement, patent: Patent) -> Finding:
    outputs = tuple(output for output in statement.outputs if output.id in patent.covers)
    return Finding(
        statement.document, "rights_said",
        {"document": statement.document, "outputs": outputs, "patent": patent}, others=(patent, *outputs),
        chain=(
            Step(statement.document, statement.field), Step(statement.document, "promotes_adoption"),
            Step(statement.document, "rights_said"), *map(Step, outputs), Step(patent, "priority_date"),
            *(Step(patent, ("assertions", index, "against")) for index in range(len(patent.assertions))),
        ),
    )  # fmt: skip
