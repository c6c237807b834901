"""A declaration promises a licence for a standard without saying for which edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from oc_strategy.model.declaring import in_force
from oc_strategy.model.edges import DECLARED_FOR
from oc_strategy.model.standardization import Declaration, Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule

LICENSING: Final = frozenset({"royalty-free", "frand", "non-assertion", "refused"})
_YEAR = re.compile(r"[:\-](19|20)[0-9]{2}\b")


@rule(
    severity="warning",
    question=Text(
        en="Does every declaration say for which edition of the standard it holds?",
        ja="特許声明は、どの版の標準についてのものかを示しているか",
    ),
    message=Text(
        en="{declaration} speaks for {standard} without naming an edition.",
        ja="{declaration} は {standard} について述べているが、版を示していない。",
    ),
    remedy=Text(
        en="Write the edition or draft of {standard} for which {declaration} was made.",
        ja="{declaration} の対象とした {standard} の版または原案を記載する。",
    ),
    why=Text(
        en="What is essential changes with the edition; a promise on an open reference is wider, or narrower, than "
        "meant.",
        ja="何が必須かは版ごとに変わる。版の特定がない約束は、意図より広くも狭くも読まれ得る。",
    ),
    basis=Basis(facts=("patent-policy",), practice=("G33",)),
    fires="""
id: demo
standards:
  coding: {designation: ISO/IEC 99999}
declarations:
  promise: {commitment: frand, standard: coding}  # <- standard-reference-undated
""",
    silent="""
id: demo
standards:
  coding: {designation: "ISO/IEC 99999:2024"}
declarations:
  promise: {commitment: frand, standard: coding}
""",
)
def standard_reference_undated(case: Case) -> Iterator[Answer]:
    for declaration in in_force(case.graph, case.now):
        if declaration.commitment in LICENSING and not declaration.is_answered("edition"):
            for standard in case.graph.targets(declaration, DECLARED_FOR):
                if not _is_dated(standard):
                    yield _finding(declaration, standard)


def _is_dated(standard: Standard) -> bool:
    """Whether the entry itself stands for one edition."""
    return standard.edition is not None or bool(_YEAR.search(standard.designation or ""))


def _finding(declaration: Declaration, standard: Standard) -> Finding:
    return Finding(
        declaration, None, {"declaration": declaration, "standard": standard}, others=(standard,),
        chain=(Step(declaration, "on"), Step(standard, "designation")),
    )  # fmt: skip
