"""Workbooks filled part by part: what is not filled stays as the office made it."""
