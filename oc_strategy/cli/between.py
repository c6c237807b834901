"""The two states that `diff` compares, taken from git or from folders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from oc_strategy.cli.asking import portfolio_at, settings_for
from oc_strategy.cli.console import Misuse, complain
from oc_strategy.cli.reporting import spoken, told_mistakes

if TYPE_CHECKING:
    from oc_strategy.cli.console import BookLang
    from oc_strategy.comparing import Changes, State
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.model.text import Confidentiality, Text
    from oc_strategy.portfolio import LoadedPortfolio


@dataclass(frozen=True, slots=True)
class _Found:
    """A portfolio as it was at some time, None where there was none; `moved` from a copy to the folder told of."""

    name: Text
    portfolio: LoadedPortfolio | None
    moved: tuple[Path, Path] | None = None

    @property
    def ends(self) -> tuple[str, str]:
        """How paths of its files begin, and how they begin where they are told."""
        if self.moved is None:
            return "", ""
        copy, root = self.moved
        return f"{copy.as_posix()}/", "" if root == Path() else f"{root.as_posix()}/"


def compared(
    span: str, path: Path, as_of: str | None, audience: Confidentiality, lang: BookLang | None, *, across: bool
) -> tuple[Changes, bool]:
    """What differs, and whether the later text has mistakes; Misuse for a state that cannot be found.

    `across` asks for what is at odds between projects, too, for which all of them are read.
    """
    from oc_strategy.comparing import changes, unequal
    from oc_strategy.lang import text

    earlier, later = _named(span)
    with _found(earlier, path) as before, _found(later, path) as after:
        known = before.portfolio or after.portfolio or portfolio_at(path)
        at_odds = [_across(found, as_of, audience) if across else {} for found in (before, after)]
        if before.portfolio and after.portfolio:
            before.portfolio.folders, after.portfolio.folders = unequal(before.portfolio, after.portfolio)
        old, old_mistakes = _read(before, known, as_of)
        new, new_mistakes = _read(after, known, as_of)
        if old_mistakes:
            words = text("changes.old-mistakes", name=before.name, count=len(old_mistakes))
            complain(words.of(spoken(lang)))
        states = [replace(state, across=told) for state, told in zip((old, new), at_odds, strict=True)]
        return changes(states[0], states[1], audience), told_mistakes(new_mistakes, lang)


def selected(found: Changes, path: Path, select: str | None, exclude: str | None) -> Changes:
    """What differs about what is selected; Misuse for a selector that names what neither state has."""
    from oc_strategy.cli.selecting import selected_at, selection_of
    from oc_strategy.comparing import narrowed

    selection = selection_of(select, exclude, None)
    if selection.is_all:
        return found
    scopes = {
        side: selection.scope(comparison.project.id if comparison.project else "", side.graph, frozenset(side.nodes))
        for comparison in found.comparisons
        for side in (comparison.before, comparison.after)
    }
    unmatched = [selection.unmatched(scope) for scope in scopes.values()]
    if not unmatched or frozenset.intersection(*unmatched):
        # It may name something in which nothing differs.
        selected_at(path, select, exclude, None)
    chosen = (
        narrowed(c, selection.nodes(scopes[c.before]) | selection.nodes(scopes[c.after])) for c in found.comparisons
    )
    return replace(found, comparisons=tuple(comparison for comparison in chosen if not comparison.is_empty))


def _named(span: str) -> tuple[str | Path, str | None]:
    """The revision or folder before, and the revision after; None for the files as they are now."""
    from oc_strategy.lang import text

    if Path(span).is_dir():
        return Path(span), None
    if "..." in span:
        raise Misuse(text("changes.three-dots", span=span))
    first, dots, second = span.partition("..")
    return first or "HEAD", second if dots and second else None


@contextmanager
def _found(which: str | Path | None, path: Path) -> Iterator[_Found]:
    from oc_strategy.lang import text
    from oc_strategy.model.text import Text

    if isinstance(which, Path):
        yield _Found(Text.plain(which.as_posix()), portfolio_at(which))
    elif which is None:
        yield _Found(text("changes.working-tree"), portfolio_at(path))
    else:
        with _at_revision(which, path) as found:
            yield found


@contextmanager
def _at_revision(revision: str, path: Path) -> Iterator[_Found]:
    """The projects as they were; none where there was no project yet."""
    from oc_strategy.model.text import Text
    from oc_strategy.portfolio import find
    from oc_strategy.revisions import NoSuchRevisionError, as_it_was

    root = portfolio_at(path).root
    folder = path if path.is_dir() else path.parent
    try:
        with as_it_was(root, revision) as copy:
            found = find(copy / folder.resolve().relative_to(root.resolve()))
            yield _Found(Text.plain(revision), found, (copy, root))
    except NoSuchRevisionError as unknown:
        raise Misuse(unknown.said) from None


def _across(found: _Found, as_of: str | None, audience: Confidentiality) -> Mapping[str, Sequence[Diagnostic]]:
    """What is at odds between the projects of a portfolio; nothing below internal, where no finding is told."""
    from oc_strategy.conflicts import conflicts
    from oc_strategy.model.audience import rank

    if found.portfolio is None or rank(audience) < rank("internal"):
        return {}
    told = conflicts(found.portfolio, settings_for(found.portfolio, as_of), audience)
    return {project: [_told_from(each, *found.ends) for each in every] for project, every in told.items()}


def _read(found: _Found, known: LoadedPortfolio, as_of: str | None) -> tuple[State, tuple[Diagnostic, ...]]:
    """A state and the mistakes in its text; `known` says how to check where there is no portfolio."""
    from oc_strategy.comparing import State

    portfolio = found.portfolio
    if portfolio is None:
        return State(found.name, (), settings_for(known, as_of)), ()
    loaded = tuple(portfolio.load(folder) for folder in portfolio.folders)
    mistakes = (*portfolio.mistakes, *(mistake for project in loaded for mistake in project.mistakes))
    if found.moved:
        old, new = found.ends
        loaded = tuple(replace(project, places=project.places.moved(old, new)) for project in loaded)
        mistakes = tuple(_told_from(mistake, old, new) for mistake in mistakes)
    return State(found.name, loaded, settings_for(portfolio, as_of), portfolio.catalog.nodes), mistakes


def _told_from(mistake: Diagnostic, old: str, new: str) -> Diagnostic:
    return replace(mistake, place=replace(mistake.place, file=new + mistake.place.file.removeprefix(old)))
