"""Names of single values: the project's fields, the chosen option's, counts, and the two states compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from oc_strategy.comparing import Outcome
from oc_strategy.forms.placeholders import plain
from oc_strategy.forms.subject import Subject
from oc_strategy.lang import text, word
from oc_strategy.model.steering import Option, Project
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Posture, Severity
from oc_strategy.tables.cells import field_cell, signed
from oc_strategy.tables.shapes import shape_of
from oc_strategy.tables.sheet import Cell

_HIDDEN = frozenset({"moved_from", "not_applicable", "acknowledged", "revisions", "reviews", "period"})
_POSTURES: tuple[Posture, ...] = ("open", "gated", "closed")
_OUTCOMES: tuple[Outcome, ...] = ("new", "gone", "worse", "better")
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "question")


@dataclass(frozen=True, slots=True)
class Value:
    """One value: what it is called, where it comes from, and whether a person fills it in."""

    label: Text
    cell: Callable[[Subject], Cell]
    is_field: bool = True


def project_values() -> dict[str, Value]:
    """Every field of the project, as `project.<field>`."""
    paths = [*(name for name in Project.model_fields if name not in _HIDDEN), "period.from_", "period.until"]

    def cell(path: str) -> Callable[[Subject], Cell]:
        return lambda subject: field_cell(subject.report, subject.report.project, path)

    return {f"project.{plain(path)}": Value(shape_of(Project, path).label, cell(path)) for path in paths}


def option_values() -> dict[str, Value]:
    """What the chosen option says of itself, as `option.<field>`."""

    def cell(field: str) -> Callable[[Subject], Cell]:
        def of(subject: Subject) -> Cell:
            option = subject.report.option
            return field_cell(subject.report, option, field) if option else Cell()

        return of

    fields = ("id", "title", "summary", "assumptions", "based_on", "note")
    return {f"option.{plain(field)}": Value(shape_of(Option, field).label, cell(field)) for field in fields}


def standing_values() -> dict[str, Value]:
    """The day, the audience, and how many outputs and gaps there are."""
    every: dict[str, Value] = {
        "report.date": Value(text("tables.as-of"), lambda s: Cell(s.report.today), False),
        "report.audience": Value(text("tables.class-of-book"), _audience, False),
        "count.outputs": Value(text("sections.outputs"), lambda s: Cell(len(s.report.graph.of(Output))), False),
    }
    for posture in _POSTURES:
        every[f"count.{posture}"] = Value(signed("Posture", posture), _outputs(posture), False)
    every["count.undecided"] = Value(text("states.undecided"), _outputs(None), False)
    for severity in _SEVERITIES:
        every[f"count.{severity}"] = Value(signed("Severity", severity), _gaps(severity), False)
    return every


def _audience(subject: Subject) -> Cell:
    return Cell(word("Confidentiality", subject.report.audience))


def _outputs(posture: Posture | None) -> Callable[[Subject], Cell]:
    def count(subject: Subject) -> Cell:
        if not subject.is_told_treatments:
            return Cell(text("forms.not-shown"))
        return Cell(sum(subject.report.posture(o) == posture for o in subject.report.graph.of(Output)))

    return count


def _gaps(severity: Severity) -> Callable[[Subject], Cell]:
    def count(subject: Subject) -> Cell:
        told = subject.report.shows_findings
        return Cell(subject.report.count(severity) if told else text("forms.not-shown"))

    return count


def since_values() -> dict[str, Value]:
    """The two states that a follow-up compares, and how much became of what."""
    return {f"since.{name}": value for name, value in _since()}


def _since() -> Iterator[tuple[str, Value]]:
    yield "before", Value(text("changes.before"), lambda s: Cell(s.changes.before if s.changes else None), False)
    yield "after", Value(text("changes.after"), lambda s: Cell(s.changes.after if s.changes else None), False)
    yield "moves", Value(text("tables.titles.moves"), lambda s: Cell(_count(s, "moves")), False)
    yield "nodes", Value(text("tables.titles.nodes-since"), lambda s: Cell(_count(s, "nodes")), False)
    for outcome in _OUTCOMES:
        yield outcome, Value(text(f"changes.outcomes.{outcome}"), _became(outcome), False)


def _count(subject: Subject, what: str) -> int:
    return sum(len(getattr(c, what)) for c in subject.changes.comparisons) if subject.changes else 0


def _became(outcome: Outcome) -> Callable[[Subject], Cell]:
    def count(subject: Subject) -> Cell:
        if not subject.changes or not subject.report.shows_findings:
            return Cell(text("forms.not-shown"))
        return Cell(sum(len(comparison.of(outcome)) for comparison in subject.changes.comparisons))

    return count
