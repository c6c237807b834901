"""Words in pictures: nothing hostile passes, nothing harmless is lost, Japanese wraps without spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.exporters.diagrams.labels import (
    cleaned,
    columns,
    dot_quoted,
    full_width,
    mermaid_quoted,
    wrapped,
)


@given(st.text())
def test_wrapping_changes_white_space_only_and_keeps_the_width(text: str) -> None:
    lines = wrapped(text, 24).split("\n")
    assert all(columns(line) <= 24 for line in lines)
    assert "".join("".join(lines).split()) == "".join(cleaned(text).split())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("高速読取アルゴリズムの試験方法", ["高速読取アルゴリズムの", "試験方法"]),
        ("Test method for print quality", ["Test method for", "print quality"]),
        ("汚れ、欠け、傷に強い画像。", ["汚れ、欠け、", "傷に強い画像。"]),
        ("産業用読取機・ソフトウェア・サービス", ["産業用読取機・", "ソフトウェア・サービス"]),
        ("短い", ["短い"]),
    ],
)
def test_lines_are_about_equal_and_words_stay_whole(text: str, lines: list[str]) -> None:
    assert wrapped(text).split("\n") == lines


def test_marks_that_end_a_clause_do_not_begin_a_line() -> None:
    for length in range(1, 30):
        lines = wrapped("あ" * length + "。」", 24).split("\n")
        assert not any(line.startswith(("。", "」")) for line in lines)


def test_a_mark_after_a_word_as_long_as_the_line_does_not_begin_the_next() -> None:
    lines = wrapped("パテントステートメント、無償許諾", 22).split("\n")
    assert len(lines) > 1
    assert not any(line.startswith("、") for line in lines)


def test_controls_that_hide_or_turn_text_are_dropped() -> None:
    assert cleaned("a\x00b\u202ec\u2066d\x1be\ufeff") == "abcde"
    assert cleaned("a\r\nb\u2028c") == "a\nb\nc"
    assert cleaned("\ud800") == "\ufffd"


@given(st.text())
def test_a_dot_string_ends_where_it_should(text: str) -> None:
    inner = dot_quoted(text)[1:-1]
    assert "\n" not in inner
    assert "\0" not in inner
    rest = inner.replace("\\\\", "").replace('\\"', "").replace("\\n", "")
    assert '"' not in rest
    assert "\\" not in rest


@given(st.text())
def test_no_mark_of_mermaid_survives_in_a_label(text: str) -> None:
    inner = mermaid_quoted(text)[1:-1].replace("<br/>", "")
    assert not set(inner) & set("\"'`<>[]{}|&%\\\n=$*_~@!^")
    assert not set(full_width(text)) & set("\"'`<>[]{}|&%\\\n=$*~@!^:;#,")
