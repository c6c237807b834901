"""Two projects promise different terms for one patent family on one standard, or to one body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from oc_strategy.lang import word
from oc_strategy.model.declaring import in_force, patents_under
from oc_strategy.model.edges import DECLARED_FOR
from oc_strategy.model.lifecycle import body_of
from oc_strategy.model.numbering import numbers_of
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Declaration, Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Finding, Part, PortfolioCase, Step, rule


@rule(
    asked_of="portfolio",
    severity="error",
    question=Text(
        en="Do all projects promise the same terms for a family on a standard?",
        ja="同じファミリーと規格について、各プロジェクトの声明の条件は一致しているか",
    ),
    message=Text(
        en="{first} says “{here}” on {patent}; {second} says “{there}”.",
        ja="{patent} について、{first} は「{here}」、{second} は「{there}」としている。",
    ),
    remedy=Text(
        en="Settle which promise holds, and record it once, in the catalog if both projects need it.",
        ja="有効な声明を確かめて一つだけ記録し、双方に要るならカタログに置く。",
    ),
    why=Text(
        en="Implementers may rely on the better of two promises; the body holds one statement per holder and standard.",
        ja="実施者は有利なほうの約束を頼りにできる。団体が受け取る声明は、権利者と規格ごとに一つである。",
    ),
    basis=Basis(facts=("patent-policy",), practice=("S74",)),
    fires="""
# catalog/shared.yaml
standards:
  coding: {body: itu-t}
patents:
  coder: {title: Coder}
# camera/project.yaml
id: camera
declarations:
  ours: {on: 2024-02-03, commitment: royalty-free, patents: coder, standard: coding}  # <- family-declared-differently
# screen/project.yaml
id: screen
declarations:
  stated: {on: 2024-02-03, commitment: frand, patents: coder, standard: coding}
""",
    silent="""
# catalog/shared.yaml
standards:
  coding: {body: itu-t}
  colour: {body: itu-t}
patents:
  coder: {title: Coder}
# camera/project.yaml
id: camera
declarations:
  ours: {on: 2024-02-03, commitment: royalty-free, patents: coder, standard: coding}
# screen/project.yaml
id: screen
declarations:
  stated: {on: 2024-02-03, commitment: frand, patents: coder, standard: colour}
""",
)
def family_declared_differently(case: PortfolioCase) -> Iterator[Answer]:
    alike: dict[object, list[_Promise]] = {}
    for part in case.parts:
        for promise in _promises(case, part):
            for name in (part.reference(promise.patent.id), *numbers_of(promise.patent)):
                alike.setdefault((promise.matter, name), []).append(promise)
    found: dict[tuple[str, ...], tuple[_Promise, _Promise]] = {}
    for promises in alike.values():
        for first, second in combinations(promises, 2):
            if first.part is not second.part and first.declaration.commitment != second.declaration.commitment:
                found.setdefault((*first.key, *second.key), (first, second))
    yield from (_found(*found[key]) for key in sorted(found))


@dataclass(frozen=True, slots=True)
class _Promise:
    part: Part
    declaration: Declaration
    patent: Patent
    matter: str
    """The standard it is about, as other projects name it, else the body."""

    @property
    def key(self) -> tuple[str, ...]:
        """What it is told from other promises by."""
        return self.part.id, self.declaration.id, self.patent.id


def _promises(case: PortfolioCase, part: Part) -> Iterator[_Promise]:
    graph = part.case.graph
    for declaration in in_force(graph, case.now):
        matter = _matter(part, declaration)
        if declaration.id in part.own and declaration.commitment and matter:
            for patent in patents_under(graph, declaration):
                yield _Promise(part, declaration, patent, matter)


def _matter(part: Part, declaration: Declaration) -> str | None:
    standard = part.case.graph.target(declaration, DECLARED_FOR)
    if isinstance(standard, Standard):
        return standard.designation or part.reference(standard.id)
    return declaration.body or (body_of(part.case.graph, standard) if standard else None)


def _found(first: _Promise, second: _Promise) -> Finding:
    here, there = first.part.seen(first.declaration), second.part.seen(second.declaration)
    patent, same = first.part.seen(first.patent), second.part.seen(second.patent)
    return Finding(
        here, "commitment",
        {
            "first": here, "second": there, "patent": patent, "here": _words(here), "there": _words(there),
        },
        others=(there, patent) if patent.id == same.id else (there, patent, same),
        chain=(Step(here, "commitment"), Step(here, "on"), Step(there, "commitment"), Step(there, "on")),
    )  # fmt: skip


def _words(declaration: Declaration) -> Text:
    return word("Commitment", declaration.commitment or "")
