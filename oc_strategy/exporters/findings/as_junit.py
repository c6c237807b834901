"""Findings as JUnit XML: one suite a project, one case a check, so that what passed is seen, too.

A case fails exactly where the command would. What does not fail (milder, known, accepted, strengths) stands in the
suite's output. Valid by the schema of Jenkins' xUnit plugin and by that of Apache Ant's report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lxml import etree

from oc_strategy.exporters.findings.as_text import blocks
from oc_strategy.exporters.findings.findings import Findings
from oc_strategy.exporters.findings.words import heading
from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Language
from oc_strategy.rules import all_rules

TEXT: Final = "text"
"""The suite of mistakes in the text, which belong to no project yet."""
_NO_XML: Final = {0xFFFE: None, 0xFFFF: None}


def junit_pieces(findings: Findings, language: Language) -> Iterator[str]:
    """A report with a suite for each project, then one for mistakes in the text where there are any."""
    yield "<?xml version='1.0' encoding='UTF-8'?>\n<testsuites>\n"
    codes = {rule.id for rule in all_rules()}
    for number, (name, every) in enumerate(_suites(findings)):
        asked = codes if name in findings.projects else set()
        suite = _suite(name, number, asked | {found.code for found in every}, every, findings, language)
        etree.indent(suite, level=1)
        yield f"  {etree.tostring(suite, encoding='unicode')}\n"
    yield "</testsuites>\n"


def _suites(findings: Findings) -> Iterator[tuple[str, list[Diagnostic]]]:
    """The findings by suite, as they come; projects without any follow, then mistakes, which may be of all projects."""
    silent = set(findings.projects)
    for group in findings.groups:
        by_project: dict[str, list[Diagnostic]] = defaultdict(list)
        for found in group:
            if found.project is not None:
                by_project[found.project].append(found)
        silent -= by_project.keys()
        yield from sorted(by_project.items())
    yield from ((project, []) for project in sorted(silent))
    if mistakes := [found for found in findings.every if found.project is None]:
        yield TEXT, mistakes


def _suite(
    name: str, number: int, codes: Iterable[str], every: list[Diagnostic], findings: Findings, language: Language
) -> etree._Element:
    by_code: dict[str, list[Diagnostic]] = defaultdict(list)
    for found in every:
        by_code[found.code].append(found)
    cases = [_case(name, code, by_code[code], findings, language) for code in sorted(codes)]
    counts = {tag: sum(case.find(tag) is not None for case in cases) for tag in ("failure", "skipped")}
    suite = etree.Element("testsuite", _counted(name, number, len(cases), counts, findings))
    etree.SubElement(suite, "properties")
    suite.extend(cases)
    passed = [found for found in every if not findings.fails(found) and not found.is_unanswered]
    etree.SubElement(suite, "system-out").text = _told(passed, language)
    etree.SubElement(suite, "system-err").text = ""
    return suite


def _counted(name: str, number: int, cases: int, counts: Mapping[str, int], findings: Findings) -> dict[str, str]:
    return {
        "name": _xml(name),
        "package": "oc-strategy",
        "id": str(number),
        "tests": str(cases),
        "failures": str(counts["failure"]),
        "errors": "0",
        "skipped": str(counts["skipped"]),
        "time": "0",
        # The day looked from: the moment of the run would make equal input give unequal files.
        "timestamp": f"{findings.as_of.isoformat()}T00:00:00",
        "hostname": "localhost",
    }


def _case(suite: str, code: str, found: list[Diagnostic], findings: Findings, language: Language) -> etree._Element:
    case = etree.Element("testcase", {"name": _xml(code), "classname": _xml(suite), "time": "0"})
    failing = [each for each in found if findings.fails(each)]
    unanswered = [each for each in found if each.is_unanswered]
    if failing:
        first = failing[0]
        said = f"{heading(first).of(language)}: {first.message.of(language)}"
        more = text("findings.more", count=len(failing) - 1).of(language) if len(failing) > 1 else ""
        attributes = {"message": _xml(f"{said} {more}".rstrip()), "type": _xml(code)}
        etree.SubElement(case, "failure", attributes).text = _told([*failing, *unanswered], language)
    elif unanswered:
        attributes = {"message": _xml(text("states.unanswered").of(language))}
        etree.SubElement(case, "skipped", attributes).text = _told(unanswered, language)
    return case


def _told(found: list[Diagnostic], language: Language) -> str:
    return "\n\n".join(blocks(found, language, Paint(False), with_key=True)).translate(_NO_XML)


def _xml(words: str) -> str:
    return clean(words).translate(_NO_XML)
