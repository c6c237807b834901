"""Mermaid texts: no label opens a statement, both languages, and what is cut is said."""

import re
from datetime import date

import pytest

from oc_strategy.exporters.diagrams import mermaid_source
from oc_strategy.exporters.diagrams.mermaid import MOST_ARROWS
from oc_strategy.model.dates import Date
from oc_strategy.model.text import Text
from oc_strategy.views.view import Arrow, Box, Group, Span, TimeLane, Timeline, View

HOSTILE = [
    'x"]; click n0 href "javascript:alert(1)"',
    "%%{init: {'securityLevel': 'loose'}}%%",
    "click n0 call alert()",
    "a\nclick n0 href https://example.org",
    "---\nconfig: {}\n---",
    "end",
    "<script>alert(1)</script>",
    "A --> B",
    "#quot;]",
    "a:::b & c | d ; e",
]


def flowchart(label: str) -> View:
    text = Text.plain(label)
    boxes = (Box("a", text, "open", group="g"), Box("b", text, "plain", detail=text))
    return View("v", text, boxes, (Arrow("a", "b", text),), (Group("g", text),))


@pytest.mark.parametrize("label", HOSTILE)
def test_a_flowchart_has_the_same_statements_whatever_the_labels(label: str) -> None:
    assert statements(flowchart(label)) == statements(flowchart("x"))


@pytest.mark.parametrize("label", HOSTILE)
def test_a_gantt_has_the_same_statements_whatever_the_labels(label: str) -> None:
    lines = mermaid_source(timeline(label), "en").splitlines()
    assert len(lines) == len(mermaid_source(timeline("x"), "en").splitlines())
    assert lines[0] == "gantt"
    assert [line.split()[0] for line in lines[1:]] == ["title", "dateFormat", "axisFormat", "section", "•", "•"]
    assert all(line.count(":") == 1 for line in lines[-2:])
    assert "%%" not in "".join(lines)


def statements(view: View) -> list[str]:
    """The lines of a flowchart with everything inside quotes taken out."""
    return [re.sub(r'"[^"]*"', '""', line) for line in mermaid_source(view, "en").splitlines()]


def timeline(label: str) -> Timeline:
    text, day = Text.plain(label), Date.parse("2026-04")
    spans = (Span(day, day, text), Span(day, Date.parse("2027"), text, "patent"))
    return Timeline("t", text, (TimeLane(text, text, spans),), date(2026, 11, 1))


def test_more_arrows_than_mermaid_takes_are_cut_and_counted() -> None:
    boxes = tuple(Box(f"b{n}", Text.plain(f"b{n}"), "plain") for n in range(MOST_ARROWS + 8))
    arrows = tuple(Arrow(f"b{n}", f"b{n + 1}") for n in range(MOST_ARROWS + 7))
    source = mermaid_source(View("v", Text.plain("v"), boxes, arrows), "en")
    assert source.count(" --> ") == MOST_ARROWS
    assert "7 links left out" in source


def test_hidden_boxes_and_arrows_are_counted_in_both_languages() -> None:
    boxes = (Box("a", Text.plain("a"), "plain"),)
    view = View("v", Text.plain("v"), boxes, (Arrow("a", "nowhere"),), hidden_boxes=3, hidden_arrows=4)
    assert "links (5) and boxes (3) not shown" in mermaid_source(view, "en")
    assert "つながり 5 本と要素 3 件は表示していない" in mermaid_source(view, "ja")


def test_an_empty_diagram_says_why() -> None:
    empty = Text(ja="まだない", en="None yet")
    assert "まだない" in mermaid_source(View("v", Text.plain("v"), (), (), empty=empty), "ja")
    assert "None yet" in mermaid_source(Timeline("t", Text.plain("t"), (), date(2026, 1, 1), empty=empty), "en")
