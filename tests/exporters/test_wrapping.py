"""Lines broken for a terminal: none too wide, nothing lost, Japanese signs where Japanese puts them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.exporters.wrapping import columns_in, padded, wrapped

WORDS = st.sampled_from(
    ["成果", "を、", "（開く）", "open ", "[core-output] ", "1994-03-14 ", "「秘匿」", "コード。", " "]
)


@pytest.mark.parametrize(
    ("words", "columns"),
    [("abc", 3), ("成果", 4), ("ｱ", 1), ("（", 2), ("e\u0301", 1), ("\x1b[31mx\x1b[0m", 1), ("—", 1), ("𠮷", 2)],
)
def test_wide_signs_take_two_columns_and_colours_none(words: str, columns: int) -> None:
    assert columns_in(words) == columns
    assert columns_in(padded(words, 9)) == 9


@given(st.lists(WORDS).map("".join), st.integers(30, 90), st.sampled_from(["", "  ", "  | ", "  = "]))
def test_no_line_is_too_wide_and_nothing_is_lost(words: str, columns: int, margin: str) -> None:
    lines = wrapped(margin + words, columns).split("\n")
    assert all(columns_in(line) <= columns for line in lines)
    rest = "".join(line.removeprefix("  | ") if margin == "  | " else line for line in lines[1:])
    assert re.sub(r"\s", "", lines[0] + rest) == re.sub(r"\s", "", margin + words)


def test_short_lines_stay_as_they_are() -> None:
    assert wrapped("  a  b\n\n c ", 40) == "  a  b\n\n c "


def test_what_follows_hangs_below_its_margin() -> None:
    assert wrapped("  | one two three four five", 20) == "  | one two three\n  | four five"
    assert wrapped("  = one two three four five", 20) == "  = one two three\n    four five"
    assert wrapped("one two three four five six", 20) == "one two three four\n  five six"
    assert wrapped("one two three four five six", 20, hanging=0) == "one two three four\nfive six"


def test_closing_signs_never_begin_a_line_and_opening_ones_never_end_one() -> None:
    for columns in range(20, 60):
        for line in wrapped("開く成果（標準）、閉じる成果「秘匿」。稼ぐ要素、守る要素。" * 3, columns).split("\n"):
            assert line.strip()[0] not in "、。）」"
            assert line.strip()[-1] not in "（「"


def test_a_long_word_stays_whole() -> None:
    address = "https://example.com/" + "x" * 60
    assert address in wrapped(f"see {address} there", 40).split("\n  ")


def test_columns_of_a_table_do_not_run_together_where_they_are_broken() -> None:
    assert wrapped(f"  name{' ' * 30}A{' ' * 20}B", 40).split() == ["name", "A", "B"]
