"""The text of a secret holds more than a pointer to where the secret is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from oc_strategy.lang import field_label
from oc_strategy.model.rights import Secret
from oc_strategy.model.text import LANGUAGES, Language, Text
from oc_strategy.rule import Answer, Basis, Case, Finding, rule

TEXTS: Final = ("title", "summary", "note", "useful_because")
LONGEST: Final[dict[Language, int]] = {"ja": 160, "en": 320}
"""Characters that a pointer with its reason fits into; a description of how it is done does not."""
TOO_TELLING: Final = 2
"""Traces that together tell content: one figure with a unit, and a second one or a word of making."""

_QUANTITY: Final = re.compile(
    r"\d(?:[\d.,]*\d)?\s?"
    r"(?:[°º]\s?[CF]\b|℃|wt\s?%|vol\s?%|mol\s?%|at\s?%|mol\b|ppm\b|ppb\b|[kMG]?Pa\b|bar\b|rpm\b|[kMG]?Hz\b"
    r"|[nµμum]m\b|[mµμk]?g\b|m[lL]\b|[kmM]?[VAW]\b|m?s\b|min\b|eV\b|dB\b|K\b|%"
    r"|度(?!目)|秒|分間|時間|回転|気圧|質量部|重量部|モル|グラム|ミリ|ミクロン|倍量)"
)
_MAKING: Final = re.compile(
    r"配合|混合|添加|加熱|冷却|焼成|焼結|焼き|撹拌|攪拌|熱処理|滴下|溶解|塗布|しきい値|閾値|重み|係数|設定値"
    r"|\b(?:mix(?:ed|ing)?|add(?:ed|ing)?|heat(?:ed|ing)?|cool(?:ed|ing)?|anneal(?:ed|ing)?|stir(?:red|ring)?"
    r"|sinter(?:ed|ing)?|dissolv(?:e|ed|ing)|ratio|threshold|coefficient|dos(?:e|ed|ing)|set to|hold(?:ing)? at"
    r"|temperature|pressure)\b",
    re.IGNORECASE,
)
_CODE: Final = re.compile(
    r"^\s*(?:def \w+\(|class \w+[(:]|#include\b|import \w+$|from \w+ import )"
    r"|\b(?:for|while) ?\([^)]*[;<>=]|[=!]=|\w\s?[+*/]=\s?\w|;\s*$|\w\(\w*\)\s?\{",
    re.MULTILINE,
)


@rule(
    severity="error",
    question=Text(
        en="Do the entries of secrets point to them without telling them?",
        ja="営業秘密の項目は、中身を書かずに所在だけを示しているか",
    ),
    message=Text(
        en='"{field}" of {secret} seems to tell the secret itself: {trace}.',
        ja="{secret} の「{field}」に、秘密の中身と見られる記述がある（{trace}）。",
    ),
    remedy=Text(
        en="Keep a name, a register number and a reason; move the content to the register, and have the file's history "
        "purged of it.",
        ja="名称・管理番号・理由だけを残し、中身は管理台帳に移す。ファイルの履歴からも消す。",
    ),
    why=Text(
        en="These files are copied, reviewed and turned into worksheets; a secret written into them is no longer "
        "managed as one. Figures with units next to words of making, passages of code, or long texts are taken as "
        "signs, so a harmless text may be named and a telling one missed.",
        ja="このファイルは複写・閲覧され、帳票にもなる。書かれた秘密は、もう秘密として管理されていない。"
        "単位付きの数値と製法の言葉の組合せ、プログラムの断片、長い文章を手掛かりとするため、"
        "無害な文章を指すことも、見落とすこともある。",
    ),
    basis=Basis(facts=("trade-secret-requirements",), practice=("S53", "G54")),
    fires="""
id: demo
secrets:
  firing:
    title: Firing curve (register no. K-07)
    summary: Heat to 1,150 °C within 40 min, then hold at that temperature  # <- secret-content-in-model
""",
    silent="""
id: demo
secrets:
  firing:
    title: Firing curve (register no. K-07)
    summary: Temperatures and times of firing; kept in the safe of plant 2 since 2019
    useful_because: It raises the yield by 5 % at a lower temperature
""",
)
def secret_content_in_model(case: Case) -> Iterator[Answer]:
    for secret in case.graph.of(Secret):
        for field in TEXTS:
            text: Text | None = getattr(secret, field)
            trace = _trace(text, is_benefit=field == "useful_because") if text else None
            if trace:
                # No chain and no quotation: a finding must not carry the secret further.
                values = {"secret": _named_without_title(secret), "field": field_label("secrets", field)}
                facts = case.facts.every("trade-secret-requirements", requirement="secrecy-management")
                yield Finding(secret, field, {**values, "trace": trace}, facts=facts)


def _named_without_title(secret: Secret) -> Text:
    return Text.plain(f"[{secret.id}]")


def _trace(text: Text, *, is_benefit: bool) -> Text | None:
    """What gives the content away, in words that do not repeat it."""
    found = (_trace_in(text, language, is_benefit) for language in LANGUAGES)
    return next((trace for trace in found if trace is not None), None)


def _trace_in(text: Text, language: Language, is_benefit: bool) -> Text | None:
    words = unicodedata.normalize("NFKC", getattr(text, language) or "")
    if is_benefit:
        # What a secret brings is told in per cent of yield or cost; that gives no recipe away.
        words = words.replace("%", "")
    if _CODE.search(words):
        return Text(en="a passage of code", ja="プログラムの断片")
    quantities = len(_QUANTITY.findall(words))
    if quantities and quantities + len(_MAKING.findall(words)) >= TOO_TELLING:
        return Text(en="figures with units and words of making", ja="単位付きの数値と製法の言葉")
    if len(words) > min(LONGEST.values()) and len(words) > _longest(words, language):
        return Text(en="a text longer than a pointer needs", ja="所在を示すには長い文章")
    return None


def _longest(words: str, language: Language) -> int:
    # A plain string stands for both languages, so the script decides and not the key.
    is_wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in words) * 2 > len(words)
    return LONGEST["ja" if is_wide else "en"] if words.strip() else LONGEST[language]
