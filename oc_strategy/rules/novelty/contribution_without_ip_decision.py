"""A contribution shows outputs to a committee for which nobody decided whether they are filed, kept or given away."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import CONTRIBUTION_REVEALS, TREATS
from oc_strategy.model.filing import patents_on
from oc_strategy.model.revenue import licences_of
from oc_strategy.model.standardization import Contribution
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="warning",
    question=Text(
        en="Is it decided what happens to every output that a contribution shows?",
        ja="寄書が明かす成果すべてについて、権利の扱いを決めているか",
    ),
    message=Text(
        en="{contribution} shows {output}, and no patent, licence or treatment says what becomes of it.",
        ja="{contribution} は {output} を明かすが、特許・許諾・扱いのいずれも決まっていない。",
    ),
    remedy=Text(
        en="Decide before it is tabled whether {output} is filed, licensed free or published on purpose.",
        ja="提出の前に、{output} を出願するか、無償で許諾するか、意図して公開するかを決める。",
    ),
    why=Text(
        en="A contribution is prior art from the day it is accessible; what was not decided before is decided by it.",
        ja="寄書は閲覧できる日から先行技術となる。前もって決めなければ、提出そのものが開放の決定になる。",
    ),
    basis=Basis(facts=("standards-contribution-public",), practice=("G01",), cases=("F08",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder}
contributions:
  paper: {title: Paper, reveals: coder}  # <- contribution-without-ip-decision
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder}
contributions:
  paper: {title: Paper, reveals: coder}
options:
  plan:
    treatments:
      coder: standard-free
""",
)
def contribution_without_ip_decision(case: Case) -> Iterator[Answer]:
    for paper in case.graph.of(Contribution):
        for path, node_id in CONTRIBUTION_REVEALS.references(paper):
            output = case.graph.get(node_id)
            if isinstance(output, Output) and paper.status != "withdrawn" and not _is_decided(case, output):
                yield Finding(
                    paper, path, {"contribution": paper, "output": output}, others=(output,),
                    chain=(Step(paper, path), Step(output)),
                )  # fmt: skip


def _is_decided(case: Case, output: Output) -> bool:
    """Whether a family, a licence or any option's treatment takes the output up."""
    graph = case.graph
    return bool(patents_on(graph, output) or licences_of(graph, output) or graph.sources(output, TREATS))
