"""The commands in the order of the help: what each is for, where it is, and how it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: the module that has its function, one line on what it is for, and calls to begin with."""

    module: str
    line: str
    examples: tuple[str, ...]

    @property
    def function(self) -> Callable[..., Any]:
        """The function behind the command; its module is read now, not when the help lists it."""
        found: Callable[..., Any] = getattr(import_module(f"oc_strategy.cli.{self.module}"), self.module)
        return found


PARTS: Final[Mapping[str, Mapping[str, Entry]]] = {
    "Begin": {
        "init": Entry(
            "init",
            "Begin a project from a template or an example.",
            (
                "init my-project --template company",
                "init my-project --pattern open-interface-closed-core",
                "init qr --example qr-code",
            ),
        ),
        "doctor": Entry("doctor", "Say whether Graphviz and a Japanese font are there.", ("doctor",)),
        "schema": Entry(
            "schema",
            "Write the JSON Schema with which editors complete and explain.",
            ("schema --output oc-strategy.schema.json", "schema my-project -o my-project/oc-strategy.schema.json"),
        ),
    },
    "Check": {
        "check": Entry(
            "check",
            "Name mistakes in the text and gaps in the strategy.",
            (
                "check my-project",
                "check my-project --option all-closed --unanswered",
                "check . --format sarif -o findings.sarif --format github -o -",
            ),
        ),
        "baseline": Entry(
            "baseline",
            "Note what is found today as known; from then on only take out.",
            ("baseline my-project", "baseline portfolio"),
        ),
        "ack": Entry(
            "ack",
            "Put on record that somebody looked at a node again.",
            (
                "ack finder-pattern my-project --by Sato --why claims-checked",
                "ack --list my-project",
            ),
        ),
        "portfolio": Entry(
            "portfolio",
            "Count the findings of each project by theme.",
            ("portfolio .", "portfolio . --select theme:novelty --format json"),
        ),
        "explain": Entry(
            "explain",
            "Tell what a check asks and why, or what a finding rests on.",
            ("explain nothing-closed", "explain nothing-closed:symbol my-project"),
        ),
        "score": Entry(
            "score",
            "Hold the checks against what is expected of projects.",
            ("score", "score my-project", "score . --format json"),
        ),
        "rules": Entry("rules", "List the checks.", ("rules", "rules --format json")),
        "facts": Entry(
            "facts",
            "List the facts of law and policy that the checks rest on.",
            ("facts", "facts grace-period", "facts --for JP --stale"),
        ),
    },
    "Lay out options": {
        "options": Entry(
            "options",
            "Lay out the options: plans that nothing beats, and how sure that is.",
            (
                "options my-project",
                "options my-project --weights reach=2,capture=1 --shock secret-leaks",
                "options my-project --compare P1,P2,all-open",
            ),
        ),
        "options explain": Entry(
            "options_explain",
            "Tell what speaks for and against each way to treat an output.",
            ("options explain decoder my-project",),
        ),
        "options rate": Entry(
            "options_rate",
            "Answer the questions that matter most; the ratings go into the YAML.",
            ("options rate my-project", "options rate my-project --set decoder.life=4 --set symbol.life=2-4"),
        ),
        "options adopt": Entry(
            "options_adopt",
            "Write a plan as an option, and an open decision on it, into the YAML.",
            ("options adopt P1 my-project --plan", "options adopt P1 my-project --as licence-first"),
        ),
        "options suggest-pattern": Entry(
            "options_suggest_pattern",
            "Say which patterns of opening and closing the project fits.",
            ("options suggest-pattern my-project",),
        ),
    },
    "Write": {
        "build": Entry(
            "build",
            "Write the workbook, the diagrams and the findings.",
            ("build my-project", "build portfolio --output out", "build my-project --audience partner --lang en"),
        ),
        "worksheet": Entry(
            "worksheet",
            "Write the Excel workbook, or fill in a form.",
            (
                "worksheet my-project",
                "worksheet my-project -o plan.xlsx --lang both",
                "worksheet my-project --form before-after -o out",
            ),
        ),
        "forms": Entry(
            "forms",
            "List the forms that can be filled in, or look over one of your own.",
            ("forms", "forms check my-form.docx"),
        ),
        "diagram": Entry(
            "diagram",
            "Draw a view as SVG, PNG, PDF, DOT or Mermaid.",
            (
                "diagram my-project --view protection --format svg --format png",
                "diagram my-project --view dependencies --focus decoder --depth 2",
                "diagram my-project -o strategy.pdf",
            ),
        ),
    },
    "Change": {
        "from-sheet": Entry(
            "from_sheet",
            "Bring the rows of anybody's spreadsheet into a project.",
            (
                "from-sheet inventions.xlsx --propose -o map.yaml",
                "from-sheet inventions.xlsx my-project --map map.yaml --plan",
                "from-sheet export.csv my-project --map j-platpat --yes",
            ),
        ),
        "pull": Entry(
            "pull",
            "Take what people changed in a workbook back into the YAML.",
            (
                "pull out/my-project-internal.xlsx my-project --plan",
                "pull filled-in.xlsx my-project --take workbook --yes",
            ),
        ),
        "rename": Entry(
            "rename",
            "Give a node or a project another id everywhere.",
            ("rename decoder reader-core my-project", "rename qr-code/symbol mark . --plan"),
        ),
    },
    "Look up": {
        "deadlines": Entry(
            "deadlines",
            "List the dates to keep, with what each rests on.",
            (
                "deadlines my-project",
                "deadlines portfolio --within 120 --lang ja",
                "deadlines my-project --output dates.ics --audience partner",
            ),
        ),
        "list": Entry("list_nodes", "List what a project holds.", ("list my-project", "list . --section patents")),
        "diff": Entry(
            "diff",
            "Compare two states: what moved, which findings came and went.",
            (
                "diff main.. my-project",
                "diff v1.0..v1.1 portfolio --output follow-up.xlsx --output changes.svg",
                "diff origin/main..HEAD . --format markdown --exit-on worse",
            ),
        ),
        "show": Entry(
            "show",
            "Show one node: links, dates and findings.",
            ("show decoder my-project", "show decoder . --as-of 2026-04-01"),
        ),
    },
}
COMMANDS: Final[Mapping[str, Entry]] = {name: entry for part in PARTS.values() for name, entry in part.items()}
