"""An output is open to others, or licensed to many, and nothing keeps poor copies apart from good ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from oc_strategy.model.dates import Date
from oc_strategy.model.disclosure import revealing_standards
from oc_strategy.model.revenue import licences_of
from oc_strategy.model.rights import License
from oc_strategy.model.standardization import Standard
from oc_strategy.model.standing import marks_for, schemes_for, test_methods_for
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Unanswered, rule

_NO_GATE_NEEDED: Final = frozenset({"test-method", "data"})
"""A test method is itself the gate; data are read, not made by others."""
_FOR_MAKERS: Final = frozenset({"frand", "royalty-free", "non-assertion", "paid", "pool"})
"""Licences under which others make the thing anew; open-source code brings its implementation along."""
_MANY: Final = 10
"""From so many licensees on the owner no longer sees what each of them sells; this tool's own reckoning."""
_LICENSED_WIDELY = Text(
    en="{output} is licensed to {count} others through {channels}, with no test method, certification, mark or licence "
    "condition on quality.",
    ja="{output} は {channels} を通じて {count} 者に許諾されているが、"
    "品質を守る試験方法・認証・マーク・許諾の条件がない。",
)


@rule(
    severity="warning",
    question=Text(
        en="Does a test, a certification, a mark or a licence condition guard the quality of what is opened?",
        ja="開いた成果の品質を、試験方法・認証・マーク・許諾の条件のいずれかが守っているか",
    ),
    message=Text(
        en="{output} is open to others through {channels}, with no test method, certification, mark or licence "
        "condition on quality.",
        ja="{output} は {channels} を通じて他者に開かれているが、品質を守る試験方法・認証・マーク・許諾の条件がない。",
    ),
    remedy=Text(
        en="Give {output} a test method or a certification, guard it with a mark, or make quality a licence condition.",
        ja="{output} に試験方法か認証を設けるか、マークで守るか、品質を許諾の条件にする。",
    ),
    why=Text(
        en="Once anyone may make it, poor products carry the same name, and the market loses trust in all of them.",
        ja="誰でも作れるようになると、粗悪品も同じ名で出回り、市場全体の信頼が失われる。",
    ),
    basis=Basis(practice=("C20", "S83"), cases=("S01", "S04", "S08", "S10")),
    fires="""
id: demo
outputs:
  coating: {title: Self-cleaning coating}
licenses:
  wide: {terms: frand, grants: coating}
options:
  chosen:
    treatments:
      coating: {disclosure: patent, access: frand}  # <- opened-without-quality-gate
""",
    silent="""
id: demo
outputs:
  symbol: {title: Symbol}
standards:
  code: {clauses: [{id: symbol, reveals: symbol}]}
marks:
  name: {guards: symbol}
options:
  chosen:
    treatments:
      symbol: standard-free
""",
)
def opened_without_quality_gate(case: Case) -> Iterator[Answer]:
    if case.option is None:
        yield Unanswered(case.project, "option")
        return
    for output in case.outputs("open", "gated"):
        if output.kind not in _NO_GATE_NEEDED:
            is_open = case.posture(output) == "open"
            yield from _asked(case, output, _ways_in(case, output) if is_open else _wide_licences(case, output))


@dataclass(frozen=True, slots=True)
class _Ways:
    """Through which standards and licences others come to make an output."""

    standards: tuple[Standard, ...]
    licences: tuple[License, ...]
    licensees: int = 0


def _ways_in(case: Case, output: Output) -> _Ways:
    licences = tuple(licence for licence in licences_of(case.graph, output) if licence.terms in _FOR_MAKERS)
    return _Ways(revealing_standards(case.graph, output), licences)


def _wide_licences(case: Case, output: Output) -> _Ways:
    """The licences on a gated output where they went to many; none where the owner still picks each maker."""
    licences = tuple(licence for licence in licences_of(case.graph, output) if licence.terms != "exclusive")
    count = max((max(licence.licensees or 0, len(licence.to)) for licence in licences), default=0)
    return _Ways((), licences, count) if count >= _MANY else _Ways((), ())


def _asked(case: Case, output: Output, ways: _Ways) -> Iterator[Answer]:
    assert case.option is not None
    channels, described = (*ways.standards, *ways.licences), (output, *ways.standards)
    if not channels or _is_guarded(case, output, ways):
        return
    if schemes_for(case.graph, described) or marks_for(case.graph, described):
        return
    yield Finding(
        case.option, ("treatments", output.id),
        {"output": output, "channels": channels, "count": ways.licensees}, others=(output, *channels),
        chain=(
            Step(output), *map(Step, channels), *(Step(licence, "from_") for licence in ways.licences),
            *(Step(licence, "licensees") for licence in ways.licences if ways.licensees),
        ),
        message=_LICENSED_WIDELY if ways.licensees else None,
    )  # fmt: skip


def _is_guarded(case: Case, output: Output, ways: _Ways) -> bool:
    """Whether a licence asks for quality, or a test method is there, or will be before the output is open."""
    if any(licence.quality_condition for licence in ways.licences):
        return True
    opened = _opened(ways)
    tests = test_methods_for(case.graph, output, ways.standards)
    return any(_is_there(test, opened, case.now) for test in tests)


def _opened(ways: _Ways) -> Date | None:
    days = [standard.published for standard in ways.standards] + [licence.from_ for licence in ways.licences]
    return min((day for day in days if day), key=lambda day: day.first, default=None)


def _is_there(test: Standard, opened: Date | None, now: Date) -> bool:
    is_to_come = test.published is not None and now.certainly_before(test.published)
    return not (is_to_come and opened is not None and not now.certainly_before(opened))
