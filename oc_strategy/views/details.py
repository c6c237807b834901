"""The second line of a box: what a reader must know of a node besides its name, in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from oc_strategy.lang import section_label, text, word
from oc_strategy.model.business import Market, Product, Publication
from oc_strategy.model.dates import Date
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement, Organization, Person
from oc_strategy.model.rights import License, Mark, Patent, Secret
from oc_strategy.model.standardization import (
    Certification,
    Committee,
    Contribution,
    Declaration,
    Regulation,
    Standard,
)
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.views.offices import offices
from oc_strategy.views.texts import Part, codes, joined, listed


def detail(node: Node, today: Date) -> Text | None:
    """A few words about a node in each language; `today` tells which rights are still alive."""
    if isinstance(node, Patent):
        return joined(offices(node, today), "\n")
    parts = _PARTS.get(type(node))
    return listed(parts(node)) if parts else _section(node)


def _section(node: Node) -> Text:
    return text(f"sections_one.{node.section}")


def _word(vocabulary: str, value: str | None) -> Text | None:
    return word(vocabulary, value) if value else None


def _dated(field: str, day: Date | None) -> Text | None:
    return text("pictures.dated", what=text(f"dates.{field}"), day=day) if day else None


def _output(node: Output) -> Iterable[Part]:
    level = f"TRL {node.trl}" if node.trl else None
    return _word("OutputKind", node.kind), _word("Position", node.position), level


def _secret(node: Secret) -> Iterable[Part]:
    return (text("pictures.measures", count=len(node.measures)) if node.measures else None,)


def _mark(node: Mark) -> Iterable[Part]:
    return _section(node), codes(registration.country for registration in node.registrations)


def _license(node: License) -> Iterable[Part]:
    return _word("Terms", node.terms), codes(node.territory), _dated("until", node.until)


def _standard(node: Standard) -> Iterable[Part]:
    reached = _dated("published", node.published)
    stage = text("pictures.stage", stage=node.stage) if node.stage and reached is None else None
    return node.designation, stage, reached


def _committee(node: Committee) -> Iterable[Part]:
    return _section(node), node.acronym


def _contribution(node: Contribution) -> Iterable[Part]:
    on = _dated("public_on", node.public_on) or _dated("submitted", node.submitted)
    return _section(node), _word("DocumentStatus", node.status), on


def _declaration(node: Declaration) -> Iterable[Part]:
    return _section(node), _word("Commitment", node.commitment), str(node.on) if node.on else None


def _publication(node: Publication) -> Iterable[Part]:
    return _word("Venue", node.venue) or _section(node), str(node.on) if node.on else None


def _product(node: Product) -> Iterable[Part]:
    role = text(f"pictures.revenue.{node.revenue_role}") if node.revenue_role else None
    return role, _dated("launched", node.launched)


def _market(node: Market) -> Iterable[Part]:
    return codes(node.countries), _word("MarketStage", node.stage)


def _certification(node: Certification) -> Iterable[Part]:
    return _section(node), text("pictures.criterion") if node.criterion else None


def _regulation(node: Regulation) -> Iterable[Part]:
    return _word("RegulationKind", node.kind) or _section(node), node.country


def _organization(node: Organization) -> Iterable[Part]:
    return _word("OrganizationKind", node.kind), node.country


def _person(node: Person) -> Iterable[Part]:
    return [word("PersonRole", role) for role in node.roles[:2]]


def _agreement(node: Agreement) -> Iterable[Part]:
    return _word("AgreementKind", node.kind) or _section(node), _dated("until", node.until)


_PARTS: dict[type[Node], Callable[[Any], Iterable[Part]]] = {
    Output: _output, Secret: _secret, Mark: _mark, License: _license, Standard: _standard, Committee: _committee,
    Contribution: _contribution, Declaration: _declaration, Publication: _publication, Product: _product,
    Market: _market, Certification: _certification, Regulation: _regulation, Organization: _organization,
    Person: _person, Agreement: _agreement,
}  # fmt: skip


def kind_name(node: Node) -> Text:
    """What boxes like this one are called together."""
    if isinstance(node, Output) and node.kind:
        return word("OutputKind", node.kind)
    if isinstance(node, Standard) and node.kind:
        return word("StandardKind", node.kind)
    return section_label(node.section)
