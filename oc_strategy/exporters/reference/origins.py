"""What the short names in a check's basis stand for: pages about practice, and historic cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from oc_strategy import yamlsource
from oc_strategy.model.text import Text


def sources_of(names: Iterable[str]) -> tuple[str, ...]:
    """The addresses behind names such as `S58`, in their order, each once.

    A gap (`G06`) stands for no page of its own. KeyError for a name that nobody recorded.
    """
    pages = [page for name in names if name not in gaps() for page in _recorded()["practice"][name]]
    return tuple(dict.fromkeys(pages))


@cache
def gaps() -> Mapping[str, Text]:
    """The gaps that a catalogue must cover, by code: of practice (G), of the historic cases (C), and strengths (P)."""
    return {code: Text(**words) for code, words in _recorded()["gaps"].items()}


def gaps_in(names: Iterable[str]) -> tuple[str, ...]:
    """Those of some names that are codes of gaps, in their order."""
    return tuple(name for name in names if name in gaps())


def case_named(name: str) -> Text:
    """What a case such as `F13` is called; KeyError for one that nobody recorded."""
    return Text(**_recorded()["cases"][name])


@cache
def _recorded() -> dict[str, Any]:
    value, problems = yamlsource.read((files(__package__) / "origins.yaml").read_bytes())
    assert not problems, problems
    return dict(value) if isinstance(value, dict) else {}
