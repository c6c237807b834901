"""Where documented postures stand among the options laid out, as text or data: of how many, and each miss with why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text, word
from oc_strategy.model.text import LANGUAGES, Language, Text, listed
from oc_strategy.scoring import CaseScore, Ranked, Tally, tally


def ranking_text(cases: Sequence[CaseScore], language: Language, paint: Paint) -> str:
    """One line a case with a posture, each miss below it, and one line for all; what is inferred is counted apart."""
    told = [case for case in cases if case.ranked]
    width = max((len(_name(case)) for case in told), default=0)
    lines = [line for case in told for line in _case(case, width, language, paint)]
    every = [one for case in told for one in case.ranked]
    for key, is_inferred in (("all", False), ("inferred", True)):
        found = tally(every, is_inferred=is_inferred)
        if found.total:
            lines.append(paint(counts(found, f"ranking.{key}").of(language), "bold"))
    return "\n".join(lines) + "\n" if lines else text("ranking.none").of(language) + "\n"


def _name(case: CaseScore) -> str:
    return clean(f"{case.case}  {case.project}" if case.case else case.project)


def _case(case: CaseScore, width: int, language: Language, paint: Paint) -> Iterator[str]:
    for is_inferred in (False, True):
        found = tally(case.ranked, is_inferred=is_inferred)
        if found.total:
            words = counts(found, "ranking.case-inferred" if is_inferred else "ranking.case").of(language)
            yield f"{_name(case).ljust(width)}  {paint(words, 'green' if found.right == found.total else 'red')}"
    for one in case.ranked:
        if not one.is_right:
            yield f"  {paint(clean(str(one.place)), 'bold')}: {clean(miss(one).of(language))}"


def counts(found: Tally, key: str) -> Text:
    """A tally in words."""
    return text(
        key, right=found.right, first=found.first, total=found.total, modes_right=found.modes_right, modes=found.modes
    )


def miss(one: Ranked) -> Text:
    """What was documented, what stands before it, and why."""
    posture, title = word("Posture", one.posture), one.title
    if one.rank is None:
        return text("ranking.forbidden", output=title, posture=posture, why=listed(one.forbidden))
    ahead = one.postures[one.rank - 2]
    why = listed(
        text("ranking.reason", criterion=r.criterion or text("ranking.by-itself"), points=f"{r.points:g}")
        for r in one.because
    )
    return text("ranking.behind", output=title, posture=posture, ahead=word("Posture", ahead), why=why)


def ranking_data(cases: Sequence[CaseScore]) -> dict[str, Any]:
    """Tallies, and every output with its order, as data."""
    every = [one for case in cases for one in case.ranked]
    return {
        "documented": _tally_data(tally(every)),
        "inferred": _tally_data(tally(every, is_inferred=True)),
        "outputs": [{"case": case.case, "project": case.project, **_one(one)} for case in cases for one in case.ranked],
    }


def _tally_data(found: Tally) -> dict[str, int]:
    return {
        "first_or_second": found.right, "first": found.first, "total": found.total,
        "modes_first_or_second": found.modes_right, "modes": found.modes,
    }  # fmt: skip


def _one(one: Ranked) -> dict[str, Any]:
    place = one.place
    return {
        "output": one.output, "title": {"ja": one.title.of("ja"), "en": one.title.of("en")},
        "posture": one.posture, "rank": one.rank, "postures": list(one.postures),
        "mode": one.mode, "mode_rank": one.mode_rank, "modes": list(one.modes),
        "right": one.is_right, "mode_right": one.is_mode_right, "inferred": one.is_inferred,
        "why": {language: miss(one).of(language) for language in LANGUAGES} if not one.is_right else None,
        "file": place.file, "line": place.line, "column": place.column,
    }  # fmt: skip
