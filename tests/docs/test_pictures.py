"""The pictures of the stories: one a story and language, small, and of the project as it is today."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from oc_strategy.exporters.diagrams.words import description, heading
from oc_strategy.model.text import LANGUAGES, Language
from oc_strategy.report import report
from oc_strategy.views.strategy import strategy_view

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import examples_page  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}"
STORIES = {story.loaded.folder.name: story for story in examples_page.stories()}
LARGEST = 90_000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STORIES)
def test_each_story_has_a_small_picture_of_its_strategy_as_it_is(name: str, language: Language) -> None:
    story = STORIES[name]
    path = examples_page.IMAGES / f"{name}-strategy.{language}.svg"
    assert path.is_file(), "run python scripts/pictures.py"
    assert path.stat().st_size < LARGEST
    root = ET.parse(path).getroot()
    told = {part: (root.findtext(f"{SVG}{part}") or "") for part in ("title", "desc")}
    view = strategy_view(report(story.loaded, story.settings, "public" if story.score else "internal"))
    assert told == {"title": heading(view, language), "desc": description(view, language)}, "run scripts/pictures.py"


def test_no_picture_is_of_a_story_that_is_gone() -> None:
    drawn = {path.name.removesuffix(".svg").rpartition("-strategy.")[0] for path in examples_page.IMAGES.glob("*.svg")}
    assert drawn == set(STORIES)


def test_the_stories_are_told_in_the_order_of_the_sheets_and_all_twenty_are_there() -> None:
    cases = [story.score.case for story in examples_page.stories() if story.score]
    assert cases == sorted(cases, key=lambda case: (not str(case).startswith("S"), case))
    assert len(cases) == 20
