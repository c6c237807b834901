"""What is told about a text: where, what is wrong, what to do."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Subject:
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
    message: Text
    remedy: Text
    place: Place
    project: str | None = None
    subjects: tuple[Subject, ...] = ()
    chain: tuple[Evidence, ...] = ()
    facts: tuple[str, ...] = ()
    option: str | None = None
    is_unanswered: bool = False
    state: State = "new"
    excuse: Excuse | None = None
    details: Mapping[str, str] = field(default_factory=dict)

    named: tuple[str, ...] = ()
    """Ids of nodes that the message names besides the subjects and the chain."""

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
        return frozenset((*(s.node for s in self.subjects), *(e.node for e in self.chain), *self.named))

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
