"""The page of all checks: one table for each theme, then for each check what it asks, why, and both of its examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oc_strategy.exporters.reference.markdown import address, bullets, code, fenced, joint, page, plain, table
from oc_strategy.exporters.reference.origins import case_named, gaps, gaps_in, sources_of
from oc_strategy.facts import Facts
from oc_strategy.lang import text, word
from oc_strategy.model.text import Language, Text
from oc_strategy.rule import Basis, Rule

TITLE = Text(ja="検査の一覧", en="Checks")
_INTRO = Text(
    ja="検査は{count}件ある。重大度は、エラー・警告・要確認・良好の四段階である。"
    "基づく事実が未確認であれば、重大度は自動的に下がる（[事実の読み方](facts.md)）。"
    "検査は不備を述べ、問いを立てる。法的助言はしない。"
    "実務の資料は、多くが冒頭だけを確認したものであり、二次的な資料も含む。",
    en="There are {count} checks. A finding is an error, a warning, a question to be judged, or a strength. "
    "Where the facts behind it are not confirmed, it is lowered by itself ([how to read facts](facts.md)). "
    "A check states a gap and asks a question; it gives no legal advice. "
    "Of most pages on practice only the opening was read, and some of them are secondary.",
)
_HEADS = (
    Text(ja="検査", en="Check"),
    Text(ja="重大度", en="Severity"),
    Text(ja="問い", en="Question"),
)
_SEVERITY = Text(ja="**重大度**：", en="**Severity:** ")
_WHY = Text(ja="**理由**：", en="**Why:** ")
_MESSAGE = Text(ja="**指摘文**：", en="**Message:** ")
_REMEDY = Text(ja="**対処**：", en="**What to do:** ")
_FACTS = Text(ja="**基づく事実**：", en="**Facts it rests on:** ")
_CASES = Text(ja="**史実の例**：", en="**Historic cases:** ")
_GAPS = Text(ja="**実務上の論点**：", en="**What practice looks for:** ")
_COVERED = Text(ja="不備の一覧と検査", en="Known gaps and the checks on them")
_ABOUT_CODES = Text(
    ja="Gは実務で知られる不備、Cは史実が示す不備、Pは史実が示す良い守りである。どれも一つ以上の検査が見る。",
    en="G marks gaps that practice knows, C gaps that the historic cases show, P what they show to be well guarded. "
    "At least one check looks at each.",
)
_COVERAGE_HEADS = (Text(ja="符号", en="Code"), Text(ja="不備", en="Gap"), Text(ja="検査", en="Checks"))
_SOURCES = Text(ja="**実務の資料**：", en="**Practice:** ")
_FIRES = Text(
    ja="指摘される例（`# <-` の行が指摘される。{day}に検査したものとする）：",
    en="An example where it fires (at the line of `# <-`, as of {day}):",
)
_SILENT = Text(ja="似ているが指摘されない例：", en="A look-alike where it stays silent:")


def rules_page(rules: Sequence[Rule], facts: Facts, language: Language) -> str:
    """All checks in a language, by theme, as one page of Markdown."""
    themes = sorted({rule.theme for rule in rules})
    blocks = [_INTRO.format(count=len(rules)).of(language)]
    for theme in themes:
        of_theme = [rule for rule in rules if rule.theme == theme]
        blocks += [f"## {text(f'themes.{theme}').of(language)}", _overview(of_theme, language)]
        blocks += [block for rule in of_theme for block in _about(rule, facts, language)]
    blocks += [f"## {_COVERED.of(language)}", _ABOUT_CODES.of(language), _coverage(rules, language)]
    return page(TITLE, language, blocks)


def _coverage(rules: Sequence[Rule], language: Language) -> str:
    """Each known gap with the checks that rest on it."""
    lines = []
    for name, words in gaps().items():
        found = (f"[{code(rule.id)}](#{rule.id})" for rule in rules if name in rule.basis.practice)
        lines.append([name, plain(words.of(language)), joint(found, language)])
    return table([head.of(language) for head in _COVERAGE_HEADS], lines)


def _overview(rules: Sequence[Rule], language: Language) -> str:
    return table([head.of(language) for head in _HEADS], (_line(rule, language) for rule in rules))


def _line(rule: Rule, language: Language) -> list[str]:
    severity = word("Severity", rule.severity).of(language)
    return [f"[{code(rule.id)}](#{rule.id})", severity, plain(rule.question.of(language))]


def _about(rule: Rule, facts: Facts, language: Language) -> Iterator[str]:
    yield f"### {rule.id}"
    yield plain(rule.question.of(language))
    yield bullets(_points(rule, facts, language))
    yield _FIRES.format(day=rule.as_of).of(language)
    yield fenced(rule.fires)
    yield _SILENT.of(language)
    yield fenced(rule.silent)


def _points(rule: Rule, facts: Facts, language: Language) -> Iterator[str]:
    yield _SEVERITY.of(language) + word("Severity", rule.severity).of(language)
    yield _WHY.of(language) + plain(rule.why.of(language))
    yield _MESSAGE.of(language) + _template(rule.message.of(language))
    yield _REMEDY.of(language) + _template(rule.remedy.of(language))
    yield from _basis(rule.basis, facts, language)


def _basis(basis: Basis, facts: Facts, language: Language) -> Iterator[str]:
    topics = [f"[{topic}](facts.md#{topic})" + _count(len(facts.about(topic)), language) for topic in basis.facts]
    if topics:
        yield _FACTS.of(language) + joint(topics, language)
    cases = [plain(case_named(case).of(language)) for case in basis.cases]
    if cases:
        yield _CASES.of(language) + joint(cases, language)
    known = [f"{name} {plain(gaps()[name].of(language))}" for name in gaps_in(basis.practice)]
    if known:
        yield _GAPS.of(language) + joint(known, language)
    read = [address(source) for source in (*basis.source, *sources_of(basis.practice))]
    if read:
        yield _SOURCES.of(language) + joint(read, language)


def _count(count: int, language: Language) -> str:
    return f"（{count}件）" if language == "ja" else f" ({count})"


def _template(words: str) -> str:
    """A message with its blanks shown as such."""
    parts = re.split(r"\{(\w+)\}", words)
    return "".join(code(part) if index % 2 else plain(part) for index, part in enumerate(parts))
