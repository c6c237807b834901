"""Finding a form by its name or file, and saying what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from oc_strategy.cli.console import BookLang, Misuse, complain
from oc_strategy.cli.reporting import spoken, told_mistakes
from oc_strategy.cli.shipped import shipped

if TYPE_CHECKING:
    from oc_strategy.forms import Problem
    from oc_strategy.importers.forms import Template, TemplateFile
    from oc_strategy.model.text import Text

MAX_PLACEHOLDERS = 2_000


def form_folders() -> dict[str, Path]:
    """The shipped forms by name."""
    return {path.parent.name: path.parent for path in sorted((shipped("templates") / "forms").glob("*/form.yaml"))}


def template_of(named: str, lang: BookLang | None) -> Template:
    """The form of that name, or in that file or folder; Misuse where there is none, or where it must not be opened."""
    from oc_strategy.cli.trouble import hint
    from oc_strategy.importers.forms import Refused, template_at
    from oc_strategy.lang import text

    folders = form_folders()
    path = folders.get(named, Path(named))
    if not path.exists():
        raise Misuse(text("cli.misuse.form", id=named, hint=hint(named, folders)))
    found = template_at(path)
    if isinstance(found, Refused):
        told_mistakes(found.mistakes, lang)
        why = found.why or text("cli.misuse.form-problems", path=found.path, count=len(found.mistakes))
        raise Misuse(text("cli.misuse.form-refused", path=found.path, why=why) if found.why else why)
    return found


def problems_of(file: TemplateFile) -> list[Problem]:
    """What is wrong with a file of a form; Misuse where it cannot be read at all."""
    from oc_strategy.exporters.forms import problems_of as found_in
    from oc_strategy.exporters.forms import texts_of
    from oc_strategy.lang import text

    try:
        texts = texts_of(file.data, file.suffix)
        if sum(placed.words.count("{{") for placed in texts) <= MAX_PLACEHOLDERS:
            return found_in(file.data, file.suffix)
    except ImportError:
        raise Misuse(text("cli.misuse.form-library", suffix=file.suffix)) from None
    except Exception as error:  # the libraries raise whatever comes to them over a damaged file
        raise Misuse(_broken(file, error)) from None
    why = text("forms.refused.too-many", limit=MAX_PLACEHOLDERS)
    raise Misuse(text("cli.misuse.form-refused", path=file.path, why=why))


def told_problems(file: TemplateFile, problems: list[Problem], lang: BookLang | None) -> bool:
    """Tell what is wrong with a file; whether anything is."""
    from oc_strategy.lang import text

    for problem in problems:
        values = {"where": problem.where, "message": problem.message, "remedy": problem.remedy}
        complain(text("forms.problems.said", file=file.path, **values).of(spoken(lang)))
    return bool(problems)


def _broken(file: TemplateFile, error: Exception) -> Text:
    from oc_strategy.lang import text

    why = text("forms.refused.broken", problem=type(error).__name__)
    return text("cli.misuse.form-refused", path=file.path, why=why)
