"""The findings of projects: what is found in each, and what is at odds between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from oc_strategy.cli.asking import AudienceName, audience_of
from oc_strategy.cli.console import Lang, language_of, with_progress

if TYPE_CHECKING:
    from oc_strategy.cache.entry import Answer
    from oc_strategy.cache.keeping import Cache
    from oc_strategy.checking import Settings
    from oc_strategy.exporters.findings import Look
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.model.tally import Outcome
    from oc_strategy.model.text import Confidentiality
    from oc_strategy.portfolio import LoadedPortfolio
    from oc_strategy.selecting import Selection, Term
    from oc_strategy.sharing import Shared

Put = Callable[[bytes], Callable[[], bytes]]
"""Puts bytes aside; what it returns reads them again."""
_FEWEST: Final = 8
_LARGEST: Final = 256 * 1024
"""Fewer projects than this, none of them with more bytes, are checked sooner than looked up."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A project that was checked: its folder, its id, what was found, the terms of a selection that name nothing, and
    what it may share with others.

    What was found in itself is put aside and read again each time it is asked for: there may be a thousand more. So is
    the text of it in some look.
    """

    folder: Path
    project: str
    within: Callable[[], bytes]
    outcome: Outcome
    across: tuple[Diagnostic, ...] = ()
    unmatched: frozenset[Term] = frozenset()
    shared: Shared | None = None
    look: Look | None = None
    text: Callable[[], bytes] = bytes

    def telling(self, look: Look) -> str | None:
        """The findings as text, if it is there and looks so."""
        return self.text().decode() if self.look == look and not self.across else None

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What was found, in itself first, then at odds with others."""
        from oc_strategy.model.packed import unpacked

        return (*unpacked(self.within()), *self.across)


def checked(
    portfolio: LoadedPortfolio, settings: Settings, lang: Lang | None = None, selection: Selection | None = None,
    around: Sequence[Path] = (), *, quiet: bool, jobs: int | None = 1, audience: AudienceName | None = None,
    cache: Cache | None = None, look: Look | None = None,
) -> list[Checked]:  # fmt: skip
    """The findings about what is selected (all if None) in every project of a portfolio.

    What is at odds between projects is among those of the project that tells it, as far as the audience may see it;
    projects `around`, by their folders, are looked at for that only. What a cache knows is taken from it, what it does
    not know is put there; it is for a selection of all only. The text in the `look` that will be asked for is made by
    whoever checks.
    """
    from functools import partial

    from oc_strategy.cli.spreading import spread
    from oc_strategy.lang import text
    from oc_strategy.selecting import Selection

    asked = selection or Selection()
    put = _putter(len(portfolio.folders))
    known = _known(cache, portfolio, look, put) if cache else {}
    rest = replace(portfolio, folders=tuple(folder for folder in portfolio.folders if folder not in known))
    found = spread(partial(_check_one, settings, asked, cache, look), rest, jobs)
    label = text("cli.checking")
    folders = with_progress(portfolio.folders, label, language_of(lang), quiet=quiet, at_least=32)
    every = [known[folder] if folder in known else _kept(folder, *next(found), put) for folder in folders]
    if cache and rest.folders:
        cache.tidy()
    met = {done.folder: done.shared for done in every if done.shared}
    across = _across(portfolio, settings, audience_of(portfolio, audience), met, around) if every else {}
    return [_with_conflicts(done, across.get(done.project, ()), asked, portfolio) for done in every]


def _known(cache: Cache, portfolio: LoadedPortfolio, look: Look | None, put: Put) -> dict[Path, Checked]:
    answers = ((folder, cache.known(portfolio, folder, look)) for folder in portfolio.folders)
    return {folder: _kept(folder, answer, frozenset(), put) for folder, answer in answers if answer}


def _kept(folder: Path, answer: Answer, unmatched: frozenset[Term], put: Put) -> Checked:
    within, words = put(answer.findings), put(answer.text)
    return Checked(
        folder, answer.project, within, answer.outcome, (), unmatched, answer.shared, answer.look, words
    )  # fmt: skip


def _putter(projects: int) -> Put:
    """Where what is found in so many projects waits to be told: in memory if they are few."""
    if projects < _FEWEST:
        return lambda data: lambda: data
    from oc_strategy.cli.aside import Aside

    return Aside().put


def _check_one(
    settings: Settings, selection: Selection, cache: Cache | None, look: Look | None, portfolio: LoadedPortfolio,
    folder: Path,
) -> tuple[Answer, frozenset[Term]]:  # fmt: skip
    from oc_strategy.cache.entry import Answer
    from oc_strategy.checking import check, settings_of
    from oc_strategy.cli.selecting import scope_of, theme_of
    from oc_strategy.model.packed import packed
    from oc_strategy.model.tally import outcome
    from oc_strategy.sharing import shared

    key = cache.key(folder) if cache else None
    project = portfolio.load(folder)
    found = check(project, settings_of(settings, project))
    unmatched: frozenset[Term] = frozenset()
    if not selection.is_all:
        scope = scope_of(selection, project)
        found, unmatched = list(selection.findings(found, scope, theme_of)), selection.unmatched(scope)
    answer = Answer(project.project.id, packed(found), outcome(found), shared(project))
    answer = answer if look is None else answer.told_in(look, found)
    if cache and key:
        cache.keep(portfolio, project, key, answer)
    return answer, unmatched


def across_projects(
    portfolio: LoadedPortfolio, settings: Settings, audience: Confidentiality
) -> Mapping[str, Sequence[Diagnostic]]:
    """What is at odds between projects, for a report on each; nothing for an audience that is told no findings."""
    from oc_strategy.model.audience import rank

    is_alone = len(portfolio.all_folders) < 2 and not portfolio.catalog.nodes
    if is_alone or rank(audience) < rank("internal"):
        return {}
    return _across(portfolio, settings, audience, {}, portfolio.folders)


def _across(
    portfolio: LoadedPortfolio, settings: Settings, audience: Confidentiality, known: Mapping[Path, Shared],
    around: Sequence[Path],
) -> Mapping[str, Sequence[Diagnostic]]:  # fmt: skip
    """What is at odds between projects, and between them and the catalog, by the project among whose findings it is."""
    from oc_strategy.sharing import meeting, shared

    met = {**known, **{folder: shared(portfolio.load(folder)) for folder in around if folder not in known}}
    is_whole = met.keys() >= set(portfolio.all_folders)
    those = meeting(met) if is_whole else met.keys()
    folders = [folder for folder in met if folder in those]
    if not folders:
        return {}
    from oc_strategy.conflicts import conflicts

    return conflicts(replace(portfolio, folders=tuple(met)), settings, audience, meeting=folders)


def _with_conflicts(
    done: Checked, across: Sequence[Diagnostic], selection: Selection, portfolio: LoadedPortfolio
) -> Checked:
    from oc_strategy.cli.selecting import scope_of, theme_of
    from oc_strategy.model.tally import outcome

    if across and not selection.is_all:
        across = tuple(selection.findings(across, scope_of(selection, portfolio.load(done.folder)), theme_of))
    if not across:
        return done
    return replace(done, across=tuple(across), outcome=done.outcome + outcome(across))


def cache_for(portfolio: LoadedPortfolio, settings: Settings) -> Cache | None:
    """What earlier runs found in these projects; None where a look at it costs more than it saves, or cannot be had.

    It stands in the folder OC_STRATEGY_CACHE, else where the system keeps such things for its user: a folder below the
    portfolio could come with it from somebody else, who would then decide what is found.
    """
    if not (len(portfolio.folders) >= _FEWEST or any(map(_is_large, portfolio.folders))):
        return None
    import os

    from oc_strategy.cache.keeping import opened

    chosen = os.environ.get("OC_STRATEGY_CACHE")
    return opened(Path(chosen) if chosen else _of_the_user(), portfolio, settings)


def _of_the_user() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("oc-strategy", appauthor=False) / "found"


def _is_large(folder: Path) -> bool:
    return sum(path.stat().st_size for path in folder.glob("*.y*ml") if path.is_file()) >= _LARGEST
