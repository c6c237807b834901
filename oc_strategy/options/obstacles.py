"""What forbids a mode for an output: the project's own checks, asked about an option that nobody chose yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from oc_strategy.checking import Settings, case_of, check
from oc_strategy.criteria import ALL_MODES
from oc_strategy.lang import text, word
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.disclosure import reveals
from oc_strategy.model.edges import COVERS
from oc_strategy.model.graph import Graph
from oc_strategy.model.guarding import live_patents
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Mode, OutputKind
from oc_strategy.options.arranging import treatment_for
from oc_strategy.portfolio import LoadedProject
from oc_strategy.rule import Case
from oc_strategy.wording import named

FOLLOW_UPS: Final = frozenset({"open-without-terms", "treatment-without-owner"})
"""Checks that ask for a deed after the choice, such as writing terms or naming who decides; no mode avoids them."""
WHOLE_PLAN: Final = frozenset({"nothing-closed"})
"""Checks that look at all treatments together; they are demands on the plan, not obstacles to one output."""
PATENT_MODES: Final[tuple[Mode, ...]] = ("patent-exclusive", "patent-license", "patent-free")
WORKS: Final[frozenset[OutputKind]] = frozenset({"software", "ai-model", "data", "interface", "protocol"})
"""Kinds that are, or are written down as, works that an open-source licence can be put on."""
TRIAL: Final = "option-on-trial"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why an output cannot be treated in a mode: in words, and by which check (None for a fact of the output)."""

    message: Text
    rule: str | None = None
    finding: Diagnostic | None = None


Obstacles = Mapping[str, Mapping[Mode, tuple[Obstacle, ...]]]


def obstacles(loaded: LoadedProject, settings: Settings, outputs: Sequence[Output]) -> Obstacles:
    """For each output the modes that cannot be taken, and why.

    A mode is forbidden where it raises an error that another mode for the same output would not raise. Where every
    mode raises some, those with the fewest stay possible: the error cannot be avoided by a treatment then.
    """
    found: dict[str, dict[Mode, list[Obstacle]]] = {output.id: defaultdict(list) for output in outputs}
    raised = {mode: _raised_by(loaded, settings, outputs, mode) for mode in ALL_MODES}
    for output in outputs:
        for mode in ALL_MODES:
            for key, diagnostic in raised[mode].get(output.id, {}).items():
                if any(key not in raised[other].get(output.id, {}) for other in ALL_MODES):
                    found[output.id][mode].append(Obstacle(_untried(diagnostic.message), diagnostic.code, diagnostic))
    case = case_of(loaded, settings)
    for output in outputs:
        for mode in PATENT_MODES:
            found[output.id][mode] += _too_late_to_patent(case, output)
        if output.kind and output.kind not in WORKS:
            words = text("options.not-a-work", output=named(output), kind=word("OutputKind", output.kind))
            found[output.id]["open-source"].append(Obstacle(words))
    return {output_id: _avoidable(by_mode) for output_id, by_mode in found.items()}


def errors_of(loaded: LoadedProject, settings: Settings, option: Option) -> list[Diagnostic]:
    """The errors that the checks find under an option that need not stand in the text, follow-ups left out."""
    graph = Graph([*(node for node in loaded.graph.nodes.values() if node.id != option.id), option])
    found = check(replace(loaded, graph=graph), replace(settings, option=option.id))
    return [d for d in found if d.severity == "error" and d.state == "new" and d.code not in FOLLOW_UPS]


Key = tuple[str, str, str]


def _raised_by(
    loaded: LoadedProject, settings: Settings, outputs: Sequence[Output], mode: Mode
) -> dict[str, dict[Key, Diagnostic]]:
    """The errors for each output when all outputs are treated in one mode, by check and subject."""
    by_output: dict[str, dict[Key, Diagnostic]] = defaultdict(dict)
    doubtful: dict[str, list[Diagnostic]] = defaultdict(list)
    ids = {output.id for output in outputs}
    for diagnostic in errors_of(loaded, settings, _trial(loaded, settings, outputs, mode)):
        about = concerned(diagnostic, ids)
        for output_id in about if diagnostic.code not in WHOLE_PLAN else ():
            if len(about) == 1:
                by_output[output_id][key_of(diagnostic)] = diagnostic
            else:
                doubtful[output_id].append(diagnostic)
    for output_id, diagnostics in doubtful.items():
        # Several outputs are named: each is tried alone to see whether it is to blame.
        alone = [output for output in outputs if output.id == output_id]
        raised = {key_of(d) for d in errors_of(loaded, settings, _trial(loaded, settings, alone, mode))}
        by_output[output_id].update({key_of(d): d for d in diagnostics if key_of(d) in raised})
    return by_output


def _trial(loaded: LoadedProject, settings: Settings, outputs: Iterable[Output], mode: Mode) -> Option:
    present = case_of(loaded, settings).option
    label = word("Mode", mode)
    treatments = {output.id: treatment_for(loaded.graph, present, output, mode) for output in outputs}
    return Option(id=TRIAL, title=text("options.on-trial", mode=label), treatments=treatments)


def _untried(message: Text) -> Text:
    """What is said of the option on trial without its id, which nobody could look up."""
    return Text.each(lambda language: message.of(language).replace(f" [{TRIAL}]", ""))


def concerned(diagnostic: Diagnostic, ids: set[str]) -> set[str]:
    """The outputs an error speaks of: the one whose treatment it points at, else all that it mentions."""
    fields = [subject.field or "" for subject in diagnostic.subjects if subject.node == TRIAL]
    pointed = {field.split(".")[1] for field in fields if field.startswith("treatments.")}
    return (pointed or set(diagnostic.mentions)) & ids


def key_of(diagnostic: Diagnostic) -> Key:
    """What is the same of an error under several options: the check and what it is about."""
    first = diagnostic.subjects[0] if diagnostic.subjects else None
    others = " ".join(sorted(subject.node for subject in diagnostic.subjects[1:]))
    return diagnostic.code, f"{first.node}.{first.field or ''}" if first else "", others


def _too_late_to_patent(case: Case, output: Output) -> list[Obstacle]:
    """A family that is over gives nothing any more; what is long public without one cannot be patented (F1.30-36)."""
    families = case.graph.sources(output, COVERS)
    if families:
        is_over = not live_patents(case.graph, output, case.now)
        return [Obstacle(text("options.patents-over", output=named(output)))] if is_over else []
    longest = max((f.number for f in case.facts.every("grace-period", aspect="window", right="patent")), default=12)
    for reveal in reveals(case.graph, output):
        if reveal.on and reveal.on.plus_months(longest).certainly_before(case.now):
            words = text("options.public-unfiled", output=named(output), by=named(reveal.by), on=str(reveal.on))
            return [Obstacle(words)]
    return []


def _avoidable(by_mode: Mapping[Mode, list[Obstacle]]) -> dict[Mode, tuple[Obstacle, ...]]:
    counts = {mode: len(by_mode.get(mode, ())) for mode in ALL_MODES}
    fewest = min(counts.values())
    return {mode: tuple(by_mode[mode]) for mode in ALL_MODES if counts[mode] > fewest}
