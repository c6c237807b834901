"""Something older than a joint project is used in it, and no agreement lists it or lets it be exploited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oc_strategy.model.business import Product
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import (
    BACKGROUND,
    COVERS,
    DEPENDS_ON,
    EMBODIES,
    GRANTS,
    LICENSED_TO,
    PART_OF,
    PARTNER_OF,
    PROJECT_OWNER,
)
from oc_strategy.model.filing import first_filing
from oc_strategy.model.ours import group_of, organization_of, owners_of
from oc_strategy.model.parties import Agreement, Organization
from oc_strategy.model.rights import Patent
from oc_strategy.model.settling import SETTLING_KINDS, creators
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_NO_ACCESS = Text(
    en="{right} is background of {holders} and {products} build on it, but no licence lets the project exploit it.",
    ja="{right} は {holders} のバックグラウンドで {products} に使われるが、事業での利用を認める許諾がない。",
)


@rule(
    severity="warning",
    question=Text(
        en="Is what a joint project builds on listed as background, and may it be exploited?",
        ja="共同のプロジェクトが用いる既存の知財は、契約に挙げられ、事業にも使えるか",
    ),
    message=Text(
        en="{right} ({since}) is older than the project ({start}) and used in it, "
        "but no agreement with {partners} lists it as background.",
        ja="{right}（{since}）はプロジェクトの開始（{start}）より前のもので、その中で使われるが、"
        "{partners} との契約にバックグラウンドIPとして挙げられていない。",
    ),
    remedy=Text(
        en="List {right} as background in an agreement, and settle who may use it for what, exploitation included.",
        ja="{right} を契約にバックグラウンドIPとして挙げ、事業化を含めて誰が何に使えるかを定める。",
    ),
    why=Text(
        en="What nobody listed is claimed as a result later, and what was lent for research alone "
        "stops the product that needs it.",
        ja="挙げていない既存の知財は後に成果とみなされやすく、研究に限って使えるものは製品の障害となる。",
    ),
    basis=Basis(practice=("G39", "S63")),
    fires="""
id: demo
owner: maker
partners: university
period: {from: 2025-04-01}
outputs:
  coder: {title: Coder}
patents:
  old: {covers: coder, owners: maker, priority_date: 2021-06-01}  # <- background-unlisted
organizations:
  maker: {title: Maker}
  university: {title: University}
agreements:
  joint: {kind: joint-research, parties: [maker, university], background: []}
""",
    silent="""
id: demo
owner: maker
partners: university
period: {from: 2025-04-01}
outputs:
  coder: {title: Coder}
patents:
  old: {covers: coder, owners: maker, priority_date: 2021-06-01}
  new: {covers: coder, owners: maker, priority_date: 2025-09-01}
organizations:
  maker: {title: Maker}
  university: {title: University}
agreements:
  joint: {kind: joint-research, parties: [maker, university], background: old}
""",
)
def background_unlisted(case: Case) -> Iterator[Answer]:
    if not case.graph.targets(case.project, PARTNER_OF):
        return
    start = case.project.period.from_ if case.project.period else None
    agreements = [agreement for agreement in case.graph.of(Agreement) if agreement.kind in SETTLING_KINDS]
    unsaid = next((a for a in agreements if "background" not in a.model_fields_set | a.not_applicable.keys()), None)
    for used in _used(case):
        if start is None:
            yield Unanswered(case.project, "period")
            return
        if used.since is None:
            yield Unanswered(used.right, used.field)
        elif used.since.possibly_before(start):
            if case.graph.sources(used.right, BACKGROUND):
                yield from _accessible(case, used)
            elif unsaid is not None:
                yield Unanswered(unsaid, "background", (used.right,))
            else:
                yield _unlisted(case, used, used.since, start, agreements)


@dataclass(frozen=True, slots=True)
class _Used:
    """Something that the project builds on, and since when it exists, as which field says."""

    right: Output | Patent
    field: str
    since: Date | None


def _used(case: Case) -> Iterator[_Used]:
    graph = case.graph
    for output in graph.of(Output):
        if graph.sources(output, DEPENDS_ON) or graph.targets(output, PART_OF):
            yield _Used(output, "completed_on", output.completed_on)
    for patent in graph.of(Patent):
        if graph.targets(patent, COVERS):
            yield _Used(patent, "priority_date", first_filing(patent))


def _unlisted(case: Case, used: _Used, since: Date, start: Date, agreements: list[Agreement]) -> Finding:
    is_certain = bool(agreements) and since.certainly_before(start)
    partners = case.graph.targets(case.project, PARTNER_OF)
    return Finding(
        used.right, used.field, {"right": used.right, "since": since, "start": start, "partners": partners},
        chain=(Step(case.project, ("period", "from_")), Step(used.right, used.field),
               *(Step(agreement) for agreement in agreements)),
        severity="warning" if is_certain else "question",
    )  # fmt: skip


def _accessible(case: Case, used: _Used) -> Iterator[Answer]:
    ours, holders = _own_side(case), _holders(case, used.right)
    if not holders or set(holders) & set(ours):
        return
    products = _products(case, used.right)
    if products and not _is_granted(case, used.right, ours):
        where = "owners" if isinstance(used.right, Patent) else "created_by"
        yield Finding(
            used.right, where, {"right": used.right, "holders": holders, "products": products},
            others=holders, chain=(Step(used.right, where), *(Step(p, "embodies") for p in products)),
            message=_NO_ACCESS,
        )  # fmt: skip


def _holders(case: Case, right: Output | Patent) -> tuple[Organization, ...]:
    return owners_of(case.graph, right) if isinstance(right, Patent) else creators(case.graph, right)


def _own_side(case: Case) -> tuple[Organization, ...]:
    """The project's owner, what is marked as own, and their group; a partner is not ours for this."""
    marked = (organization for organization in case.graph.of(Organization) if organization.own)
    return group_of(case.graph, (*marked, *case.graph.targets(case.project, PROJECT_OWNER)))


def _products(case: Case, right: Output | Patent) -> tuple[Product, ...]:
    """The products that would need it: those with an output that it is, that it covers, or that builds on it."""
    graph = case.graph
    outputs = graph.targets(right, COVERS) if isinstance(right, Patent) else (right,)
    above = (
        o for output in outputs for o in (output, *graph.sources(output, DEPENDS_ON), *graph.targets(output, PART_OF))
    )
    return graph.all_sources(above, EMBODIES)


def _is_granted(case: Case, right: Output | Patent, ours: tuple[Organization, ...]) -> bool:
    """Whether a licence grants it to our side; one that names nobody grants it to all."""
    for licence in case.graph.sources(right, GRANTS):
        parties = case.graph.targets(licence, LICENSED_TO)
        if not parties or any(organization_of(case.graph, party) in ours for party in parties):
            return True
    return False
