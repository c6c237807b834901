"""How an output is opened or closed: two axes, how it becomes known and who may work it."""

from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, Field, model_validator

from oc_strategy.model.dates import Date
from oc_strategy.model.node import Countries, Links, Record, Ref, Words, one_or_many
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Access, Disclosure, Mode, Posture

MODES: dict[Mode, tuple[tuple[Disclosure, ...], Access]] = {
    "keep-secret": (("secret",), "own"),
    "patent-exclusive": (("patent",), "own"),
    "patent-license": (("patent",), "selected"),
    "patent-free": (("patent",), "royalty-free"),
    "standard-frand": (("standard", "patent"), "frand"),
    "standard-free": (("standard",), "royalty-free"),
    "publish": (("publication",), "public-domain"),
    "open-source": (("open-source",), "royalty-free"),
}
GATED: frozenset[Access] = frozenset({"selected", "paid", "cross", "pool"})
_SHOWN: frozenset[Disclosure] = frozenset({"publication", "standard", "open-source"})


class TerritoryAccess(Record):
    """Access that differs in some countries, or from a date (staged opening)."""

    access: Access
    territory: Countries = ()
    from_: Date | None = Field(default=None, alias="from")


class Treatment(Record):
    """What one option does with one output. A bare mode name in YAML stands for its pair of axes."""

    mode: Mode | None = None
    disclosure: Annotated[tuple[Disclosure, ...], BeforeValidator(one_or_many)] = ()
    access: Access | None = None
    stages: tuple[TerritoryAccess, ...] = ()
    via: Links = ()
    reason: Text | None = None
    criteria: Words = ()
    criteria_against: Words = ()
    decided_by: Ref | None = None
    decided_on: Date | None = None
    review_by: Date | None = None
    revisit_when: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_mode(cls, value: Any) -> Any:
        return {"mode": value} if isinstance(value, str) else value

    @property
    def disclosures(self) -> tuple[Disclosure, ...]:
        """How the output becomes known: as written, else as the mode says."""
        return self.disclosure or (MODES[self.mode][0] if self.mode else ())

    @property
    def accesses(self) -> Access | None:
        """Who may work it: as written, else as the mode says."""
        return self.access or (MODES[self.mode][1] if self.mode else None)

    @property
    def posture(self) -> Posture | None:
        """Closed, gated or open; unknown where neither axis was given.

        What is kept secret is closed even where a contract lets a chosen partner work it.
        """
        access = self.accesses
        if access == "own" or self.disclosures == ("secret",):
            return "closed"
        if access is None:
            return None
        return "gated" if access in GATED else "open"

    @property
    def is_kept_secret(self) -> bool:
        """Whether it is to stay secret; False where some of it is also published, standardised or released."""
        disclosures = self.disclosures
        return "secret" in disclosures and _SHOWN.isdisjoint(disclosures)

    @property
    def nearest_mode(self) -> Mode | None:
        """The named mode of this pair of axes, for sheets and pictures; None where none is meant."""
        if self.mode or self.accesses is None:
            return self.mode
        return next((mode for mode in get_args(Mode) if self._matches(mode)), None)

    def _matches(self, mode: Mode) -> bool:
        disclosures, access = MODES[mode]
        same_access = access == self.accesses or (access in GATED and self.accesses in GATED)
        return same_access and set(disclosures) <= set(self.disclosures)
