"""A rule or a product still points at an edition that another has superseded."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.business import Product
from oc_strategy.model.edges import CITES, CONFORMS_TO, REFERS_TO, SUPERSEDES
from oc_strategy.model.lifecycle import may_be_unadopted, progress
from oc_strategy.model.standardization import Regulation, Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule

Citing = Regulation | Product | Standard


@rule(
    severity="warning",
    question=Text(
        en="Does everything that cites a standard cite an edition that is in force?",
        ja="規格を引用する規則・製品・規格は、有効な版を引用しているか",
    ),
    message=Text(
        en="{citing} points at {old}, which {new} has superseded.",
        ja="{citing} は {old} を引用しているが、{new} に置き換えられている。",
    ),
    remedy=Text(
        en="Check whether {citing} can move to {new}, and until when {old} may be used.",
        ja="{citing} を {new} に移せるか、{old} をいつまで使えるかを確かめる。",
    ),
    why=Text(
        en="Certificates, licences and declarations hold for an edition; a superseded one may not open the market.",
        ja="認証・許諾・声明は版ごとに効く。置き換えられた版では、市場に出せないことがある。",
    ),
    basis=Basis(facts=("stage-rules",), practice=("G29",)),
    fires="""
id: demo
standards:
  safety-2020: {title: First edition}
  safety-2023: {published: 2023-06, supersedes: safety-2020}
regulations:
  guide: {cites: safety-2020}  # <- citation-of-old-edition
""",
    silent="""
id: demo
standards:
  safety-2020: {title: First edition}
  safety-2023: {published: 2023-06, supersedes: safety-2020}
regulations:
  guide: {cites: [safety-2020, safety-2023]}
""",
)
def citation_of_old_edition(case: Case) -> Iterator[Answer]:
    for new in case.graph.of(Standard):
        if progress(new, case.now) == "adopted":
            for old in case.graph.targets(new, SUPERSEDES):
                for citing, field in _citing(case, old):
                    if citing is not new and not _points_at(case, citing, new):
                        yield _finding(case, citing, field, old, new)


def _citing(case: Case, standard: Standard) -> list[tuple[Citing, str]]:
    graph = case.graph
    return [
        *((node, "cites") for node in graph.sources(standard, CITES)),
        *((node, "conforms_to") for node in graph.sources(standard, CONFORMS_TO)),
        *((node, "normative_references") for node in graph.sources(standard, REFERS_TO)),
    ]


def _points_at(case: Case, citing: Citing, new: Standard) -> bool:
    return any(node is citing for node, _ in _citing(case, new))


def _finding(case: Case, citing: Citing, field: str, old: Standard, new: Standard) -> Finding:
    return Finding(
        citing, field, {"citing": citing, "old": old, "new": new}, others=(old, new),
        chain=(Step(citing, field), Step(new, "supersedes"), Step(new, "published")),
        severity="question" if may_be_unadopted(new, case.now) else None,
    )  # fmt: skip
