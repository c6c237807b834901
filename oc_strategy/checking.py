"""Runs rules on a project: findings get places, severities that their facts bear, and whoever answers for them."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path as FilePath

from oc_strategy.excusing import STALE, Terms, with_baseline, with_exceptions
from oc_strategy.facts import Fact, Facts
from oc_strategy.lang import field_label, text
from oc_strategy.model.debt import Key, key_of
from oc_strategy.model.diagnostic import SEVERITIES, Diagnostic, Evidence, Place, Subject
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Option
from oc_strategy.model.text import Text, in_each
from oc_strategy.model.vocabulary import Severity
from oc_strategy.portfolio import LoadedProject
from oc_strategy.rule import Answer, AskedOf, Case, Finding, Rule, Step, Unanswered, Value, Where
from oc_strategy.rules import all_rules
from oc_strategy.wording import named, said, shown


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
        return sorted(loaded.mistakes, key=lambda d: d.order)
    case = case_of(loaded, settings)
    own = [rule for rule in (all_rules() if rules is None else rules) if rule.asked_of == "project"]
    found = [d for rule in own for d in asked(rule, case, loaded, settings)]
    # An exception for the chosen option matches nothing under another one, which is no fault of it.
    is_whole = settings.option in {None, loaded.project.option}
    return sorted(excused(found, loaded, case, settings, "project", is_whole=is_whole), key=lambda d: d.order)


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
    try:
        found = [placed(rule, answer, case, loaded, settings) for answer in rule.ask(case)]
    except Exception as error:  # a crash in one rule is one more finding; the others still speak
        return [crashed(rule, error, loaded)]
    first: dict[Key, Diagnostic] = {}
    for diagnostic in found:
        first.setdefault(key_of(diagnostic), diagnostic)
    return list(first.values())


def placed(rule: Rule, answer: Answer, case: Case, loaded: LoadedProject, settings: Settings) -> Diagnostic:
    """An answer of a rule about a project as a finding with its places, and the severity that its facts bear."""
    if isinstance(answer, Unanswered):
        return _unanswered(rule, answer, case, loaded)
    overridden = (settings.severities or {}).get(rule.id)
    severity = _borne(overridden or answer.severity or rule.severity, answer.facts)
    ja, en = in_each({key: shown(value) for key, value in answer.values.items()})
    return Diagnostic(
        code=rule.id, severity=severity,
        message=(answer.message or rule.message).filled(ja, en),
        remedy=rule.remedy.filled(ja, en),
        place=_place(loaded, answer.subject, answer.where),
        project=loaded.project.id, subjects=_subjects(answer),
        chain=tuple(e for step in answer.chain if (e := _evidence(step, loaded))),
        facts=tuple(fact.id for fact in answer.facts), option=case.option.id if case.option else None,
        named=tuple(sorted(_named_in(answer.values))),
    )  # fmt: skip


def _unanswered(rule: Rule, answer: Unanswered, case: Case, loaded: LoadedProject) -> Diagnostic:
    field = field_label(answer.subject.section, answer.missing)
    ja, en = in_each({"question": rule.question, "node": named(answer.subject), "field": field})
    return Diagnostic(
        code=rule.id, severity="question", is_unanswered=True,
        message=text("checks.unanswered").filled(ja, en),
        remedy=text("checks.unanswered-remedy").filled(ja, en),
        place=_place(loaded, answer.subject, answer.missing), project=loaded.project.id,
        subjects=(Subject(answer.subject.id, answer.missing), *(Subject(n.id) for n in answer.others)),
        option=case.option.id if case.option else None,
    )  # fmt: skip


def _subjects(finding: Finding) -> tuple[Subject, ...]:
    where = finding.where
    field = where if isinstance(where, str) else ".".join(str(step) for step in where or ()) or None
    return (Subject(finding.subject.id, field), *(Subject(node.id) for node in finding.others))


def _borne(severity: Severity, facts: Sequence[Fact]) -> Severity:
    """The severity that the weakest of the facts bears: unconfirmed or outdated ones only raise a question."""
    if severity == "good" or not facts:
        return severity
    return SEVERITIES[max(SEVERITIES.index(each) for each in (severity, *(fact.strongest for fact in facts)))]


def crashed(rule: Rule, error: Exception, loaded: LoadedProject) -> Diagnostic:
    """The finding that a rule broke off."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{FilePath(frame.filename).name}:{frame.lineno}"
    problem = f"{type(error).__name__}: {error} ({where})"
    return Diagnostic(
        code="rule-crashed", severity="error", message=text("checks.crashed", rule=rule.id, problem=problem),
        remedy=text("checks.crashed-remedy"), place=_place(loaded, loaded.project, None),
        project=loaded.project.id, subjects=(Subject(loaded.project.id, rule.id),),
    )  # fmt: skip


def _place(loaded: LoadedProject, node: Node, where: Where) -> Place:
    return loaded.places.find(node.id, where) or loaded.places.find(loaded.project.id) or Place("project.yaml")


def _named_in(values: Mapping[str, Value]) -> set[str]:
    listed = [v if isinstance(v, Sequence) and not isinstance(v, str) else (v,) for v in values.values()]
    return {node.id for nodes in listed for node in nodes if isinstance(node, Node)}


def _evidence(step: Step, loaded: LoadedProject) -> Evidence | None:
    place = _place(loaded, step.node, step.where)
    if step.where is None:
        return Evidence(step.node.id, named(step.node), place)
    words = said(step.node, step.where)
    if words is None:
        return None
    name = named(step.node)
    both = Text(f"{name.of('ja')} — {words.of('ja')}", f"{name.of('en')} — {words.of('en')}")
    return Evidence(step.node.id, both, place)
