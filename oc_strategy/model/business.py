"""What reaches the world: publications, products, markets."""

from typing import ClassVar

from pydantic import Field

from oc_strategy.model.dates import Date
from oc_strategy.model.node import Bool, Countries, Links, Node, Ref
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import MarketStage, RevenueRole, RightsSaid, Venue


class Publication(Node):
    """A paper, talk, press release, exhibition, sale, web page, code release, data set or defensive publication."""

    section: ClassVar[str] = "publications"

    on: Date | None = None
    venue: Venue | None = None
    where: Text | None = None
    confidential: Bool | None = None
    spdx: str | None = None
    promotes_adoption: Bool | None = None
    rights_said: RightsSaid | None = None
    reveals: Links = ()
    by: Links = ()
    held_under: Ref | None = None


class Product(Node):
    """A product or a service."""

    section: ClassVar[str] = "products"

    launched: Date | None = None
    revenue_role: RevenueRole | None = None
    revenue_until: Date | None = None
    certification_needs_secrets: Bool | None = None
    freedom_to_operate_checked: Date | None = None
    made_in: Countries = ()
    embodies: Links = ()
    conforms_to: Links = ()
    sold_in: Links = ()
    depends_on: Links = ()
    by: Links = ()


class Market(Node):
    """A country or region by segment."""

    section: ClassVar[str] = "markets"

    countries: Countries = ()
    size: float | None = Field(default=None, ge=0)
    currency: str | None = None
    growth: float | None = None
    stage: MarketStage | None = None
    as_of: Date | None = None
    public_buyer: Bool | None = None
    competitors: Links = ()
