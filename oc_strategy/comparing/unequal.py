"""Which projects of two portfolios need comparing at all: those whose text differs, or that name such a one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from oc_strategy.portfolio import LoadedPortfolio

Folders = tuple[Path, ...]


def unequal(before: LoadedPortfolio, after: LoadedPortfolio) -> tuple[Folders, Folders]:
    """The folders to load on each side. All others say byte for byte the same, by the same catalog and settings."""
    old, new = _by_place(before), _by_place(after)
    if _text_of(_common(before)) != _text_of(_common(after)):
        return before.folders, after.folders
    differing = {place for place in {*old, *new} if _differ(old.get(place), new.get(place))}
    ids = _ids(before, old, differing) | _ids(after, new, differing)
    naming = {place for place in new.keys() - differing if _names_one(new[place], ids)}
    chosen = differing | naming
    return tuple(f for place, f in old.items() if place in chosen), tuple(f for p, f in new.items() if p in chosen)


def _by_place(portfolio: LoadedPortfolio) -> dict[Path, Path]:
    """The folders of the projects by where they lie in the portfolio."""
    root = portfolio.root.resolve()
    return {Path(*folder.resolve().parts[len(root.parts) :]): folder for folder in portfolio.folders}


def _common(portfolio: LoadedPortfolio) -> list[Path]:
    """The files that all projects are read or checked by."""
    folders = [portfolio.root / portfolio.settings.catalog]
    folders += [portfolio.root / portfolio.settings.facts] if portfolio.settings.facts else []
    own = [] if portfolio.root in portfolio.folders else _files(portfolio.root)
    return [*own, *(file for folder in folders for file in _files(folder))]


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.y*ml"))


def _text_of(files: Iterable[Path]) -> str | None:
    """A digest of some files with their names; None where one cannot be read, which is equal to nothing."""
    digest = hashlib.sha256()
    try:
        for file in files:
            data = file.read_bytes()
            digest.update(f"{file.name}\n{len(data)}\n".encode() + data)
    except OSError:
        return None
    return digest.hexdigest()


def _differ(one: Path | None, other: Path | None) -> bool:
    if one is None or other is None:
        return True
    text = _text_of(_files(one))
    return text is None or text != _text_of(_files(other))


def _ids(portfolio: LoadedPortfolio, folders: Mapping[Path, Path], places: Iterable[Path]) -> set[str]:
    projects = (portfolio.contents(folders[place]).project for place in places if place in folders)
    return {project.id for project in projects if project is not None}


def _names_one(folder: Path, ids: Iterable[str]) -> bool:
    """Whether a reference such as `other-project/id` to one of some projects may stand in a folder's text."""
    words = [f"{project_id}/".encode() for project_id in ids]
    return any(word in data for data in map(Path.read_bytes, _files(folder)) for word in words)
