"""The facts by topic, read on demand, with a user's own lists laid over the shipped ones."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from oc_strategy.facts.cutting import Cut, cut
from oc_strategy.facts.fact import Fact, days_of
from oc_strategy.facts.reading import Mistake, facts_in, told

_Rows = tuple[Fact, ...]
_Read = tuple[_Rows, tuple[Mistake, ...]]


@dataclass(slots=True)
class Facts:
    """The shipped facts, and those of a folder's `<topic>.yaml` files, which replace (same id) or add."""

    folder: Path | None = None
    _topics: dict[str, tuple[Fact, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _answers: dict[tuple[Any, ...], _Rows] = field(default_factory=dict, init=False, repr=False, compare=False)

    def topics(self) -> tuple[str, ...]:
        """All topics in alphabetical order, without reading any of them."""
        return tuple(sorted({*_shipped_topics(), *_topics_of(self.folder)}))

    def about(self, topic: str) -> tuple[Fact, ...]:
        """All facts of a topic in the order of the file."""
        if topic not in self._topics:
            self._topics[topic] = self._rows(topic)
        return self._topics[topic]

    def every(self, topic: str, place: str | None = None, on: date | None = None, **detail: str) -> tuple[Fact, ...]:
        """The facts of a topic at a place (anywhere if None), in force on a day, with these details."""
        rows = self._with(topic, place, detail)
        return rows if on is None else tuple(fact for fact in rows if fact.holds_on(on))

    def find(self, topic: str, place: str, on: date | None = None, **detail: str) -> Fact | None:
        """The one fact that answers; of several the latest to take effect, then the first in the file."""
        for fact in self._with(topic, place, detail, latest_first=True):
            if on is None or fact.holds_on(on):
                return fact
        return None

    def _with(self, topic: str, place: str | None, detail: Mapping[str, str], *, latest_first: bool = False) -> _Rows:
        """The rows with these details, of any time; the same few questions are asked of each node."""
        question = (latest_first, topic, place, *detail.items())
        found = self._answers.get(question)
        if found is None:
            self._refuse_unknown(topic, detail.keys())
            rows = [fact for fact in self._here(topic, place) if _has(fact, detail)]
            found = tuple(sorted(rows, key=_takes_effect, reverse=True) if latest_first else rows)
            self._answers[question] = found
        return found

    def by_id(self, fact_id: str) -> Fact:
        """The fact of that id, or a KeyError; topics already read are looked through first."""
        found = next((fact for fact in self._all_read_first() if fact.id == fact_id), None)
        if found is None:
            raise KeyError(fact_id)
        return found

    def all(self) -> tuple[Fact, ...]:
        """Every fact there is, topic after topic."""
        return tuple(fact for topic in self.topics() for fact in self.about(topic))

    def mistakes(self) -> tuple[Mistake, ...]:
        """What cannot be used in the user's own lists; reads each of them once more."""
        own = ((self.folder, topic) for topic in _topics_of(self.folder))
        return tuple(mistake for folder, topic in own if folder for mistake in _own(folder, topic)[1])

    def _all_read_first(self) -> Iterator[Fact]:
        for topic in sorted(self.topics(), key=lambda topic: topic not in self._topics):
            yield from self.about(topic)

    def _rows(self, topic: str) -> tuple[Fact, ...]:
        if topic not in self.topics():
            raise KeyError(topic)
        own = _own(self.folder, topic)[0] if self.folder else ()
        return tuple({fact.id: fact for fact in (*_shipped(topic), *own)}.values())

    def _here(self, topic: str, place: str | None) -> tuple[Fact, ...]:
        if place is None:
            return self.about(topic)
        if self._is_mixed(topic):
            return tuple(fact for fact in self.about(topic) if fact.place == place)
        return _shipped_at(topic, place)

    def _is_mixed(self, topic: str) -> bool:
        return topic not in _shipped_topics() or topic in _topics_of(self.folder)

    def _refuse_unknown(self, topic: str, keys: Set[str]) -> None:
        mixed = self._is_mixed(topic)
        known = {key for fact in self.about(topic) for key in fact.detail} if mixed else _cut(topic).detail_keys
        if unknown := keys - known:
            # A misspelt key would match nothing for ever, and a rule built on it would never fire.
            raise KeyError(f"no fact of {topic} has the detail {', '.join(sorted(unknown))}")


def _has(fact: Fact, detail: Mapping[str, str]) -> bool:
    return all(fact.detail.get(key) == value for key, value in detail.items())


def _takes_effect(fact: Fact) -> date:
    return days_of(fact.valid_from)[0] if fact.valid_from else date.min


@cache
def _shipped_topics() -> frozenset[str]:
    data = files(__package__).joinpath("data")
    return frozenset(entry.name[:-5] for entry in data.iterdir() if entry.name.endswith(".yaml"))


@cache
def _shipped(topic: str) -> tuple[Fact, ...]:
    return facts_in(_shipped_text(topic), topic, f"{topic}.yaml")[0] if topic in _shipped_topics() else ()


@cache
def _shipped_at(topic: str, place: str) -> tuple[Fact, ...]:
    rows = _cut(topic).rows_at.get(place)
    return facts_in(rows, topic, f"{topic}.yaml")[0] if rows else ()


@cache
def _cut(topic: str) -> Cut:
    return cut(_shipped_text(topic))


def _shipped_text(topic: str) -> str:
    return files(__package__).joinpath("data", f"{topic}.yaml").read_text(encoding="utf-8")


def _topics_of(folder: Path | None) -> tuple[str, ...]:
    return tuple(path.stem for path in sorted(folder.glob("*.yaml"))) if folder else ()


def _own(folder: Path, topic: str) -> _Read:
    path = folder / f"{topic}.yaml"
    if not path.is_file():
        return (), ()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as problem:
        return (), (Mistake(path.name, "", told("unreadable", problem=problem)),)
    return facts_in(text, topic, path.name)
