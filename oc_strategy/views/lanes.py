"""The rows of the roadmap, group by group: what each kind of node puts on the time axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oc_strategy.lang import text, word
from oc_strategy.model.business import Product, Publication
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import DECLARED_FOR, TABLED_IN
from oc_strategy.model.filing import first_filing, is_live
from oc_strategy.model.parties import Agreement
from oc_strategy.model.rights import License, Mark, Patent
from oc_strategy.model.standardization import Contribution, Declaration, Regulation, Standard
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.views.boxes import look_of
from oc_strategy.views.spans import Lane, bar, bundled, lane_of, point, same_day
from oc_strategy.views.texts import joined
from oc_strategy.views.view import Span

_TOLD_ELSEWHERE = frozenset({"stage", "agreement-ends", "license-ends", "expires", "project-ends"})
"""Kinds of deadlines that are targets of standards or ends of what has a row of its own."""

_LEGAL = (
    "priority", "grace", "grace-proof", "national-phase", "examination", "exclusion", "fees", "timestamp",
    "secret-review", "obligation", "action",
)  # fmt: skip
"""Deadlines after which a right or a claim is lost come first, then what was promised or planned."""
_FIRST = 3
"""So many dates of a kind are named."""


def research(report: Report) -> Iterator[Lane]:
    """The project's period, and when each output was or will be completed."""
    period = report.project.period
    if period:
        yield lane_of(report.project, [bar(period.from_, period.until, text("pictures.spans.period"))])
    for output in report.graph.of(Output):
        is_ahead = output.completed_on is not None and output.completed_on.first > report.today
        done = text("pictures.spans.planned" if is_ahead else "pictures.spans.completed")
        yield lane_of(output, [point(output.completed_on, done, look_of(report, output))])


def filing(report: Report) -> Iterator[Lane]:
    """Patent families from the first filing on, with grants and ends by office; registrations of marks."""
    for patent in report.graph.of(Patent):
        yield lane_of(patent, [*_filed(patent), *_lasting(patent)])
    for mark in report.graph.of(Mark):
        terms = sorted({(str(r.on), str(r.until)): (r.on, r.until) for r in mark.registrations}.items())
        yield lane_of(mark, [_registered(mark, on, until) for _, (on, until) in terms])


def _filed(patent: Patent) -> Iterator[Span]:
    start = first_filing(patent)
    later = [m for m in patent.members if m.filed is not None and m.filed != start]
    first = point(start, text("pictures.spans.priority"), "patent")
    if first:
        yield first
    yield from same_day("dates.filed", [(m.filed, m.office) for m in later if m.status != "planned"], "patent")
    yield from same_day("pictures.spans.filing-planned", [(m.filed, m.office) for m in later if m.status == "planned"])


def _lasting(patent: Patent) -> Iterator[Span]:
    yield from same_day("dates.granted", [(m.granted, m.office) for m in patent.members], "patent")
    ends = [(m.expires, m.office) for m in patent.members if is_live(m) or m.status == "expired"]
    yield from same_day("dates.expires", ends, "patent")


def _registered(mark: Mark, on: Date | None, until: Date | None) -> Span | None:
    countries = sorted(r.country for r in mark.registrations if (r.on, r.until) == (on, until))
    label = joined([text("pictures.spans.registered"), ", ".join(countries)], " ")
    return bar(on, until, label or mark.name(), "mark")


def reveal(report: Report) -> Iterator[Lane]:
    """Publications, contributions and declarations, each on its day."""
    for publication in report.graph.of(Publication):
        venue = word("Venue", publication.venue) if publication.venue else None
        yield lane_of(publication, [point(publication.on, venue, "open")])
    for paper in report.graph.of(Contribution):
        shown = paper.public_on if paper.public_on != paper.submitted else None
        tabled = point(paper.submitted, text("dates.submitted"), "standard")
        yield lane_of(paper, [tabled, point(shown, text("dates.public_on"), "open")])
    for declaration in report.graph.of(Declaration):
        said = word("Commitment", declaration.commitment) if declaration.commitment else None
        yield lane_of(declaration, [point(declaration.on, said, "standard")])


def standards(report: Report) -> Iterator[Lane]:
    """The standards that are worked on: stages reached, stages meant to be reached, publication.

    One that is only referred to, or only complied with, is no work of the project and has no row.
    """
    for standard in report.graph.of(Standard):
        if _is_worked_on(report, standard):
            yield lane_of(standard, _stages(standard))


def _is_worked_on(report: Report, standard: Standard) -> bool:
    graph = report.graph
    said = standard.stages or standard.clauses or standard.proposed_by
    return bool(said or graph.sources(standard, TABLED_IN) or graph.sources(standard, DECLARED_FOR))


def _stages(standard: Standard) -> Iterator[Span | None]:
    # Publication has its own word; the code of its stage on the same day would say it twice.
    actual = [(stage.actual, stage.stage) for stage in standard.stages if stage.actual]
    reached = [(day, code) for day, code in actual if day != standard.published]
    aimed = [(stage.target, stage.stage) for stage in standard.stages if stage.target and not stage.actual]
    yield from bundled("pictures.spans.reached", reached, "standard")
    yield from bundled("pictures.spans.target", aimed, "plain")
    yield point(standard.published, text("dates.published"), "standard")


def conformity(report: Report) -> Iterator[Lane]:
    """When laws and procurement rules come into force."""
    for regulation in report.graph.of(Regulation):
        yield lane_of(regulation, [point(regulation.in_force, text("pictures.spans.in-force"), "regulation")])


def business(report: Report) -> Iterator[Lane]:
    """Products from their launch to the end of their revenue, and licences over their terms."""
    for product in report.graph.of(Product):
        yield lane_of(product, [_sold(product)])
    for licence in report.graph.of(License):
        terms = word("Terms", licence.terms) if licence.terms else text("sections_one.licenses")
        yield lane_of(licence, [bar(licence.from_, licence.until, terms, "license")])


def _sold(product: Product) -> Span | None:
    if product.revenue_until:
        return bar(product.launched, product.revenue_until, text("pictures.spans.sales"), "product")
    return point(product.launched, text("dates.launched"), "product")


def agreements(report: Report) -> Iterator[Lane]:
    """Agreements over their terms, from signature where no start was agreed."""
    for agreement in report.graph.of(Agreement):
        kind = word("AgreementKind", agreement.kind) if agreement.kind else text("sections_one.agreements")
        yield lane_of(agreement, [bar(agreement.from_ or agreement.signed, agreement.until, kind, "agreement")])


def deadlines(report: Report) -> Iterator[Lane]:
    """The other dates to keep, one row for each kind, rights first; what is past and still open stands out.

    A row has its first dates and the number of the others.
    """
    found = sorted({deadline.kind for deadline in report.deadlines} - _TOLD_ELSEWHERE)
    for kind in found:
        spans = [_due(report, on, name, offices) for (_, on, name), offices in _by_day_and_node(report, kind)]
        rank = _LEGAL.index(kind) if kind in _LEGAL else len(_LEGAL)
        yield Lane(text(f"deadlines.{kind}"), (*spans[:_FIRST], *_others(spans[_FIRST:])), rank=rank)


def _others(spans: list[Span]) -> Iterator[Span]:
    if len(spans) == 1:
        yield spans[0]
    elif spans:
        yield Span(spans[0].start, spans[-1].end, text("pictures.other-dates", count=len(spans)))


def _by_day_and_node(report: Report, kind: str) -> Iterable[tuple[tuple[str, Date, Text], list[str]]]:
    found: dict[tuple[str, Date, Text], list[str]] = {}
    for deadline in report.deadlines:
        if deadline.kind == kind:
            key = deadline.node.id, deadline.on, deadline.node.name()
            doubt = "" if deadline.is_confirmed else "?"
            office = f"{deadline.office or ''}{doubt}"
            found.setdefault(key, []).extend([office] if office else [])
    return found.items()


def _due(report: Report, on: Date, name: Text, offices: list[str]) -> Span:
    label = joined([name, ", ".join(sorted(offices))], " ") or name
    return Span(on, on, label, "gap" if on.last < report.today else "plain")
