"""An indicator is behind the straight path to its target, missed it, or was never measured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oc_strategy.model.steering import Indicator, Measurement
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, Value, rule

_NEVER = Text(
    en="{indicator} has a target of {target} and was never measured.",
    ja="{indicator} には目標値 {target} があるが、一度も測られていない。",
)
_MISSED = Text(
    en="{indicator} was to reach {target} by {by}; it last stood at {actual} ({on}).",
    ja="{indicator} は {by} までに {target} に達するはずだったが、最後の実績は {actual}（{on}）である。",
)


@rule(
    severity="warning",
    question=Text(
        en="Is each indicator measured, and on the way to its target?",
        ja="指標は測られ、目標に向かって進んでいるか",
    ),
    message=Text(
        en="{indicator} stood at {actual} on {on}; the straight path to {target} by {by} asks for {expected}.",
        ja="{indicator} の {on} の実績は {actual} で、{by} までに {target} に達する直線上の値 {expected} に届かない。",
    ),
    remedy=Text(
        en="Find out why, and change the actions or the target by decision.",
        ja="原因を確かめ、行動を変えるか、判断して目標を改める。",
    ),
    why=Text(
        en="Whether opening spreads and closing earns shows in figures long before it shows in profit.",
        ja="開いた効果と閉じた効果は、利益に出るよりずっと前に指標に現れる。",
    ),
    basis=Basis(practice=("S42",)),
    fires="""
id: demo
indicators:
  adopters:
    target: 20
    target_by: 2027-01-01
    actuals: [{on: 2025-01-01, value: 0}, {on: 2026-01-01, value: 9}]  # <- indicator-off-track
""",
    silent="""
id: demo
indicators:
  adopters:
    target: 20
    target_by: 2027-01-01
    actuals: [{on: 2025-01-01, value: 0}, {on: 2026-01-01, value: 10}]
""",
)
def indicator_off_track(case: Case) -> Iterator[Answer]:
    for indicator in case.graph.of(Indicator):
        if indicator.target is None:
            continue
        if not indicator.actuals:
            if "actuals" not in indicator.not_applicable:
                values: dict[str, Value] = {"indicator": indicator, "target": indicator.target}
                yield Finding(indicator, None, values, chain=(Step(indicator, "target"),), message=_NEVER)
        elif indicator.target_by is None:
            if not indicator.is_answered("target_by"):
                yield Unanswered(indicator, "target_by")
        else:
            yield from _compared(case, indicator, indicator.target)


def _compared(case: Case, indicator: Indicator, target: float) -> Iterator[Answer]:
    measured = sorted(indicator.actuals, key=lambda m: m.on.last)
    first, latest = measured[0], measured[-1]
    start = first.value if indicator.baseline is None else indicator.baseline
    by = indicator.target_by
    if by is None or _reaches(latest.value, target, start, target):
        return
    if by.certainly_before(case.now):
        yield _finding(indicator, latest, target, target, is_missed=True)
        return
    expected = _expected(first.on.first, start, by.last, target, latest.on.first)
    if expected is not None and not _reaches(latest.value, expected, start, target):
        yield _finding(indicator, latest, target, expected, is_missed=False)


def _reaches(value: float, wanted: float, start: float, target: float) -> bool:
    return value >= wanted if target >= start else value <= wanted


def _expected(begin: date, start: float, end: date, target: float, day: date) -> float | None:
    """The value on the straight line from start to target; None where the line has no length yet."""
    if not begin < day <= end:
        return None
    return start + (target - start) * ((day - begin).days / (end - begin).days)


def _finding(indicator: Indicator, latest: Measurement, target: float, expected: float, *, is_missed: bool) -> Finding:
    return Finding(
        indicator, "actuals",
        {
            "indicator": indicator, "actual": f"{latest.value:g}", "on": latest.on, "target": f"{target:g}",
            "by": indicator.target_by or "", "expected": f"{expected:.4g}",
        },
        chain=(Step(indicator, "baseline"), Step(indicator, "target"), Step(indicator, "target_by")),
        message=_MISSED if is_missed else None,
    )  # fmt: skip
