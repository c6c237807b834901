"""Dates as people and offices write them, in Japanese and in English, to dates known to the year, the month or the day.

Years of Japanese eras count from the era's first year (令和1 = 2019, 平成1 = 1989, 昭和1 = 1926, 大正1 = 1912,
明治1 = 1868).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from oc_strategy.importers.seeding.sheetmap import Order
from oc_strategy.lang import text
from oc_strategy.model.dates import Date
from oc_strategy.model.text import Text

_ERAS: Final = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868}
_LETTERS: Final = {"R": "令和", "H": "平成", "S": "昭和", "T": "大正", "M": "明治"}
_LAST_YEARS: Final = {"平成": 31, "昭和": 64, "大正": 15, "明治": 45}
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ERA: Final = re.compile(r"(令和|平成|昭和|大正|明治|[RHSTM](?=[\d元]))\.?(\d{1,2}|元)(?=\D|$)")
_TIME: Final = re.compile(r"(?<=\d)[T ]\d{1,2}:\d{2}.*$")
_YEAR_FIRST: Final = re.compile(r"(\d{4})(?:[-/.年](?:(\d{1,2})(?:[-/.月](?:(\d{1,2})日?)?)?)?)?")
_DIGITS: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_IN_WORDS: Final = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([a-z]{3,9})\.?[ -](?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})"
)
_FISCAL: Final = re.compile(r"(\d{4})年度")
_QUARTER: Final = re.compile(r"(\d{4})[ -/年]?第?(?:q([1-4])|([1-4])四半期|([1-4])q)")


def date_in(words: str, order: Order | None = None) -> str | Text:
    """The date in a cell, as this project writes dates; or why it is none.

    `order` is that of day and month where a year comes last; without one, a date that could be read both ways is not.
    A Japanese fiscal year (年度) is the span from April to March.
    """
    folded = unicodedata.normalize("NFKC", words).strip()
    plain = _TIME.sub("", _without_era(folded)).lower().strip()
    found = _span(plain) or _year_first(plain) or _in_words(plain) or _year_last(plain, order)
    if found is None:
        return text("seeding.not-a-date", value=words[:60])
    if found == "?":
        return text("seeding.ambiguous-date", value=words[:60])
    try:
        return str(Date.parse(found))
    except ValueError:
        return text("seeding.not-a-date", value=words[:60])


def _without_era(words: str) -> str:
    match = _ERA.match(words)
    if match is None:
        return words
    era = _LETTERS.get(match[1], match[1])
    year = 1 if match[2] == "元" else int(match[2])
    if not 1 <= year <= _LAST_YEARS.get(era, 99):
        return words
    return f"{_ERAS[era] + year - 1}{words[match.end() :].replace(' ', '')}"


def _span(plain: str) -> str | None:
    if match := _FISCAL.fullmatch(plain):
        return f"{match[1]}-04..{int(match[1]) + 1}-03"
    if match := _QUARTER.fullmatch(plain):
        quarter = int(match[2] or match[3] or match[4])
        return f"{match[1]}-{quarter * 3 - 2:02}..{match[1]}-{quarter * 3:02}"
    return None


def _year_first(plain: str) -> str | None:
    match = _DIGITS.fullmatch(plain) or _YEAR_FIRST.fullmatch(plain.replace(" ", ""))
    return _joined(match[1], match[2], match[3]) if match else None


def _joined(year: str, month: str | None, day: str | None) -> str:
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])


def _in_words(plain: str) -> str | None:
    match = _IN_WORDS.fullmatch(plain)
    if match is None or match[2][:3] not in _MONTHS or (match[1] and match[3]):
        return None
    return _joined(match[4], str(_MONTHS.index(match[2][:3]) + 1), match[1] or match[3])


def _year_last(plain: str, order: Order | None) -> str | None:
    match = _YEAR_LAST.fullmatch(plain)
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    # A dot stands between day and month, never between month and day.
    chosen = order if order != "ymd" else None
    known = chosen or ("dmy" if match[2] == "." or first > 12 else "mdy" if second > 12 else None)
    if known is None and first != second:
        return "?"
    day, month = (second, first) if known == "mdy" else (first, second)
    return f"{match[4]}-{month:02}-{day:02}"
