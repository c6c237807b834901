"""Words of a sheet compared and turned into ids: stable ones, whatever order the rows come in."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

_LONGEST: Final = 80
_BEGINNINGS: Final = (
    ("特願", "jp-app-"), ("実願", "jp-um-app-"), ("特開", "jp-pub-"), ("特表", "jp-nat-"), ("再表", "jp-re-"),
    ("特公", "jp-exam-"), ("特許第", "jp-pat-"), ("特許", "jp-pat-"), ("実開", "jp-um-pub-"), ("実登", "jp-um-"),
    ("実全", "jp-um-full-"), ("意願", "jp-des-app-"), ("意匠登録第", "jp-des-"), ("平", "h"), ("昭", "s"), ("令", "r"),
)  # fmt: skip
"""How numbers of Japanese documents begin, in letters that an id can have."""
_DOCUMENT: Final = re.compile(r"[特実再意]\S{1,4}?[平昭令\d]")


def folded(words: str) -> str:
    """Words as they are compared: width, case and blanks make no difference."""
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


def id_from(words: str, prefix: str = "") -> str:
    """An id made of words. Where letters are lost that no id can have, a digest of the words keeps it apart."""
    plain = unicodedata.normalize("NFKC", words).strip()
    latin = _romanised(plain)
    spelt = "".join(sign for sign in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(sign))
    slug = re.sub(r"[^a-z0-9]+", "-", spelt.lower()).strip("-")
    is_whole = bool(slug) and all(sign.isascii() for sign in spelt)
    parts = [slug] if is_whole else [part for part in (slug, digest_of(folded(words))[:8]) if part]
    made = prefix + "-".join(parts)
    return made if len(made) <= _LONGEST else f"{made[: _LONGEST - 9].rstrip('-')}-{digest_of(folded(words))[:8]}"


def digest_of(words: str) -> str:
    """Hexadecimal digits that stand for words."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _romanised(plain: str) -> str:
    if not _DOCUMENT.match(plain):
        return plain
    for japanese, latin in _BEGINNINGS:
        plain = plain.replace(japanese, latin, 1)
    return plain.removesuffix("号")
