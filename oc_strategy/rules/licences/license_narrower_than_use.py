"""A licensee's product goes, or is planned to go, beyond the countries, period, edition or patents of its licence."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.business import Product
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import (
    CLAUSE_REVEALS,
    CONFORMS_TO,
    COVERS,
    EMBODIES,
    GRANTS,
    LICENSED_TO,
    MADE_BY,
    OWNED_BY,
)
from oc_strategy.model.filing import countries_of
from oc_strategy.model.guarding import live_patents
from oc_strategy.model.rights import License, Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.text import LANGUAGES, Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule

_TERM = Text(
    en="{licence} ended on {until}, and {product} of its licensee still uses what it granted.",
    ja="{licence} は {until} に終わったが、被許諾者の {product} は許諾の対象を使っている。",
)
_PLAN = Text(
    en="{licence} ends on {until}, and {product} of its licensee is planned beyond that day ({on}).",
    ja="{licence} は {until} に終わるが、被許諾者の {product} はその後に及ぶ（{on}）。",
)

_EDITION = Text(
    en="{licence} speaks of {edition}, and {product} of its licensee follows edition {used} of {standard}.",
    ja="{licence} は {edition} を対象とするが、被許諾者の {product} は {standard} の {used} 版に従う。",
)
_LIST = Text(
    en="{licence} grants {granted}, but not {left_out}, which covers {product} of its licensee, too.",
    ja="{licence} は {granted} を許諾するが、被許諾者の {product} に同じく及ぶ {left_out} を含まない。",
)


@rule(
    severity="warning",
    question=Text(
        en="Does each licence cover the countries, time, edition and patents that its licensee uses?",
        ja="ライセンスは、被許諾者が使う国・期間・版・特許に及んでいるか",
    ),
    message=Text(
        en="{product} is sold in {countries}, beyond the territory of {licence}.",
        ja="{product} は {countries} で販売されているが、{licence} の許諾地域に含まれない。",
    ),
    remedy=Text(
        en="Widen or renew {licence}, or have the use stopped.",
        ja="{licence} を広げるか更新する。または使用を止めてもらう。",
    ),
    why=Text(
        en="Use beyond the licence is infringement for the licensee, and tolerated long enough it may bind the owner.",
        ja="許諾を超える使用は被許諾者には侵害となり、権利者が放置すれば黙認と見られかねない。",
    ),
    basis=Basis(practice=("C17",), cases=("S02", "S07", "F16")),
    fires="""
id: demo
organizations: {mill: {title: Mill}}
outputs: {coating: {title: Coating}}
patents: {layer: {covers: coating}}
licenses:
  home: {grants: layer, to: mill, territory: [JP]}  # <- license-narrower-than-use
markets: {abroad: {countries: [JP, TH]}}
products: {sheet: {embodies: coating, by: mill, sold_in: abroad}}
""",
    silent="""
id: demo
organizations: {mill: {title: Mill}}
outputs: {coating: {title: Coating}}
patents: {layer: {covers: coating}}
licenses:
  home: {grants: layer, to: mill, territory: [JP, TH], until: 2030}
markets: {abroad: {countries: [JP, TH]}}
products: {sheet: {embodies: coating, by: mill, sold_in: abroad, launched: 2025}}
""",
)
def license_narrower_than_use(case: Case) -> Iterator[Answer]:
    for licence in case.graph.of(License):
        for product in _licensed_products(case, licence):
            yield from _beyond_territory(case, licence, product)
            yield from _beyond_term(case, licence, product)
            yield from _beyond_edition(case, licence, product)
            yield from _beyond_list(case, licence, product)


def _licensed_products(case: Case, licence: License) -> tuple[Product, ...]:
    """The licensees' products that embody what the licence grants."""
    makers = case.graph.targets(licence, LICENSED_TO)
    products = case.graph.all_sources(_granted(case, licence), EMBODIES) if makers else ()
    return tuple(p for p in products if any(maker in makers for maker in case.graph.targets(p, MADE_BY)))


def _granted(case: Case, licence: License) -> Iterator[Output]:
    for node in case.graph.targets(licence, GRANTS):
        if isinstance(node, Patent):
            yield from case.graph.targets(node, COVERS)
        elif isinstance(node, Output):
            yield node


def _beyond_territory(case: Case, licence: License, product: Product) -> Iterator[Answer]:
    beyond = sorted(countries_of(case.graph, product) - set(licence.territory))
    if licence.territory and "world" not in licence.territory and beyond:
        yield Finding(
            licence, None, {"licence": licence, "product": product, "countries": ", ".join(beyond)}, others=(product,),
            chain=(Step(licence, "territory"), Step(product, "sold_in")),
        )  # fmt: skip


def _beyond_term(case: Case, licence: License, product: Product) -> Iterator[Answer]:
    """Use that the end of the licence leaves uncovered, now or by plan; what is over by now is let be."""
    if licence.until is None or (product.revenue_until and product.revenue_until.last < case.today):
        return
    if product.launched is not None and product.launched.last <= case.today and licence.until.first < case.today:
        may_be_over = product.revenue_until is not None and product.revenue_until.first < case.today
        is_certain = licence.until.certainly_before(case.now) and not may_be_over
        yield _ended(licence, product, licence.until, is_certain)
        return
    later = next((f for f in ("revenue_until", "launched") if _is_after(getattr(product, f), licence.until)), None)
    if later is not None:
        yield _planned(licence, product, licence.until, later)


def _is_after(day: Date | None, end: Date) -> bool:
    return day is not None and end.possibly_before(day)


def _ended(licence: License, product: Product, until: Date, is_certain: bool) -> Finding:
    return Finding(
        licence, "until", {"licence": licence, "product": product, "until": until}, others=(product,),
        chain=(Step(licence, "until"), Step(product, "launched")), message=_TERM,
        severity="warning" if is_certain else "question",
    )  # fmt: skip


def _planned(licence: License, product: Product, until: Date, field: str) -> Finding:
    on: Date = getattr(product, field)
    return Finding(
        licence, "until", {"licence": licence, "product": product, "until": until, "on": on}, others=(product,),
        chain=(Step(licence, "until"), Step(product, field)), message=_PLAN,
        severity="warning" if until.certainly_before(on) else "question",
    )  # fmt: skip


def _beyond_edition(case: Case, licence: License, product: Product) -> Iterator[Answer]:
    """A standard on what is granted that the product follows in an edition the licence does not speak of."""
    granted = tuple(_granted(case, licence))
    for standard in case.graph.targets(product, CONFORMS_TO):
        used, named = standard.edition, licence.edition
        is_about = any(output in case.graph.targets(standard, CLAUSE_REVEALS) for output in granted)
        if used and named and is_about and not any(used in named.of(language) for language in LANGUAGES):
            yield Finding(
                licence, "edition",
                {"licence": licence, "edition": named, "product": product, "used": used, "standard": standard},
                others=(product, standard), chain=(Step(licence, "edition"), Step(standard, "edition")),
                severity="question", message=_EDITION,
            )  # fmt: skip


def _beyond_list(case: Case, licence: License, product: Product) -> Iterator[Answer]:
    """Living families of the licensor on what the product carries that neither this licence nor another one grants."""
    listed = [node for node in case.graph.targets(licence, GRANTS) if isinstance(node, Patent)]
    for output in case.graph.targets(product, EMBODIES):
        on_it = [patent for patent in live_patents(case.graph, output, case.now) if not _is_free(case, patent, product)]
        granted = tuple(patent for patent in listed if output in case.graph.targets(patent, COVERS))
        left_out = tuple(patent for patent in on_it if _have_an_owner_in_common(case, patent, granted))
        if granted and left_out and not case.graph.sources(output, GRANTS):
            yield Finding(
                licence, "grants",
                {"licence": licence, "granted": granted, "left_out": left_out, "product": product},
                others=(product, *left_out), chain=(Step(licence, "grants"), Step(output), *map(Step, left_out)),
                severity="question", message=_LIST,
            )  # fmt: skip


def _is_free(case: Case, patent: Patent, product: Product) -> bool:
    """Whether some licence lets the product's maker use the family; one that names nobody is for all."""
    makers = case.graph.targets(product, MADE_BY)
    chosen = [case.graph.targets(licence, LICENSED_TO) for licence in case.graph.sources(patent, GRANTS)]
    return any(not parties or any(maker in parties for maker in makers) for parties in chosen)


def _have_an_owner_in_common(case: Case, patent: Patent, others: tuple[Patent, ...]) -> bool:
    owners = case.graph.targets(patent, OWNED_BY)
    return any(owner in owners for other in others for owner in case.graph.targets(other, OWNED_BY))
