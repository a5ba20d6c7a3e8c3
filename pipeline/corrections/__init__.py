"""Corrections a person has written down: their file, the cells they name, and how they are replayed."""
