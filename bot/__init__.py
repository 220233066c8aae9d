"""Footnote: finds, attributes and presents what articles say. Knows no slash command."""

__version__ = "0.1.0"
