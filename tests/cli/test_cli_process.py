"""The command as a process: on a terminal and without one, in other encodings, interrupted, read in part."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from calling import EXAMPLES, project

from oc_strategy.exporters.wrapping import columns_in

COMMAND = [sys.executable, "-m", "oc_strategy"]
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in {"NO_COLOR", "FORCE_COLOR", "LC_ALL", "LANG", "PYTHONIOENCODING", "PYTHONUTF8", "OC_STRATEGY_DEBUG"}
}
needs_terminal = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no pseudo-terminals")


def run(*words: object, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    settings = {**ENVIRONMENT, **environment}
    return subprocess.run(
        [*COMMAND, *map(str, words)], capture_output=True, env=settings, cwd=folder, check=False, timeout=60
    )


def on_a_terminal(*words: object, answers: tuple[str, ...] = (), **environment: str) -> tuple[str, int]:
    """What an 80-column terminal shows while somebody gives a command and answers, and the exit status."""
    import pty

    pid, terminal = pty.fork()
    if pid == 0:
        # What was started in the background is deaf to Ctrl-C, and so would be all that it starts.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        variables = {**ENVIRONMENT, "COLUMNS": "80", "TERM": "xterm", **environment}
        os.execve(sys.executable, [*COMMAND, *map(str, words)], variables)  # the child becomes the command
    shown, waiting = b"", list(answers)
    while True:
        if waiting and not select.select([terminal], [], [], 1.0)[0] and shown.rstrip().endswith(b":"):
            os.write(terminal, waiting.pop(0).encode())
        try:
            part = os.read(terminal, 65536)
        except OSError:
            part = b""
        if not part:
            break
        shown += part
    os.close(terminal)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return shown.decode(environment.get("PYTHONIOENCODING", "utf-8")).replace("\r\n", "\n"), status


@needs_terminal
def test_init_asks_in_japanese_and_asks_again(tmp_path: Path) -> None:
    answers = ("nothing\n", "company\n", "No Id\n", "battery\n", "\u96fb\u6c60\n", "\n")
    shown, status = on_a_terminal("init", tmp_path / "p", answers=answers, OC_STRATEGY_LANG="ja")
    assert status == 0, shown
    assert "プロジェクトの種類：" in shown
    assert "ひな形 nothing はない" in shown
    assert "No Id は使えない" in shown
    listed = json.loads(run("list", tmp_path / "p", "--section", "project", "--format", "json").stdout)
    assert (listed[0]["id"], listed[0]["title"]["ja"]) == ("battery", "\u96fb\u6c60")
    assert (tmp_path / "p/rights.yaml").exists()


@needs_terminal
def test_ctrl_c_at_a_question_leaves_no_folder(tmp_path: Path) -> None:
    shown, status = on_a_terminal("init", tmp_path / "p", answers=("\x03",))
    assert status == 130
    assert shown.endswith("oc-strategy: interrupted; no file was left half-written\n")
    assert not (tmp_path / "p").exists()


@needs_terminal
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_terminal_gets_colours_and_lines_that_fit(language: str) -> None:
    shown, status = on_a_terminal("check", EXAMPLES / "dvd", "--unanswered", "--lang", language)
    assert status == 1
    assert "\x1b[31m" in shown
    breakable = [line for line in shown.split("\n") if str(EXAMPLES) not in line]
    assert len(breakable) > 20
    assert max(map(columns_in, breakable)) <= 80
    plain, _ = on_a_terminal("check", EXAMPLES / "dvd", NO_COLOR="1")
    assert "\x1b" not in plain


def test_without_a_terminal_no_line_is_wrapped_or_coloured() -> None:
    done = run("check", EXAMPLES / "dvd", "--lang", "ja", COLUMNS="40")
    lines = done.stdout.decode().splitlines()
    assert max(map(columns_in, lines)) > 100
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"\r" not in done.stdout


@needs_terminal
@pytest.mark.parametrize(
    ("words", "ends"),
    [
        (("check", EXAMPLES / "rambus"), 0),
        (("rules",), 0),
        (("--help",), 0),
        (("check", "none\u2014\U0001f600"), 2),
    ],
)
def test_a_japanese_windows_console_shows_everything_it_can(words: tuple[object, ...], ends: int) -> None:
    shown, status = on_a_terminal(*words, PYTHONIOENCODING="cp932", OC_STRATEGY_LANG="ja")
    assert status == ends
    assert "Traceback" not in shown
    assert "\\u2014" not in shown
    assert any("ぁ" <= sign <= "ん" for sign in shown)


def test_a_pipe_gets_utf8_whatever_the_console_has() -> None:
    done = run("check", EXAMPLES / "rambus", "--format", "json", PYTHONIOENCODING="cp932")
    assert json.loads(done.stdout.decode("utf-8"))["findings"]
    told = run("check", "\u96fb\u6c60", PYTHONIOENCODING="ascii", LC_ALL="C", OC_STRATEGY_LANG="ja").stderr
    assert told.decode("utf-8").startswith("oc-strategy: ")


@pytest.mark.parametrize(
    "words",
    [
        ("check", EXAMPLES),
        ("list", EXAMPLES / "agv"),
        ("facts", "--format", "json"),
        ("init", "FOLDER/new", "--no-input"),
        ("diagram", EXAMPLES / "dvd", "--format", "dot", "-o", "FOLDER/out"),
        ("doctor",),
        ("--help",),
        ("--version",),
    ],
)
def test_nothing_is_read_or_written_in_the_encoding_of_the_place(words: tuple[object, ...], tmp_path: Path) -> None:
    strict = ["-X", "warn_default_encoding", "-W", "error::EncodingWarning"]
    arguments = [str(word).replace("FOLDER", str(tmp_path)) for word in words]
    done = subprocess.run(
        [sys.executable, *strict, "-m", "oc_strategy", *arguments], capture_output=True, env=ENVIRONMENT, check=False
    )
    assert b"EncodingWarning" not in done.stderr
    assert done.returncode in {0, 1}


@needs_terminal
@pytest.mark.parametrize("words", [("facts", "--format", "json"), ("rules",), ("--help",)])
def test_a_reader_that_has_enough_is_no_trouble(words: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*COMMAND, *words], stdout=write, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_said_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "rules"], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)
    assert (done.returncode, done.stderr) == (2, b"oc-strategy: the disk is full\n")


@needs_terminal
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_leaves_no_temporary_file(tmp_path: Path, sent: signal.Signals) -> None:
    code = (
        "import os, signal, sys, oc_strategy.cli.app as app\n"
        f"os.fsync = lambda _: os.kill(os.getpid(), {int(sent)})\n"
        "app.run()"
    )
    words = ("diagram", project(tmp_path / "p", "outputs: {a: {}}\n"), "--format", "dot", "-o", tmp_path / "out")
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)], capture_output=True, env=ENVIRONMENT, check=False, timeout=60
    )
    assert done.returncode == 130
    assert done.stderr.decode() == "oc-strategy: interrupted; no file was left half-written\n"
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("oc-strategy che", ["check"]),
        ("oc-strategy check --fail-o", ["--fail-on"]),
        ("oc-strategy check --fail-on w", ["warning"]),
        ("oc-strategy explain nothing-cl", ["nothing-closed"]),
        ("oc-strategy facts grace-p", ["grace-period"]),
        ("oc-strategy list --section pat", ["patents"]),
        ("oc-strategy init --example qr", ["qr-code"]),
        ("oc-strategy options ad", ["adopt"]),
        ("oc-strategy options --shock sec", ["secret-leaks"]),
        ("oc-strategy show reader-i", ["reader-interface"]),
        ("oc-strategy options explain sym", ["symbol"]),
        ("oc-strategy check --option all-c", ["all-closed"]),
    ],
)
def test_a_shell_completes(typed: str, offered: list[str]) -> None:
    last = str(len(typed.split()) - 1)
    words = {"_OC_STRATEGY_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": last}
    done = run(folder=EXAMPLES / "qr-code", **words)
    assert done.stdout.decode().split() == offered
    assert done.stderr == b""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_script_for_a_shell_is_printed(shell: str) -> None:
    done = run(_OC_STRATEGY_COMPLETE=f"source_{shell}")
    assert b"_OC_STRATEGY_COMPLETE" in done.stdout
    assert done.stderr == b""


def test_the_version_is_one_line() -> None:
    done = run("--version")
    assert done.stdout.decode().strip().startswith("oc-strategy ")
    assert done.returncode == 0
