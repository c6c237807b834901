"""The page of the shipped examples: what each is about, and what the checks say on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from oc_strategy.checking import Settings, case_of, check
from oc_strategy.exporters.reference.markdown import bullets, code, fenced, joint, page, plain, table
from oc_strategy.facts import Facts
from oc_strategy.lang import word
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Language, Text
from oc_strategy.portfolio import LoadedPortfolio, LoadedProject, find

EXAMPLES: Final = Path(__file__).resolve().parent.parent / "examples"
ORDER: Final = ("qr-code", "can-fd", "dvd", "rambus", "t1440-09", "agv")
AS_OF: Final = date(2026, 11, 23)
TITLE: Final = Text(ja="六つの実例", en="The six examples")
_INTRO: Final = Text(
    ja="五つは公知の史実であり、`agv` は架空である。史実の事実には出典のURLがあり、多くはページの冒頭だけを確認した。"
    "記憶によるものと推定には印（`certainty`）がある。開くか閉じるかの整理は、本ツールの作り手の判断である。"
    "以下の指摘は、{day}を基準に、プロジェクトが選んだ選択肢について検査した結果である。",
    en="Five are public history; `agv` is invented. Facts of history carry the address they were read at, most "
    "of them read in their opening only; what is remembered or inferred is marked (`certainty`). How they are sorted "
    "into open and closed is the judgement of the makers of this tool. The findings are those of "
    "{day}, for the option chosen.",
)
_OPTION: Final = Text(ja="選んだ選択肢：{option}", en="Option chosen: {option}")
_HEADS: Final = (
    Text(ja="重大度", en="Severity"),
    Text(ja="検査", en="Check"),
    Text(ja="内容", en="Finding"),
)
_NOTHING: Final = Text(ja="エラー・警告・要確認の指摘はない。", en="No error, no warning, nothing to be judged.")
_GOOD: Final = Text(ja="良好：", en="Strengths: ")
_EXCEPTED: Final = Text(ja="理由・責任者・期限を付けた例外：", en="Excepted, with reason, owner and end: ")


def examples_page(language: Language) -> str:
    """The examples in a language with their findings, as one page of Markdown."""
    portfolio = find(EXAMPLES)
    assert portfolio is not None
    by_name = {folder.name: folder for folder in portfolio.folders}
    assert sorted(by_name) == sorted(ORDER), "an example was added or removed: say so in ORDER"
    blocks = [_INTRO.format(day=AS_OF.isoformat()).of(language)]
    for name in ORDER:
        blocks += [f"## {name}", *_about(portfolio, portfolio.load(by_name[name]), language)]
    return page(TITLE, language, blocks)


def _about(portfolio: LoadedPortfolio, loaded: LoadedProject, language: Language) -> Iterator[str]:
    settings = Settings(AS_OF, Facts(), severities=portfolio.settings.severities)
    option = case_of(loaded, settings).option
    found = check(loaded, settings)
    yield f"**{plain(loaded.project.name().of(language))}**"
    if loaded.project.summary:
        yield plain(loaded.project.summary.of(language))
    if option:
        yield _OPTION.format(option=plain(option.name().of(language))).of(language)
    yield fenced(f"oc-strategy init trial --example {loaded.folder.name}\noc-strategy check trial", "sh")
    yield from _findings([each for each in found if not each.is_unanswered], language)


def _findings(found: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    gaps = [each for each in found if each.state == "new" and each.severity != "good"]
    rows = (
        [word("Severity", each.severity).of(language), _linked(each.code), plain(each.message.of(language))]
        for each in gaps
    )
    yield table([head.of(language) for head in _HEADS], rows) if gaps else _NOTHING.of(language)
    good = _codes(each for each in found if each.severity == "good")
    excepted = _codes(each for each in found if each.state == "excepted")
    points = [
        label.of(language) + joint(map(_linked, codes), language)
        for label, codes in ((_GOOD, good), (_EXCEPTED, excepted))
        if codes
    ]
    if points:
        yield bullets(points)


def _codes(found: Iterator[Diagnostic]) -> list[str]:
    return sorted({each.code for each in found})


def _linked(code_of_rule: str) -> str:
    return f"[{code(code_of_rule)}](../reference/rules.md#{code_of_rule})"
