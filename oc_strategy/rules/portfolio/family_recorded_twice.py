"""One patent document stands in two families."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from oc_strategy.model.claims import compared
from oc_strategy.model.edges import Path
from oc_strategy.model.numbering import Number, numbers_of
from oc_strategy.model.rights import Patent
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Finding, PortfolioCase, Step, rule
from oc_strategy.wording import field_words

_DIFFER = Text(
    en="{first} and {second} have the document {number} in common, and differ in {field}.",
    ja="{first} と {second} には同じ文献 {number} があり、「{field}」の記載が異なる。",
)


@rule(
    asked_of="portfolio",
    severity="warning",
    question=Text(
        en="Does every patent document stand in one family only?",
        ja="同じ特許文献が、二つのファミリーに書かれていないか",
    ),
    message=Text(
        en="{first} and {second} have the document {number} in common.",
        ja="{first} と {second} に、同じ文献 {number} がある。",
    ),
    remedy=Text(
        en="Keep one record of the family, in the catalog if several projects use it, and refer to it.",
        ja="ファミリーの記載を一つにまとめ、複数のプロジェクトで使うならカタログに置いて参照する。",
    ),
    why=Text(
        en="Two records of one family drift apart: a fee paid, a licence given or a lapse is noted in one of them.",
        ja="一つのファミリーを二か所に書くと、年金の納付、許諾、消滅などが一方だけに記され、食い違っていく。",
    ),
    basis=Basis(practice=("S56", "S61")),
    fires="""
# camera/project.yaml
id: camera
patents:
  coder:
    members:
      - {office: JP, publication: JP1234567, filed: 2021-04-01}  # <- family-recorded-twice
# screen/project.yaml
id: screen
patents:
  coding:
    members:
      - {office: JP, publication: 特許第1234567号}
""",
    silent="""
# camera/project.yaml
id: camera
patents:
  coder:
    members:
      - {office: JP, publication: JP1234567}
# screen/project.yaml
id: screen
patents:
  coding:
    members:
      - {office: US, publication: US1234567}
      - {office: JP, application: JP1234567}
""",
)
def family_recorded_twice(case: PortfolioCase) -> Iterator[Answer]:
    holders: dict[Number, list[Patent]] = {}
    for part in case.parts:
        for patent in part.of(Patent):
            if patent.id not in case.claims:
                for number in numbers_of(patent):
                    holders.setdefault(number, []).append(part.seen(patent))
    shared: dict[tuple[str, str], tuple[Patent, Patent, Number]] = {}
    for number in sorted(holders):
        for first, second in combinations(holders[number], 2):
            shared.setdefault((first.id, second.id), (first, second, number))
    yield from (_found(first, second, number) for first, second, number in shared.values())


def _found(first: Patent, second: Patent, number: Number) -> Finding:
    what, office, plain = number
    here, there = _member(first, number), _member(second, number)
    differing = next((pair for pair in compared(first, second) if pair.verdict == "contradict"), None)
    ends = (differing.path, differing.other) if differing else ((*here, what), (*there, what))
    return Finding(
        first, (*here, what),
        {
            "first": first, "second": second, "number": f"{office} {plain}", "field": field_words(first, ends[0]),
        },
        others=(second,),
        chain=(Step(first, ends[0]), Step(second, ends[1])),
        severity="error" if differing else None, message=_DIFFER if differing else None,
    )  # fmt: skip


def _member(patent: Patent, number: Number) -> Path:
    """Where the member with a number stands."""
    alone = (patent.model_copy(update={"members": (member,)}) for member in patent.members)
    return ("members", next(index for index, one in enumerate(alone) if number in numbers_of(one)))
