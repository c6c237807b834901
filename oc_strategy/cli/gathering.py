"""The workbook of a portfolio, gathered while its projects pass by one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from oc_strategy.cli.console import BookLang, Misuse
from oc_strategy.cli.reporting import told_missing, told_written, wrote

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.model.text import Confidentiality, Language
    from oc_strategy.portfolio import LoadedPortfolio, LoadedProject
    from oc_strategy.report import Report
    from oc_strategy.tables.portfolio import Part
    from oc_strategy.tables.sheet import Workbook

SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="REV",
        help="What changed since this git revision or folder; for the portfolio's workbook and for forms on changes.",
    ),
]
_PREFIX: Final = "_portfolio"
"""No project's id begins like this, so that no project's workbook has this name."""


@dataclass
class Gathered:
    """What was kept of the projects so far: their parts, where their workbooks are, how many could not be read."""

    portfolio: LoadedPortfolio
    settings: Settings
    audience: Confidentiality
    since: str | None = None
    parts: list[Part] = field(default_factory=list)
    books: dict[str, str] = field(default_factory=dict)
    unread: int = 0

    def add(self, part: Part | None, book: str | None = None) -> None:
        """Keep a project that the audience may see; `book` is where its workbook stands, from where this one will."""
        if part is not None:
            self.parts.append(part)
            if book:
                self.books[part.id] = book

    def miss(self, confidentiality: Confidentiality | None) -> None:
        """Count a project of a class whose text has mistakes, if the audience is told of such."""
        from oc_strategy.model.audience import rank

        is_inside = rank(self.audience) >= rank("internal")
        self.unread += is_inside and rank(confidentiality) <= rank(self.audience)

    def write(
        self, target: Path, path: Path, languages: tuple[Language, ...], lang: BookLang | None, *,
        force: bool, quiet: bool,
    ) -> bool:  # fmt: skip
        """Write the workbook on what was kept; whether all of it is there. `path` is what the user asked for."""
        from oc_strategy.cli.made import book_bytes

        data, missing = book_bytes(self._book(path, lang), languages)
        written = wrote(target.parent, {target.name: data}, lang, force=force)
        told_written(written, lang, quiet=quiet)
        return bool(written) and not told_missing(missing, lang)

    def _book(self, path: Path, lang: BookLang | None) -> Workbook:
        from oc_strategy.cli.between import compared
        from oc_strategy.lang import text
        from oc_strategy.model.audience import reduced
        from oc_strategy.tables.portfolio import Whole, portfolio_book
        from oc_strategy.tables.portfolio.settling import settled

        day = self.settings.today.isoformat()
        changes = compared(self.since, path, day, self.audience, lang, across=True)[0] if self.since else None
        title = self.portfolio.settings.title
        catalog = reduced(self.portfolio.catalog.nodes.values(), self.audience).nodes
        whole = Whole(
            title=title if title.of("ja") else text("portfolio.untitled"),
            parts=settled(self.parts),
            catalog={node.id: node for node in catalog},
            facts=self.settings.facts,
            today=self.settings.today,
            audience=self.audience,
            unread=self.unread,
            books=self.books,
            changes=changes,
            is_selection=set(self.portfolio.folders) != set(self.portfolio.all_folders),
        )
        return portfolio_book(whole)


def kept_of(loaded: LoadedProject, report: Report) -> Part | None:
    """What the portfolio's workbook keeps of a project."""
    from oc_strategy.conflicts import claims_of
    from oc_strategy.tables.portfolio import part_of

    return part_of(report, claims_of(loaded, report.audience))


def portfolio_book_name(audience: Confidentiality) -> str:
    """The file name of a portfolio's workbook, with the class, so that nobody sends the wrong one."""
    return f"{_PREFIX}-{audience}.xlsx"


def is_whole(portfolio: LoadedPortfolio, path: Path) -> bool:
    """Whether a path names a portfolio all of whose projects are looked at: several, or those of a portfolio's file."""
    from oc_strategy.loading.files import PORTFOLIO_FILE

    folder = path if path.is_dir() else path.parent
    is_named = len(portfolio.folders) > 1 or (folder / PORTFOLIO_FILE).is_file()
    return is_named and set(portfolio.folders) == set(portfolio.all_folders)


def refuse_since(since: str | None, *, is_made: bool) -> None:
    """Misuse for `--since` where no workbook of a portfolio is written."""
    from oc_strategy.lang import text

    if since is not None and not is_made:
        raise Misuse(text("cli.misuse.since", rev=since))
