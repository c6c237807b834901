"""One kept answer as bytes: what it rests on, then the findings; bytes that are not such an answer are none."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from oc_strategy.exporters.findings import Look, told
from oc_strategy.exporters.terminal import Paint
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.tally import Outcome, Tally
from oc_strategy.sharing import Shared

FORMAT: Final = 2
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
    """What was found in a project of some id, packed, what it comes to, and what may be shared with others.

    `text` is what is told of it in some look.
    """

    project: str
    findings: bytes
    outcome: Outcome
    shared: Shared
    look: Look | None = None
    text: bytes = b""

    def told_in(self, look: Look, found: Sequence[Diagnostic]) -> Answer:
        """The same with the text in a look."""
        return replace(self, look=look, text=told(found, look).encode())


def written(basis: Basis, answer: Answer) -> bytes:
    """An answer as bytes."""
    shared = (sorted(answer.shared.names), answer.shared.is_always, sorted(answer.shared.own))
    look = answer.look and asdict(answer.look)
    known = {"project": answer.project, "outcome": asdict(answer.outcome), "shared": shared, "look": look}
    body = b"\n".join((json.dumps(known).encode(), answer.findings, answer.text))
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
        _, known, findings, text = data.split(b"\n", 3)
        read = json.loads(known)
        names, is_always, own = read["shared"]
        tally = Tally(**read["outcome"].pop("tally"))
        shared = Shared(frozenset(names), bool(is_always), frozenset(own))
        outcome = Outcome(tally, **read["outcome"])
        return Answer(str(read["project"]), findings, outcome, shared, _look(read["look"]), text)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _look(read: dict[str, Any] | None) -> Look | None:
    return None if read is None else Look(**{**read, "paint": Paint(**read["paint"])})


def _sum(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
