"""New texts, read as if they were on the disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from oc_strategy.loading import Contents, Source, read_sources
from oc_strategy.loading.mistakes import refused
from oc_strategy.loading.reading import catalog_of, contents_of
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.portfolio import LoadedPortfolio
from oc_strategy.yamlsource import Map, read


def first_mistake(portfolio: LoadedPortfolio, files: Mapping[Path, bytes]) -> Diagnostic | None:
    """The first mistake that a portfolio would have with the new texts of some of its files; None if all are well."""
    return next(iter(mistakes_with(portfolio, files)), None)


def mistakes_with(
    portfolio: LoadedPortfolio, files: Mapping[Path, bytes], folders: Iterable[Path] | None = None
) -> list[Diagnostic]:
    """All mistakes that a portfolio, or some of its projects, would have with these texts; files may be new."""
    default, looked_at = portfolio.default_class, portfolio.all_folders if folders is None else tuple(folders)
    every = dict.fromkeys((*portfolio.all_folders, *looked_at))
    given = {f: contents_of(*_sources(f, files), default) for f in every}
    folder = portfolio.root / portfolio.settings.catalog
    catalog = catalog_of(*_sources(folder, files), default) if portfolio.catalog.nodes else Contents()
    changed = replace(portfolio, given=given, catalog=catalog, _foreign={})
    wrong = (mistake for folder in looked_at for mistake in changed.load(folder).mistakes)
    return [*catalog.mistakes, *wrong]


def _sources(folder: Path, files: Mapping[Path, bytes]) -> tuple[list[Source], list[Diagnostic]]:
    sources, mistakes = read_sources(folder)
    new: list[Source] = []
    known = {Path(source.file): source.tree for source in sources}
    for path in (*known, *(path for path in files if path.parent == folder and path not in known)):
        tree, wrong = read(files[path]) if path in files else (known[path], [])
        mistakes += [refused(path.as_posix(), refusal) for refusal in wrong]
        new += [Source(path.as_posix(), tree)] if isinstance(tree, Map) else []
    return new, mistakes
