"""The rows of the roadmap, group by group: what each kind of node puts on the time axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oc_strategy.lang import text, word
from oc_strategy.model.business import Product, Publication
from oc_strategy.model.dates import Date
from oc_strategy.model.filing import DEAD, first_filing
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Agreement
from oc_strategy.model.rights import License, Mark, Patent
from oc_strategy.model.standardization import Contribution, Declaration, Regulation, StageDate, Standard
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.views.boxes import look_of
from oc_strategy.views.texts import joined
from oc_strategy.views.view import Look, Span


@dataclass(frozen=True, slots=True)
class Lane:
    """One row before it has its place: what it is called, what stands in it, and the node it is about."""

    label: Text
    spans: tuple[Span, ...]
    id: str | None = None


def _lane(node: Node, spans: Iterable[Span | None]) -> Lane:
    return Lane(node.name(), tuple(span for span in spans if span), node.id)


def point(day: Date | None, label: Text | None, look: Look = "plain") -> Span | None:
    """A milestone, or None without a date; a date known to the year or month stays that wide."""
    return Span(day, day, label or Text.plain(str(day)), look) if day else None


def bar(start: Date | None, end: Date | None, label: Text, look: Look = "plain") -> Span | None:
    """A bar between two dates; where one is missing a milestone that says so; None without both."""
    if start and end and end.last >= start.first:
        return Span(start, end, label, look)
    if start or end:
        which = text("dates.from_") if start else text("dates.until")
        return point(start or end, joined([label, which], " "), look)
    return None


def research(report: Report) -> Iterator[Lane]:
    """The project's period, and when each output was or will be completed."""
    period = report.project.period
    if period:
        yield _lane(report.project, [bar(period.from_, period.until, text("pictures.spans.period"))])
    for output in report.graph.of(Output):
        done = text("pictures.spans.planned" if _is_ahead(output.completed_on, report) else "pictures.spans.completed")
        yield _lane(output, [point(output.completed_on, done, look_of(report, output))])


def _is_ahead(day: Date | None, report: Report) -> bool:
    return day is not None and day.first > report.today


def filing(report: Report) -> Iterator[Lane]:
    """Patent families from the first filing on, with their grants and ends by office; registrations of marks."""
    for patent in report.graph.of(Patent):
        yield _lane(patent, _family(patent))
    for mark in report.graph.of(Mark):
        spans = (
            bar(r.on, r.until, joined([word("PatentStatus", "granted"), r.country], " ") or mark.name(), "patent")
            for r in mark.registrations
        )
        yield _lane(mark, spans)


def _family(patent: Patent) -> Iterator[Span | None]:
    yield point(first_filing(patent), text("pictures.spans.priority"), "patent")
    for member in patent.members:
        if member.status == "planned":
            yield point(member.filed, _at("pictures.spans.filing-planned", member.office), "patent")
            continue
        if member.filed != first_filing(patent):
            yield point(member.filed, _at("dates.filed", member.office), "patent")
        yield point(member.granted, _at("dates.granted", member.office), "patent")
        if member.status not in DEAD - {"expired"}:
            yield point(member.expires, _at("dates.expires", member.office), "patent")


def _at(key: str, office: str) -> Text | None:
    return joined([text(key), office], " ")


def reveal(report: Report) -> Iterator[Lane]:
    """Publications, contributions and declarations, each on its day."""
    for publication in report.graph.of(Publication):
        venue = word("Venue", publication.venue) if publication.venue else None
        yield _lane(publication, [point(publication.on, venue, "open")])
    for paper in report.graph.of(Contribution):
        shown = paper.public_on if paper.public_on != paper.submitted else None
        spans = [
            point(paper.submitted, text("dates.submitted"), "standard"),
            point(shown, text("dates.public_on"), "open"),
        ]
        yield _lane(paper, spans)
    for declaration in report.graph.of(Declaration):
        said = word("Commitment", declaration.commitment) if declaration.commitment else None
        yield _lane(declaration, [point(declaration.on, said, "standard")])


def standards(report: Report) -> Iterator[Lane]:
    """Each standard with the stages it reached, those it is meant to reach, and its publication."""
    for standard in report.graph.of(Standard):
        stages = [_stage(stage) for stage in standard.stages]
        is_told = any(stage.actual == standard.published for stage in standard.stages)
        last = None if is_told else point(standard.published, text("dates.published"), "standard")
        yield _lane(standard, [*stages, last])


def _stage(stage: StageDate) -> Span | None:
    if stage.actual:
        return point(stage.actual, Text.plain(stage.stage), "standard")
    return point(stage.target, text("pictures.spans.target", stage=stage.stage), "undecided")


def conformity(report: Report) -> Iterator[Lane]:
    """When laws and procurement rules come into force."""
    for regulation in report.graph.of(Regulation):
        yield _lane(regulation, [point(regulation.in_force, text("pictures.spans.in-force"))])


def business(report: Report) -> Iterator[Lane]:
    """Products from their launch to the end of their revenue, and licences over their terms."""
    for product in report.graph.of(Product):
        label = text("pictures.spans.sales") if product.revenue_until else text("dates.launched")
        sold = bar(product.launched, product.revenue_until, label, "product")
        yield _lane(product, [sold if product.revenue_until else point(product.launched, label, "product")])
    for licence in report.graph.of(License):
        terms = word("Terms", licence.terms) if licence.terms else text("sections_one.licenses")
        yield _lane(licence, [bar(licence.from_, licence.until, terms, "license")])


def agreements(report: Report) -> Iterator[Lane]:
    """Agreements over their terms, from signature where no start was agreed."""
    for agreement in report.graph.of(Agreement):
        kind = word("AgreementKind", agreement.kind) if agreement.kind else text("sections_one.agreements")
        yield _lane(agreement, [bar(agreement.from_ or agreement.signed, agreement.until, kind)])


def deadlines(report: Report) -> Iterator[Lane]:
    """The dates to keep, one row for each kind; what is past and still open stands out."""
    kinds = sorted({deadline.kind for deadline in report.deadlines})
    for kind in kinds:
        found = [deadline for deadline in report.deadlines if deadline.kind == kind]
        spans = [
            point(d.on, joined([d.node.name(), d.office], " "), "gap" if d.on.last < report.today else "plain")
            for d in found
        ]
        yield Lane(text(f"pictures.deadlines.{kind}"), tuple(span for span in spans if span))
