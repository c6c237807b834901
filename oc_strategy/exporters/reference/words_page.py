"""The page of all closed word lists: each word as it is written, and what it is called."""

from __future__ import annotations

from typing import Final

from oc_strategy.exporters.reference.markdown import code, page, plain, table
from oc_strategy.exporters.reference.values import word_lists
from oc_strategy.lang import word
from oc_strategy.model.text import LANGUAGES, Language, Text

TITLE: Final = Text(ja="決まった語の一覧", en="Word lists")
_INTRO: Final = Text(
    ja="決まった語から選ぶ項目には、左の列のとおりに書く。つづりの似た語があれば、検査が教える。",
    en="Where a field takes a word of a list, write it as in the first column. A word spelt alike is guessed for you.",
)
_HEAD: Final = Text(ja="書く語", en="Write")
_NAMES: Final[dict[Language, str]] = {"ja": "日本語", "en": "English"}


def words_page(language: Language) -> str:
    """Every word list in both languages, under headings of a language, as one page of Markdown."""
    blocks = [_INTRO.of(language)]
    order: tuple[Language, ...] = (language, *(other for other in LANGUAGES if other != language))
    for name, values in word_lists():
        rows = ([code(value), *(plain(word(name, value).of(each)) for each in order)] for value in values)
        blocks += [f"## {name}", table([_HEAD.of(language), *(_NAMES[each] for each in order)], rows)]
    return page(TITLE, language, blocks)
