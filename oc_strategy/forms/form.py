"""What a form says of itself: its title, what it is for, who will see it, and one file a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from oc_strategy.model.node import Record
from oc_strategy.model.text import Confidentiality, Language, Text

FILE: Final = "form.yaml"
SUFFIXES: Final = (".xlsx", ".docx", ".pptx")


class Form(Record):
    """A form for filling in; `audience` is the one it is made for."""

    title: Text
    purpose: Text
    audience: Confidentiality
    files: Mapping[Language, str]
