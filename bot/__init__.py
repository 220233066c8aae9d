"""Footnote: finds, attributes and presents what a folder of articles says. Knows no slash command."""

__version__ = "0.1.0"
