"""Workbooks of anybody, read within limits: `read_workbook` gives what stands in the cells, or says why not."""

from oc_strategy.importers.xlsx.reading import read_workbook
from oc_strategy.importers.xlsx.sheets import Content, Fault, Formula, ReadBook, ReadSheet, Unreadable, address

__all__ = ["Content", "Fault", "Formula", "ReadBook", "ReadSheet", "Unreadable", "address", "read_workbook"]
