"""Mappings in cells: owners with shares, receivers with agreements, criteria with ratings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from oc_strategy.lang import text
from oc_strategy.model.text import LANGUAGES
from oc_strategy.pulling.asked import Asked
from oc_strategy.pulling.links import named_in
from oc_strategy.pulling.wrong import Wrong, wrong
from oc_strategy.tables.returning import normal, number
from oc_strategy.yamlediting import Value

_SHARE: Final = re.compile(r"(.*?)\s*([0-9]+(?:\.[0-9]+)?)\s*[%％]")
_RATING: Final = re.compile(r"(.*?)\s*[:：]\s*([0-9.]+)(?:\s*[-–—~～]\s*([0-9.]+))?")


def keyed(value: Any) -> tuple[str, ...]:
    """The ids that a value links to."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def pairs_words(words: str, asked: Asked) -> str:
    """What a cell says, in the form of `Cell.plain`; the words as they are where they say no pairs."""
    found = _pairs(words, asked)
    if isinstance(found, Wrong):
        return normal(words)
    return "\n".join(f"{key} {_plain(item)}".strip() for key, item in found.items())


def pairs_of(words: str, asked: Asked) -> Value | Wrong:
    """The mapping to write; a list of ids stays one where none of them has anything of its own."""
    found = _pairs(words, asked)
    if isinstance(found, Wrong):
        return found
    whole = dict(asked.value or {})
    hidden = {key: item for key, item in whole.items() if key not in (asked.shown or {})}
    result = {**hidden, **found}
    if all(item is None for item in result.values()):
        is_one = isinstance(asked.raw, str) and len(result) == 1
        return next(iter(result)) if is_one else list[Value](result)
    bare = [key for key, item in result.items() if item is None]
    raw = asked.raw if isinstance(asked.raw, Mapping) else {}
    if any(key not in raw or raw[key] is not None for key in bare):
        return wrong("share-missing", value=bare[0])
    return {
        key: raw[key] if key in raw and _same(item, whole.get(key)) else _written(item) for key, item in result.items()
    }


def _same(item: Any, before: Any) -> bool:
    return bool(item == before)


def _written(item: Any) -> Value:
    if isinstance(item, tuple):
        low, high = (_number(end) for end in item)
        return low if low == high else [low, high]
    return _number(item) if isinstance(item, float) else str(item)


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _plain(item: Any) -> str:
    return number(item) if isinstance(item, float) else str(item or "")


def _pairs(words: str, asked: Asked) -> dict[str, Any] | Wrong:
    """Keys with what they have; where two lines disagree, the one that was changed holds."""
    before = dict(asked.shown or {})
    found: dict[str, list[Any]] = {}
    for line in normal(words).split("\n"):
        pair = _pair(line, asked)
        if isinstance(pair, Wrong):
            return pair
        found.setdefault(pair[0], []).append(pair[1])
    result: dict[str, Any] = {}
    for key, items in found.items():
        new = [item for item in dict.fromkeys(items) if item != before.get(key, ...)]
        if len(new) > 1:
            return wrong("twice", value=key)
        result[key] = new[0] if new else items[0]
    return result


def _pair(line: str, asked: Asked) -> tuple[str, Any] | Wrong:
    if not asked.shape.sections:
        return _rated(line)
    if shared := _SHARE.fullmatch(line):
        key = _id(shared[1], asked)
        return key if isinstance(key, Wrong) else (key, float(shared[2]))
    for pattern in _under():
        if under := pattern.fullmatch(line):
            key, agreement = _id(under[1], asked), _id(under[2], asked, is_any=True)
            return key if isinstance(key, Wrong) else agreement if isinstance(agreement, Wrong) else (key, agreement)
    key = _id(line, asked)
    return key if isinstance(key, Wrong) else (key, None)


def _rated(line: str) -> tuple[str, Any] | Wrong:
    found = _RATING.fullmatch(unicodedata.normalize("NFKC", line))
    if found is None:
        return wrong("rating", value=line)
    try:
        return found[1], (float(found[2]), float(found[3] or found[2]))
    except ValueError:
        return wrong("rating", value=line)


def _id(words: str, asked: Asked, *, is_any: bool = False) -> str | Wrong:
    sections = () if is_any else asked.shape.sections
    named = named_in(words, asked.names, sections, (), is_both=False)
    if named.unknown or len(named.ids) != 1:
        return wrong("no-such-node", value=(named.unknown or named.ids or ("",))[0])
    return named.ids[0]


@cache
def _under() -> tuple[re.Pattern[str], ...]:
    """How a cell says under which agreement something is shared, in each language."""
    templates = (text("tables.under", name="\0", agreement="\1").of(language) for language in LANGUAGES)
    return tuple(re.compile(re.escape(t).replace("\0", "(.*)").replace("\1", "(.*)")) for t in templates)
