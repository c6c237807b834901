"""Workbooks for Excel, LibreOffice and Numbers."""

from oc_strategy.exporters.xlsx.writing import workbook_bytes

__all__ = ["workbook_bytes"]
