"""A university takes part in what is kept secret, and nothing lets anybody read its papers before they appear."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import AGREES_ON, PARTY_TO, PROTECTS, SHARED_WITH
from oc_strategy.model.keeping import kept_outputs
from oc_strategy.model.ours import organization_of
from oc_strategy.model.parties import Agreement, Organization
from oc_strategy.model.settling import creators, parties_of, rights_in
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule


@rule(
    severity="warning",
    question=Text(
        en="Can papers of a university that knows a secret output be read before they appear?",
        ja="秘匿する成果に関わる大学の発表を、事前に確認できるか",
    ),
    message=Text(
        en="{university} takes part in {output}, which is kept secret, "
        "and no agreement on it has papers reviewed first.",
        ja="{university} は秘匿する {output} に関わるが、発表前の確認を定めた契約がない。",
    ),
    remedy=Text(
        en="Agree with {university} on a review of papers and talks on {output} before they are submitted.",
        ja="{output} に関する論文・講演を投稿前に確認する取決めを {university} と結ぶ。",
    ),
    why=Text(
        en="Publishing is what a university is for; without a review the first paper ends the secret.",
        ja="発表は大学の使命であり、確認の仕組みがなければ最初の論文で秘密は失われる。",
    ),
    basis=Basis(practice=("G40",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder, created_by: [maker, university]}  # <- partner-publication-uncontrolled
organizations:
  maker: {title: Maker}
  university: {title: University, kind: university}
agreements:
  joint: {kind: joint-research, publication_review: false, parties: [maker, university], covers: coder}
options:
  plan:
    treatments:
      coder: keep-secret
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder, created_by: [maker, university]}
organizations:
  maker: {title: Maker}
  university: {title: University, kind: university}
agreements:
  joint: {kind: joint-research, publication_review: true, parties: [maker, university], covers: coder}
options:
  plan:
    treatments:
      coder: keep-secret
""",
)
def partner_publication_uncontrolled(case: Case) -> Iterator[Answer]:
    for output in kept_outputs(case.graph, case.option):
        for university in _universities(case, output):
            yield from _judged(case, output, university)


def _universities(case: Case, output: Output) -> tuple[Organization, ...]:
    """The universities that created the output or with which a secret on it is shared."""
    shared = case.graph.all_targets(case.graph.sources(output, PROTECTS), SHARED_WITH)
    involved = (*creators(case.graph, output), *(organization_of(case.graph, party) for party in shared))
    return tuple(dict.fromkeys(o for o in involved if o is not None and o.kind == "university"))


def _judged(case: Case, output: Output, university: Organization) -> Iterator[Answer]:
    agreements = _agreements(case, output, university)
    if any(agreement.publication_review for agreement in agreements):
        return
    unsaid = next((a for a in agreements if not a.is_answered("publication_review")), None)
    if unsaid is not None:
        yield Unanswered(unsaid, "publication_review", (output,))
    else:
        yield Finding(
            output, "created_by", {"university": university, "output": output}, others=(university,),
            chain=(Step(output), Step(university), *(Step(a, "publication_review") for a in agreements)),
        )  # fmt: skip


def _agreements(case: Case, output: Output, university: Organization) -> list[Agreement]:
    """The agreements with the university on the output or its rights; those that name no parties count too."""
    found = case.graph.all_sources(rights_in(case.graph, output), AGREES_ON)
    named = {a: parties_of(case.graph, a) for a in found}
    return [a for a in found if university in named[a] or not case.graph.targets(a, PARTY_TO)]
