"""What a workbook's styles say that matters for filling: letters' size, wrapping, dates; and text kept text."""

from __future__ import annotations

from copy import deepcopy

from lxml.etree import _Element
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from oc_strategy.exporters.forms.cells.names import parsed, tag, written

_SIZE = 11.0
_DIGIT, _WIDE_DIGIT = 5.25, 6.0
_WIDE_FONTS = ("Yu ", "游", "Meiryo", "メイリオ", "ゴシック", "明朝", "Gothic", "Mincho")


class Styles:
    """The styles part: looks are found by number; one is added where a text must be kept from being worked out."""

    def __init__(self, data: bytes) -> None:
        self._root = parsed(data)
        self._formats = self._root.find(tag("cellXfs"))
        self._fonts = self._root.find(tag("fonts"))
        codes = self._root.findall(f"{tag('numFmts')}/{tag('numFmt')}")
        self._codes = {code.get("numFmtId"): code.get("formatCode", "") for code in codes}
        self._quoted: dict[int, int] = {}

    def _format(self, number: int) -> _Element | None:
        return self._formats[number] if self._formats is not None and number < len(self._formats) else None

    def size(self, number: int) -> float:
        """Points of the letters."""
        found = self._format(number)
        at = int(found.get("fontId", "0")) if found is not None else 0
        font = self._fonts[at] if self._fonts is not None and at < len(self._fonts) else None
        size = font.find(tag("sz")) if font is not None else None
        return float(size.get("val", _SIZE)) if size is not None else _SIZE

    @property
    def digit(self) -> float:
        """Points of a digit of the usual font, in which the widths of columns are counted."""
        name = self._fonts[0].find(tag("name")) if self._fonts is not None and len(self._fonts) else None
        is_wide = name is not None and any(word in name.get("val", "") for word in _WIDE_FONTS)
        return _WIDE_DIGIT if is_wide else _DIGIT

    def is_wrapped(self, number: int) -> bool:
        """Whether a long text takes several lines."""
        found = self._format(number)
        alignment = found.find(tag("alignment")) if found is not None else None
        return alignment is not None and alignment.get("wrapText") in {"1", "true"}

    def is_date(self, number: int) -> bool:
        """Whether a number is shown as a date."""
        found = self._format(number)
        code = found.get("numFmtId", "0") if found is not None else "0"
        words = self._codes.get(code) or BUILTIN_FORMATS.get(int(code), "")
        return is_date_format(words) or any(sign in words for sign in "年月日")

    def quoted(self, number: int) -> int:
        """The same look for a text that must not become a formula when somebody edits it."""
        found = self._format(number)
        if found is None or self._formats is None:
            return number
        if number not in self._quoted:
            copy = deepcopy(found)
            copy.set("quotePrefix", "1")
            self._formats.append(copy)
            self._formats.set("count", str(len(self._formats)))
            self._quoted[number] = len(self._formats) - 1
        return self._quoted[number]

    def data(self) -> bytes:
        """The part as it is now."""
        return written(self._root)
