"""The words of a cell as the values that a field takes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final, Literal, get_args, get_origin

from oc_strategy import yamlsource
from oc_strategy.importers.seeding.cells import Unread
from oc_strategy.importers.seeding.countries import OFFICES, country_in
from oc_strategy.importers.seeding.fields import Field
from oc_strategy.importers.seeding.naming import folded
from oc_strategy.importers.seeding.reading_dates import date_in
from oc_strategy.importers.seeding.reading_numbers import money_in, number_in
from oc_strategy.importers.seeding.sheetmap import SheetColumn
from oc_strategy.lang import text, word
from oc_strategy.loading.mistakes import closest
from oc_strategy.model.identifiers import kind_in, office_in
from oc_strategy.model.text import LANGUAGES, Text
from oc_strategy.model.words import VOCABULARIES

Value = str | int | float | bool
_YES: Final = frozenset(map(folded, (
    "○", "◯", "〇", "◎", "有", "あり", "有り", "はい", "済", "済み", "要", "該当", "yes", "y", "true", "t", "1", "✓",
    "✔", "☑", "レ",
)))  # fmt: skip
_NO: Final = frozenset(map(folded, (
    "×", "✕", "✗", "無", "なし", "無し", "いいえ", "未", "不要", "非該当", "no", "n", "false", "f", "0", "☐",
)))  # fmt: skip
_LISTED: Final = re.compile(r";;|[、;；|｜\n]")
_WORDS_LISTED: Final = re.compile(r"[、,，・;；|｜/／\n]")
_JAPANESE: Final = re.compile(r"[特実意再][許願開表公登全匠]")


def pieces_of(words: str, field: Field, column: SheetColumn) -> tuple[str, ...]:
    """The single values of a cell: cut at the map's separator, else where lists usually are, if several fit."""
    if column.split is not None:
        cut = words.split(column.split)
    elif field.is_many and field.kind in {"vocabulary", "country"}:
        cut = _WORDS_LISTED.split(words)
    elif field.is_many or (field.is_of_record and field.kind in {"country", "vocabulary"}):
        cut = _LISTED.split(words)
    else:
        cut = [words]
    return tuple(dict.fromkeys(piece for part in cut if (piece := part.strip())))


def value_in(words: str, field: Field, column: SheetColumn) -> Value | Unread | None:
    """One value as the field takes it, or why the words are none; None where the map says that they mean nothing."""
    told = _told(words, column.words)
    if told is None or told != words:
        return told
    if column.as_ is not None:
        found: Value | Text = _of_document(words, column.as_)
    else:
        found = _by_kind(words, field, column)
    return Unread(found) if isinstance(found, Text) else found


def _told(words: str, known: Mapping[str, str | None]) -> str | None:
    """What the map says that words mean: themselves if it says nothing."""
    return next((meant for said, meant in known.items() if folded(said) == folded(words)), words)


def _of_document(words: str, reading: str) -> str | Text:
    found = {"office": _office, "kind": kind_in, "currency": money_in}[reading](words)
    return found if found is not None else text(f"seeding.no-{reading}", value=words[:60])


def _office(words: str) -> str | None:
    if _JAPANESE.match(words):
        return "JP"
    number = words.strip().upper()
    # Reissues and the like have letters of their own behind the office: USRE033508.
    return office_in(number) or country_in(number[:2])


def _by_kind(words: str, field: Field, column: SheetColumn) -> Value | Text:
    if field.kind == "date":
        return date_in(words, column.order)
    if field.kind == "number":
        return number_in(words, column.unit)
    if field.kind == "yes-no":
        return _yes_or_no(words)
    if field.kind == "country":
        return _country(words, field) or text("seeding.not-a-country", value=words[:60])
    return _word_of(words, field.annotation) if field.kind == "vocabulary" else words


def _country(words: str, field: Field) -> str | None:
    """A country, or a patent office where the field is about one: Europe is a market of many countries."""
    code = country_in(words)
    return None if code in OFFICES and not field.path.endswith("office") else code


def _yes_or_no(words: str) -> bool | Text:
    plain = folded(words)
    if plain in _YES or plain in _NO:
        return plain in _YES
    return text("seeding.not-yes-or-no", value=words[:60])


@lru_cache(4096)
def _word_of(words: str, annotation: Any) -> str | Text:
    known = _labels(annotation)
    found = known.get(folded(words))
    if found is not None:
        return found
    allowed = tuple(dict.fromkeys(known.values()))
    guess = closest(folded(words), known)
    key = "not-in-list-guess" if guess else "not-in-list"
    return text(f"seeding.{key}", value=words[:60], guess=known[guess] if guess else "", allowed=", ".join(allowed))


@cache
def _labels(annotation: Any) -> Mapping[str, str]:
    """The words of a closed list by what they are called in either language."""
    values = _values(annotation)
    name = VOCABULARIES.get(values)
    labels = {folded(value): value for value in values}
    for value in values if name else ():
        called = (*(word(str(name), value).of(language) for language in LANGUAGES), *_also_called(str(name), value))
        for label in called:
            labels.setdefault(folded(label), value)
    return labels


def _also_called(name: str, value: str) -> tuple[str, ...]:
    """What people write for a word besides its labels."""
    return tuple(words_beside().get(name, {}).get(value, ()))


@cache
def words_beside() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """For each closed list what people write for its words."""
    tree, problems = yamlsource.read((files(__package__) / "data" / "words.yaml").read_bytes())
    assert not problems, problems
    found: Any = tree
    return found  # type: ignore[no-any-return]


def _values(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((found for part in get_args(annotation) if (found := _values(part))), ())
