"""YAML files to a model and a list of mistakes; never raises on what a user wrote."""

from oc_strategy.loading.baseline import PlacedDebt, read_baseline
from oc_strategy.loading.consistency import inconsistencies
from oc_strategy.loading.files import Source, is_project_folder, project_folders, read_sources
from oc_strategy.loading.places import Places
from oc_strategy.loading.reading import Contents, PlacedException, read_catalog, read_portfolio_file, read_project
from oc_strategy.loading.references import wrong_references

__all__ = [
    "Contents",
    "PlacedDebt",
    "PlacedException",
    "Places",
    "Source",
    "inconsistencies",
    "is_project_folder",
    "project_folders",
    "read_baseline",
    "read_catalog",
    "read_portfolio_file",
    "read_project",
    "read_sources",
    "wrong_references",
]
