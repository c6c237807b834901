"""What a project uses that others may use, too, and which of these uses are of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from oc_strategy.lang import text, word
from oc_strategy.model.declaring import patents_under
from oc_strategy.model.edges import DECLARED_FOR, OWNED_BY
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.numbering import numbers_of
from oc_strategy.model.parties import Organization, Person
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Committee, Declaration, Standard
from oc_strategy.model.steering import Project
from oc_strategy.model.text import Language, Text, listed
from oc_strategy.tables.portfolio.part import Use
from oc_strategy.tables.portfolio.seeing import Seen

_NOT_A_THING = (Organization, Person, Committee, Project)
"""Who does something is no thing that is used."""


def uses(seen: Seen) -> Iterator[Use]:
    """The standards and families of a project, and whatever it uses of the catalog's and of other projects'."""
    for node in seen.graph.nodes.values():
        is_known_again = isinstance(node, Standard | Patent)
        if not isinstance(node, _NOT_A_THING) and (is_known_again or not seen.is_own(node.id)):
            yield _use(seen, node)


def _use(seen: Seen, node: Node) -> Use:
    ref = seen.ref(node.id)
    declared = tuple(_declared(seen.graph, node))
    holders = seen.graph.targets(node, OWNED_BY) if isinstance(node, Patent) else ()
    names = (f"{node.section} {ref}", *_names(node))
    standing = _standing(node)
    return Use(node.section, ref, names, node.name(), standing, tuple(h.name() for h in holders), declared)


def _names(node: Node) -> Iterator[str]:
    if isinstance(node, Standard) and node.designation:
        yield f"designation {''.join(node.designation.casefold().split())}"
    if isinstance(node, Patent):
        yield from (" ".join(number) for number in sorted(numbers_of(node)))


def _standing(node: Node) -> Text | None:
    if isinstance(node, Standard):
        parts = [part for part in (node.designation, node.stage) if part]
        return Text.plain(" / ".join(parts)) if parts else None
    members = node.members if isinstance(node, Patent) else ()
    stated = [(member.office, word("PatentStatus", member.status)) for member in members if member.status]
    return listed(Text.each(partial(_member, *one)) for one in stated) if stated else None


def _member(office: str, status: Text, language: Language) -> str:
    return f"{office} {status.of(language)}"


def _declared(graph: Graph, node: Node) -> Iterator[Text]:
    """The promises that the project's own declarations make on a standard or a family."""
    if isinstance(node, Standard):
        found = graph.sources(node, DECLARED_FOR)
    elif isinstance(node, Patent):
        found = tuple(one for one in graph.of(Declaration) if node in patents_under(graph, one))
    else:
        return
    for declaration in found:
        yield word("Commitment", declaration.commitment) if declaration.commitment else text("states.unknown")


def grouped(every: Iterable[tuple[str, Use]]) -> list[list[tuple[str, Use]]]:
    """The uses, each with its project, that are of one thing: they have a name in common, or one with a third."""
    groups: dict[str, list[tuple[str, Use]]] = {}
    for one in every:
        met = {id(groups[name]): groups[name] for name in one[1].names if name in groups}
        home, *others = met.values() or ([],)
        for other in others:
            home += other
            groups |= {name: home for _, use in other for name in use.names}
        home.append(one)
        groups |= dict.fromkeys(one[1].names, home)
    return list({id(group): group for group in groups.values()}.values())
