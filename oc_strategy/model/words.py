"""Which closed word list a field takes its values from, read off its annotation."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final, Literal, get_args, get_origin

from oc_strategy.model import node, text, vocabulary

VOCABULARIES: Final = MappingProxyType(
    {
        get_args(value): name
        for module in (vocabulary, text, node)
        for name, value in vars(module).items()
        if get_origin(value) is Literal
    }
)
"""For the words of each list, the list's name."""


def vocabulary_of(annotation: Any) -> str | None:
    """The name of the first word list inside an annotation, such as `Position`; None where there is none."""
    if get_origin(annotation) is Literal:
        return VOCABULARIES.get(get_args(annotation))
    return next((name for part in get_args(annotation) if (name := vocabulary_of(part))), None)
