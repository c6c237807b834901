"""An output is opened or licensed, and nothing says on which terms others may use it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.edges import DECLARES
from oc_strategy.model.filing import patents_on
from oc_strategy.model.guarding import instruments_of, live_patents, secrets_on
from oc_strategy.model.parties import Agreement
from oc_strategy.model.revenue import licences_of
from oc_strategy.model.rights import License
from oc_strategy.model.standardization import Declaration
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.treatment import Treatment
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

TERMS: Final = ("territory", "field", "price", "scope", "edition", "spdx")
"""Fields of a licence any one of which tells an adopter where he stands."""

_EMPTY = Text(
    en="{output} is opened in {option} by {licences}, which say neither territory, field nor price.",
    ja="{option} で開く {output} の {licences} に、地域も分野も対価も書かれていない。",
)


@rule(
    severity="error",
    question=Text(
        en="Does every opened or licensed output say on which terms others may use it?",
        ja="開く・許諾する成果に、使える条件が示されているか",
    ),
    message=Text(
        en="{output} is opened or licensed in {option}, and no licence or declaration says on which terms.",
        ja="{option} で開く・許諾する {output} に、条件を示すライセンスも宣言もない。",
    ),
    remedy=Text(
        en="Write the licence for {output}: territory, field, period and price, free of charge included.",
        ja="{output} のライセンス方針（地域・分野・期間・対価。無償も含む）を書く。",
    ),
    why=Text(
        en="Adopters hold back where the terms are open to change, and an owner who stated none may be taken to have "
        "given all.",
        ja="条件が見えなければ相手は採用をためらい、何も示さずに開けば、すべてを許したと見られかねない。",
    ),
    basis=Basis(practice=("G34", "S79"), cases=("S02", "F16")),
    fires="""
id: demo
outputs:
  gas: {title: Refrigerant mixture}
patents:
  blend: {covers: gas}
options:
  chosen:
    treatments:
      gas: patent-free  # <- open-without-terms
""",
    silent="""
id: demo
outputs:
  gas: {title: Refrigerant mixture}
  glossary: {title: Terms for refrigerants}
patents:
  blend: {covers: gas}
licenses:
  pledge: {terms: non-assertion, grants: blend, field: Air conditioners, territory: world}
options:
  chosen:
    treatments:
      gas: patent-free
      glossary: standard-free
""",
)
def open_without_terms(case: Case) -> Iterator[Answer]:
    if case.option is None and case.graph.of(Output):
        yield Unanswered(case.project, "option")
    for output in case.outputs("open", "gated"):
        treatment = case.treatment(output)
        if treatment and not (_needs_no_licence(case, output, treatment) or _has_terms(case, output, treatment)):
            yield _finding(case, output)


def _needs_no_licence(case: Case, output: Output, treatment: Treatment) -> bool:
    """Whether it is shown free of charge and nothing is held on it that anybody would need a licence for."""
    if treatment.accesses not in {"public-domain", "royalty-free"}:
        return False
    is_shown = set(treatment.disclosures) <= {"publication", "standard"}
    return is_shown and not (live_patents(case.graph, output, case.now) or secrets_on(case.graph, output))


def _has_terms(case: Case, output: Output, treatment: Treatment) -> bool:
    if any(stage.territory for stage in treatment.stages) or _is_declared(case, output):
        return True
    if any(isinstance(node, Agreement | Declaration) for node in instruments_of(case.graph, case.option, output)):
        return True
    return any(licence.is_answered(term) for licence in _licences(case, output) for term in TERMS)


def _is_declared(case: Case, output: Output) -> bool:
    declared = case.graph.all_sources(patents_on(case.graph, output), DECLARES)
    return any(d.commitment in {"royalty-free", "frand", "non-assertion"} for d in declared)


def _licences(case: Case, output: Output) -> tuple[License, ...]:
    named = (n for n in instruments_of(case.graph, case.option, output) if isinstance(n, License))
    return tuple(dict.fromkeys((*licences_of(case.graph, output), *named)))


def _finding(case: Case, output: Output) -> Finding:
    assert case.option is not None
    licences = _licences(case, output)
    where = ("treatments", output.id)
    return Finding(
        case.option, where, {"output": output, "option": case.option, "licences": licences}, others=(output, *licences),
        chain=(
            Step(case.option, (*where, "mode")), Step(case.option, (*where, "access")), Step(output),
            *map(Step, (*patents_on(case.graph, output), *licences)),
        ),
        message=_EMPTY if licences else None,
    )  # fmt: skip
