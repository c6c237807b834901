"""One way to put words into a picture: cleaned, wrapped at East Asian width, and quoted for each notation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

BOX_COLUMNS = 24
"""The width of a box's text in half-width columns; a full-width character takes two."""

_BREAKS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_UNENCODABLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_PIECES = re.compile(r"[ \n]+|[ァ-ヺーｦ-ﾟ]+[ぁ-ん]{0,2}|[一-鿿々]{1,6}[ぁ-ん]{0,2}|[!-~À-ɏ]+[一-鿿]?|.", re.DOTALL)
NO_BREAK = "\u00a0"
_NOT_FIRST = NO_BREAK + "、。，．・：；？！」』）］｝】〉》〕ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々％…‥,.;:!?)]}%"
_NOT_LAST = NO_BREAK + "「『（［｛【〈《〔([{"
_PLAIN_IN_MERMAID = re.compile(r"[^A-Za-z0-9 .,\-+/()（）「」【】・、。：％＃；／→]", re.ASCII)


def cleaned(text: str) -> str:
    """The text without what breaks a notation or deceives the eye: controls, bidirectional marks, surrogates."""
    lines = _BREAKS.sub("\n", text).replace("\t", " ")
    return _UNENCODABLE.sub("\ufffd", _INVISIBLE.sub("", lines))


def columns(text: str) -> int:
    """How many half-width columns the text takes on one line."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


@lru_cache(maxsize=8192)
def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


@lru_cache(maxsize=8192)
def wrapped(text: str, limit: int = BOX_COLUMNS) -> str:
    """The cleaned text in lines of at most `limit` columns, about equally long, breaking Japanese without spaces."""
    return "\n".join(_balanced(line.strip(), limit) for line in cleaned(text).split("\n") if line.strip())


def _balanced(line: str, limit: int) -> str:
    pieces = [_Piece(piece, *map(columns, (piece, piece.rstrip(), piece.lstrip()))) for piece in _pieces(line, limit)]
    fewest = len(_filled(pieces, limit))
    widths = range(max(columns(line) // fewest, 1), limit)
    fitting = (lines for width in widths if len(lines := _filled(pieces, width)) == fewest)
    return "\n".join(next(fitting, _filled(pieces, limit)))


def _pieces(line: str, limit: int) -> list[str]:
    """Runs that stay on one line: words, katakana or up to six kanji with an ending, marks that cling to a word."""
    pieces: list[str] = []
    for run in _PIECES.findall(line):
        joins = pieces and (run[0] in _NOT_FIRST or pieces[-1][-1] in _NOT_LAST)
        if joins and columns(pieces[-1] + run) <= limit:
            pieces[-1] += run
        elif joins and run[0] in _NOT_FIRST and len(pieces[-1]) > 1:
            # A mark that may not begin a line takes the last character of the full piece along.
            pieces[-1:] = [pieces[-1][:-1], *_chopped(pieces[-1][-1] + run, limit)]
        else:
            pieces += _chopped(run, limit)
    return pieces


def _chopped(run: str, limit: int) -> list[str]:
    parts = [""]
    for character in run:
        if columns(parts[-1]) + _columns_of(character) > limit:
            parts.append("")
        parts[-1] += character
    return parts


class _Piece(NamedTuple):
    """What stays on one line, and how wide it is: whole, at the end of a line, at its beginning."""

    text: str
    whole: int
    last: int
    first: int


def _filled(pieces: list[_Piece], width: int) -> list[str]:
    lines, used = [""], 0
    for piece in pieces:
        if lines[-1] and used + piece.last > width:
            lines.append("")
        if lines[-1]:
            lines[-1] += piece.text
            used += piece.whole
        else:
            lines[-1] = piece.text.lstrip()
            used = piece.first
    return [line.rstrip() for line in lines if line.strip()]


def shortened(text: str, limit: int) -> str:
    """The cleaned text on one line, cut with an ellipsis where it is wider than `limit` columns."""
    line = " ".join(cleaned(text).split())
    return line if columns(line) <= limit else _chopped(line, limit - 2)[0] + "…"


def dot_quoted(text: str, line_end: str = "n") -> str:
    r"""A DOT string that draws exactly this text; `line_end` is `n` (centred) or `l` (to the left).

    `&` would begin an entity, `\` an escape, `"` would end the string; `<` cannot open an HTML label inside quotes.
    """
    escaped = cleaned(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    end = f"\\{line_end}"
    tail = end if line_end == "l" and escaped else ""
    return f'"{escaped.replace(chr(10), end)}{tail}"'


def mermaid_quoted(text: str) -> str:
    """A quoted Mermaid text: everything but letters, digits and harmless marks as `#number;`, lines as `<br/>`."""
    return '"' + "<br/>".join(_numbered(line) for line in cleaned(text).split("\n")) + '"'


def _numbered(line: str) -> str:
    return re.sub(_PLAIN_IN_MERMAID, lambda match: _number(match[0]), line)


def _number(character: str) -> str:
    return character if ord(character) > 127 else f"#{ord(character)};"


def full_width(text: str) -> str:
    """The text on one line with each ASCII mark in its full-width form, for places of Mermaid that know no escapes."""
    return re.sub(r"[^A-Za-z0-9 .\-()]", _widened, " ".join(cleaned(text).split()), flags=re.ASCII)


def _widened(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(code + 0xFEE0) if 0x21 <= code <= 0x7E else match[0]
