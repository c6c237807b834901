"""A zip of parts is the same however its parts come."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from oc_strategy.exporters.zipping import unzipped, zipped

PART = b"".join(b"<row r='%d'/>" % number for number in range(20_000))


@given(cuts=st.lists(st.integers(0, len(PART)), max_size=9).map(sorted))
def test_a_part_in_pieces_gives_the_bytes_of_the_whole_part(cuts: list[int]) -> None:
    pieces = [PART[start:end] for start, end in zip([0, *cuts], [*cuts, len(PART)], strict=True)]
    assert zipped({"a": iter(pieces), "b": b"1"}) == zipped({"a": PART, "b": b"1"})


def test_entries_are_sorted_and_tell_neither_when_nor_where_they_were_made() -> None:
    parts = {"b": b"2", "a": b"1", "[Content_Types].xml": b"0"}
    data = zipped(parts)
    assert unzipped(data) == parts
    with ZipFile(BytesIO(data)) as archive:
        found = archive.infolist()
    assert [info.filename for info in found] == ["[Content_Types].xml", "a", "b"]
    assert {(info.date_time, info.create_system) for info in found} == {((1980, 1, 1, 0, 0, 0), 0)}
