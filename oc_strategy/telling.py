"""What an answer of a rule tells: its words in both languages, and its chain with each link at its place."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from oc_strategy.lang import field_label, text
from oc_strategy.model.diagnostic import Evidence, LateTelling, Place, Telling
from oc_strategy.model.node import Node
from oc_strategy.model.text import Text, in_each
from oc_strategy.portfolio import LoadedProject
from oc_strategy.rule import Answer, Rule, Step, Unanswered, Value, Where
from oc_strategy.wording import named, said, shown


def told(rule: Rule, answer: Answer, loaded: LoadedProject) -> Telling:
    """What an answer of a rule about a project tells."""
    if isinstance(answer, Unanswered):
        return _left_open(rule, answer)
    ja, en = in_each({key: shown(value) for key, value in answer.values.items()})
    return Telling(
        message=(answer.message or rule.message).filled(ja, en),
        remedy=rule.remedy.filled(ja, en),
        chain=tuple(e for step in answer.chain if (e := _evidence(step, loaded))),
        named=tuple(sorted({node.id for node in _named_in(answer.values)})),
    )


def told_late(rule: Rule, answer: Answer, loaded: LoadedProject) -> LateTelling:
    """The same, made when somebody first asks; if that breaks off, this is what is told."""
    return LateTelling(partial(_told_safely, rule, answer, loaded))


def _told_safely(rule: Rule, answer: Answer, loaded: LoadedProject) -> Telling:
    try:
        return told(rule, answer, loaded)
    except Exception as error:  # too late for one more finding; the others still speak
        return broken_off(rule, error)


def broken_off(rule: Rule, error: Exception) -> Telling:
    """That a rule broke off, and where."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    problem = f"{type(error).__name__}: {error} ({where})"
    return Telling(text("checks.crashed", rule=rule.id, problem=problem), text("checks.crashed-remedy"))


def place_of(loaded: LoadedProject, node: Node, where: Where = None) -> Place:
    """Where a node, or what is below it, stands; where the project does, if the node stands nowhere."""
    return loaded.places.find(node.id, where) or loaded.places.find(loaded.project.id) or Place("project.yaml")


def _left_open(rule: Rule, answer: Unanswered) -> Telling:
    field = field_label(answer.subject.section, answer.missing)
    ja, en = in_each({"question": rule.question, "node": named(answer.subject), "field": field})
    return Telling(text("checks.unanswered").filled(ja, en), text("checks.unanswered-remedy").filled(ja, en))


def _named_in(values: Mapping[str, Value]) -> Iterator[Node]:
    for value in values.values():
        listed = value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)
        yield from (node for node in listed if isinstance(node, Node))


def _evidence(step: Step, loaded: LoadedProject) -> Evidence | None:
    place = place_of(loaded, step.node, step.where)
    if step.where is None:
        return Evidence(step.node.id, named(step.node), place)
    words = said(step.node, step.where)
    if words is None:
        return None
    name = named(step.node)
    both = Text(f"{name.of('ja')} — {words.of('ja')}", f"{name.of('en')} — {words.of('en')}")
    return Evidence(step.node.id, both, place)
