"""A stage code does not exist, or the history of stages runs backwards without a return being recorded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, permutations
from typing import Final

from oc_strategy.facts import Facts
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import Path
from oc_strategy.model.lifecycle import Stage, body_of, stage_of
from oc_strategy.model.standardization import StageDate, Standard
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, Value, rule

HARMONISED: Final = frozenset({"iso", "iec", "iso-iec"})
"""Bodies whose stage codes are the harmonised ones; IEC adds a few substages of its own."""
_RETURNS: Final = frozenset({92, 93})

_BACKWARDS = Text(
    en="{standard} goes back from {later} ({on_later}) to {earlier} ({on_earlier}), and no stage ending in .92 or .93 "
    "records the return.",
    ja="{standard} は {later}（{on_later}）から {earlier}（{on_earlier}）へ戻っているが、"
    "差戻しを示す .92 または .93 の段階がない。",
)
_BEHIND = Text(
    en="{standard} is said to be at {earlier}, but its history reached {later} on {on_later}.",
    ja="{standard} の段階は {earlier} とあるが、履歴では {on_later} に {later} に達している。",
)


@rule(
    severity="error",
    question=Text(
        en="Is every stage code one of the 46, and does the history run forwards?",
        ja="段階コードは46種のいずれかで、履歴は順に進んでいるか",
    ),
    message=Text(
        en="{standard} has the stage {stage}, which is none of the 46 harmonised codes.",
        ja="{standard} の段階 {stage} は、46種の国際調和段階コードにない。",
    ),
    remedy=Text(
        en="Write the code that the body's catalogue shows, and its date.",
        ja="標準化機関の書誌にある段階コードと日付に直す。",
    ),
    why=Text(
        en="Deadlines for comments and declarations are read from the stage; a wrong one gives wrong deadlines.",
        ja="意見提出や特許声明の期限は段階から読む。段階が誤っていれば期限も誤る。",
    ),
    basis=Basis(facts=("stage-codes", "stage-rules")),
    fires="""
id: demo
standards:
  skipped: {body: iso, stage: "20.92"}  # <- stage-impossible
  returned:
    body: iso
    stages:
      - {stage: "40.00", actual: 2025-03-10}
      - {stage: "30.00", actual: 2025-09-01}  # <- stage-impossible
""",
    silent="""
id: demo
standards:
  returned:
    body: iso
    stage: "30.00"
    stages:
      - {stage: "40.00", actual: 2025-03-10}
      - {stage: "40.92", actual: 2025-08-04}
      - {stage: "30.00", actual: 2025-09-01}
""",
)
def stage_impossible(case: Case) -> Iterator[Answer]:
    known = _known_codes(case.facts)
    for standard in case.graph.of(Standard):
        yield from _unknown_codes(case, standard, known)
        yield from _backwards(standard)
        yield from _behind(standard)


def _known_codes(facts: Facts) -> frozenset[str]:
    return frozenset(fact.value for fact in facts.about("stage-codes") if fact.value)


def _unknown_codes(case: Case, standard: Standard, known: frozenset[str]) -> Iterator[Answer]:
    body = body_of(case.graph, standard)
    places: list[tuple[Path, str | None]] = [(("stage",), standard.stage)]
    places += [(("stages", index, "stage"), entry.stage) for index, entry in enumerate(standard.stages)]
    for where, code in places:
        if code is None or code in known or (body is not None and body not in HARMONISED):
            continue
        if body is None:
            yield Unanswered(standard, "body")
            return
        if not (body != "iso" and _is_extra(case.facts, code)):
            # IEC has substages of its own, of which no full list was seen.
            severity: Severity = "question" if body == "iec" else "error"
            values: dict[str, Value] = {"standard": standard, "stage": code}
            yield Finding(standard, where, values, chain=(Step(standard, where),), severity=severity)


def _is_extra(facts: Facts, code: str) -> bool:
    names = facts.find("stage-rules", "iec", aspect="stage-names")
    return names is not None and code in names.detail.get("extra", "")


def _backwards(standard: Standard) -> Iterator[Answer]:
    for kind in ("actual", "target"):
        dated = [(i, entry, stage_of(entry.stage), getattr(entry, kind)) for i, entry in enumerate(standard.stages)]
        known = [(i, entry, stage, on) for i, entry, stage, on in dated if stage and on]
        if _is_in_order([(stage, on) for _, _, stage, on in known]):
            continue
        for (_, later, high, first), (i, earlier, low, then) in permutations(known, 2):
            if high > low and first.certainly_before(then) and not _is_return(high, first, then, standard, kind):
                yield _found(standard, i, later, earlier, first, then)
                return


def _is_in_order(reached: list[tuple[Stage, Date]]) -> bool:
    """Whether the stages are written from the first to the last, and none may be dated before one above it."""
    return all(low[0] <= high[0] and low[1].last <= high[1].first for low, high in pairwise(reached))


def _behind(standard: Standard) -> Iterator[Answer]:
    written = stage_of(standard.stage)
    past = [(stage_of(e.stage), e.actual, e) for e in standard.stages if e.actual]
    for stage, on, entry in past:
        if written and stage and on and written < stage and not _is_return(stage, on, None, standard, "actual"):
            values: dict[str, Value] = {
                "standard": standard,
                "earlier": standard.stage or "",
                "later": entry.stage,
                "on_later": on,
            }
            where = ("stages", standard.stages.index(entry), "stage")
            yield Finding(standard, "stage", values, chain=(Step(standard, where),), message=_BEHIND)
            return


def _is_return(high: Stage, first: Date, then: Date | None, standard: Standard, kind: str) -> bool:
    """Whether some stage from there on, between the two days, sends the work back."""
    for entry in standard.stages:
        stage, on = stage_of(entry.stage), getattr(entry, kind)
        if stage and on and stage[1] in _RETURNS and stage[0] >= high[0]:
            return not on.certainly_before(first) and not (then and then.certainly_before(on))
    return False


def _found(standard: Standard, i: int, later: StageDate, earlier: StageDate, first: Date, then: Date) -> Finding:
    return Finding(
        standard, ("stages", i, "stage"),
        {
            "standard": standard, "later": later.stage, "on_later": first, "earlier": earlier.stage,
            "on_earlier": then,
        },
        chain=(
            Step(standard, ("stages", standard.stages.index(later), "stage")), Step(standard, ("stages", i, "stage")),
        ),
        message=_BACKWARDS,
    )  # fmt: skip
