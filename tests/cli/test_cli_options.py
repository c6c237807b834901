"""`options` and its kin as a person calls them: what is told, what is refused, what is written and what is not."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from calling import EXAMPLES, Answer, call, project

from oc_strategy.cli.options_rate import answer_in
from oc_strategy.cli.searching import searching
from oc_strategy.exporters.schema import options_schema
from oc_strategy.exporters.wrapping import columns_in
from oc_strategy.model.text import LANGUAGES, Language

pytest.importorskip("highspy", reason="the extra `options` is not installed")
QR = EXAMPLES / "qr-code"
DAY = ("--as-of", "2026-11-23")


@pytest.fixture
def qr(tmp_path: Path) -> Path:
    assert call("init", tmp_path / "qr", "--example", "qr-code", "-q").status == 0
    return tmp_path / "qr"


def data(*arguments: object) -> Any:
    return json.loads(call("options", *arguments, *DAY, "--format", "json").out)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_listing_has_plans_with_bars_that_stand_in_line(lang: Language) -> None:
    answer = call("options", QR, *DAY, lang=lang)
    assert (answer.status, answer.err) == (0, "")
    bars = [line for line in answer.out.splitlines() if "#" in line and "[" in line]
    assert len(bars) == 5 * 4
    assert len({columns_in(line.partition("[")[0]) for line in bars}) == 1
    assert ("秘匿" if lang == "ja" else "Keep secret") in answer.out


def test_the_json_keeps_its_schema_and_every_byte() -> None:
    more = ("--shock", "secret-leaks", "--shock", "standard-slips", "--compare", "P1,open-symbol")
    first = call("options", QR, *DAY, "--format", "json", *more)
    assert first.out == call("options", QR, *DAY, "--format", "json", *more, lang="ja").out
    found = json.loads(first.out)
    jsonschema.validate(found, options_schema())
    assert found["complete"]
    assert {"frontier", "references", "excluded", "questions", "seed", "bounds"} <= found.keys()
    assert [plan["name"] for plan in found["frontier"] if "option:open-symbol" in plan["also"]] == ["P2"]
    assert found["shocks"][0]["plans"][0]["broken"]
    assert not found["shocks"][1]["felt"]


def test_top_and_select_narrow_what_is_told_and_move_no_number() -> None:
    whole, part = data(QR), data(QR, "--top", "2", "--select", "symbol")
    assert [plan["name"] for plan in part["frontier"]] == [plan["name"] for plan in whole["frontier"]][:2]
    assert part["frontier"][0]["sureness"] == whole["frontier"][0]["sureness"]
    assert part["outputs"] == ["symbol"]
    assert {e["output"] for e in part["excluded"]} == {"symbol"}


def test_weights_asked_for_decide_which_plan_leads() -> None:
    capture = data(QR, "--weights", "capture=1")["frontier"][0]
    reach = data(QR, "--weights", "reach=1")["frontier"][0]
    assert capture["aims"]["capture"]["told"] > reach["aims"]["capture"]["told"]
    assert reach["aims"]["reach"]["told"] > capture["aims"]["reach"]["told"]


def test_a_search_that_is_stopped_says_what_is_not_proven() -> None:
    answer = call("options", QR, *DAY, "--time", "0")
    assert answer.status == 0
    assert "before the search was stopped" in answer.out
    stopped = data(QR, "--time", "0")
    assert not stopped["complete"]
    assert stopped["unsearched"]


def test_ctrl_c_ends_the_search_and_not_the_program() -> None:
    before = signal.getsignal(signal.SIGINT)
    with searching("en", None, quiet=True) as go_on:
        assert go_on(0, 1)
        os.kill(os.getpid(), signal.SIGINT)
        assert not go_on(0, 1)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) == before


def test_without_the_solver_a_large_model_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oc_strategy.options.layout.has_solver", lambda: False)
    answer = call("options", EXAMPLES / "agv", *DAY)
    assert (answer.status, answer.out) == (2, "")
    assert 'pip install "oc-strategy[options]"' in answer.err
    assert call("options", QR, *DAY, "--top", "1").status == 0
    monkeypatch.setattr("oc_strategy.options.solver.has_solver", lambda: False)
    assert call("options", QR, *DAY, "--solve").status == 2


def test_without_numpy_all_but_the_sureness_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oc_strategy.options.account.has_numpy", lambda: False)
    answer = call("options", QR, *DAY, "--top", "1")
    assert "numpy" in answer.out
    assert "of the draws" not in answer.out
    assert data(QR)["frontier"][0]["sureness"] is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((QR, "--weights", "reech=1"), "reach, capture, safety, cost"),
        ((QR, "--weights", "reach=0"), "reach=0"),
        ((QR, "--weights", "reach=-1"), "reach=-1"),
        ((QR, "--weights", "reach=nan"), "reach=nan"),
        ((QR, "--shock", "secret-leak"), "did you mean secret-leaks?"),
        ((QR, "--compare", "P1"), "2 to 8"),
        ((QR, "--compare", "P1,open-simbol"), "did you mean open-symbol?"),
        ((QR, "--select", "nothing"), "nothing"),
        ((EXAMPLES,), "qr-code"),
        (("explain", "symbl", QR), "did you mean symbol?"),
        (("adopt", "P99", QR), "P99"),
        (("rate", QR), "--set"),
        (("rate", QR, "--set", "symbol.life=6"), "symbol.life=6"),
        (("rate", QR, "--set", "symbol=3"), "symbol=3"),
        (("rate", QR, "--set", "symbol.lif=3"), "did you mean life?"),
        (("rate", QR, "--set", "symbol.position=3"), "position"),
        (("rate", QR, "--set", "symbol.scores-best=3"), "scores-best"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(arguments: tuple[object, ...], said: str) -> None:
    answer = call("options", *arguments)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert said in answer.err


def test_a_project_without_outputs_and_one_with_mistakes(tmp_path: Path) -> None:
    assert "has no outputs" in call("options", project(tmp_path / "a")).err
    broken = call("options", project(tmp_path / "b", "outputs: {x: {ratings: {lif: 3}}}\n"))
    assert (broken.status, broken.out) == (1, "")
    assert "unknown-criterion" in broken.err


def test_nothing_above_the_audience_is_told() -> None:
    whole = json.dumps(data(EXAMPLES / "agv"))
    seen = call("options", EXAMPLES / "agv", *DAY, "--audience", "public", "--format", "json").out
    assert "calibration-knowhow" in whole
    assert "calibration-knowhow" not in seen
    found = json.loads(seen)
    assert found["audience"] == "public"
    assert all(not each["reasons"] for each in found["excluded"])
    assert ".yaml" not in seen


@pytest.mark.parametrize(("output", "mode"), [("symbol", "Standard, royalty-free"), ("decoder", "Keep secret")])
def test_explain_says_from_which_facts_at_which_line(output: str, mode: str) -> None:
    told = call("options", "explain", output, QR, "--as-of", "1999-01-01").out
    (chosen,) = [line for line in told.splitlines() if "as chosen" in line]
    assert mode in chosen
    assert "technology.yaml:" in told
    assert "For:" in told


def test_explain_proposes_a_split_only_where_both_sides_are_possible() -> None:
    assert "Consider splitting" not in call("options", "explain", "symbol", QR, *DAY).out


def test_adopting_writes_the_option_and_an_open_decision_and_keeps_every_comment(qr: Path) -> None:
    before = {path.name: path.read_text(encoding="utf-8") for path in qr.glob("*.yaml")}
    shown = call("options", "adopt", "P1", qr, *DAY, "--as", "first", "--plan")
    assert shown.status == 0
    assert "+  first:" in shown.out
    assert {path.name: path.read_text(encoding="utf-8") for path in qr.glob("*.yaml")} == before
    assert call("options", "adopt", "P1", qr, *DAY, "--as", "first").status == 0
    after = {path.name: path.read_text(encoding="utf-8") for path in qr.glob("*.yaml")}
    assert {name for name in after if after[name] != before[name]} == {"options.yaml", "follow-up.yaml"}
    assert all(line in after[name].splitlines() for name in before for line in before[name].splitlines())
    listed = json.loads(call("ack", "--list", qr, "--format", "json").out)
    assert "decide-first" not in {entry["node"] for entry in listed}
    found = json.loads(call("check", qr, "--option", "first", "--format", "json", *DAY).out)["findings"]
    outdated = [f for f in found if f["rule"] == "decision-outdated"]
    assert all("first" not in str(f["subjects"]) for f in outdated)


def test_no_id_is_overwritten_and_a_first_option_gets_a_file(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", "outputs:\n  a: {kind: interface, position: boundary, complements: b}\n  b: {}\n")
    assert call("options", "adopt", "all-closed", folder, "--as", "a").status == 2
    assert call("options", "adopt", "all-closed", folder, "--as", "A b").status == 2
    assert not (folder / "options.yaml").exists()
    assert call("options", "adopt", "all-closed", folder, "--title", "Wait").status == 0
    assert "title: Wait" in (folder / "options.yaml").read_text(encoding="utf-8")
    assert call("options", "adopt", "all-closed", folder).status == 2
    assert call("check", folder, "--fail-on", "never").status == 0


def test_an_open_decision_is_not_taken_for_one_that_was_made(tmp_path: Path) -> None:
    text = "option: x\noutputs:\n  a: {}\noptions:\n  x: {treatments: {a: keep-secret}}\n"
    folder = project(tmp_path / "p", text)
    assert call("options", "adopt", "all-closed", folder, "--as", "other").status == 0
    assert "decision-outdated" not in call("check", folder).out


def test_ratings_are_written_where_the_outputs_stand(qr: Path) -> None:
    given = ("--set", "decoder.life=4", "--set", "symbol.life=2-4", "--set", "decoder.enforcement=2.5")
    assert call("options", "rate", qr, *given, "--plan").out.count("\n+") >= 3
    assert call("options", "rate", qr, *given).status == 0
    words = (qr / "technology.yaml").read_text(encoding="utf-8")
    assert "life: [2, 4]" in words
    asked = {(q["output"], q["criterion"]) for q in data(qr)["questions"]}
    assert not asked & {("decoder", "life"), ("symbol", "life"), ("decoder", "enforcement")}


def asked(qr: Path, monkeypatch: pytest.MonkeyPatch, *answers: str) -> Answer:
    waiting = iter(answers)
    monkeypatch.setattr("oc_strategy.cli.options_rate.can_ask", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(waiting))
    return call("options", "rate", qr)


def test_on_a_terminal_it_asks_until_told_to_stop(qr: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = asked(qr, monkeypatch, "", "7", "3-5", "q")
    assert answer.status == 0
    assert "7 is none" in answer.err
    assert answer.err.count("\n  1  ") == 3
    second = data(QR)["questions"][1]
    assert f"{second['criterion']}: [3, 5]" in (qr / "technology.yaml").read_text(encoding="utf-8")


def test_who_answers_nothing_changes_nothing(qr: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (qr / "technology.yaml").read_bytes()
    assert asked(qr, monkeypatch, "q").status == 0
    assert (qr / "technology.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("3", (3, 3)),
        (" 2-4 ", (2, 4)),
        ("2～4", (2, 4)),
        ("2.5", (2.5, 2.5)),
        ("4-2", None),
        ("0", None),
        ("5.5", None),
    ],
)
def test_an_answer_is_a_number_or_a_range(words: str, answer: object) -> None:
    assert answer_in(words) == answer


def test_a_file_is_written_and_yaml_of_a_project_never(qr: Path, tmp_path: Path) -> None:
    target = tmp_path / "options.json"
    assert call("options", qr, "-o", target).status == 0
    assert json.loads(target.read_text(encoding="utf-8"))["project"] == "qr-code"
    assert call("options", qr, "-o", qr / "options.yaml").status == 2
    shutil.rmtree(qr)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_project_begun_from_a_pattern_is_told_to_fit_it(lang: Language, tmp_path: Path) -> None:
    begun = call("init", tmp_path / "p", "--pattern", "pool", "--no-input", "--id", "my-pool", lang=lang)
    assert begun.status == 0
    told = call("options", "suggest-pattern", tmp_path / "p", lang=lang)
    assert (told.status, told.err) == (0, "")
    assert re.search(r"^pool  .*3.*3", told.out, re.M)
    found = json.loads(call("options", "suggest-pattern", tmp_path / "p", "--format", "json").out)
    states = {c["state"] for p in found["patterns"] if p["name"] == "pool" for c in p["conditions"]}
    assert states == {"met"}


def test_an_unknown_pattern_and_a_pattern_beside_a_template_are_refused(tmp_path: Path) -> None:
    assert "did you mean pool?" in call("init", tmp_path / "p", "--pattern", "pol", "--no-input").err
    both = call("init", tmp_path / "p", "--pattern", "pool", "--template", "blank", "--no-input")
    assert (both.status, both.out) == (2, "")
    assert not (tmp_path / "p").exists()
