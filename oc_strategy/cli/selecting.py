"""`--select` and `--exclude`: the options, and what to say where they choose what is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from oc_strategy.cli.console import Misuse

if TYPE_CHECKING:
    from oc_strategy.model.text import Text
    from oc_strategy.portfolio import LoadedPortfolio, LoadedProject
    from oc_strategy.selecting import Scope, Selection, Selector, Term

SelectOption = Annotated[
    str | None,
    typer.Option("--select", metavar="SELECTOR", help="Only what this chooses, such as +decoder+ or type:patents."),
]
ExcludeOption = Annotated[
    str | None, typer.Option("--exclude", metavar="SELECTOR", help="Not what this chooses; written like --select.")
]
AgainstOption = Annotated[
    str | None,
    typer.Option("--against", metavar="REV", help="The git revision or folder that state:modified compares with."),
]
_OF_THE_ENGINE = ("exception-expired", "exception-unmatched")


def selection_of(
    select: str | None, exclude: str | None, against: str | None, *, with_findings: bool = False
) -> Selection:
    """What the options choose; Misuse, with the column, for what cannot be read or has no meaning here.

    `with_findings` says whether findings are chosen, so that `rule:` and `theme:` have a meaning.
    """
    from oc_strategy.lang import text
    from oc_strategy.selecting import Selection

    read = {name: _read(name, words) for name, words in (("--select", select), ("--exclude", exclude))}
    for name, selector in read.items():
        for term in selector.terms if selector else ():
            _refuse_finding_term(name, term, with_findings=with_findings)
            if term.method == "state" and against is None:
                raise _misuse(name, term.column, text("selecting.needs-against"))
    return Selection(read["--select"], read["--exclude"])


def compared(selection: Selection, portfolio: LoadedPortfolio, against: str | None) -> Selection:
    """The selection, knowing what changed in a portfolio against a revision or folder; Misuse where that is none."""
    from dataclasses import replace

    from oc_strategy.selecting import modified

    if against is None or all(term.method != "state" for term in selection.terms):
        return selection
    with earlier(portfolio, against) as before:
        return replace(selection, modified=modified(portfolio, before))


@contextmanager
def earlier(portfolio: LoadedPortfolio, against: str) -> Iterator[LoadedPortfolio]:
    """A portfolio as it was at a git revision, or as another folder has it; Misuse where neither is there."""
    from oc_strategy.cli.asking import portfolio_at
    from oc_strategy.lang import text
    from oc_strategy.portfolio import find
    from oc_strategy.revisions import NoSuchRevisionError, as_it_was

    if Path(against).is_dir():
        yield portfolio_at(Path(against))
        return
    try:
        with as_it_was(portfolio.root, against) as folder:
            before = find(folder)
            if before is None:
                raise Misuse(text("cli.misuse.project", path=f"{against}:{portfolio.root}"))
            yield before
    except NoSuchRevisionError as unknown:
        raise Misuse(unknown.said) from None


def selected_at(
    path: Path, select: str | None, exclude: str | None, against: str | None
) -> tuple[LoadedPortfolio, Selection]:
    """The portfolio at a path with the projects to write about, and what is selected in them; Misuse as above."""
    from oc_strategy.cli.asking import portfolio_at

    asked = selection_of(select, exclude, against)
    portfolio = portfolio_at(path)
    selection = compared(asked, portfolio, against)
    return _narrowed(portfolio, selection), selection


def _narrowed(portfolio: LoadedPortfolio, selection: Selection) -> LoadedPortfolio:
    """The portfolio with those of its projects that have something selected, and those whose text has mistakes.

    Misuse for a term that names what no project has.
    """
    from dataclasses import replace

    if selection.is_all:
        return portfolio
    loaded = {folder: portfolio.load(folder) for folder in portfolio.folders}
    scopes = {folder: scope_of(selection, project) for folder, project in loaded.items()}
    refuse_unmatched(selection, map(selection.unmatched, scopes.values()), [portfolio])
    kept = tuple(f for f, scope in scopes.items() if loaded[f].mistakes or selection.nodes(scope) & scope.own)
    return replace(portfolio, folders=kept)


def _read(name: str, words: str | None) -> Selector | None:
    from oc_strategy.selecting import Problem, parsed

    if words is None:
        return None
    found = parsed(words)
    if isinstance(found, Problem):
        raise _misuse(name, found.column, found.said)
    return found


def _misuse(name: str, column: int, problem: Text) -> Misuse:
    from oc_strategy.lang import text

    return Misuse(text("selecting.at", name=name, column=column, problem=problem))


def _refuse_finding_term(name: str, term: Term, *, with_findings: bool) -> None:
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text
    from oc_strategy.rules import all_rules
    from oc_strategy.selecting import FOR_FINDINGS

    if term.method not in FOR_FINDINGS:
        return
    if not with_findings:
        raise _misuse(name, term.column, text("selecting.not-for-nodes", method=term.method))
    known = sorted({rule.id if term.method == "rule" else rule.theme for rule in all_rules()})
    known += _OF_THE_ENGINE if term.method == "rule" else ()
    if not any(fnmatchcase(word, term.word) for word in known):
        near = hint(term.word, known)
        raise _misuse(name, term.column, text(f"selecting.unknown-{term.method}", word=term.word, hint=near))


def scope_of(selection: Selection, project: LoadedProject) -> Scope:
    """A project as a selection sees it."""
    return selection.scope(project.project.id, project.graph, project.own)


def theme_of(code: str) -> str | None:
    """The theme of a check; None for what the engine itself finds."""
    from oc_strategy import rules

    return rules.theme_of(code)


def refuse_unmatched(
    selection: Selection, unmatched: Iterable[frozenset[Term]], portfolios: Iterable[LoadedPortfolio]
) -> None:
    """Misuse for the first term that names what no project has; `unmatched` holds the terms of each project.

    Nothing is said where a project has mistakes: what is named may stand in a text that cannot be read.
    """
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text
    from oc_strategy.selecting import names_for

    each = list(unmatched)
    nowhere = frozenset.intersection(*each) if each else frozenset()
    first = next((term for term in selection.terms if term in nowhere), None)
    if first is None:
        return
    loaded = [portfolio.load(folder) for portfolio in portfolios for folder in portfolio.folders]
    if any(project.mistakes for project in loaded):
        return
    known = sorted({name for project in loaded for name in names_for(first, scope_of(selection, project))})
    is_selected = selection.select is not None and first in selection.select.terms
    problem = text(f"selecting.unknown-{first.method}", word=first.word, hint=hint(first.word, known, most=12))
    raise _misuse("--select" if is_selected else "--exclude", first.column, problem)
