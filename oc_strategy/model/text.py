"""Words a person wrote, in Japanese, in English, or in both."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")
Confidentiality = Literal["public", "partner", "internal", "restricted"]
CLASSES: tuple[Confidentiality, ...] = ("public", "partner", "internal", "restricted")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one or both languages, with its own confidentiality class if it needs one.

    A plain string in YAML stands for every language.
    """

    ja: str | None = None
    en: str | None = None
    confidentiality: Confidentiality | None = None

    @classmethod
    def plain(cls, words: str) -> Text:
        """The same words in every language."""
        return cls(words, words)

    @classmethod
    def each(cls, words: Callable[[Language], str]) -> Text:
        """What a function says in each language."""
        return cls(words("ja"), words("en"))

    def of(self, language: Language) -> str:
        """The words in a language, in the other one where only that exists, else an empty string."""
        return (self.ja or self.en or "") if language == "ja" else (self.en or self.ja or "")

    def format(self, **values: object) -> Text:
        """This text as a template, filled in each language; a `Text` among the values keeps its language."""
        return self.filled(*in_each(values))

    def filled(self, ja: Mapping[str, object], en: Mapping[str, object]) -> Text:
        """This text as a template, filled with values that are in words already: those of each language."""
        first, second = self.of("ja"), self.of("en")
        if not ("{" in first or "{" in second or "}" in first or "}" in second):
            return self
        return Text(first.format_map(ja), second.format_map(en))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(_written)
        return core_schema.no_info_before_validator_function(
            _in_each_language, _schema_of_mappings(), serialization=written, ref=cls.__name__
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        described = {"title": cls.__name__, "description": inspect.cleandoc(cls.__doc__ or "")}
        return {"anyOf": [{"type": "string"}, {**handler(_schema_of_mappings()), **described}]}


def in_each(values: Mapping[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    """Values for templates, in Japanese and in English: a `Text` among them as each language has it."""
    ja, en = dict(values), dict(values)
    for key, value in values.items():
        if isinstance(value, Text):
            ja[key], en[key] = value.of("ja"), value.of("en")
    return ja, en


def _in_each_language(value: Any) -> Any:
    return {"ja": value, "en": value} if isinstance(value, str) else value


def _written(text: Text) -> dict[str, str]:
    every = {"ja": text.ja, "en": text.en, "confidentiality": text.confidentiality}
    return {key: words for key, words in every.items() if words is not None}


@cache
def _schema_of_mappings() -> CoreSchema:
    words = core_schema.nullable_schema(core_schema.str_schema())
    classes = core_schema.nullable_schema(core_schema.literal_schema(list(CLASSES)))
    values = {"ja": words, "en": words, "confidentiality": classes}
    fields = [
        core_schema.dataclass_field(name, core_schema.with_default_schema(value, default=None))
        for name, value in values.items()
    ]
    arguments = core_schema.dataclass_args_schema("Text", fields)
    return core_schema.dataclass_schema(
        Text, arguments, list(values), slots=True, config=core_schema.CoreConfig(extra_fields_behavior="forbid")
    )


def listed(texts: Iterable[Text]) -> Text:
    """Several texts as one list, joined by each language's own comma."""
    items = tuple(texts)
    return Text(ja="、".join(item.of("ja") for item in items), en=", ".join(item.of("en") for item in items))
