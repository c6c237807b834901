"""`init`: begin a project from a template or from an example."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from oc_strategy.cli.asking import LangOption, Quiet
from oc_strategy.cli.console import Misuse, language_of, note
from oc_strategy.cli.shipped import shipped

TemplateName = Literal["blank", "company", "university", "national-project"]
TEMPLATES: tuple[TemplateName, ...] = ("blank", "company", "university", "national-project")
SCHEMA_NAME = "oc-strategy.schema.json"


def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make; it may exist, its files are never overwritten.")],
    template: Annotated[TemplateName | None, typer.Option("--template", "-t", help="What to begin with.")] = None,
    example: Annotated[str | None, typer.Option("--example", help="Copy a finished example instead.")] = None,
    project_id: Annotated[str | None, typer.Option("--id", help="The folder's name if not given.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="The project's title.")] = None,
    owner: Annotated[str | None, typer.Option("--owner", help="The organization that owns it.")] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing, even on a terminal.")] = False,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Begin a project. On a terminal it asks for what the flags leave open."""
    from oc_strategy.lang import text

    language = language_of(lang)
    if example is not None:
        files = _example(example)
    else:
        asks = sys.stdin.isatty() and not no_input
        chosen = template or (_asked_template(lang) if asks else "blank")
        named = project_id or _asked("init-id", _id_from(folder), lang, asks=asks)
        if not re.fullmatch(r"[a-z0-9-]{1,80}", named):
            raise Misuse(f"an id is made of a-z, 0-9 and -, up to 80 of them, not {named}")
        titled = title or _asked("init-title", named, lang, asks=asks)
        owned = owner or _asked("init-owner", "Our organization" if language == "en" else "自組織", lang, asks=asks)
        files = _filled(chosen, {"id": named, "title": titled, "owner": owned, "today": date.today().isoformat()})
    _write(folder, files)
    note(text("cli.init-made", folder=folder, count=len(files)).of(language), quiet=quiet)


def _asked_template(lang: Literal["ja", "en"] | None) -> TemplateName:
    choice = _asked(f"init-template ({', '.join(TEMPLATES)})", "blank", lang, asks=True)
    found = next((name for name in TEMPLATES if name == choice), None)
    if found is None:
        raise Misuse(f"the templates are {', '.join(TEMPLATES)}")
    return found


def _asked(key: str, default: str, lang: Literal["ja", "en"] | None, *, asks: bool) -> str:
    from oc_strategy.lang import text

    if not asks:
        return default
    name, _, more = key.partition(" ")
    label = text(f"cli.{name}").of(language_of(lang))
    answer: str = typer.prompt(f"{label} {more}".rstrip(), default=default, err=True)
    return answer


def _id_from(folder: Path) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-")
    return words[:80] or "project"


def _example(name: str) -> dict[str, bytes]:
    known = sorted(p.parent.name for p in shipped("examples").glob("*/project.yaml"))
    if name not in known:
        raise Misuse(f"there is no example {name}; the examples are {', '.join(known)}")
    source = shipped("examples") / name
    catalog = shipped("examples") / "catalog"
    files = {path.name: path.read_bytes() for path in sorted(source.glob("*.yaml"))}
    # An example leans on the shared catalog; alone it brings those nodes along in files of its own.
    shared = {f"catalog-{path.name}": path.read_bytes() for path in sorted(catalog.glob("*.yaml"))}
    return {**files, **shared, SCHEMA_NAME: _schema()}


def _filled(template: TemplateName, values: dict[str, str]) -> dict[str, bytes]:
    source = shipped("templates") / "projects" / template
    files = {path.name: _with(path.read_text(encoding="utf-8"), values) for path in sorted(source.glob("*.yaml"))}
    return {**files, SCHEMA_NAME: _schema()}


def _with(words: str, values: dict[str, str]) -> bytes:
    for name, value in values.items():
        # The placeholders stand inside double quotes or where only an id or a date may stand.
        words = words.replace("{{" + name + "}}", json.dumps(value, ensure_ascii=False)[1:-1])
    return words.encode()


def _schema() -> bytes:
    from oc_strategy.exporters.schema import json_schema

    return (json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n").encode()


def _write(folder: Path, files: dict[str, bytes]) -> None:
    from oc_strategy.exporters.files import write_atomically

    present = [name for name in files if (folder / name).exists()]
    if present:
        raise Misuse(f"{folder} already has {', '.join(present)}; nothing was written")
    for name, data in files.items():
        write_atomically(folder / name, data)
