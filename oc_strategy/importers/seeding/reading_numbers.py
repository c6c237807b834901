"""Numbers as people write them: full-width digits, thousands, units such as 億円 and million, money and percent."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Final

from oc_strategy.lang import text
from oc_strategy.model.text import Text

_FACTORS: Final = {
    "兆": 10**12, "億": 10**8, "百万": 10**6, "万": 10**4, "千": 10**3, "trillion": 10**12, "billion": 10**9,
    "bn": 10**9, "million": 10**6, "mn": 10**6, "thousand": 10**3, "k": 10**3, "m": 10**6, "b": 10**9, "tn": 10**12,
}  # fmt: skip
_MONEY: Final = {
    "円": "JPY", "¥": "JPY", "jpy": "JPY", "yen": "JPY", "米ドル": "USD", "ドル": "USD", "us$": "USD", "usd": "USD",
    "$": "USD", "ユーロ": "EUR", "eur": "EUR", "€": "EUR", "euro": "EUR", "元": "CNY", "人民元": "CNY", "cny": "CNY",
    "rmb": "CNY", "ウォン": "KRW", "krw": "KRW", "ポンド": "GBP", "gbp": "GBP", "£": "GBP",
}  # fmt: skip
_COUNTED: Final = ("%", "パーセント", "percent", "人", "名", "件", "台", "個", "社", "年", "か月", "months", "people")
_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+")
_BLANKS: Final = re.compile(r"(?<!\d)\s+|\s+(?!\d)|(?<=\d)\s(?=\d{3}(?!\d))")
"""Blanks that tell nothing: not those between two numbers, but those between thousands."""
_NEGATIVE: Final = re.compile(r"^[(△▲](.+?)\)?$")


def number_in(words: str, unit: str | None = None) -> int | float | Text:
    """The number in a cell, times what its unit and that of its column say; or why it is none.

    `1,200億円` is 120000000000, `12.5%` is 12.5, `△3` and `(3)` are -3. A cell that names a factor of its own is not
    multiplied by the column's.
    """
    plain = _folded(words)
    negative = _NEGATIVE.match(plain)
    parts = _parts(negative[1] if negative else plain)
    factors = None if parts is None else _factors(parts[1])
    if parts is None or factors is None:
        return text("seeding.not-a-number", value=words[:60])
    factor = factors if factors != 1 else _factors(_folded(unit or "")) or 1
    number = parts[0] * factor * (-1 if negative else 1)
    return int(number) if number == number.to_integral_value() else float(number)


def is_unit(words: str) -> bool:
    """Whether words name a unit that numbers can have."""
    return bool(words.strip()) and _factors(_folded(words)) is not None


def money_in(words: str) -> str | None:
    """The three letters of the currency that is named in a cell or a unit; None where none is."""
    plain = _folded(words)
    if re.fullmatch("[a-z]{3}", plain):
        return plain.upper()
    return next((_MONEY[name] for name in sorted(_MONEY, key=len, reverse=True) if name in plain), None)


def _folded(words: str) -> str:
    folded = unicodedata.normalize("NFKC", words).casefold().replace("−", "-").replace("\\", "¥")
    return _BLANKS.sub("", folded.strip())


def _parts(plain: str) -> tuple[Decimal, str] | None:
    """The number and what stands around it; None where there is not exactly one."""
    found = list(_NUMBER.finditer(plain))
    if len(found) != 1:
        return None
    match = found[0]
    try:
        return Decimal(match[0].replace(",", "")), plain[: match.start()] + plain[match.end() :]
    except InvalidOperation:
        return None


def _factors(unit: str) -> int | None:
    """What a unit multiplies by; None for words that are no unit."""
    rest, factor = unit, 1
    while rest:
        known = next((name for name in _NAMES if rest.startswith(name)), None)
        if known is None:
            return None
        factor *= _FACTORS.get(known, 1)
        rest = rest.removeprefix(known)
    return factor


_NAMES: Final = sorted((*_FACTORS, *_MONEY, *_COUNTED), key=len, reverse=True)
