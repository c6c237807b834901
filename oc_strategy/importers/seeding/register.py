"""Which node is meant by the words of a cell: one that is there, one that was brought in before, or a new one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from oc_strategy.importers.seeding.cells import Unread
from oc_strategy.importers.seeding.naming import digest_of, folded, id_from
from oc_strategy.importers.seeding.state import State
from oc_strategy.lang import section_label, text
from oc_strategy.loading.mistakes import closest
from oc_strategy.loading.reading import is_id
from oc_strategy.model.node import Node
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.text import LANGUAGES, Text

_POOR: Final = re.compile(r"(?:.{1,2}-)?[0-9a-f]{8}")
_ELSEWHERE: Final = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")


_MOST_GUESSES: Final = 40


class Gone:
    """What was brought in before and taken out by somebody since."""


@dataclass(frozen=True, slots=True)
class Made:
    """A node that a link asks for: its section, its title as the cell has it, and the row that asked first."""

    section: str
    title: str
    row: int


@dataclass(slots=True)
class Register:
    """The nodes of a project and its catalog by id and by title, with those that this run adds."""

    nodes: Mapping[str, Node]
    state: State
    kinds: dict[str, type[Node]] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)
    _titles: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _moved: dict[str, str] = field(default_factory=dict)
    _guesses: int = _MOST_GUESSES

    def __post_init__(self) -> None:
        for node in self.nodes.values():
            self.kinds[node.id] = type(node)
            self._moved |= dict.fromkeys(node.moved_from, node.id)
            for title in {node.title.of(language) for language in LANGUAGES} if node.title else ():
                self._titles[folded(title)].append(node.id)

    def row_id(self, key: str, section: str, prefix: str) -> str | Unread | Gone:
        """The id of the node that a row is about: of one that is there, or a new one."""
        kind = SECTIONS[section]
        before = self.state.rows.get(key)
        if before is not None:
            return self._still(before.id)
        found = self._named(key, (kind,), prefix)
        return found if found is not None else self._new(key, section, prefix)

    def title(self, node_id: str, words: str) -> None:
        """Let a row's node be found by its title, too."""
        if node_id not in self._titles[folded(words)]:
            self._titles[folded(words)].append(node_id)

    def linked(self, words: str, targets: tuple[type[Node], ...], create: str | None, row: int) -> str | Unread | Gone:
        """The id that a link of a row leads to; a new one of a section if that is given and nothing is called so."""
        if _ELSEWHERE.fullmatch(words):
            return words
        key = f"{create}:{folded(words)}"
        if key in self.state.made:
            return self._still(self.state.made[key])
        found = self._named(words, targets, "")
        if found is not None:
            return found
        if create is None:
            guess = self._guess(words, targets)
            key = "seeding.no-such-node-guess" if guess else "seeding.no-such-node"
            return Unread(text(key, value=words[:60], guess=guess))
        new = self._new(words, create, "")
        if isinstance(new, str):
            self.made[new] = Made(create, words, row)
            self.title(new, words)
        return new

    def _guess(self, words: str, targets: tuple[type[Node], ...]) -> str | None:
        """What was probably meant; only for the first words, since comparing one with all titles takes long."""
        if self._guesses == 0:
            return None
        self._guesses -= 1
        return closest(words, (self._first_title(i) for i, kind in self.kinds.items() if issubclass(kind, targets)))

    def _still(self, node_id: str) -> str | Gone:
        now = node_id if node_id in self.kinds else self._moved.get(node_id)
        return Gone() if now is None else now

    def _named(self, words: str, kinds: tuple[type[Node], ...], prefix: str) -> str | Unread | None:
        spelt = words if is_id(words) and not prefix else id_from(words, prefix)
        for node_id in (spelt, self._moved.get(spelt, "")):
            if issubclass(self.kinds.get(node_id, Text), kinds):
                return node_id
        titled = [i for i in self._titles.get(folded(words), ()) if issubclass(self.kinds[i], kinds)]
        if len(titled) > 1:
            return Unread(text("seeding.several-nodes", value=words[:60], known=", ".join(titled)))
        return titled[0] if titled else None

    def _new(self, words: str, section: str, prefix: str) -> str | Unread:
        made = id_from(words, prefix)
        if not prefix and _POOR.fullmatch(made):
            # Hardly anything of the words can stand in an id.
            made = f"{section}-{made}"
        if made in self.kinds:
            made = f"{made[:71]}-{digest_of(folded(words))[:8]}"
        if made in self.kinds:
            kind = section_label(self.kinds[made].section)
            return Unread(text("seeding.id-in-use", id=made, kind=kind))
        self.kinds[made] = SECTIONS[section]
        return made

    def _first_title(self, node_id: str) -> str:
        node = self.nodes.get(node_id)
        return node.name().of("ja") if node else self.made[node_id].title if node_id in self.made else node_id


def titles_of(made: Iterable[tuple[str, Made]]) -> dict[str, str]:
    """The ids of nodes that were made for links, under what is noted of them."""
    return {f"{node.section}:{folded(node.title)}": node_id for node_id, node in made}
