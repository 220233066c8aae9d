"""Footnote in a terminal: the commands and answers that Discord has, as text and as JSON."""
