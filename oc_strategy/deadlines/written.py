"""The dates that an agreement, a plan or a person set: they stand in the text as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from oc_strategy.deadlines.deadline import Deadline
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement, Person
from oc_strategy.model.rights import License, Mark, Secret
from oc_strategy.model.standardization import Committee
from oc_strategy.model.steering import Action, Decision, Indicator, Option, Project, Trend

_PERIODS: Final = {"weekly": 0.25, "monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}


def written_dates(node: Node) -> Iterator[Deadline]:
    """The dates to keep that a node states, those of its records too."""
    find = _FINDERS.get(type(node))
    if find is not None:
        yield from find(node)


def _secret(secret: Secret) -> Iterator[Deadline]:
    if secret.next_review:
        yield Deadline(secret, "next_review", "secret-review", secret.next_review)
    for index, evidence in enumerate(secret.prior_use):
        if evidence.timestamp_until:
            yield Deadline(secret, ("prior_use", index, "timestamp_until"), "timestamp", evidence.timestamp_until)


def _mark(mark: Mark) -> Iterator[Deadline]:
    """The last registration in each country, to be renewed."""
    for index, registration in enumerate(mark.registrations):
        later = (r.until for r in mark.registrations if r.country == registration.country and r.until)
        end = registration.until
        if end and not any(end.certainly_before(other) for other in later):
            yield Deadline(mark, ("registrations", index, "until"), "mark", end, registration.country)


def _license(licence: License) -> Iterator[Deadline]:
    if licence.until:
        yield Deadline(licence, "until", "license-ends", licence.until)


def _agreement(agreement: Agreement) -> Iterator[Deadline]:
    if agreement.until:
        yield Deadline(agreement, "until", "agreement-ends", agreement.until)
    for index, obligation in enumerate(agreement.obligations):
        if obligation.due and not obligation.done:
            yield Deadline(agreement, ("obligations", index, "due"), "obligation", obligation.due)


def _committee(committee: Committee) -> Iterator[Deadline]:
    for index, seat in enumerate(committee.seats):
        if seat.until:
            yield Deadline(committee, ("seats", index, "until"), "seat-ends", seat.until)


def _person(person: Person) -> Iterator[Deadline]:
    if person.until:
        yield Deadline(person, "until", "person-leaves", person.until)


def _project(project: Project) -> Iterator[Deadline]:
    yield from _review(project)
    if project.period and project.period.until:
        yield Deadline(project, ("period", "until"), "project-ends", project.period.until)


def _review(node: Project | Decision) -> Iterator[Deadline]:
    if node.next_review:
        yield Deadline(node, "next_review", "review", node.next_review)


def _action(action: Action) -> Iterator[Deadline]:
    if action.due and action.status not in {"done", "not-applicable"}:
        yield Deadline(action, "due", "action", action.due)


def _indicator(indicator: Indicator) -> Iterator[Deadline]:
    if indicator.target_by:
        yield Deadline(indicator, "target_by", "indicator", indicator.target_by)


def _trend(trend: Trend) -> Iterator[Deadline]:
    if trend.last_checked and trend.frequency:
        months = _PERIODS[trend.frequency]
        due = trend.last_checked.plus_months(int(months)) if months >= 1 else trend.last_checked.plus_days(7)
        yield Deadline(trend, "last_checked", "trend", due)


def _option(option: Option) -> Iterator[Deadline]:
    by_day = {t.review_by: output_id for output_id, t in reversed(tuple(option.treatments.items())) if t.review_by}
    for day, output_id in by_day.items():
        yield Deadline(option, ("treatments", output_id, "review_by"), "treatment-review", day)


_FINDERS: Final[Mapping[type[Node], Callable[[Any], Iterator[Deadline]]]] = {
    Secret: _secret, Mark: _mark, License: _license, Agreement: _agreement, Committee: _committee, Person: _person,
    Project: _project, Decision: _review, Action: _action, Indicator: _indicator, Trend: _trend, Option: _option,
}  # fmt: skip
