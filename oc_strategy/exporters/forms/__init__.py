"""Forms filled: the office's own .xlsx, .docx and .pptx with what a project says put into them."""

from oc_strategy.exporters.forms.filling import Brought, filled, problems_of, texts_of
from oc_strategy.exporters.forms.image import Image

__all__ = ["Brought", "Image", "filled", "problems_of", "texts_of"]
