"""Nothing on record shows that a secret meets what the law asks of a trade secret."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from oc_strategy.facts import Fact
from oc_strategy.lang import field_label
from oc_strategy.model.filing import EUROPEAN
from oc_strategy.model.guarding import contracts_on, secrets_on
from oc_strategy.model.keeping import kept_outputs, kept_secrets
from oc_strategy.model.node import Node
from oc_strategy.model.rights import Secret
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule

Requirement = Literal["secrecy-management", "usefulness", "non-public"]
EVIDENCE: Final[dict[Requirement, tuple[str, Severity]]] = {
    "secrecy-management": ("measures", "error"),
    "usefulness": ("useful_because", "warning"),
    "non-public": ("non_public_checked_on", "warning"),
}
"""The field that shows each requirement, and how grave its absence is: only care not taken cannot be made up for."""

_NO_ENTRY = Text(
    en="{output} is kept secret in {option}, and neither a secret, a licence nor an agreement shows how.",
    ja="{option} で秘匿する {output} に、営業秘密の管理もライセンスも契約も書かれていない。",
)


@rule(
    severity="error",
    question=Text(
        en="Is there evidence for each requirement of a trade secret?",
        ja="営業秘密の要件ごとに、満たすことを示す記録があるか",
    ),
    message=Text(
        en='{secret} has nothing on record under "{field}", which a trade secret needs.',
        ja="{secret} には、営業秘密の要件を示す「{field}」の記録がない。",
    ),
    remedy=Text(
        en="Take secrecy measures, and record them with why it is useful and when it was found not to be public.",
        ja="秘密管理措置を取り、有用である理由と非公知を確かめた日とともに記録する。",
    ),
    why=Text(
        en="The law protects a secret only if it is managed as one, is useful, and is not publicly known; the holder "
        "has to show it (Japan's Unfair Competition Prevention Act, Art. 2(6)).",
        ja="法が守るのは、秘密として管理され、有用で、公然と知られていない情報だけであり、"
        "保有者がそれを示す（不正競争防止法2条6項）。",
    ),
    basis=Basis(facts=("trade-secret-requirements",), practice=("G10", "S51", "S52", "S61")),
    fires="""
id: demo
secrets:
  recipe:  # <- secret-without-measures
    useful_because: It raises the yield
    non_public_checked_on: 2026-01-15
""",
    silent="""
id: demo
secrets:
  recipe:
    measures: [access-control, nda]
    useful_because: It raises the yield
    non_public_checked_on: 2026-01-15
  history:
    measures: {not_applicable: the care is not public}
    useful_because: It raises the yield
    non_public_checked_on: {not_applicable: a historic case}
""",
)
def secret_without_measures(case: Case) -> Iterator[Answer]:
    for secret in kept_secrets(case.graph, case.option):
        for requirement, (field, severity) in EVIDENCE.items():
            if not secret.is_answered(field):
                yield _finding(case, secret, requirement, field, severity)
    yield from _without_entry(case)


def _without_entry(case: Case) -> Iterator[Answer]:
    for output in kept_outputs(case.graph, case.option):
        if case.option and not (secrets_on(case.graph, output) or contracts_on(case.graph, output)):
            yield Finding(
                case.option, ("treatments", output.id), {"output": output, "option": case.option}, others=(output,),
                chain=(Step(output),), severity="warning", message=_NO_ENTRY,
            )  # fmt: skip


def _finding(case: Case, secret: Secret, requirement: Requirement, field: str, severity: Severity) -> Finding:
    return Finding(
        secret, field, {"secret": secret, "field": field_label("secrets", field)},
        chain=(Step(secret), Step(secret, "measures"), Step(secret, "storage_country")),
        facts=_law(case, secret, requirement), severity=severity,
    )  # fmt: skip


def _law(case: Case, secret: Secret, requirement: Requirement) -> tuple[Fact, ...]:
    """The requirement where the secret lies; where nothing is known of that place, wherever it is known."""
    found = case.facts.every("trade-secret-requirements", _place(case, secret), requirement=requirement)
    return found or case.facts.every("trade-secret-requirements", requirement=requirement)


def _place(case: Case, secret: Secret) -> str | None:
    owner: Node | None = case.graph.get(case.project.owner)
    country: str | None = secret.storage_country or getattr(owner, "country", None)
    in_union = country is not None and not case.facts.every("trade-secret-requirements", country)
    return "EU" if in_union and country in EUROPEAN else country
