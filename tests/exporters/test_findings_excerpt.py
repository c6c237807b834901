"""The line at a finding with a caret: at the right column, within a width, harmless wherever it is cut."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from oc_strategy.exporters.findings.excerpt import excerpt, line_reader
from oc_strategy.exporters.terminal import Paint
from oc_strategy.exporters.wrapping import columns_in
from oc_strategy.model.diagnostic import Place

PLAIN = Paint(False)


def shown(line: str, column: int) -> list[str]:
    return excerpt(Place("a.yaml", 7, column), lambda _: line, PLAIN)


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ("title: x", 8, "x"),
        ("題名: 値", 5, "値"),
        ("a\tb", 3, "b"),
        ("x" * 200 + "Y" + "z" * 90, 201, "Y"),
        ("ab", 9, ""),
    ],
)
def test_the_caret_stands_below_the_place(line: str, column: int, under: str) -> None:
    text, caret = shown(line, column)
    at = columns_in(caret) - 1
    columns = [sign for sign in text for _ in range(columns_in(sign))]
    assert "".join(columns[at : at + 1]) == under


@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_an_empty_line_is_not_shown(line: str) -> None:
    assert shown(line, 1) == []


@example(":" * 18 + "\u202e" * 8, 27)
@given(st.text(st.sampled_from([*"#[]: ab極\x1b\u202e\x00…"]), max_size=120), st.integers(1, 130))
@settings(max_examples=300, deadline=None)
def test_no_line_is_too_wide_or_a_command(line: str, column: int) -> None:
    for words in shown(line, column):
        assert "##[" not in words
        assert not words.lstrip().startswith("::")
        assert not re.search(r"[\x00-\x1f\u202e]", words)
        assert columns_in(words) <= 90


def test_lines_are_those_of_yaml_and_a_file_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("\ufeffone\r\ntwo\rthree\u2028four\n\xff".encode() + b"\xff")
    line_of = line_reader()
    assert [line_of(Place(str(file), number)) for number in range(1, 5)] == ["one", "two", "three", "four"]
    assert line_of(Place(str(file), 9)) is None
    assert line_of(Place(str(tmp_path / "none.yaml"), 1)) is None
    assert line_of(Place("a\x00b", 1)) is None
