"""Which patents read on which standards, and what was declared on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oc_strategy.model.asking import asked_once, asked_once_of_each
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import COVERS, DECLARED_BY, DECLARED_FOR, DECLARES, ESSENTIAL_TO, REPLACES
from oc_strategy.model.graph import Graph
from oc_strategy.model.lifecycle import body_of
from oc_strategy.model.node import Node
from oc_strategy.model.ours import group_of, holds
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Declaration, Standard
from oc_strategy.model.technology import Output


@dataclass(frozen=True, slots=True)
class Reading:
    """A family that reads on a standard: through outputs that its clauses reveal, or because it is listed for it."""

    patent: Patent
    standard: Standard
    outputs: tuple[Output, ...]


@asked_once
def readings(graph: Graph) -> tuple[Reading, ...]:
    """Every pair of family and standard where the one may be needed for the other, in order of ids.

    Informative clauses do not count, nor families of which the owner says that they are not essential.
    """
    return tuple(reading for standard in graph.of(Standard) for reading in readings_on(graph, standard))


@asked_once_of_each
def readings_on(graph: Graph, standard: Standard) -> tuple[Reading, ...]:
    """The families that may be needed for one standard, sorted by id."""
    revealed = revealed_outputs(graph, standard)
    covering = graph.all_sources(revealed, COVERS)
    found = {patent.id: patent for patent in (*covering, *graph.sources(standard, ESSENTIAL_TO))}
    read = (found[key] for key in sorted(found) if not is_denied(found[key]))
    return tuple(Reading(patent, standard, _covered(graph, patent, revealed)) for patent in read)


def _covered(graph: Graph, patent: Patent, outputs: tuple[Output, ...]) -> tuple[Output, ...]:
    return tuple(output for output in graph.targets(patent, COVERS) if output in outputs)


@asked_once_of_each
def revealed_outputs(graph: Graph, standard: Standard) -> tuple[Output, ...]:
    """The outputs in clauses of a standard that are not stated to be informative, each once, in the order written."""
    ids = (node_id for clause in standard.clauses if clause.normative is not False for node_id in clause.reveals)
    nodes = (graph.get(node_id) for node_id in ids)
    return tuple(dict.fromkeys(node for node in nodes if isinstance(node, Output)))


def is_denied(patent: Patent) -> bool:
    """Whether the owner says that a family is not essential, and nobody found that it is."""
    said = patent.essentiality
    return said is not None and said.claimed is False and not said.checked


@asked_once
def declarations_on(graph: Graph, patent: Patent, standard: Standard) -> tuple[Declaration, ...]:
    """The declarations that reveal a family to the body of a standard, sorted by id."""
    near = (
        *graph.sources(patent, DECLARES), *graph.sources(standard, DECLARED_FOR),
        *graph.apart(Declaration, DECLARES, DECLARED_FOR),
    )  # fmt: skip
    by_id = {declaration.id: declaration for declaration in near}
    return tuple(by_id[key] for key in sorted(by_id) if _speaks_for(graph, by_id[key], patent, standard))


def _speaks_for(graph: Graph, declaration: Declaration, patent: Patent, standard: Standard) -> bool:
    if declaration.commitment == "no-known-rights":
        return False
    named, about = graph.targets(declaration, DECLARES), graph.target(declaration, DECLARED_FOR)
    if named:
        return patent in named and about in (None, standard)
    if about is not None:
        return about == standard and _is_by_owner(graph, declaration, patent)
    is_general = declaration.form == "blanket" and declaration.body in (None, body_of(graph, standard))
    return is_general and _is_by_owner(graph, declaration, patent)


def _is_by_owner(graph: Graph, declaration: Declaration, patent: Patent) -> bool:
    return holds(graph, group_of(graph, graph.targets(declaration, DECLARED_BY)), patent) is not False


def is_replaced(graph: Graph, declaration: Declaration, now: Date) -> bool:
    """Whether a later declaration, made by then, took the place of this one."""
    later = graph.sources(declaration, REPLACES)
    return any(not (d.on and now.certainly_before(d.on)) for d in later)


@asked_once
def in_force(graph: Graph, now: Date) -> tuple[Declaration, ...]:
    """The declarations that were made by then and not replaced, sorted by id."""
    return tuple(declaration for declaration in graph.of(Declaration) if is_in_force(graph, declaration, now))


def is_in_force(graph: Graph, declaration: Declaration, now: Date) -> bool:
    """Whether a declaration was made by then and not replaced."""
    is_to_come = declaration.on is not None and now.certainly_before(declaration.on)
    return not is_to_come and not is_replaced(graph, declaration, now)


def may_be_to_come(declaration: Declaration, now: Date) -> bool:
    """Whether it may not have been made yet, since its date is known only to a month or year that is not over."""
    return declaration.on is not None and now.possibly_before(declaration.on)


def patents_under(graph: Graph, declaration: Declaration) -> tuple[Patent, ...]:
    """The families a declaration names; where it names none, those of its maker that read on its standard."""
    named = graph.targets(declaration, DECLARES)
    maker = () if named else group_of(graph, graph.targets(declaration, DECLARED_BY))
    if not maker:
        return named
    about = graph.targets(declaration, DECLARED_FOR)
    read = (reading.patent for standard in about for reading in readings_on(graph, standard))
    return tuple(patent for patent in read if holds(graph, maker, patent))


def declarations_over(graph: Graph, patent: Patent) -> tuple[Declaration, ...]:
    """The declarations that a family comes under, sorted by id."""
    by_id = {d.id: d for d in (*graph.sources(patent, DECLARES), *_naming_none(graph).get(patent.id, ()))}
    return tuple(by_id[key] for key in sorted(by_id))


@asked_once
def _naming_none(graph: Graph) -> Mapping[str, list[Declaration]]:
    """By the id of each family the declarations it comes under though they name none."""
    found: dict[str, list[Declaration]] = {}
    for declaration in graph.apart(Declaration, DECLARES):
        for patent in patents_under(graph, declaration):
            found.setdefault(patent.id, []).append(declaration)
    return found


def body_addressed(graph: Graph, declaration: Declaration) -> str | None:
    """The standards body a declaration was made to: as written, else that of its standard."""
    standard = graph.target(declaration, DECLARED_FOR)
    return declaration.body or (body_of(graph, standard) if standard is not None else None)


def is_sure(*nodes: Node) -> bool:
    """Whether all of these were seen in a source, as far as is told; from memory or inferred is less."""
    return all(node.certainty in (None, "seen") for node in nodes)
