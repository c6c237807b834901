"""Pictures as a renderer really draws them: every label arrives, nothing hostile acts, the same bytes each time."""

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from oc_strategy.exporters.diagrams import (
    NotDrawn,
    Renderer,
    Source,
    diagram_files,
    environment_report,
    found_renderer,
    pictures,
    render,
)
from oc_strategy.exporters.diagrams.finishing import finished_svg
from oc_strategy.exporters.diagrams.labels import cleaned
from oc_strategy.exporters.diagrams.renderers import Engine
from oc_strategy.model.text import Text
from oc_strategy.views.view import Arrow, Box, Group, View

SVG = "{http://www.w3.org/2000/svg}"
needs_graphviz = pytest.mark.skipif(found_renderer() is None, reason="no Graphviz is installed to draw with")
HOSTILE = [
    "<b>bold</b>",
    "<IMG SRC='/etc/passwd'>",
    "ends in a backslash \\",
    "a:b:c",
    "NUL\0inside",
    "&lt;b&gt; &amp; &#38;",
    '"]; x [label="',
    "two\nlines",
    "\u202eright to left\u202c",
    "\\N \\G \\E \\L \\l",
    "]]>",
    "{a|b}",
    "// comment",
    "𠮷野家 👩‍💻",
]


def view_of(labels: Sequence[str]) -> View:
    boxes = tuple(
        Box(f"id {n}", Text.plain(label), "plain", group="g" if n % 2 else None) for n, label in enumerate(labels)
    )
    arrows = tuple(Arrow(f"id {n}", f"id {n + 1}", Text.plain(labels[n])) for n in range(0, len(labels) - 1, 5))
    return View("v", Text.plain(labels[0]), boxes, arrows, (Group("g", Text.plain(labels[-1])),))


def drawn(view: View, **options: dict[str, str]) -> etree._Element:
    file = pictures({"v": view}, "en", "svg", **options)["v"]
    assert isinstance(file, bytes), file
    return etree.fromstring(file)


def labels_in(root: etree._Element) -> list[str]:
    nodes = {node.get("id"): node for node in root.iter(f"{SVG}g") if re.fullmatch(r"n\d+", node.get("id", ""))}
    texts = [nodes[f"n{n}"].iter(f"{SVG}text") for n in range(len(nodes))]
    return [squeezed("".join(line.text or "" for line in lines)) for lines in texts]


def squeezed(text: str) -> str:
    return "".join(text.split())


@needs_graphviz
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(max_size=60), min_size=50, max_size=50))
def test_a_thousand_arbitrary_labels_arrive_as_they_are(labels: list[str]) -> None:
    assert labels_in(drawn(view_of(labels))) == [squeezed(cleaned(label)) for label in labels]


@needs_graphviz
def test_hostile_labels_arrive_as_text() -> None:
    root = drawn(view_of(HOSTILE))
    assert labels_in(root) == [squeezed(cleaned(label)) for label in HOSTILE]
    assert not list(root.iter(f"{SVG}image", f"{SVG}script", f"{SVG}a"))


@needs_graphviz
def test_only_safe_links_are_drawn() -> None:
    links = {
        "id 0": "javascript:alert(1)",
        "id 1": "https://example.org/?a=1&b=2",
        "id 2": "#row-3",
        "id 3": "file:///etc",
    }
    root = drawn(view_of(["a", "b", "c", "d"]), links=links)
    addresses = [link.get("{http://www.w3.org/1999/xlink}href") for link in root.iter(f"{SVG}a")]
    assert sorted(addresses) == ["#row-3", "https://example.org/?a=1&b=2"]


@needs_graphviz
def test_an_svg_tells_its_title_language_and_what_it_shows() -> None:
    view = View("v", Text(ja="題", en="Title"), (Box("a", Text.plain("label"), "open", tip=Text.plain("the tip")),), ())
    file = pictures({"v": view}, "ja", "svg")["v"]
    assert isinstance(file, bytes)
    root = etree.fromstring(file)
    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ja"
    assert [child.tag for child in root[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert (root[0].text or "").startswith("題")
    assert "要素 1 件" in (root[1].text or "")
    assert b"graphviz" not in file.lower()
    assert b"the tip" in file


@needs_graphviz
@pytest.mark.parametrize("picture", ["svg", "png", "pdf"])
def test_each_format_is_what_it_says_and_the_same_twice(picture: str) -> None:
    starts = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}
    first, second = (diagram_files({"": (view_of(["図", "a"]), "ja")}, [picture])[""][picture] for _ in range(2))
    assert isinstance(first, bytes), first
    assert first.startswith(starts[picture])
    assert first == second


def test_the_sources_do_not_depend_on_the_order_of_hashing() -> None:
    code = (
        "import hashlib, sys; sys.path[:0] = sys.argv[1:3]; import test_diagrams_rendering as t;"
        "from oc_strategy.exporters.diagrams import dot_source, mermaid_source;"
        "v = t.view_of(t.HOSTILE * 3);"
        "print(hashlib.sha256((dot_source(v, 'ja') + mermaid_source(v, 'ja')).encode()).hexdigest())"
    )
    folders = [str(Path(__file__).parent), str(Path(__file__).parents[2])]
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, *folders],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].strip()) == len(hashlib.sha256().hexdigest())


def test_without_a_renderer_dot_and_mermaid_remain_and_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    files = diagram_files({"v": (view_of(["a", "b"]), "ja")}, ["svg", "dot", "mermaid"])["v"]
    assert isinstance(files["svg"], NotDrawn)
    assert files["svg"].reason == "no-renderer"
    assert "Graphviz" in (files["svg"].message.ja or "")
    assert isinstance(files["dot"], bytes)
    assert isinstance(files["mermaid"], bytes)
    report = environment_report()
    assert (report.renderer, report.version, report.japanese_font, report.is_font_known) == (None, None, None, False)


def test_a_renderer_that_never_ends_is_stopped_with_a_message(tmp_path: Path) -> None:
    slow = program(tmp_path, "import time; time.sleep(60)")
    answer = render({"v": Source("digraph {}", "dot")}, ["svg"], timeout=0.5, renderer=slow)["v"]
    assert isinstance(answer, NotDrawn)
    assert answer.reason == "timeout"
    assert "0.5" in (answer.message.en or "")


def test_a_renderer_that_fails_is_quoted(tmp_path: Path) -> None:
    broken = program(tmp_path, "import sys; sys.exit('out of paint')")
    answer = render({"v": Source("digraph {}", "dot")}, ["svg"], renderer=broken)["v"]
    assert isinstance(answer, NotDrawn)
    assert answer.reason == "failed"
    assert "out of paint" in (answer.message.en or "")


def program(folder: Path, code: str) -> Renderer:
    if os.name == "nt":
        pytest.skip("a script stands in for dot only where scripts can be run by name")
    path = folder / "dot"
    path.write_text(f"#!{sys.executable}\n{code}\n", encoding="utf-8")
    path.chmod(0o755)
    return Renderer("dot", str(path))


@needs_graphviz
@pytest.mark.parametrize("engine", ["dot", "neato"])
def test_one_bad_source_costs_no_other(engine: Engine) -> None:
    good = 'digraph { a [pos="0,0!"]; }'
    sources = {"good": good, "bad": "digraph {", "other": good}
    files = render({name: Source(source, engine) for name, source in sources.items()}, ["svg"])
    assert not isinstance(files["good"], NotDrawn)
    assert files["good"] == files["other"]
    assert isinstance(files["bad"], NotDrawn)


def test_an_svg_from_elsewhere_loses_scripts_and_unsafe_links() -> None:
    data = (
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><!-- made by x -->'
        b'<script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>t</text></a></svg>'
    )
    clean = finished_svg(data)
    assert b"script" not in clean
    assert b"made by" not in clean
    assert b"<text>t</text>" in clean


@pytest.mark.skipif(importlib.util.find_spec("pygraphviz") is None, reason="pygraphviz is not installed")
@pytest.mark.parametrize("picture", ["svg", "png", "pdf"])
def test_the_library_draws_where_no_program_is_installed(picture: str) -> None:
    library = Renderer("pygraphviz", sys.executable)
    file = diagram_files({"": (view_of(HOSTILE), "ja")}, [picture], renderer=library)[""][picture]
    assert isinstance(file, bytes), file
    if picture == "svg":
        assert labels_in(etree.fromstring(file)) == [squeezed(cleaned(label)) for label in HOSTILE]
