"""One kept answer as bytes: what it rests on, then the findings; bytes that are not such an answer are none."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Final

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
    """What was found in a project of some id, packed, what it comes to, and what may be shared with others."""

    project: str
    findings: bytes
    outcome: Outcome
    shared: Shared


def written(basis: Basis, answer: Answer) -> bytes:
    """An answer as bytes."""
    shared = (sorted(answer.shared.names), answer.shared.is_always, sorted(answer.shared.own))
    told = {"project": answer.project, "outcome": asdict(answer.outcome), "shared": shared}
    body = json.dumps(told).encode() + b"\n" + answer.findings
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
    _, _, body = data.partition(b"\n")
    told, _, findings = body.partition(b"\n")
    try:
        read = json.loads(told)
        names, is_always, own = read["shared"]
        tally = Tally(**read["outcome"].pop("tally"))
        shared = Shared(frozenset(names), bool(is_always), frozenset(own))
        return Answer(str(read["project"]), findings, Outcome(tally, **read["outcome"]), shared)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _sum(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
