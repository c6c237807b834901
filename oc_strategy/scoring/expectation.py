"""What a project is expected to show: findings, strengths and posture under an option, as of a day."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from oc_strategy.model.dates import Date
from oc_strategy.model.node import Bool, Id, Links, Record, Ref, Words, one_or_many


def _exact(value: Date) -> Date:
    if not value.is_exact:
        raise PydanticCustomError("day_form", "not a day: {value}", {"value": value.text})
    return value


def _bare_rule(value: Any) -> Any:
    return {"rule": value} if isinstance(value, str) else value


Day = Annotated[Date, AfterValidator(_exact)]
Gap = Literal["error", "warning", "question"]


class ExpectedFinding(Record):
    """A finding that must be there: the nodes it names, its chain, the dates it tells. A bare check id is enough."""

    rule: Id
    subjects: Links = ()
    severities: Annotated[tuple[Gap, ...], BeforeValidator(one_or_many)] = ()
    chain: Links = ()
    dates: Annotated[tuple[Date, ...], BeforeValidator(one_or_many)] = ()

    _short = model_validator(mode="before")(_bare_rule)


class NamedFindings(Record):
    """Findings of a check, or only those that name some nodes. A bare check id stands for all of them."""

    rule: Id
    subjects: Links = ()

    _short = model_validator(mode="before")(_bare_rule)


class ExpectedPostures(Record):
    """Which outputs the option opens, gates and closes; `inferred` where no source says so."""

    open: Links = ()
    gated: Links = ()
    closed: Links = ()
    inferred: Bool = False


class Variation(Record):
    """What is expected under another option, or on another day."""

    option: Ref | None = None
    as_of: Day | None = None
    must_fire: tuple[ExpectedFinding, ...] = ()
    must_not_fire: tuple[NamedFindings, ...] = ()
    near_misses: tuple[NamedFindings, ...] = ()


class Expectation(Record):
    """What is expected of one project; without an option the chosen one, without a day the day of the run.

    `decided` is when the postures were decided at the latest, as far as a source tells.
    """

    case: str | None = None
    option: Ref | None = None
    as_of: Day | None = None
    decided: Date | None = None
    must_fire: tuple[ExpectedFinding, ...] = ()
    must_not_fire: tuple[NamedFindings, ...] = ()
    near_misses: tuple[NamedFindings, ...] = ()
    nothing_else: Bool = False
    strengths: Annotated[tuple[Id, ...], BeforeValidator(one_or_many)] = ()
    posture: ExpectedPostures = ExpectedPostures()
    counterfactuals: tuple[Variation, ...] = ()
    moments: tuple[Variation, ...] = ()
    memory_only: Words = ()
