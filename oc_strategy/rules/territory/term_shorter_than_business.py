"""The patents that are to keep or license an output end before the business with it does."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts.periods import term_months
from oc_strategy.model.business import Product
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import EMBODIES
from oc_strategy.model.filing import patents_on
from oc_strategy.model.lasting import End, last_end
from oc_strategy.model.rights import Patent
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.model.wanting import want_of
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Do the patents last as long as the business they are to protect?",
        ja="特許は、守るべき事業の終わりまで続くか",
    ),
    message=Text(
        en="The patents on {output} end by {ends}, but {product} is to earn until {until}.",
        ja="{output} の特許は {ends} までに終わるが、{product} は {until} まで収益を見込む。",
    ),
    remedy=Text(
        en="Plan what keeps the lead after {ends}: improvements, know-how, a mark, service; or shorten the forecast.",
        ja="{ends} より後の優位を何で保つか（改良、ノウハウ、商標、サービス）を決めるか、収益の見込みを改める。",
    ),
    why=Text(
        en="Once the last patent ends rivals may enter with the same thing, and licence income stops.",
        ja="最後の特許が終われば競合は同じもので参入でき、実施料も入らなくなる。",
    ),
    basis=Basis(facts=("patent-term",), practice=("G19",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder}
products:
  box: {embodies: coder, revenue_until: 2040}  # <- term-shorter-than-business
patents:
  family:
    covers: coder
    members: [{office: JP, filed: 2015-06-01, status: granted}]
options:
  plan:
    treatments:
      coder: patent-exclusive
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder}
products:
  box: {embodies: coder, revenue_until: 2034}
patents:
  family:
    covers: coder
    members: [{office: JP, filed: 2015-06-01, status: granted}]
options:
  plan:
    treatments:
      coder: patent-exclusive
""",
)
def term_shorter_than_business(case: Case) -> Iterator[Answer]:
    for product in case.graph.of(Product):
        for output in case.graph.targets(product, EMBODIES) if product.revenue_until else ():
            treatment = case.treatment(output)
            is_patented = treatment is not None and "patent" in treatment.disclosures
            if product.revenue_until and is_patented and want_of(case.option, output) == "needed":
                yield from _compared(case, product, product.revenue_until, output)


def _compared(case: Case, product: Product, until: Date, output: Output) -> Iterator[Answer]:
    patents = [patent for patent in patents_on(case.graph, output) if patent.members]
    ends = {patent.id: _last_end(case, patent) for patent in patents}
    known = [end for end in ends.values() if isinstance(end, Date)]
    if any(not end.possibly_before(until) for end in known):
        return
    vague = next((patent for patent in patents if ends[patent.id] == "unknown"), None)
    if vague is not None:
        yield Unanswered(vague, "members", (product, output))
    elif known:
        last = max(known, key=lambda end: end.last)
        yield _finding(product, output, patents, last, "warning" if last.certainly_before(until) else "question")


def _last_end(case: Case, patent: Patent) -> End:
    return last_end(patent, lambda member: term_months(case.facts, patent, member, case.today))


def _finding(product: Product, output: Output, patents: list[Patent], ends: Date, severity: Severity) -> Finding:
    return Finding(
        product, "revenue_until",
        {"product": product, "output": output, "ends": ends, "until": product.revenue_until or "?"}, others=(output,),
        chain=(Step(product, "revenue_until"), Step(output), *(Step(patent) for patent in patents)), severity=severity,
    )  # fmt: skip
