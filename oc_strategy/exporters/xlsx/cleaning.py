"""Text as a workbook can hold it: no control characters, no lone surrogates, no more than fits."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

CELL_LIMIT = 32_767
"""UTF-16 units in one cell (Excel specifications and limits)."""
HEADER_LIMIT = 255
"""Characters in a page header or footer, codes included (Excel specifications and limits)."""

_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BANNED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def clean(words: str) -> str:
    """The words with `\\n` as the only line break, control characters gone and lone surrogates as U+FFFD."""
    if _ODD.search(words) is None:
        return words
    return _SURROGATE.sub("\ufffd", _BANNED.sub("", _BREAK.sub("\n", words)))


def units(words: str) -> int:
    """UTF-16 units, which is what Excel counts."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le", "surrogatepass")) // 2


def cut(words: str, limit: int, marker: str) -> str:
    """The words, or their beginning followed by the marker where they are longer than `limit` UTF-16 units."""
    if units(words) <= limit:
        return words
    kept = words.encode("utf-16-le", "surrogatepass")[: 2 * (limit - units(marker))]
    return kept.decode("utf-16-le", "ignore") + marker


def as_xml(words: str) -> str:
    """Cleaned words as XML text; `_x0041_` stays itself instead of being read as an escaped letter."""
    if "_x" in words:
        words = _ESCAPE.sub("_x005F_", words)
    if "&" in words or "<" in words or ">" in words:
        words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return words


def as_attribute(words: str) -> str:
    """Cleaned words as an XML attribute with its quotes."""
    return quoteattr(_ESCAPE.sub("_x005F_", words))


def for_header(words: str) -> str:
    """One line in which `&` prints as itself instead of beginning a code such as `&D` or `&[Date]`."""
    return " ".join(clean(words).split()).replace("&[", "& [").replace("&", "&&")


def cut_header(words: str, limit: int) -> str:
    """An escaped header text of at most `limit` characters, never cut inside a doubled `&`."""
    if len(words) <= limit:
        return words
    kept = words[: limit - 1]
    odd = (len(kept) - len(kept.rstrip("&"))) % 2
    return kept[: len(kept) - odd] + "…"
