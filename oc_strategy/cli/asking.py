"""The options that several commands share, and what they mean."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from oc_strategy.cli.console import BookLang, Lang, Misuse

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.model.text import Confidentiality, Language
    from oc_strategy.portfolio import LoadedPortfolio

Level = Literal["error", "warning", "question", "never"]
AudienceName = Literal["public", "partner", "internal", "restricted"]

PathOption = Annotated[Path, typer.Argument(help="A project's folder, a portfolio's folder, or a file in one.")]
PathsOption = Annotated[
    list[Path] | None, typer.Argument(help="Project or portfolio folders; the current folder if none is given.")
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The day to look from, YYYY-MM-DD; today if not given.")
]
OptionId = Annotated[
    str | None, typer.Option("--option", metavar="ID", help="The option to look at; the chosen one if not given.")
]
LangOption = Annotated[Lang | None, typer.Option("--lang", help="Language of the messages.")]
BookLangOption = Annotated[BookLang | None, typer.Option("--lang", help="Language of what is written.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No news about the work on standard error.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that somebody changed since.")]
AudienceOption = Annotated[
    AudienceName | None,
    typer.Option("--audience", help="Who will see it; all above is left out. The portfolio's, else internal."),
]


def day(as_of: str | None) -> date:
    """The day of `--as-of`, or today."""
    if as_of is None:
        return date.today()
    try:
        return date.fromisoformat(as_of)
    except ValueError:
        raise Misuse(f"--as-of takes a day such as 2026-04-01, not {as_of}") from None


def portfolio_at(path: Path) -> LoadedPortfolio:
    """The portfolio or project at a path."""
    from oc_strategy.portfolio import find

    if not path.exists():
        raise Misuse(f"there is no {path}")
    found = find(path)
    if found is None or not found.folders:
        raise Misuse(f"no project in {path}: a project is a folder with a project.yaml (see `oc-strategy init`)")
    return found


def settings_for(portfolio: LoadedPortfolio, as_of: str | None, option: str | None = None) -> Settings:
    """How to check the projects of a portfolio."""
    from oc_strategy.checking import Settings
    from oc_strategy.facts import Facts

    own = portfolio.settings.facts
    facts = Facts(portfolio.root / own) if own else Facts()
    return Settings(day(as_of), facts, option, portfolio.settings.severities)


def audience_of(portfolio: LoadedPortfolio, chosen: AudienceName | None) -> Confidentiality:
    """The audience asked for, else the portfolio's, else internal."""
    return chosen or portfolio.settings.audience or "internal"


def book_languages(portfolio: LoadedPortfolio, chosen: BookLang | None) -> tuple[Language, ...]:
    """The languages to write in: those asked for, else the portfolio's."""
    if chosen == "both":
        return ("ja", "en")
    return (chosen,) if chosen else portfolio.settings.languages
