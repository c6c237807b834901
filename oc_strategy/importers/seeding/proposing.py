"""A map proposed for a sheet by its headings and by what stands below them; it says what it is not sure of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from oc_strategy.importers.seeding.cells import Unread, words_of
from oc_strategy.importers.seeding.dictionary import bare, language_in, meanings, naming_headings
from oc_strategy.importers.seeding.fields import Field, field_at
from oc_strategy.importers.seeding.headings import Headed
from oc_strategy.importers.seeding.naming import folded
from oc_strategy.importers.seeding.reading import pieces_of, value_in
from oc_strategy.importers.seeding.reading_numbers import is_unit, money_in
from oc_strategy.importers.seeding.sheetmap import SheetColumn, SheetMap
from oc_strategy.lang import section_label, text
from oc_strategy.model.sections import SECTIONS
from oc_strategy.model.text import Text

_LOOKED_AT: Final = 300
_NOTHING: Final = SheetMap(section="", id=(), columns={}).says_nothing
_JAPANESE: Final = re.compile(r"[぀-ヿ一-鿿]")
_KINDS: Final[tuple[tuple[str, str, str], ...]] = (
    ("yes-no", "outputs", "revenue_bottleneck"), ("date", "products", "launched"),
    ("country", "outputs", "completed_in"), ("number", "markets", "size"),
)  # fmt: skip
"""What values can be, with a field that takes such ones."""
_MOSTLY: Final = 0.8
_SHARES: Final = frozenset(map(folded, ("持分", "持分比率", "持ち分", "共有持分", "share", "shares")))


@dataclass(frozen=True, slots=True)
class Guess:
    """Where one column could go, what to say with it, and what is not sure."""

    heading: str
    says: Mapping[str, Any] | None
    doubts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A map as far as it can be told from a sheet, with what is not sure about it as a whole."""

    section: str
    id: tuple[str, ...]
    language: str
    guesses: tuple[Guess, ...]
    constants: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Text, ...] = ()


def proposal_for(headed: Headed) -> Proposal:
    """The map that fits the headings of a sheet best; every column is named in it."""
    section, doubts = _section(headed)
    values = {heading: _values(headed, column) for heading, column in headed.columns.items()}
    guesses = tuple(_guess(section, heading, values[heading]) for heading in headed.columns)
    chosen, doubt = _id(headed, guesses, values)
    money = next((found for heading in headed.columns if (found := money_in(bare(heading)[1]))), None)
    has_size = section == "markets" and money is not None and len(str(money)) == 3
    words = [w for g in guesses if _kind(section, g) == "text" for w in (g.heading, *values[g.heading])]
    language = "ja" if any(map(_JAPANESE.search, words)) else "en"
    named = [guess for guess in _with_shares(guesses) if guess.says is not None or guess.heading not in chosen]
    constants = {"currency": str(money)} if has_size else {}
    return Proposal(section, chosen, language, _once(named), constants, (*doubts, *doubt))


def _section(headed: Headed) -> tuple[str, list[Text]]:
    """The section whose fields the headings name best: a heading that only one section knows counts most."""
    names = [folded(bare(heading)[0]) for heading in headed.columns]
    known = Counter(name for section in SECTIONS for name in names if name in meanings(section))
    points = {s: sum(1 / known[name] for name in names if name in meanings(s)) for s in SECTIONS}
    best = sorted(SECTIONS, key=lambda section: -points[section])
    near = [section for section in best[1:3] if points[section] > 0 and points[section] > 0.7 * points[best[0]]]
    if not points[best[0]]:
        return best[0], [text("seeding.doubt-section-none")]
    others = Text.each(lambda lang: ", ".join(f"{s} ({section_label(s).of(lang)})" for s in near))
    return best[0], [text("seeding.doubt-section", others=others)] if near else []


def _values(headed: Headed, column: int) -> list[str]:
    found = (words_of(cells.get(column), _NOTHING) for _, cells in headed.rows())
    return [words for _, words in zip(range(_LOOKED_AT), (w for w in found if isinstance(w, str)), strict=False)]


def _guess(section: str, heading: str, values: Sequence[str]) -> Guess:
    name, bracketed = bare(heading)
    path = meanings(section).get(folded(heading)) or meanings(section).get(folded(name))
    if path is None:
        return Guess(heading, None, tuple(_looks_like(values)))
    to, _, tongue = path.partition("@")
    at = field_at(SECTIONS[section], to)
    assert at is not None
    says: dict[str, Any] = {"to": to}
    language = tongue or language_in(bracketed)
    says |= {"language": language} if language and at.kind == "text" else {}
    says |= {"unit": bracketed} if at.kind == "number" and is_unit(bracketed) else {}
    says |= {"create": at.targets[0].section} if at.kind == "link" else {}
    says |= {"split": ";;"} if at.is_many and any(";;" in words for words in values) else {}
    doubts = [text("seeding.doubt-people")] if to == "inventors" else list(_unread(at, says, values))
    return Guess(heading, None if to == "inventors" else says, tuple(doubts))


def _unread(at: Field, says: Mapping[str, Any], values: Sequence[str]) -> Iterator[Text]:
    """What would be told of the values below a heading, as one doubt."""
    if at.kind == "link":
        return
    column = SheetColumn.model_validate(says)
    read = ((words, value_in(piece, at, column)) for words in values for piece in pieces_of(words, at, column))
    wrong = [(words, value.said) for words, value in read if isinstance(value, Unread)]
    if wrong:
        yield text("seeding.doubt-values", count=len(wrong), of=len(values), first=wrong[0][1])


def _looks_like(values: Sequence[str]) -> Iterator[Text]:
    """What the values of a column without a meaning are, mostly."""
    for kind, section, path in _KINDS:
        at = field_at(SECTIONS[section], path)
        assert at is not None
        good = sum(not isinstance(value_in(words, at, SheetColumn()), Unread) for words in values)
        if values and good >= _MOSTLY * len(values):
            yield text("seeding.doubt-unknown-kind", kind=text(f"seeding.kind-{kind}"))
            return
    yield text("seeding.doubt-unknown" if values else "seeding.doubt-empty")


def _kind(section: str, guess: Guess) -> str | None:
    """What is written where a column goes."""
    at = field_at(SECTIONS[section], guess.says["to"]) if guess.says else None
    return at.kind if at else None


def _with_shares(guesses: Sequence[Guess]) -> list[Guess]:
    """The guesses, with a column of shares said beside the owners that it is about."""
    shares = next((guess.heading for guess in guesses if folded(guess.heading) in _SHARES), None)
    if shares is None or not any(guess.says and guess.says["to"] == "owners" for guess in guesses):
        return list(guesses)
    beside = [
        replace(g, says={**g.says, "shares": shares}) if g.says and g.says["to"] == "owners" else g for g in guesses
    ]
    return [guess for guess in beside if guess.heading != shares]


def _once(guesses: Sequence[Guess]) -> tuple[Guess, ...]:
    """The guesses, with a doubt at each that goes where an earlier one goes, too."""
    first: dict[tuple[str, str], str] = {}
    made = []
    for guess in guesses:
        key = (str(guess.says["to"]), str(guess.says.get("language"))) if guess.says else None
        before = first.setdefault(key, guess.heading) if key else guess.heading
        doubt = [text("seeding.doubt-twice", first=before)] if before != guess.heading else []
        made.append(Guess(guess.heading, guess.says, (*guess.doubts, *doubt)))
    return tuple(made)


def _id(
    headed: Headed, guesses: Sequence[Guess], values: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], list[Text]]:
    """The column that tells a row from others: one that names rows by its heading, else the title, else the first."""
    rows = sum(1 for _ in headed.rows())
    names = naming_headings()
    by_name = sorted((h for h in headed.columns if folded(h) in names), key=lambda h: names.index(folded(h)))
    titles = [guess.heading for guess in guesses if guess.says and guess.says["to"] == "title"]
    possible = [heading for heading in (*by_name, *titles) if not _is_count(values[heading])]
    telling = [h for h in possible if len(values[h]) == len(set(values[h])) == min(rows, _LOOKED_AT)]
    pairs = [f"{t} + {h}" for t in titles for h in headed.columns if t != h and _tell_rows(headed, (t, h), rows)]
    chosen = next(iter((*telling, *pairs, *possible, *headed.columns)), "")
    if chosen in telling or chosen in pairs:
        return (chosen,), [] if chosen in by_name else [text("seeding.doubt-id-title")]
    return (chosen,), [text("seeding.doubt-id")]


def _tell_rows(headed: Headed, headings: Sequence[str], rows: int) -> bool:
    """Whether some columns together have in every row something that no other row has."""
    columns = [headed.columns[heading] for heading in headings]
    found = [tuple(words_of(cells.get(column), _NOTHING) for column in columns) for _, cells in headed.rows()]
    whole = {each for each in found if all(isinstance(words, str) for words in each)}
    return len(whole) == rows


def _is_count(values: Sequence[str]) -> bool:
    """Whether a column merely counts the rows: its numbers change their rows when the sheet is sorted."""
    return len(values) > 1 and list(values) == [str(number) for number in range(1, len(values) + 1)]
