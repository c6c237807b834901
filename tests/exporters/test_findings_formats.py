"""Every format of findings: the same content, valid by its standard, within its limits, harmless."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from reading_formats import NAMES, read, unmarked, written
from sample_findings import ON, made, sample

from oc_strategy.exporters.findings import Findings, as_sarif, tally
from oc_strategy.exporters.findings.as_markdown import MOST as MOST_LETTERS
from oc_strategy.exporters.findings.formats import FORMATS
from oc_strategy.exporters.findings.words import excuse_words, heading
from oc_strategy.exporters.markdown import code, escaped
from oc_strategy.exporters.terminal import clean
from oc_strategy.model.diagnostic import Diagnostic, Evidence
from oc_strategy.model.text import LANGUAGES, Language, Text
from oc_strategy.rules import all_rules

STANDARDS = Path(__file__).parent / "standards"
SARIF = jsonschema.Draft4Validator(json.loads((STANDARDS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")))
JUNIT = etree.XMLSchema(etree.parse(STANDARDS / "junit-10.xsd"))
SCHEMA = json.loads((files("oc_strategy.exporters.findings") / "findings.schema.json").read_text(encoding="utf-8"))
FINDINGS = jsonschema.Draft202012Validator(SCHEMA)

ONLY_GAPS = {"gitlab"}
"""Formats in which every entry is a fault."""
WITHOUT_KEY = {"text"}
"""Formats for people who would rather write `explain check:node`."""


def test_the_sample_has_every_severity_and_state() -> None:
    every = list(sample().every)
    assert {found.severity for found in every} == {"error", "warning", "question", "good"}
    assert {found.state for found in every} == {"new", "existing", "accepted", "expired", "unmatched"}
    assert any(found.is_unanswered for found in every)
    assert any(found.project is None for found in every)


class Apart:
    """Findings that are no list: each project's are made anew whenever somebody goes through them."""

    def __init__(self, findings: Findings) -> None:
        self._every = list(findings.every)

    def __iter__(self) -> Iterator[list[Diagnostic]]:
        for project in ("agv", "demo", None):
            yield [replace(found) for found in self._every if found.project == project]


def _apart(findings: Findings) -> Findings:
    return replace(findings, groups=Apart(findings))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_format_holds_the_same_content(name: str, language: Language) -> None:
    shown = read(name, written(name, _apart(sample()), language))
    flat = re.sub(r"\s+", " ", shown)
    for found in sample().gaps if name in ONLY_GAPS else sample().every:
        for words in _content(found, language, with_key=name not in WITHOUT_KEY):
            assert re.sub(r"\s+", " ", words).strip() in flat, f"{name} lacks of {found.code}: {words}"
        file = quote(found.place.file) if name == "sarif" else found.place.file
        assert file in flat
        if name in {"text", "junit", "markdown"}:
            assert str(found.place) in flat


def _content(found: Diagnostic, language: Language, *, with_key: bool) -> list[str]:
    texts: list[Text] = [found.message, *(evidence.what for evidence in found.chain)]
    texts += [] if found.severity == "good" else [found.remedy]
    words = [found.code, *(text.of(language) for text in texts)]
    if found.excuse:
        words += [found.excuse.reason.of(language), found.excuse.owner, found.excuse.until, found.excuse.ticket or ""]
    return [*words, found.fingerprint] if with_key else words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "json"])
def test_every_format_tells_the_state_in_words(name: str, language: Language) -> None:
    shown = read(name, written(name, sample(), language))
    for found in sample().gaps if name in ONLY_GAPS else sample().every:
        assert heading(found).of(language) in shown
        if found.excuse and found.state == "accepted":
            assert excuse_words(found.excuse).of(language) in shown


def test_projects_follow_one_another_and_the_gravest_of_each_stands_first_or_last() -> None:
    ranks = [(("agv", "demo", None).index(found.project), found.order) for found in _apart(sample()).every]
    assert ranks == sorted(ranks)
    keys = [found["fingerprint"] for found in json.loads(written("json", _apart(sample()), "en"))["findings"]]
    assert keys == [found.fingerprint for found in _apart(sample()).every]
    shown = written("text", _apart(sample()), "en").split("\n\n")[:-1]
    starts = ["agv" if block.startswith("examples/agv") else block.partition(":")[0] for block in shown]
    assert list(dict.fromkeys(starts)) == ["agv", "project.yaml", "examples/書き 方.yaml"]
    assert starts == sorted(starts, key=["agv", "project.yaml", "examples/書き 方.yaml"].index)
    assert all(": Error" in shown[starts.index(after) - 1] for after in ("project.yaml", "examples/書き 方.yaml"))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_what_is_shown_does_not_hang_on_how_findings_come(name: str) -> None:
    together, apart = (read(name, written(name, each, "en")) for each in (sample(), _apart(sample())))
    assert sorted(re.findall(r"[0-9a-f]{16}", together)) == sorted(re.findall(r"[0-9a-f]{16}", apart))


def test_sarif_is_valid_and_tells_state_suppression_and_chain() -> None:
    log = json.loads(written("sarif", sample(), "ja"))
    assert list(SARIF.iter_errors(log)) == []
    (run,) = log["runs"]
    gaps = list(sample().gaps)
    assert len(run["results"]) == len(gaps)
    by_key = {result["partialFingerprints"]["ocStrategy/v1"]: result for result in run["results"]}
    for found in gaps:
        result = by_key[found.fingerprint]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == found.code
        assert bool(result["suppressions"]) == (found.state == "accepted")
        assert result["baselineState"] == ("unchanged" if found.state in {"existing", "accepted"} else "new")
        assert len(result.get("relatedLocations", [])) == len(found.chain)
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["help"]["markdown"]
        known = next((each for each in all_rules() if each.id == rule["id"]), None)
        if known:
            assert known.question.of("ja") in unmarked(rule["help"]["markdown"])
            assert known.why.of("en") in unmarked(rule["help"]["markdown"])


def test_sarif_paths_are_relative_addresses() -> None:
    log = json.loads(written("sarif", sample(), "en"))
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in log["runs"][0]["results"]}
    assert "examples/%E6%9B%B8%E3%81%8D%20%E6%96%B9.yaml" in uris
    assert all(re.fullmatch(r"[\w./%~-]+", uri) for uri in uris)


def test_junit_is_valid_and_fails_where_the_command_fails() -> None:
    for level in ("error", "warning", "question", None):
        findings = replace(sample(), fail_on=level)  # type: ignore[arg-type]
        root = etree.fromstring(written("junit", findings, "ja").encode())
        assert JUNIT.validate(root), JUNIT.error_log
        failed = {(c.get("classname"), c.get("name")) for c in root.iter("testcase") if c.find("failure") is not None}
        assert failed == {(f.project or "text", f.code) for f in findings.every if findings.fails(f)}
        passed = {c.get("name") for c in root.iter("testcase") if c.get("classname") == "demo"}
        assert passed >= {rule.id for rule in all_rules()}
        for suite in root:
            assert int(suite.get("failures", "")) == sum(c.find("failure") is not None for c in suite.iter("testcase"))


def test_json_is_valid_by_its_own_schema_and_counts_each_finding_once() -> None:
    document = json.loads(written("json", sample(), "ja"))
    FINDINGS.check_schema(SCHEMA)
    assert list(FINDINGS.iter_errors(document)) == []
    assert sum(document["summary"].values()) == len(document["findings"]) == len(list(sample().every))
    assert tally(sample().every).existing == 1


def test_gitlab_has_what_it_asks_for_and_no_fingerprint_twice() -> None:
    twice = Findings.of([made("a"), made("a")], ON)
    entries = json.loads(written("gitlab", twice, "en"))
    assert len({entry["fingerprint"] for entry in entries}) == 2
    for entry in json.loads(written("gitlab", sample(), "en")):
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert isinstance(entry["location"]["lines"]["begin"], int)
        assert not entry["location"]["path"].startswith(("./", "/"))
        assert entry["description"]
        assert entry["check_name"]


def _many(count: int, **changes: object) -> Findings:
    return Findings.of([made("w", number, **changes) for number in range(count)], ON)


def test_github_annotates_ten_of_a_level_and_says_how_many_more_there_are() -> None:
    every = [*_many(13).every, *_many(12, severity="warning").every, *_many(11, severity="question").every]
    lines = written("github", Findings.of(every, ON), "en").splitlines()
    counts = {level: sum(line.startswith(f"::{level} ") for line in lines) for level in ("error", "warning", "notice")}
    assert counts == {"error": 10, "warning": 10, "notice": 10}
    assert "7 more findings" in lines[-1]
    assert sum("  # " in line for line in lines) == 36


def test_sarif_is_cut_at_the_limit_with_a_notice_and_the_mildest_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert as_sarif.MOST_RESULTS == 25_000
    monkeypatch.setattr(as_sarif, "MOST_RESULTS", 1_000)
    every = [*_many(1_100, severity="question").every, *_many(2).every]
    text = written("sarif", Findings.of(sorted(every, key=lambda f: f.order), ON), "en")
    (run,) = json.loads(text)["runs"]
    assert len(run["results"]) == 1_000
    assert [result["level"] for result in run["results"][:3]] == ["error", "error", "note"]
    assert "102 more findings" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_is_cut_by_its_packed_size_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_sarif, "MOST_BYTES", 6_000)
    text = written("sarif", _many(400), "en")
    (run,) = json.loads(text)["runs"]
    left = len(run["results"])
    assert 0 < left < 400
    notice = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert f"{400 - left} more" in notice
    assert list(SARIF.iter_errors(json.loads(text))) == []


def test_a_long_chain_is_cut_with_a_notice() -> None:
    chain = tuple(Evidence(f"n-{number}", Text.plain(f"step {number}")) for number in range(1_200))
    log = json.loads(written("sarif", Findings.of([made("w", chain=chain)], ON), "en"))
    (result,) = log["runs"][0]["results"]
    assert len(result["relatedLocations"]) == 100
    assert result["relatedLocations"][-1]["message"]["text"] == "and 1101 more"


def test_markdown_stays_within_a_comment_and_says_how_many_more_there_are() -> None:
    text = written("markdown", _many(3_000), "en")
    assert len(text) <= MOST_LETTERS
    shown = text.count("- **Error")
    assert f"and {3_000 - shown} more" in text
    assert text.count("<details>") == text.count("</details>")


HOSTILE = st.text(
    st.sampled_from([*"abc:%,\n\r\t|`<>&[](){}*_~#@!\\\"' -=.1極\x1b\u202e\u2028\x00\ud800\uffff"]),
    max_size=30,
)  # fmt: skip


@given(HOSTILE)
@example("::add-mask::x")
@example("x\n::set-output name=a::b")
@example("##[error]x")
@example("]]><script>alert(1)</script>")
@example("[x](javascript:alert(1)) | `y` <img src=x onerror=z> @all #1 www.x.y http://x.y :smile:")
@example("{0} [a](1)")
@example("@%1")
@settings(max_examples=60, deadline=None)
def test_no_word_that_a_person_writes_has_an_effect(words: str) -> None:
    findings = Findings.of([made(words), made(words, 1, state="accepted")], ON)
    for name in NAMES:
        output = written(name, findings, "en")
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ud800-\udfff]", output)
        assert "##[" not in output
        commands = [line for line in output.split("\n") if line.lstrip().startswith("::")]
        own = [line for line in commands if line.startswith(("::group::", "::endgroup::", "::error file="))]
        assert commands == own
        assert len(own) == (3 if name == "github" else 0)
        read(name, output)
    assert JUNIT.validate(etree.fromstring(written("junit", findings, "en").encode()))
    log = json.loads(written("sarif", findings, "en"))
    assert list(SARIF.iter_errors(log)) == []
    assert "](" not in log["runs"][0]["results"][0]["message"]["text"]
    _only_our_markup(written("markdown", findings, "en"))


def _only_our_markup(output: str) -> None:
    # Forges look for no mentions in code.
    output = re.sub(r"<code>.*?</code>", lambda found: found[0].replace("@", ""), output)
    # What is taken out leaves a blank, lest its neighbours look like markup that nobody sees.
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", " ", output)
    bare = re.sub(r".?<!-- -->|</?(?:code|details|summary|sub)>|\*\*", " ", bare)
    assert not re.search(r"[<>`\[\]$~^]|://|@(?=\w)", bare), bare
    table = [line for line in bare.split("\n") if "|" in line]
    assert len(table) == 3


@given(HOSTILE)
@example("1. a")
@example("    code")
@example("| a | b |")
@example("![i](u) <!-- x --> &lt; ***")
@settings(max_examples=200, deadline=None)
def test_what_is_escaped_for_markdown_is_shown_as_it_was(words: str) -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
    for written_words in (escaped(words), code(words)):
        shown = re.sub(r"<!-- -->|</?(?:p|code)>", "", reader.render(written_words))
        assert html.unescape(shown).strip() == clean(words).strip()


@pytest.mark.parametrize("name", FORMATS)
def test_equal_findings_give_equal_bytes(name: str) -> None:
    assert written(name, sample(), "ja") == written(name, replace(sample()), "ja")


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found_is_a_valid_file_too(name: str) -> None:
    output = written(name, Findings.of([], ON, ("demo",)), "ja")
    read(name, output)
    if name == "sarif":
        assert list(SARIF.iter_errors(json.loads(output))) == []
    if name == "junit":
        assert JUNIT.validate(etree.fromstring(output.encode()))
