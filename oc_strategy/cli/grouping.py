"""What was found in one project after the other, in an order that nothing but the projects decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from oc_strategy.cli.checked import Checked
    from oc_strategy.exporters.findings import Findings, Look
    from oc_strategy.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Groups:
    """The findings of each project, gravest first, read anew each time they are gone through, then those of none."""

    projects: tuple[Checked, ...]
    loose: tuple[Diagnostic, ...]

    def __iter__(self) -> Iterator[Sequence[Diagnostic]]:
        for one in self.projects:
            yield _sorted(one.findings) if one.across else one.findings
        yield self.loose

    def told(self, look: Look) -> Iterator[str]:
        """The text of each project, that of the check itself where it looks so."""
        from oc_strategy.exporters.findings import told

        for one in self.projects:
            yield one.telling(look) or told(_sorted(one.findings), look)
        yield told(self.loose, look)


def grouped(done: Iterable[Checked], loose: Iterable[Diagnostic]) -> Groups:
    """Projects that were checked, by their ids, and what belongs to none of them."""
    return Groups(tuple(sorted(done, key=lambda one: one.project)), _sorted(loose))


def findings_of(groups: Groups, today: date) -> Findings:
    """The findings of projects with what they come to."""
    from oc_strategy.exporters.findings import Findings
    from oc_strategy.model.tally import outcome

    whole = sum((one.outcome for one in groups.projects), start=outcome(groups.loose))
    in_order = {one.project for one in groups.projects if not one.outcome.mistakes}
    return Findings(groups, whole, today, tuple(sorted(in_order)))


def _sorted(every: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(every, key=lambda found: found.order))
