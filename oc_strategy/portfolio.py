"""Many projects and the catalog they share; a project alone is a portfolio of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from oc_strategy import yamlsource
from oc_strategy.criteria import Criteria, criteria_of, shipped_criteria
from oc_strategy.criteria.ratings import misplaced_criteria, wrong_ratings
from oc_strategy.loading import (
    Contents,
    PlacedDebt,
    PlacedException,
    Places,
    Source,
    inconsistencies,
    is_project_folder,
    project_folders,
    read_baseline,
    read_catalog,
    read_portfolio_file,
    read_project,
    wrong_references,
)
from oc_strategy.loading.digests import digest_of
from oc_strategy.loading.files import CRITERIA_FILE, PORTFOLIO_FILE
from oc_strategy.loading.mistakes import mistake, refused
from oc_strategy.loading.reading import contents_of
from oc_strategy.model.audience import reduced
from oc_strategy.model.claims import joined
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.edges import EDGES_FROM
from oc_strategy.model.graph import Graph
from oc_strategy.model.neighbours import ids_in, reached_with_pointers
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Portfolio, Project
from oc_strategy.model.text import Confidentiality, Text
from oc_strategy.yamlsource import Spot

_LEVELS_UP: Final = 4


@dataclass(frozen=True, slots=True)
class LoadedProject:
    """One project with all it refers to: its graph, its own ids, where all stands, and the mistakes in its text.

    `exceptions` and `baseline` excuse findings: what somebody decided, and what was there before. `referred` are the
    ids of the other projects that it refers to.
    """

    folder: Path
    project: Project
    graph: Graph
    own: frozenset[str]
    exceptions: tuple[PlacedException, ...]
    places: Places
    mistakes: tuple[Diagnostic, ...]
    referred: tuple[str, ...]
    baseline: tuple[PlacedDebt, ...] = ()
    claims: Mapping[str, Node] = field(default_factory=dict)
    """What the project itself says about nodes of the catalog, by id; in the graph it is joined with what that says."""


def seen_by(loaded: LoadedProject, audience: Confidentiality) -> LoadedProject:
    """The project as an audience may see it: what is above it takes no part, so that nothing can betray it.

    A project that is itself above the audience keeps nothing but its id, which names the file that is asked for.
    """
    graph = Graph(reduced(loaded.graph.nodes.values(), audience).nodes)
    project = graph.get(loaded.project.id)
    bare = Project(id=loaded.project.id, confidentiality=audience)
    own = loaded.own & frozenset(graph.nodes)
    return replace(loaded, graph=graph, own=own, project=project if isinstance(project, Project) else bare)


@dataclass(slots=True)
class LoadedPortfolio:
    """The settings, the catalog and the folders of the projects; each project is loaded when it is asked for.

    `baseline` is the one beside `portfolio.yaml`; None where there is no such file, and each project has its own.
    `digest` is that of the files which all of this was read from; None where one cannot tell.
    """

    root: Path
    settings: Portfolio
    catalog: Contents
    folders: tuple[Path, ...]
    mistakes: tuple[Diagnostic, ...]
    all_folders: tuple[Path, ...]
    baseline: tuple[PlacedDebt, ...] | None = None
    given: Mapping[Path, Contents] = field(default_factory=dict)
    """Projects that need not be read from their folders."""
    digest: str | None = None
    own_criteria: Criteria | None = None
    _foreign: dict[str, tuple[Path | None, Contents]] = field(default_factory=dict)
    _read_from: dict[str, str | None] = field(default_factory=dict)

    @property
    def default_class(self) -> Confidentiality:
        """The class of a node for which nobody stated one."""
        return self.settings.confidentiality or "internal"

    def load(self, folder: Path) -> LoadedProject:
        """One project, with the catalog's and other projects' nodes it refers to."""
        loaded = _joined(folder, self.contents(folder), self)
        debts, wrong = read_baseline(folder) if self.baseline is None else (self.baseline, [])
        own = tuple(debt for debt in debts if debt.record.project == loaded.project.id)
        misplaced = misplaced_criteria(folder, self.root)
        return replace(loaded, baseline=own, mistakes=(*loaded.mistakes, *wrong, *misplaced))

    @property
    def criteria(self) -> Criteria:
        """What outputs are rated by: the shipped criteria, with the portfolio's own in their place."""
        return self.own_criteria or shipped_criteria()

    def contents(self, folder: Path) -> Contents:
        """What the files of one project say, without looking at any reference."""
        return self.given.get(folder) or read_project(folder, self.default_class)

    def baseline_folder(self, folder: Path) -> Path:
        """Where the baseline of a project stands: beside the portfolio's file, else beside the project's own."""
        return folder if self.baseline is None else self.root

    def foreign(self, project_id: str) -> Mapping[str, Node]:
        """The nodes of another project of this portfolio by id; empty where there is no such project."""
        return self._found(project_id)[1].nodes

    def folder_of(self, project_id: str) -> Path | None:
        """The folder of a project by its id; None where there is no such project."""
        return self._found(project_id)[0]

    def _found(self, project_id: str) -> tuple[Path | None, Contents]:
        if project_id not in self._foreign:
            before = self.home_digest(project_id)
            found = self._foreign[project_id] = self._looked_for(project_id)
            is_home = found[0] == self._home(project_id) and before == self.home_digest(project_id)
            self._read_from[project_id] = before if is_home else None
        return self._foreign[project_id]

    def _looked_for(self, project_id: str) -> tuple[Path | None, Contents]:
        by_name = sorted(self.all_folders, key=lambda folder: folder.name != project_id)
        for folder in by_name:
            contents = self.contents(folder)
            if contents.project is not None and contents.project.id == project_id:
                return folder, contents
        return None, Contents()

    def _home(self, project_id: str) -> Path | None:
        return next((folder for folder in self.all_folders if folder.name == project_id), None)

    def home_digest(self, project_id: str) -> str | None:
        """The digest of the files in the folder that is called like a project; None where one cannot tell."""
        home = self._home(project_id)
        return digest_of(home) if home else None

    def digest_read(self, project_id: str) -> str | None:
        """That digest as it was when the project was read from there; None where it stood somewhere else."""
        return self._read_from.get(project_id)


def find(path: Path) -> LoadedPortfolio | None:
    """The portfolio that a path names: a portfolio's folder, a project's folder, or a file in one of them.

    Projects below a portfolio are found with that portfolio's settings and catalog. None if no project is there.
    """
    folder = path if path.is_dir() else path.parent
    if (folder / PORTFOLIO_FILE).is_file():
        return _opened(folder, None)
    if is_project_folder(folder):
        return _opened(_root_above(folder, (folder,)) or folder, (folder,))
    nested = tuple(sorted(child for child in folder.glob("*") if is_project_folder(child)))
    if not (nested and path.is_dir()):
        return None
    root = _root_above(folder, nested)
    return _opened(root, nested) if root else _opened(folder, None, nested)


def _root_above(folder: Path, projects: tuple[Path, ...]) -> Path | None:
    """The nearest portfolio above a folder that lists all of some projects."""
    return next((up for up in _above(folder) if _lists(up, projects)), None)


def _above(folder: Path) -> Iterable[Path]:
    for _ in range(_LEVELS_UP):
        folder = folder.parent if folder.name not in {"", ".."} else folder / ".."
        if (folder / PORTFOLIO_FILE).is_file():
            yield folder


def _lists(root: Path, projects: tuple[Path, ...]) -> bool:
    settings, _ = read_portfolio_file(root)
    listed = project_folders(root, settings.projects)
    return all(any(found.samefile(folder) for found in listed) for folder in projects)


def _opened(root: Path, only: tuple[Path, ...] | None, nested: tuple[Path, ...] = ()) -> LoadedPortfolio:
    before = digest_of(root)
    settings, mistakes = read_portfolio_file(root)
    shared = digest_of(root / settings.catalog)
    has_file = (root / PORTFOLIO_FILE).is_file()
    every = tuple(project_folders(root, settings.projects)) if has_file else nested or only or ()
    catalog = read_catalog(root / settings.catalog, settings.confidentiality or "internal") if has_file else Contents()
    debts, wrong_debts = read_baseline(root) if has_file else (None, [])
    criteria, wrong_criteria = criteria_of(root) if (root / CRITERIA_FILE).is_file() else (None, [])
    all_wrong = (*mistakes, *_wrong_in_catalog(catalog), *wrong_debts, *wrong_criteria)
    is_same = (before, shared) == (digest_of(root), digest_of(root / settings.catalog))
    digest = f"{before} {shared}" if before and shared and is_same else None
    return LoadedPortfolio(
        root, settings, catalog, only or every, all_wrong, every, debts, digest=digest, own_criteria=criteria
    )


def _wrong_in_catalog(catalog: Contents) -> tuple[Diagnostic, ...]:
    loose = Graph(catalog.nodes.values()).loose
    wrong = (*wrong_references(loose, catalog.nodes, catalog.places), *inconsistencies(catalog.nodes, catalog.places))
    return (*catalog.mistakes, *wrong)


def project_of_text(yaml_text: str, file: str = "project.yaml") -> LoadedProject:
    """A project that is one text, for examples in documentation and tests."""
    contents = _contents_of_texts({file: yaml_text})
    alone = LoadedPortfolio(Path(), Portfolio(title=Text.plain("")), Contents(), (), (), ())
    return _joined(Path(), contents, alone)


def portfolio_of_texts(texts: Mapping[str, str]) -> LoadedPortfolio:
    """A portfolio that is some texts by path (`catalog/shared.yaml`, `plug/project.yaml`), for examples and tests."""
    settings = Portfolio(title=Text.plain(""))
    folders: dict[Path, dict[str, str]] = {}
    for file, words in sorted(texts.items()):
        folders.setdefault(Path(file).parent, {})[file] = words
    given = {folder: _contents_of_texts(files) for folder, files in folders.items()}
    catalog = given.pop(Path(settings.catalog), Contents())
    projects = tuple(given)
    return LoadedPortfolio(Path(), settings, catalog, projects, _wrong_in_catalog(catalog), projects, given=given)


def _contents_of_texts(texts: Mapping[str, str]) -> Contents:
    trees = {file: yamlsource.read(words.encode()) for file, words in texts.items()}
    sources = [Source(file, tree) for file, (tree, _) in trees.items() if isinstance(tree, yamlsource.Map)]
    return contents_of(sources, [refused(file, r) for file, (_, wrong) in trees.items() for r in wrong], "internal")


def _joined(folder: Path, contents: Contents, portfolio: LoadedPortfolio) -> LoadedProject:
    project = contents.project or Project(id="project", confidentiality="internal")
    claims = _claims(contents, portfolio.catalog)
    wanted = ids_in(*contents.nodes.values())
    shared = reached_with_pointers(wanted | claims.keys(), portfolio.catalog.nodes)
    together = {node_id: joined(claim, portfolio.catalog.nodes[node_id]) for node_id, claim in claims.items()}
    known = {**shared, **_foreign_for(wanted, portfolio), **contents.nodes, **together}
    graph = Graph(known.values())
    places = contents.places.merged(portfolio.catalog.places)
    loose = [link for link in graph.loose if link.target_id in wanted and link.source.id in contents.nodes]
    wrong = (
        *wrong_references(loose, known, places),
        *inconsistencies(contents.nodes, contents.places),
        *wrong_ratings(contents.nodes.values(), places, lambda: portfolio.criteria),
    )
    mistakes = (*contents.mistakes, *_twice(contents, portfolio.catalog, claims), *wrong)
    referred = tuple(sorted({target.split("/")[0] for target in wanted if "/" in target}))
    own, exceptions = frozenset(contents.nodes), tuple(contents.exceptions)
    return LoadedProject(folder, project, graph, own, exceptions, places, mistakes, referred, claims=claims)


def _claims(contents: Contents, catalog: Contents) -> dict[str, Node]:
    """What a project says about nodes of the catalog: under the same id in the same section."""
    both = sorted(contents.nodes.keys() & catalog.nodes.keys())
    return {i: contents.nodes[i] for i in both if type(contents.nodes[i]) is type(catalog.nodes[i])}


def _twice(contents: Contents, catalog: Contents, claims: Mapping[str, Node]) -> Iterator[Diagnostic]:
    """Ids of the catalog that the project uses for another kind: what a link means would depend on who reads it."""
    for node_id in sorted((contents.nodes.keys() & catalog.nodes.keys()) - claims.keys()):
        place = contents.places.of(node_id, "id" if contents.nodes[node_id] is contents.project else None)
        first = str(catalog.places.of(node_id))
        yield mistake("duplicate-id", place.file, Spot(place.line, place.column), id=node_id, first=first)


def _foreign_for(wanted: set[str], portfolio: LoadedPortfolio) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for reference in sorted(target for target in wanted if "/" in target):
        project_id, node_id = reference.split("/")
        node = portfolio.foreign(project_id).get(node_id)
        if node is not None:
            found[reference] = _seen_from_outside(node, reference)
    return found


def _seen_from_outside(node: Node, reference: str) -> Node:
    """Another project's node under its full reference, without links: those hold ids of its own project."""
    fields = {edge.steps[0] for edge in EDGES_FROM[type(node)]}
    defaults = {name: type(node).model_fields[name].get_default(call_default_factory=True) for name in fields}
    return node.model_copy(update={"id": reference, **defaults})
