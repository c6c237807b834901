"""Every patent that is essential to a standard comes with a licence or a promise to license."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import DECLARED_FOR, DECLARES, ESSENTIAL_TO, GRANTS
from oc_strategy.model.node import Node
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Declaration, Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="good",
    question=Text(
        en="Does every patent that is essential to the standard have a licence statement?",
        ja="標準に必須の特許のすべてに、許諾の意思表示があるか",
    ),
    message=Text(
        en="Each patent that is essential to {standard} has a licence or a declaration: {patents}.",
        ja="{standard} に必須の特許には、いずれもライセンスまたは宣言がある（{patents}）。",
    ),
    remedy=Text(
        en="Declare later family members and new claims as well.",
        ja="後から加わるファミリーや請求項についても宣言する。",
    ),
    why=Text(
        en="Adopters can count on the terms, and nobody can reproach the owner with silence.",
        ja="採用者は条件を見込め、権利者は沈黙を責められない。",
    ),
    basis=Basis(practice=("G31", "P2"), cases=("S01", "S03")),
    fires="""
id: demo
patents:
  reservation: {essential_to: fleet}
standards:
  fleet: {title: Fleet interface}  # <- essential-patents-licensed
declarations:
  statement: {standard: fleet, patents: reservation, commitment: frand}
""",
    silent="""
id: demo
patents:
  reservation: {essential_to: fleet}
  release: {essential_to: fleet}
standards:
  fleet: {title: Fleet interface}
declarations:
  statement: {standard: fleet, patents: reservation, commitment: frand}
  refusal: {standard: fleet, patents: release, commitment: refused}
""",
)
def essential_patents_licensed(case: Case) -> Iterator[Answer]:
    for standard in case.graph.of(Standard):
        patents = case.graph.sources(standard, ESSENTIAL_TO)
        statements = [statement for patent in patents if (statement := _statement(case, patent, standard))]
        if patents and len(statements) == len(patents):
            yield Finding(
                standard, None, {"standard": standard, "patents": patents}, others=patents,
                chain=tuple(map(Step, (*patents, *dict.fromkeys(statements)))),
            )  # fmt: skip


def _statement(case: Case, patent: Patent, standard: Standard) -> Node | None:
    promised = (d for d in case.graph.sources(patent, DECLARES) if _binds(case, d, standard))
    return next(promised, None) or next(iter(case.graph.sources(patent, GRANTS)), None)


def _binds(case: Case, declaration: Declaration, standard: Standard) -> bool:
    about = case.graph.target(declaration, DECLARED_FOR)
    return declaration.commitment in {"royalty-free", "frand", "non-assertion"} and about in (None, standard)
