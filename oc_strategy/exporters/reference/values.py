"""What may be written into a field, in words, read off the model itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from oc_strategy.exporters.reference.markdown import joint
from oc_strategy.lang import section_label
from oc_strategy.model import node, text, vocabulary
from oc_strategy.model.dates import Date
from oc_strategy.model.node import Country, Node, NotApplicable, Record
from oc_strategy.model.text import Language, Text
from oc_strategy.tables.shapes import shape_of

_TEXT: Final = Text(ja="文（一言語でも日英でも）", en="text, in one language or both")
_DATE: Final = Text(ja="日付（年・年月・年月日・期間）", en="date: a year, a month, a day or a span")
_FLAG: Final = Text(ja="`true` か `false`", en="`true` or `false`")
_NUMBER: Final = Text(ja="数", en="number")
_WORD: Final = Text(ja="語", en="word")
_COUNTRY: Final = Text(
    ja="国・官庁の二字コード、または `world`", en="two-letter code of a country or office, or `world`"
)
_RATINGS: Final = Text(
    ja="基準の名から、1〜5の値か範囲 `[2, 4]` へ", en="by criterion: a value from 1 to 5, or a range `[2, 4]`"
)
_WORD_BY_NAME: Final = Text(ja="検査のidから、{list} へ", en="by id of a check: {list}")
_ONE_ID: Final = Text(ja="id：{sections}", en="id of: {sections}")
_MANY_IDS: Final = Text(ja="idの並び：{sections}", en="ids of: {sections}")
_BY_ID: Final = Text(ja="idの並び、またはidから値へ：{sections}", en="ids, or a value for each id, of: {sections}")
_ANYTHING: Final = Text(ja="すべての種類", en="any kind")
_LIST: Final = Text(ja="並び：{what}", en="list of: {what}")
_SMALL: Final = Text(ja="小さな項目 `{name}`（下の表）", en="a small record `{name}` (table below)")
_SMALL_BY_ID: Final = Text(
    ja="id：{sections}から、小さな項目 `{name}`（下の表）へ",
    en="by id of: {sections}, a small record `{name}` (table below)",
)
_MOST_KINDS: Final = 20


@dataclass(frozen=True, slots=True)
class Inner:
    """A record inside a field, and the path of fields that leads to it."""

    path: str
    record: type[Record]


def value_words(node_class: type[Node], path: str, annotation: Any, language: Language) -> str:
    """What the field at a path may hold, as Markdown with links to the word lists and to the sections."""
    parts = tuple(_parts(annotation))
    record = _record_among(parts)
    sections = shape_of(node_class, path).sections
    targets = _targets(sections, language)
    if record is not None:
        template = _SMALL_BY_ID if dict in parts else _LIST if tuple in parts else _SMALL
        what = _SMALL.format(name=path).of(language)
        return template.format(name=path, what=what, sections=targets).of(language)
    if sections:
        template = _BY_ID if dict in parts else _MANY_IDS if tuple in parts else _ONE_ID
        return template.format(sections=targets).of(language)
    return simple_words(annotation, language)


def record_words(name: str, annotation: Any, language: Language) -> str:
    """What a field of settings may hold: a word list, a simple value, or small records."""
    parts = tuple(_parts(annotation))
    if _record_among(parts) is None:
        return simple_words(annotation, language)
    one = _SMALL.format(name=name).of(language)
    return _LIST.format(what=one).of(language) if tuple in parts else one


def simple_words(annotation: Any, language: Language) -> str:
    """What a field may hold that links to nothing and has no record inside."""
    parts = tuple(_parts(annotation))
    one = _one(parts, language)
    return _LIST.format(what=one).of(language) if tuple in parts and dict not in parts else one


def inner_records(annotations: dict[str, Any], above: str = "") -> Iterator[Inner]:
    """The records in some fields and in the fields of those records, outer ones first."""
    for name, annotation in annotations.items():
        record = _record_among(tuple(_parts(annotation)))
        if record is not None:
            path = f"{above}{name}"
            yield Inner(path, record)
            yield from inner_records(annotations_of(record), f"{path}.")


def annotations_of(record: type[Record]) -> dict[str, Any]:
    """What each field of a record holds, by its name in the model, without the third answer that all share."""
    hints = get_type_hints(record, include_extras=True)
    return {name: hints[name] for name in record.model_fields if name != "not_applicable"}


def _one(parts: tuple[Any, ...], language: Language) -> str:
    lists = {values: name for name, values in word_lists()}
    named = next((lists[get_args(part)] for part in parts if get_args(part) in lists), None)
    if named and dict not in parts:
        return f"[{named}](words.md#{named.lower()})"
    if named:
        return _WORD_BY_NAME.format(list=f"[{named}](words.md#{named.lower()})").of(language)
    if dict in parts:
        return _RATINGS.of(language)
    known = {bool: _FLAG, Date: _DATE, Text: _TEXT, int: _NUMBER, float: _NUMBER}
    found = next((words for kind, words in known.items() if kind in parts), _COUNTRY if _is_country(parts) else _WORD)
    return found.of(language)


def _is_country(parts: tuple[Any, ...]) -> bool:
    pattern = get_args(Country)[1].pattern
    return any(getattr(part, "pattern", None) == pattern for part in parts)


def _targets(sections: tuple[str, ...], language: Language) -> str:
    if len(sections) >= _MOST_KINDS:
        return _ANYTHING.of(language)
    return joint((f"[{section_label(section).of(language)}](#{section})" for section in sections), language)


def word_lists() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The name and the words of each closed list of the model, in its order."""
    for module in (vocabulary, text, node):
        for name, value in vars(module).items():
            if get_origin(value) is Literal:
                yield name, get_args(value)


def _record_among(parts: tuple[Any, ...]) -> type[Record] | None:
    return next((p for p in parts if isinstance(p, type) and issubclass(p, Record) and p is not NotApplicable), None)


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation and all it is made of; a mapping counts as `dict`, a closed word list as one part."""
    origin = get_origin(annotation)
    if origin is None or origin is Literal:
        yield annotation
        return
    yield dict if getattr(origin, "__name__", "") == "Mapping" else origin
    for part in get_args(annotation):
        yield from _parts(part)
