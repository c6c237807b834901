"""The files of a project, of the catalog, or of a portfolio's settings, as typed nodes with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from oc_strategy.loading.files import PORTFOLIO_FILE, PROJECT_FILE, Source, read_file, read_sources, section_of
from oc_strategy.loading.mistakes import closest, mistake
from oc_strategy.loading.places import Places
from oc_strategy.loading.records import Placed, placed_records
from oc_strategy.loading.validation import found_shape, node, record, shape
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.node import Node
from oc_strategy.model.rights import Secret
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.steering import Portfolio, Project, RuleException
from oc_strategy.model.text import CLASSES, Confidentiality, Text
from oc_strategy.yamlsource import Map, spot_of

EXCEPTIONS: Final = "exceptions"
_PROJECT_KEYS: Final = frozenset(
    info.alias or name for name, info in Project.model_fields.items() if name not in {"id", "not_applicable"}
)
_TOP_KEYS: Final = frozenset({*SECTIONS, EXCEPTIONS})
_ID: Final = re.compile(r"[a-z0-9-]{1,80}")


PlacedException = Placed[RuleException]


@dataclass(slots=True)
class Contents:
    """What some files hold: nodes by id, exceptions, places, and the mistakes found on the way."""

    nodes: dict[str, Node] = field(default_factory=dict)
    exceptions: list[PlacedException] = field(default_factory=list)
    places: Places = field(default_factory=Places)
    mistakes: list[Diagnostic] = field(default_factory=list)
    project: Project | None = None


def read_project(folder: Path, default: Confidentiality = "internal") -> Contents:
    """A project folder's own nodes, without looking at any reference yet."""
    sources, mistakes = read_sources(folder)
    return contents_of(sources, mistakes, default)


def contents_of(sources: list[Source], mistakes: list[Diagnostic], default: Confidentiality) -> Contents:
    """The nodes that some files of one project hold."""
    contents = Contents(mistakes=list(mistakes))
    main = next((source for source in sources if Path(source.file).name == PROJECT_FILE), None)
    if main is not None:
        _read_project_node(main, contents, default)
    chosen = contents.project.confidentiality if contents.project else default
    for source in sources:
        _read_sections(source, contents, chosen or default, _PROJECT_KEYS if source is main else frozenset())
    return contents


def read_catalog(folder: Path, default: Confidentiality = "internal") -> Contents:
    """The shared nodes of a portfolio; an absent folder holds none."""
    return catalog_of(*(read_sources(folder) if folder.is_dir() else ([], [])), default)


def catalog_of(sources: list[Source], mistakes: list[Diagnostic], default: Confidentiality) -> Contents:
    """The shared nodes that some files hold."""
    contents = Contents(mistakes=list(mistakes))
    for source in sources:
        _read_sections(source, contents, default, frozenset())
    return contents


def read_portfolio_file(root: Path) -> tuple[Portfolio, list[Diagnostic]]:
    """The settings in `portfolio.yaml`; the defaults where it is absent or wrong."""
    path = root / PORTFOLIO_FILE
    defaults = Portfolio(title=Text.plain(root.name))
    if not path.is_file():
        return defaults, []
    tree, mistakes = read_file(path, root)
    if tree is None:
        return defaults, mistakes
    settings, wrong = record(Portfolio, tree, path.as_posix())
    if settings is not None and not _is_below(root / settings.catalog, root):
        spot = spot_of(tree, ("catalog",))
        wrong.append(mistake("catalog-outside", path.as_posix(), spot, path=settings.catalog))
        settings = settings.model_copy(update={"catalog": defaults.catalog})
    return settings or defaults, [*mistakes, *wrong]


def _is_below(folder: Path, root: Path) -> bool:
    """Whether a folder lies inside another, wherever links lead."""
    return folder.resolve().is_relative_to(root.resolve())


def _read_project_node(source: Source, contents: Contents, default: Confidentiality) -> None:
    tree = source.tree
    own = tree.part(_PROJECT_KEYS)
    project_id = tree.get("id")
    if not isinstance(project_id, str) or not is_id(project_id):
        code = "project-id-missing" if project_id is None else "bad-id"
        spot = spot_of(tree, ("id",) if project_id is not None else ())
        values = {} if project_id is None else {"value": str(project_id)[:80]}
        contents.mistakes.append(mistake(code, source.file, spot, **values))
        project_id = _fallback_id(source)
    project, mistakes = node(Project, project_id, own, source.file, default)
    contents.mistakes += mistakes
    contents.project = project
    contents.nodes[project_id] = project
    contents.places.add(project_id, source.file, tree, None)


def _fallback_id(source: Source) -> str:
    name = Path(source.file).parent.name.lower()
    return name if is_id(name) else "project"


def is_id(word: str) -> bool:
    """Whether a word can be an id."""
    return _ID.fullmatch(word) is not None


def _read_sections(source: Source, contents: Contents, default: Confidentiality, more: frozenset[str]) -> None:
    for key, value in source.tree.items():
        if key in SECTIONS:
            _read_section(source, key, value, contents, default)
        elif key == EXCEPTIONS:
            _read_exceptions(source, contents)
        elif key not in more and not (key == "id" and more):
            guess = closest(key, _TOP_KEYS | more)
            spot = source.tree.key_spot(key)
            contents.mistakes.append(mistake("unknown-section", source.file, spot, guess, key=key))


def _read_section(source: Source, section: str, value: Any, contents: Contents, default: Confidentiality) -> None:
    holder = section_of(value)
    if holder is None:
        spot = source.tree.value_spot(section)
        contents.mistakes.append(
            mistake("wrong-type", source.file, spot, expected=shape("mapping"), found=shape("list"))
        )
        return
    for node_id, raw in holder.items():
        if not is_id(node_id):
            contents.mistakes.append(mistake("bad-id", source.file, holder.key_spot(node_id), value=node_id[:80]))
        elif node_id in contents.nodes:
            first = contents.places.of(node_id)
            spot = holder.key_spot(node_id)
            contents.mistakes.append(mistake("duplicate-id", source.file, spot, id=node_id, first=str(first)))
        else:
            _read_node(source, section, holder, node_id, raw, contents, default)


def _read_node(
    source: Source, section: str, holder: Map, node_id: str, raw: Any, contents: Contents, default: Confidentiality
) -> None:
    mapping = section_of(raw)
    if mapping is None:
        spot = holder.value_spot(node_id)
        contents.mistakes.append(
            mistake("wrong-type", source.file, spot, expected=shape("mapping"), found=found_shape(raw))
        )
        return
    node_class = SECTIONS[section]
    # Know-how is the highest class unless somebody states another one for it.
    own_default = CLASSES[-1] if node_class is Secret else default
    made, mistakes = node(node_class, node_id, mapping, source.file, own_default)
    contents.mistakes += mistakes
    contents.nodes[node_id] = made
    contents.places.add(node_id, source.file, holder, node_id)


def _read_exceptions(source: Source, contents: Contents) -> None:
    placed, mistakes = placed_records(RuleException, source, EXCEPTIONS)
    contents.exceptions += placed
    contents.mistakes += mistakes
