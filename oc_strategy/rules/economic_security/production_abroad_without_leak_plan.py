"""A product that carries a secret output is made abroad, and the project states no measures against leaks."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.business import Product
from oc_strategy.model.edges import EMBODIES, PROJECT_OWNER
from oc_strategy.model.keeping import is_kept_output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Does a plan against leaks exist where a secret output is made abroad?",
        ja="秘匿する成果を海外で生産する場合に、流出防止策があるか",
    ),
    message=Text(
        en="{product} is made in {countries} and carries {outputs}, kept secret; no measures against leaks are stated.",
        ja="{product} は {countries} で生産され、秘匿する {outputs} を含むが、流出防止策が書かれていない。",
    ),
    remedy=Text(
        en="State the measures: which steps stay at home, who has access abroad, what the contract forbids.",
        ja="流出防止策（国内に残す工程、海外での閲覧者、契約上の禁止）を書く。",
    ),
    why=Text(
        en="A secret leaves with the process, the machines and the people; abroad, home law helps late or not at all.",
        ja="秘密は工程・設備・人とともに流出し、海外では国内法による救済が遅れるか及ばない。",
    ),
    basis=Basis(practice=("G46",)),
    fires="""
id: demo
owner: maker
outputs:
  coder: {title: Coder}
products:
  box: {embodies: coder, made_in: [JP, VN]}  # <- production-abroad-without-leak-plan
organizations:
  maker: {title: Maker, country: JP}
options:
  plan:
    treatments:
      coder: keep-secret
""",
    silent="""
id: demo
owner: maker
leak_measures: Firing stays in Japan; the site abroad gets sealed parts
outputs:
  coder: {title: Coder}
products:
  box: {embodies: coder, made_in: [JP, VN]}
organizations:
  maker: {title: Maker, country: JP}
options:
  plan:
    treatments:
      coder: keep-secret
""",
)
def production_abroad_without_leak_plan(case: Case) -> Iterator[Answer]:
    if case.project.is_answered("leak_measures"):
        return
    owner = case.graph.target(case.project, PROJECT_OWNER)
    for product in case.graph.of(Product):
        kept = tuple(o for o in case.graph.targets(product, EMBODIES) if is_kept_output(case.option, o))
        if not kept or not product.made_in:
            continue
        if owner is None or owner.country is None:
            yield Unanswered(owner or case.project, "country" if owner else "owner", (product,))
        elif abroad := [country for country in product.made_in if country != owner.country]:
            yield Finding(
                product, "made_in", {"product": product, "countries": ", ".join(abroad), "outputs": kept}, others=kept,
                chain=(Step(product, "made_in"), *(Step(o) for o in kept), Step(case.project, "leak_measures")),
            )  # fmt: skip
