"""The options that several commands share, and what they mean."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from oc_strategy.cli.completing import option_ids
from oc_strategy.cli.console import BookLang, Lang, Misuse

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.facts import Facts, Mistake
    from oc_strategy.model.text import Confidentiality, Language, Text
    from oc_strategy.options.shortlist import Laying
    from oc_strategy.portfolio import LoadedPortfolio

Level = Literal["error", "warning", "question", "never"]
AudienceName = Literal["public", "partner", "internal", "restricted"]
Shape = Literal["text", "json"]


class FindingsFormat(StrEnum):
    """The formats of findings: typer takes a list of an enumeration, but not of a Literal."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"
    MARKDOWN = "markdown"


PathOption = Annotated[Path, typer.Argument(help="A project's folder, a portfolio's folder, or a file in one.")]
PathsOption = Annotated[
    list[Path] | None, typer.Argument(help="Project or portfolio folders; the current folder if none is given.")
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The day to look from, YYYY-MM-DD; today if not given.")
]
OptionId = Annotated[
    str | None,
    typer.Option(
        "--option",
        metavar="ID",
        help="The option to look at, where a project has it; else its chosen one.",
        autocompletion=option_ids,
    ),
]
LayingOption = Annotated[
    bool | None,
    typer.Option(
        "--options/--no-options",
        help="Lay options out, too, for the sheets that compare them; if not given, for one project of usual size.",
    ),
]
LangOption = Annotated[
    Lang | None, typer.Option("--lang", help="Language of the messages; that of the system if not given.")
]
BookLangOption = Annotated[
    BookLang | None, typer.Option("--lang", help="Language of what is written; the portfolio's if not given.")
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", min=1, metavar="N", help="Processes to share the projects; as many as help if not given."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No news about the work, only what went wrong.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that somebody changed since.")]
AudienceOption = Annotated[
    AudienceName | None,
    typer.Option("--audience", help="Who will see it; all above is left out. The portfolio's, else internal."),
]


def day(given: str | None, option: str = "--as-of") -> date:
    """The day that an option gives, or today."""
    if given is None:
        return date.today()
    try:
        return date.fromisoformat(given)
    except ValueError:
        from oc_strategy.lang import text

        raise Misuse(text("cli.misuse.day", option=option, given=given)) from None


def portfolio_at(path: Path) -> LoadedPortfolio:
    """The portfolio or project at a path; Misuse where there is none, OSError where it may not be read."""
    from oc_strategy.lang import text
    from oc_strategy.portfolio import find

    if not path.exists():
        raise Misuse(text("cli.misuse.path", path=path))
    found = find(path)
    if found is None or not (found.folders or found.mistakes):
        _readable(path)
        raise Misuse(text("cli.misuse.project", path=path))
    for folder in found.folders:
        _readable(folder)
    return found


def _readable(folder: Path) -> None:
    """OSError for a folder whose files may not be listed: a project without files would look well."""
    if folder.is_dir():
        next(folder.iterdir(), None)


def settings_for(portfolio: LoadedPortfolio, as_of: str | None, option: str | None = None) -> Settings:
    """How to check the projects of a portfolio; Misuse for an option that none of them has."""
    from oc_strategy.checking import Settings

    today, facts = day(as_of), _facts_of(portfolio)
    if option is not None:
        _refuse_unknown(option, portfolio)
    return Settings(
        today, facts, option, portfolio.settings.severities, exception_days=portfolio.settings.exception_days
    )


def laying_for(portfolio: LoadedPortfolio, wanted: bool | None) -> Laying | None:
    """How options are laid out for what is written; unasked, for one project of usual size, as it takes seconds."""
    from oc_strategy.options.shortlist import MOST, Laying

    if wanted is False or (wanted is None and len(portfolio.folders) > 1):
        return None
    return Laying(portfolio.criteria, None if wanted else MOST)


def _facts_of(portfolio: LoadedPortfolio) -> Facts:
    """The shipped facts with the portfolio's own; Misuse, after naming each, for mistakes that would go unnoticed."""
    from oc_strategy.facts import Facts
    from oc_strategy.lang import text

    if not portfolio.settings.facts:
        return Facts()
    folder = portfolio.root / portfolio.settings.facts
    if not folder.resolve().is_relative_to(portfolio.root.resolve()):
        raise Misuse(text("cli.misuse.outside", path=folder))
    if not folder.is_dir():
        raise Misuse(text("cli.misuse.folder", path=folder))
    facts = Facts(folder)
    if faults := faults_in(facts):
        raise Misuse(text("cli.misuse.facts", path=folder, count=len(faults)), faults)
    return facts


def faults_in(facts: Facts) -> list[Text]:
    """The mistakes in a user's own facts, a line each."""
    from oc_strategy.model.text import Text

    def line(mistake: Mistake, language: Language) -> str:
        return ": ".join(part for part in (mistake.file, mistake.row, mistake.what.of(language)) if part)

    return [Text.each(partial(line, mistake)) for mistake in facts.mistakes()]


def _refuse_unknown(option: str, portfolio: LoadedPortfolio) -> None:
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text
    from oc_strategy.model.steering import Option

    loaded = [portfolio.load(folder) for folder in portfolio.folders]
    known = sorted({node.id for project in loaded for node in project.graph.of(Option)})
    # A mistake in the text may be what hides the option; it is told instead.
    if option not in known and not any(project.mistakes for project in loaded):
        raise Misuse(text("cli.misuse.option", id=option, path=portfolio.root, hint=hint(option, known)))


def audience_of(portfolio: LoadedPortfolio, chosen: AudienceName | None) -> Confidentiality:
    """The audience asked for, else the portfolio's, else internal."""
    return chosen or portfolio.settings.audience or "internal"


def book_languages(portfolio: LoadedPortfolio, chosen: BookLang | None) -> tuple[Language, ...]:
    """The languages to write in: those asked for, else the portfolio's."""
    if chosen == "both":
        return ("ja", "en")
    return (chosen,) if chosen else portfolio.settings.languages or ("ja", "en")
