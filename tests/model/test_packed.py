"""Findings that were packed are the same findings again, whatever is in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.model.diagnostic import Diagnostic, Evidence, Excuse, Place, Subject, Telling
from oc_strategy.model.packed import packed, unpacked
from oc_strategy.model.text import Text

WORDS = st.text(max_size=30) | st.just("\ud800")
TEXTS = st.builds(Text, st.none() | WORDS, st.none() | WORDS, st.sampled_from([None, "restricted"]))
PLACES = st.builds(Place, WORDS, st.integers(1, 9), st.integers(1, 9))
TELLINGS = st.builds(Telling, TEXTS, TEXTS, st.tuples(st.builds(Evidence, WORDS, TEXTS, PLACES)), st.tuples(WORDS))
FINDINGS = st.builds(
    Diagnostic, WORDS, st.sampled_from(["error", "good"]), TELLINGS, PLACES, st.none() | WORDS,
    st.tuples(st.builds(Subject, WORDS, st.none() | WORDS)), st.tuples(WORDS), st.none() | WORDS, st.booleans(),
    st.sampled_from(["new", "accepted"]),
    st.none() | st.builds(
        Excuse, st.sampled_from(["accepted", "in-work"]), TEXTS, WORDS, WORDS, PLACES, st.none() | WORDS,
    ),
    details=st.dictionaries(WORDS, WORDS, max_size=2),
)  # fmt: skip


@given(findings=st.lists(FINDINGS, max_size=3))
def test_what_is_packed_is_unpacked_as_it_was(findings: list[Diagnostic]) -> None:
    data = packed(findings)
    assert list(unpacked(data)) == findings
    assert b"\n" not in data
    assert packed(unpacked(data)) == data
