"""A plan written down: as an option with reasons and criteria, and as a decision that is still open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from oc_strategy.checking import Settings, case_of
from oc_strategy.lang import text
from oc_strategy.model.deciding import state_of
from oc_strategy.model.graph import Graph
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Decision, Option
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text, listed
from oc_strategy.model.treatment import Treatment
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.arranging import treatment_for
from oc_strategy.options.criteria_words import said_of
from oc_strategy.options.explaining import Standing, standings
from oc_strategy.options.layout import Layout
from oc_strategy.options.naming import plan_title
from oc_strategy.options.plans import Plan
from oc_strategy.portfolio import LoadedProject
from oc_strategy.yamlediting import Change, Put

OPTIONS_FILE: Final = "options.yaml"
_REASONS: Final = 3
_FIRST: Final = ("title", "option", "treatments")


@dataclass(frozen=True)
class Adoption:
    """What is to be written for a plan: the option, the open decision on it, and the changes of each file."""

    option: Option
    decision: Decision
    changes: Mapping[Path, tuple[Change, ...]]


def adoption(
    loaded: LoadedProject, settings: Settings, layout: Layout, name: str, plan: Plan, option_id: str, title: Text | None
) -> Adoption:
    """A plan of a layout, called `name` there, as an option of an id that no node has yet.

    Treatments that the chosen option has in the same mode stay as they are; the others say which criteria speak for
    and against them. Who decides, and when, is left open.
    """
    present = case_of(loaded, settings).option
    treatments = {
        output.id: _reasoned(loaded, layout, present, output, mode)
        for output, mode in zip(layout.ground.outputs, plan, strict=True)
    }
    note = text("options.adopted-note", day=settings.today.isoformat(), plan=name)
    called = title or plan_title(layout, name, loaded.graph)
    option = Option(id=option_id, title=called, treatments=treatments, note=note)
    decision = _decision(loaded, option)
    file, other = _file_of(loaded, Option), _file_of(loaded, Decision)
    changes: dict[Path, list[Change]] = {}
    changes.setdefault(file or loaded.folder / OPTIONS_FILE, []).append(_put(option))
    changes.setdefault(other or file or loaded.folder / OPTIONS_FILE, []).append(_put(decision))
    return Adoption(option, decision, {path: tuple(those) for path, those in changes.items()})


def _reasoned(loaded: LoadedProject, layout: Layout, present: Option | None, output: Output, mode: Mode) -> Treatment:
    # Nobody has decided this option yet, whoever decided the one that it shares a treatment with.
    undecided = {"decided_by": None, "decided_on": None, "review_by": None}
    treatment = treatment_for(loaded.graph, present, output, mode).model_copy(update=undecided)
    if treatment.reason is not None:
        return treatment
    standing = next(s for s in standings(layout.ground, output.id) if s.mode == mode)
    return treatment.model_copy(
        update={
            "reason": _reason(layout, standing),
            "criteria": tuple(voice.rating.criterion for voice in standing.speaks_for),
            "criteria_against": tuple(voice.rating.criterion for voice in standing.against),
        }
    )


def _reason(layout: Layout, standing: Standing) -> Text | None:
    """What speaks most for it, in words; None where nothing that is known does."""
    criteria = layout.ground.criteria.criteria
    voices = standing.speaks_for[:_REASONS]
    return listed(said_of(criteria[v.rating.criterion], v.rating) for v in voices) if voices else None


def _decision(loaded: LoadedProject, option: Option) -> Decision:
    graph = Graph([*loaded.graph.nodes.values(), option])
    named = (name for treatment in option.treatments.values() for name in treatment.criteria)
    return Decision(
        id=_free(loaded, f"decide-{option.id}"),
        title=text("options.decision-title", option=option.name()),
        option=option.id,
        criteria=tuple(dict.fromkeys(named)),
        digest=state_of(graph, option),
        note=text("options.decision-note"),
    )


def _free(loaded: LoadedProject, wanted: str) -> str:
    """The id wanted, with a number where a node has it already."""
    ids = (wanted[:80], *(f"{wanted[:76]}-{number}" for number in range(2, 1000)))
    return next(node_id for node_id in ids if node_id not in loaded.graph.nodes)


def _file_of(loaded: LoadedProject, kind: type[Node]) -> Path | None:
    """The file in which the project writes nodes of a kind."""
    nodes = [node.id for node in loaded.graph.of(kind) if node.id in loaded.own and node.id in loaded.places]
    chosen = [node_id for node_id in nodes if node_id == loaded.project.option]
    return Path(loaded.places.of((chosen or nodes)[0]).file) if nodes else None


def _put(node: Node) -> Change:
    dumped: dict[str, Any] = node.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"id"})
    keys = sorted(dumped, key=lambda key: _FIRST.index(key) if key in _FIRST else len(_FIRST))
    return Put((node.section, node.id), {key: _written(dumped[key]) for key in keys})


def _written(value: Any) -> Any:
    """A value as people write it: the same words in both languages once, a list of one as that one."""
    if isinstance(value, dict):
        if value.keys() == {"ja", "en"} and value["ja"] == value["en"]:
            return value["en"]
        return {key: _written(item) for key, item in value.items()}
    return [_written(item) for item in value] if isinstance(value, list) else value
