"""What guards an output: patents that are not spent, secrets, contracts, marks, and who checks conformity."""

from __future__ import annotations

from oc_strategy.model.dates import Date
from oc_strategy.model.edges import AGREES_ON, CERTIFIES, CLAUSE_REVEALS, GUARDS, PROTECTS
from oc_strategy.model.filing import DEAD, patents_on
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement
from oc_strategy.model.revenue import licences_of
from oc_strategy.model.rights import License, Mark, Member, Patent, Secret
from oc_strategy.model.settling import rights_in
from oc_strategy.model.standardization import Certification
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output


def is_spent(patent: Patent, now: Date) -> bool:
    """Whether every known member of a family has certainly ended; a family without members is not."""
    return bool(patent.members) and all(_has_ended(member, now) for member in patent.members)


def _has_ended(member: Member, now: Date) -> bool:
    return member.status in DEAD or (member.expires is not None and member.expires.certainly_before(now))


def live_patents(graph: Graph, output: Output, now: Date) -> tuple[Patent, ...]:
    """The families on an output, planned ones too, of which something may still be in force."""
    return tuple(patent for patent in patents_on(graph, output) if not is_spent(patent, now))


def secrets_on(graph: Graph, output: Output) -> tuple[Secret, ...]:
    """The kept know-how that protects an output."""
    return graph.sources(output, PROTECTS)


def contracts_on(graph: Graph, output: Output) -> tuple[Agreement | License, ...]:
    """The agreements and licences on an output, or on the patents and secrets that guard it."""
    return (*graph.all_sources(rights_in(graph, output), AGREES_ON), *licences_of(graph, output))


def instruments_of(graph: Graph, option: Option | None, output: Output) -> tuple[Node, ...]:
    """What the option's treatment of an output names as carrying it."""
    treatment = option.treatments.get(output.id) if option else None
    via = treatment.via if treatment else ()
    return tuple([node for node_id in via if (node := graph.get(node_id)) is not None])


def marks_on(graph: Graph, output: Output) -> tuple[Mark, ...]:
    """The marks that guard an output, or a standard that describes it."""
    guarded: tuple[Node, ...] = (output, *graph.sources(output, CLAUSE_REVEALS))
    return graph.all_sources(guarded, GUARDS)


def schemes_on(graph: Graph, output: Output) -> tuple[Certification, ...]:
    """The certifications of an output, or of a standard that describes it."""
    certified: tuple[Node, ...] = (output, *graph.sources(output, CLAUSE_REVEALS))
    return graph.all_sources(certified, CERTIFIES)
