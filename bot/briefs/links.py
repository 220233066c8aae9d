"""Links that open an article at a sentence.

Text fragments: https://wicg.github.io/scroll-to-text-fragment/ : `#:~:text=START,END`, where `-`,
`,` and `&` inside the text are percent-encoded because they are syntax.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_WORDS_AT_AN_END = 5
_WHOLE = 90  # characters; longer quotes are named by their first and last words


def is_web(url: str | None) -> bool:
    """Whether an address may be linked: http or https, with a host, and nothing odd in it."""
    if not url or any(ord(ch) <= 32 or ch in '<>\\`"' for ch in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    # "https://known.example@evil.example" opens evil.example
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


def link(url: str | None, sentence: str, paraphrased: bool) -> str | None:
    """The address at which the sentence opens; the plain one where the page words it otherwise."""
    if url is None or not is_web(url):
        return None
    if paraphrased or "#" in url:
        return url
    words = sentence.strip().split()
    if len(sentence) <= _WHOLE or len(words) < 3 * _WORDS_AT_AN_END:
        fragment = _encoded(sentence.strip())
    else:
        start, end = words[:_WORDS_AT_AN_END], words[-_WORDS_AT_AN_END:]
        fragment = f"{_encoded(' '.join(start))},{_encoded(' '.join(end))}"
    return f"{url}#:~:text={fragment}"


def _encoded(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")
