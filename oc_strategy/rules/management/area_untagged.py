"""The project is in no strategic or important area, and does not say that none fits."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="question",
    question=Text(
        en="Is it said to which strategic or important area the project belongs?",
        ja="戦略領域・重要領域のどれに当たるか書かれているか",
    ),
    message=Text(
        en="{project} names no strategic or important area, and does not say that none fits.",
        ja="{project} に、戦略領域・重要領域の記載も、当たらないという記載もない。",
    ),
    remedy=Text(
        en="Name the areas from the list that your programme uses, or state that none fits and why.",
        ja="制度が用いる一覧から領域を選ぶか、当たらないことと理由を書く。",
    ),
    why=Text(
        en="Programmes report by area, and support for international standards goes by it.",
        ja="国の事業は領域ごとに報告を求め、国際標準化の支援も領域による。",
    ),
    basis=Basis(facts=("technology-areas",), practice=("S3",)),
    fires="""
id: demo  # <- area-untagged
""",
    silent="""
id: demo
areas: {not_applicable: before the lists existed}
""",
)
def area_untagged(case: Case) -> Iterator[Answer]:
    if not case.project.is_answered("areas"):
        yield Finding(case.project, "id", {"project": case.project}, chain=(Step(case.project, "programme"),))
