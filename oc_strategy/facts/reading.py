"""YAML text to facts, with every row that cannot be used told as a mistake instead of raised."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast, get_args

from oc_strategy import lang, yamlsource
from oc_strategy.facts.fact import UNDATED, Confidence, Fact, days_of
from oc_strategy.model.text import Text

_REQUIRED = ("id", "place", "as_of", "confidence", "statement")
_KNOWN = {*_REQUIRED, "topic", "value", "unit", "detail", "valid_from", "valid_to", "source", "reference"}
_TEXTS = sorted(_KNOWN - {"detail", "source", "statement"})


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with one row (its id, or its place in the list), or with a whole file (an empty row)."""

    file: str
    row: str
    what: Text


def told(why: str, **values: object) -> Text:
    """What is wrong with facts of somebody's own, in both languages."""
    return lang.text(f"facts-mistakes.{why}", **values)


def facts_in(text: str, topic: str, file: str) -> tuple[tuple[Fact, ...], tuple[Mistake, ...]]:
    """The usable rows of one data file in their order, and the mistakes in the others."""
    tree, problems = yamlsource.read(text.encode())
    if problems:
        return (), tuple(Mistake(file, "", _refused(refusal)) for refusal in problems)
    rows = tree.get("facts") if isinstance(tree, dict) else None
    if not isinstance(rows, list):
        return (), (Mistake(file, "", told("no-list")),)
    facts: dict[str, Fact] = {}
    mistakes: list[Mistake] = []
    for index, row in enumerate(map(_written, rows), 1):
        faults = list(_faults(row, topic)) or list(_repeated(row, facts))
        mistakes += [Mistake(file, _name(row, index), fault) for fault in faults]
        if not faults:
            facts[row["id"]] = _fact(row, topic)
    return tuple(facts.values()), tuple(mistakes)


def _refused(refusal: yamlsource.Refusal) -> Text:
    problem = lang.text(f"problems.{refusal.code}.message", **dict(refusal.values))
    return told("refused", line=refusal.spot.line, problem=problem)


def _written(row: Any) -> Any:
    """A row without the keys that nothing stands behind."""
    return {key: value for key, value in row.items() if value is not None} if isinstance(row, dict) else row


def _name(row: object, index: int) -> str:
    name = row.get("id") if isinstance(row, dict) else None
    return name if isinstance(name, str) and name else f"#{index}"


def _repeated(row: Mapping[str, str], seen: Mapping[str, Fact]) -> Iterator[Text]:
    if row["id"] in seen:
        yield told("id-twice")


def _faults(row: object, topic: str) -> Iterator[Text]:
    if not isinstance(row, dict):
        yield told("row")
        return
    yield from (told("unknown-key", key=key) for key in row if key not in _KNOWN)
    yield from (told("missing", key=key) for key in _REQUIRED if not row.get(key))
    ragged = [key for key in _TEXTS if not isinstance(row.get(key, ""), str)]
    yield from (told("word", key=key) for key in ragged)
    if not ragged:
        yield from _wrong_words(row, topic)
    yield from _wrong_shapes(row)


def _wrong_words(row: Mapping[str, str], topic: str) -> Iterator[Text]:
    if row.get("topic", topic) != topic:
        yield told("topic", topic=topic)
    if row.get("confidence") not in get_args(Confidence):
        yield told("confidence", words=", ".join(get_args(Confidence)))
    if row.get("unit") and not row.get("value", "").isdecimal():
        yield told("unit")
    for key in ("valid_from", "valid_to", "as_of"):
        if (text := row.get(key)) and not (_is_date(text) or (key == "as_of" and text == UNDATED)):
            yield told("date", key=key)


def _is_date(text: str) -> bool:
    try:
        days_of(text)
    except ValueError:
        return False
    return True


def _wrong_shapes(row: Mapping[str, object]) -> Iterator[Text]:
    if not _is_flat(row.get("detail", {})):
        yield told("detail")
    if not isinstance(row.get("statement", ""), str) and not _is_flat(row["statement"]):
        yield told("statement")
    source = row.get("source", "")
    if not isinstance(source, str) and not _is_list_of_texts(source):
        yield told("source")


def _is_flat(value: object) -> bool:
    return isinstance(value, dict) and _is_list_of_texts(list(value.values()))


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _fact(row: Mapping[str, Any], topic: str) -> Fact:
    source, statement = row.get("source", []), row["statement"]
    words = {"en": statement, "ja": statement} if isinstance(statement, str) else statement
    return Fact(
        id=row["id"],
        topic=topic,
        place=row["place"],
        value=row.get("value"),
        unit=row.get("unit"),
        detail=dict(row.get("detail", {})),  # without the places that a mapping of YAML remembers
        valid_from=row.get("valid_from"),
        valid_to=row.get("valid_to"),
        as_of=row["as_of"],
        confidence=cast(Confidence, row["confidence"]),
        source=(source,) if isinstance(source, str) else tuple(source),
        reference=row.get("reference", ""),
        # One language is enough in a user's own list; the other then reads the same.
        statement_ja=words.get("ja") or words.get("en", ""),
        statement_en=words.get("en") or words.get("ja", ""),
    )
