"""Which promises stand on a patent family on a day, and how free they make its use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from oc_strategy.model.dates import Date
from oc_strategy.model.declaring import declarations_over, is_in_force
from oc_strategy.model.edges import COVERS, GRANTS, LICENSED_TO
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.rights import License, Patent
from oc_strategy.model.standardization import Declaration

FREE: Final = frozenset({"royalty-free", "non-assertion", "open-source"})
"""Terms and commitments under which nobody pays."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A declaration or licence on a family: free of charge or on FRAND terms, and whether it certainly stood."""

    by: Declaration | License
    kind: Literal["free", "frand"]
    is_certain: bool


def promises_on(graph: Graph, patent: Patent, day: Date, to: tuple[Node, ...] = ()) -> Iterator[Promise]:
    """The promises that stand on a family on a day; a licence to chosen parties only if one of `to` is chosen."""
    for declaration in declarations_over(graph, patent):
        kind = _kind(declaration.commitment)
        if kind and is_in_force(graph, declaration, day):
            yield Promise(declaration, kind, declaration.on is not None and declaration.on.certainly_before(day))
    for licence in graph.all_sources((patent, *graph.targets(patent, COVERS)), GRANTS):
        kind = _kind(licence.terms)
        if kind and _stands(licence, day) and _reaches(graph, licence, to):
            yield Promise(licence, kind, _surely_stands(licence, day))


def _kind(terms: str | None) -> Literal["free", "frand"] | None:
    if terms in FREE:
        return "free"
    return "frand" if terms == "frand" else None


def _stands(licence: License, day: Date) -> bool:
    is_to_come = licence.from_ is not None and day.certainly_before(licence.from_)
    return not is_to_come and not (licence.until is not None and licence.until.certainly_before(day))


def _surely_stands(licence: License, day: Date) -> bool:
    has_begun = licence.from_ is not None and not day.possibly_before(licence.from_)
    return has_begun and not (licence.until is not None and licence.until.possibly_before(day))


def _reaches(graph: Graph, licence: License, to: tuple[Node, ...]) -> bool:
    chosen = graph.targets(licence, LICENSED_TO)
    return not chosen or any(party in chosen for party in to)
