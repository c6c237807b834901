"""A form as it is read: a folder with a `form.yaml` and a file for each language, or a single file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from oc_strategy.forms.form import FILE, SUFFIXES, Form
from oc_strategy.importers.forms.objections import objection
from oc_strategy.lang import text
from oc_strategy.loading.files import read_file
from oc_strategy.loading.mistakes import mistake
from oc_strategy.loading.validation import record
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import LANGUAGES, Confidentiality, Language, Text
from oc_strategy.yamlsource import Spot

_LARGEST = 50 * 2**20


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """One file of a form."""

    path: Path
    data: bytes

    @property
    def suffix(self) -> str:
        """Which kind of file it is."""
        return self.path.suffix.lower()


@dataclass(frozen=True, slots=True)
class Template:
    """A form that may be filled in; `audience` is None where nothing says for whom it is."""

    name: str
    title: Text
    purpose: Text | None
    audience: Confidentiality | None
    files: Mapping[Language, TemplateFile]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a form is not read: mistakes in its YAML, or what speaks against a file."""

    path: Path
    why: Text | None = None
    mistakes: tuple[Diagnostic, ...] = ()


def template_at(path: Path) -> Template | Refused:
    """The form in a folder, or that a file alone is; OSError where it cannot be read."""
    return _folder(path) if path.is_dir() else _alone(path)


def _alone(path: Path) -> Template | Refused:
    file = _file(path)
    if isinstance(file, Refused):
        return file
    return Template(path.stem, Text.plain(path.stem), None, None, dict.fromkeys(LANGUAGES, file))


def _folder(folder: Path) -> Template | Refused:
    if not (folder / FILE).is_file():
        return Refused(folder, text("forms.refused.empty-folder", path=folder))
    form, mistakes = _form(folder)
    if form is None:
        return Refused(folder / FILE, None, tuple(mistakes))
    files: dict[Language, TemplateFile] = {}
    for language, name in sorted(form.files.items()):
        path = folder / name
        if Path(name).name != name or path.is_symlink():
            return Refused(folder / FILE, text("forms.refused.yaml", path=folder / FILE, file=name))
        file = _file(path)
        if isinstance(file, Refused):
            return file
        files[language] = file
    return Template(folder.resolve().name, form.title, form.purpose, form.audience, files)


def _form(folder: Path) -> tuple[Form | None, list[Diagnostic]]:
    path = folder / FILE
    tree, mistakes = read_file(path, folder)
    if tree is None or mistakes:
        return None, mistakes or [mistake("empty-file", path.as_posix(), Spot(1, 1))]
    return record(Form, tree, path.as_posix())


def _file(path: Path) -> TemplateFile | Refused:
    if path.suffix.lower() not in SUFFIXES:
        return Refused(path, text("cli.misuse.suffix", path=path, known=", ".join(SUFFIXES)))
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    why = objection(data, path.suffix.lower())
    return Refused(path, why) if why else TemplateFile(path, data)
