"""Every kind of node, under the YAML key of its section."""

from __future__ import annotations

from typing import Final

from oc_strategy.model.business import Market, Product, Publication
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
from oc_strategy.model.steering import Action, Decision, Indicator, Option, Project, Trend
from oc_strategy.model.technology import Output

SECTIONS: Final[dict[str, type[Node]]] = {
    node_class.section: node_class
    for node_class in (
        Output,
        Patent,
        Secret,
        Mark,
        License,
        Standard,
        Committee,
        Contribution,
        Declaration,
        Publication,
        Product,
        Market,
        Certification,
        Regulation,
        Organization,
        Person,
        Agreement,
        Trend,
        Action,
        Indicator,
        Decision,
        Option,
    )
}
NODE_CLASSES: Final[tuple[type[Node], ...]] = (Project, *SECTIONS.values())
