"""What headings mean: the labels of the model in both languages, and what people write besides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from oc_strategy import yamlsource
from oc_strategy.importers.seeding.fields import field_at, paths_of
from oc_strategy.importers.seeding.naming import folded
from oc_strategy.lang import field_label
from oc_strategy.model.node import Node
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.text import LANGUAGES, Language, Text
from oc_strategy.wording import record_label

_BRACKETED: Final = re.compile(r"[(（\[［【]([^()（）\[\]［］【】]*)[)）\]］】]\s*$")
_IN: Final[Mapping[str, Language]] = {
    "英": "en", "英語": "en", "英文": "en", "en": "en", "english": "en", "日": "ja", "日本語": "ja", "和文": "ja",
    "ja": "ja", "japanese": "ja",
}  # fmt: skip


def bare(heading: str) -> tuple[str, str]:
    """A heading without what stands in brackets at its end, and that: often a unit or a language."""
    plain = heading.partition("#")[0] or heading
    match = _BRACKETED.search(plain)
    return (plain[: match.start()].strip(), match[1].strip()) if match else (plain, "")


def language_in(bracketed: str) -> Language | None:
    """The language that is named in brackets."""
    return _IN.get(folded(bracketed))


def meanings(section: str) -> Mapping[str, str]:
    """For each heading, folded, the path it means in a section; `title@en` for words in one language."""
    return _meanings(section)


def known_headings() -> tuple[str, ...]:
    """Every heading that means anything anywhere."""
    return tuple(dict.fromkeys(heading for section in SECTIONS for heading in _meanings(section)))


def naming_headings() -> tuple[str, ...]:
    """Headings, folded, of columns that name a row; the best first."""
    return tuple(folded(heading) for heading in _tree()["id"])


@cache
def _tree() -> Mapping[str, Any]:
    tree, problems = yamlsource.read((files(__package__) / "data" / "headings.yaml").read_bytes())
    assert not problems, problems
    found: Any = tree
    return found  # type: ignore[no-any-return]


@cache
def _meanings(section: str) -> Mapping[str, str]:
    known: dict[str, str] = {}
    for part in (section, "any"):
        for path, headings in (_tree().get(part) or {}).items():
            for heading in headings:
                known.setdefault(folded(heading), path)
    for heading, path in _labels(SECTIONS[section]):
        known.setdefault(folded(heading), path)
    return known


def _labels(kind: type[Node]) -> Iterator[tuple[str, str]]:
    for path in paths_of(kind):
        label = _label(kind, path)
        for language in LANGUAGES if label else ():
            yield str(label and label.of(language)), path


def _label(kind: type[Node], path: str) -> Text | None:
    field = field_at(kind, path)
    assert field is not None
    names = tuple(_attribute(kind, step.key) if at == 0 else step.key for at, step in enumerate(field.steps))
    return field_label(kind.section, names[0]) if len(names) == 1 else record_label(kind, names)


def _attribute(kind: type[Node], key: str) -> str:
    return next((name for name, info in kind.model_fields.items() if info.alias == key), key)
