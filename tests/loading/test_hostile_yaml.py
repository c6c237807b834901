"""Hostile YAML is refused within a second, with a line, and never crashes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oc_strategy import yamlsource
from oc_strategy.portfolio import find

BOMB = "a: &a [x,x,x,x,x,x,x,x]\n" + "".join(
    f"{c}: &{c} [*{p},*{p},*{p},*{p}]\n" for p, c in zip("abcdefg", "bcdefgh", strict=True)
)
HOSTILE = {
    "billion laughs": (BOMB, "anchor"),
    "merge-key bomb": ("a: {b: 1}\n<<: {c: 1}\n", "merge-key"),
    "merge of an alias": ("<<: *a\n", "merge-key"),
    "alias without anchor": ("a: *b\n", "alias"),
    "alias as key": ("*a : 1\n", "alias"),
    "python object": ("a: !!python/object/apply:os.system ['true']\n", "tag"),
    "own tag": ("a: !include /etc/passwd\n", "tag"),
    "binary tag": ("a: !!binary aGVsbG8=\n", "tag"),
    "deep flow lists": ("a: " + "[" * 100_000, "too-deep"),
    "deep flow maps": ("{a: " * 50_000, "too-deep"),
    "deep block lists": ("- " * 50_000, "too-deep"),
    "deep explicit keys": ("? " * 50_000, "key-not-word"),
    "duplicate keys": ("a: 1\na: 2\n", "duplicate-key"),
    "duplicate keys below": ("outputs:\n  x: {}\n  x: {}\n", "duplicate-key"),
    "huge scalar": ("a: " + "x" * 300_000, "scalar-too-long"),
    "huge file": ("#" * (yamlsource.MAX_BYTES + 1), "file-too-large"),
    "two documents": ("a: 1\n---\nb: 2\n", "second-document"),
    "list as key": ("? [a, b]\n: 1\n", "key-not-word"),
    "NUL byte": ("a: \x00\n", "not-yaml"),
    "control characters": ("a: \x1b[31m\n", "not-yaml"),
    "long and unclosed": ("a: [" + "x" * 190_000 + "\nb: [" + "x:y" * 60_000 + "\n", "not-yaml"),
    "long and almost an entry": ("a: b" + " " * 190_000 + ":c\n" + "b: c" + " #:" * 60_000 + ": d\n" * 2, "not-yaml"),
    "unclosed": ("a: [1, 2\nb: 3\n", "not-yaml"),
    "tab indentation": ("a:\n\t- 1\n", "not-yaml"),
    "undefined directive": ("%TAG ! tag:x,2000:\n---\n!x a\n", "tag"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_refused_with_a_line_within_a_second(name: str, tmp_path: Path) -> None:
    text, code = HOSTILE[name]
    (tmp_path / "project.yaml").write_text("id: demo\n", encoding="utf-8")
    (tmp_path / "hostile.yaml").write_text(text, encoding="utf-8", newline="\n")
    start = time.perf_counter()
    portfolio = find(tmp_path)
    assert portfolio is not None
    mistakes = portfolio.load(tmp_path).mistakes
    assert time.perf_counter() - start < 1
    found = [m for m in mistakes if m.place.file.endswith("hostile.yaml")]
    assert code in {m.code for m in found}, found
    assert all(m.place.line >= 1 and m.place.column >= 1 for m in found)


def test_bytes_that_are_no_utf8_are_refused_at_their_line() -> None:
    value, problems = yamlsource.read(b"a: 1\nb: \xff\xfe\n")
    assert value is None
    assert [(p.code, p.spot.line, p.spot.column) for p in problems] == [("not-utf8", 2, 4)]


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:-[]{},&*!|>?#'\"% \n\t<~0=@`日"), max_size=200))
def test_any_text_gives_a_value_or_a_reason(text: str) -> None:
    value, problems = yamlsource.read(text.encode())
    assert value is None or isinstance(value, str | dict | list)
    assert all(problem.spot.line >= 1 for problem in problems)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_value_or_a_reason(data: bytes) -> None:
    value, problems = yamlsource.read(data)
    assert value is None or not [p for p in problems if p.code != "duplicate-key"]


def test_yaml_means_what_version_1_2_says() -> None:
    value, problems = yamlsource.read(b"a: [NO, on, yes, 010, 0x10, 1_000, 12:30:45, 2001-12-14, null, ~, 'null', =]\n")
    assert not problems
    assert value["a"] == ["NO", "on", "yes", "010", "0x10", "1_000", "12:30:45", "2001-12-14", None, None, "null", "="]
