"""A release under a licence with a patent grant gives away patents that are planned to earn or to exclude."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.facts import Fact
from oc_strategy.model.business import Publication
from oc_strategy.model.edges import (
    COVERS,
    GRANTS,
    LICENSED_BY,
    OWNED_BY,
    PUBLICATION_REVEALS,
    PUBLISHED_BY,
)
from oc_strategy.model.guarding import live_patents
from oc_strategy.model.node import Node
from oc_strategy.model.rights import License, Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

RESERVED: Final = frozenset({"own", "selected", "paid", "cross", "pool", "frand"})
"""Ways of access that the holder means to refuse or to charge for."""


@rule(
    severity="error",
    question=Text(
        en="Does an open-source licence give away patents that are to earn or to exclude?",
        ja="オープンソースの条件が、収益や排他に使う特許を手放していないか",
    ),
    message=Text(
        en="{release} under {spdx} grants the claims of {patent} that {output} infringes, while {reserved} is to stay "
        "reserved or paid.",
        ja="{spdx} による {release} は、{output} が侵害する {patent} の請求項を許諾するが、"
        "{reserved} は独占または有償とする計画である。",
    ),
    remedy=Text(
        en="Release without the patented part, choose a licence without a patent grant knowing that adopters may "
        "object, or plan {patent} as free.",
        ja="特許部分を除いて公開するか、採用者の反発を見込んで特許条項のない条件を選ぶか、"
        "{patent} の無償開放を計画する。",
    ),
    why=Text(
        en="Licences such as Apache-2.0, MPL-2.0 and GPL-3.0 license the contributor's patents along with the code.",
        ja="Apache-2.0、MPL-2.0、GPL-3.0 などは、コードとともに貢献者の特許を許諾する。",
    ),
    basis=Basis(facts=("open-source-patent-clauses",), practice=("G36", "S108", "S129")),
    fires="""
id: demo
organizations: {maker: {title: Maker}}
outputs:
  codec: {title: Codec}
patents:
  transform: {covers: codec, owners: maker}
licenses:
  reference: {terms: open-source, spdx: Apache-2.0, by: maker, grants: codec}  # <- open-source-gives-patents-away
options:
  chosen:
    treatments: {codec: {disclosure: [open-source, patent], access: paid}}
""",
    silent="""
id: demo
organizations: {maker: {title: Maker}}
outputs:
  codec: {title: Codec}
patents:
  transform: {covers: codec, owners: maker}
licenses:
  reference: {terms: open-source, spdx: MIT, by: maker, grants: codec}
options:
  chosen:
    treatments: {codec: {disclosure: [open-source, patent], access: paid}}
""",
)
def open_source_gives_patents_away(case: Case) -> Iterator[Answer]:
    for licence in case.graph.of(License):
        outputs = [node for node in case.graph.targets(licence, GRANTS) if isinstance(node, Output)]
        licensors = case.graph.targets(licence, LICENSED_BY)
        yield from _released(case, licence, licence.spdx, outputs, licensors)
    for release in case.graph.of(Publication):
        outputs = [node for node in case.graph.targets(release, PUBLICATION_REVEALS) if isinstance(node, Output)]
        yield from _released(case, release, release.spdx, outputs, case.graph.targets(release, PUBLISHED_BY))


def _released(
    case: Case, release: Node, spdx: str | None, outputs: list[Output], by: tuple[Node, ...]
) -> Iterator[Answer]:
    grant = case.facts.find("open-source-patent-clauses", spdx, on=case.today) if spdx else None
    if grant is None or grant.value != "grants":
        return
    if case.option is None and any(live_patents(case.graph, output, case.now) for output in outputs):
        yield Unanswered(case.project, "option", (release,))
        return
    for output in outputs:
        for patent in live_patents(case.graph, output, case.now):
            reserved = _reserved(case, patent)
            if reserved and _is_held_by(case, patent, by):
                yield _finding(release, grant, patent, output, reserved)


def _reserved(case: Case, patent: Patent) -> tuple[Output, ...]:
    """The outputs under a patent that the option means to keep for itself or to charge for."""
    covered = case.graph.targets(patent, COVERS)
    return tuple(o for o in covered if (treatment := case.treatment(o)) and treatment.accesses in RESERVED)


def _is_held_by(case: Case, patent: Patent, by: tuple[Node, ...]) -> bool:
    """Whether those who release hold the patent, as far as both are told."""
    owners = case.graph.targets(patent, OWNED_BY)
    return not owners or not by or any(owner in by for owner in owners)


def _finding(release: Node, grant: Fact, patent: Patent, output: Output, reserved: tuple[Output, ...]) -> Finding:
    return Finding(
        release, "spdx",
        {"release": release, "spdx": grant.place, "patent": patent, "output": output, "reserved": reserved},
        others=(patent, output), chain=(Step(release, "spdx"), Step(output), Step(patent), *map(Step, reserved)),
        facts=(grant,),
    )  # fmt: skip
