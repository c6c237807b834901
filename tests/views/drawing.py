"""Projects to draw: the shipped examples, texts, and generated graphs."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from oc_strategy.checking import Settings
from oc_strategy.facts import Facts
from oc_strategy.model.text import Confidentiality
from oc_strategy.portfolio import find, project_of_text
from oc_strategy.report import Report, report
from oc_strategy.views.view import Box, View

ROOT = Path(__file__).parents[2] / "examples"
SETTINGS = Settings(date(2026, 11, 23), Facts())


@cache
def example(name: str, audience: Confidentiality = "internal") -> Report:
    """The report on a shipped example."""
    portfolio = find(ROOT / name)
    assert portfolio is not None
    return report(portfolio.load(ROOT / name), SETTINGS, audience)


def told(yaml_text: str, audience: Confidentiality = "internal") -> Report:
    """The report on a project that is one text, which must be free of mistakes."""
    loaded = project_of_text(yaml_text.strip() + "\n")
    assert not loaded.mistakes, [f"{m.place} {m.message.en}" for m in loaded.mistakes]
    return report(loaded, SETTINGS, audience)


def box(view: View, box_id: str) -> Box:
    """The box of a node; KeyError where it is not drawn."""
    return {found.id: found for found in view.boxes}[box_id]


def ids(view: View, group: str | None = None) -> set[str]:
    """The ids of the boxes, or of those in a group."""
    return {found.id for found in view.boxes if group is None or found.group == group}


def ends(view: View, line: str | None = None) -> set[tuple[str, str]]:
    """The ends of the arrows, or of those with a kind of line."""
    return {(arrow.source, arrow.target) for arrow in view.arrows if line in {None, arrow.line}}


MODES = ("keep-secret", "patent-license", "standard-free", "publish")
KINDS = ("software", "interface", "component")


@st.composite
def project_texts(draw: st.DrawFn, largest: int = 130) -> str:
    """A project with up to so many outputs, some parts of others, some covered, some embodied."""
    count = draw(st.integers(0, largest))
    shape = draw(st.randoms(use_true_random=False))
    lines = ["id: p", "option: plan", "outputs:"] if count else ["id: p"]
    for n in range(count):
        lines.append(f"  o{n}: {{kind: {shape.choice(KINDS)}, position: {shape.choice(['core', 'boundary'])}")
        lines[-1] += f", part_of: o{shape.randrange(n)}" if n and shape.random() < 0.3 else ""
        lines[-1] += f", depends_on: [o{shape.randrange(n)}]" if n and shape.random() < 0.5 else ""
        lines[-1] += "}"
    if count:
        lines += ["patents:", *(f"  f{n}: {{covers: [o{shape.randrange(count)}]}}" for n in range(count // 3 + 1))]
        lines += ["products:", *(f"  d{n}: {{embodies: [o{shape.randrange(count)}]}}" for n in range(count // 4 + 1))]
        treated = [f"      o{n}: {shape.choice(MODES)}" for n in range(count) if n == 0 or shape.random() < 0.9]
        lines += ["options:", "  plan:", "    treatments:", *treated]
    return "\n".join(lines)
