"""A product must hand sensitive data to a certifier, and every certifier of its standard is foreign."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.business import Product
from oc_strategy.model.edges import CERTIFIED_BY, CERTIFIES, CONFORMS_TO, EMBODIES
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.parties import Organization
from oc_strategy.model.standardization import Certification
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Can a product be certified without handing sensitive data to a foreign body?",
        ja="機微なデータを国外の機関に渡さずに認証を受けられるか",
    ),
    message=Text(
        en="{product} must hand over sensitive data for {scheme}, and all of its certifiers are foreign: {bodies}.",
        ja="{product} は {scheme} のために機微なデータを渡す必要があるが、認証機関はすべて国外である（{bodies}）。",
    ),
    remedy=Text(
        en="Qualify a certifier at home for {scheme}, or agree in writing on what it may see and keep.",
        ja="{scheme} を扱う国内の認証機関を設けるか、閲覧・保管の範囲を書面で取り決める。",
    ),
    why=Text(
        en="Test reports and source code handed to a certifier abroad leave the reach of home law and of the firm.",
        ja="国外の機関に渡した試験データやソースコードには、自国の法も自社の管理も及ばない。",
    ),
    basis=Basis(practice=("G27", "S8")),
    fires="""
id: demo
organizations:
  maker: {own: true, country: JP}
  certifier: {country: DE}
standards:
  safety: {title: Safety}
certifications:
  scheme: {for: safety, bodies: certifier}
products:
  device: {conforms_to: safety, certification_needs_secrets: true}  # <- certified-only-abroad
""",
    silent="""
id: demo
organizations:
  maker: {own: true, country: JP}
  certifier: {country: DE}
  laboratory: {country: JP}
standards:
  safety: {title: Safety}
certifications:
  scheme: {for: safety, bodies: [certifier, laboratory]}
products:
  device: {conforms_to: safety, certification_needs_secrets: true}
""",
)
def certified_only_abroad(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for scheme in case.graph.of(Certification):
        bodies = case.graph.targets(scheme, CERTIFIED_BY)
        for product in _products(case, scheme) if bodies else ():
            if product.certification_needs_secrets is not False:
                yield from _asked(ours, scheme, bodies, product)


def _products(case: Case, scheme: Certification) -> tuple[Product, ...]:
    graph = case.graph
    certified = graph.targets(scheme, CERTIFIES)
    found = (p for node in certified for p in (*graph.sources(node, CONFORMS_TO), *graph.sources(node, EMBODIES)))
    return tuple(dict.fromkeys(found))


def _asked(
    ours: tuple[Organization, ...], scheme: Certification, bodies: tuple[Organization, ...], product: Product
) -> Iterator[Answer]:
    home = {organization.country for organization in ours if organization.country}
    if any(body.country in home for body in bodies):
        return
    stateless = next((body for body in bodies if body.country is None), None)
    if not product.is_answered("certification_needs_secrets"):
        yield Unanswered(product, "certification_needs_secrets", (scheme,))
    elif product.certification_needs_secrets and stateless is not None:
        yield Unanswered(stateless, "country", (scheme,))
    elif product.certification_needs_secrets and not home:
        yield from (Unanswered(organization, "country", (scheme,)) for organization in ours[:1])
    elif product.certification_needs_secrets:
        yield Finding(
            product, None, {"product": product, "scheme": scheme, "bodies": bodies}, others=(scheme, *bodies),
            chain=(Step(product, "certification_needs_secrets"), Step(scheme), *(Step(b, "country") for b in bodies)),
        )  # fmt: skip
