"""`init`: begin a project from a template or from an example."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from oc_strategy.cli.asking import LangOption, Quiet
from oc_strategy.cli.console import Misuse, can_ask, complain, language_of, note
from oc_strategy.cli.shipped import shipped

if TYPE_CHECKING:
    from oc_strategy.model.text import Language, Text

TemplateName = Literal["blank", "company", "university", "national-project"]
TEMPLATES: tuple[TemplateName, ...] = ("blank", "company", "university", "national-project")
SCHEMA_NAME = "oc-strategy.schema.json"
Ask = Callable[[str, str, "Language"], str]
"""Gives an answer to a question (a key of the words), with what it is if nobody says otherwise."""


def _examples(incomplete: str) -> list[str]:
    return [name for name in sorted(_example_folders()) if name.startswith(incomplete)]


def _example_folders() -> dict[str, Path]:
    return {path.parent.name: path.parent for path in shipped("examples").rglob("project.yaml")}


def _patterns(incomplete: str) -> list[str]:
    return [name for name in sorted(_pattern_folders()) if name.startswith(incomplete)]


def _pattern_folders() -> dict[str, Path]:
    return {path.parent.name: path.parent for path in shipped("templates").glob("patterns/*/project.yaml")}


def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make; it may exist, its files are never overwritten.")],
    template: Annotated[TemplateName | None, typer.Option("--template", "-t", help="What to begin with.")] = None,
    example: Annotated[
        str | None,
        typer.Option("--example", metavar="NAME", help="Copy a finished example instead.", autocompletion=_examples),
    ] = None,
    pattern: Annotated[
        str | None,
        typer.Option(
            "--pattern", metavar="NAME", help="Begin from a worked pattern instead.", autocompletion=_patterns
        ),
    ] = None,
    project_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Id of the project; the folder's name if not given.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="The project's title.")] = None,
    owner: Annotated[str | None, typer.Option("--owner", help="The organization that owns it.")] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing, even on a terminal.")] = False,
    lang: LangOption = None,
    quiet: Quiet = False,
) -> None:
    """Begin a project. On a terminal it asks for what the flags leave open."""
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text

    language = language_of(lang)
    # Before any question is asked, lest the answers be in vain.
    _refuse_present(folder, ["project.yaml"])
    given = {"--template": template, "--pattern": pattern, "--id": project_id, "--title": title, "--owner": owner}
    if template is not None and pattern is not None:
        raise Misuse(text("cli.misuse.template-or-pattern"))
    if example is not None:
        files = _example(example, [name for name, value in given.items() if value is not None])
    else:
        ask = _asked if can_ask() and not no_input else _default
        source = _pattern(pattern) if pattern else _project_template(template or _template(language, ask))
        named = _id(folder, project_id, language, ask)
        titled = title or ask("init-title", named, language)
        owned = owner or ask("init-owner", text("cli.init-owner-default").of(language), language)
        values = {"id": named, "title": titled, "owner": owned, "today": date.today().isoformat()}
        files = _filled(source, values)
    _write(folder, files)
    key = "init-made-example" if example else "init-made"
    note(text(f"cli.{key}", folder=clean(str(folder)), count=len(files)).of(language), quiet=quiet)


def _template(language: Language, ask: Ask) -> TemplateName:
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text

    if ask is _asked:
        note(text("cli.init-kinds").of(language))
        for name in TEMPLATES:
            note(f"  {name.ljust(max(map(len, TEMPLATES)))}  {text(f'cli.init-{name}').of(language)}")
    while True:
        answer = ask("init-template", "blank", language)
        found = next((name for name in TEMPLATES if name == answer), None)
        if found is not None:
            return found
        complain(text("cli.misuse.template", id=answer, hint=hint(answer, TEMPLATES)).of(language))


def _id(folder: Path, given: str | None, language: Language, ask: Ask) -> str:
    """The id given, which may be wrong; else one that is asked for until it is right."""
    while True:
        answer = given or ask("init-id", _id_from(folder), language)
        trouble = _trouble_with(answer)
        if trouble is None:
            return answer
        if given:
            raise Misuse(trouble)
        complain(trouble.of(language))


def _default(_key: str, default: str, _language: Language) -> str:
    """The answer where nobody is asked."""
    return default


def _asked(key: str, default: str, language: Language) -> str:
    from oc_strategy.lang import text

    answer: str = typer.prompt(text(f"cli.{key}").of(language), default=default, err=True)
    return answer.strip()


def _id_from(folder: Path) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-")[:80].strip("-")
    return "project" if not words or _trouble_with(words) else words


def _trouble_with(project_id: str) -> Text | None:
    """Why an id cannot be: its letters, or the file names that are made of it."""
    from oc_strategy.exporters.files import safe_name
    from oc_strategy.lang import text

    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,79}", project_id):
        return text("cli.misuse.id", given=project_id)
    try:
        safe_name(project_id)
    except ValueError:
        return text("cli.misuse.device", id=project_id)
    return None


def _example(name: str, not_for_it: list[str]) -> dict[str, bytes]:
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text

    if not_for_it:
        raise Misuse(text("cli.misuse.example-alone", options=", ".join(not_for_it)))
    known = _example_folders()
    if name not in known:
        raise Misuse(text("cli.misuse.example", id=name, hint=hint(name, sorted(known))))
    source = known[name]
    catalog = shipped("examples") / "catalog"
    files = {path.name: path.read_bytes() for path in sorted(source.glob("*.yaml"))}
    # An example leans on the shared catalog; alone it brings those nodes along in files of its own.
    shared = {f"catalog-{path.name}": path.read_bytes() for path in sorted(catalog.glob("*.yaml"))}
    return {**files, **shared, SCHEMA_NAME: _schema()}


def _project_template(template: TemplateName) -> Path:
    return shipped("templates") / "projects" / template


def _pattern(name: str) -> Path:
    """The folder of a pattern; Misuse for one that is not there."""
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text

    known = _pattern_folders()
    if name not in known:
        raise Misuse(text("cli.misuse.pattern", id=name, hint=hint(name, sorted(known))))
    return known[name]


def _filled(source: Path, values: dict[str, str]) -> dict[str, bytes]:
    from oc_strategy.lang import text

    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(source.glob("*.yaml"))}
    if any(re.search(rf"^#?  {re.escape(values['id'])}:", words, re.M) for words in texts.values()):
        raise Misuse(text("cli.misuse.id-taken", id=values["id"], template=source.name))
    return {**{name: _with(words, values) for name, words in texts.items()}, SCHEMA_NAME: _schema()}


def _with(words: str, values: dict[str, str]) -> bytes:
    """A template with its placeholders filled; they stand in double quotes or where only an id or a date may stand."""
    printable = {name: "".join(filter(str.isprintable, value)) for name, value in values.items()}
    quoted = {name: json.dumps(value, ensure_ascii=False)[1:-1] for name, value in printable.items()}
    return re.sub(r"\{\{(\w+)\}\}", lambda found: quoted[found[1]], words).encode()


def _schema() -> bytes:
    from oc_strategy.exporters.schema import json_schema
    from oc_strategy.exporters.terminal import json_of

    return json_of(json_schema()).encode()


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write all files, or none: those already written are taken back if one cannot be."""
    from oc_strategy.exporters.files import write_atomically

    _refuse_present(folder, files)
    try:
        for name, data in files.items():
            write_atomically(folder / name, data)
    except BaseException:
        for name in files:
            (folder / name).unlink(missing_ok=True)
        raise


def _refuse_present(folder: Path, names: Iterable[str]) -> None:
    from oc_strategy.lang import text

    present = [name for name in names if (folder / name).exists()]
    if present:
        raise Misuse(text("cli.misuse.present", folder=folder, names=", ".join(present)))
