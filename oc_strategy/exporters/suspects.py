"""What asks to be looked at again, as text or data, with the digests of the states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text
from oc_strategy.model.deciding import state_of
from oc_strategy.model.edges import DECIDES
from oc_strategy.model.reviewing import Suspect, suspects
from oc_strategy.model.steering import Decision
from oc_strategy.model.text import Language
from oc_strategy.portfolio import LoadedProject
from oc_strategy.wording import named


def suspects_data(project: LoadedProject) -> list[dict[str, Any]]:
    """Each node of a project that asks: why, by which way, and the digests then and now."""
    asking = [
        {
            "project": project.project.id, "node": suspect.node.id, "path": [node.id for node in suspect.path],
            "changed": suspect.stale.target.id, "by": suspect.stale.stamp.by, "on": str(suspect.stale.stamp.on),
            "then": suspect.stale.stamp.of, "now": suspect.stale.now, "place": str(project.places.of(suspect.node.id)),
        }
        for suspect in _asking(project)
    ]  # fmt: skip
    outdated = [
        {
            "project": project.project.id, "node": decision.id, "path": [decision.id], "changed": option,
            "by": decision.by, "on": str(decision.on) if decision.on else None, "then": decision.digest, "now": now,
            "place": str(project.places.of(decision.id, "digest")),
        }
        for decision, option, now in _outdated(project)
    ]  # fmt: skip
    return [*asking, *outdated]


def suspects_text(projects: Sequence[LoadedProject], language: Language, paint: Paint) -> str:
    """Each node that asks with its reason and place, decisions made on another state among them, in one language."""
    lines = [line for project in projects for line in _lines(project, language, paint)]
    return "\n".join(lines or [text("suspects.none").of(language)]) + "\n"


def _lines(project: LoadedProject, language: Language, paint: Paint) -> Iterator[str]:
    for suspect in _asking(project):
        stale = suspect.stale
        yield paint(clean(f"{project.project.id} / {named(suspect.node).of(language)}"), "bold")
        if len(suspect.path) > 1:
            way = " → ".join(named(node).of(language) for node in suspect.path)
            yield f"  {clean(text('suspects.way', way=way).of(language))}"
        words = text(
            "suspects.changed", target=named(stale.target), by=stale.stamp.by, on=str(stale.stamp.on),
            then=stale.stamp.of, now=stale.now,
        )  # fmt: skip
        yield f"  {clean(words.of(language))}"
        yield paint(f"  {clean(str(project.places.of(suspect.node.id)))}", "dim")
    for decision, option, now in _outdated(project):
        yield paint(clean(f"{project.project.id} / {named(decision).of(language)}"), "bold")
        key = "decided" if decision.digest else "undecided"
        words = text(
            f"suspects.{key}", option=option, now=now, **({"then": decision.digest} if decision.digest else {})
        )
        yield f"  {clean(words.of(language))}"
        yield paint(f"  {clean(str(project.places.of(decision.id, 'digest')))}", "dim")


def _asking(project: LoadedProject) -> Iterator[Suspect]:
    return (suspect for suspect in suspects(project.graph) if suspect.node.id in project.own)


def _outdated(project: LoadedProject) -> Iterator[tuple[Decision, str, str]]:
    """Each decision whose state is not on record or is not the present one, with its option and the digest now."""
    for decision in project.graph.of(Decision):
        option = project.graph.target(decision, DECIDES)
        if option is not None and decision.id in project.own and decision.digest != state_of(project.graph, option):
            yield decision, option.id, state_of(project.graph, option)
