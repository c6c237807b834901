"""Something outside that matters is not watched: no source, owner or rhythm, or nobody looked for too long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.lang import field_label
from oc_strategy.model.dates import Date
from oc_strategy.model.steering import Trend
from oc_strategy.model.text import Text, listed
from oc_strategy.model.vocabulary import Frequency
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Value, rule

NEEDED: Final = ("source", "owner", "frequency", "last_checked")
MONTHS: Final[dict[Frequency, int]] = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
WEEK_DAYS: Final = 7

_OVERDUE = Text(
    en="{trend} was to be looked at again by {due}; it was last checked on {checked}.",
    ja="{trend} は {due} までに確認するはずだが、最終確認は {checked} である。",
)
_MAYBE = Text(
    en="{trend} may be due for another look (by {due}); it was last checked on {checked}.",
    ja="{trend} は確認の時期（{due} まで）を過ぎている可能性がある。最終確認は {checked}。",
)


@rule(
    severity="warning",
    question=Text(
        en="Does somebody watch each trend, from a named source and often enough?",
        ja="動向ごとに、情報源・担当・頻度を決めて確認しているか",
    ),
    message=Text(
        en="{trend} is listed to be watched, and these are missing: {missing}.",
        ja="{trend} は確認対象だが、次が書かれていない：{missing}。",
    ),
    remedy=Text(
        en="Give {trend} a source, an owner and a frequency, look at it, and record the day.",
        ja="{trend} の情報源・担当・頻度を決め、確認して日付を記録する。",
    ),
    why=Text(
        en="Rival filings and drafts have deadlines for an answer; whoever notices late can no longer object or join.",
        ja="他社の出願や規格案への対応には期限がある。気付くのが遅れれば、反対も参加もできなくなる。",
    ),
    basis=Basis(practice=("G49", "S3", "S50")),
    fires="""
id: demo
organizations:
  maker: {title: Maker}
trends:
  drafts: {source: Committee server, owner: maker, frequency: monthly, last_checked: 2026-02-28}  # <- trend-unwatched
  rivals: {owner: maker, frequency: yearly, last_checked: 2026-03-02}  # <- trend-unwatched
""",
    silent="""
id: demo
organizations:
  maker: {title: Maker}
trends:
  drafts: {source: Committee server, owner: maker, frequency: monthly, last_checked: 2026-03-01}
""",
)
def trend_unwatched(case: Case) -> Iterator[Answer]:
    for trend in case.graph.of(Trend):
        missing = [field for field in NEEDED if not trend.is_answered(field)]
        if missing:
            values: dict[str, Value] = {
                "trend": trend,
                "missing": listed(field_label("trends", field) for field in missing),
            }
            yield Finding(trend, None, values, chain=(Step(trend),))
        elif (due := next_look(trend)) is not None and due.first < case.today:
            yield _overdue(case, trend, due)


def next_look(trend: Trend) -> Date | None:
    """The day by which a trend is to be looked at again, as far as its rhythm and last check are known."""
    if trend.last_checked is None or trend.frequency is None:
        return None
    if trend.frequency == "weekly":
        return trend.last_checked.plus_days(WEEK_DAYS)
    return trend.last_checked.plus_months(MONTHS[trend.frequency])


def _overdue(case: Case, trend: Trend, due: Date) -> Finding:
    is_past = due.certainly_before(case.now)
    return Finding(
        trend, "last_checked", {"trend": trend, "due": due, "checked": trend.last_checked or ""},
        chain=(Step(trend, "frequency"), Step(trend, "last_checked")),
        severity="warning" if is_past else "question", message=_OVERDUE if is_past else _MAYBE,
    )  # fmt: skip
