"""How the strategy is led: the project itself, options, decisions, trends, actions, indicators, exceptions."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Final

from pydantic import Field, StringConstraints

from oc_strategy.model.dates import Date
from oc_strategy.model.node import Id, Links, Node, Period, Record, Ref, Words
from oc_strategy.model.text import Confidentiality, Language, Text
from oc_strategy.model.treatment import Treatment
from oc_strategy.model.vocabulary import ActionState, ExceptionStatus, Frequency, Severity, TrendKind

RULE_PATTERN: Final = r"^[a-z0-9][a-z0-9*?-]*$"
"""The checks that an exception names: never all of them at once."""


class Revision(Record):
    """One line of the revision history."""

    version: str
    on: Date
    by: str | None = None
    what: Text | None = None


class Review(Record):
    """A follow-up meeting: when, and what was said."""

    on: Date
    meeting: Text | None = None
    remarks: Text | None = None


class Project(Node):
    """The project itself; its fields stand at the top level of `project.yaml`."""

    section: ClassVar[str] = "project"

    purpose: Text | None = None
    problem: Text | None = None
    value: Text | None = None
    revenue: Text | None = None
    alternatives: Text | None = None
    layer: Text | None = None
    before: Text | None = None
    after: Text | None = None
    transition: Text | None = None
    period: Period | None = None
    programme: Text | None = None
    areas: Words = ()
    listed_fields: Words = ()
    leak_measures: Text | None = None
    version: str | None = None
    revisions: tuple[Revision, ...] = ()
    reviews: tuple[Review, ...] = ()
    next_review: Date | None = None
    owner: Ref | None = None
    manager: Ref | None = None
    business_owner: Ref | None = None
    approver: Ref | None = None
    partners: Links = ()
    funders: Links = ()
    option: Ref | None = None
    core_technologies: Links = ()


class Option(Node):
    """One way to open and close the project's outputs."""

    section: ClassVar[str] = "options"

    treatments: Mapping[Ref, Treatment] = Field(default_factory=dict)
    assumptions: tuple[Text, ...] = ()
    based_on: Ref | None = None


class Rejected(Record):
    """An option that was not taken, and why."""

    option: Ref
    reason: Text | None = None


class Decision(Node):
    """Who decided what, on what state."""

    section: ClassVar[str] = "decisions"

    rejected: tuple[Rejected, ...] = ()
    criteria: Words = ()
    on: Date | None = None
    next_review: Date | None = None
    revisit_when: Text | None = None
    digest: str | None = None
    option: Ref | None = None
    by: Ref | None = None
    approved_by: Links = ()


class Trend(Node):
    """Something outside that is watched; `source` says where."""

    section: ClassVar[str] = "trends"

    kind: TrendKind | None = None
    frequency: Frequency | None = None
    last_checked: Date | None = None
    change: Text | None = None
    owner: Ref | None = None
    affects: Links = ()


class Action(Node):
    """A remedy that someone has taken on."""

    section: ClassVar[str] = "actions"

    due: Date | None = None
    status: ActionState | None = None
    done_on: Date | None = None
    closes: str | None = None
    owner: Ref | None = None
    about: Links = ()


class Measurement(Record):
    """A value of an indicator on a day."""

    on: Date
    value: float


class Indicator(Node):
    """A KPI of the strategy."""

    section: ClassVar[str] = "indicators"

    unit: Text | None = None
    baseline: float | None = None
    target: float | None = None
    target_by: Date | None = None
    actuals: tuple[Measurement, ...] = ()
    of: Links = ()


class RuleException(Record):
    """Findings that somebody answers for: which, why, who, until when.

    `rule` and each of `subjects` may hold `*` and `?`; a finding is meant if it has a subject for each.
    """

    rule: Annotated[str, StringConstraints(pattern=RULE_PATTERN, max_length=80)]
    subjects: Words = ()
    status: ExceptionStatus
    reason: Text
    owner: str
    on: Date | None = None
    until: Date
    ticket: str | None = None


class Portfolio(Record):
    """The settings of a portfolio."""

    title: Text
    projects: Words = ("projects/*",)
    catalog: str = "catalog"
    languages: tuple[Language, ...] = ("ja", "en")
    severities: Mapping[Id, Severity] = Field(default_factory=dict)
    audience: Confidentiality | None = None
    confidentiality: Confidentiality | None = None
    exception_days: int | None = Field(default=None, ge=1, le=36_500)
    facts: str | None = Field(default=None, description="folder of facts that replace or add to the shipped ones")
