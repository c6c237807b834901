"""What every node has, and the small types its fields are made of."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from oc_strategy.model.dates import Date
from oc_strategy.model.text import Confidentiality, Text

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=80)]
Ref = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$", max_length=161)]
Country = Annotated[str, StringConstraints(pattern=r"^([A-Z]{2}|world)$")]
Certainty = Literal["seen", "from-memory", "inferred"]

_BOOLS = {"true": True, "false": False}


def one_or_many(value: Any) -> Any:
    """A single word where a list is meant, as a list of one."""
    return [value] if isinstance(value, str) else value


def _true_or_false(value: Any) -> Any:
    return _BOOLS.get(value, value) if isinstance(value, str) else value


def _ids_or_shares(value: Any) -> Any:
    ids = one_or_many(value)
    return dict.fromkeys(ids) if isinstance(ids, list) and all(isinstance(i, str) for i in ids) else ids


def _pair(value: Any) -> Any:
    return [value, value] if isinstance(value, str | int | float) else value


Bool = Annotated[bool, Field(strict=True), BeforeValidator(_true_or_false)]
Links = Annotated[tuple[Ref, ...], BeforeValidator(one_or_many)]
Words = Annotated[tuple[str, ...], BeforeValidator(one_or_many)]
Countries = Annotated[tuple[Country, ...], BeforeValidator(one_or_many)]
Shares = Annotated[Mapping[Ref, float | None], BeforeValidator(_ids_or_shares)]
Under = Annotated[Mapping[Ref, Ref | None], BeforeValidator(_ids_or_shares)]
Rating = Annotated[float, Field(ge=1, le=5)]
Range = Annotated[tuple[Rating, Rating], BeforeValidator(_pair)]
TechnologyLevel = Annotated[int, Field(ge=1, le=9)]


class Record(BaseModel):
    """A small value with fields of its own inside a node."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class NotApplicable(Record):
    """The third answer: the question was looked at and does not apply, for this reason."""

    not_applicable: Text
    by: str | None = None
    on: Date | None = None


class Period(Record):
    """From when until when; either end may be open."""

    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None


class Stamp(Record):
    """That somebody looked at a thing as it was: the digest of what was seen, who, when, and why it still holds."""

    of: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    by: str
    on: Date
    why: Text | None = None


class Node(Record):
    """A thing in the project's graph; absent fields are unknown, never "no"."""

    section: ClassVar[str]

    id: Id
    title: Text | None = None
    summary: Text | None = None
    note: Text | None = None
    confidentiality: Confidentiality | None = None
    tags: Words = ()
    source: Words = ()
    certainty: Certainty | None = None
    moved_from: Annotated[tuple[Id, ...], BeforeValidator(one_or_many)] = ()
    not_applicable: Mapping[str, NotApplicable] = Field(default_factory=dict, exclude=True, repr=False)
    acknowledged: Mapping[Ref, Stamp] = Field(default_factory=dict, exclude=True, repr=False)

    def __eq__(self, other: object) -> bool:
        # Rules compare nodes by the thousand, and nearly always different ones.
        return self is other or (isinstance(other, Node) and self.id == other.id and super().__eq__(other))

    def __hash__(self) -> int:
        # Fields may hold mappings, which have no hash; equal nodes have equal ids.
        return hash(self.id)

    def name(self) -> Text:
        """The title, or the id where nobody gave one."""
        return self.title or Text.plain(self.id)

    def is_answered(self, field: str) -> bool:
        """Whether the field was given a value, or stated not to apply."""
        return field in self.not_applicable or getattr(self, field) not in (None, (), {})


def yaml_key(node_class: type[Record], field: str) -> str:
    """The key a field has in YAML: its name, or its alias where the name is a word of Python."""
    return node_class.model_fields[field].alias or field
