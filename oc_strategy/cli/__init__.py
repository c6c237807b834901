"""One command a file; the only place that prints, asks, or sets an exit status."""
