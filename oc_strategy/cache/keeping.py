"""Keeps what was found in a project, and finds it again as long as nothing has changed that counts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from oc_strategy.cache.basis import joined, tool_digest, way_of
from oc_strategy.cache.entry import Answer, Basis, answer_in, basis_in, written
from oc_strategy.cache.shelf import made, put, shrink, taken
from oc_strategy.loading.digests import digest_of
from oc_strategy.model.packed import unpacked

if TYPE_CHECKING:
    from oc_strategy.checking import Settings
    from oc_strategy.exporters.findings import Look
    from oc_strategy.portfolio import LoadedPortfolio, LoadedProject


@dataclass(frozen=True, slots=True)
class Cache:
    """The answers kept for one portfolio and one way of checking it.

    `basis` is the digest of all that counts besides the projects, `facts` that of a user's own facts.
    """

    folder: Path
    way: str
    basis: str
    own_facts: Path | None
    facts: str

    def known(self, portfolio: LoadedPortfolio, folder: Path, look: Look | None = None) -> Answer | None:
        """What was found in a project; None where it is not known, or where anything changed since.

        Asked for a look, it has the text in that, which is kept from then on.
        """
        data = taken(self.folder, self._name(folder))
        basis = basis_in(data) if data is not None else None
        if data is None or basis is None or not self._stands(basis, portfolio, folder):
            return None
        answer = answer_in(data)
        if answer is None or look is None or answer.look == look:
            return answer
        told = answer.told_in(look, unpacked(answer.findings))
        # Its lines are read only now, when somebody may have written to the files.
        if not self._stands(basis, portfolio, folder):
            return None
        put(self.folder, self._name(folder), written(basis, told))
        return told

    def _stands(self, basis: Basis, portfolio: LoadedPortfolio, folder: Path) -> bool:
        others = joined(*(portfolio.home_digest(name) for name in basis.referred))
        return basis.key == self.key(folder) and basis.others == others

    def key(self, folder: Path) -> str | None:
        """The digest of all that counts now besides other projects; None where one cannot tell."""
        facts = digest_of(self.own_facts) if self.own_facts else ""
        return joined(self.basis, folder.as_posix(), digest_of(folder)) if facts == self.facts else None

    def keep(self, portfolio: LoadedPortfolio, loaded: LoadedProject, key: str, answer: Answer) -> None:
        """Keep what was found in a project, unless its key is not what it was before the project was read."""
        others = joined(*(portfolio.digest_read(name) for name in loaded.referred))
        # What could not be done may well be done in the next run, although nobody has changed a thing.
        if others is not None and answer.outcome.is_done and key == self.key(loaded.folder):
            put(self.folder, self._name(loaded.folder), written(Basis(key, loaded.referred, others), answer))

    def _name(self, folder: Path) -> str:
        """One name for each project and way of checking: a new answer takes the place of the last."""
        return str(joined(str(folder.absolute()), self.way))[:40]

    def tidy(self) -> None:
        """Remove the oldest answers where there are too many."""
        shrink(self.folder)


def opened(folder: Path, portfolio: LoadedPortfolio, settings: Settings) -> Cache | None:
    """The answers kept in a folder; None where they cannot be trusted, or where not all that counts can be told."""
    own_facts, way = settings.facts.folder, way_of(settings)
    facts = digest_of(own_facts) if own_facts else ""
    day, root = settings.today.isoformat(), portfolio.root.as_posix()
    basis = joined(tool_digest(), way, day, root, portfolio.digest, facts)
    return Cache(folder, way, basis, own_facts, facts) if basis and facts is not None and made(folder) else None
