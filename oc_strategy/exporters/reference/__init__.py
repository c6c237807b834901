"""Pages of the reference made from what the tool itself knows: checks, fields, words, facts, sheets, views."""

from oc_strategy.exporters.reference.criteria_page import criteria_page
from oc_strategy.exporters.reference.diagrams_page import diagrams_page
from oc_strategy.exporters.reference.facts_page import facts_page
from oc_strategy.exporters.reference.forms_page import forms_page
from oc_strategy.exporters.reference.nodes_page import nodes_page
from oc_strategy.exporters.reference.patterns_page import patterns_page
from oc_strategy.exporters.reference.rules_page import rules_page
from oc_strategy.exporters.reference.words_page import words_page
from oc_strategy.exporters.reference.workbook_page import workbook_page

__all__ = [
    "criteria_page",
    "diagrams_page",
    "facts_page",
    "forms_page",
    "nodes_page",
    "patterns_page",
    "rules_page",
    "words_page",
    "workbook_page",
]
