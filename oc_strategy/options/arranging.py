"""A treatment for an output in a mode: what the project already has that can carry it."""

from __future__ import annotations

from typing import Final

from oc_strategy.model.disclosure import revealing_standards
from oc_strategy.model.edges import COVERS
from oc_strategy.model.graph import Graph
from oc_strategy.model.guarding import secrets_on
from oc_strategy.model.node import Node
from oc_strategy.model.revenue import licences_of
from oc_strategy.model.rights import Patent
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.treatment import MODES, Treatment
from oc_strategy.model.vocabulary import Mode, Terms

_TERMS: Final[dict[Mode, frozenset[Terms]]] = {
    "patent-license": frozenset({"selective", "paid", "cross", "pool"}),
    "patent-free": frozenset({"royalty-free", "non-assertion"}),
    "standard-frand": frozenset({"frand"}),
    "standard-free": frozenset({"royalty-free", "non-assertion"}),
    "open-source": frozenset({"open-source"}),
}


def treatment_for(graph: Graph, option: Option | None, output: Output, mode: Mode) -> Treatment:
    """How an output is treated in a mode: as the option does it already, else carried by what is there for it."""
    present = option.treatments.get(output.id) if option else None
    if present is not None and present.nearest_mode == mode:
        return present
    return Treatment(mode=mode, via=tuple(node.id for node in carriers(graph, output, mode)))


def carriers(graph: Graph, output: Output, mode: Mode) -> tuple[Node, ...]:
    """The rights, standards and licences of a project that can carry a mode for an output."""
    disclosures = MODES[mode][0]
    rights: tuple[Patent, ...] = graph.sources(output, COVERS) if "patent" in disclosures else ()
    found: list[Node] = [*rights]
    if "secret" in disclosures:
        found.extend(secrets_on(graph, output))
    if "standard" in disclosures:
        found.extend(revealing_standards(graph, output))
    found.extend(licence for licence in licences_of(graph, output) if licence.terms in _TERMS.get(mode, ()))
    return tuple(dict.fromkeys(found))
