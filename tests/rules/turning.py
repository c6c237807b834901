"""Whether questions asked of a rule stand on both sides of a day that decides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import combinations

from asking import Question

_DAY = re.compile(r"(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])")
_PARTIAL = re.compile(r"(?<![0-9:./A-Za-z-])(?:19|20)[0-9]{2}(?:-[0-9]{2})?(?![0-9-])")


def turns_on_a_day(questions: Iterable[Question]) -> bool:
    """Whether two texts, alike but for one date that differs by one day, were answered differently."""
    alike: dict[str, list[tuple[list[date], tuple[str, ...]]]] = defaultdict(list)
    for question in questions:
        whole = f"{question.text}\n{question.today}"
        alike[_DAY.sub("", whole)].append(([date.fromisoformat(day) for day in _DAY.findall(whole)], question.answers))
    return any(_turns(one, other) for group in alike.values() for one, other in combinations(group, 2))


def _turns(one: tuple[list[date], tuple[str, ...]], other: tuple[list[date], tuple[str, ...]]) -> bool:
    apart = [abs((a - b).days) for a, b in zip(one[0], other[0], strict=True) if a != b]
    return apart == [1] and one[1] != other[1]


def has_partial_date(questions: Iterable[Question]) -> bool:
    """Whether some text knows a date only to the month or the year."""
    return any(_PARTIAL.search(question.text) for question in questions)
