"""Where a patent family is alive, said office by office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from oc_strategy.lang import text, word
from oc_strategy.model.dates import Date
from oc_strategy.model.filing import DEAD, first_filing
from oc_strategy.model.guarding import is_spent
from oc_strategy.model.rights import Member, Patent
from oc_strategy.model.text import Text

_ORDER = ("granted", "pending", "planned", None)


def offices(patent: Patent, today: Date) -> Iterator[Text]:
    """The lines that say where a family is granted, pending, planned or of unknown state, or that none is left."""
    if patent.right and patent.right != "patent":
        yield word("PatentRight", patent.right)
    if is_spent(patent, today):
        yield text("pictures.spent")
        return
    by_state: defaultdict[str | None, list[str]] = defaultdict(list)
    for member in patent.members:
        if not _has_ended(member, today):
            by_state[member.status].append(member.office)
    for state in _ORDER:
        if state in by_state:
            yield _line(state, by_state[state])
    if first_filing(patent) is None and not by_state:
        yield text("pictures.unfiled")


def _line(state: str | None, found: list[str]) -> Text:
    name = word("PatentStatus", state) if state else text("pictures.unknown-state")
    return text("pictures.office-state", state=name, offices=", ".join(sorted(set(found))))


def _has_ended(member: Member, today: Date) -> bool:
    return member.status in DEAD or (member.expires is not None and member.expires.certainly_before(today))
