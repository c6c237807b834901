"""An essential patent ends before the standard it is essential to is expected to be replaced."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts.periods import term_months
from oc_strategy.model.edges import ESSENTIAL_TO
from oc_strategy.model.lasting import last_end
from oc_strategy.model.rights import Patent
from oc_strategy.model.standardization import Standard
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Do the essential patents last as long as the standard?",
        ja="必須特許は標準が使われる間続くか",
    ),
    message=Text(
        en="{patent} ends by {ends}, but {standard} is expected to be in use until {until}.",
        ja="{patent} は {ends} までに終わるが、{standard} は {until} まで使われる見込みである。",
    ),
    remedy=Text(
        en="Plan the years after {ends}: patents on later editions, conformity, service, or no licence income.",
        ja="{ends} より後をどうするか（後の版の特許、認証、サービス、実施料を見込まない）を決める。",
    ),
    why=Text(
        en="Standards often outlive patents; a plan that counts on licence income must say when it ends.",
        ja="標準は特許より長く使われることが多い。実施料を見込む計画は、その終わりを示す必要がある。",
    ),
    basis=Basis(facts=("patent-term",), practice=("G19",)),
    fires="""
id: demo
standards:
  spec: {title: Specification, expected_until: 2045}
patents:
  family:
    essential_to: spec  # <- patent-ends-before-standard
    members: [{office: JP, filed: 2015-06-01, status: granted}]
""",
    silent="""
id: demo
standards:
  spec: {title: Specification, expected_until: 2030}
patents:
  family:
    essential_to: spec
    members: [{office: JP, filed: 2015-06-01, status: granted}]
""",
)
def patent_ends_before_standard(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        for path, node_id in ESSENTIAL_TO.references(patent):
            standard = case.graph.get(node_id)
            if isinstance(standard, Standard) and standard.expected_until is not None:
                yield from _compared(case, patent, path, standard)


def _compared(case: Case, patent: Patent, path: tuple[str | int, ...], standard: Standard) -> Iterator[Answer]:
    ends, until = last_end(patent, lambda m: term_months(case.facts, patent, m, case.today)), standard.expected_until
    if ends == "unknown":
        yield Unanswered(patent, "members", (standard,))
    elif ends is not None and until is not None and ends.possibly_before(until):
        yield Finding(
            patent, path, {"patent": patent, "standard": standard, "ends": ends, "until": until}, others=(standard,),
            chain=(Step(patent, path), Step(standard, "expected_until")),
            severity="warning" if ends.certainly_before(until) else "question",
        )  # fmt: skip
