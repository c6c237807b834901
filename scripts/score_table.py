"""The score of the historic cases as a table, and what a case shows under other options or on other days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oc_strategy.exporters.reference.markdown import code, plain, table
from oc_strategy.lang import text
from oc_strategy.model.text import Language, Text
from oc_strategy.scoring import KINDS, CaseScore, Judgement, in_all

_HEADS: Final = (Text(ja="資料", en="Sheet"), Text(ja="実例", en="Example"))
_IN_ALL: Final = Text(ja="計", en="In all")
_VARIED: Final = {
    "must-fire": Text(
        ja="選択肢 {option}、基準日 {day}：{about} が指摘される。",
        en="Option {option}, as of {day}: {about} fires.",
    ),
    "must-not-fire": Text(
        ja="選択肢 {option}、基準日 {day}：{about} は何も指摘しない。",
        en="Option {option}, as of {day}: {about} stays silent.",
    ),
    "near-miss": Text(
        ja="選択肢 {option}、基準日 {day}：{about} は要確認どまり。",
        en="Option {option}, as of {day}: {about} only asks.",
    ),
}


def score_table(cases: Sequence[CaseScore], language: Language) -> str:
    """One row a case and one for all: how many of each kind of expectation were met, of how many."""
    kinds = [text(f"score.kinds.{kind}").of(language) for kind in KINDS]
    heads = [*(head.of(language) for head in _HEADS), *kinds, _IN_ALL.of(language)]
    rows = [
        [case.case or "", f"[{plain(case.title.of(language))}](#{case.project})", *_counts([case])] for case in cases
    ]
    return table(heads, [*rows, ["", _IN_ALL.of(language), *_counts(cases)]])


def _counts(cases: Sequence[CaseScore]) -> Iterator[str]:
    for kind in KINDS:
        pairs = [case.of_kind(kind) for case in cases]
        right, total = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
        yield f"{right}/{total}" if total else ""
    right, total = in_all(cases)
    yield f"{right}/{total}"


def varied(case: CaseScore, language: Language) -> list[str]:
    """What was expected under another option or on another day, and was found."""
    main = next(((j.option, j.as_of) for j in case.judgements if j.kind == "nothing-else"), None)
    other = [j for j in case.judgements if j.kind in _VARIED and j.is_right and (j.option, j.as_of) != main]
    return [_sentence(judged, language) for judged in other]


def _sentence(judged: Judgement, language: Language) -> str:
    rule, _, nodes = judged.about.partition(" ")
    about = f"[{code(rule)}](../reference/rules.md#{rule})" + (f" {plain(nodes)}" if nodes else "")
    values = {"option": code(judged.option or "?"), "day": judged.as_of.isoformat(), "about": about}
    return _VARIED[judged.kind].format(**values).of(language)
