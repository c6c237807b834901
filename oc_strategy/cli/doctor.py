"""`doctor`: say whether this machine has what the tool needs."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from oc_strategy.cli.asking import LangOption
from oc_strategy.cli.console import language_of, say

if TYPE_CHECKING:
    from oc_strategy.exporters.diagrams import DrawingTools
    from oc_strategy.model.text import Language

PACKAGES = ("oc-strategy", "pydantic", "networkx", "openpyxl", "lxml", "PyYAML", "graphviz", "typer")


def doctor(lang: LangOption = None) -> None:
    """Look for Graphviz, a Japanese font and the packages.

    Exit status: 0 all is there, 1 something is missing that changes what people see.
    """
    from oc_strategy.exporters.diagrams import environment_report
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.exporters.wrapping import columns_in, padded

    language = language_of(lang)
    found = environment_report()
    rows = [*_python(language), *_drawing(found, language)]
    width = max(columns_in(name) for name, _, _ in rows)
    for name, words, remedy in rows:
        say(f"{padded(name, width)}  {clean(words)}")
        if remedy:
            say(f"{' ' * width}  {remedy}")
    is_lacking = any(remedy for name, _, remedy in rows if name != _word("doctor-libyaml", language))
    if not is_lacking:
        say(_word("doctor-well", language))
    raise typer.Exit(int(is_lacking))


def _word(key: str, language: Language) -> str:
    from oc_strategy.lang import text

    return text(f"cli.{key}").of(language)


def _python(language: Language) -> Iterator[tuple[str, str, str]]:
    """The language spoken, Python, each package and the fast reader: name, what there is, what to do."""
    yield _word("doctor-language", language), _word(f"doctor-{language}", language), ""
    yield _word("doctor-python", language), f"{platform.python_version()} ({platform.system()})", ""
    for name in PACKAGES:
        yield f"  {name}", _version(name) or _word("doctor-no", language), ""
    remedy = "" if _has_libyaml() else _word("doctor-libyaml-remedy", language)
    yield _word("doctor-libyaml", language), _word("doctor-no" if remedy else "doctor-yes", language), remedy


def _drawing(found: DrawingTools, language: Language) -> Iterator[tuple[str, str, str]]:
    renderer, missing = found.renderer, _word("doctor-no", language)
    number = re.search(r"[0-9]+(?:\.[0-9]+)+", found.version or "")
    there = f"{renderer.kind} {number[0] if number else ''} ({renderer.program})" if renderer else missing
    yield _word("doctor-renderer", language), there, "" if renderer else _word("doctor-renderer-remedy", language)
    lacks_font = found.is_font_known and found.japanese_font is None
    font = found.japanese_font or (missing if lacks_font else _word("doctor-unknown", language))
    yield _word("doctor-font", language), font, _word("doctor-font-remedy", language) if lacks_font else ""


def _version(name: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _has_libyaml() -> bool:
    import yaml

    return bool(getattr(yaml, "__with_libyaml__", False))
