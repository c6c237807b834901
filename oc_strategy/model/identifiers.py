"""Whether an identifier can be one: check digits of parties, numbers of patent documents, kinds of designations."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LEI: Final = re.compile(r"[A-Z0-9]{18}[0-9]{2}")
_ROR: Final = re.compile(r"(?:https?://ror\.org/|ror\.org/)?0([0-9a-hjkmnp-tv-z]{6})([0-9]{2})")
_ROR_DIGITS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_CORPORATE: Final = re.compile(r"[1-9][0-9]{12}")
_DOCUMENT: Final = re.compile(r"[A-Z0-9特許願実用新案意匠登録公開表再昭平令第号開告 /,.\-()]*")
_KIND: Final = re.compile(r"\d[ .\-]?([A-Z][0-9]?)")

_PREFIXES: Final = (
    (re.compile(r"(?:ISO/)?IWA\b"), ("iwa",)),
    (re.compile(r"(?:ISO|IEC)\b"), ("iso-iec", "iwa")),
    (re.compile(r"JIS(?![A-Z]{2})"), ("jis",)),
    (re.compile(r"ETSI\b"), ("etsi",)),
    (re.compile(r"(?:REC(?:OMMENDATION)?\.? )?ITU-?T\b"), ("itu-t",)),
    (re.compile(r"(?:REC(?:OMMENDATION)?\.? )?ITU-?R\b"), ("itu-r",)),
    (re.compile(r"(?:RFC|BCP) ?-?\d"), ("ietf-rfc",)),
    (re.compile(r"DRAFT-"), ("ietf-id",)),
    (re.compile(r"(?:[A-Z/]+/ ?)?IEEE\b"), ("ieee",)),
    (re.compile(r"(?:PREN|FPREN|EN|HD|CEN|CLC|CWA)[ /]"), ("en", "etsi")),
    (re.compile(r"3GPP\b"), ("3gpp",)),
)
_BODIES: Final = {
    "iso": ("iso-iec", "iwa"), "iec": ("iso-iec",), "iso-iec": ("iso-iec",), "jis": ("jis",), "jisc": ("jis",),
    "etsi": ("etsi",), "itu-t": ("itu-t",), "itu-r": ("itu-r",), "ietf": ("ietf-rfc", "ietf-id"), "ieee": ("ieee",),
    "cen": ("en",), "cenelec": ("en",), "3gpp": ("3gpp",),
}  # fmt: skip


def is_lei(text: str) -> bool:
    """Whether a Legal Entity Identifier has its form and check digits (ISO 17442; ISO/IEC 7064, MOD 97-10)."""
    return bool(_LEI.fullmatch(text)) and int("".join(str(int(sign, 36)) for sign in text)) % 97 == 1


def is_ror(text: str) -> bool:
    """Whether a ROR id, with or without its address, has its form and check digits (ISO/IEC 7064, MOD 97-10)."""
    match = _ROR.fullmatch(text)
    if match is None:
        return False
    number = 0
    for sign in match[1]:
        number = number * 32 + _ROR_DIGITS.index(sign)
    return (number * 100 + int(match[2])) % 97 == 1


def is_corporate_number(text: str) -> bool:
    """Whether a Japanese corporate number (法人番号) has 13 digits, the first of which checks the others.

    The check digit is 9 - (sum of digits times 1, 2, 1, 2, ... from the right, modulo 9).
    """
    if not _CORPORATE.fullmatch(text):
        return False
    weighted = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(text[1:])))
    return int(text[0]) == 9 - weighted % 9


def kinds_of_designation(designation: str, body: str | None) -> tuple[str, ...]:
    """The kinds of identifier a designation may be, by how it begins, else by its body; empty where unknown."""
    begin = unicodedata.normalize("NFKC", designation).upper()
    found = next((kinds for prefix, kinds in _PREFIXES if prefix.match(begin)), ())
    return found or _BODIES.get(body or "", ())


def has_document_shape(text: str) -> bool:
    """Whether a text can be the number of a patent document: a digit, and only signs that offices use."""
    return any(sign.isdigit() for sign in text) and bool(_DOCUMENT.fullmatch(text))


def office_in(text: str) -> str | None:
    """The two letters a document's number begins with, if it begins with two letters."""
    match = re.match(r"[A-Z]{2}(?![A-Z])", text)
    return match[0] if match else None


def kind_in(text: str) -> str | None:
    """The kind code that ends a document's number, if one does."""
    match = _KIND.search(text)
    return match[1] if match and match.end() == len(text) else None
