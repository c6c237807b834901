"""Templates of forms, looked at before anything in them is opened."""

from oc_strategy.importers.forms.template import Refused, Template, TemplateFile, template_at

__all__ = ["Refused", "Template", "TemplateFile", "template_at"]
