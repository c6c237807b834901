"""The page of the shipped examples: the score of history, and each story with its picture and its findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from ranking_table import ranking_section
from score_table import score_table, varied

from oc_strategy.checking import Settings, case_of, check
from oc_strategy.exporters.reference.markdown import bullets, code, fenced, joint, page, plain, table
from oc_strategy.facts import Facts
from oc_strategy.lang import word
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.steering import Option, Project
from oc_strategy.model.text import Language, Text
from oc_strategy.portfolio import LoadedProject, find
from oc_strategy.scoring import CaseScore, PlacedExpectation, has_expectation, read_expectation, score

ROOT: Final = Path(__file__).resolve().parent.parent
EXAMPLES: Final = ROOT / "examples"
IMAGES: Final = ROOT / "docs" / "images"
AS_OF: Final = date(2026, 11, 23)
TITLE: Final = Text(ja="実例と史実", en="Examples from history")
_INTRO: Final = Text(
    ja="`agv` は架空であり、ほかはすべて公知の史実である。史実の事実には出典のURLがあり、"
    "多くはページの冒頭だけを確認した。記憶によるものと推定には印（`certainty`）がある。開くか閉じるかの整理は、本ツールの作り手の判断である。"
    "指摘は、断りがなければ{day}を基準に、プロジェクトが選んだ選択肢について検査した結果であり、罪ではなく危険を示す。",
    en="`agv` is invented; all others are public history. Facts of history carry the address they were read at, most "
    "of them read in their opening only; what is remembered or inferred is marked (`certainty`). How they are sorted "
    "into open and closed is the judgement of the makers of this tool. The findings are those of {day}, unless another "
    "day is named, for the option chosen; they show a risk, not guilt.",
)
_SCORE: Final = Text(ja="史実との突合せ", en="History as a test")
_ABOUT_SCORE: Final = Text(
    ja="検査の規則は、どの事例も知らない。各事例の資料から、指摘されるはずのもの、指摘されないはずのもの、開閉を書き出し"
    "（`expected/findings.yaml`）、検査の結果と突き合わせる。数は「合った数／期待の数」である。",
    en="No check knows a case. What the sheet of each case says must be found, must not be found, and was open or "
    "closed is written down (`expected/findings.yaml`) and held against the findings. Figures are met / expected.",
)
_OPTION: Final = Text(ja="選んだ選択肢：{option}", en="Option chosen: {option}")
_PICTURE: Final = Text(ja="戦略図：{title}", en="Strategy of {title}")
_OTHERS: Final = Text(ja="比べるための選択肢：{options}", en="Options to compare with: {options}")
_BETWEEN: Final = Text(ja="／", en="; ")
_COURSE: Final = {
    "before": Text(ja="はじめ：", en="Before: "),
    "transition": Text(ja="経過：", en="Course: "),
    "after": Text(ja="その後：", en="After: "),
}
_HEADS: Final = (
    Text(ja="重大度", en="Severity"),
    Text(ja="検査", en="Check"),
    Text(ja="内容", en="Finding"),
)
_NOTHING: Final = Text(ja="エラー・警告・要確認の指摘はない。", en="No error, no warning, nothing to be judged.")
_GOOD: Final = Text(ja="良好：", en="Strengths: ")
_EXCEPTED: Final = Text(ja="理由・責任者・期限を付けた例外：", en="Excepted, with reason, owner and end: ")


@dataclass(frozen=True)
class Story:
    """An example with the day it is looked at from, its findings, and its score where something is expected of it."""

    loaded: LoadedProject
    settings: Settings
    found: Sequence[Diagnostic]
    score: CaseScore | None

    @property
    def order(self) -> tuple[bool, bool, str]:
        """Successes first, then failures, by the numbers of their sheets; what is no case comes last."""
        case = self.score.case if self.score else None
        return (case is None, not (case or "").startswith("S"), case or self.loaded.folder.name)


def examples_page(language: Language) -> str:
    """The examples in a language with their findings, as one page of Markdown."""
    every = stories()
    scored = [story.score for story in every if story.score]
    blocks = [
        _INTRO.format(day=AS_OF.isoformat()).of(language),
        f"## {_SCORE.of(language)}",
        _ABOUT_SCORE.of(language),
        fenced("oc-strategy score", "sh"),
        score_table(scored, language),
        *ranking_section(scored, language),
    ]
    for story in every:
        blocks += [f"## {story.loaded.folder.name}", *_told(story, language)]
    return page(TITLE, language, blocks)


@cache
def stories() -> tuple[Story, ...]:
    """Every shipped example, in the order of the page."""
    portfolio = find(EXAMPLES)
    assert portfolio is not None
    settings = Settings(AS_OF, Facts(), severities=portfolio.settings.severities)
    return tuple(sorted((_story(portfolio.load(f), settings) for f in portfolio.folders), key=lambda s: s.order))


def _story(loaded: LoadedProject, settings: Settings) -> Story:
    placed = read_expectation(loaded)[0] if has_expectation(loaded.folder) else None
    day = placed.expectation.as_of if placed else None
    chosen = Settings(day.first if day else AS_OF, settings.facts, severities=settings.severities)
    return Story(loaded, chosen, check(loaded, chosen), _scored(placed, loaded, settings))


def _scored(placed: PlacedExpectation | None, loaded: LoadedProject, settings: Settings) -> CaseScore | None:
    return score(placed, loaded, settings, with_ranking=True) if placed else None


def _told(story: Story, language: Language) -> Iterator[str]:
    project, option = story.loaded.project, case_of(story.loaded, story.settings).option
    yield f"**{plain(project.name().of(language))}**"
    if project.summary:
        yield plain(project.summary.of(language))
    yield from _course(project, language)
    name = f"{story.loaded.folder.name}-strategy.{language}.svg"
    if (IMAGES / name).is_file():
        yield f"![{_PICTURE.format(title=plain(project.name().of(language))).of(language)}](../../images/{name})"
    if option:
        yield _OPTION.format(option=plain(option.name().of(language))).of(language)
    others = [o.name().of(language) for o in story.loaded.graph.of(Option) if o is not option]
    if option and others:
        yield _OTHERS.format(options=plain(_BETWEEN.of(language).join(others))).of(language)
    day = "" if story.settings.today == AS_OF else f" --as-of {story.settings.today.isoformat()}"
    example = story.loaded.folder.name
    yield fenced(f"oc-strategy init trial --example {example}\noc-strategy check trial{day}", "sh")
    yield from _findings([each for each in story.found if not each.is_unanswered], story.score, language)


def _course(project: Project, language: Language) -> Iterator[str]:
    """How things stood, what followed, and how they ended."""
    told = ((label, getattr(project, field)) for field, label in _COURSE.items())
    points = [label.of(language) + plain(words.of(language)) for label, words in told if words]
    if points:
        yield bullets(points)


def _findings(found: Sequence[Diagnostic], case: CaseScore | None, language: Language) -> Iterator[str]:
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
    if points := [*(varied(case, language) if case else ()), *points]:
        yield bullets(points)


def _codes(found: Iterator[Diagnostic]) -> list[str]:
    return sorted({each.code for each in found})


def _linked(code_of_rule: str) -> str:
    return f"[{code(code_of_rule)}](../reference/rules.md#{code_of_rule})"
