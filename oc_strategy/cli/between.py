"""The two states that `diff` compares, taken from git or from folders."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
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


def compared(
    span: str, path: Path, as_of: str | None, audience: Confidentiality, lang: BookLang | None
) -> tuple[Changes, bool]:
    """What differs, and whether the later text has mistakes; Misuse for a state that cannot be found."""
    from oc_strategy.comparing import changes
    from oc_strategy.lang import text

    earlier, later = _named(span)
    with _state(earlier, path, as_of) as (before, old_mistakes), _state(later, path, as_of) as (after, new_mistakes):
        if old_mistakes:
            words = text("changes.old-mistakes", name=before.name, count=len(old_mistakes))
            complain(words.of(spoken(lang)))
        has_mistakes = told_mistakes(new_mistakes, lang)
        return changes(before, after, audience), has_mistakes


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
def _state(which: str | Path | None, path: Path, as_of: str | None) -> Iterator[tuple[State, tuple[Diagnostic, ...]]]:
    from oc_strategy.lang import text
    from oc_strategy.model.text import Text

    if isinstance(which, Path):
        yield _read(portfolio_at(which), Text.plain(which.as_posix()), as_of)
    elif which is None:
        yield _read(portfolio_at(path), text("changes.working-tree"), as_of)
    else:
        with _at_revision(which, path, as_of) as state:
            yield state


@contextmanager
def _at_revision(revision: str, path: Path, as_of: str | None) -> Iterator[tuple[State, tuple[Diagnostic, ...]]]:
    """The projects as they were; none where there was no project yet."""
    from oc_strategy.comparing import State
    from oc_strategy.model.text import Text
    from oc_strategy.portfolio import find
    from oc_strategy.revisions import NoSuchRevisionError, as_it_was

    now = portfolio_at(path)
    try:
        with as_it_was(now.root, revision) as copy:
            folder = path if path.is_dir() else path.parent
            found = find(copy / folder.resolve().relative_to(now.root.resolve()))
            if found is None:
                yield State(Text.plain(revision), (), settings_for(now, as_of)), ()
            else:
                yield _read(found, Text.plain(revision), as_of, (copy, now.root))
    except NoSuchRevisionError as unknown:
        raise Misuse(unknown.said) from None


def _read(
    portfolio: LoadedPortfolio, name: Text, as_of: str | None, moved: tuple[Path, Path] | None = None
) -> tuple[State, tuple[Diagnostic, ...]]:
    """A state and the mistakes in its text; `moved` says from which copy to which folder its places are told."""
    from oc_strategy.comparing import State

    loaded = tuple(portfolio.load(folder) for folder in portfolio.folders)
    mistakes = (*portfolio.mistakes, *(mistake for project in loaded for mistake in project.mistakes))
    if moved:
        copy, root = moved
        old, new = f"{copy.as_posix()}/", "" if root == Path() else f"{root.as_posix()}/"
        loaded = tuple(replace(project, places=project.places.moved(old, new)) for project in loaded)
        mistakes = tuple(_told_from(mistake, old, new) for mistake in mistakes)
    return State(name, loaded, settings_for(portfolio, as_of)), mistakes


def _told_from(mistake: Diagnostic, old: str, new: str) -> Diagnostic:
    return replace(mistake, place=replace(mistake.place, file=new + mistake.place.file.removeprefix(old)))
