"""New texts, read as if they were on the disk."""

from __future__ import annotations

from collections.abc import Mapping
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


def mistakes_with(portfolio: LoadedPortfolio, files: Mapping[Path, bytes]) -> list[Diagnostic]:
    """All mistakes that a portfolio would have with the new texts of some of its files."""
    default = portfolio.default_class
    given = {f: contents_of(*_sources(f, files), default) for f in portfolio.all_folders}
    folder = portfolio.root / portfolio.settings.catalog
    catalog = catalog_of(*_sources(folder, files), default) if portfolio.catalog.nodes else Contents()
    changed = replace(portfolio, given=given, catalog=catalog, _foreign={})
    wrong = (mistake for folder in portfolio.all_folders for mistake in changed.load(folder).mistakes)
    return [*catalog.mistakes, *wrong]


def _sources(folder: Path, files: Mapping[Path, bytes]) -> tuple[list[Source], list[Diagnostic]]:
    sources, mistakes = read_sources(folder)
    new: list[Source] = []
    for source in sources:
        tree, wrong = read(files[Path(source.file)]) if Path(source.file) in files else (source.tree, [])
        mistakes += [refused(source.file, refusal) for refusal in wrong]
        new += [Source(source.file, tree)] if isinstance(tree, Map) else []
    return new, mistakes
