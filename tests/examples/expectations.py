"""What history proved about each historic example: gaps that must show or must not, and what was open or closed."""

from __future__ import annotations

from typing import NamedTuple


class Fires(NamedTuple):
    """A rule that must fire: the nodes its finding must name, and the severities that it may have."""

    rule: str
    subjects: tuple[str, ...]
    severities: tuple[str, ...] = ("error",)


class Expectation(NamedTuple):
    """What holds for one example under the option it has chosen; `open`, `gated`, `closed` list outputs."""

    case: str
    option: str
    open: tuple[str, ...] = ()
    gated: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    must_fire: tuple[Fires, ...] = ()
    must_not_fire: tuple[str, ...] = ()
    positive: tuple[str, ...] = ()


class Counterfactual(NamedTuple):
    """What must fire, and what must not, under an option that did not happen."""

    example: str
    option: str
    must_fire: tuple[str, ...] = ()
    must_not_fire: tuple[str, ...] = ()


AS_OF = "2026-11-23"
# The sheets ask that a finding on a contested policy, or on an inferred link, be less sure than an error.
LESS_SURE = ("warning", "question")

EXAMPLES: dict[str, Expectation] = {
    "qr-code": Expectation(
        case="S01",
        option="open-symbol",
        open=("symbol",),
        gated=("reader-interface",),
        closed=("decoder", "variants"),
        must_not_fire=(
            "disclosed-before-filing",
            "priority-chain-broken",
            "nothing-closed",
            "national-standard-for-global-market",
            "opened-without-quality-gate",
        ),
        positive=("P1", "P3", "P5", "P6"),
    ),
    "dvd": Expectation(
        case="F13",
        option="open-all",
        open=("format", "player"),
        must_fire=(Fires("nothing-closed", ()),),
    ),
    "rambus": Expectation(
        case="F01",
        option="assert-later",
        gated=("burst-length", "cas-latency", "dual-edge", "on-chip-dll"),
        must_fire=(
            Fires("participant-silent", ("base-898", "jc-42", "sdram"), LESS_SURE),
            Fires("claims-steered", ("base-898",), LESS_SURE),
            Fires("exit-list-incomplete", ("dual-edge-327",), LESS_SURE),
        ),
    ),
    "t1440-09": Expectation(
        case="F08",
        option="table-and-file",
        must_fire=(
            Fires("disclosed-before-filing", ("ep-application", "jvt-o063")),
            Fires("statement-contradicted", ("ep-application", "not-aware"), LESS_SURE),
        ),
    ),
    "can-fd": Expectation(
        case="S03",
        option="open-protocol",
        open=("can", "can-fd-protocol"),
        closed=("ip-modules",),
        must_not_fire=(
            "disclosed-before-filing",
            "priority-chain-broken",
            "participant-silent",
            "essential-patent-undeclared",
            "nothing-closed",
        ),
    ),
}
"""By folder. Rules that are not shipped yet are named all the same, and hold from the day they are."""

COUNTERFACTUALS: tuple[Counterfactual, ...] = (
    Counterfactual("qr-code", "all-open", must_fire=("nothing-closed",)),
    Counterfactual("qr-code", "all-closed", must_not_fire=("nothing-closed",)),
    Counterfactual("dvd", "player-kept", must_not_fire=("nothing-closed",)),
    Counterfactual("can-fd", "modules-published", must_fire=("nothing-closed",)),
)

FROM_MEMORY: dict[str, tuple[str, ...]] = {
    "qr-code": ("0672994", "97/001"),
    "dvd": ("DVD-R",),
    "rambus": ("1991", "17 June", "6月17日", "1996-06-17"),
    "t1440-09": ("Samsung", "サムスン"),
    "can-fd": ("TC 22",),
}
"""Values that the case sheets hold from memory only: they may stand in a note and nowhere else."""
