"""What is put aside comes back as it was, in memory or on the disk, in any order, as often as it is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.cli.aside import Aside


@pytest.mark.parametrize("most_in_memory", [1, 1000])
@given(pieces=st.lists(st.binary(max_size=200), max_size=9), data=st.data())
def test_any_piece_comes_back(most_in_memory: int, pieces: list[bytes], data: st.DataObject) -> None:
    aside = Aside(most_in_memory)
    put = [aside.put(piece) for piece in pieces]
    order = data.draw(st.permutations(range(len(pieces))))
    assert [put[number]() for number in (*order, *order)] == [pieces[number] for number in (*order, *order)]
