"""A project works in a listed field and says neither which technology is core and important nor that none is."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="error",
    question=Text(
        en="Does a project in a listed field say which technology is core and important, or that none is?",
        ja="対象分野のプロジェクトが、コア重要技術等を特定しているか、無いと述べているか",
    ),
    message=Text(
        en="{project} works in {fields} and says neither which technology is core and important nor that none is.",
        ja="{project} は {fields} の分野にあるが、コア重要技術等を特定しておらず、無いとも述べていない。",
    ),
    remedy=Text(
        en="List the core important technology, or state with a reason that there is none.",
        ja="コア重要技術等を列挙するか、無い場合は理由を付けてそう述べる。",
    ),
    why=Text(
        en="In listed fields the funder asks for the list and for measures against leaks; "
        "what is not named is not guarded when partners, papers and standards come.",
        ja="対象分野では資金配分機関が一覧と流出防止策を求める。特定しない技術は、共同研究・発表・標準化の場で守られない。",
    ),
    basis=Basis(practice=("G43",)),
    fires="""
id: demo
listed_fields: [semiconductors]  # <- core-technology-unstated
outputs:
  etching: {title: Etching}
""",
    silent="""
id: demo
listed_fields: [semiconductors]
core_technologies: {not_applicable: The committee of 2026-02-03 found none}
outputs:
  etching: {title: Etching}
""",
)
def core_technology_unstated(case: Case) -> Iterator[Answer]:
    project, outputs = case.project, case.graph.of(Output)
    if not project.is_answered("listed_fields"):
        if outputs:
            yield Unanswered(project, "listed_fields")
    elif project.listed_fields and not project.is_answered("core_technologies") and not _is_told_by_output(outputs):
        yield Finding(
            project, "listed_fields", {"project": project, "fields": ", ".join(project.listed_fields)},
            chain=(Step(project, "listed_fields"), Step(project, "core_technologies")),
        )  # fmt: skip


def _is_told_by_output(outputs: tuple[Output, ...]) -> bool:
    """Whether the outputs themselves say it: one is flagged, or every one is flagged as not."""
    flags = [output.core_important for output in outputs]
    return any(flags) or (bool(flags) and all(flag is False for flag in flags))
