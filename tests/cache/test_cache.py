"""What was found is found again as long as nothing has changed that counts, and never anything else."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oc_strategy import checking
from oc_strategy.cache.entry import Answer, Basis, answer_in, basis_in, written
from oc_strategy.cache.keeping import Cache, opened
from oc_strategy.cache.shelf import made, put, shrink, taken
from oc_strategy.checking import Settings
from oc_strategy.cli.checked import Checked, checked
from oc_strategy.exporters.findings import Look
from oc_strategy.exporters.terminal import Paint
from oc_strategy.facts import Facts
from oc_strategy.model.diagnostic import Diagnostic, Place, Telling
from oc_strategy.model.packed import packed
from oc_strategy.model.tally import outcome
from oc_strategy.model.text import Text
from oc_strategy.portfolio import LoadedPortfolio, find
from oc_strategy.sharing import Shared

SETTINGS = Settings(date(2026, 11, 23), Facts())
SHELF = "shelf"
LOOK = Look("ja", Paint(False), with_lines=True)
PROJECT = "projects/plug/project.yaml"
FACT = """facts:
  - {{id: priority-patent, place: '*', value: {months}, unit: months, detail: {{aspect: period, right: patent}},
     as_of: 2026-01-01, confidence: V1, statement: {{ja: 試し, en: Trial}}}}
"""
PLUG = """id: plug
outputs: {pin: {position: core}}
standards: {form: {committee: board}}
actions: {ask: {about: socket/hole, due: 2026-12-01}}
options:
  one: {treatments: {pin: keep-secret}}
  other: {treatments: {pin: publish}}
option: one
patents:
  family: {priority_date: 2025-12-20, members: [{office: JP, filed: 2025-12-20}, {office: US, status: planned}]}
exceptions:
  - {rule: core-unprotected, status: accepted, reason: Known, owner: Us, until: 2026-12}
"""
BASELINE = """findings:
  - {rule: treatment-without-owner, project: plug, option: one, severity: error,
     subjects: [{node: one, field: [treatments, pin]}, {node: pin}]}
"""


def _write(root: Path, name: str, words: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(words, encoding="utf-8")


def _made(root: Path) -> Path:
    _write(root, "portfolio.yaml", "title: Two\nprojects: ['projects/*']\nfacts: facts\n")
    _write(root, "facts/priority-period.yaml", FACT.format(months=12))
    _write(root, "catalog/shared.yaml", "committees: {board: {title: Board, body: iso}}\n")
    _write(root, PROJECT, PLUG)
    _write(root, "projects/socket/project.yaml", "id: socket\noutputs: {hole: {position: core}}\n")
    return root


def _opened(root: Path, how: Settings) -> tuple[LoadedPortfolio, Settings]:
    portfolio = find(root)
    assert portfolio is not None
    return portfolio, replace(how, facts=Facts(root / "facts"), severities=portfolio.settings.severities)


def _said(every: list[Checked]) -> list[tuple[object, ...]]:
    told = [(done.folder, done.project, done.findings, done.outcome, done.shared) for done in every]
    return [(*one, done.telling(LOOK)) for one, done in zip(told, every, strict=True)]


def _anew(root: Path, how: Settings) -> list[tuple[object, ...]]:
    portfolio, asked = _opened(root, how)
    return _said(checked(portfolio, asked, quiet=True, look=LOOK))


def _with_cache(root: Path, how: Settings) -> list[tuple[object, ...]]:
    portfolio, asked = _opened(root, how)
    cache = opened(root.parent / SHELF, portfolio, asked)
    return _said(checked(portfolio, asked, quiet=True, cache=cache, look=LOOK))


def _known(root: Path, how: Settings = SETTINGS) -> list[str]:
    portfolio, asked = _opened(root, how)
    cache = opened(root.parent / SHELF, portfolio, asked)
    assert cache is not None
    return [folder.name for folder in portfolio.folders if cache.known(portfolio, folder) is not None]


WRITTEN: dict[str, tuple[str, ...]] = {
    PROJECT: (PLUG, PLUG.replace("US", "CN"), "id: plug\noutputs: {pin: {position: cor}}\n", "id: [\n"),
    "projects/plug/more.yaml": ("outputs: {spring: {}}\n", "secrets: {alloy: {title: Alloy}}\n"),
    "projects/plug/exceptions.yaml": (
        "exceptions: [{rule: priority-deadline, status: accepted, reason: Known, owner: Us, until: 2027}]\n",
    ),
    "projects/plug/baseline.yaml": ("findings: nonsense\n",),
    "baseline.yaml": (BASELINE, "findings: []\n"),
    "projects/socket/project.yaml": (
        "id: socket\noutputs: {hole: {position: periphery}}\n",
        "id: outlet\noutputs: {hole: {position: core}}\n",
        "id: socket\noutputs: {}\n",
    ),
    "projects/a/project.yaml": ("id: socket\noutputs: {hole: {}}\n", "id: a\n"),
    "catalog/shared.yaml": ("committees: {board: {title: Board, body: iec}}\n", "committees: {}\n"),
    "criteria.yaml": ("criteria: nonsense\n",),
    "catalog/more.yaml": ("organizations: {firm: {title: Firm}}\n",),
    "facts/priority-period.yaml": (FACT.format(months=18),),
    "portfolio.yaml": (
        "title: Two\nprojects: ['projects/*']\nfacts: facts\nconfidentiality: public\n",
        "title: Two\nprojects: ['projects/*']\nfacts: facts\nseverities: {core-unprotected: question}\n",
        "title: Two\nprojects: ['projects/p*']\nfacts: facts\n",
    ),
}
EDITS = [(name, words) for name, choices in WRITTEN.items() for words in (*choices, None)]
WAYS = (
    SETTINGS, replace(SETTINGS, today=date(2027, 1, 4)), replace(SETTINGS, option="other"),
    replace(SETTINGS, honour_exceptions=False), replace(SETTINGS, honour_baseline=False),
)  # fmt: skip


def _edit(root: Path, name: str, words: str | None) -> None:
    if words is not None:
        _write(root, name, words)
    elif name not in {"portfolio.yaml", "facts/priority-period.yaml"}:
        (root / name).unlink(missing_ok=True)


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from(EDITS), st.sampled_from(WAYS)), min_size=1, max_size=8))
def test_no_edit_whatever_gives_a_stale_answer(steps: list[tuple[tuple[str, str | None], Settings]]) -> None:
    with TemporaryDirectory() as folder:
        root = _made(Path(folder) / "root")
        _with_cache(root, SETTINGS)
        for (name, words), how in steps:
            _edit(root, name, words)
            assert _with_cache(root, how) == _anew(root, how)


@pytest.mark.parametrize(("name", "words"), EDITS)
def test_each_edit_is_seen_and_taking_it_back_too(tmp_path: Path, name: str, words: str | None) -> None:
    root = _made(tmp_path / "root")
    first = _with_cache(root, SETTINGS)
    before = (root / name).read_text("utf-8") if (root / name).exists() else None
    _edit(root, name, words)
    assert _with_cache(root, SETTINGS) == _anew(root, SETTINGS)
    _edit(root, name, before)
    assert _with_cache(root, SETTINGS) == first


def test_what_has_not_changed_is_known(tmp_path: Path) -> None:
    root = _made(tmp_path / "root")
    assert _known(root) == []
    first = _with_cache(root, SETTINGS)
    assert _known(root) == ["plug", "socket"]
    with mock.patch.object(checking, "check", side_effect=AssertionError("asked again")):
        assert _with_cache(root, SETTINGS) == first


def test_the_text_is_kept_in_the_look_asked_for_last(tmp_path: Path) -> None:
    root = _made(tmp_path / "root")
    _with_cache(root, SETTINGS)
    portfolio, asked = _opened(root, SETTINGS)
    cache = opened(tmp_path / SHELF, portfolio, asked)
    folder = portfolio.folders[0]
    assert cache is not None
    for look in (LOOK, replace(LOOK, language="en"), replace(LOOK, paint=Paint(True)), replace(LOOK, with_lines=False)):
        (made,) = [one for one in checked(portfolio, asked, quiet=True, look=look) if one.folder == folder]
        known = cache.known(portfolio, folder, look)
        assert known is not None
        assert known.text.decode() == made.telling(look)
        assert known == cache.known(portfolio, folder)
        assert "pin" in known.text.decode()


@pytest.mark.parametrize(
    ("name", "still"),
    [
        (PROJECT, ["socket"]),
        ("projects/plug/baseline.yaml", ["socket"]),
        ("projects/socket/project.yaml", []),
        ("catalog/shared.yaml", []),
        ("facts/priority-period.yaml", []),
        ("portfolio.yaml", []),
        ("projects/plug/readme.txt", ["plug", "socket"]),
    ],
)
def test_an_edit_is_looked_at_where_it_counts(tmp_path: Path, name: str, still: list[str]) -> None:
    root = _made(tmp_path / "root")
    _with_cache(root, SETTINGS)
    path = root / name
    path.write_text((path.read_text("utf-8") if path.exists() else "") + "\n# more\n", encoding="utf-8")
    assert _known(root) == still


def test_every_setting_counts(tmp_path: Path) -> None:
    root = _made(tmp_path / "root")
    _with_cache(root, SETTINGS)
    assert [_known(root, way) for way in WAYS] == [["plug", "socket"], [], [], [], []]


def test_another_version_of_the_tool_knows_nothing(tmp_path: Path) -> None:
    root = _made(tmp_path / "root")
    _with_cache(root, SETTINGS)
    with mock.patch("oc_strategy.__version__", "0.0.0"):
        assert _known(root) == []


def _answer(*found: Diagnostic, project: str = "plug", share: Shared | None = None) -> Answer:
    return Answer(project, packed(found), outcome(found), share or Shared())


def test_what_crashed_and_what_changed_meanwhile_is_not_kept(tmp_path: Path) -> None:
    root = _made(tmp_path / "root")
    portfolio, asked = _opened(root, SETTINGS)
    cache = opened(tmp_path / SHELF, portfolio, asked)
    assert cache is not None
    folder = portfolio.folders[0]
    loaded, key = portfolio.load(folder), cache.key(folder)
    assert key is not None
    crashed = Diagnostic("rule-crashed", "error", Telling(Text("x"), Text("x")), Place("project.yaml"))
    cache.keep(portfolio, loaded, key, _answer(crashed))
    _write(root, PROJECT, "id: plug\n")
    cache.keep(portfolio, loaded, key, _answer())
    assert list((tmp_path / SHELF).iterdir()) == []


def test_a_link_is_never_relied_on(tmp_path: Path) -> None:
    root = _made(tmp_path / "root")
    (root / "projects/plug/more.yaml").symlink_to(root / "catalog/shared.yaml")
    _with_cache(root, SETTINGS)
    assert _known(root) == ["socket"]


def _emptied(data: bytes) -> bytes:
    head = json.loads(data.partition(b"\n")[0])
    told, _, _ = data.partition(b"\n")[2].partition(b"\n")
    return json.dumps(head).encode() + b"\n" + told + b"\n[]\n"


def _misshapen(data: bytes) -> bytes:
    basis = basis_in(data)
    assert basis is not None
    return written(basis, _answer()).replace(b'"is_done": true', b'"is_donne": true')


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "without its head": lambda data: data.partition(b"\n")[2],
    "one sign changed": lambda data: data.replace(b"core-unprotected", b"core-protected--"),
    "findings taken out": _emptied,
    "no JSON": lambda _: b"\x00\xff{" * 99,
    "too deep": lambda _: b"[" * 100_000,
    "deep below a good head": lambda data: data.partition(b"\n")[0] + b"\n" + b"[" * 100_000,
    "another shape": _misshapen,
    "another format": lambda data: data.replace(b'"format": 2', b'"format": 3'),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_spoilt_is_checked_anew(tmp_path: Path, name: str) -> None:
    root = _made(tmp_path / "root")
    first = _with_cache(root, SETTINGS)
    for path in (tmp_path / SHELF).iterdir():
        path.write_bytes(SPOILT[name](path.read_bytes()))
    assert _known(root) == []
    assert _with_cache(root, SETTINGS) == first
    assert _known(root) == ["plug", "socket"]


@given(data=st.binary(max_size=400))
def test_any_bytes_are_an_answer_or_none(data: bytes) -> None:
    assert basis_in(data) is None
    assert answer_in(data) is None or isinstance(answer_in(data), Answer)


def test_the_answer_of_another_project_is_none_of_this_one(tmp_path: Path) -> None:
    root = _made(tmp_path / "root")
    _with_cache(root, SETTINGS)
    one, other = sorted((tmp_path / SHELF).iterdir())
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    assert _known(root) == []


@pytest.mark.parametrize("make", [lambda p: p.mkdir(), lambda p: os.mkfifo(p), lambda p: p.symlink_to("/dev/zero")])
def test_what_is_no_plain_file_is_not_read(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "name.found")
    assert taken(tmp_path, "name") is None
    put(tmp_path, "name", b"x")


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners of files here")
def test_a_folder_that_others_write_to_is_not_trusted(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path)
    assert [made(tmp_path / name) for name in ("shared", "file", "link", "file/below", "new")] == [False] * 4 + [True]
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_where_nothing_can_be_kept_the_check_goes_on(tmp_path: Path) -> None:
    root = _made(tmp_path / "root")
    with mock.patch("oc_strategy.exporters.files.tempfile.mkstemp", side_effect=OSError(28, "No space left on device")):
        assert _with_cache(root, SETTINGS) == _anew(root, SETTINGS)


def test_the_oldest_goes_first(tmp_path: Path) -> None:
    for number in range(5):
        put(tmp_path, f"n{number}", b"x" * 10)
        os.utime(tmp_path / f"n{number}.found", (number, number))
    (tmp_path / "somebody.txt").write_bytes(b"x" * 10)
    os.utime(tmp_path / "somebody.txt", (0, 0))
    shrink(tmp_path, largest=30)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["n3.found", "n4.found", "somebody.txt"]


WORDS = st.text(max_size=30)


@given(words=WORDS)
def test_what_is_written_reads_as_it_was(words: str) -> None:
    basis = Basis("key", ("a", "b"), "others")
    answer = _answer(
        Diagnostic("x", "error", Telling(Text.plain(words), Text.plain(words)), Place(words)),
        project=words, share=Shared(frozenset({words}), is_always=True, own=frozenset({"b", "a"})),
    )  # fmt: skip
    data = written(basis, answer)
    assert (basis_in(data), answer_in(data)) == (basis, answer)


def test_a_cache_is_for_one_way_of_checking(tmp_path: Path) -> None:
    root = _made(tmp_path / "root")
    ways: list[Cache | None] = []
    for how in WAYS:
        portfolio, asked = _opened(root, how)
        ways.append(opened(tmp_path / SHELF, portfolio, asked))
    assert len({way.basis for way in ways if way}) == len(WAYS)
