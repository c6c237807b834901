"""How options treat outputs, in the words of a cell."""

from __future__ import annotations

from collections.abc import Mapping

from oc_strategy.lang import text, word
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.treatment import TerritoryAccess, Treatment
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.ground import POSTURES
from oc_strategy.report import Report
from oc_strategy.tables.cells import lines, signed
from oc_strategy.tables.sheet import Cell
from oc_strategy.wording import treated_as


def posture_cell(report: Report, output: Output, option: Option | None) -> Cell:
    """Open, gated or closed under an option, with its sign; undecided where nothing is said."""
    posture = report.posture(output, option) if option else None
    if posture is None:
        return Cell(text("states.undecided"), "undecided")
    return Cell(signed("Posture", posture), posture)


def mode_words_of(mode: Mode | None) -> Text:
    """A named mode with the sign of its posture; undecided where there is none."""
    if mode is None:
        return text("states.undecided")
    sign = text(f"words_signs.Posture.{POSTURES[mode]}")
    named = word("Mode", mode)
    return Text.each(lambda lang: f"{sign.of(lang)} {named.of(lang)}")


def mode_words(treatment: Treatment | None) -> Text:
    """The named mode, else how it becomes known and who may work it."""
    return (treated_as(treatment) if treatment else None) or text("states.undecided")


def _access(treatment: Treatment) -> list[Text]:
    return [word("Access", treatment.accesses)] if treatment.accesses else []


def access_words(treatment: Treatment) -> Text | None:
    """Who may work it, with what is staged by country and date."""
    return lines([*_access(treatment), *(stage_words(stage) for stage in treatment.stages)])


def stage_words(stage: TerritoryAccess) -> Text:
    """One step of a staged opening."""
    where = ", ".join(stage.territory) or "world"
    key = "tables.stage-from" if stage.from_ else "tables.stage"
    return text(key, access=word("Access", stage.access), where=where, on=stage.from_.text if stage.from_ else "")


def treatment_words(treatment: Treatment | None) -> Text:
    """The mode, with who may work it where that is not what the mode says, and with what is staged."""
    if treatment is None or treatment.nearest_mode is None:
        return mode_words(treatment)
    own = _access(treatment) if treatment.access else []
    stages = [stage_words(stage) for stage in treatment.stages]
    return lines([mode_words(treatment), *own, *stages]) or mode_words(treatment)


def differing(report: Report, output: Output) -> bool:
    """Whether the options treat an output in different ways."""
    found = [report.treatment(output, option) for option in report.options]
    return len({treatment_words(treatment) for treatment in found}) > 1


def gaps_of(report: Report, option: Option) -> tuple[Diagnostic, ...]:
    """What needs doing under an option: as `Report.gaps` of the chosen one."""
    by_option: Mapping[str, tuple[Diagnostic, ...]] = report.findings_by_option
    found = by_option.get(option.id, ())
    return tuple(f for f in found if f.is_gap)
