"""Invented programmes with their truth: events, how they are told, laid out and drawn."""
