"""Japanese and English: one data file a language, read once, equal in keys."""

from oc_strategy.lang.catalog import field_help, field_label, keys, section_label, text, word

__all__ = ["field_help", "field_label", "keys", "section_label", "text", "word"]
