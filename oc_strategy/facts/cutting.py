"""A shipped data file cut into rows by its lines, so that only the rows of the places asked about are parsed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_ROW = re.compile(r"^  - id: ", re.MULTILINE)
_PLACE = re.compile(r"^    place: '?([^'\n]*)'?$", re.MULTILINE)
_DETAIL = re.compile(r"^    detail: \{(.*)\}$", re.MULTILINE)
_KEY = re.compile(r"(?:^|, )([\w-]+):")


@dataclass(frozen=True, slots=True)
class Cut:
    """For each place the text of a data file with its rows only, and the keys that any row has under `detail`."""

    rows_at: Mapping[str, str]
    detail_keys: frozenset[str]


def cut(text: str) -> Cut:
    """A data file cut up; it has to be laid out as the shipped ones, which a test holds against the parser."""
    starts = [row.start() for row in _ROW.finditer(text)]
    rows_at: dict[str, str] = {}
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        row = text[start:end]
        place = _PLACE.search(row)
        if place is not None:
            rows_at[place[1]] = rows_at.get(place[1], "facts:\n") + row
    details = (detail[1] for detail in _DETAIL.finditer(text))
    return Cut(rows_at, frozenset(key for detail in details for key in _KEY.findall(detail)))
