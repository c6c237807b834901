"""The chosen way with an output has no decider or no date of decision."""

from __future__ import annotations

from collections.abc import Iterator

from oc_strategy.model.edges import DECIDES
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.treatment import Treatment
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_ALL = Text(
    en="{option} does not say {missing}, for any of its {count} treatments.",
    ja="{option} の {count} 件の扱いのいずれにも、{missing}がない。",
)
_DECIDER = Text(en="who decided it", ja="決定者")
_DAY = Text(en="when it was decided", ja="決定日")
_BOTH = Text(en="who decided it and when", ja="決定者と決定日")


@rule(
    severity="error",
    question=Text(
        en="Is it on record who decided each treatment, and when?",
        ja="成果ごとの扱いを、誰がいつ決めたか記録されているか",
    ),
    message=Text(
        en="The treatment of {output} in {option} does not say {missing}.",
        ja="{option} における {output} の扱いに、{missing}がない。",
    ),
    remedy=Text(
        en="Name the decider and the day at the treatment, or once for all in a decision on the option.",
        ja="扱いごとに決定者と決定日を書くか、選択肢全体についての決定にまとめて書く。",
    ),
    why=Text(
        en="A strategy that nobody answers for is not followed. Without a day, nobody can tell on which state of "
        "things it was decided.",
        ja="責任者のいない戦略は実行されない。日付がなければ、どの状況を前提に決めたのか後から分からない。",
    ),
    basis=Basis(practice=("G47", "S42")),
    fires="""
id: demo
outputs:
  lens: {title: Lens}
  mount: {title: Mount}
people:
  lead: {title: IP lead}
options:
  chosen:
    treatments:
      lens: {mode: keep-secret, decided_by: lead, decided_on: 2026-02-10}
      mount: {mode: standard-free, decided_on: 2026-02-10}  # <- treatment-without-owner
""",
    silent="""
id: demo
outputs:
  lens: {title: Lens}
  mount: {title: Mount}
people:
  lead: {title: IP lead}
options:
  chosen:
    treatments: {lens: keep-secret, mount: {mode: standard-free, decided_by: lead}}
decisions:
  meeting: {option: chosen, by: lead, on: 2026-02-10}
""",
)
def treatment_without_owner(case: Case) -> Iterator[Answer]:
    option = case.option
    if option is None:
        if case.graph.of(Output):
            yield Unanswered(case.project, "option")
        return
    gaps = {key: missing for key, treatment in option.treatments.items() if (missing := _gap(case, option, treatment))}
    if len(gaps) > 1 and len(gaps) == len(option.treatments) and len({gap.en for gap in gaps.values()}) == 1:
        yield _of_all(option, next(iter(gaps.values())))
        return
    for key, missing in gaps.items():
        yield from _finding(case, option, key, missing)


def _of_all(option: Option, missing: Text) -> Finding:
    return Finding(
        option, "treatments", {"option": option, "count": len(option.treatments), "missing": missing},
        chain=(Step(option, "treatments"),), severity=_severity(missing), message=_ALL,
    )  # fmt: skip


def _severity(missing: Text) -> Severity:
    # Where the decider is known, there is somebody to ask for the day.
    return "warning" if missing == _DAY else "error"


def _gap(case: Case, option: Option, treatment: Treatment) -> Text | None:
    """What neither the treatment nor a decision on the whole option says."""
    decisions = case.graph.sources(option, DECIDES)
    has_decider = treatment.decided_by is not None or any(d.is_answered("by") for d in decisions)
    has_day = treatment.decided_on is not None or any(d.is_answered("on") for d in decisions)
    if has_decider and has_day:
        return None
    if has_decider:
        return _DAY
    return _DECIDER if has_day else _BOTH


def _finding(case: Case, option: Option, key: str, missing: Text) -> Iterator[Answer]:
    output = case.graph.get(key)
    if isinstance(output, Output):
        where = ("treatments", key)
        yield Finding(
            option, where, {"output": output, "option": option, "missing": missing}, others=(output,),
            chain=(Step(option, (*where, "decided_by")), Step(option, (*where, "decided_on")), Step(output)),
            severity=_severity(missing),
        )  # fmt: skip
