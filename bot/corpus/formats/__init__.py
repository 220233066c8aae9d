"""One reader a format: the text or bytes of a file → drafts. Knows nothing of cleaning rules."""
