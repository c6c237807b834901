"""The page of all patterns: when each fits, what it needs, what goes wrong, which example shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from oc_strategy.exporters.reference.markdown import address, bullets, code, fenced, joint, page, plain
from oc_strategy.exporters.reference.origins import gaps, gaps_in, sources_of
from oc_strategy.model.text import Language, Text
from oc_strategy.options.patterns import Pattern, condition_words

TITLE: Final = Text(ja="開閉の型", en="Patterns")
_INTRO: Final = Text(
    ja="繰り返し現れる開閉の組合せである。プロジェクトがどの条件を満たすかは、`oc-strategy options suggest-pattern` で"
    "調べられる（[手引き](../how-to/patterns.md)）。型は考えるための問いであって、助言ではない。",
    en="Arrangements of opening and closing that keep coming back. `oc-strategy options suggest-pattern` says which "
    "conditions a project meets ([how to](../how-to/patterns.md)). A pattern is a question to think about, not advice.",
)
_PARTS: Final[Mapping[str, Text]] = {
    "conditions": Text(ja="前提", en="When it fits"),
    "needs": Text(ja="必要なもの", en="What it needs"),
    "risks": Text(ja="うまくいかない場合", en="What goes wrong"),
    "gaps": Text(ja="関わる不備", en="Gaps it runs into"),
    "sources": Text(ja="出典", en="Sources"),
}
_SHOWN: Final = Text(ja="示す例：", en="Shown by: ")
_WARNED: Final = Text(ja="戒めとなる例：", en="A warning: ")
_EXAMPLES: Final = Text(
    ja="（[例の一覧](../explanation/examples.md)）",
    en=" ([the examples](../explanation/examples.md))",
)


def patterns_page(every: Mapping[str, Pattern], language: Language) -> str:
    """Every pattern in a language, as one page of Markdown."""
    blocks = [_INTRO.of(language)]
    for pattern in every.values():
        blocks += _pattern(pattern, language)
    return page(TITLE, language, blocks)


def _pattern(pattern: Pattern, language: Language) -> Iterator[str]:
    yield f"## {code(pattern.name)} {plain(pattern.title.of(language))}"
    yield plain(pattern.summary.of(language))
    yield fenced(f"oc-strategy init my-project --pattern {pattern.name}", "sh")
    parts = {
        "conditions": [plain(condition_words()[name].of(language)) for name in pattern.conditions],
        "needs": [plain(words.of(language)) for words in pattern.needs],
        "risks": [plain(words.of(language)) for words in pattern.risks],
        "gaps": [plain(gaps()[name].of(language)) for name in gaps_in(pattern.source)],
        "sources": [address(source) for source in sources_of(pattern.source)],
    }
    for key, lines in parts.items():
        yield f"{_PARTS[key].of(language)}:"
        yield bullets(lines)
    for label, examples in ((_SHOWN, pattern.shown_by), (_WARNED, pattern.warned_by)):
        if examples:
            yield label.of(language) + joint(map(code, examples), language) + _EXAMPLES.of(language)
