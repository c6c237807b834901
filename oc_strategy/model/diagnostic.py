"""What is told about a text: where, what is wrong, what to do."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import ExceptionStatus, Severity

State = Literal["new", "existing", "accepted", "expired", "unmatched"]
"""Whether anybody answers for it: nobody yet, the baseline (a debt), an exception (a decision), one that ran out; and
what excuses nothing any more."""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "question", "good")
_NOT_DONE = frozenset({"unreadable-file", "rule-crashed"})
_RANKS: Mapping[Severity, int] = {severity: rank for rank, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: path relative to the root, with lines and columns counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Subject(NamedTuple):
    """A node, or one field of it, that something is said about."""

    node: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One link of the chain that proves a finding: a node, and the date or value that counts."""

    node: str
    what: Text
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told of a finding: what is wrong, what to do, and the chain that proves it.

    `named` holds ids of nodes that the message names besides the subjects and the chain.
    """

    message: Text
    remedy: Text
    chain: tuple[Evidence, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def made(self) -> Telling:
        """Itself: it is there."""
        return self


class LateTelling:
    """A telling that is made when somebody first asks for it: most findings are only counted.

    It equals whatever tells the same. Other processes get what was made.
    """

    __slots__ = ("_telling",)

    def __init__(self, make: Callable[[], Telling]) -> None:
        self._telling: Telling | Callable[[], Telling] = make

    @property
    def made(self) -> Telling:
        """What is told."""
        if not isinstance(self._telling, Telling):
            self._telling = self._telling()
        return self._telling

    def __eq__(self, other: object) -> bool:
        return self.made == other.made if isinstance(other, Telling | LateTelling) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.made)

    def __repr__(self) -> str:
        return repr(self.made)

    def __reduce__(self) -> tuple[type[Telling], tuple[object, ...]]:
        made = self.made
        return Telling, (made.message, made.remedy, made.chain, made.named)


@dataclass(frozen=True, slots=True)
class Excuse:
    """The exception that answers for a finding, or did so until it ran out: how, why, who, until when, and where."""

    status: ExceptionStatus
    reason: Text
    owner: str
    until: str
    place: Place
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A mistake in the text, or a finding of a rule, at its place and in both languages."""

    code: str
    severity: Severity
    telling: Telling | LateTelling
    place: Place
    project: str | None = None
    subjects: tuple[Subject, ...] = ()
    facts: tuple[str, ...] = ()
    option: str | None = None
    is_unanswered: bool = False
    state: State = "new"
    excuse: Excuse | None = None
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def message(self) -> Text:
        """What is wrong."""
        return self.telling.made.message

    @property
    def remedy(self) -> Text:
        """What to do."""
        return self.telling.made.remedy

    @property
    def chain(self) -> tuple[Evidence, ...]:
        """What proves it, link by link."""
        return self.telling.made.chain

    @property
    def named(self) -> tuple[str, ...]:
        """Ids of nodes that the message names besides the subjects and the chain."""
        return self.telling.made.named

    @property
    def is_gap(self) -> bool:
        """Whether something is to be done: no strength, nothing merely unanswered, nothing that was accepted."""
        return self.severity != "good" and not self.is_unanswered and self.state != "accepted"

    @property
    def is_open(self) -> bool:
        """Whether it is a gap that nobody knew of or that somebody answers for no longer: what fails a check."""
        return self.is_gap and self.state != "existing"

    @property
    def is_not_done(self) -> bool:
        """Whether it says that something could not be checked at all: the system's fault or ours, not the text's."""
        return self.code in _NOT_DONE

    @property
    def mentions(self) -> frozenset[str]:
        """Every node that this says anything about."""
        told = self.telling.made
        return frozenset((*(s.node for s in self.subjects), *(e.node for e in told.chain), *told.named))

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits of the check and its subjects: the same wherever the lines have moved to."""
        subjects = sorted([f"{s.node}.{s.field or ''}" for s in self.subjects])
        key = "\n".join((self.code, self.project or self.place.file, self.option or "", *subjects))
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def weight(self) -> tuple[int, str, int, int, str]:
        """Sort key for the findings of projects that are in order each: gravest first, then by place."""
        return (_RANKS[self.severity], self.place.file, self.place.line, self.place.column, self.code)

    @property
    def order(self) -> tuple[int, str, int, int, str, str]:
        """Sort key: by weight, then by what nothing but the subjects decides."""
        return (*self.weight, self.fingerprint)


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings sorted by `order`; what only the subjects decide is looked at where others weigh the same."""
    weighing: dict[tuple[int, str, int, int, str], list[Diagnostic]] = defaultdict(list)
    for each in found:
        weighing[each.weight].append(each)
    return [each for weight in sorted(weighing) for each in _by_fingerprint(weighing[weight])]


def _by_fingerprint(found: list[Diagnostic]) -> list[Diagnostic]:
    return sorted(found, key=lambda each: each.fingerprint) if len(found) > 1 else found
