"""Words a person wrote, in Japanese, in English, or in both."""

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")
Confidentiality = Literal["public", "partner", "internal", "restricted"]
CLASSES: tuple[Confidentiality, ...] = ("public", "partner", "internal", "restricted")


class Text(BaseModel):
    """A text in one or both languages, with its own confidentiality class if it needs one.

    A plain string in YAML stands for every language.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    ja: str | None = None
    en: str | None = None
    confidentiality: Confidentiality | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_string(cls, value: Any) -> Any:
        return {"ja": value, "en": value} if isinstance(value, str) else value

    @classmethod
    def plain(cls, words: str) -> "Text":
        """The same words in every language."""
        return cls(ja=words, en=words)

    def of(self, language: Language) -> str:
        """The words in a language, in the other one where only that exists, else an empty string."""
        first, second = (self.ja, self.en) if language == "ja" else (self.en, self.ja)
        return first or second or ""

    def format(self, **values: object) -> "Text":
        """This text as a template, filled in each language; a `Text` among the values keeps its language."""
        return Text(**{language: self._filled(language, values) for language in LANGUAGES})

    def _filled(self, language: Language, values: dict[str, object]) -> str:
        words = {key: v.of(language) if isinstance(v, Text) else v for key, v in values.items()}
        return self.of(language).format(**words)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(core)]}


def listed(texts: Iterable[Text]) -> Text:
    """Several texts as one list, joined by each language's own comma."""
    items = tuple(texts)
    return Text(ja="、".join(item.of("ja") for item in items), en=", ".join(item.of("en") for item in items))
