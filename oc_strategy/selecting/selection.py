"""What a command was asked to look at: selected, less what is excluded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Final

from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.graph import Graph
from oc_strategy.selecting.choosing import Scope, chosen, met, unmatched
from oc_strategy.selecting.grammar import FOR_FINDINGS, Selector, Term

ALWAYS_TOLD: Final = frozenset({"rule-crashed"})
"""Findings of the engine that nobody may pass over."""


@dataclass(frozen=True)
class Selection:
    """What is selected (everything if None), what is excluded from it, and what changed, by project (`""`: catalog)."""

    select: Selector | None = None
    exclude: Selector | None = None
    modified: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self.select is None and self.exclude is None

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term of both."""
        return tuple(term for selector in (self.select, self.exclude) if selector for term in selector.terms)

    def scope(self, project: str, graph: Graph, own: frozenset[str]) -> Scope:
        """One project as this selection sees it."""
        foreign = (f"{name}/{i}" for name, ids in self.modified.items() if name not in {"", project} for i in ids)
        changed = {*self.modified.get(project, ()), *(self.modified.get("", frozenset()) - own), *foreign}
        return Scope(project, graph, own, frozenset(changed))

    def nodes(self, scope: Scope) -> frozenset[str]:
        """The ids of a project's nodes that are selected, nodes it refers to included."""
        selected = chosen(self.select, scope) if self.select else frozenset(scope.graph.nodes)
        return selected - chosen(self.exclude, scope) if self.exclude else selected

    def unmatched(self, scope: Scope) -> frozenset[Term]:
        """The terms that name something which this project does not have."""
        return frozenset(t for s in (self.select, self.exclude) if s for t in unmatched(s, scope))

    def findings(
        self, found: Iterable[Diagnostic], scope: Scope, theme_of: Callable[[str], str | None]
    ) -> list[Diagnostic]:
        """The findings about what is selected, less those about what is excluded.

        A finding is about all of its subjects. Mistakes in the text and checks that broke off are never left out.
        """
        asked = _About(scope, theme_of)
        return [
            d for d in found
            if d.project is None or d.code in ALWAYS_TOLD
            or ((self.select is None or asked(self.select, d)) and not (self.exclude and asked(self.exclude, d)))
        ]  # fmt: skip


class _About:
    """Whether findings are about what selectors choose; what each term chooses is worked out once."""

    def __init__(self, scope: Scope, theme_of: Callable[[str], str | None]) -> None:
        self._scope, self._theme_of = scope, theme_of
        self._met: dict[tuple[Term, ...], frozenset[str]] = {}

    def __call__(self, selector: Selector, found: Diagnostic) -> bool:
        return any(self._all(together, found) for together in selector.alternatives)

    def _all(self, together: tuple[Term, ...], found: Diagnostic) -> bool:
        asked = [term for term in together if term.method in FOR_FINDINGS]
        if not all(self._is_of(term, found) for term in asked):
            return False
        return len(asked) == len(together) or any(s.node in self._nodes(together) for s in found.subjects)

    def _is_of(self, term: Term, found: Diagnostic) -> bool:
        name = found.code if term.method == "rule" else self._theme_of(found.code)
        return name is not None and fnmatchcase(name, term.word)

    def _nodes(self, together: tuple[Term, ...]) -> frozenset[str]:
        if together not in self._met:
            sets = [met(term, self._scope) for term in together if term.method not in FOR_FINDINGS]
            self._met[together] = frozenset.intersection(*sets)
        return self._met[together]
