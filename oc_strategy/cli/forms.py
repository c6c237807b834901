"""`forms`: list the forms, or look over a template."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from oc_strategy.cli.asking import LangOption, Shape
from oc_strategy.cli.console import Lang, language_of, note, paint_for, say, say_json

What = Literal["list", "check"]


def forms(
    what: Annotated[What, typer.Argument(help="list names the forms; check looks over templates.")] = "list",
    form: Annotated[
        str | None, typer.Argument(metavar="NAME|FILE", help="The form to check; all shipped ones if not given.")
    ] = None,
    output_format: Annotated[Shape, typer.Option("--format", help="Shape of the list.")] = "text",
    lang: LangOption = None,
) -> None:
    """List the forms that `worksheet --form` fills in, or name what is wrong with a template, at its place.

    Exit status: 0 listed, or nothing wrong, 1 mistakes in a template, 2 it could not be done.
    """
    if what == "check":
        raise typer.Exit(int(_has_problems(form, lang)))
    _list(output_format, lang)


def _list(output_format: Shape, lang: Lang | None) -> None:
    import sys

    from oc_strategy.cli.templates import form_folders, template_of
    from oc_strategy.lang import text, word

    every = [template_of(name, lang) for name in form_folders()]
    if output_format == "json":
        say_json(
            [
                {
                    "name": t.name, "title": {"ja": t.title.of("ja"), "en": t.title.of("en")},
                    "format": next(iter(t.files.values())).suffix[1:], "languages": sorted(t.files),
                    "audience": t.audience,
                }
                for t in every
            ]
        )  # fmt: skip
        return
    language, paint = language_of(lang), paint_for(sys.stdout)
    for template in every:
        suffix = next(iter(template.files.values())).suffix[1:]
        audience = word("Confidentiality", template.audience or "internal")
        about = text("cli.forms-languages", languages=", ".join(sorted(template.files)), audience=audience)
        say(f"{paint(template.name, 'bold')}  {suffix}  {template.title.of(language)} ({about.of(language)})")
        say(f"  {template.purpose.of(language) if template.purpose else ''}")


def _has_problems(form: str | None, lang: Lang | None) -> bool:
    from oc_strategy.cli.templates import form_folders, problems_of, template_of, told_problems
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text

    is_wrong = False
    for name in [form] if form else form_folders():
        template = template_of(name, lang)
        files = dict.fromkeys(template.files.values())
        found = [told_problems(file, problems_of(file), lang) for file in files]
        is_wrong |= any(found)
        if not any(found):
            note(text("cli.forms-well", name=clean(template.name)).of(language_of(lang)))
    return is_wrong
