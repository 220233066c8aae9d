"""What a length is the length of."""

from __future__ import annotations

import pytest

from bot.language.measured import thing_measured
from bot.language.quantities import amounts


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("It built a gravel road of 160 kilometres along the border.", "road"),
        ("A 160-kilometre gravel road follows the border.", "road"),
        ("Some 25 km of new fence stand along the border.", "barrier"),
        ("The border between the two countries is 313 kilometres long.", "border"),
        ("The fence along the frontier is about 40 miles long.", "barrier"),
        ("The two share 590 kilometres of frontier.", "border"),
        ("The pipeline, 1,760 km long, crosses three borders.", "pipe"),
        ("The town lies 30 kilometres from the border.", None),
        ("They faced each other at a distance of a hundred metres.", None),
        ("The road is new, but it is 20 kilometres to the next village.", None),
    ],
)
def test_a_length_is_of_the_thing_right_beside_it(text: str, thing: str | None) -> None:
    (amount,) = [one for one in amounts(text) if one.km is not None]
    assert thing_measured(text, amount.start, amount.end) == thing
