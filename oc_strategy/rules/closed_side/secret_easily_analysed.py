"""What is kept secret shows in a product on sale, to the eye or to simple analysis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.model.business import Product
from oc_strategy.model.filing import products_with
from oc_strategy.model.keeping import kept_outputs
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

EASY: Final = frozenset({"visible", "simple-analysis"})

_PLANNED = Text(
    en="{output} is kept secret, and {product}, not known to be on sale yet, will show it to anyone who looks.",
    ja="{output} は秘匿するが、発売が確かめられない {product} が出れば、見る・調べるだけで分かる。",
)


@rule(
    severity="error",
    question=Text(
        en="Can what is kept secret be read off a product that is sold?",
        ja="秘匿する成果が、販売する製品から容易に読み取れないか",
    ),
    message=Text(
        en="{output} is kept secret, yet {product}, on sale since {launched}, shows it to anyone who looks.",
        ja="{output} は秘匿するが、{launched} から販売している {product} を見る・調べるだけで分かる。",
    ),
    remedy=Text(
        en="Consider a patent or a design before the sale, hide {output} from analysis, or open it by decision.",
        ja="発売前の特許・意匠を検討するか、{output} を解析できない形にするか、判断して開く。",
    ),
    why=Text(
        en="What simple analysis of a product reveals is no longer secret; what only experts find at great cost and "
        "time stays so. The sale may also take away novelty.",
        ja="製品の簡単な解析で分かるものは秘密ではなくなる。専門家が多くの費用と時間をかけて初めて分かるものは秘密に残る。"
        "販売は新規性も失わせうる。",
    ),
    basis=Basis(facts=("trade-secret-requirements",), practice=("G11", "S81", "S95")),
    fires="""
id: demo
outputs:
  latch: {title: Latch shape, reverse_engineering: visible}  # <- secret-easily-analysed
products:
  case: {title: Carrying case, launched: 2026-03-31, embodies: latch}
options:
  chosen:
    treatments: {latch: keep-secret}
""",
    silent="""
id: demo
outputs:
  latch: {title: Latch shape, reverse_engineering: visible}
  firing: {title: Firing process, reverse_engineering: expert-effort}
products:
  case: {title: Carrying case, launched: 2026-03-31, embodies: [latch, firing]}
options:
  chosen:
    treatments: {latch: patent-exclusive, firing: keep-secret}
""",
)
def secret_easily_analysed(case: Case) -> Iterator[Answer]:
    if case.option is None and case.graph.of(Output):
        yield Unanswered(case.project, "option")
    for output in kept_outputs(case.graph, case.option):
        products = products_with(case.graph, output)
        if products and not output.is_answered("reverse_engineering"):
            yield Unanswered(output, "reverse_engineering", products)
        if output.reverse_engineering in EASY:
            yield from (_finding(case, output, product) for product in products)


def _finding(case: Case, output: Output, product: Product) -> Finding:
    launched = product.launched
    is_sold = launched is not None and launched.last <= case.today
    return Finding(
        output, None, {"output": output, "product": product, "launched": launched or ""}, others=(product,),
        chain=(Step(output, "reverse_engineering"), Step(product), Step(product, "launched")),
        facts=case.facts.every("trade-secret-requirements", requirement="non-public"),
        severity="error" if is_sold else "warning", message=None if is_sold else _PLANNED,
    )  # fmt: skip
