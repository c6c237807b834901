"""What differs between two states, in words: projects, moves, nodes, fields, findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.comparing import Changes, Comparison, FieldChange, FindingChange, Kind, Move, NodeChange, Outcome
from oc_strategy.comparing.move_words import treatment_words
from oc_strategy.lang import text, word
from oc_strategy.model.text import Text
from oc_strategy.wording import kind_of, named

SIGNS: Final[dict[str, str]] = {
    "added": "+", "removed": "-", "changed": "~",
    "new": "+", "gone": "-", "worse": "▲", "better": "▽", "same": "=",
}  # fmt: skip
"""One sign for each thing that can happen, so that nothing is told by colour alone."""


def heading(changes: Changes) -> Text:
    """From when to when, seen from which day."""
    return text("changes.heading", before=changes.before, after=changes.after, day=changes.today.isoformat())


def whose(comparison: Comparison) -> Text:
    """The project, or the catalog, and whether it is new or gone."""
    name = named(comparison.project) if comparison.project else text("changes.catalog")
    return name if comparison.kind == "changed" else text(f"changes.project-{comparison.kind}", project=name)


def tally_words(comparison: Comparison) -> Text:
    """How many findings are new, worse, better, gone and the same; that none were made where that is so."""
    if comparison.findings is None:
        return text("changes.unchecked")
    outcomes: tuple[Outcome, ...] = ("new", "worse", "better", "gone", "same")
    counts = {outcome: len(comparison.of(outcome)) for outcome in outcomes}
    return text("changes.tally", **counts)


def how_words(move: Move) -> Text:
    """From which treatment to which, in which option."""
    modes = text("changes.from-to", before=treatment_words(move.before), after=treatment_words(move.after))
    return text("changes.how", modes=modes, option=move.option.name())


def is_good(change: FindingChange) -> bool:
    """Whether what happened is welcome: a gap that is gone or milder, a strength that came."""
    came = change.outcome in {"new", "worse"}
    return came if change.finding.severity == "good" else not came


def output_words(move: Move) -> Text:
    """The output that moved."""
    return Text.plain(move.output) if isinstance(move.output, str) else named(move.output)


def node_words(change: NodeChange) -> Text:
    """The node by its kind, name and id, and its former id."""
    words = text("changes.node", kind=kind_of(change.node), node=named(change.node))
    return text("changes.renamed", node=words, former=change.former_id) if change.former_id else words


def field_words(change: FieldChange) -> Text:
    """The field, what stood there and what stands there; a change in one language is told in both."""
    before, after = change.before, change.after
    if before is None or after is None:
        return text("changes.said", label=change.label, value=after or before)
    moved = text("changes.from-to", before=before, after=after)
    other = {"ja": moved.en, "en": moved.ja}
    values = Text.each(lambda lang: (moved.of(lang) if before.of(lang) != after.of(lang) else other[lang]) or "")
    return text("changes.said", label=change.label, value=values)


def detail_lines(change: NodeChange) -> Iterator[tuple[Kind, Text]]:
    """Each field and link of a changed node that differs, with what happened to it."""
    if change.kind == "changed":
        yield from ((field.kind, field_words(field)) for field in change.fields)
        yield from ((link.kind, link.words) for link in change.links)


def severity_words(change: FindingChange) -> Text:
    """The severity of a finding, or from which to which it went."""
    now = word("Severity", change.finding.severity)
    if change.before is None or change.after is None or change.outcome == "same":
        return now
    return text("changes.from-to", before=word("Severity", change.before.severity), after=now)
