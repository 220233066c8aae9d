"""What is dropped and what stays: lines that look alike, titles and names in all orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.corpus.draft import Cleaned
from bot.corpus.reading import read_bytes

HERE = Path(__file__).parent
TITLE = "EU naval mission for the Red Sea to be run from Larissa"
HEAD = f"{TITLE}\n15 February 2024 | Strait & Sound"
BODY = (
    "The headquarters of the European Union's new naval mission for the Red Sea will be in "
    "Larissa, Greece, diplomats in Brussels said. It is expected to be launched on Monday.",
    "A Greek commodore will have overall command. Italy is to supply the force commander at sea. "
    "The soldiers patrol the border at night.",
    "The task is to protect merchant ships from attacks. The mission is purely defensive. It will "
    "not carry out any operation on land.",
    "The mandate is to run for one year at first. NATO and its pictures of Europe are another "
    "matter; the region is large.",
)


def lines_of(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("# Lines")]


def cleaned(text: str, name: str = "x.txt") -> Cleaned:
    [reading] = read_bytes(name, text.encode())
    assert reading.cleaned is not None, reading.rejected
    return reading.cleaned


@pytest.mark.parametrize("line", lines_of("dropped_lines.txt"))
def test_boilerplate_goes_between_and_below_paragraphs(line: str) -> None:
    between = cleaned("\n\n".join([HEAD, *BODY[:2], line, *BODY[2:]]))
    below = cleaned("\n\n".join([HEAD, *BODY, line]))
    for article in (between, below):
        assert tuple(article.paragraphs) == BODY
        assert article.title == TITLE
        assert article.metadata.publisher == "Strait & Sound"
        assert article.published is not None
        assert article.published.date.isoformat() == "2024-02-15"


@pytest.mark.parametrize("line", lines_of("kept_lines.txt"))
def test_what_only_looks_like_boilerplate_stays(line: str) -> None:
    article = cleaned("\n\n".join([HEAD, *BODY[:2], line, *BODY[2:]]))
    assert article.paragraphs == [*BODY[:2], line, *BODY[2:]]


@pytest.mark.parametrize(
    ("head", "title", "publisher", "published"),
    [
        (f"ANALYSIS\n{TITLE}\n15 February 2024", TITLE, None, "2024-02-15"),
        (f"Strait & Sound\n15 February 2024\n\n{TITLE}", TITLE, "Strait & Sound", "2024-02-15"),
        (f"15 February 2024\n{TITLE}\nBy our correspondent", TITLE, None, "2024-02-15"),
        (f"{TITLE} | Strait & Sound\n2024-02-15", TITLE, "Strait & Sound", "2024-02-15"),
        (f"{TITLE} - Harbour Wire\nThu 15 Feb 2024", TITLE, "Harbour Wire", "2024-02-15"),
        (f"1707998400 {TITLE}", TITLE, None, "2024-02-15"),
        (f"{TITLE}\n1707998400", TITLE, None, "2024-02-15"),
        (f"{TITLE}\nLeeward Papers, 15 February 2024", TITLE, "Leeward Papers", "2024-02-15"),
        (f"{TITLE}\nPuerto Deseado, 15 February 2024", TITLE, None, "2024-02-15"),
        (f"{TITLE}\nFelucca Online | 15.02.2024", TITLE, "Felucca Online", "2024-02-15"),
        (f"{TITLE}\nJunk & Sampan pattern sheet\n15.02.2024", TITLE, "Junk & Sampan", "2024-02-15"),
        (f"{TITLE}\nLife & Style supplement inside\n15.02.2024", TITLE, None, "2024-02-15"),
        (
            f"{TITLE}\n15 February 2024\nFrom our own correspondent, Sound Mail",
            TITLE,
            "Sound Mail",
            "2024-02-15",
        ),
        (
            f"{TITLE}\n15 February 2024.\nTHE SOUND EXAMINER. LATE CITY EDITION.",
            TITLE,
            "THE SOUND EXAMINER",
            "2024-02-15",
        ),
        (f"{TITLE}\n15.02.2024\nCliff Daybook newsroom", TITLE, "Cliff Daybook", "2024-02-15"),
        (f"{TITLE}\nPosted on 15.02.2024 by Spade & Seed", TITLE, "Spade & Seed", "2024-02-15"),
        (f"{TITLE}\n15.02.2024\nby our desk, Sound Monitor", TITLE, "Sound Monitor", "2024-02-15"),
        (f"{TITLE}\nSound Examiner © MMXXIV", TITLE, "Sound Examiner", None),
        (
            f"Home > World > Defence\n{TITLE}\nPublished: 15.02.2024 10:15",
            TITLE,
            None,
            "2024-02-15",
        ),
        (f"{TITLE}\n15 February 2024\n{TITLE}", TITLE, None, "2024-02-15"),
        (f"{TITLE.upper()}\nLondon, 15 February 2024", TITLE.upper(), None, "2024-02-15"),
        (f"PRESS RELEASE No. 12/2024\n{TITLE}\n15 February 2024", TITLE, None, "2024-02-15"),
        (
            f"Title: {TITLE}\nDate: May 2024\nSource: Strait & Sound",
            TITLE,
            "Strait & Sound",
            "2024-05",
        ),
        (f"{TITLE[:30]}…\n{TITLE}\n15.02.24, 09:30 Uhr", TITLE, None, "2024-02-15"),
        (f"{TITLE}\nLast updated on 15 February 2024", TITLE, None, "2024-02-15"),
        (f"{TITLE}\n© 2024 Strait & Sound", TITLE, "Strait & Sound", None),
        (f"{TITLE}\n15. února 2024, Strait & Sound", TITLE, "Strait & Sound", "2024-02-15"),
        (f"[15 February 2024] {TITLE}\n© Strait & Sound", TITLE, "Strait & Sound", "2024-02-15"),
        (f"{TITLE}\nSource: Strait & Sound, 15 Feb 2024", TITLE, "Strait & Sound", "2024-02-15"),
        (
            f"{TITLE[:30]}...\n15 February 2024 ~ Reef Post ~ 2 min read\n{TITLE}",
            TITLE,
            "Reef Post",
            "2024-02-15",
        ),
        (
            f"{TITLE}\nHarbour Morning Post. Thursday, February 15, 2024. Price 10 cents.",
            TITLE,
            "Harbour Morning Post",
            "2024-02-15",
        ),
        (
            f"{TITLE}\nReef News Agency (RNA) - Thursday 15 February 2024",
            TITLE,
            "Reef News Agency",
            "2024-02-15",
        ),
        (
            f"{TITLE}\nOver The Reef, 15 February 2024, 07:30\nLIVE SCORES | FIXTURES | SHOP",
            TITLE,
            "Over The Reef",
            "2024-02-15",
        ),
        (f"{TITLE}\nJeudi 02/05/2024 - Strait & Sound", TITLE, "Strait & Sound", "2024-05-02"),
        (
            f"{TITLE}\nvendredi 15 février 2024 • Strait & Sound",
            TITLE,
            "Strait & Sound",
            "2024-02-15",
        ),
    ],
)
def test_the_head_of_a_file_is_read_in_any_order(
    head: str, title: str, publisher: str | None, published: str | None
) -> None:
    article = cleaned("\n\n".join([head, *BODY]))
    assert tuple(article.paragraphs) == BODY
    assert (article.title, article.title_given) == (title, True)
    assert article.metadata.publisher == publisher
    assert (article.published and article.published.date.isoformat()) == published


def test_a_file_without_a_title_gets_its_first_words() -> None:
    article = cleaned("\n\n".join(BODY))
    assert not article.title_given
    assert article.title == (
        "The headquarters of the European Union's new naval mission for the Red Sea will be in…"
    )


def test_a_date_inside_the_story_is_not_the_date_of_the_story() -> None:
    story = "The treaty was signed on 9 February 1920 in Paris and has been in force since 1925."
    article = cleaned("\n\n".join([TITLE, *BODY, story]))
    assert article.published is None
    assert article.paragraphs[-1] == story


def test_nothing_vanishes_without_a_rule() -> None:
    article = cleaned("\n\n".join([HEAD, BODY[0], "Advertisement", *BODY[1:]]))
    assert [(line.text, line.rule) for line in article.dropped] == [
        ("15 February 2024 | Strait & Sound", "date line"),
        ("Advertisement", "advertisement, en: advertisement"),
    ]
