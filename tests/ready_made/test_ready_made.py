"""What others put into their CI: the lines of the files themselves are run, and may do nothing else."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "templates" / "ci" / "oc-strategy.gitlab-ci.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ON = "2026-04-01"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts are for bash")


@dataclass(frozen=True)
class Ran:
    """How a script ended, what it said, and the folder it ran in."""

    status: int
    out: str
    folder: Path

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


def _with_tool(folder: Path) -> Path:
    """A folder for programs that holds `oc-strategy`, as installing it would have done."""
    programs = folder / "bin"
    programs.mkdir(parents=True)
    tool = programs / "oc-strategy"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m oc_strategy "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    return programs


def _bash(script: str, folder: Path, **environment: str) -> Ran:
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return Ran(done.returncode, done.stdout, folder)


def _portfolio(folder: Path) -> Path:
    folder.mkdir(parents=True)
    text = "id: demo\ntitle: {ja: '::add-mask::x', en: '::add-mask::x'}\noutputs: {core: {position: core}}\n"
    (folder / "project.yaml").write_text(text, encoding="utf-8")
    return folder


def _action(folder: Path, **inputs: str) -> Ran:
    install, check = ACTION["runs"]["steps"]
    _with_tool(folder / "temp" / "oc-strategy")
    (folder / "summary.md").write_text("before\n", encoding="utf-8")
    given = {name: str(spec["default"]) for name, spec in ACTION["inputs"].items()} | inputs
    environment = {
        name: given[re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)[1]]  # type: ignore[index]
        for name, value in check["env"].items()
    }
    assert "$GITHUB_ACTION_PATH" in install["run"]
    return _bash(
        check["run"], folder, RUNNER_TEMP=str(folder / "temp"), GITHUB_STEP_SUMMARY=str(folder / "summary.md"),
        GITHUB_ACTIONS="true", **environment,
    )  # fmt: skip


def test_the_action_marks_lines_fills_the_summary_and_fails(tmp_path: Path) -> None:
    _portfolio(tmp_path / "demo")
    ran = _action(tmp_path, **{"paths": "demo\n", "as-of": ON, "sarif": "o.sarif", "junit": "o.xml"})
    assert ran.status == 1
    assert re.search(r"^::error file=demo/project\.yaml,line=3,", ran.out, re.M)
    assert not re.search(r"^\s*::(?!group::|endgroup::|error |warning |notice )", ran.out, re.M)
    summary = ran.read("summary.md")
    assert summary.startswith("before\n### oc-strategy: the check fails")
    assert json.loads(ran.read("o.sarif"))["version"] == "2.1.0"
    assert etree.parse(tmp_path / "o.xml").getroot().tag == "testsuites"


def test_the_action_ends_as_the_command_does(tmp_path: Path) -> None:
    _portfolio(tmp_path / "a" / "demo")
    never = {"paths": "demo", "as-of": ON, "fail-on": "never", "lang": "ja"}
    assert _action(tmp_path / "a", **never).status == 0
    (tmp_path / "b").mkdir()
    nowhere = _action(tmp_path / "b", paths="nowhere")
    assert nowhere.status == 2
    assert nowhere.read("summary.md") == "before\n"


def test_no_input_of_the_action_becomes_a_command(tmp_path: Path) -> None:
    _portfolio(tmp_path / "demo")
    for name in ("paths", "fail-on", "lang", "as-of"):
        folder = tmp_path / name
        folder.mkdir()
        ran = _action(folder, **{name: '$(touch pwned)"; touch pwned; `touch pwned` --help'})
        assert ran.status == 2
        assert not (folder / "pwned").exists()
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]


def test_the_lines_for_gitlab_write_both_reports(tmp_path: Path) -> None:
    _portfolio(tmp_path / "demo")
    job = GITLAB["oc-strategy"]
    install, check = job["script"]
    assert install.endswith('"oc-strategy==$OC_STRATEGY_VERSION"')
    variables = {name: str(value) for name, value in job["variables"].items()}
    variables |= {"OC_STRATEGY_PATH": "demo", "PATH": f"{_with_tool(tmp_path / 'tool')}:{os.environ['PATH']}"}
    ran = _bash(check, tmp_path, **variables)
    assert ran.status == 1
    reports = job["artifacts"]["reports"]
    entries = json.loads(ran.read(reports["codequality"]))
    assert {entry["location"]["path"] for entry in entries} == {"demo/project.yaml"}
    assert etree.parse(tmp_path / reports["junit"]).getroot().tag == "testsuites"
    assert (tmp_path / job["artifacts"]["paths"][0]).is_file()


def test_the_template_for_gitlab_names_the_version_that_it_comes_with() -> None:
    from oc_strategy import __version__

    assert GITLAB["oc-strategy"]["variables"]["OC_STRATEGY_VERSION"] == __version__


def test_the_hook_checks_the_whole_and_calls_what_is_installed() -> None:
    (hook,) = HOOKS
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    program, command = hook["entry"].split()
    assert program in settings["project"]["scripts"]
    assert command == "check"
    assert (hook["language"], hook["pass_filenames"], hook["require_serial"]) == ("python", False, True)
    assert re.search(hook["files"], "projects/x/project.yaml")
    assert re.search(hook["files"], "portfolio.yml")


def _uses(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["uses"]] if isinstance(value.get("uses"), str) else []
        return own + [used for item in value.values() for used in _uses(item)]
    return [used for item in value for used in _uses(item)] if isinstance(value, list) else []


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_the_page_tells_to_copy_is_pinned_reads_only_and_knows_no_secret(lang: str) -> None:
    page = (ROOT / "docs" / lang / "how-to" / "ci.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(words) for words in re.findall(r"^```yaml\n(.*?)^```$", page, re.M | re.S)]
    workflows = [block for block in blocks if isinstance(block, dict) and "jobs" in block]
    assert workflows
    for workflow in workflows:
        assert workflow["permissions"] == {"contents": "read"}
        assert workflow[True] == "pull_request"
        foreign = [used for used in _uses(workflow) if not used.startswith("your-organization/")]
        assert foreign
        assert all(re.search(r"@[0-9a-f]{40}$", used) for used in foreign)
    assert "secrets." not in page
    assert _uses(ACTION) == []
