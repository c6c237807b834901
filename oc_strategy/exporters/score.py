"""A score as text or JSON: right of how many, by case and in all, and each miss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from oc_strategy import __version__
from oc_strategy.exporters.ranking import ranking_data, ranking_text
from oc_strategy.exporters.terminal import Paint, clean, json_of
from oc_strategy.lang import text
from oc_strategy.model.text import Language, Text
from oc_strategy.scoring import KINDS, CaseScore, Judgement, in_all

SCHEMA_VERSION: Final = "1"


def score_text(cases: Sequence[CaseScore], language: Language, paint: Paint, *, with_ranking: bool = False) -> str:
    """One line a case and one for all, each miss below its case with what was expected and what was found.

    `with_ranking` adds where the documented postures stand among the options laid out.
    """
    width = max((len(_name(case)) for case in cases), default=0)
    lines = [line for case in cases for line in _case(case, width, language, paint)]
    right, total = in_all(cases)
    ending = text("score.all", right=right, total=total, cases=len(cases)).of(language)
    judged = "\n".join([*lines, paint(ending, "green" if right == total else "red")]) + "\n"
    if not with_ranking:
        return judged
    return f"{judged}\n{text('ranking.heading').of(language)}\n{ranking_text(cases, language, paint)}"


def _name(case: CaseScore) -> str:
    return clean(f"{case.case}  {case.project}" if case.case else case.project)


def _case(case: CaseScore, width: int, language: Language, paint: Paint) -> Iterator[str]:
    count = f"{case.right}/{len(case.judgements)}"
    yield f"{_name(case).ljust(width)}  {paint(count, 'red' if case.misses else 'green')}"
    for miss in case.misses:
        place, kind = paint(clean(str(miss.place)), "bold"), text(f"score.kinds.{miss.kind}").of(language)
        what = " ".join(filter(None, (kind, clean(miss.about))))
        yield f"  {place}: {what} {paint(_looked_at(miss, language), 'dim')}"
        yield f"    {text('score.expected').of(language)}{clean(miss.expected.of(language))}"
        yield f"    {text('score.found').of(language)}{clean(miss.found.of(language))}"


def _looked_at(miss: Judgement, language: Language) -> str:
    option = clean(miss.option) if miss.option else text("states.undecided").of(language)
    return text("score.looked-at", option=option, day=miss.as_of.isoformat()).of(language)


def score_json(cases: Sequence[CaseScore], *, with_ranking: bool = False) -> str:
    """Every judgement with its place and both languages, as one JSON document; where postures stand, if asked."""
    right, total = in_all(cases)
    more = {"ranking": ranking_data(cases)} if with_ranking else {}
    return json_of({
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "oc-strategy", "version": __version__},
        "summary": {"right": right, "total": total, "cases": len(cases)},
        "cases": [_case_data(case) for case in cases],
        **more,
    })  # fmt: skip


def _case_data(case: CaseScore) -> dict[str, Any]:
    kinds = {kind: case.of_kind(kind) for kind in KINDS}
    return {
        "case": case.case, "project": case.project, "title": _both(case.title),
        "right": case.right, "total": len(case.judgements),
        "kinds": {kind: {"right": right, "total": total} for kind, (right, total) in kinds.items() if total},
        "judgements": [_judgement_data(judgement) for judgement in case.judgements],
    }  # fmt: skip


def _judgement_data(judged: Judgement) -> dict[str, Any]:
    place = judged.place
    return {
        "kind": judged.kind, "about": judged.about, "option": judged.option, "as_of": judged.as_of.isoformat(),
        "right": judged.is_right, "expected": _both(judged.expected), "found": _both(judged.found),
        "file": place.file, "line": place.line, "column": place.column,
    }  # fmt: skip


def _both(words: Text) -> dict[str, str]:
    return {"ja": words.of("ja"), "en": words.of("en")}
