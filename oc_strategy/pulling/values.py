"""What stands in a cell as a value of its field, ready to be written into YAML, or why it is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from oc_strategy.importers.xlsx.sheets import Plain
from oc_strategy.lang import text
from oc_strategy.model.text import LANGUAGES, Text
from oc_strategy.pulling.asked import Asked
from oc_strategy.pulling.links import named_in
from oc_strategy.pulling.lists import joined, merged, texts_of
from oc_strategy.pulling.pairs import keyed, pairs_of, pairs_words
from oc_strategy.pulling.scalars import date_of, date_words, number_of, number_words
from oc_strategy.pulling.texts import text_of, tidy
from oc_strategy.pulling.words import FLAG, flag_of, words_of
from oc_strategy.pulling.wrong import Wrong, wrong
from oc_strategy.tables.returning import normal
from oc_strategy.yamlediting import Value


def said_in(content: Plain, asked: Asked) -> str:
    """What a cell says, as `tables.returning.said` has it of the cell that was written."""
    shape, words = asked.shape, str(content)
    if _reason(words) is not None:
        return normal(_parted(words))
    if shape.sections:
        return _links_words(words, asked)
    if shape.kind == "date":
        return date_words(content)
    if shape.kind == "number":
        return number_words(content)
    if shape.vocabulary or shape.is_flag:
        return normal(words.replace(" / ", "\n"))
    return date_words(content) if not isinstance(content, str | int | float) else normal(_plain_words(content))


def value_of(content: Plain, asked: Asked) -> Value | Wrong:
    """The value to write."""
    words = str(content)
    if (reason := _reason(words)) is not None:
        return _answer(reason, asked)
    shape = asked.shape
    if shape.is_mapping:
        return pairs_of(words, asked)
    if shape.sections:
        return _links(words, asked)
    if shape.kind == "date":
        return date_of(content)
    if shape.kind == "number":
        return number_of(content, is_whole=shape.is_whole)
    if shape.is_flag:
        return flag_of(content, asked.value, asked.languages)
    if shape.vocabulary:
        return _vocabulary(words, asked)
    return _words(_plain_words(content), asked)


def _plain_words(content: Plain) -> str:
    is_number = isinstance(content, int | float) and not isinstance(content, bool)
    return number_words(content) if is_number else str(content)


def _words(words: str, asked: Asked) -> Value | Wrong:
    if asked.shape.is_words and asked.shape.is_many:
        return texts_of(words, asked)
    if asked.shape.is_words:
        current = asked.value if isinstance(asked.value, Text) else None
        return text_of(words, current, asked.raw if current else None, asked.languages)
    if asked.shape.is_many:
        return joined(words, asked)
    return tidy(words)


def _vocabulary(words: str, asked: Asked) -> Value | Wrong:
    name, value = asked.shape.vocabulary or FLAG, asked.value
    before = value if isinstance(value, tuple) else () if value is None else (value,)
    found = words_of(words, name, before, asked.languages)
    if isinstance(found, Wrong) or asked.shape.is_many:
        return found if isinstance(found, Wrong) else merged(found, asked)
    return found[0] if len(found) == 1 else wrong("one-word", value=tidy(words))


def _links_words(words: str, asked: Asked) -> str:
    if asked.shape.is_mapping:
        return pairs_words(words, asked)
    named = named_in(words, asked.names, asked.shape.sections, keyed(asked.shown), len(asked.languages) > 1)
    return "\n".join((*named.ids, *named.unknown))


def _links(words: str, asked: Asked) -> Value | Wrong:
    sections = asked.shape.sections
    named = named_in(words, asked.names, sections, keyed(asked.shown), len(asked.languages) > 1)
    if named.unknown:
        return wrong("no-such-node", value=named.unknown[0])
    for node_id in named.ids:
        section = asked.names.section(node_id)
        if section is None:
            return wrong("no-such-node", value=node_id)
        if section not in sections:
            return wrong("wrong-kind", value=node_id, kind=text(f"sections.{section}"), expected=_kinds(sections))
    if asked.shape.is_many:
        return merged(list(named.ids), asked)
    return named.ids[0] if len(named.ids) == 1 else wrong("one-link", value=tidy(words))


def _kinds(sections: tuple[str, ...]) -> Text:
    names = [text(f"sections.{section}") for section in sections]
    return Text.each(lambda language: " / ".join(name.of(language) for name in names))


@cache
def _reasons() -> re.Pattern[str]:
    openings = "|".join(
        re.escape(text("tables.not-applicable", reason="").of(language).rstrip(" :：")) for language in LANGUAGES
    )
    return re.compile(rf"(?:{openings})\s*[:：]\s*", re.IGNORECASE)


_WHO: Final = re.compile(r"\s*[(（][^()（）]*[)）]$")


def _reason(words: str) -> str | None:
    """The words in which a cell says that its question does not apply, without the opening; None where it does not."""
    opened = _reasons().match(words.strip())
    return _parted(words)[opened.end() :] if opened else None


def _parted(words: str) -> str:
    """The reason in two languages on two lines, where a column of a closed list has them on one."""
    return re.sub(rf" / (?={_reasons().pattern})", "\n", words.strip())


def _answer(reason: str, asked: Asked) -> Value | Wrong:
    if asked.full is not None and len(asked.path) > 2:
        return wrong("not-applicable-in-row")
    if not normal(reason):
        return wrong("no-reason")
    stated = asked.answer
    lines = [_reasons().sub("", line, count=1) for line in reason.split("\n")]
    words = "\n".join(_WHO.sub("", line) if stated and (stated.by or stated.on) else line for line in lines)
    raw: Any = asked.raw if isinstance(asked.raw, Mapping) and "not_applicable" in asked.raw else {}
    current = stated.not_applicable if stated else None
    new = text_of(words, current, raw.get("not_applicable"), asked.languages)
    return new if isinstance(new, Wrong) else {**raw, "not_applicable": new}
