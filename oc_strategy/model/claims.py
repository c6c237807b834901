"""What several say about one node: where they agree, where they contradict each other, and all of it together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeVar

from oc_strategy.model.audience import rank
from oc_strategy.model.dates import Date
from oc_strategy.model.edges import Path
from oc_strategy.model.node import Node, Record
from oc_strategy.model.numbering import normalised
from oc_strategy.model.rights import Member
from oc_strategy.model.text import Text

N = TypeVar("N", bound=Node)
Verdict = Literal["agree", "contradict", "unknown"]
NO_FACT: Final = frozenset(
    {
        "id",
        "title",
        "summary",
        "note",
        "confidentiality",
        "tags",
        "source",
        "acknowledged",
        "certainty",
        "moved_from",
        "not_applicable",
        "time_share",
    }
)
"""Fields that tell no fact about a node: its name here, words about it, and what a project takes of it for itself."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two statements on one field, or on one value below it: `path` is where the first has it, `other` the second."""

    path: Path
    other: Path
    verdict: Verdict


def compared(first: Node, second: Node) -> Iterator[Compared]:
    """What two nodes that mean one thing say of each field; texts are words and are not compared.

    Unknown is not no: a field that one leaves out, or a list that has what another has not, contradicts nothing. A
    date known to the year agrees with each of its days. What is stated not to apply contradicts a value.
    """
    for name in type(first).model_fields:
        if name in NO_FACT:
            continue
        applies = [name not in node.not_applicable for node in (first, second)]
        values = first.__dict__[name], second.__dict__[name]
        if all(applies):
            yield from _compared(*values, (name,), (name,))
        else:
            is_given = any(does and _is_given(value) for does, value in zip(applies, values, strict=True))
            agreed: Verdict = "unknown" if any(applies) else "agree"
            yield Compared((name,), (name,), "contradict" if is_given else agreed)


def _compared(first: Any, second: Any, path: Path, other: Path) -> Iterator[Compared]:
    if isinstance(first, Text) or isinstance(second, Text) or not (_is_given(first) and _is_given(second)):
        yield Compared(path, other, "unknown")
    elif isinstance(first, Record):
        for name in type(first).model_fields:
            yield from _compared(_plainest(first, name), _plainest(second, name), (*path, name), (*other, name))
    elif isinstance(first, tuple):
        yield from _lists(first, second, path, other)
    elif isinstance(first, Mapping):
        for key in sorted(first.keys() & second.keys()):
            yield from _compared(first[key], second[key], (*path, key), (*other, key))
    else:
        yield Compared(path, other, "agree" if _is_same(first, second) else "contradict")


def _plainest(record: Record, name: str) -> Any:
    """A value of a record; the number of a patent document without the signs in which offices differ."""
    value = getattr(record, name)
    if value and isinstance(record, Member) and name in {"application", "publication"}:
        return normalised(value, record.office)
    return value


def _lists(first: tuple[Any, ...], second: tuple[Any, ...], path: Path, other: Path) -> Iterator[Compared]:
    """Lists add up; only records that are told from their like by one word, and have it in common, are compared."""
    ones, others = _by_word(first), _by_word(second)
    for word in sorted(ones.keys() & others.keys()):
        here, there = ones[word], others[word]
        yield from _compared(first[here], second[there], (*path, here), (*other, there))


def _by_word(records: tuple[Any, ...]) -> dict[str, int]:
    """Where a record is, by the word (an office, a stage, a country) that it alone of a list begins with."""
    found: dict[str, list[int]] = {}
    for index, record in enumerate(records):
        word = next((item for _, item in record if isinstance(item, str)), None) if isinstance(record, Record) else None
        if word is not None:
            found.setdefault(word, []).append(index)
    return {word: places[0] for word, places in found.items() if len(places) == 1}


def _is_given(value: Any) -> bool:
    return value is not None and value != () and value != {}


def _is_same(first: Any, second: Any) -> bool:
    if isinstance(first, Date) and isinstance(second, Date):
        return first.possibly_same(second)
    if isinstance(first, str) and isinstance(second, str):
        return _plain(first) == _plain(second)
    return bool(first == second)


def _plain(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


def entitled(node: N, statements: Iterable[Node]) -> N:
    """A node under the title that the first of several statements gives it: most that add to one give none."""
    return node.model_copy(update={"title": next((each.title for each in statements if each.title), None)})


def joined(claim: N, shared: N) -> N:
    """A shared node as a project that says something about it sees it: its own words first, the shared ones beside.

    Where the two contradict each other the project sees its own. The class is the higher of both.
    """
    fields = type(claim).model_fields
    update = {name: _both(claim.__dict__[name], shared.__dict__[name]) for name in fields}
    higher = max(claim.confidentiality, shared.confidentiality, key=rank)
    answers = {name: a for name, a in shared.not_applicable.items() if not _is_given(claim.__dict__.get(name))}
    given_up = {name: fields[name].get_default(call_default_factory=True) for name in claim.not_applicable}
    return claim.model_copy(
        update={**update, **given_up, "confidentiality": higher, "not_applicable": {**answers, **claim.not_applicable}}
    )


def _both(claim: Any, shared: Any) -> Any:
    if not _is_given(claim):
        return shared
    if isinstance(claim, Mapping) and isinstance(shared, Mapping):
        return {**shared, **claim}
    if isinstance(claim, tuple) and isinstance(shared, tuple):
        return (*claim, *_others(claim, shared))
    return claim


def _others(claim: tuple[Any, ...], shared: tuple[Any, ...]) -> Iterator[Any]:
    """What a shared list has besides what the claim has, or has said anew."""
    anew = {shared_index for word, shared_index in _by_word(shared).items() if word in _by_word(claim)}
    return (item for index, item in enumerate(shared) if item not in claim and index not in anew)
