"""Which files make a project or a portfolio, read within limits and never through a link that leads outside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from oc_strategy import yamlsource
from oc_strategy.loading.mistakes import mistake, refused
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.yamlsource import Map, Spot

PROJECT_FILE: Final = "project.yaml"
PORTFOLIO_FILE: Final = "portfolio.yaml"
BASELINE_FILE: Final = "baseline.yaml"
CRITERIA_FILE: Final = "criteria.yaml"
_NOT_OF_A_PROJECT: Final = frozenset({PORTFOLIO_FILE, BASELINE_FILE, CRITERIA_FILE})
MAX_FILES: Final = 2_000
_START: Final = Spot(1, 1)


@dataclass(frozen=True, slots=True)
class Source:
    """One file that was read: the path as told to the user, and its top-level mapping."""

    file: str
    tree: Map


def is_project_folder(folder: Path) -> bool:
    """Whether a folder holds a project."""
    return (folder / PROJECT_FILE).is_file()


def project_folders(root: Path, patterns: tuple[str, ...]) -> list[Path]:
    """The project folders below a portfolio that its patterns name, sorted, each once."""
    found = {folder for pattern in patterns if _is_inside(pattern) for folder in root.glob(pattern)}
    return sorted((folder for folder in found if is_project_folder(folder)), key=lambda folder: folder.parts)


def _is_inside(pattern: str) -> bool:
    return bool(pattern) and not pattern.startswith(("/", "\\")) and ".." not in Path(pattern).parts


def read_sources(folder: Path) -> tuple[list[Source], list[Diagnostic]]:
    """Every YAML file directly in a folder, in order of names, and the mistakes of those that cannot be read."""
    sources: list[Source] = []
    mistakes: list[Diagnostic] = []
    names = sorted(path for path in folder.glob("*.y*ml") if _is_yaml(path))
    if len(names) > MAX_FILES:
        return [], [mistake("too-many-files", folder.as_posix(), _START, limit=MAX_FILES)]
    for path in names:
        tree, wrong = read_file(path, folder)
        mistakes += wrong
        if tree is not None:
            sources.append(Source(path.as_posix(), tree))
    return sources, mistakes


def _is_yaml(path: Path) -> bool:
    is_ours = path.suffix in {".yaml", ".yml"} and path.name not in _NOT_OF_A_PROJECT
    return is_ours and not path.name.startswith(".")


def read_file(path: Path, folder: Path) -> tuple[Map | None, list[Diagnostic]]:
    """The top-level mapping of one file, or None with the mistakes."""
    file = path.as_posix()
    data, wrong = _bytes(path, folder)
    if data is None:
        return None, wrong
    tree, refusals = yamlsource.read(data)
    mistakes = [refused(file, refusal) for refusal in refusals]
    if isinstance(tree, Map):
        return tree, mistakes
    if not mistakes and tree is not None:
        mistakes.append(mistake("not-a-mapping", file, _START))
    return None, mistakes


def _bytes(path: Path, folder: Path) -> tuple[bytes | None, list[Diagnostic]]:
    file = path.as_posix()
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            return None, [mistake("symlink-outside", file, _START, path=file)]
        if path.stat().st_size > yamlsource.MAX_BYTES:
            limit = f"{yamlsource.MAX_BYTES // 2**20} MiB"
            return None, [mistake("file-too-large", file, _START, limit=limit)]
        return path.read_bytes(), []
    except OSError as error:
        return None, [mistake("unreadable-file", file, _START, problem=error.strerror or "I/O")]


def section_of(value: Any) -> Map | None:
    """A section's mapping, an empty one for a section without content, None for anything else."""
    if value is None:
        return Map.nothing()
    return value if isinstance(value, Map) else None
