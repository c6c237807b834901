"""A view as a Mermaid flowchart, a time axis as a Mermaid gantt, for pages that draw Mermaid themselves."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby

from oc_strategy.exporters.diagrams.axis import bounds, is_milestone
from oc_strategy.exporters.diagrams.labels import full_width, mermaid_quoted, wrapped
from oc_strategy.exporters.diagrams.legend import lines_in, look_name, looks_in
from oc_strategy.exporters.diagrams.palette import INK, STYLES
from oc_strategy.exporters.diagrams.words import box_words, drawn_arrows, empty_note, heading, hidden_note, signed
from oc_strategy.lang import text
from oc_strategy.model.text import Language
from oc_strategy.views.view import Box, Diagram, Line, Look, Span, Timeline, View

MOST_ARROWS = 200
"""Mermaid refuses more than 500 edges and 50,000 characters, and a page cannot raise that limit."""

_SHAPES: dict[Look, tuple[str, str]] = {
    "open": ("(", ")"),
    "closed": ("[[", "]]"),
    "undecided": ("(", ")"),
    "standard": ("{{", "}}"),
    "market": ("([", "])"),
    "party": ("[(", ")]"),
    "license": (">", "]"),
    "added": ("(", ")"),
    "changed": ("{{", "}}"),
}
_LINES: dict[Line, str] = {
    "plain": "-->", "strong": "==>", "dashed": "-.->", "dotted": "-.-", "added": "==>", "removed": "-.->",
}  # fmt: skip
_DASHES = {"dashed": ",stroke-dasharray:5 3", "dotted": ",stroke-dasharray:2 3"}


def mermaid_source(diagram: Diagram, language: Language) -> str:
    """The Mermaid text; ids are n0, n1, ..., and no label can end its quotes, open a directive or a click."""
    if isinstance(diagram, Timeline):
        return _gantt(diagram, language)
    title = full_width(heading(diagram, language))
    lines = ["---", f'title: "{title}"', "---", "flowchart TB", *_body(diagram, language)]
    return "\n".join([*lines, ""])


def _body(view: View, language: Language) -> list[str]:
    if not view.boxes:
        return [f"  n0[{mermaid_quoted(wrapped(empty_note(view, language), 40))}]"]
    grouped = {group.id for group in view.groups}
    free = [_box(n, box, language) for n, box in enumerate(view.boxes) if box.group not in grouped]
    groups = [line for n in range(len(view.groups)) for line in _group(n, view, language)]
    return [
        *groups,
        *free,
        *_arrows(view, language),
        *_notes(view, language),
        *_legend(view, language),
        *_classes(view),
    ]


def _group(number: int, view: View, language: Language) -> list[str]:
    group = view.groups[number]
    boxes = [_box(n, box, language) for n, box in enumerate(view.boxes) if box.group == group.id]
    opening = f"  subgraph g{number}[{mermaid_quoted(wrapped(group.title.of(language), 60))}]"
    return [opening, *boxes, "  end"] if boxes else []


def _box(number: int, box: Box, language: Language) -> str:
    focus = ":::focus" if box.is_focus else ""
    return f"    n{number}{_shaped(wrapped(box_words(box, language)), box.look)}{focus}"


def _shaped(words: str, look: Look) -> str:
    before, after = _SHAPES.get(look, ("[", "]"))
    return f"{before}{mermaid_quoted(words)}{after}"


def _arrows(view: View, language: Language) -> list[str]:
    statements = []
    for source, target, number in drawn_arrows(view)[:MOST_ARROWS]:
        arrow = view.arrows[number]
        words = wrapped(arrow.label.of(language), 24) if arrow.label else ""
        label = f"|{mermaid_quoted(words)}|" if words else ""
        statements.append(f"  n{source} {_LINES[arrow.line]}{label} n{target}")
    return statements


def _notes(view: View, language: Language) -> list[str]:
    cut = len(drawn_arrows(view)) - MOST_ARROWS
    notes = [hidden_note(view, language), text("diagrams.hidden_mermaid", arrows=cut).of(language) if cut > 0 else ""]
    return [f"  t{number}[{mermaid_quoted(note)}]" for number, note in enumerate(notes) if note]


def _legend(view: View, language: Language) -> list[str]:
    looks = [f"    k{n}{_shaped(look_name(look, language), look)}" for n, look in enumerate(looks_in(view))]
    lines = [
        f"""    a{n}[" "] {_LINES[line]} b{n}[{mermaid_quoted(meaning)}]"""
        for n, (line, meaning) in enumerate(lines_in(view, language))
    ]
    frame = f"  subgraph legend[{mermaid_quoted(text('diagrams.legend').of(language))}]"
    return [frame, *looks, *lines, "  end"] if looks or lines else []


def _classes(view: View) -> list[str]:
    statements = []
    for look in dict.fromkeys(box.look for box in view.boxes):
        style = STYLES[look]
        dashes = next((words for form, words in _DASHES.items() if form in style.form), "")
        paint = f"fill:{style.fill},stroke:{style.border},stroke-width:{style.width:g}px,color:{INK}{dashes}"
        members = [f"n{n}" for n, box in enumerate(view.boxes) if box.look == look]
        members += [f"k{n}" for n, shown in enumerate(looks_in(view)) if shown == look]
        statements += [f"  classDef {look} {paint}", f"  class {','.join(members)} {look}"]
    return [*statements, "  classDef focus stroke-width:5px"]


def _gantt(timeline: Timeline, language: Language) -> str:
    lines = [
        "gantt",
        f"  title {full_width(heading(timeline, language))}",
        "  dateFormat YYYY-MM-DD",
        "  axisFormat %Y-%m",
    ]
    spans = [(lane.group, lane.label.of(language), span) for lane in timeline.lanes for span in lane.spans]
    number = 0
    for group, members in groupby(spans, lambda member: member[0]):
        lines.append(f"  section {full_width(group.of(language))}")
        for _, lane, span in members:
            lines.append(f"  {_task(number, lane, span, language)}")
            number += 1
    if not spans:
        day = timeline.today.isoformat()
        lines.append(f"  • {full_width(empty_note(timeline, language))} :milestone, n0, {day}, 0d")
    return "\n".join([*lines, ""])


def _task(number: int, lane: str, span: Span, language: Language) -> str:
    """One task; the bullet before its words keeps them from being read as a statement such as `click`."""
    first, last = bounds(span)
    words = "• " + full_width(f"{lane} {signed(span.label.of(language), span.look, language)}")
    if is_milestone(span):
        return f"{words} :milestone, n{number}, {(first + (last - first) // 2).isoformat()}, 0d"
    return f"{words} :n{number}, {first.isoformat()}, {max(last, first + timedelta(1)).isoformat()}"
