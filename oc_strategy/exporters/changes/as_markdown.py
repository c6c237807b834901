"""What differs as Markdown for a pull request: headlines and findings in view, the fields folded away."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.comparing import Changes, Comparison, FindingChange, Move, NodeChange
from oc_strategy.comparing.move_words import move_words, treatment_words
from oc_strategy.exporters.markdown import code, escaped
from oc_strategy.lang import text
from oc_strategy.model.text import Language, Text
from oc_strategy.tables.changing import (
    SIGNS,
    detail_lines,
    heading,
    node_words,
    output_words,
    severity_words,
    tally_words,
    whose,
)


def changes_markdown(changes: Changes, language: Language) -> str:
    """All that differs, in one language; every text of a project is shown as it stands."""
    lines = [f"## {_of(heading(changes), language)}"]
    if changes.is_empty:
        lines += ["", _of(text("changes.nothing"), language)]
    for comparison in changes.comparisons:
        lines += ["", f"### {_of(whose(comparison), language)}", *_parts(comparison, language)]
    return "\n".join([*lines, "", f"_{_of(text('advice.disclaimer'), language)}_"]) + "\n"


def _of(words: Text, language: Language) -> str:
    return escaped(words.of(language))


def _parts(comparison: Comparison, language: Language) -> Iterator[str]:
    if comparison.moves:
        yield from ("", *_table(("output", "moved", "treatment", "undoing"), language))
        yield from (_move(move, language) for move in comparison.moves)
    if comparison.project:
        yield from ("", _of(tally_words(comparison), language))
    shown = comparison.of("new", "worse", "better", "gone")
    if shown:
        yield from ("", *_table(("outcome", "severity", "rule", "message", "place"), language))
        yield from (_finding(change, language) for change in shown)
    if comparison.nodes:
        count = text("changes.nodes", count=len(comparison.nodes))
        yield from ("", "<details>", f"<summary>{count.of(language)}</summary>", "")
        for change in comparison.nodes:
            yield from _node(change, language)
        yield from ("", "</details>")


def _table(columns: tuple[str, ...], language: Language) -> list[str]:
    heads = [_of(text(f"tables.columns.{column}"), language) for column in columns]
    return [_row(heads), _row(["---"] * len(heads))]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _move(move: Move, language: Language) -> str:
    modes = text("changes.from-to", before=treatment_words(move.before), after=treatment_words(move.after))
    undoing = text(f"changes.gravity.{move.gravity}")
    return _row(
        [_of(output_words(move), language), f"**{_of(move_words(move), language)}**", _of(modes, language),
         _of(undoing, language)]
    )  # fmt: skip


def _finding(change: FindingChange, language: Language) -> str:
    found = change.finding
    outcome = text(f"changes.outcomes.{change.outcome}")
    place = code(str(found.place)) if change.after is not None else ""
    return _row(
        [f"{escaped(SIGNS[change.outcome])} {_of(outcome, language)}", _of(severity_words(change), language),
         code(found.code), _of(found.message, language), place]
    )  # fmt: skip


def _node(change: NodeChange, language: Language) -> Iterator[str]:
    yield f"- {escaped(SIGNS[change.kind])} {_of(node_words(change), language)}"
    for kind, words in detail_lines(change):
        yield f"  - {escaped(SIGNS[kind])} {_of(words, language)}"
