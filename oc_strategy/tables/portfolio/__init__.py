"""The workbook of a portfolio: what is kept of each project, one after the other, and the sheets made of that."""

from oc_strategy.tables.portfolio.book import PORTFOLIO, SHEETS, portfolio_book
from oc_strategy.tables.portfolio.keeping import part_of
from oc_strategy.tables.portfolio.part import Part
from oc_strategy.tables.portfolio.whole import Whole

__all__ = ["PORTFOLIO", "SHEETS", "Part", "Whole", "part_of", "portfolio_book"]
