"""A template of any of the three kinds, looked at and filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Final

from oc_strategy.exporters.forms.image import Image
from oc_strategy.forms import Content, Placed, Problem, names, problems_in

_KINDS: Final = {".xlsx": "cells.book", ".docx": "prose.document", ".pptx": "prose.deck"}


@dataclass(frozen=True, slots=True)
class Brought:
    """What goes into a template: values in words, the title that the file has in its properties, pictures by name."""

    content: Content
    title: str
    pictures: Mapping[str, Image]


def texts_of(data: bytes, suffix: str) -> list[Placed]:
    """Every text of a template with its place. ImportError without the extra `forms` for .docx and .pptx."""
    found: list[Placed] = _module(suffix).texts_of(data)
    return found


def problems_of(data: bytes, suffix: str) -> list[Problem]:
    """Every mistake in a template; ImportError as above."""
    found = problems_in(texts_of(data, suffix), names(), with_slides=suffix == ".pptx")
    return found + (_module(suffix).faults_of(data) if suffix == ".xlsx" else [])


def filled(data: bytes, suffix: str, brought: Brought) -> bytes:
    """The template filled, byte-identical for the same arguments."""
    made: bytes = _module(suffix).filled(data, brought)
    return made


@cache
def _module(suffix: str) -> Any:
    return import_module(f"oc_strategy.exporters.forms.{_KINDS[suffix]}")
