"""Runs rules on a project: findings get places, severities that their facts bear, and whoever answers for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase

from oc_strategy.excusing import STALE, Terms, with_baseline, with_exceptions
from oc_strategy.facts import Fact, Facts
from oc_strategy.model.debt import Key, key_of
from oc_strategy.model.diagnostic import SEVERITIES, Diagnostic, Subject, in_order
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Option
from oc_strategy.model.vocabulary import Severity
from oc_strategy.portfolio import LoadedProject
from oc_strategy.rule import Answer, AskedOf, Case, Rule, Unanswered, Where
from oc_strategy.rules import all_rules
from oc_strategy.telling import broken_off, place_of, told, told_late


@dataclass(frozen=True, slots=True)
class Settings:
    """How to check: the day, the facts, which option (None for the chosen one), severities a portfolio changed.

    `exception_days` is how long an exception may last at most; exceptions and the baseline can be left aside.
    """

    today: date
    facts: Facts
    option: str | None = None
    severities: Mapping[str, Severity] | None = None
    exception_days: int | None = None
    honour_exceptions: bool = True
    honour_baseline: bool = True


def terms_of(settings: Settings) -> Terms:
    """On what terms findings are excused."""
    return Terms(settings.today, settings.exception_days, (settings.severities or {}).get(STALE, "warning"))


def settings_of(settings: Settings, loaded: LoadedProject) -> Settings:
    """The settings for one of many projects: without the option asked for where the project has none of that id."""
    has_it = settings.option is None or isinstance(loaded.graph.get(settings.option), Option)
    return settings if has_it else replace(settings, option=None)


def case_of(loaded: LoadedProject, settings: Settings) -> Case:
    """What the rules are asked on for one project."""
    return Case(loaded.graph, loaded.project, _option(loaded, settings.option), settings.today, settings.facts)


def _option(loaded: LoadedProject, wanted: str | None) -> Option | None:
    node = loaded.graph.get(wanted or loaded.project.option)
    if isinstance(node, Option):
        return node
    options = loaded.graph.of(Option)
    # A project that has laid out one option and chosen none is looked at through that one.
    return options[0] if len(options) == 1 and wanted is None else None


def check(loaded: LoadedProject, settings: Settings, rules: Sequence[Rule] | None = None) -> list[Diagnostic]:
    """All that is wrong, doubtful, unanswered or well guarded in a project, gravest first.

    A text with mistakes gives its mistakes only: rules asked on half a text would mislead.
    """
    if loaded.mistakes:
        return in_order(loaded.mistakes)
    case = case_of(loaded, settings)
    own = [rule for rule in (all_rules() if rules is None else rules) if rule.asked_of == "project"]
    found = [d for rule in own for d in asked(rule, case, loaded, settings)]
    # An exception for the chosen option matches nothing under another one, which is no fault of it.
    is_whole = settings.option in {None, loaded.project.option}
    return in_order(excused(found, loaded, case, settings, "project", is_whole=is_whole))


def excused(
    found: list[Diagnostic], loaded: LoadedProject, case: Case, settings: Settings, asked_of: AskedOf, *, is_whole: bool
) -> list[Diagnostic]:
    """Findings with who answers for them, and what is wrong with the exceptions to these rules and their baseline.

    Where the findings are not the whole of what these rules find, nothing is said to match none of them.
    """
    if not (loaded.exceptions or loaded.baseline):
        return found
    others = frozenset(rule.id for rule in all_rules() if rule.asked_of != asked_of)
    exceptions = tuple(kept for kept in loaded.exceptions if not _is_only_to(kept.record.rule, others))
    baseline = tuple(debt for debt in loaded.baseline if debt.record.rule not in others)
    loaded, terms = replace(loaded, exceptions=exceptions, baseline=baseline), terms_of(settings)
    if settings.honour_exceptions:
        found = with_exceptions(found, loaded, terms, is_whole=is_whole)
    if settings.honour_baseline:
        found = with_baseline(found, loaded, case.option.id if case.option else None, terms)
    return found


def _is_only_to(pattern: str, rules: frozenset[str]) -> bool:
    """Whether a pattern means some of these rules and no other."""
    meant = [rule.id for rule in all_rules() if fnmatchcase(rule.id, pattern)]
    return bool(meant) and rules.issuperset(meant)


def asked(rule: Rule, case: Case, loaded: LoadedProject, settings: Settings) -> list[Diagnostic]:
    """What one rule says of a project, each thing once; whoever answers for it is not asked."""
    first: dict[Key, Diagnostic] = {}
    try:
        for answer in rule.ask(case):
            found = placed(rule, answer, case, loaded, settings)
            first.setdefault(key_of(found), found)
    except Exception as error:  # a crash in one rule is one more finding; the others still speak
        return [crashed(rule, error, loaded)]
    return list(first.values())


def placed(rule: Rule, answer: Answer, case: Case, loaded: LoadedProject, settings: Settings) -> Diagnostic:
    """An answer of a rule about a project as a finding at its place, with the severity that its facts bear."""
    if isinstance(answer, Unanswered):
        return _unanswered(rule, answer, case, loaded)
    overridden = (settings.severities or {}).get(rule.id)
    severity = _borne(overridden or answer.severity or rule.severity, answer.facts)
    # Strengths are mostly counted. A gap whose words cannot be made is a rule that has broken off.
    telling = told_late(rule, answer, loaded) if severity == "good" else told(rule, answer, loaded)
    return Diagnostic(
        code=rule.id, severity=severity, telling=telling, place=place_of(loaded, answer.subject, answer.where),
        project=loaded.project.id, subjects=_subjects(answer.subject, answer.where, answer.others),
        facts=tuple([fact.id for fact in answer.facts]), option=case.option.id if case.option else None,
    )  # fmt: skip


def _unanswered(rule: Rule, answer: Unanswered, case: Case, loaded: LoadedProject) -> Diagnostic:
    return Diagnostic(
        code=rule.id, severity="question", is_unanswered=True, telling=told_late(rule, answer, loaded),
        place=place_of(loaded, answer.subject, answer.missing), project=loaded.project.id,
        subjects=_subjects(answer.subject, answer.missing, answer.others),
        option=case.option.id if case.option else None,
    )  # fmt: skip


def _subjects(subject: Node, where: Where, others: Sequence[Node]) -> tuple[Subject, ...]:
    field = where if where is None or isinstance(where, str) else ".".join(map(str, where)) or None
    return (Subject(subject.id, field), *[Subject(node.id) for node in others])


def _borne(severity: Severity, facts: Sequence[Fact]) -> Severity:
    """The severity that the weakest of the facts bears: unconfirmed or outdated ones only raise a question."""
    if severity == "good" or not facts:
        return severity
    return SEVERITIES[max(SEVERITIES.index(each) for each in (severity, *(fact.strongest for fact in facts)))]


def crashed(rule: Rule, error: Exception, loaded: LoadedProject) -> Diagnostic:
    """The finding that a rule broke off."""
    return Diagnostic(
        code="rule-crashed", severity="error", telling=broken_off(rule, error),
        place=place_of(loaded, loaded.project), project=loaded.project.id,
        subjects=(Subject(loaded.project.id, rule.id),),
    )  # fmt: skip
