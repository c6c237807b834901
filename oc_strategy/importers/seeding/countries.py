"""Countries and patent offices by their names in Japanese and English, or by their codes of two or three letters.

Names are those of the CLDR, as Babel has them; data/countries.yaml adds what people write besides, and the offices.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from babel import Locale
from babel.core import get_global

from oc_strategy import yamlsource
from oc_strategy.importers.seeding.naming import folded
from oc_strategy.model.text import LANGUAGES

OFFICES: Final = frozenset({"EP", "WO", "EA", "AP", "OA", "GC", "SU", "DD", "CS", "YU"})
"""Offices that are no country, and those of countries that are no more, which old documents name."""
_NO_COUNTRIES: Final = frozenset({"EU", "UN", "EZ", "QO", "ZZ", "XA", "XB"})


def country_in(words: str) -> str | None:
    """The code of the country or office that words name; None where they name none."""
    return _codes().get(folded(words))


@cache
def _codes() -> Mapping[str, str]:
    codes: dict[str, str] = {office.casefold(): office for office in OFFICES}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES:
                codes[code.casefold()] = code
                codes[folded(name)] = code
    for other, now in get_global("territory_aliases").items():
        if len(other) == 3 and other.isalpha() and len(now) == 1:
            codes[other.casefold()] = now[0]
    return {**codes, **_also_called()}


def _also_called() -> dict[str, str]:
    tree, problems = yamlsource.read((files(__package__) / "data" / "countries.yaml").read_bytes())
    assert not problems, problems
    names: Any = tree
    return {folded(name): code for code, each in names.items() for name in each}
