"""A rule that is added as one new file appears everywhere by itself."""

from __future__ import annotations

import inspect
import os
import shutil
import subprocess
import sys
from enum import Enum
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

from oc_strategy.cli import check as check_module

ROOT = Path(__file__).parents[2]
NEW_RULE = '''"""Somebody leads the work whose training nobody wrote down."""

from collections.abc import Iterator

from oc_strategy.model.edges import MANAGED_BY
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, rule


@rule(
    severity="warning",
    question=Text(en="Was the manager trained in harpsichords?", ja="責任者はチェンバロの研修を受けたか"),
    message=Text(en="{person} has no training on record.", ja="{person} の研修の記録がない。"),
    remedy=Text(en="Record the training of {person}.", ja="{person} の研修を記録する。"),
    why=Text(en="It sounds better.", ja="よく響くからである。"),
    basis=Basis(practice=("G51",)),
    fires="""
id: demo
manager: lead  # <- manager-untrained
people:
  lead: {title: Lead}
""",
    silent="""
id: demo
manager: lead
people:
  lead: {title: Lead, training: Harpsichords}
""",
)
def manager_untrained(case: Case) -> Iterator[Answer]:
    for person in case.graph.targets(case.project, MANAGED_BY):
        if not person.is_answered("training"):
            yield Finding(case.project, "manager", {"person": person}, chain=(Step(person),))
'''
PROJECT = "id: demo\nmanager: lead\npeople:\n  lead: {title: Lead}\n"
WORKBOOK = """
import sys
from openpyxl import load_workbook
book = load_workbook(sys.argv[1], read_only=True)
print(any(cell == "manager-untrained" for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row))
"""


@pytest.fixture(scope="module")
def enlarged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package, its tests and its scripts, with one file more, and a project that the new rule finds."""
    home = tmp_path_factory.mktemp("enlarged")
    without = shutil.ignore_patterns("__pycache__", "*.pyc")
    for part in ("oc_strategy", "scripts", "docs", "examples"):
        shutil.copytree(ROOT / part, home / part, ignore=without)
    shutil.copytree(ROOT / "tests" / "rules", home / "tests" / "rules", ignore=without)
    (home / "oc_strategy" / "rules" / "management" / "manager_untrained.py").write_text(NEW_RULE, encoding="utf-8")
    (home / "demo").mkdir()
    (home / "demo" / "project.yaml").write_text(PROJECT, encoding="utf-8")
    return home


def run(home: Path, *arguments: str, status: int = 0) -> str:
    """What Python says in the copy, which must end with a status."""
    outside = os.environ | {"PYTHONPATH": str(home), "OC_STRATEGY_LANG": "en", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=home,
        env=outside,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def test_it_is_listed_and_explained(enlarged: Path) -> None:
    assert "manager-untrained" in run(enlarged, "-m", "oc_strategy", "rules")
    assert "チェンバロ" in run(enlarged, "-m", "oc_strategy", "explain", "manager-untrained", "--lang", "ja")


def test_it_is_checked_in_every_shape(enlarged: Path) -> None:
    assert "manager-untrained" in run(enlarged, "-m", "oc_strategy", "check", "demo")
    for shape in _shapes():
        told = run(enlarged, "-m", "oc_strategy", "check", "demo", "--format", shape)
        assert "manager-untrained" in told, shape
        assert "no training on record" in told, shape


def _shapes() -> list[str]:
    """The shapes that `check` offers, as its signature says."""
    signature = inspect.signature(check_module.check)
    found = [p.annotation for name, p in signature.parameters.items() if "format" in name]
    shapes = {word for annotation in found for word in _words(eval(annotation, vars(check_module)))}
    assert {"text", "json", "sarif", "junit"} <= shapes
    return sorted(shapes)


def _words(annotation: Any) -> set[str]:
    """All words of the lists that an annotation is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return {str(word.value) for word in annotation}
    parts = get_args(annotation)
    if get_origin(annotation) is Literal:
        return set(parts)
    return {word for part in parts for word in _words(part)}


def test_it_stands_in_the_reference(enlarged: Path) -> None:
    run(enlarged, "scripts/reference.py")
    for language, words in (("en", "harpsichords"), ("ja", "チェンバロ")):
        page = (enlarged / "docs" / language / "reference" / "rules.md").read_text(encoding="utf-8")
        section = page.split("\n### manager-untrained\n")[1].split("\n### ")[0]
        assert words in section
        assert "manager: lead  # <- manager-untrained" in section


def test_it_stands_in_the_workbook(enlarged: Path) -> None:
    run(enlarged, "-m", "oc_strategy", "worksheet", "demo", "--output", str(enlarged / "demo.xlsx"))
    assert run(enlarged, "-c", WORKBOOK, str(enlarged / "demo.xlsx")).strip() == "True"


def test_it_is_tested_by_its_examples_and_missed_among_the_boundary_tests(enlarged: Path) -> None:
    modules = str(enlarged / "tests" / "rules" / "test_rule_examples.py")
    told = run(enlarged, "-m", "pytest", "-v", "-p", "no:cacheprovider", modules, "-k", "manager-untrained")
    assert told.count("PASSED") >= 3 or "3 passed" in told
    meta = str(enlarged / "tests" / "rules" / "test_catalogue.py")
    told = run(enlarged, "-m", "pytest", "-p", "no:cacheprovider", meta, "-k", "where_it_turns", status=1)
    assert "{'manager-untrained': ['silent', 'warning']}" in told.replace('"', "'")
