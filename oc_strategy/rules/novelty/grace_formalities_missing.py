"""A filing lives on a grace period, and the statement or the proof that the office asks for came late or not yet."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.facts.periods import grace_facts
from oc_strategy.model.dates import Date, rolled
from oc_strategy.model.disclosure import Reveal, is_gazette, reveals_under
from oc_strategy.model.filing import DEAD, effective_date, filing_date, is_filed
from oc_strategy.model.node import Node
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_PROOF = Text(
    en="{patent} at {office} needs {reveal} ({on}) excused, and the proof was due by {ends}.",
    ja="{patent} は {office} で {reveal}（{on}）に例外を要するが、証明書の提出期限は {ends} である。",
)


@rule(
    severity="error",
    question=Text(
        en="Were statement and proof filed in time where a filing lives on a grace period?",
        ja="新規性喪失の例外に頼る出願で、申述と証明書を期限内に出しているか",
    ),
    message=Text(
        en="{patent} at {office} needs {reveal} ({on}) excused, and the statement of {statement} "
        "came after the filing of {filed}.",
        ja="{patent} は {office} で {reveal}（{on}）に例外を要するが、"
        "申述（{statement}）は出願（{filed}）より後である。",
    ),
    remedy=Text(
        en="File the statement with the application and the proof within its period; once missed, ask about relief at "
        "{office} or claim only what was not shown.",
        ja="申述は出願と同時に、証明書は期間内に提出する。"
        "逃したときは {office} の救済を確かめるか、未公表の部分だけを権利化する。",
    ),
    why=Text(
        en="In Japan and Korea an own disclosure is excused only on a statement at filing and proof within 30 days.",
        ja="日本と韓国では、出願時の申述と30日以内の証明がなければ自らの公開は例外とならない。",
    ),
    basis=Basis(facts=("grace-formalities", "grace-period"), practice=("G02",)),
    fires="""
id: demo
outputs:
  coder: {title: Coder}
publications:
  talk: {on: 2025-06-05, reveals: coder}
patents:
  family:
    covers: coder
    members:
      - office: JP
        filed: 2025-09-01
        status: pending
        grace_statement: 2025-09-02  # <- grace-formalities-missing
        grace_proof: 2025-10-02  # <- grace-formalities-missing
""",
    silent="""
id: demo
outputs:
  coder: {title: Coder}
publications:
  talk: {on: 2025-06-05, reveals: coder}
patents:
  family:
    covers: coder
    members:
      - {office: JP, filed: 2025-09-01, status: pending, grace_statement: 2025-09-01, grace_proof: 2025-10-01}
      - {office: US, filed: 2025-09-01, status: pending}
""",
)
def grace_formalities_missing(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        shown = [reveal for _, reveal in reveals_under(case.graph, patent)]
        for index, member in enumerate(patent.members) if shown else ():
            is_direct = member.route in {None, "direct"} and member.national_phase_entered is None
            if is_direct and is_filed(member, case.now) and member.status not in DEAD:
                yield from _judged(case, patent, index, member, shown)


def _judged(case: Case, patent: Patent, index: int, member: Member, shown: list[Reveal]) -> Iterator[Answer]:
    statement = _formality(case, member, "statement")
    if statement is None or statement.value != "at-filing" or member.filed is None:
        return
    relying = _needing_grace(case, patent, member, shown)
    if relying is None:
        return
    by, on = relying
    if member.grace_statement is None:
        yield Unanswered(patent, "members", (by,))
    elif (late := _late(member.filed, member.grace_statement)) is not None:
        yield Finding(
            patent, ("members", index, "grace_statement"),
            {
                "patent": patent, "office": member.office, "reveal": by, "on": on, "filed": member.filed,
                "statement": member.grace_statement,
            },
            others=(by,), chain=(Step(by), Step(patent, ("members", index, "filed"))), facts=(statement,),
            severity=_relieved(case, member, late),
        )  # fmt: skip
    yield from _proof(case, patent, index, member, by, on)


def _proof(case: Case, patent: Patent, index: int, member: Member, by: Node, on: Date) -> Iterator[Answer]:
    fact = _formality(case, member, "proof")
    if fact is None or member.filed is None:
        return
    ends = rolled(member.filed.plus_days(fact.number))
    if member.grace_proof is None:
        severity: Severity | None = None if ends.possibly_before(case.now) else "warning"
    else:
        late = _late(ends, member.grace_proof)
        severity = _relieved(case, member, late) if late else None
    if member.grace_proof is None and severity is None:
        yield Unanswered(patent, "members", (by,))
    elif severity is not None:
        where = ("members", index, "grace_proof" if member.grace_proof else "filed")
        yield Finding(
            patent, where, {"patent": patent, "office": member.office, "reveal": by, "on": on, "ends": ends},
            others=(by,), chain=(Step(by), Step(patent, ("members", index, "filed"))), facts=(fact,),
            severity=severity, message=_PROOF,
        )  # fmt: skip


def _formality(case: Case, member: Member, aspect: str) -> Fact | None:
    filed = member.filed.last if member.filed else case.today
    return case.facts.find("grace-formalities", member.office, on=filed, aspect=aspect, route="direct")


def _relieved(case: Case, member: Member, severity: Severity) -> Severity:
    """A question where the office, on the day of filing, let a late claim be made for a fee (KR since 2015-07-29)."""
    return "question" if _formality(case, member, "late-claim") else severity


def _late(last: Date, day: Date) -> Severity | None:
    if last.certainly_before(day):
        return "error"
    return "question" if last.possibly_before(day) else None


def _needing_grace(case: Case, patent: Patent, member: Member, shown: list[Reveal]) -> tuple[Node, Date] | None:
    """The first own disclosure that certainly precedes the day that counts, at an office that excuses such ones."""
    counts = effective_date(patent, member)
    texts = grace_facts(case.facts, member.office, patent.right, filing_date(patent, member) or case.now)
    if counts is None or not texts or any(fact.detail.get("covers") != "general" for fact in texts):
        return None
    before = ((r.by, r.on) for r in shown if r.on is not None and r.on.certainly_before(counts) and not is_gazette(r))
    return next(before, None)
