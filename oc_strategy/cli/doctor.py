"""`doctor`: say whether this machine has what the tool needs."""

from __future__ import annotations

import platform

import typer

from oc_strategy.cli.asking import LangOption
from oc_strategy.cli.console import language_of, say

PACKAGES = ("oc-strategy", "pydantic", "networkx", "openpyxl", "lxml", "PyYAML", "graphviz", "typer")


def doctor(lang: LangOption = None) -> None:
    """Look for Graphviz, a Japanese font and the packages.

    Exit status: 0 all is there, 1 something is missing that changes what people see.
    """
    from oc_strategy.exporters.diagrams import environment_report
    from oc_strategy.lang import text

    language = language_of(lang)
    found = environment_report()

    def word(key: str) -> str:
        return text(f"cli.{key}").of(language)

    say(f"{word('doctor-python')}: {platform.python_version()} ({platform.system()})")
    for name in PACKAGES:
        say(f"{word('doctor-package')}: {name} {_version(name) or word('doctor-no')}")
    say(f"{word('doctor-libyaml')}: {word('doctor-yes' if _has_libyaml() else 'doctor-no')}")
    if not _has_libyaml():
        say(f"  {word('doctor-libyaml-remedy')}")
    renderer = (
        f"{found.renderer.program or found.renderer.kind} {found.version or ''}".strip()
        if found.renderer
        else word("doctor-no")
    )
    say(f"{word('doctor-renderer')}: {renderer}")
    if not found.renderer:
        say(f"  {word('doctor-renderer-remedy')}")
    lacks_font = found.is_font_known and found.japanese_font is None
    say(f"{word('doctor-font')}: {found.japanese_font or word('doctor-no' if lacks_font else 'doctor-unknown')}")
    if lacks_font:
        say(f"  {word('doctor-font-remedy')}")
    raise typer.Exit(int(not found.renderer or lacks_font))


def _version(name: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _has_libyaml() -> bool:
    import yaml

    return bool(getattr(yaml, "__with_libyaml__", False))
