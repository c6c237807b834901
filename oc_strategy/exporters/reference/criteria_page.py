"""The page of all criteria: what each asks, for which modes its ends speak, what modes and pairs do by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.criteria import AIMS, ALL_MODES, Criteria, Criterion, Direction, Pole
from oc_strategy.exporters.reference.markdown import address, bullets, code, joint, page, plain, table
from oc_strategy.exporters.reference.origins import sources_of
from oc_strategy.lang import field_label, text, word
from oc_strategy.model.text import Language, Text

TITLE: Final = Text(ja="判断基準", en="Criteria")
_INTRO: Final = Text(
    ja="選択肢を並べるときの判断基準である。符号は、成果がその状態にあるとき各扱いを強く支持（++）・支持（+）・反対（-）・"
    "強く反対（--）することを示す。向きは挙げた資料に基づき、強さは直してよい既定値であって、法の規則ではない。"
    "[自分の判断基準](../how-to/own-criteria.md)に替えられる。使い方は[解説](../explanation/options.md)にある。",
    en="What options are laid out by. A sign says that a state of the output speaks strongly for (++), for (+), "
    "against (-) or strongly against (--) a way to treat it. The direction follows the sources named; the strength is "
    "a default to be changed, no rule of law. Put [your own](../how-to/own-criteria.md) in their place; see also "
    "[how options are laid out](../explanation/options.md).",
)
_MODES: Final = Text(ja="扱いそのものの点", en="What a mode does by itself")
_MODES_INTRO: Final = Text(
    ja="成果について何も知らないうちに、扱いそのものが各ねらいに与える点（-2から2。大きいほどよい）。",
    en="Points for each aim before anything is known of the output, from -2 to 2; more is better.",
)
_PAIRS: Final = Text(ja="二つの成果の組合せの点", en="What two linked outputs do to each other")
_PAIRS_HEAD: Final = (
    Text(ja="つながり", en="Link"),
    Text(ja="一方", en="First"),
    Text(ja="他方", en="Second"),
    Text(ja="点", en="Points"),
    Text(ja="理由", en="Why"),
)
_STATE: Final = Text(ja="状態", en="State")
_AIM: Final = Text(ja="ねらい", en="Aim")
_NAME: Final = Text(ja="書く語", en="Write")
_SOURCES: Final = Text(ja="出典：", en="Sources:")
_ONLY: Final = Text(ja="対象：", en="Only for: ")
_ASKED: Final = Text(ja="モデルから決まる（評価は書かない）", en="answered by the model, not rated")
_STANDARD: Final = Text(ja="標準化", en="Standard")
_TEST: Final = Text(ja="標準化（試験方法）", en="Standard (test method)")


def criteria_page(criteria: Criteria, language: Language) -> str:
    """Every criterion, mode and pair in a language, as one page of Markdown."""
    blocks = [_INTRO.of(language)]
    for name, criterion in criteria.criteria.items():
        blocks += _criterion(name, criterion, language)
    blocks += [f"## {_MODES.of(language)}", _MODES_INTRO.of(language), _modes(criteria, language)]
    blocks += [f"## {_PAIRS.of(language)}", _pairs(criteria, language)]
    return page(TITLE, language, blocks)


def _criterion(name: str, criterion: Criterion, language: Language) -> Iterator[str]:
    yield f"## {code(name)} {plain(criterion.title.of(language))}"
    aim = text(f"options.aims.{criterion.aim}").of(language)
    facets = [f"{_AIM.of(language)}: {aim}"]
    if criterion.only:
        kinds = joint((word("OutputKind", kind).of(language) for kind in criterion.only), language)
        facets.append(_ONLY.of(language) + kinds)
    if criterion.cases:
        facets.append(_ASKED.of(language))
    yield f"{plain(criterion.question.of(language))} ({'; '.join(facets)})"
    yield table(["", _STATE.of(language), *_heads(criterion, language)], _rows(criterion, language))
    yield _SOURCES.of(language)
    yield bullets(address(source) for source in sources_of(criterion.source))


def _directions(criterion: Criterion) -> list[Direction]:
    """The ways of treatment that any of its states speaks for or against, in the order of the modes."""
    named = {direction for _, pole in _poles(criterion) for direction in pole.speaks}
    order: list[Direction] = [*ALL_MODES[:4], "standard", "standard-test", *ALL_MODES[4:]]
    return [direction for direction in order if direction in named]


def _heads(criterion: Criterion, language: Language) -> list[str]:
    return [_direction(direction).of(language) for direction in _directions(criterion)]


def _direction(direction: Direction) -> Text:
    if direction == "standard":
        return _STANDARD
    return _TEST if direction == "standard-test" else word("Mode", direction)


def _poles(criterion: Criterion) -> list[tuple[str, Pole]]:
    ends = (("1", criterion.low), ("5", criterion.high))
    return [*criterion.cases.items(), *((name, pole) for name, pole in ends if pole is not None)]


def _rows(criterion: Criterion, language: Language) -> Iterator[list[str]]:
    for name, pole in _poles(criterion):
        signs = (pole.speaks.get(direction, "") for direction in _directions(criterion))
        yield [code(name), plain(pole.label.of(language)), *signs]


def _modes(criteria: Criteria, language: Language) -> str:
    heads = [_NAME.of(language), "", *(text(f"options.aims.{aim}").of(language) for aim in AIMS)]
    rows = (
        [code(mode), word("Mode", mode).of(language), *(_signed(getattr(points, aim)) for aim in AIMS)]
        for mode, points in criteria.modes.items()
    )
    return table(heads, rows)


def _signed(points: int) -> str:
    return f"{points:+d}" if points else "0"


def _pairs(criteria: Criteria, language: Language) -> str:
    rows = (
        [
            field_label("outputs", pair.edge).of(language),
            joint((text(f"options.postures.{posture}").of(language) for posture in pair.first), language),
            joint((text(f"options.postures.{posture}").of(language) for posture in pair.second), language),
            joint((f"{text(f'options.aims.{aim}').of(language)} {n:+d}" for aim, n in pair.points.items()), language),
            plain(pair.why.of(language)),
        ]
        for pair in criteria.pairs
    )
    return table([head.of(language) for head in _PAIRS_HEAD], rows)
