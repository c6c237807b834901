"""Words in a cell as a text of the model: in the language of the workbook, or parted into two."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from oc_strategy.model.text import Language, Text
from oc_strategy.pulling.wrong import Wrong, wrong
from oc_strategy.tables.returning import normal
from oc_strategy.yamlediting import Value

_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶ一-龠々]")


def tidy(words: str) -> str:
    """Words as they are kept: blanks at the ends of lines and empty lines around them go."""
    return "\n".join(line.rstrip() for line in words.split("\n")).strip()


def text_of(words: str, current: Text | None, raw: Any, languages: Sequence[Language]) -> Value | Wrong:
    """What to write for the words in a cell; `current` is the text there is, `raw` how it is written.

    In a workbook of one language only that language changes. Words of two languages are told apart by the half that
    stayed, by the number of lines, or by their letters.
    """
    words = tidy(words)
    if current is None or not isinstance(raw, Mapping):
        parted = _by_letters(words) if current is None and len(languages) > 1 else None
        return dict(zip(("ja", "en"), parted, strict=True)) if parted else _ended(words, raw)
    if len(languages) == 1 or not (current.ja and current.en):
        shown = languages[0] if getattr(current, languages[0]) else "en" if languages[0] == "ja" else "ja"
        return _with(raw, {shown: words})
    halves = _halves(words, current.ja, current.en)
    if halves is None:
        return wrong("two-languages")
    return _with(raw, dict(zip(("ja", "en"), halves, strict=True)))


def _with(raw: Mapping[str, Any], new: Mapping[str, str]) -> dict[str, Value]:
    """The text with other words; a language without words goes."""
    changed = {**raw, **{key: _ended(words, raw.get(key)) for key, words in new.items()}}
    return {key: words for key, words in changed.items() if words}


def _ended(words: str, raw: Any) -> str:
    """The words with a line break at their end where those before had one, as a block has."""
    return f"{words}\n" if words and isinstance(raw, str) and raw.endswith("\n") else words


def _halves(words: str, ja: str, en: str) -> tuple[str, str] | None:
    lines = words.split("\n")
    if normal(words) in {normal(ja), normal(en)}:
        return (tidy(ja), "") if normal(words) == normal(ja) else ("", tidy(en))
    cuts = [(tidy("\n".join(lines[:at])), tidy("\n".join(lines[at:]))) for at in range(1, len(lines))]
    kept = [(ja, tail) for head, tail in cuts if normal(head) == normal(ja) and tail]
    kept += [(head, en) for head, tail in cuts if normal(tail) == normal(en) and head]
    if kept:
        return tidy(kept[0][0]), tidy(kept[0][1])
    length = normal(ja).count("\n") + 1
    filled = [cut for cut in cuts if all(cut)]
    as_long = len(normal(words).split("\n")) == length + normal(en).count("\n") + 1
    same = next((cut for cut in filled if normal(cut[0]).count("\n") + 1 == length), None)
    return same if as_long else _by_letters(words)


def _by_letters(words: str) -> tuple[str, str] | None:
    """Japanese lines and then others, if that is how the words stand."""
    lines = words.split("\n")
    are_japanese = [bool(_JAPANESE.search(line)) for line in lines if line.strip()]
    if are_japanese != sorted(are_japanese, reverse=True) or len(set(are_japanese)) < 2:
        return None
    at = max(index for index, line in enumerate(lines) if _JAPANESE.search(line)) + 1
    return tidy("\n".join(lines[:at])), tidy("\n".join(lines[at:]))
