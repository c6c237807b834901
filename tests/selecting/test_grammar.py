"""How a selector is read: terms, columns, and what is said about one that cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.selecting import Problem, Selector, Term, parsed
from oc_strategy.selecting.grammar import EVERY_LINK


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("decoder", Term("id", "decoder")),
        ("+decoder", Term("id", "decoder", up=EVERY_LINK)),
        ("decoder+", Term("id", "decoder", down=EVERY_LINK)),
        ("+decoder+", Term("id", "decoder", up=EVERY_LINK, down=EVERY_LINK)),
        ("2+decoder", Term("id", "decoder", up=2)),
        ("decoder+2", Term("id", "decoder", down=2)),
        ("0+decoder", Term("id", "decoder")),
        ("2+2+3", Term("id", "2", up=2, down=3)),
        ("2x", Term("id", "2x")),
        ("qr-code/*", Term("id", "qr-code/*")),
        ("type:patents", Term("type", "patents")),
        ("tag:重要", Term("tag", "重要")),
        ("1+type:patents", Term("type", "patents", up=1)),
        ("state:modified+", Term("state", "modified", down=EVERY_LINK)),
        ("rule:fees-*", Term("rule", "fees-*")),
    ],
)
def test_one_term(words: str, term: Term) -> None:
    assert parsed(words) == Selector(((term,),))


def test_a_blank_means_either_and_a_comma_both() -> None:
    found = parsed("  a,type:outputs   b ")
    assert isinstance(found, Selector)
    assert [[(t.word, t.column) for t in together] for together in found.alternatives] == [
        [("a", 3), ("outputs", 5)],
        [("b", 20)],
    ]


@pytest.mark.parametrize(
    ("words", "column", "said"),
    [
        ("", 1, "empty"),
        (" \t", 1, "empty"),
        ("a,,b", 3, "comma"),
        (",a", 1, "comma"),
        ("a,", 3, "comma"),
        ("a , b", 3, "comma"),
        ("+", 1, "cannot be read"),
        ("++x", 1, "cannot be read"),
        ("x+y", 1, "cannot be read"),
        ("b tag:", 3, "cannot be read"),
        ("b type:a:b", 3, "cannot be read"),
        ("b +typ:patents", 4, "did you mean type:?"),
        ("b type:patent", 8, "did you mean patents?"),
        ("type:zzz", 6, "possible: project, outputs"),
        ("state:gone", 7, "possible: modified"),
        ("rule:fees-lapsing+", 1, "leave out the +"),
        ("9999999+x", 1, "cannot be read"),
    ],
)
def test_a_slip_is_told_with_its_column(words: str, column: int, said: str) -> None:
    found = parsed(words)
    assert isinstance(found, Problem), found
    assert found.column == column
    assert said in found.said.en
    assert found.said.ja != found.said.en


@given(st.text(max_size=60))
def test_any_text_is_read_or_told_to_be_wrong_somewhere_in_it(words: str) -> None:
    found = parsed(words)
    if isinstance(found, Problem):
        assert 1 <= found.column <= len(words) + 1
    else:
        assert all(words[term.column - 1 :].strip() for term in found.terms)
