"""A product of ours depends on what a committee fixes, and nobody of ours sits there."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.business import Product
from oc_strategy.model.edges import MADE_BY, PRODUCT_DEPENDS_ON
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.participation import Presence, presence
from oc_strategy.model.parties import Organization
from oc_strategy.model.standardization import Committee
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_MIRROR_UNTOLD = Text(
    en="{product} depends on what {committee} fixes; none of the seats listed there is ours, and no mirror body is "
    "named.",
    ja="{product} は {committee} が定める内容に左右されるが、"
    "記載された席に自らのものがなく、国内審議団体の記載もない。",
)


@rule(
    severity="error",
    question=Text(
        en="Do we sit wherever a parameter is fixed that our products depend on?",
        ja="製品が左右されるパラメータを定める委員会に、自らの席があるか",
    ),
    message=Text(
        en="{product} depends on what {committee} fixes, and we have neither a seat nor a mirror body there.",
        ja="{product} は {committee} が定める内容に左右されるが、そこに自らの席も国内審議団体もない。",
    ),
    remedy=Text(
        en="Take a seat in {committee}, speak through the mirror body, or free {product} from the parameter.",
        ja="{committee} に席を得るか、国内審議団体を通じて意見を出すか、{product} がその値に左右されない設計にする。",
    ),
    why=Text(
        en="A frequency, a voltage or a limit fixed elsewhere can shut a finished product out of its market.",
        ja="周波数・電圧・限度値などがよそで決まると、完成した製品でも市場に出せなくなることがある。",
    ),
    basis=Basis(practice=("C14", "G22")),
    fires="""
id: demo
organizations:
  rival: {own: false}
committees:
  spectrum:
    seats: [{organization: rival}]
    mirror_body: {not_applicable: none in our country}
products:
  radio: {depends_on: spectrum}  # <- dependent-parameter-set-elsewhere
""",
    silent="""
id: demo
organizations:
  maker: {own: true}
committees:
  spectrum:
    seats: [{organization: maker}]
products:
  radio: {depends_on: spectrum}
""",
)
def dependent_parameter_set_elsewhere(case: Case) -> Iterator[Answer]:
    ours = our_organizations(case.graph, case.project)
    for product in case.graph.of(Product):
        makers = case.graph.targets(product, MADE_BY)
        if not makers or any(maker in ours for maker in makers):
            for committee in case.graph.targets(product, PRODUCT_DEPENDS_ON):
                yield from _asked(case, ours, product, committee)


def _asked(case: Case, ours: tuple[Organization, ...], product: Product, committee: Committee) -> Iterator[Answer]:
    found = presence(case.graph, ours, committee, case.now)
    if found.missing is not None:
        node, field = found.missing
        yield Unanswered(node, field, (product,))
    elif found.state != "present":
        yield _finding(product, committee, found)


def _finding(product: Product, committee: Committee, found: Presence) -> Finding:
    is_sure = found.state == "absent"
    ended = (Step(seat.committee, (*seat.where, "until")) for seat in found.ended)
    return Finding(
        product, None, {"product": product, "committee": committee}, others=(committee,),
        chain=(Step(product, "depends_on"), Step(committee), *ended),
        severity="error" if is_sure else "warning", message=None if is_sure else _MIRROR_UNTOLD,
    )  # fmt: skip
