"""Puts a dataset folder on an open-data portal: what it would become there, the plan, and doing it."""
