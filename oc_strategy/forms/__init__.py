"""Forms of others: the names that a template may hold, what stands behind each, and what is wrong with a template."""

from oc_strategy.forms.content import Content, Said
from oc_strategy.forms.form import Form
from oc_strategy.forms.placeholders import PLACEHOLDER, Token, tokens_in
from oc_strategy.forms.problems import Placed, Problem, problems_in
from oc_strategy.forms.subject import Subject
from oc_strategy.forms.vocabulary import Names, names

__all__ = [
    "PLACEHOLDER",
    "Content",
    "Form",
    "Names",
    "Placed",
    "Problem",
    "Said",
    "Subject",
    "Token",
    "names",
    "problems_in",
    "tokens_in",
]
