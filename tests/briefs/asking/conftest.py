"""The answers that a module of questions tests: to its `ANSWERED`, its `SILENT`, its `ALSO`."""

from __future__ import annotations

import pytest

from bot.model import Answer
from tests.briefs.desks import answers_to, library_of


@pytest.fixture(scope="module")
def answers(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Answer]:
    """The answer to each line, from a library of the `FILES` of the module."""
    asked = request.module
    library = library_of(tmp_path_factory.mktemp("asked"), asked.FILES)
    return answers_to(library, [*asked.ANSWERED, *asked.SILENT, *getattr(asked, "ALSO", ())])
