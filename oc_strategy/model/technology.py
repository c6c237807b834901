"""What research makes: outputs, the unit that is opened or closed."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from oc_strategy.model.dates import Date
from oc_strategy.model.node import Bool, Country, Links, Node, Range, Ref, TechnologyLevel, Words
from oc_strategy.model.vocabulary import Detectability, OutputKind, Position, ReverseEngineering


class Output(Node):
    """An R&D output, or one technology element of it."""

    section: ClassVar[str] = "outputs"

    kind: OutputKind | None = None
    position: Position | None = None
    revenue_bottleneck: Bool | None = None
    trl: TechnologyLevel | None = None
    brl: TechnologyLevel | None = None
    srl: TechnologyLevel | None = None
    grl: TechnologyLevel | None = None
    hrl: TechnologyLevel | None = None
    completed_on: Date | None = None
    completed_in: Country | None = None
    reverse_engineering: ReverseEngineering | None = None
    detectability: Detectability | None = None
    classes: Words = ()
    security_fields: Words = ()
    core_important: Bool | None = None
    export_controlled: Bool | None = None
    export_checked: Date | None = None
    ratings: Mapping[str, Range] = Field(default_factory=dict)
    part_of: Ref | None = None
    depends_on: Links = ()
    complements: Links = ()
    created_by: Links = ()
    funded_by: Links = ()
