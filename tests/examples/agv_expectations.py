"""What `examples/agv` must show as of its date: the gaps left in on purpose, by rule and node."""

from __future__ import annotations

AS_OF = "2026-11-23"

MUST_FIRE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("priority-deadline", ("fam-deadlock",)),
    ("priority-deadline", ("fam-controller",)),
    ("examination-request-deadline", ("fam-fusion",)),
    ("secret-without-prior-use-evidence", ("demand-training",)),
    ("market-without-family-member", ("safety-controller", "asean-factory")),
    ("test-method-without-criterion", ("test-method-item",)),
    ("trend-unwatched", ("rival-products",)),
)
"""Each rule that must fire on the chosen option, with the nodes its finding must name."""

MUST_BE_EXCEPTED: tuple[tuple[str, tuple[str, ...]], ...] = (("priority-deadline", ("fam-battery",)),)
"""Each finding that the project answers for with a valid exception."""

MUST_FIRE_ON: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "everything-open": (("nothing-closed", ()),),
}
"""What must fire on an option that was rejected, by option."""
