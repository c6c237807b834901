"""One kept answer as bytes: what it rests on, then the findings; bytes that are not such an answer are none."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from typing import Final

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.sharing import Shared

FORMAT: Final = 1
MAX_BYTES: Final = 64 * 1024 * 1024
_MAX_HEAD: Final = 100_000


@dataclass(frozen=True, slots=True)
class Basis:
    """What an answer rests on: the digest of all that counts, and the other projects it refers to with theirs."""

    key: str
    referred: tuple[str, ...] = ()
    others: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found in a project of some id, and what it may share with others."""

    project: str
    findings: tuple[Diagnostic, ...]
    shared: Shared


def written(basis: Basis, answer: Answer) -> bytes | None:
    """An answer as bytes; None where it holds signs that no file can hold."""
    try:
        body = _adapter().dump_json(answer, exclude_defaults=True)
    except PydanticSerializationError:
        return None
    head = {"format": FORMAT, "key": basis.key, "referred": basis.referred, "others": basis.others, "sum": _sum(body)}
    return json.dumps(head).encode() + b"\n" + body


def basis_in(data: bytes) -> Basis | None:
    """What the answer in some bytes rests on; None for bytes that are no whole answer."""
    head, _, body = data.partition(b"\n")
    try:
        told = json.loads(head) if len(head) <= _MAX_HEAD else None
        if not isinstance(told, dict) or told.get("format") != FORMAT or told.get("sum") != _sum(body):
            return None
        return Basis(str(told["key"]), tuple(str(name) for name in told["referred"]), str(told["others"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def answer_in(data: bytes) -> Answer | None:
    """The answer in some bytes; None where it is none as this version knows them."""
    try:
        return _adapter().validate_json(data.partition(b"\n")[2])
    except (ValidationError, ValueError, RecursionError):
        return None


@cache
def _adapter() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


def _sum(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
