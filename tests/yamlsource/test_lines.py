"""What is read by lines is what the events say, value by value and place by place; all else is left to the events."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oc_strategy.yamlsource import MAX_DEPTH, MAX_SCALAR, Map, Seq
from oc_strategy.yamlsource.events import built
from oc_strategy.yamlsource.lines import plainly_read

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "examples").rglob("*.yaml")) + sorted((ROOT / "oc_strategy" / "facts").rglob("*.yaml"))

PLAIN = [
    "a",
    "日本 語",
    "a:b",
    "a#b",
    "12:30",
    "https://x.y/z",
    "(a)",
    "0x1",
    "true",
    "~",
    "null",
    "a  b",
    "x\u3000y",
    ".",
]
FLOW = [
    "[]",
    "{}",
    "[a, b c]",
    "{a: b, c: [d, e]}",
    "[{a: b}, {c: d}]",
    "{ a: b }",
    "{a: 'x', b: \"y, z\"}",
    "[~, '']",
    "[a? b, -1]",
    "{a: 'b''c'}",
]
NEAR_FLOW = [
    "[a, ]",
    "{a}",
    "{a:b}",
    "[a: b]",
    "{, }",
    "{a: b, a: c}",
    "{null: a}",
    "[a",
    "{a: [b}",
    "[a?b]",
    "{a:  [b]}",
]
QUOTED = ["'q'", '"q # r: s"', "'it''s'", '"a\\nb"', "'a", '""', "'a' # c"]
ODD = [
    "- ", "-", "? a", ": a", "# c", "&a b", "*a", "!t a", "<<: a", "---", "...", "%A", "@a", ">-", "|", "|+", ">2",
    "a: b", "a: ", "a  ", "a # c", "a #b", "\ta", "a\tb", "a\u2028b", "\ufeffa", "[a, b] # c", "k: [a", "-  a",
    "- - a", "? - a",
]  # fmt: skip
KEYS = ["", "a: ", "b: ", "c:", "x-1: ", "日本: ", "null: ", "a?b: ", "'k': ", "a:  ", "- ", "- a: ", "- b:", "-  c: "]
LINES = st.builds(
    lambda indent, key, words, tail: f"{'  ' * indent}{key}{words}{tail}",
    st.integers(0, 3),
    st.sampled_from(KEYS),
    st.sampled_from(["", *PLAIN, *FLOW, *NEAR_FLOW, *QUOTED, *ODD]),
    st.sampled_from(["", "", "", " ", " # c"]),
)
TEXTS = st.builds(
    lambda lines, end, line_end: line_end.join((*lines, end)),
    st.lists(LINES, min_size=1, max_size=8),
    st.sampled_from(["", "# end", "  "]),
    st.sampled_from(["\n", "\n", "\r\n"]),
)
EXAMPLES = [path.read_text(encoding="utf-8").splitlines() for path in SHIPPED[::7]]


def places(value: Any) -> Any:
    """A value with the marks of all that is in it."""
    if isinstance(value, Map):
        return [
            value.mark,
            [(key, value.key_spot(key), value.value_spot(key), places(inner)) for key, inner in value.items()],
        ]
    if isinstance(value, Seq):
        return [value.mark, value.spots, [places(inner) for inner in value]]
    return value


def told_alike(text: str) -> bool:
    """Whether a text is plain; it fails where lines and events tell it differently."""
    tree = plainly_read(text)
    if tree is None:
        return False
    value, problems = built(text)
    assert not problems
    assert places(tree) == places(value)
    return True


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_shipped_is_plain(path: Path) -> None:
    assert told_alike(path.read_text(encoding="utf-8"))


@settings(max_examples=1_500)
@given(TEXTS)
def test_lines_of_any_kind_are_read_as_the_events_say(text: str) -> None:
    told_alike(text)


@settings(max_examples=600)
@given(st.data())
def test_a_spoilt_part_of_an_example_is_read_as_the_events_say(data: st.DataObject) -> None:
    lines = list(data.draw(st.sampled_from(EXAMPLES)))
    start = data.draw(st.integers(0, len(lines) - 1))
    part = ["top:", *lines[start : start + data.draw(st.integers(1, 20))]]
    at = data.draw(st.integers(0, len(part) - 1))
    column = data.draw(st.integers(0, len(part[at])))
    part[at] = part[at][:column] + data.draw(st.sampled_from([*" :-#'\"[]{},&*?\t", *ODD])) + part[at][column:]
    told_alike("\n".join(part))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b\n", {"a": "b"}),
        ("  a: b\n  c: d", {"a": "b", "c": "d"}),
        ("a:\n- b\n-  c\n", {"a": ["b", "c"]}),
        ("a:\n  - b: c\n    d:\n    - e\n", {"a": [{"b": "c", "d": ["e"]}]}),
        ("a: >-\n  b\n  c\nd: e\n", {"a": "b c", "d": "e"}),
        ("a: |\n  b\n\n  # c\nd:", {"a": "b\n\n# c\n", "d": None}),
        ("a: |\n  b", {"a": "b"}),
        ('a: "b\n  c"\n', {"a": "b c"}),
        ("a: [b,\n  c]\n", {"a": ["b", "c"]}),
        ("a:\n  b\n  c\n", {"a": "b c"}),
        ("a: b # c\n# d\n\ne: ~\n", {"a": "b", "e": None}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
    ],
)
def test_texts_and_what_they_say(text: str, value: object) -> None:
    assert told_alike(text)
    assert plainly_read(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "", "# nothing\n", "a\n", "- a\n", "[a]\n", "a: &b c\n", "a: *b\n", "a: !c d\n", "a: b\na: c\n",
        "a: {b: c, b: d}\n", "<<: a\n", "null: a\n", "---\na: b\n",
        "a: b\n---\nc: d\n", "a: b\n c\nd: e\n  f: g\n", "a:\n   b: c\n  d: e\n",
        "a: b: c\n", "a: [b\nc: d\n", "a: 'b\nc'\n", "a: \x07\n", "a: b\u2028c: d\n", f"a: {'b' * (MAX_SCALAR + 1)}\n",
        "\n".join(f"{' ' * depth}a:" for depth in range(MAX_DEPTH + 1)), f"a: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}\n",
        "\n".join(f"{' ' * depth}a:" for depth in range(1_000)),
    ],
    ids=range(25),
)  # fmt: skip
def test_what_takes_a_second_look_is_left_to_the_events(text: str) -> None:
    assert plainly_read(text) is None
