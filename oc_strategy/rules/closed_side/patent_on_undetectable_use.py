"""An output is to be patented though nobody could see others use it, and no reason is given."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Could we see others use what we patent?",
        ja="特許を取る成果を他社が使ったとき、それを見つけられるか",
    ),
    message=Text(
        en="{output} is to be patented in {option}, its use by others cannot be detected, and no reason is given.",
        ja="{option} で権利化する {output} は、他社の使用を検出できないが、理由が書かれていない。",
    ),
    remedy=Text(
        en="Keep {output} secret, claim a trace of it that shows in products, or give the reason for filing.",
        ja="{output} を秘匿するか、製品に現れる痕跡を請求項にするか、出願する理由を書く。",
    ),
    why=Text(
        en="Publication teaches everybody, and a right whose infringement nobody can prove stops nobody; factory "
        "processes are the usual case.",
        ja="公開で誰もが学べるのに、侵害を立証できない権利では止められない。工場内の製法に多い。",
    ),
    basis=Basis(practice=("G13", "S96")),
    fires="""
id: demo
outputs:
  annealing: {title: Annealing, detectability: undetectable}
options:
  chosen:
    treatments:
      annealing: patent-exclusive  # <- patent-on-undetectable-use
""",
    silent="""
id: demo
outputs:
  annealing: {title: Annealing, detectability: undetectable}
  cooling: {title: Cooling, detectability: undetectable}
  plate: {title: Plate, detectability: easy}
options:
  chosen:
    treatments:
      annealing: keep-secret
      cooling: {mode: patent-exclusive, reason: A rival is about to file}
      plate: patent-exclusive
""",
)
def patent_on_undetectable_use(case: Case) -> Iterator[Answer]:
    if case.option is None and case.graph.of(Output):
        yield Unanswered(case.project, "option")
    for output in case.graph.of(Output):
        treatment = case.treatment(output)
        if treatment is None or "patent" not in treatment.disclosures or treatment.reason is not None:
            continue
        if not output.is_answered("detectability"):
            yield Unanswered(output, "detectability")
        elif output.detectability == "undetectable" and case.option:
            yield Finding(
                case.option, ("treatments", output.id), {"output": output, "option": case.option}, others=(output,),
                chain=(Step(output, "detectability"),),
            )  # fmt: skip
