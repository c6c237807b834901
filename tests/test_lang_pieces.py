"""A language file cut by its lines gives the texts that the whole file gives, each key once."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from oc_strategy import lang, yamlsource
from oc_strategy.model.text import LANGUAGES, Language


def flat(value: Any, prefix: str = "") -> dict[str, str]:
    if not isinstance(value, dict):
        return {prefix: value}
    return {k: v for key, item in value.items() for k, v in flat(item, f"{prefix}.{key}" if prefix else key).items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_pieces_of_a_language_make_up_the_whole(language: Language) -> None:
    whole, problems = yamlsource.read((files("oc_strategy.lang") / f"{language}.yaml").read_bytes())
    assert problems == []
    texts = flat(whole)
    assert lang.keys(language) == frozenset(texts)
    assert {key: lang.text(key).of(language) for key in texts} == texts


@pytest.mark.parametrize("key", ["no-such.block", "checks.no-such", "checks.unanswered.deeper", "checks"])
def test_a_key_that_english_lacks_is_the_programmers_mistake(key: str) -> None:
    with pytest.raises(KeyError):
        lang.text(key)
