"""The documentation as a whole: equal in both languages, links that lead somewhere, true layers, a site that builds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from oc_strategy.model.text import LANGUAGES, Language

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
FENCES = re.compile(r"^( *)```.*?^\1```$", re.M | re.S)
HEADING = re.compile(r"^(#+) (.+)$", re.M)
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)|^\[\w+\]: (\S+)$", re.M)
MACHINE = re.compile(r"(?<![\w.])/(work|root|home)/|pypi|localhost")


def prose(page: Path) -> str:
    return FENCES.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    slugs = (
        re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for _, title in HEADING.findall(prose(page))
    )
    return set(slugs)


def links(page: Path) -> list[str]:
    found = (first or second for first, second in LINK.findall(prose(page)))
    return [link for link in found if not link.startswith(("https://", "http://"))]


def names(language: Language) -> list[str]:
    return sorted(page.relative_to(DOCS / language).as_posix() for page in (DOCS / language).rglob("*.md"))


def test_both_languages_have_the_same_pages() -> None:
    assert names("ja") == names("en")
    assert len(names("en")) > 20


@pytest.mark.parametrize("name", names("en"))
def test_both_languages_have_the_same_headings_links_and_code(name: str) -> None:
    ja, en = (DOCS / language / name for language in LANGUAGES)
    assert [len(level) for level, _ in HEADING.findall(prose(ja))] == [
        len(level) for level, _ in HEADING.findall(prose(en))
    ]
    assert len(FENCES.findall(ja.read_text("utf-8"))) == len(FENCES.findall(en.read_text("utf-8")))
    assert {link.partition("#")[0] for link in links(ja)} == {
        link.partition("#")[0].replace(".en.", ".ja.") for link in links(en)
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        assert target.is_file(), f"{page.name} links to {link}"
        assert target.is_relative_to(DOCS)
        if anchor and target.suffix == ".md":
            assert anchor in anchors(target), f"{page.name} links to {link}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_no_page_names_a_machine(page: Path) -> None:
    assert not MACHINE.search(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_layers_on_the_page_are_those_that_are_enforced(language: Language) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    enforced = [name.strip() for layer in settings["contracts"][0]["layers"] for name in layer.split("|")]
    kept = [name for name in enforced if not name.startswith("(") or (ROOT / "oc_strategy" / name.strip("()")).exists()]
    page = (DOCS / language / "explanation" / "layers.md").read_text(encoding="utf-8")
    table = page.split("\n## ")[1]
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == [name.strip("()") for name in kept]


def test_every_page_stands_in_the_navigation_once() -> None:
    # The base loader passes over the tag by which the settings name a function.
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    listed = sorted(re.findall(r"[\w/-]+\.md", str(settings["nav"])))
    assert listed == [page.relative_to(DOCS).as_posix() for page in PAGES]


def test_the_pictures_are_there_in_both_languages() -> None:
    for language, title in (("ja", "戦略図"), ("en", "Strategy")):
        picture = (DOCS / "images" / f"qr-code-strategy.{language}.svg").read_text(encoding="utf-8")
        assert title in picture


@pytest.mark.skipif(find_spec("zensical") is None, reason="zensical is not installed (extra: docs)")
def test_the_site_builds_without_anything_from_elsewhere(tmp_path: Path) -> None:
    shutil.copytree(DOCS, tmp_path / "docs")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    command = [sys.executable, "-m", "zensical", "build"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, env=os.environ)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    for language in LANGUAGES:
        for name in names(language):
            built = (tmp_path / "site" / language / name).with_suffix(".html").read_text(encoding="utf-8")
            assert "fonts.googleapis.com" not in built
