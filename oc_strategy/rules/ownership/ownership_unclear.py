"""Several organizations made an output, and nothing says whose it is or what each may do with it."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import CREATED_BY
from oc_strategy.model.filing import patents_on
from oc_strategy.model.parties import Agreement, Organization
from oc_strategy.model.rights import Patent
from oc_strategy.model.settling import (
    creators,
    is_licensed_among,
    parties_of,
    settling_agreements,
    unlinked_agreements,
    unplaced_creators,
)
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, Value, rule

_NOT_A_PARTY = Text(
    en="{output} was created by {creators}, but {missing} is no party to {agreement}; whose is that part?",
    ja="{output} は {creators} が創出したが、{missing} は {agreement} の当事者でない。その持分は誰のものか。",
)


@rule(
    severity="error",
    question=Text(
        en="Is it settled whose an output is that several organizations created?",
        ja="複数の機関が創出した成果の帰属は決まっているか",
    ),
    message=Text(
        en="{output} was created by {creators}, and no agreement, share or licence says whose it is.",
        ja="{output} は {creators} が創出したが、帰属を定める契約も持分も許諾もない。",
    ),
    remedy=Text(
        en="Agree on ownership and use of {output} among its creators, and link the agreement to it.",
        ja="{output} の帰属と利用を創出した機関の間で取り決め、その契約を結び付ける。",
    ),
    why=Text(
        en="Without an agreement each creator may block the others' filing and licensing, "
        "and nobody can promise the output to a standard or a customer.",
        ja="取決めがなければ互いに出願や許諾を妨げ得るため、標準にも顧客にも成果を約束できない。",
    ),
    basis=Basis(facts=("co-ownership",), practice=("G37",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder, created_by: [maker, university]}  # <- ownership-unclear
organizations:
  maker: {title: Maker}
  university: {title: University}
agreements:
  secrecy: {kind: nda, parties: [maker, university], covers: coder}
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder, created_by: [maker, university]}
organizations:
  maker: {title: Maker}
  university: {title: University}
agreements:
  joint: {kind: joint-research, ownership_rule: Halves, parties: [maker, university], covers: coder}
""",
)
def ownership_unclear(case: Case) -> Iterator[Answer]:
    for output in case.graph.of(Output):
        made_by = creators(case.graph, output)
        if len(made_by) > 1 and not is_licensed_among(case.graph, output, made_by):
            yield from _judged(case, output, made_by)
        elif (unplaced := unplaced_creators(case.graph, output)) and len(made_by) + len(unplaced) > 1:
            yield Unanswered(unplaced[0], "works_for", (output,))
        elif _is_expected_joint(case, output):
            yield Unanswered(output, "created_by")


def _is_expected_joint(case: Case, output: Output) -> bool:
    """Whether nobody is named as creator in a project that has partners."""
    return bool(case.project.partners) and not output.is_answered("created_by")


def _judged(case: Case, output: Output, made_by: tuple[Organization, ...]) -> Iterator[Answer]:
    patents = [patent for patent in patents_on(case.graph, output) if patent.owners]
    if patents and all(_is_shared_out(patent) for patent in patents):
        return
    agreements = settling_agreements(case.graph, output)
    answers = [_answered(case, output, made_by, agreement) for agreement in agreements]
    if None in answers:
        return
    told = [answer for answer in answers if answer is not None]
    yield told[0] if told else _unsettled(case, output, made_by, patents)


def _is_shared_out(patent: Patent) -> bool:
    return len(patent.owners) == 1 or all(share is not None for share in patent.owners.values())


def _answered(case: Case, output: Output, made_by: tuple[Organization, ...], agreement: Agreement) -> Answer | None:
    """What keeps an agreement from settling the matter; None where it does settle it."""
    parties = parties_of(case.graph, agreement)
    missing = tuple(organization for organization in made_by if parties and organization not in parties)
    if missing:
        values: dict[str, Value] = {
            "output": output, "creators": made_by, "missing": missing, "agreement": agreement,
        }  # fmt: skip
        chain = (Step(output, "created_by"), Step(agreement, "parties"))
        return Finding(output, "created_by", values, (agreement,), chain, severity="question", message=_NOT_A_PARTY)
    if not agreement.is_answered("ownership_rule"):
        return Unanswered(agreement, "ownership_rule", (output,))
    return None if parties else Unanswered(agreement, "parties", (output,))


def _unsettled(case: Case, output: Output, made_by: tuple[Organization, ...], patents: list[Patent]) -> Answer:
    if patents:
        return Unanswered(next(p for p in patents if not _is_shared_out(p)), "owners", (output,))
    unlinked = next((a for a in unlinked_agreements(case.graph) if _is_among(case, a, made_by)), None)
    if unlinked is not None:
        return Unanswered(unlinked, "covers", (output,))
    chain = (Step(output, "created_by"), *(Step(party) for party in case.graph.targets(output, CREATED_BY)))
    return Finding(output, "created_by", {"output": output, "creators": made_by}, chain=chain)


def _is_among(case: Case, agreement: Agreement, made_by: tuple[Organization, ...]) -> bool:
    return set(made_by) <= set(parties_of(case.graph, agreement))
