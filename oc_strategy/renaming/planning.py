"""All changes that a renaming asks for, file by file, proved before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from oc_strategy.lang import text
from oc_strategy.loading import Contents, read_sources
from oc_strategy.loading.files import BASELINE_FILE, read_file
from oc_strategy.model.diagnostic import Place
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.text import Text
from oc_strategy.portfolio import LoadedPortfolio
from oc_strategy.renaming.target import Target, Word
from oc_strategy.renaming.words import Written, in_baseline, in_expectations, in_model
from oc_strategy.yamlediting import Change, Put, Rekey, edited
from oc_strategy.yamlsource import Map, Refusal, key_spot_of, spot_of

EXPECTATIONS: Final = "expected/findings.yaml"


@dataclass(frozen=True, slots=True)
class Line:
    """One change: where, and what becomes of what."""

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A renaming as it would be done: every line, and the new text of every file."""

    target: Target
    lines: tuple[Line, ...]
    files: Mapping[Path, bytes]


@dataclass(frozen=True, slots=True)
class Unwilling:
    """Why a renaming cannot be done."""

    said: Text


def planned(portfolio: LoadedPortfolio, target: Target, new: str) -> Plan | Unwilling:
    """The changes for a new id, in every project of a portfolio, its catalog and its baseline.

    Nothing is planned for an id that is taken. The texts must be free of mistakes: in what cannot be read, a word would
    be passed over.
    """
    taken = _taken(portfolio, target, new)
    if taken is not None:
        return Unwilling(text("renaming.taken", new=new, place=str(taken)))
    lines: list[Line] = []
    files: dict[Path, bytes] = {}
    for file, tree, changes in _changed_files(portfolio, target, new):
        made = edited(Path(file).read_bytes(), changes)
        if isinstance(made, Refusal):
            return Unwilling(text("renaming.not-editable", place=f"{file}:{made.spot.line}"))
        files[Path(file)] = made
        lines += (_line(file, tree, change) for change in changes)
    return Plan(target, tuple(sorted(lines, key=lambda line: (line.place, line.old))), files)


def _taken(portfolio: LoadedPortfolio, target: Target, new: str) -> Place | None:
    """Where the new id is in use already among those that would be taken for one another."""
    if new in portfolio.catalog.nodes:
        return portfolio.catalog.places.of(new)
    for folder in portfolio.all_folders:
        contents = portfolio.contents(folder)
        project = contents.project
        is_near = target.project is None or (project is not None and project.id == target.project)
        if is_near and new in contents.nodes:
            return contents.places.of(new)
        if target.is_project and project is not None and project.id == new:
            return contents.places.of(new)
    return None


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, its words with the project in whose terms they are written, and whose nodes it holds."""

    file: str
    tree: Map
    words: list[tuple[str | None, Written]]
    holds: Target | None = None


def _changed_files(portfolio: LoadedPortfolio, target: Target, new: str) -> Iterator[tuple[str, Map, list[Change]]]:
    for found in _texts(portfolio):
        each = (_change(written, Word(target, new, project)) for project, written in found.words)
        changes = [change for change in each if change is not None]
        if found.holds is not None and found.holds.project == target.project:
            changes += _history(found.tree, target, new)
        if changes:
            yield found.file, found.tree, changes


def _texts(portfolio: LoadedPortfolio) -> Iterator[_Text]:
    if portfolio.catalog.nodes:
        yield from _model(portfolio.root / portfolio.settings.catalog, portfolio.catalog, None)
    for folder in portfolio.all_folders:
        contents = portfolio.contents(folder)
        project = contents.project.id if contents.project else folder.name
        yield from _model(folder, contents, project)
        for file, tree in _file(folder, EXPECTATIONS):
            yield _Text(file, tree, [(project, written) for written in in_expectations(tree)])
    for folder in sorted({portfolio.root, *portfolio.all_folders}):
        for file, tree in _file(folder, BASELINE_FILE):
            yield _Text(file, tree, list(in_baseline(tree)))


def _model(folder: Path, contents: Contents, project: str | None) -> Iterator[_Text]:
    for source in read_sources(folder)[0]:
        words: list[tuple[str | None, Written]] = [(project, w) for w in in_model(source.tree, contents.nodes)]
        yield _Text(source.file, source.tree, words, Target(project, ""))


def _file(folder: Path, name: str) -> Iterator[tuple[str, Map]]:
    tree = read_file(folder / name, folder)[0] if (folder / name).is_file() else None
    if tree is not None:
        yield (folder / name).as_posix(), tree


def _change(written: Written, word: Word) -> Change | None:
    if written.path[-1] == "closes":
        rule, colon, subject = written.word.partition(":")
        renamed = word.renamed(subject) if colon else None
        return Put(written.path, f"{rule}:{renamed}") if renamed else None
    renamed = word.renamed(written.word)
    if renamed is None:
        return None
    return Rekey(written.path, renamed) if written.is_key else Put(written.path, renamed)


def _history(tree: Map, target: Target, new: str) -> Iterator[Change]:
    """The former id, noted where the node stands."""
    places = [(section,) for section in SECTIONS if isinstance(tree.get(section), Map) and target.node in tree[section]]
    for path in [()] if target.is_project and tree.get("id") == target.node else [(*p, target.node) for p in places]:
        raw: Any = tree
        for step in path:
            raw = raw[step]
        given = raw.get("moved_from") if isinstance(raw, Map) else None
        known = [given] if isinstance(given, str) else list(given or ())
        yield Put((*path, "moved_from"), [*(i for i in known if i not in {new, target.node}), target.node])


def _line(file: str, tree: Map, change: Change) -> Line:
    spot = key_spot_of(tree, change.path) if isinstance(change, Rekey) else spot_of(tree, change.path)
    place = Place(file, spot.line, spot.column)
    if isinstance(change, Rekey):
        return Line(place, str(change.path[-1]), f"{change.key}:")
    assert isinstance(change, Put)
    old: Any = tree
    for step in change.path:
        old = old.get(str(step)) if isinstance(old, Map) else old[step]
    return Line(place, _shown(old), _shown(change.value))


def _shown(value: Any) -> str:
    if isinstance(value, str | None):
        return value or ""
    return f"moved_from: [{', '.join(value)}]"
