"""What a change leaves alone, and what it writes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oc_strategy import yamlsource
from oc_strategy.yamlediting import Change, Drop, Put, Rekey, applied, edited
from oc_strategy.yamlediting.changes import plain

TEXT = """\
# top
outputs:  # what came out
  symbol:
    title: {ja: シンボル, en: Symbol}  # both
    kind: "interface"
    complements: [decoder, 'reader',]

    # the core
  decoder:
    title: Decoder
    ratings:
    summary: >-
      folded over
      two lines
members:
  - office: JP  # first
    filed: 1994-03-14
  - {office: US, filed: 1995-03-14}
  # last words
"""


def changed(*changes: Change, text: str = TEXT) -> str:
    result = edited(text.encode(), changes)
    assert isinstance(result, bytes), result
    return result.decode()


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (Put(("outputs", "symbol", "kind"), "protocol"), 'kind: "interface"', 'kind: "protocol"'),
        (Put(("outputs", "symbol", "title", "ja"), "符号"), "{ja: シンボル, en", "{ja: 符号, en"),
        (Put(("outputs", "symbol", "title", "ja"), "a, b"), "ja: シンボル", "ja: 'a, b'"),
        (Put(("outputs", "symbol", "complements", 2), "x"), "'reader',]", "'reader', x,]"),
        (Drop(("outputs", "symbol", "complements", 0)), "[decoder, 'reader',]", "['reader',]"),
        (Put(("outputs", "decoder", "ratings"), {"adoption": [2, 4]}), "ratings:", "ratings:\n      adoption: [2, 4]"),
        (Put(("outputs", "decoder", "title"), ": x"), "title: Decoder", "title: ': x'"),
        (Put(("outputs", "decoder", "title"), "60.60"), "title: Decoder", "title: '60.60'"),
        (Put(("outputs", "decoder", "title"), "NO"), "title: Decoder", "title: 'NO'"),
        (Put(("members", 0, "filed"), "1994-04"), "1994-03-14\n", "1994-04\n"),
        (Put(("members", 0, "claimed"), True), "1994-03-14\n", "1994-03-14\n    claimed: true\n"),
        (Put(("members", 1, "filed"), "1995"), "filed: 1995-03-14}", "filed: 1995}"),
        (Put(("members", 2), {"office": "EP"}), "1995-03-14}\n", "1995-03-14}\n  - {office: EP}\n"),
        (Drop(("members", 0, "office")), "- office: JP  # first\n    filed", "- filed"),
        (Rekey(("outputs", "symbol"), "code"), "  symbol:\n", "  code:\n"),
        (Put(("marks", "qr"), {"title": "QR"}), "  # last words\n", "marks:\n  qr: {title: QR}\n  # last words\n"),
    ],
)  # fmt: skip
def test_only_the_value_asked_for_changes(change: Change, before: str, after: str) -> None:
    assert TEXT.count(before) == 1
    result = changed(change)
    # The comment at the end of the last list stays where it is, a new section goes before it.
    assert result == TEXT.replace(before, after)


def test_saying_what_is_there_changes_no_byte() -> None:
    tree = yamlsource.read(TEXT.encode())[0]
    puts = [Put((key,), value) for key, value in tree.items()]
    assert changed(*puts) == TEXT


def test_line_ends_marks_and_a_missing_last_break_are_kept() -> None:
    text = "\ufeffa: 1\r\nb:\r\n  c: 2"
    assert changed(Put(("b", "d"), "x\ny"), text=text) == "\ufeffa: 1\r\nb:\r\n  c: 2\r\n  d: |-\r\n    x\r\n    y"


def test_an_empty_text_and_one_of_comments_get_their_first_values() -> None:
    assert changed(Put(("a", "b"), 1), text="") == "a: {b: 1}\n"
    assert changed(Put(("a",), [1]), text="# hello") == "# hello\na: [1]\n"


def test_all_changes_of_a_place_go_together() -> None:
    text = "a: {b: 1, c: 2}\nd:\n  - x\n  - y  # second\n  - z\n"
    made = changed(
        Drop(("a", "b")), Drop(("a", "c")), Put(("a", "e"), 3), Drop(("d", 0)), Drop(("d", 2)), Put(("d", 3), "w"),
        text=text,
    )  # fmt: skip
    assert made == "a: {e: 3}\nd:\n  - y  # second\n  - w\n"


def test_what_cannot_be_read_is_refused_with_its_place() -> None:
    refusal = edited(b"a: 1\na: 2\n", [Put(("a",), 3)])
    assert isinstance(refusal, yamlsource.Refusal)
    assert (refusal.code, refusal.spot.line) == ("duplicate-key", 2)


WORDS = st.text(st.sampled_from("ab日本 :#-'\"{}[],&*!|>%@`=\n\t0.~"), max_size=12)
KEYS = st.text(st.sampled_from("abcdefg-"), min_size=1, max_size=4)
VALUES = st.recursive(
    WORDS | st.integers(0, 99) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
MAPPINGS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


def paths_of(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [p for key, item in pairs for p in ((*path, key), *paths_of(item, (*path, key)))]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_change_of_any_text_gives_what_was_asked_for(data: st.DataObject) -> None:
    tree = plain(data.draw(MAPPINGS))
    text = edited(b"# first\n", [Put((key,), value) for key, value in tree.items()])
    assert isinstance(text, bytes)
    path = data.draw(st.sampled_from(paths_of(tree)))
    change = data.draw(st.sampled_from(("put", "drop", "add")))
    if change == "put":
        changes: list[Change] = [Put(path, data.draw(VALUES))]
    elif change == "drop":
        changes = [Drop(path)]
    else:
        changes = [Put((*path[:-1], "zz"), data.draw(VALUES))] if isinstance(path[-1], str) else []
    result = edited(text, changes)
    assert isinstance(result, bytes), (text.decode(), changes)
    assert result.startswith(b"# first\n") or (change == "drop" and len(tree) == 1)
    read, wrong = yamlsource.read(result)
    assert not wrong
    for where in paths_of(plain(applied(tree, changes))):
        assert same_at(read, plain(applied(tree, changes)), where)


def same_at(read: Any, wanted: Any, path: tuple[str | int, ...]) -> bool:
    for step in path:
        read, wanted = read[step], wanted[step]
    return isinstance(wanted, dict | list) or read == wanted or (read is None and wanted in ("", "~", None))
