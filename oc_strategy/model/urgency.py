"""How pressing a last day is."""

from __future__ import annotations

from oc_strategy.model.dates import Date
from oc_strategy.model.vocabulary import Severity


def urgency(end: Date, now: Date, notice_days: int) -> Severity | None:
    """An error once the last day is over, a warning while fewer days than `notice_days` are left, else None.

    A question where only some readings of the two dates say so.
    """
    if end.certainly_before(now):
        return "error"
    if end.possibly_before(now):
        return "question"
    notice = now.plus_days(notice_days)
    if end.certainly_before(notice):
        return "warning"
    return "question" if end.possibly_before(notice) else None
