"""The two states that `diff` compares, taken from git or from folders."""

from __future__ import annotations

from collections.abc import Iterator
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


def compared(
    span: str, path: Path, as_of: str | None, audience: Confidentiality, lang: BookLang | None
) -> tuple[Changes, bool]:
    """What differs, and whether the later text has mistakes; Misuse for a state that cannot be found."""
    from oc_strategy.comparing import changes, touched
    from oc_strategy.lang import text

    earlier, later = _named(span)
    with _found(earlier, path) as before, _found(later, path) as after:
        known = before.portfolio or after.portfolio or portfolio_at(path)
        if before.portfolio and after.portfolio:
            before.portfolio.folders, after.portfolio.folders = touched(before.portfolio, after.portfolio)
        old, old_mistakes = _read(before, known, as_of)
        new, new_mistakes = _read(after, known, as_of)
        if old_mistakes:
            words = text("changes.old-mistakes", name=before.name, count=len(old_mistakes))
            complain(words.of(spoken(lang)))
        return changes(old, new, audience), told_mistakes(new_mistakes, lang)


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


def _read(found: _Found, known: LoadedPortfolio, as_of: str | None) -> tuple[State, tuple[Diagnostic, ...]]:
    """A state and the mistakes in its text; `known` says how to check where there is no portfolio."""
    from oc_strategy.comparing import State

    portfolio = found.portfolio
    if portfolio is None:
        return State(found.name, (), settings_for(known, as_of)), ()
    loaded = tuple(portfolio.load(folder) for folder in portfolio.folders)
    mistakes = (*portfolio.mistakes, *(mistake for project in loaded for mistake in project.mistakes))
    if found.moved:
        copy, root = found.moved
        old, new = f"{copy.as_posix()}/", "" if root == Path() else f"{root.as_posix()}/"
        loaded = tuple(replace(project, places=project.places.moved(old, new)) for project in loaded)
        mistakes = tuple(_told_from(mistake, old, new) for mistake in mistakes)
    return State(found.name, loaded, settings_for(portfolio, as_of), portfolio.catalog.nodes), mistakes


def _told_from(mistake: Diagnostic, old: str, new: str) -> Diagnostic:
    return replace(mistake, place=replace(mistake.place, file=new + mistake.place.file.removeprefix(old)))
