"""Numbers of patent documents, written alike, so that one family is known under any spelling."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal

from oc_strategy.model.identifiers import kind_in
from oc_strategy.model.rights import Member, Patent

Number = tuple[Literal["application", "publication"], str, str]
"""What is numbered, the office, and the number without signs, office and kind."""
_SIGNS: Final = re.compile(r"[^0-9A-Z]")


def numbers_of(patent: Patent) -> frozenset[Number]:
    """The numbers of a family's documents: `JP 2938338 B2`, `特許第2938338号` and `JP2938338` are one."""
    return frozenset(number for member in patent.members for number in _of_member(member))


def _of_member(member: Member) -> frozenset[Number]:
    written = (("application", member.application), ("publication", member.publication))
    found = ((what, member.office, normalised(number, member.office)) for what, number in written if number)
    return frozenset((what, office, number) for what, office, number in found if number)  # type: ignore[misc]


def normalised(number: str, office: str) -> str:
    """The number alone: full-width signs folded, without blanks, marks, the office before it and the kind after it."""
    folded = unicodedata.normalize("NFKC", number).upper().strip()
    kind = kind_in(folded)
    body = folded.removesuffix(kind) if kind else folded
    return _SIGNS.sub("", body).removeprefix(office)
