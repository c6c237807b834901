"""All there is to tell about a project, in one frozen value, reduced to an audience before any writer sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from oc_strategy.checking import Settings, case_of, check
from oc_strategy.deadlines import Deadline, deadlines
from oc_strategy.lang import text
from oc_strategy.model.audience import rank, reduced
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.graph import Graph
from oc_strategy.model.steering import Option, Project
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Confidentiality, Text
from oc_strategy.model.treatment import Treatment
from oc_strategy.model.vocabulary import Posture, Severity
from oc_strategy.options.shortlist import Laying, Shortlist, lay_out_few
from oc_strategy.portfolio import LoadedProject, seen_by


@dataclass(frozen=True)
class Report:
    """A project as one audience may see it: the graph, the chosen option, the findings, the dates to keep.

    `findings_by_option` has the findings under each option's id. Findings are internal matters: an audience below
    that is told none, so that what is silent cannot betray what is kept.
    """

    project: Project
    graph: Graph
    own: frozenset[str]
    option: Option | None
    findings: tuple[Diagnostic, ...]
    findings_by_option: Mapping[str, tuple[Diagnostic, ...]]
    deadlines: tuple[Deadline, ...]
    audience: Confidentiality
    today: date
    selected: frozenset[str] | None = None
    """The ids that pictures shall show, of those they would; all if None."""
    overlaid: tuple[Option, Option] | None = None
    """The two options that a picture lays over each other; the chosen one and the next if None."""
    laid: Shortlist | Text | None = None
    """The options laid out, or why there are none; None for an audience that is not told."""

    @property
    def shows_findings(self) -> bool:
        """Whether this audience is told what was found."""
        return rank(self.audience) >= rank("internal")

    @property
    def options(self) -> tuple[Option, ...]:
        """The options laid out, the chosen one first."""
        every = self.graph.of(Option)
        return tuple(sorted(every, key=lambda option: (option != self.option, option.id)))

    @property
    def pair(self) -> tuple[Option, Option] | None:
        """The two options that are laid over each other; None where there are no two."""
        first_two = self.options[:2]
        return self.overlaid or ((first_two[0], first_two[1]) if len(first_two) > 1 else None)

    @property
    def gaps(self) -> tuple[Diagnostic, ...]:
        """What needs doing, gravest first: no strengths, nothing merely unanswered, nothing accepted."""
        return tuple(f for f in self.findings if f.is_gap)

    @property
    def strengths(self) -> tuple[Diagnostic, ...]:
        """What is well guarded, and by what."""
        return tuple(f for f in self.findings if f.severity == "good")

    @property
    def unanswered(self) -> tuple[Diagnostic, ...]:
        """What could not be checked for want of data."""
        return tuple(f for f in self.findings if f.is_unanswered)

    def treatment(self, output: Output, option: Option | None = None) -> Treatment | None:
        """What an option (the chosen one if None) does with an output."""
        looked_at = option or self.option
        return looked_at.treatments.get(output.id) if looked_at else None

    def posture(self, output: Output, option: Option | None = None) -> Posture | None:
        """Open, gated or closed under an option; None where nothing is said."""
        treatment = self.treatment(output, option)
        return treatment.posture if treatment else None

    def is_selected(self, node_id: str | None) -> bool:
        """Whether a picture shall show a node."""
        return self.selected is None or node_id in self.selected

    def count(self, severity: Severity) -> int:
        """How many gaps there are of a severity."""
        return sum(1 for gap in self.gaps if gap.severity == severity)


def report(
    loaded: LoadedProject, settings: Settings, audience: Confidentiality, across: Sequence[Diagnostic] = (),
    laying: Laying | None = None,
) -> Report:  # fmt: skip
    """The report on a project for an audience; the checks see all, the report only what the audience may see.

    `across` is what is at odds with other projects, found for the same audience (`conflicts`). With `laying` options
    are laid out, too, which takes seconds; from what the audience sees alone.
    """
    reduction = reduced(loaded.graph.nodes.values(), audience)
    seen = seen_by(loaded, audience)
    graph = seen.graph
    chosen = case_of(loaded, settings).option
    shown = rank(audience) >= rank("internal")
    # Below internal only an option that was named is shown: which one is left alone would tell what was taken out.
    named = settings.option or loaded.project.option
    option = graph.get(chosen.id) if chosen and (shown or chosen.id == named) else None
    by_option = _by_option(loaded, settings, reduction.silent, audience, across) if shown else {}
    own_findings = by_option.get(chosen.id if chosen else "", ()) if shown else ()
    return Report(
        project=seen.project,
        graph=graph,
        own=seen.own,
        option=option if isinstance(option, Option) else None,
        findings=own_findings,
        findings_by_option=MappingProxyType({k: v for k, v in by_option.items() if k in graph.nodes}),
        deadlines=deadlines(graph, settings.facts, settings.today),
        audience=audience,
        today=settings.today,
        laid=lay_out_few(seen, settings, laying) if shown and laying else text("tables.not-laid") if shown else None,
    )


def _by_option(
    loaded: LoadedProject, settings: Settings, silent: frozenset[str], audience: Confidentiality,
    across: Sequence[Diagnostic],
) -> dict[str, tuple[Diagnostic, ...]]:  # fmt: skip
    options = [node.id for node in loaded.graph.of(Option)]
    chosen = case_of(loaded, settings).option
    found = {} if chosen else {"": check(loaded, settings)}
    for option in options:
        found[option] = check(loaded, replace(settings, option=option))
    # What is at odds with other projects was looked for under the option that is looked at.
    mine = chosen.id if chosen else ""
    found[mine] = sorted((*found[mine], *across), key=lambda diagnostic: diagnostic.order)
    return {
        key: tuple(_seen(d, audience) for d in diagnostics if not d.mentions & silent)
        for key, diagnostics in found.items()
    }


def _seen(found: Diagnostic, audience: Confidentiality) -> Diagnostic:
    """A finding without the reason of its exception where that is above the audience."""
    reason = found.excuse.reason if found.excuse else None
    if not found.excuse or not reason or not reason.confidentiality or rank(reason.confidentiality) <= rank(audience):
        return found
    return replace(found, excuse=replace(found.excuse, reason=text("states.withheld")))
