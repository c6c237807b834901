"""Questions about patent families that many ask: first filing, offices wanted, who still protects where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from oc_strategy.model.business import Market, Product
from oc_strategy.model.dates import Date, period_end
from oc_strategy.model.edges import COVERS, EMBODIES, SOLD_IN, Path
from oc_strategy.model.graph import Graph
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.vocabulary import Route

PriorityState = Literal["holds", "unclaimed", "unsupported", "late", "doubtful", "unknown"]
DEAD = frozenset({"refused", "withdrawn", "lapsed", "expired"})
EUROPEAN = frozenset({
    "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE",
    "IS", "IT", "LI", "LT", "LU", "LV", "MC", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI",
    "SK", "SM", "TR",
})  # fmt: skip
"""Member states of the European Patent Convention, which an EP member of a family may protect."""
_THROUGH: Final[Mapping[Route | None, str | None]] = {"pct": "WO", "epc": "EP", "direct": None, None: None}
"""The office of the application that a route leads through."""


def first_filing(patent: Patent) -> Date | None:
    """The day from which the family counts: its priority date, else its earliest filed member's date."""
    if patent.priority_date is not None:
        return patent.priority_date
    filed = _earliest(patent, ("filed",))
    return filed.on if filed is not None else None


@dataclass(frozen=True, slots=True)
class Trace:
    """The earliest day on which a family is known to exist, and the field that says so.

    `is_filing` is False where only a publication or grant is known: it was filed before that, nobody says when.
    """

    on: Date
    where: Path
    is_filing: bool


def trace_of(patent: Patent) -> Trace | None:
    """What shows that a family was held, and since when at the latest; None where it has no date at all."""
    if patent.priority_date is not None:
        return Trace(patent.priority_date, ("priority_date",), True)
    return _earliest(patent, ("filed",)) or _earliest(patent, ("published", "granted"))


def _earliest(patent: Patent, fields: tuple[str, ...]) -> Trace | None:
    known = (
        Trace(on, ("members", index, field), field == "filed")
        for index, member in enumerate(patent.members)
        for field in fields
        if member.status != "planned" and (on := getattr(member, field)) is not None
    )
    return min(known, key=lambda trace: trace.on.first, default=None)


def filing_date(patent: Patent, member: Member) -> Date | None:
    """The day that stands as a member's own filing: that of the PCT or EP application it goes back to, else its own."""
    parent = parent_of(patent, member)
    return member.filed if parent is None else filing_date(patent, parent)


def parent_of(patent: Patent, member: Member) -> Member | None:
    """The PCT application a member entered from, or the EP application it was validated from, where it is listed."""
    office = _THROUGH[member.route] or ("WO" if member.national_phase_entered is not None else None)
    if office is None or office == member.office:
        return None
    return next((other for other in patent.members if other.office == office), None)


def effective_date(patent: Patent, member: Member) -> Date | None:
    """The day that counts for a member's novelty: the priority date where it is claimed and holds, else its filing."""
    if priority_state(patent, member) in {"unclaimed", "unsupported", "late"}:
        return filing_date(patent, member)
    return first_filing(patent) or member.filed


def priority_state(patent: Patent, member: Member) -> PriorityState:
    """Whether a member counts from the family's first filing (Paris Convention Art. 4A, 4C, 4H).

    `late` is certainly after the period, `doubtful` possibly; `unsupported` claims what the first filing lacks;
    `unknown` lacks a date, or may have come through a PCT or EP application that is not listed. Whoever follows an own
    timely filing at the same office may be its divisional or continuation, and holds.
    """
    if member.priority_claimed is False:
        return "unclaimed"
    if member.priority_supported is False:
        return "unsupported"
    start, filed = first_filing(patent), filing_date(patent, member)
    if start is None or filed is None:
        return "unknown"
    end = priority_end(patent, start)
    if not end.possibly_before(filed) or _follows_a_timely_one(patent, member, end):
        return "holds"
    if not end.certainly_before(filed):
        return "doubtful"
    return "unknown" if _may_come_from_pct(patent, member) else "late"


def _follows_a_timely_one(patent: Patent, member: Member, end: Date) -> bool:
    earlier = (m.filed for m in patent.members if m.office == member.office and m is not member and m.filed)
    return any(not end.possibly_before(day) for day in earlier)


def _may_come_from_pct(patent: Patent, member: Member) -> bool:
    if (member.route, member.office) in {("pct", "WO"), ("epc", "EP")} or parent_of(patent, member) is not None:
        return False
    has_pct = any(other.office == "WO" for other in patent.members) and member.office != "WO"
    return member.route in {"pct", "epc"} or (member.route is None and has_pct)


def priority_end(patent: Patent, start: Date) -> Date:
    """The last day of the priority period that began at `start`, rolled past a weekend (Paris Art. 4C(3)).

    Twelve months by the calendar, six for designs (Art. 4C(1)).
    """
    return period_end(start, 6 if patent.right == "design" else 12)


def is_filed(member: Member, now: Date) -> bool:
    """Whether an application was made, as far as is known: neither planned nor dated in the future."""
    return member.status != "planned" and not (member.filed is not None and now.certainly_before(member.filed))


def is_live(member: Member) -> bool:
    """Whether a member is pending or in force, as far as is known."""
    return member.status not in DEAD and member.status != "planned"


def products_with(graph: Graph, output: Output) -> tuple[Product, ...]:
    """The products that embody an output."""
    return graph.sources(output, EMBODIES)


def countries_of(graph: Graph, product: Product) -> frozenset[str]:
    """The countries a product is sold in; `world` where a market says so."""
    return frozenset(c for market in graph.targets(product, SOLD_IN) for c in market.countries)


def markets_of(graph: Graph, outputs: Iterable[Output]) -> tuple[Market, ...]:
    """The markets that some outputs reach through their products."""
    return graph.all_targets(graph.all_sources(outputs, EMBODIES), SOLD_IN)


def patents_on(graph: Graph, output: Output) -> tuple[Patent, ...]:
    """The families that cover an output."""
    return graph.sources(output, COVERS)
