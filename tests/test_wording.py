"""Sentences stay readable however many nodes they speak of."""

from __future__ import annotations

import pytest

from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.wording import NAMED, shown


@pytest.mark.parametrize(("count", "left"), [(1, 0), (NAMED, 0), (NAMED + 1, 0), (NAMED + 2, 2), (3_000, 2_988)])
def test_of_a_long_list_the_first_are_named_and_the_others_counted(count: int, left: int) -> None:
    words = shown([Output(id=f"o{number}") for number in range(count)])
    assert isinstance(words, Text)
    assert words.of("en").endswith(f", and {left} more" if left else f"o{count - 1}")
    assert words.of("ja").endswith(f"、ほか {left} 件" if left else f"o{count - 1}")
    assert words.of("en").count("o") == count - left + ("more" in words.of("en"))
