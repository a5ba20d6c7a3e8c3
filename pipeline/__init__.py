"""Reads French event-programme PDFs and publishes them as open data."""

__version__ = "0.1.0"
