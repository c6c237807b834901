"""The legend of a drawing: the looks and lines that really occur in it, and what is not shown."""

from __future__ import annotations

from itertools import pairwise

from oc_strategy.exporters.diagrams.labels import dot_quoted
from oc_strategy.exporters.diagrams.palette import LINES, MUTED, STYLES, Style
from oc_strategy.exporters.diagrams.paper import points
from oc_strategy.exporters.diagrams.words import drawn_arrows, hidden_note, signed
from oc_strategy.lang import text
from oc_strategy.model.text import Language
from oc_strategy.views.view import Line, Look, View

_WIDTH = 820
"""About how wide the legend is, in points."""
_SIZE = 10


def looks_in(view: View) -> list[Look]:
    """The looks of the drawn boxes that need explaining, in the order of the palette."""
    used = {box.look for box in view.boxes}
    return [look for look in STYLES if look in used and look != "plain"]


def lines_in(view: View, language: Language) -> list[tuple[Line, str]]:
    """Each kind of line that occurs with its meaning; none where all lines are plain and the view names no meaning."""
    used = {view.arrows[number].line for _, _, number in drawn_arrows(view)}
    named = dict(view.line_words)
    lines = [line for line in LINES if line in used]
    if lines == ["plain"] and not named:
        return []
    return [(line, named.get(line, text(f"diagrams.lines.{line}")).of(language)) for line in lines]


def look_name(look: Look, language: Language) -> str:
    """The sign and the name of a look, as the legend has it."""
    return signed(text(f"diagrams.looks.{look}").of(language), look, language)


def legend(view: View, language: Language) -> list[str]:
    """The statements of the legend's own frame, drawn below the picture; none where it would be empty."""
    entries = _boxes(view, language) + _samples(view, language) + _notes(view, language)
    if not entries:
        return []
    rows = _rows(entries)
    title = dot_quoted(text("diagrams.legend").of(language))
    frame = f'label={title}, labeljust=l, fontsize=11, fontcolor="{MUTED}", pencolor="#BBBBBB", style=solid, margin=10'
    statements = [line for entry in entries for line in entry[2]]
    return [
        "subgraph cluster_legend {",
        f"graph [{frame}];",
        f'node [fontsize={_SIZE}, margin="0.08,0.05"];',
        *statements,
        *_in_rows(rows),
        "}",
    ]


Entry = tuple[str, str, list[str], float]
"""The first and the last node of an entry, its statements, and about how many points wide it is."""


def _rows(entries: list[Entry]) -> list[list[Entry]]:
    rows: list[list[Entry]] = []
    for entry in entries:
        if not rows or sum(other[3] for other in rows[-1]) + entry[3] > _WIDTH:
            rows.append([])
        rows[-1].append(entry)
    return rows


def _boxes(view: View, language: Language) -> list[Entry]:
    entries: list[Entry] = []
    for number, look in enumerate(looks_in(view)):
        name = look_name(look, language)
        box = f"k{number} [label={dot_quoted(name)}, {look_attributes(look, name, size=_SIZE)}];"
        entries.append((f"k{number}", f"k{number}", [box], points(name, _SIZE) + 50))
    return entries


def _samples(view: View, language: Language) -> list[Entry]:
    entries: list[Entry] = []
    for number, (line, meaning) in enumerate(lines_in(view, language)):
        start = f'a{number} [shape=point, width=0.02, color="{MUTED}"];'
        end = f"b{number} [shape=plaintext, label={dot_quoted(meaning)}];"
        arrow = f"a{number} -> b{number} [{LINES[line]}, minlen=2];"
        entries.append((f"a{number}", f"b{number}", [start, end, arrow], points(meaning, _SIZE) + 80))
    return entries


def notes_in(view: View, language: Language) -> list[str]:
    """What else the legend says: how the focus is marked, and how much is not shown."""
    focus = [text("diagrams.focus").of(language)] if any(box.is_focus for box in view.boxes) else []
    return focus + [note for note in [hidden_note(view, language)] if note]


def _notes(view: View, language: Language) -> list[Entry]:
    return [
        (
            f"t{number}",
            f"t{number}",
            [f"t{number} [shape=plaintext, label={dot_quoted(note)}];"],
            points(note, _SIZE) + 30,
        )
        for number, note in enumerate(notes_in(view, language))
    ]


def _in_rows(rows: list[list[Entry]]) -> list[str]:
    along = [f"{left[1]} -> {right[0]} [style=invis];" for row in rows for left, right in pairwise(row)]
    same = [
        "{rank=same; " + " ".join(f"{end};" for entry in row for end in dict.fromkeys(entry[:2])) + "}" for row in rows
    ]
    return [*same, *along, *(f"{upper[0][0]} -> {lower[0][0]} [style=invis];" for upper, lower in pairwise(rows))]


def look_attributes(look: Look, words: str, is_focus: bool = False, size: float = 12) -> str:
    """The DOT attributes of a look for a box with these words; in focus its border is more than twice as wide."""
    style = STYLES[look]
    form = ",".join(part for part in ("filled", style.form) if part)
    width = style.width * 2.2 if is_focus else style.width
    return (
        f'shape={style.shape}, style="{form}", color="{style.border}", fillcolor="{style.fill}", '
        f"penwidth={width:g}, peripheries={style.rims}, {_measures(style, words, size)}"
    )


def _measures(style: Style, words: str, size: float) -> str:
    """A polygon round the words is made to measure, for Graphviz would leave twice the room that they need."""
    if style.corner is None:
        return f"width={size * 10 / 72:.2f}, height={size * 3 / 72:.2f}"
    lines = words.split("\n")
    height = len(lines) * size * 1.25 * 1.2 + size * 1.1
    reach = [(abs(at - (len(lines) - 1) / 2) + 0.5) * size * 1.25 / (height / 2) for at in range(len(lines))]
    width = max(points(line, size) / _share(style.corner, up) for line, up in zip(lines, reach, strict=True))
    return f"width={(width + size * 1.5) / 72:.3f}, height={height / 72:.3f}, fixedsize=true"


def _share(corner: tuple[float, float], up: float) -> float:
    """How wide a shape still is so far up its half height, as a part of its width in the middle."""
    full, top = corner
    return 1 if up <= full else 1 - (up - full) / (1 - full) * (1 - top)
