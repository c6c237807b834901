"""The shape of a rule: what it is asked on, what it yields, and what it says about itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal, TypeVar

from oc_strategy.facts import Fact, Facts
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import Path
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Option, Project
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.treatment import Treatment
from oc_strategy.model.vocabulary import Posture, Severity
from oc_strategy.wording import named

N = TypeVar("N", bound=Node)
Where = str | Path | None
"""A field of a node, or a path of fields and indexes below it."""
Value = Text | Date | date | Node | Sequence[Node] | str | int | float


@dataclass(frozen=True)
class Case:
    """What a rule is asked on: a project's graph, the option looked at, the day, and the facts of law and policy."""

    graph: Graph
    project: Project
    option: Option | None
    today: date
    facts: Facts

    @cached_property
    def now(self) -> Date:
        """Today as a date to compare with."""
        return Date.day(self.today)

    def treatment(self, output: Output) -> Treatment | None:
        """What the option does with an output."""
        return self.option.treatments.get(output.id) if self.option else None

    def posture(self, output: Output) -> Posture | None:
        """Open, gated or closed in the option; None where nothing is said."""
        return self._postures.get(output.id)

    @cached_property
    def _postures(self) -> Mapping[str, Posture | None]:
        # Dozens of checks ask it of every output.
        return {i: treatment.posture for i, treatment in self.option.treatments.items()} if self.option else {}

    def outputs(self, *postures: Posture) -> tuple[Output, ...]:
        """The outputs that the option treats in one of these ways."""
        return tuple([output for output, posture in self._treated if posture in postures])

    @cached_property
    def _treated(self) -> list[tuple[Output, Posture | None]]:
        return [(output, self.posture(output)) for output in self.graph.of(Output)]


@dataclass(frozen=True, slots=True)
class Part:
    """One project of a portfolio: what rules are asked on for it, and which of the nodes are its own."""

    case: Case
    own: frozenset[str]

    @property
    def id(self) -> str:
        """The project's id."""
        return self.case.project.id

    @property
    def name(self) -> Text:
        """The project's title with its id, or the id alone where the title may not be seen."""
        node = self.case.graph.get(self.id)
        return named(node) if node else Text.plain(self.id)

    def of(self, kind: type[N]) -> tuple[N, ...]:
        """The project's own nodes of a kind, sorted by id."""
        return tuple(node for node in self.case.graph.of(kind) if node.id in self.own)

    def reference(self, node_id: str) -> str:
        """How other projects name what this one calls by an id."""
        return f"{self.id}/{node_id}" if node_id in self.own else node_id

    def seen(self, node: N) -> N:
        """A node under the name that other projects have for it."""
        return node.model_copy(update={"id": self.reference(node.id)})


@dataclass(frozen=True)
class PortfolioCase:
    """What a rule is asked on that looks at several projects: each of them, and what was said of the shared nodes.

    `claims` has for each id of the catalog what the catalog says (as `catalog/id`) and what projects say (as
    `project/id`). All is reduced to one audience. A finding has its nodes under these names; its subject is one of
    a project's.
    """

    parts: tuple[Part, ...]
    claims: Mapping[str, tuple[Node, ...]]
    today: date
    facts: Facts

    @cached_property
    def now(self) -> Date:
        """Today as a date to compare with."""
        return Date.day(self.today)


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain of evidence: a node, and the field of it whose value counts."""

    node: Node
    where: Where = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, symbolically: about which node (and where below it), with which others, from which chain.

    `values` fill the rule's message; a node among them is shown by its name. `severity` replaces the rule's own,
    `message` too. The engine lowers the severity where a fact does not bear it.
    """

    subject: Node
    where: Where = None
    values: Mapping[str, Value] = field(default_factory=dict)
    others: tuple[Node, ...] = ()
    chain: tuple[Step, ...] = ()
    facts: tuple[Fact, ...] = ()
    severity: Severity | None = None
    message: Text | None = None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The rule could not be answered about a node, because this field of it is unknown."""

    subject: Node
    missing: str
    others: tuple[Node, ...] = ()


Answer = Finding | Unanswered
AskedOf = Literal["project", "portfolio"]
Ask = Callable[[Any], Iterator[Answer]]
"""A rule's function: takes a `Case`, or a `PortfolioCase` where it is asked of a portfolio."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a rule rests on: topics of the facts store, sections of `practice` and ids of historic cases, sources."""

    facts: tuple[str, ...] = ()
    practice: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One gap check. `fires` and `silent` are YAML examples; `# <- rule-id` marks the lines that must be found."""

    id: str
    theme: str
    severity: Severity
    question: Text
    message: Text
    remedy: Text
    why: Text
    basis: Basis
    fires: str
    silent: str
    as_of: date
    ask: Ask
    asked_of: AskedOf = "project"


def rule(
    *, severity: Severity, question: Text, message: Text, remedy: Text, why: Text, basis: Basis, fires: str,
    silent: str, as_of: str = "2026-04-01", asked_of: AskedOf = "project",
) -> Callable[[Ask], Rule]:  # fmt: skip
    """Make a function a rule; its name is the rule's id, its package the theme.

    The examples of a rule that is asked of a portfolio hold several files, each below a line `# path/name.yaml`.
    """

    def made(ask: Ask) -> Rule:
        return Rule(
            id=ask.__name__.replace("_", "-"), theme=ask.__module__.split(".")[-2].replace("_", "-"),
            severity=severity, question=question, message=message, remedy=remedy, why=why, basis=basis,
            fires=fires, silent=silent, as_of=date.fromisoformat(as_of), ask=ask, asked_of=asked_of,
        )  # fmt: skip

    return made
