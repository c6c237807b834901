"""Plan open-and-close strategy from plain YAML: options, gap checks, worksheets, diagrams and reports."""

__version__ = "0.1.0"
