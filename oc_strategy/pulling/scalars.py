"""Dates and numbers in cells, as programs and people write them."""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date, timedelta
from typing import Final

from oc_strategy.importers.xlsx.sheets import Plain
from oc_strategy.model.dates import Date
from oc_strategy.pulling.wrong import Wrong, wrong
from oc_strategy.tables.returning import number

_DAY_ZERO: Final = date(1899, 12, 30)
_LAST_DAY: Final = date.max.toordinal() - _DAY_ZERO.toordinal()
_YEARS: Final = range(1000, 10_000)
_JAPANESE: Final = re.compile("([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?")
_PARTS: Final = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?")


def date_words(content: Plain) -> str:
    """A date as YAML has it: `2024-05-06`, `2024-05`, or a span; other words as they are."""
    if isinstance(content, date):
        return content.isoformat()
    if isinstance(content, bool):
        return str(content)
    if isinstance(content, int | float):
        # A program that lost the cell's format leaves the number of the day; a year is a number, too.
        is_day = content not in _YEARS and 1 <= content <= _LAST_DAY
        return (_DAY_ZERO + timedelta(int(content))).isoformat() if is_day else number(content)
    words = unicodedata.normalize("NFKC", content).strip()
    return "..".join(_part(part.strip()) for part in re.split(r"\.\.|[～~]", words)) if words else ""


def _part(words: str) -> str:
    found = _JAPANESE.fullmatch(words) or _PARTS.fullmatch(words)
    return "-".join(part.zfill(2) for part in found.groups() if part) if found else words


def date_of(content: Plain) -> str | Wrong:
    """A date to write."""
    words = date_words(content)
    try:
        return Date.parse(words).text
    except ValueError:
        return wrong("date", value=words)


def number_words(content: Plain) -> str:
    """A number, the same however it is written; other words as they are."""
    found = _number(content)
    return str(content).strip() if found is None else number(found)


def number_of(content: Plain, *, is_whole: bool) -> int | float | Wrong:
    """A number to write."""
    found = _number(content)
    if found is None or (is_whole and found != int(found)):
        return wrong("whole-number" if is_whole else "number", value=str(content))
    return int(found) if found == int(found) else found


def _number(content: Plain) -> float | None:
    if isinstance(content, bool | date):
        return None
    if isinstance(content, str):
        words = unicodedata.normalize("NFKC", content).replace(",", "").strip().removesuffix("%").strip()
        try:
            content = float(words)
        except ValueError:
            return None
    return float(content) if math.isfinite(content) else None
