"""Lists and mappings that open and close on one line: `[a, b]`, `{ja: 符号, en: Code}`, and these inside each other."""

from __future__ import annotations

import re
from typing import Final

from oc_strategy.yamlsource.limits import MAX_DEPTH, NULLS, ODD_KEYS
from oc_strategy.yamlsource.values import NOWHERE, Map, Seq

FIRST: Final = r"""(?:[^\s\-?:,\[\]{}\#&*!|>'"%@`]|-(?=\w))"""
"""What words without quotes may begin with."""
KEY: Final = rf"{FIRST}[^\s:,\[\]{{}}\#?]{{0,199}}"
QUOTED: Final = r""""[^"\\\n]*"|'(?:[^'\n]|'')*'"""
"""Words in quotes that say what they are, without an escape."""
_WORDS: Final = rf"{FIRST}[^:#,\[\]{{}}\n]*(?::(?=[\w/])[^:#,\[\]{{}}\n]*)*(?<!\s)"
# A gap, a key, words, and the sign that ends the step; or all that is left, which is then tried once.
_STEP: Final = re.compile(rf"(( *)(?:({KEY}): )?({_WORDS}|{QUOTED}|) *([,\[\]{{}}]))|.+")


class NotPlainError(Exception):
    """Something is there that takes a second look."""


def flow_read(line: str, mark: int, depth: int) -> Map | Seq:
    """The list or mapping that a line is, to its end. Takes the mark of the line's beginning.

    NotPlainError where it is neither, or not plain.
    """
    return _Flow(line.rstrip(" "), mark).whole(depth)


def unquoted(words: str) -> str | None:
    """What plain or quoted words say; None where they say that there is nothing."""
    if words in NULLS:
        return None
    if words[0] == "'":
        return words[1:-1].replace("''", "'")
    return words[1:-1] if words[0] == '"' else words


class _Flow:
    """Reads from sign to sign; `_at` is the mark of what comes next."""

    def __init__(self, line: str, mark: int) -> None:
        self._steps = iter(_STEP.findall(line))
        self._at = mark
        self._end = mark + len(line)

    def whole(self, depth: int) -> Map | Seq:
        found = self._opened(self._sign(), depth)
        # What the steps do not cover is not plain.
        if self._at != self._end:
            raise NotPlainError
        return found

    def _sign(self) -> str:
        """The next sign, which nothing may stand before."""
        step, _, key, words, sign = next(self._steps, ("", "", "", "", ""))
        if key or words:
            raise NotPlainError
        self._at += len(step)
        return str(sign)

    def _opened(self, sign: str, depth: int) -> Map | Seq:
        if depth >= MAX_DEPTH:
            raise NotPlainError
        if sign == "{":
            return self._map(depth + 1)
        if sign == "[":
            return self._seq(depth + 1)
        raise NotPlainError

    def _map(self, depth: int) -> Map:
        found = Map()
        found.mark = self._at - 1
        found.spots = spots = []
        found.elsewhere = NOWHERE
        for step, gap, key, words, sign in self._steps:
            begin = self._at + len(gap)
            self._at += len(step)
            if key and key not in found:
                spots.append(begin)
                if words:
                    found[key] = unquoted(words)
                else:
                    found.elsewhere = {**found.elsewhere, key: self._at - 1}
                    found[key] = self._opened(sign, depth)
                    sign = self._sign()
            elif key or words or found or sign != "}":
                break
            if sign == "}" and ODD_KEYS.isdisjoint(found):
                return found
            if sign != ",":
                break
        raise NotPlainError

    def _seq(self, depth: int) -> Seq:
        found = Seq()
        found.mark = self._at - 1
        spots: list[int] = []
        found.spots = spots
        for step, gap, key, words, sign in self._steps:
            begin = self._at + len(gap)
            self._at += len(step)
            if key:
                break
            if words:
                found.append(unquoted(words))
                spots.append(begin)
            elif sign in "[{":
                found.append(self._opened(sign, depth))
                spots.append(begin)
                sign = self._sign()
            elif found or sign != "]":
                break
            if sign == "]":
                return found
            if sign != ",":
                break
        raise NotPlainError
