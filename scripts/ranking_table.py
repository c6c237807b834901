"""Where the documented postures of history stand among the options laid out, as a table and the misses with why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oc_strategy.exporters.ranking import counts, miss
from oc_strategy.exporters.reference.markdown import bullets, fenced, plain, table
from oc_strategy.model.text import Language, Text
from oc_strategy.scoring import CaseScore, Tally, tally

_TITLE: Final = Text(ja="選択肢の順位と史実", en="The options against history")
_ABOUT: Final = Text(
    ja="各事例を、決定より前に分かっていた事実だけに戻す。選択肢、決定、ライセンス、宣言、寄書、公表、標準、適合性評価、規制、動向は、"
    "決定より前の日付が確かなものだけを残す。決定の日は資料にある最初の行為の日とし、それがない事例では、どれも残さない。"
    "そのうえで、同梱の評価基準と既定の強さで成果ごとに八つの扱い方を並べ、史実の開閉が取れるか、何位に来るかを見る。"
    "開閉の順位は、その開閉のうち取れる最良の扱い方の順位である。事例ごとの処理や調整はない。",
    en="Each case is taken back to what was known before it was decided: of options, decisions, licences, "
    "declarations, contributions, publications, standards, conformity schemes, regulations and trends only "
    "those are left that are certainly older. The decision is dated by the first deed that a source tells; "
    "where none does, none of these is left. Then the eight modes are ranked for each output with the shipped "
    "criteria at their default strengths, and the documented posture is looked up: is it possible, and where "
    "does it stand? A posture stands where its best possible mode does. Nothing is made or tuned for a case.",
)
_CAUTION: Final = Text(
    ja="三つの開閉のうち上位二つに入る割合は、でたらめでも約3分の2になる。1位だけの数と、扱い方の数のほうが厳しい。"
    "失敗した事例では、史実と違うことがよい答えの場合もある（DVDプレーヤーでは、開いたことが失敗だった）。"
    "事例は少なく、どの事実を書くかを選んだのも本ツールの作り手である。この数は妥当性の目安であり、証明ではない。",
    en="Of three postures about two thirds would be first or second by chance; the count of those that are first, "
    "and that of the modes, are stricter. Where history failed, to differ from it may be the better answer "
    "(with DVD players, opening the player was the failure). The cases are few, and the facts of each were "
    "selected by the makers of this tool: the figures are an indication, not a proof.",
)
_HEADS: Final = (
    Text(ja="資料", en="Sheet"),
    Text(ja="実例", en="Example"),
    Text(ja="開閉が1位または2位", en="Posture first or second"),
    Text(ja="開閉が1位", en="Posture first"),
    Text(ja="扱い方が1位または2位", en="Mode first or second"),
)
_IN_ALL: Final = Text(ja="計", en="In all")
_INFERRED: Final = Text(
    ja="次の事例は、資料に開閉の記載がなく、行動から整理した。別に数える。",
    en="For these cases no source states a posture; it is read from what was done, and counted apart.",
)
_MISSES: Final = Text(ja="3位になったものと、その理由：", en="What came third, and why:")


def ranking_section(cases: Sequence[CaseScore], language: Language) -> Iterator[str]:
    """The blocks of the section: how it is found, what the sources state, the misses, and what is inferred."""
    every = [one for case in cases for one in case.ranked]
    yield f"## {_TITLE.of(language)}"
    yield _ABOUT.of(language)
    yield fenced("oc-strategy score --ranking", "sh")
    yield f"**{counts(tally(every), 'ranking.all').of(language)}**"
    yield _CAUTION.of(language)
    yield _table(cases, language, is_inferred=False)
    misses = [miss(one) for one in every if not one.is_right]
    if misses:
        yield _MISSES.of(language)
        yield bullets(plain(words.of(language)) for words in misses)
    yield _INFERRED.of(language)
    yield _table(cases, language, is_inferred=True)


def _table(cases: Sequence[CaseScore], language: Language, *, is_inferred: bool) -> str:
    found = [(case, tally(case.ranked, is_inferred=is_inferred)) for case in cases]
    rows = [
        [case.case or "", f"[{plain(case.title.of(language))}](#{case.project})", *_figures(one)]
        for case, one in found
        if one.total
    ]
    whole = tally([one for case in cases for one in case.ranked], is_inferred=is_inferred)
    return table([head.of(language) for head in _HEADS], [*rows, ["", _IN_ALL.of(language), *_figures(whole)]])


def _figures(found: Tally) -> tuple[str, str, str]:
    modes = f"{found.modes_right}/{found.modes}" if found.modes else ""
    return f"{found.right}/{found.total}", f"{found.first}/{found.total}", modes
