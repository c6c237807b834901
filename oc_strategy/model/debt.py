"""What was found before a baseline was drawn, by check and subjects, so that only what is new fails."""

from __future__ import annotations

from oc_strategy.model.diagnostic import Diagnostic, Subject
from oc_strategy.model.node import Id, Record, Ref, Words
from oc_strategy.model.vocabulary import Severity

Key = tuple[str, str | None, str | None, tuple[tuple[str, str], ...]]


class KnownSubject(Record):
    """A node, or a field of it: a name, or the steps that lead to it."""

    node: Ref
    field: Words = ()


class KnownFinding(Record):
    """A finding of the baseline. Every id in it is a plain value of its own; no line and no title is kept."""

    rule: Id
    project: Id
    option: Ref | None = None
    severity: Severity
    subjects: tuple[KnownSubject, ...]

    @property
    def key(self) -> Key:
        """What makes it the same finding as another."""
        return (self.rule, self.project, self.option, _key_of([(s.node, ".".join(s.field)) for s in self.subjects]))


def known(found: Diagnostic) -> KnownFinding:
    """A finding as the baseline keeps it."""
    subjects = sorted(found.subjects, key=lambda subject: (subject.node, subject.field or ""))
    return KnownFinding(
        rule=found.code,
        project=found.project or "",
        option=found.option,
        severity=found.severity,
        subjects=tuple(map(_known_subject, subjects)),
    )


def _known_subject(subject: Subject) -> KnownSubject:
    return KnownSubject(node=subject.node, field=tuple((subject.field or "").split(".")) if subject.field else ())


def key_of(found: Diagnostic) -> Key:
    """The key under which the baseline would have a finding."""
    return (found.code, found.project, found.option, _key_of([(s.node, s.field or "") for s in found.subjects]))


def _key_of(subjects: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(subjects))
