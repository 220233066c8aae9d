"""Everything that Footnote itself raises.

FootnoteError
├── SettingsError    the environment or .env holds a wrong value; lists every fault at once
├── CorpusError      the corpus folder, or one file in it, cannot be read
├── StoreError       a database could not be opened, written or read
│   └── BusyError    another process is loading the same library; says which
├── RequestError     a request was typed wrongly: no such command, no such option
└── LoginError       Discord refuses the token, or cannot be reached at the start

Absence is never an exception: a question that the articles do not answer gives a `NoAnswer`.
"""

from __future__ import annotations


class FootnoteError(Exception):
    """The root: catch it at the outermost edge only. Its text is one line for a person."""


class SettingsError(FootnoteError):
    """Settings are wrong. `faults` holds one line per variable: name, fault, what is expected."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(faults))


class CorpusError(FootnoteError):
    """A folder or file of the corpus cannot be read. Names the file, and the line where known."""

    def __init__(self, file: str, reason: str, line: int | None = None) -> None:
        self.file, self.reason, self.line = file, reason, line
        where = file if line is None else f"{file} line {line}"
        super().__init__(f"{where}: {reason}")


class StoreError(FootnoteError):
    """A database failed. Names the deed and the file; the cause is chained."""


class BusyError(StoreError):
    """The lock of a library is held. Says by which program and process, and since when."""


class RequestError(FootnoteError):
    """A request is not one that Footnote knows. Says which word is wrong and what was expected."""


class LoginError(FootnoteError):
    """Discord does not let Footnote in. Says why and what to do; never holds the token."""
