"""Placeholders in a paragraph whose letters an office program has spread over several runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from re import Match

from lxml.etree import _Element

from oc_strategy.exporters.xlsx.cleaning import clean
from oc_strategy.forms import PLACEHOLDER


def words_in(nodes: Sequence[_Element]) -> str:
    """What the nodes say together."""
    return "".join(node.text or "" for node in nodes)


def put_into(nodes: Sequence[_Element], answer: Callable[[Match[str]], str]) -> bool:
    """Replace every placeholder; the words take the look of the run in which it begins. Whether there was any."""
    whole = words_in(nodes)
    found = [(match, clean(answer(match))) for match in PLACEHOLDER.finditer(whole)]
    for match, words in reversed(found):
        _replace(nodes, match.start(), match.end(), words)
    return bool(found)


def _replace(nodes: Sequence[_Element], start: int, end: int, words: str) -> None:
    texts = [node.text or "" for node in nodes]
    borders = pairwise([0, *accumulate(map(len, texts))])
    for node, text, (first, last) in zip(nodes, texts, borders, strict=True):
        if first < end and start < last:
            node.text = text[: max(0, start - first)] + words + text[max(0, end - first) :]
            words = ""
