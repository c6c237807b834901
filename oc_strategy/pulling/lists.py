"""Lists in cells: what was taken out and put in, with the short forms of YAML and what the audience cannot see kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from oc_strategy.model.text import Text
from oc_strategy.pulling.asked import Asked
from oc_strategy.pulling.texts import text_of, tidy
from oc_strategy.pulling.wrong import Wrong, wrong
from oc_strategy.tables.returning import normal
from oc_strategy.yamlediting import Value

_SHORT: Final = re.compile(r"[A-Z]{2}|[a-z0-9-]+")
_COMMAS: Final = re.compile(r"\s*[,、;；]\s*")


def merged(new: list[str], asked: Asked) -> Value | Wrong:
    """The list to write: what the cell lists, with what only others may see left where it was."""
    shown, whole = list(asked.shown or ()), list(_own(asked))
    gone = [item for item in shown if item not in new]
    if any(item not in whole for item in gone):
        return wrong("from-catalog", value=", ".join(item for item in gone if item not in whole))
    is_all = whole == shown
    kept = [item for item in whole if item not in gone]
    result = new if is_all else [*kept, *(item for item in new if item not in shown and item not in kept)]
    return result[0] if isinstance(asked.raw, str) and len(result) == 1 else list[Value](result)


def _own(asked: Asked) -> Sequence[Any]:
    """What the text itself lists: a project may add to what the catalog says."""
    raw = asked.raw
    if isinstance(raw, str):
        return (raw,)
    return tuple(raw) if isinstance(raw, list | tuple | Mapping) and "not_applicable" not in raw else ()


def joined(words: str, asked: Asked) -> Value | Wrong:
    """Words of a list, one a line; short ones, as countries and tags are, may stand side by side."""
    items: list[str] = []
    for line in normal(words).split("\n"):
        parts = [part for part in _COMMAS.split(line) if part]
        items += parts if all(_SHORT.fullmatch(part) for part in parts) else [line]
    return merged(list(dict.fromkeys(items)), asked)


def texts_of(words: str, asked: Asked) -> Value | Wrong:
    """A list of texts, one a line in each language."""
    texts: tuple[Text, ...] = tuple(asked.shown or ())
    raws: list[Any] = asked.raw if isinstance(asked.raw, list) else [asked.raw] if asked.raw else []
    if len(texts) != len(raws):
        return wrong("withheld")
    rows = _rows(normal(words).split("\n"), texts, asked)
    if rows is None:
        return wrong("two-languages")
    found = [_one(row, texts, raws, index, len(rows), asked) for index, row in enumerate(rows)]
    bad = next((value for value in found if isinstance(value, Wrong)), None)
    return bad or [value for value in found if not isinstance(value, Wrong)]


def _rows(lines: list[str], texts: Sequence[Text], asked: Asked) -> list[str] | None:
    """The words of each text: of a cell in two languages the half of one beside the half of the other."""
    if len(asked.languages) == 1 or all(text.ja == text.en for text in texts):
        return lines
    half, odd = divmod(len(lines), 2)
    if odd:
        return None
    pairs = zip(lines[:half], lines[half:], strict=True)
    return ["\n".join(dict.fromkeys(pair)) for pair in pairs]


def _one(row: str, texts: Sequence[Text], raws: list[Any], index: int, count: int, asked: Asked) -> Value | Wrong:
    """The text that a row stands for: one that was there already, the one in its place, or a new one."""
    for text, raw in zip(texts, raws, strict=True):
        if normal(row) in {normal(_shown(text, asked))}:
            return raw  # type: ignore[no-any-return]
    is_in_place = count == len(texts)
    current, raw = (texts[index], raws[index]) if is_in_place else (None, None)
    return text_of(tidy(row), current, raw, asked.languages)


def _shown(text: Text, asked: Asked) -> str:
    return "\n".join(dict.fromkeys(text.of(language) for language in asked.languages))
