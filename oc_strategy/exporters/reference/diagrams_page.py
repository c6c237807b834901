"""The page on diagrams: the views, and which kinds of nodes each can be drawn around."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from oc_strategy.exporters.reference.markdown import bullets, code, fenced, joint, page, plain, table
from oc_strategy.lang import section_label, text, word
from oc_strategy.model.text import Language, Text
from oc_strategy.views.catalog import Entry

TITLE: Final = Text(ja="図", en="Diagrams")
_INTRO: Final = Text(
    ja="図は{count}種類ある。一つの図は一つの問いに答える。描ききれず省いたものは、図の中に数を示す。",
    en="There are {count} diagrams, each for one question. What is left out is counted in the picture itself.",
)
_COMMANDS: Final = """
oc-strategy diagram examples/qr-code --view strategy --lang en
oc-strategy diagram examples/qr-code --view protection --focus symbol --format svg --format png
oc-strategy diagram examples/qr-code --view dependencies --format mermaid --output -
oc-strategy diagram examples/qr-code --view options --option all-closed --with open-symbol
"""
_HEADS: Final = (
    Text(ja="図", en="View"),
    Text(ja="題", en="Title"),
    Text(ja="`--focus` に指定できるもの", en="What `--focus` may name"),
)
_WHOLE: Final = Text(ja="指定できない（全体だけ）", en="nothing: always the whole project")
_FORMATS: Final = Text(ja="形式", en="Formats")
_FORMAT_WORDS: Final = (
    Text(
        ja="`svg`：既定。拡大しても粗くならず、文字を検索できる。",
        en="`svg`: the default. Sharp at any size, its text can be searched.",
    ),
    Text(ja="`png`：スライドや文書に貼る。", en="`png`: for slides and documents."),
    Text(ja="`pdf`：印刷する。", en="`pdf`: for print."),
    Text(
        ja="`dot`：Graphvizの文。描画の道具がなくても出せる（拡張子は `.gv`）。",
        en="`dot`: the text for Graphviz; needs no renderer (files end in `.gv`).",
    ),
    Text(
        ja="`mermaid`：Markdownの中に置ける文（拡張子は `.mmd`）。",
        en="`mermaid`: text to put into Markdown (files end in `.mmd`).",
    ),
)
_SIGNS: Final = Text(
    ja="色だけに意味を持たせず、必ず記号と語を添える：{signs}。",
    en="No colour stands alone; a sign and a word are always with it: {signs}.",
)
_NEEDS: Final = Text(
    ja="SVG・PNG・PDFにはGraphvizと日本語フォントが要る。`oc-strategy doctor` が有無を示す。",
    en="SVG, PNG and PDF need Graphviz, and a Japanese font for Japanese labels; "
    "`oc-strategy doctor` tells what is there.",
)


def diagrams_page(views: Mapping[str, Entry], language: Language) -> str:
    """The views in reading order as one page of Markdown."""
    rows = ([code(name), plain(_title(name, language)), _around(entry, language)] for name, entry in views.items())
    signs = (f"{text(f'words_signs.Posture.{p}').of(language)} {word('Posture', p).of(language)}" for p in _POSTURES)
    blocks = [
        _INTRO.format(count=len(views)).of(language),
        table([head.of(language) for head in _HEADS], rows),
        fenced(_COMMANDS, "sh"),
        _SIGNS.format(signs=joint(signs, language)).of(language),
        _NEEDS.of(language),
        f"## {_FORMATS.of(language)}",
        bullets(words.of(language) for words in _FORMAT_WORDS),
    ]
    return page(TITLE, language, blocks)


_POSTURES: Final = ("open", "gated", "closed")


def _title(name: str, language: Language) -> str:
    return text(f"views.{name}.title").of(language)


def _around(entry: Entry, language: Language) -> str:
    kinds = (section_label(kind.section).of(language) for kind in entry.around)
    return joint(kinds, language) or _WHOLE.of(language)
