"""Who: organizations, people, and what they agreed."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from oc_strategy.model.dates import Date
from oc_strategy.model.node import Bool, Country, Links, Node, Record, Ref, one_or_many
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import AgreementKind, ObligationKind, OrganizationKind, PersonRole


class Organization(Node):
    """A company, university, laboratory, standards body, certifier, regulator, funder, rival or licensee."""

    section: ClassVar[str] = "organizations"

    kind: OrganizationKind | None = None
    own: Bool | None = None
    country: Country | None = None
    lei: str | None = None
    ror: str | None = None
    corporate_number: str | None = None
    invention_rule_since: Date | None = None
    affiliates: Links = ()
    parent: Ref | None = None


class Person(Node):
    """A person with a role in the work."""

    section: ClassVar[str] = "people"

    roles: Annotated[tuple[PersonRole, ...], BeforeValidator(one_or_many)] = ()
    expertise: Text | None = None
    time_share: float | None = Field(default=None, ge=0, le=100)
    until: Date | None = None
    training: Text | None = None
    country: Country | None = None
    works_for: Ref | None = None
    successor: Ref | None = None


class Obligation(Record):
    """Something an agreement asks for by a date."""

    what: Text
    kind: ObligationKind | None = None
    due: Date | None = None
    done: Date | None = None


class Agreement(Node):
    """Joint research, funding contract, NDA, consortium, assignment, IP or data agreement."""

    section: ClassVar[str] = "agreements"

    kind: AgreementKind | None = None
    signed: Date | None = None
    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None
    ownership_rule: Text | None = None
    consent_to_license: Bool | None = None
    publication_review: Bool | None = None
    obligations: tuple[Obligation, ...] = ()
    parties: Links = ()
    covers: Links = ()
    background: Links = ()
