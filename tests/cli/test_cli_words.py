"""What the commands say: in the language asked for, one line for each refusal, with what was probably meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from calling import EXAMPLES, call, project

import oc_strategy.checking
from oc_strategy.model.text import LANGUAGES, Language

JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")
REFUSED = [
    ("check", "--option", "opne-symbol", "open-symbol"),
    ("check", "--fail-on", "eror", "error"),
    ("check", "--as-of", "12/24", "2026-04-01"),
    ("check", "--fomat", "json", "--format"),
    ("chek", "check"),
    ("check", "--as-of", "--as-of"),
    ("rules", "a", "b", "a b"),
    ("explain", "nothing-close", "nothing-closed"),
    ("explain", "nothing-closed:symbl", "nothing-closed:symbl"),
    ("explain", "RULE_OR_FINDING"),
    ("facts", "grace-perod", "grace-period"),
    ("facts", "--for", "JQ", "JQ"),
    ("facts", "--months", "0", "1.."),
    ("facts", "--folder", "nowhere", "nowhere"),
    ("list", "--section", "patent", "patents"),
    ("show", "decoderr", "decoder"),
    ("diagram", "--focus", "symbl", "symbol"),
    ("diagram", "--depth", "x", "0..9"),
    ("diagram", "-o", "-", "mermaid"),
    ("diagram", "-o", "x.svg", "--format", "png", "x.svg"),
    ("diagram", "--view", "strateg", "strategy"),
    ("init", "x", "--example", "qrcode", "qr-code"),
    ("init", "x", "--example", "dvd", "--title", "X", "--title"),
    ("init", "x", "--id", "-a", "a-z"),
    ("init", "x", "--id", "con", "con"),
    ("init", "x", "--template", "company", "--id", "core-output", "core-output"),
    ("init", ".", "project.yaml"),
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_a_refusal_is_one_line_in_the_language_that_says_what_was_meant(words: tuple[str, ...], lang: Language) -> None:
    *arguments, named = words
    answer = call(*arguments, lang=lang, folder=EXAMPLES / "qr-code")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1, answer.err
    assert answer.err.startswith("oc-strategy: ")
    assert named in answer.err
    assert bool(JAPANESE.search(answer.err)) == (lang == "ja"), answer.err


def test_the_language_is_asked_for_on_the_line_before_it_is_taken_from_elsewhere() -> None:
    assert JAPANESE.search(call("chek", "--lang", "ja").err)
    assert JAPANESE.search(call("check", "nowhere", "--lang=ja").err)
    assert not JAPANESE.search(call("check", "nowhere", "--lang", "en", lang="ja").err)
    assert JAPANESE.search(call("check", "nowhere", lang="", LANG="ja_JP.UTF-8").err)
    assert not JAPANESE.search(call("check", "nowhere", lang="", LANG="ja_JP.UTF-8", LC_ALL="C.UTF-8").err)


HAPPY = [
    ("check",),
    ("check", "--unanswered", "--no-exceptions"),
    ("list",),
    ("show", "decoder"),
    ("show", "finder-pattern"),
    ("rules",),
    ("facts",),
    ("facts", "grace-period", "--for", "jp"),
    ("explain", "nothing-closed"),
    ("explain", "unknown-reference"),
    ("explain", "filed-before-public:finder-pattern"),
    ("--help",),
    ("check", "--help"),
]


@pytest.mark.parametrize("words", HAPPY, ids=" ".join)
def test_both_languages_say_as_much_and_only_japanese_is_japanese(words: tuple[str, ...]) -> None:
    told = {lang: call(*words, lang=lang, folder=EXAMPLES / "qr-code") for lang in LANGUAGES}
    for lang, answer in told.items():
        assert (answer.status, answer.err) == (0, "")
        assert bool(JAPANESE.search(answer.out)) == (lang == "ja")
    english, japanese = (len(told[lang].out.splitlines()) for lang in ("en", "ja"))
    assert english == japanese or "--help" in words


def test_no_raw_name_of_a_link_is_shown() -> None:
    out = call("show", "finder-pattern", EXAMPLES / "qr-code").out
    assert "Outputs covered: Symbol with finder pattern [symbol]" in out
    assert "[free-use] (licence: " in out
    links = out[out.index("Links to") : out.index("Dates")]
    assert not re.search(r"^  [a-z_]+ ", links, re.M)


def test_dates_are_told_in_order_with_those_to_be_kept() -> None:
    out = call("show", "finder-pattern", EXAMPLES / "qr-code").out
    dates = out[out.index("Dates\n") : out.index("Findings\n")].splitlines()[1:]
    assert [line.strip()[:10] for line in dates] == sorted(line.strip()[:10] for line in dates)
    assert "  1994-03-14: Priority date" in dates


@pytest.mark.parametrize(("lang", "words"), [("en", "Nothing was found."), ("ja", "指摘はない。")])
def test_a_check_that_finds_nothing_says_so_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Language, words: str
) -> None:
    assert words not in call("check", EXAMPLES / "qr-code", lang=lang).out
    monkeypatch.setattr(oc_strategy.checking, "all_rules", tuple)
    answer = call("check", project(tmp_path), lang=lang)
    assert answer.out.splitlines()[0] == words
    assert len(answer.out.splitlines()) == 2


def test_the_advice_is_given_once_and_not_when_quiet() -> None:
    loud, quiet = (call("check", EXAMPLES / "dvd", *more) for more in ((), ("--quiet",)))
    assert loud.out.count("no legal advice") == 1
    assert loud.out.splitlines()[-1].startswith("Error 1 / ")
    assert "no legal advice" not in quiet.out
    assert quiet.out.splitlines()[-1] == loud.out.splitlines()[-1]


def test_the_gravest_comes_last_and_what_was_accepted_first() -> None:
    out = call("check", EXAMPLES).out
    found = re.findall(r"^(\S+)/\w+.yaml:\d+:\d+: (Good|To be judged|Warning|Error) (\(Excepted\))?", out, re.M)
    order = ["Good", "To be judged", "Warning", "Error"]
    folders = list(dict.fromkeys(folder for folder, _, _ in found))
    assert len(folders) > 5
    assert found == sorted(found, key=lambda f: (folders.index(f[0]), not f[2], order.index(f[1])))
    assert {grave for _, grave, _ in found} == set(order)
    assert any(accepted for _, _, accepted in found)


def test_doctor_says_what_there_is_and_ends_by_it() -> None:
    english, japanese = call("doctor"), call("doctor", lang="ja")
    assert english.status == japanese.status
    assert english.status in {0, 1}
    assert ("All is there." in english.out) == (english.status == 0)
    assert "日本語フォント" in japanese.out
