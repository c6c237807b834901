"""Standards work: standards and work items, committees, contributions, patent declarations, conformity."""

from typing import ClassVar

from pydantic import Field

from oc_strategy.model.dates import Date
from oc_strategy.model.node import Bool, Countries, Country, Id, Links, Node, Record, Ref
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import (
    Commitment,
    DeclarationForm,
    DocumentStatus,
    Form,
    Purpose,
    RegulationKind,
    RightsSaid,
    SeatRole,
    StandardKind,
)


class Clause(Record):
    """One clause of a standard, and what it gives away."""

    id: Id
    title: Text | None = None
    normative: Bool | None = None
    reveals: Links = ()


class StageDate(Record):
    """When a stage was reached, or is meant to be."""

    stage: str
    actual: Date | None = None
    target: Date | None = None


class ExclusionWindow(Record):
    """A time in which participants may exclude patents from a promise that joining makes: from the call to its end."""

    opened: Date | None = None
    closes: Date | None = None


class Standard(Node):
    """A standard or a work item."""

    section: ClassVar[str] = "standards"

    designation: str | None = None
    body: Id | None = None
    kind: StandardKind | None = None
    form: Form | None = None
    purpose: Purpose | None = None
    stage: str | None = None
    track: int | None = None
    stages: tuple[StageDate, ...] = ()
    published: Date | None = None
    edition: str | None = None
    supporting_countries: Countries = ()
    adopted_in: Countries = ()
    expected_until: Date | None = None
    clauses: tuple[Clause, ...] = ()
    exclusion_windows: tuple[ExclusionWindow, ...] = ()
    committee: Ref | None = None
    editor: Ref | None = None
    carrier: Ref | None = None
    normative_references: Links = ()
    supersedes: Links = ()
    proposed_by: Links = ()


class Seat(Record):
    """Who sits in a committee, in which role, from when until when."""

    person: Ref | None = None
    organization: Ref | None = None
    role: SeatRole | None = None
    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None


class Committee(Node):
    """A TC, SC, WG, study group or consortium group."""

    section: ClassVar[str] = "committees"

    body: Id | None = None
    acronym: str | None = None
    policy: Text | None = None
    policy_requires_disclosure: Bool | None = None
    confidentiality_rule: Text | None = None
    p_members: int | None = Field(default=None, ge=0)
    seats: tuple[Seat, ...] = ()
    parent: Ref | None = None
    mirror_body: Ref | None = None


class Contribution(Node):
    """A document tabled in a committee."""

    section: ClassVar[str] = "contributions"

    submitted: Date | None = None
    public_on: Date | None = None
    venue: Text | None = None
    confidential: Bool | None = None
    technical: Bool | None = None
    status: DocumentStatus | None = None
    promotes_adoption: Bool | None = None
    rights_said: RightsSaid | None = None
    to: Links = ()
    by: Links = ()
    reveals: Links = ()
    held_under: Ref | None = None


class Declaration(Node):
    """A patent statement to a standards body; append-only: a later one replaces, it never edits."""

    section: ClassVar[str] = "declarations"

    body: Id | None = None
    on: Date | None = None
    commitment: Commitment | None = None
    form: DeclarationForm | None = None
    reciprocity: Bool | None = None
    irrevocable: Bool | None = None
    on_leaving: Bool | None = None
    edition: str | None = None
    standard: Ref | None = None
    patents: Links = ()
    by: Ref | None = None
    replaces: Ref | None = None
    consents: Links = ()


class Certification(Node):
    """A conformity scheme."""

    section: ClassVar[str] = "certifications"

    criterion: Text | None = None
    accreditation: Text | None = None
    equipment: Text | None = None
    for_: Links = Field(default=(), alias="for")
    mark: Ref | None = None
    bodies: Links = ()
    labs: Links = ()


class Regulation(Node):
    """A law, a technical regulation, a procurement rule or an international rule."""

    section: ClassVar[str] = "regulations"

    kind: RegulationKind | None = None
    country: Country | None = None
    body: Text | None = None
    in_force: Date | None = None
    cites: Links = ()
    markets: Links = ()
