"""What is owned: patents, secrets, marks, and the licences that share them."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from oc_strategy.model.dates import Date
from oc_strategy.model.node import Bool, Countries, Country, Links, Node, Record, Ref, Shares, Under, one_or_many
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import (
    Demand,
    EvidenceKind,
    EvidenceStage,
    Level,
    Measure,
    PatentRight,
    PatentStatus,
    Route,
    Terms,
    Working,
)


class Member(Record):
    """One application or patent of a family, at one office."""

    office: Country
    application: str | None = None
    publication: str | None = None
    kind: str | None = None
    route: Route | None = None
    filed: Date | None = None
    published: Date | None = None
    granted: Date | None = None
    expires: Date | None = None
    status: PatentStatus | None = None
    priority_claimed: Bool | None = None
    priority_supported: Bool | None = None
    national_phase_entered: Date | None = None
    search_report_published: Date | None = None
    examination_requested: Date | None = None
    fees_paid_until: Date | None = None
    grace_statement: Date | None = None
    grace_proof: Date | None = None


class Essentiality(Record):
    """Who says the family is essential: claimed by its owner, or checked by somebody; a declaration is neither."""

    claimed: Bool | None = None
    checked: Bool | None = None
    by: str | None = None
    on: Date | None = None


class Amendment(Record):
    """A time in which claims were added or changed, and the outputs they were meant to reach."""

    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None
    reaches: Links = ()


class Assertion(Record):
    """One demand made, or planned, on the family: against whom, and what was handed over before it."""

    on: Date | None = None
    demand: Demand | None = None
    against: Links = ()
    within_promise: Bool | None = None
    willing: Bool | None = None
    claim_chart: Date | None = None
    notice: Date | None = None
    offer: Date | None = None
    declaration_shown: Date | None = None


class Patent(Node):
    """One patent family."""

    section: ClassVar[str] = "patents"

    claims: Text | None = None
    right: PatentRight | None = None
    priority_date: Date | None = None
    first_office: Country | None = None
    members: tuple[Member, ...] = ()
    working: Working | None = None
    contribution: Level | None = None
    design_around: Level | None = None
    essentiality: Essentiality | None = None
    amendments: tuple[Amendment, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    clearance: Date | None = None
    assigned_on: Date | None = None
    commitments_assumed_on: Date | None = None
    covers: Links = ()
    owners: Shares = Field(default_factory=dict)
    inventors: Links = ()
    essential_to: Links = ()
    describes: Links = ()
    assigned_from: Ref | None = None


class PriorUse(Record):
    """One dated piece of evidence for a prior user's right (JP Patent Act Art. 79)."""

    stage: EvidenceStage
    kind: EvidenceKind | None = None
    on: Date | None = None
    timestamp_until: Date | None = None


class Secret(Node):
    """Kept know-how: a pointer and its care, never its content."""

    section: ClassVar[str] = "secrets"

    measures: Annotated[tuple[Measure, ...], BeforeValidator(one_or_many)] = ()
    access_count: int | None = Field(default=None, ge=0)
    access_listed_on: Date | None = None
    marked: Bool | None = None
    storage_country: Country | None = None
    prior_use: tuple[PriorUse, ...] = ()
    useful_because: Text | None = None
    non_public_checked_on: Date | None = None
    reviewed: Date | None = None
    next_review: Date | None = None
    third_party: Bool | None = None
    protects: Links = ()
    custodian: Ref | None = None
    shared_with: Under = Field(default_factory=dict)


class Registration(Record):
    """One registration of a mark."""

    country: Country
    number: str | None = None
    on: Date | None = None
    until: Date | None = None


class Mark(Node):
    """A trade mark or a conformity mark that is owned."""

    section: ClassVar[str] = "marks"

    registrations: tuple[Registration, ...] = ()
    guards: Links = ()
    owner: Ref | None = None


class License(Node):
    """A licence, pledge, pool, cross-licence, non-assertion or open-source licence."""

    section: ClassVar[str] = "licenses"

    terms: Terms | None = None
    territory: Countries = ()
    field: Text | None = None
    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None
    edition: Text | None = None
    scope: Text | None = None
    price: Text | None = None
    reciprocity: Bool | None = None
    revocable: Bool | None = None
    spdx: str | None = None
    competition_reviewed: Date | None = None
    quality_condition: Text | None = None
    licensees: int | None = Field(default=None, ge=0)
    grants: Links = ()
    by: Ref | None = None
    to: Links = ()
    consents: Links = ()
