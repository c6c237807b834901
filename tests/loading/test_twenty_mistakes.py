"""Twenty different mistakes give twenty messages, each at its line, and no traceback."""

from __future__ import annotations

import re
from pathlib import Path

from oc_strategy.portfolio import find

PROJECT = """\
id: Demo Project                            # <- bad-id
title: A project
purpouse: Spread it                         # <- unknown-section
period: {from: 1992-13, until: 2000}        # <- not-a-date
option: opne                                # <- unknown-reference
outputz: {}                                 # <- unknown-section
"""
NODES = """\
outputs:
  symbol:
    kind: interfce                          # <- not-in-list
    positon: core                           # <- unknown-key
    revenue_bottleneck: yes                 # <- not-true-or-false
    trl: 12                                 # <- out-of-range
    complements: [reader]                   # <- unknown-reference
  Decoder: {}                               # <- bad-id
  reader-interface: nothing                 # <- wrong-type
  loop-a: {part_of: loop-b}                 # <- cyclic-part-of
  loop-b: {part_of: loop-a}
  symbol: {}                                # <- duplicate-key
patents:
  finder-pattern:
    covers: {symbol: 1}                     # <- wrong-type
    members:
      - office: Japan                       # <- bad-country
      - {filed: 1996}                       # <- missing-key
  reading:
    members:
      - {office: US, filed: 1995-03-14, granted: 1990}  # <- impossible-dates
secrets:
  decoding: {protects: finder-pattern, access_count: many}  # <- not-a-number
licenses:
  free: {grants: [organisation/thing], confidentiality: secret}  # <- unknown-class
options:
  open: {title: {jp: x}}                    # <- unknown-key
"""
MORE = """\
exceptions:
  - {rule: nothing-closed}                  # <- missing-key
products: [a, b]                            # <- wrong-type
organizations:
  denso: {kind: company
"""


def _expected(name: str, text: str) -> set[tuple[str, int, str]]:
    lines = enumerate(text.splitlines(), 1)
    return {(name, number, m[1]) for number, line in lines if (m := re.search(r"# <- ([a-z-]+)", line))}


def test_every_mistake_is_told_at_its_line(tmp_path: Path) -> None:
    files = {"project.yaml": PROJECT, "nodes.yaml": NODES, "more.yaml": MORE}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    portfolio = find(tmp_path)
    assert portfolio is not None
    mistakes = portfolio.load(tmp_path).mistakes
    told = {(Path(m.place.file).name, m.place.line, m.code) for m in mistakes}
    expected = _expected("project.yaml", PROJECT) | _expected("nodes.yaml", NODES)
    missing = expected - told
    assert not missing, missing
    assert len({code for _, _, code in told}) >= 15
    assert len(told) >= 20
    # The file that is not YAML is told once, at a line, and hides no mistake of the others.
    assert [m.code for m in mistakes if m.place.file.endswith("more.yaml")] == ["not-yaml"]
    assert all(m.severity == "error" and m.message.ja and m.message.en and m.remedy.ja for m in mistakes)


def test_the_file_that_was_broken_tells_its_own_mistakes_once_it_reads(tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_text("id: demo\n", encoding="utf-8")
    (tmp_path / "more.yaml").write_text(MORE.replace("company\n", "company}\n"), encoding="utf-8")
    portfolio = find(tmp_path)
    assert portfolio is not None
    told = {(m.place.line, m.code) for m in portfolio.load(tmp_path).mistakes}
    assert {(2, "missing-key"), (3, "wrong-type")} <= told


def test_a_misspelt_word_is_guessed(tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_text("id: demo\noption: opne\noptions: {open: {}}\n", encoding="utf-8")
    portfolio = find(tmp_path)
    assert portfolio is not None
    (mistake,) = portfolio.load(tmp_path).mistakes
    assert (mistake.place.line, mistake.place.column) == (2, 9)
    assert "open" in mistake.remedy.en
    assert "open" in mistake.remedy.ja


def test_nobody_can_open_a_node_by_a_class_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_text("id: demo\noutputs: {x: {confidentiality: publik}}\n", encoding="utf-8")
    portfolio = find(tmp_path)
    assert portfolio is not None
    assert portfolio.load(tmp_path).graph.nodes["x"].confidentiality == "restricted"
