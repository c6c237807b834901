"""An own organization had no employee-invention rule yet when its people made an output."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.model.dates import Date
from oc_strategy.model.filing import first_filing, patents_on
from oc_strategy.model.ours import our_organizations
from oc_strategy.model.parties import Organization
from oc_strategy.model.settling import creators
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Did every own organization have its employee-invention rule before its people made the output?",
        ja="各機関の職務発明規程は、成果が生まれる前から定められているか",
    ),
    message=Text(
        en="{organization} has an employee-invention rule since {since}, after {output} was made ({made}).",
        ja="{organization} の職務発明規程（{since} から）は、{output} が生まれた後（{made}）に定められている。",
    ),
    remedy=Text(
        en="Have the inventors of {output} assign their rights to {organization} in writing.",
        ja="{output} の発明者から {organization} へ、権利を書面で譲り受ける。",
    ),
    why=Text(
        en="In Japan the right belongs to the employer from the start only under a provision made beforehand; "
        "founders and visiting professors may not be employees at all.",
        ja="日本では、あらかじめ定めがある場合に限り権利は初めから使用者に帰属する。創業者や客員教授は従業者でないこともある。",
    ),
    basis=Basis(facts=("employee-invention",), practice=("G42",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder, completed_on: 2024-09-02, created_by: maker}
organizations:
  maker: {title: Maker, own: true, country: JP, invention_rule_since: 2025-04-01}  # <- employee-invention-rule-missing
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder, completed_on: 2024-09-02, created_by: maker}
organizations:
  maker: {title: Maker, own: true, country: JP, invention_rule_since: 2016-04-01}
""",
)
def employee_invention_rule_missing(case: Case) -> Iterator[Answer]:
    bound = {organization.id: fact for organization in our_organizations(case.graph, case.project)
             if (fact := _law(case, organization))}  # fmt: skip
    for output in case.graph.of(Output):
        for organization in creators(case.graph, output):
            if fact := bound.get(organization.id):
                yield from _compared(case, output, organization, fact)


def _law(case: Case, organization: Organization) -> Fact | None:
    """What the law of its country says of whose an employee's invention is, where that binds an organization."""
    if "invention_rule_since" in organization.not_applicable:
        return None
    return case.facts.find("employee-invention", organization.country or "", aspect="ownership")


def _compared(case: Case, output: Output, organization: Organization, fact: Fact) -> Iterator[Answer]:
    since, made = organization.invention_rule_since, _made(case, output)
    if made is not None and not fact.holds_on(made.last):
        return
    if since is None:
        yield Unanswered(organization, "invention_rule_since")
    elif made is not None and made.possibly_before(since):
        yield Finding(
            organization, "invention_rule_since",
            {"organization": organization, "since": since, "output": output, "made": made}, others=(output,),
            chain=(Step(output, "completed_on"), Step(organization, "invention_rule_since")), facts=(fact,),
            severity="warning" if made.certainly_before(since) and fact.holds_on(made.first) else "question",
        )  # fmt: skip


def _made(case: Case, output: Output) -> Date | None:
    """When it was completed, else the first filing on it, by which it was made at the latest."""
    if output.completed_on is not None:
        return output.completed_on
    filings = (first_filing(patent) for patent in patents_on(case.graph, output))
    return min((f for f in filings if f is not None), key=lambda f: f.first, default=None)
