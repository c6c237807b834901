"""A member of a family cannot count from the first filing: it came too late, or claims what the first filing lacks."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.facts import Fact
from oc_strategy.facts.periods import priority_fact, restoration_fact
from oc_strategy.model.edges import Path
from oc_strategy.model.filing import filing_date, first_filing, parent_of, priority_end, priority_state
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, Value, rule

_MAYBE = Text(
    en="The {office} filing of {patent} ({filed}) may come after the priority period, which ended on {ends}.",
    ja="{patent} の {office} への出願（{filed}）は、{ends} に終わる優先期間を過ぎていた可能性がある。",
)
_RESTORABLE = Text(
    en="The {office} filing of {patent} ({filed}) comes after the priority period, which ended on {ends}; "
    "it keeps the first date only if {office} restored the priority.",
    ja="{patent} の {office} への出願（{filed}）は、{ends} に終わった優先期間の後である。"
    "{office} が優先権を回復した場合に限り、最初の日を基準にできる。",
)
_UNSUPPORTED = Text(
    en="What the {office} filing of {patent} claims is not in the first filing ({first}); "
    "it counts only from its own date ({filed}).",
    ja="{patent} の {office} への出願が請求する内容は最初の出願（{first}）に記載がなく、"
    "自らの出願日（{filed}）でしか判断されない。",
)


@rule(
    severity="error",
    question=Text(
        en="Does every member of the family keep the date of the first filing?",
        ja="ファミリーの各出願は、最初の出願の日を基準にできるか",
    ),
    message=Text(
        en="The {office} filing of {patent} ({filed}) comes after the priority period, which ended on {ends}; "
        "it counts only from its own date.",
        ja="{patent} の {office} への出願（{filed}）は、{ends} に終わった優先期間の後であり、"
        "自らの出願日でしか判断されない。",
    ),
    remedy=Text(
        en="Check the date, the office's closed days and any restoration of priority; "
        "else compare every disclosure in between with the later date.",
        ja="日付、官庁の閉庁日、優先権の回復の有無を確かめ、なければ間の公開をすべて後の出願日と照らす。",
    ),
    why=Text(
        en="A filing outside the twelve months (designs: six), or of matter the first filing lacks, has no priority: "
        "own standards documents of the time between become prior art against it.",
        ja="12か月（意匠は6か月）を過ぎた出願や、最初の出願に記載のない内容には優先権がなく、その間の自らの標準文書も先行技術となる。",
    ),
    basis=Basis(facts=("priority-period",), practice=("C02", "G03"), cases=("F09", "S01", "S03")),
    fires="""
id: demo
patents:
  family:
    priority_date: 2011-05-02
    members:
      - {office: JP, filed: 2011-05-02}
      - {office: US, filed: 2012-05-03, priority_claimed: true}  # <- priority-chain-broken
      - {office: EP, filed: 2012-04-27, priority_claimed: true, priority_supported: false}  # <- priority-chain-broken
""",
    silent="""
id: demo
patents:
  family:
    priority_date: 2011-05-02
    members:
      - {office: JP, filed: 2011-05-02}
      - {office: WO, filed: 2012-05-02, priority_claimed: true}
      - {office: US, route: pct, filed: 2013-11-01, priority_claimed: true}
""",
)
def priority_chain_broken(case: Case) -> Iterator[Answer]:
    for patent in case.graph.of(Patent):
        for index, member in enumerate(patent.members):
            # A member that entered from a listed application stands or falls with that one.
            if member.status != "planned" and parent_of(patent, member) is None:
                yield from _judged(case, patent, ("members", index), member)


def _judged(case: Case, patent: Patent, place: Path, member: Member) -> Iterator[Answer]:
    state = priority_state(patent, member)
    if state == "late":
        restored = _restored(case, patent, member)
        message = _RESTORABLE if restored else None
        yield _finding(case, patent, (*place, "filed"), member, "question" if restored else "error", message, restored)
    elif state == "doubtful":
        yield _finding(case, patent, (*place, "filed"), member, "question", _MAYBE)
    elif state == "unsupported":
        yield _finding(case, patent, (*place, "priority_supported"), member, "error", _UNSUPPORTED)
    elif state == "unknown" and _matters(patent, member):
        yield Unanswered(patent, "members" if first_filing(patent) else "priority_date")


def _restored(case: Case, patent: Patent, member: Member) -> Fact | None:
    """The fact by which the office may have restored the priority, as in force on the day of filing."""
    start, filed = first_filing(patent), filing_date(patent, member)
    if start is None or filed is None or member.priority_claimed is False:
        return None
    fact = restoration_fact(case.facts, member.office, filed.last)
    is_within = fact is not None and not priority_end(patent, start).plus_months(fact.number).certainly_before(filed)
    return fact if is_within else None


def _matters(patent: Patent, member: Member) -> bool:
    return bool(member.priority_claimed) or (len(patent.members) > 1 and first_filing(patent) is not None)


def _finding(
    case: Case,
    patent: Patent,
    place: Path,
    member: Member,
    severity: Severity,
    message: Text | None,
    more: Fact | None = None,
) -> Finding:
    start = first_filing(patent)
    fact = priority_fact(case.facts, patent.right)
    values: dict[str, Value] = {
        "patent": patent, "office": member.office, "filed": filing_date(patent, member) or "?",
        "first": start or "?", "ends": priority_end(patent, start) if start else "?",
    }  # fmt: skip
    return Finding(
        patent, place, values, chain=(Step(patent, "priority_date"), Step(patent, (*place[:2], "filed"))),
        facts=tuple(f for f in (fact, more) if f), severity=severity, message=message,
    )  # fmt: skip
