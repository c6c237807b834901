"""What a portfolio's workbook keeps of one project, so that the project itself can be let go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from oc_strategy.deadlines import Nearness
from oc_strategy.model.dates import Date
from oc_strategy.model.node import Node
from oc_strategy.model.tally import Tally
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.tables.sheet import Cell

Phase = Literal["before", "running", "over"]
CATALOG = "catalog"
"""The home of what is written in the catalog."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap as its row tells it; `owner`, `due` and `state` are those of the action taken on it."""

    severity: Severity
    theme: str
    subject_id: str | None
    subject: Text | None
    message: Text
    remedy: Text
    owner: Cell
    due: Cell
    state: Cell
    standing: Text
    rule: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Crossing:
    """A finding that has to do with other projects, too; it is told only where the audience may know of all of them."""

    others: tuple[str, ...]
    total: Tally
    themes: Mapping[str, Tally]
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Due:
    """A date to keep; `home` is the project that answers for it, or the catalog."""

    home: str
    on: Date
    what: Text
    left: Text
    nearness: Nearness
    subject: str
    name: Text
    basis: Text | None


@dataclass(frozen=True, slots=True)
class Use:
    """A node that others may use, too, as one project sees it.

    `ref` is its name from outside (`id` in the catalog, `project/id` elsewhere), `names` all by which it is known
    again: a standard by its designation, a patent family by the numbers of its documents.
    """

    section: str
    ref: str
    names: tuple[str, ...]
    name: Text
    standing: Text | None
    holders: tuple[Text, ...]
    declared: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Booking:
    """A person with the part of their time that a project takes, if it still does and says so."""

    ref: str
    name: Text
    works_for: Text | None
    share: float | None
    is_counted: bool
    until: Date | None


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat of a person in a committee, both by their names from outside."""

    committee: str
    committee_name: Text
    person: str
    person_name: Text
    role: Text | None
    until: Date | None


@dataclass(frozen=True, slots=True)
class Progress:
    """An indicator: where it began, where it is and shall be, how much of the way that is, and the last step of it."""

    name: Text
    unit: Text | None
    baseline: float | None
    measured_on: Date | None
    measured: float | None
    target: float | None
    target_by: Date | None
    attained: float | None
    step: float | None


@dataclass(frozen=True, slots=True)
class Part:
    """One project as the portfolio's workbook tells of it, for one audience and day.

    `crossing` are findings that are not counted yet, nor among the gaps (`settled`).
    """

    id: str
    name: Text
    phase: Phase | None
    total: Tally
    themes: Mapping[str, Tally]
    owner: Text | None
    areas: tuple[str, ...]
    no_area: Text | None
    option: Text | None
    next_review: Date | None
    gaps: tuple[Gap, ...]
    dates: tuple[Due, ...]
    uses: tuple[Use, ...]
    people: tuple[Booking, ...]
    seats: tuple[Seated, ...]
    progress: tuple[Progress, ...]
    claims: Mapping[str, Node]
    crossing: tuple[Crossing, ...] = ()
