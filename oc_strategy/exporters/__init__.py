"""A report to a file: one module a format, each typed by a Protocol and listed in a dict."""
