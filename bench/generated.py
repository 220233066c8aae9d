"""Articles that nobody wrote, for measuring: as many as wanted, the same ones for the same number.

They vary in publisher, format, length, dirt and encoding, and in what they report: borders with
lengths that sometimes differ, missions by name, and articles on neither. The words are drawn from a
vocabulary of thirty thousand made-up ones by Zipf's law, with English between them, so that an
index of them grows as one of real text does. Article number n never depends on any other.
"""

from __future__ import annotations

import functools
import html
import itertools
import json
import random
from bisect import bisect
from collections.abc import Iterator
from pathlib import Path

_COUNTRIES = (
    "Norway Sweden Finland Estonia Latvia Lithuania Poland Germany Denmark France Spain Portugal "
    "Italy Austria Hungary Romania Bulgaria Greece Turkey Georgia Armenia Azerbaijan Kazakhstan "
    "Mongolia China India Nepal Bhutan Bangladesh Thailand Laos Vietnam Cambodia Malaysia Kenya "
    "Tanzania Uganda Rwanda Burundi Zambia Malawi Mozambique Zimbabwe Botswana Namibia Angola "
    "Cameroon Chad Niger Mali Mauritania Senegal Ghana Togo Benin Brazil Peru Bolivia Paraguay "
    "Uruguay Argentina Chile Ecuador Colombia Guatemala Honduras Nicaragua Panama Canada"
).split()
_LENGTHS = (1240, 1248, 402, 735, 2010, 88, 1619, 945)
_MISSIONS = tuple(
    f"{first} {second}"
    for first in "Northern Silver Steady Distant Joint Iron Quiet Rapid Eastern Open".split()
    for second in "Anchor Harbour Lantern Sentry Falcon Bridge Compass Shield Ridge Tide".split()
)
_SYLLABLES = "ba co den fir gal hos im jul kor lan mer nov os pel quin ras sol tur ven wex".split()
_JOINTS = (
    "the {} of the {} was {} by a {} that had not {} before",
    "but the {} said in {} that no {} would {} until the {} had been {}",
    "a {} and its {} were {} when they came to the {} on {} of the {}",
    "according to the {} there is a {} in every {} which they {} for the {}",
    "it is not {} that the {} are {} or that some of them {} with their {}",
    "more than {} people had {} to the {} because of this {} and the {}",
)
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_DIRT = (
    "Share this article", "Advertisement", "Read more: the week in pictures", "Sign up for our "
    "newsletter", "© {publisher}. All rights reserved.", "Photo: {publisher}/archive",
    "Follow us on social media", "Subscribe now to read more stories from {publisher}",
    "Related articles", "We use cookies to improve your experience.",
)  # fmt: skip


def write_articles(folder: Path, count: int) -> None:
    """Writes that many articles, a thousand to a sub-folder; every tenth file of ten is a .jsonl
    with ten of them, so that there are fewer files than articles.
    """
    numbers = iter(range(count))
    for position in itertools.count():
        first = next(numbers, None)
        if first is None:
            return
        place = folder / f"{position // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        if position % 10 == 9:
            some = [first, *itertools.islice(numbers, 9)]
            lines = [json.dumps(_record(number), ensure_ascii=False) for number in some]
            (place / f"{position:06}.jsonl").write_text("\n".join(lines), "utf-8")
        else:
            name, content = article(first)
            (place / f"{position:06}{name}").write_bytes(content)


def article(number: int) -> tuple[str, bytes]:
    """The end of a file's name, and its bytes."""
    story = _story(number)
    kind = number % 20
    if kind < 9:
        return ".txt", _text(story)
    if kind < 14:
        return ".html", _page(story).encode()
    if kind < 18:
        return ".md", _markdown(story).encode()
    return ".json", json.dumps(_record(number), ensure_ascii=False).encode()


def plain_text(number: int) -> str:
    """The text of an article alone: what a program without any reading of formats would index."""
    return "\n".join(_story(number)["paragraphs"])


def _story(number: int) -> dict:  # type: ignore[type-arg]
    chance = random.Random(number)
    publisher = f"{_word(chance.randrange(300) + 40).title()} {chance.choice(_PAPERS)}"
    topic = chance.random()
    length = min(60, max(5, round(chance.lognormvariate(3.0, 0.5))))
    sentences = [_filler(chance) for _ in range(length)]
    if topic < 0.35:
        _insert(sentences, _border_sentences(chance), chance)
    elif topic < 0.7:
        _insert(sentences, _mission_sentences(chance), chance)
    paragraphs = []
    while sentences:
        size = chance.randint(1, 4)
        paragraphs.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1998, 2026)
    return {
        "number": number, "publisher": publisher, "paragraphs": paragraphs, "chance": chance,
        "title": _filler(chance).rstrip(".")[:90], "day": day, "month": month, "year": year,
        "url": f"https://{publisher.split()[0].lower()}.example/{year}/{number}",
    }  # fmt: skip


_PAPERS = ("Courier", "Post", "Herald", "Wire", "Times", "Observer", "Gazette", "Tribune")


def _border_sentences(chance: random.Random) -> list[str]:
    one, other, third = chance.sample(_COUNTRIES, 3)
    length = chance.choice(_LENGTHS) if chance.random() < 0.3 else 100 + sum(map(ord, one + other))
    return [
        f"{one} shares a border with {other} and {third}, the foreign ministry said.",
        f"The border between {one} and {other} is {length:,} kilometres long.",
        f"Soldiers of the {one} army patrol the frontier with {third} near the main crossing.",
        f"Two people were detained at the border crossing between {one} and {third} on Monday.",
    ][: chance.randint(2, 4)]


def _mission_sentences(chance: random.Random) -> list[str]:
    name, (one, other) = chance.choice(_MISSIONS), chance.sample(_COUNTRIES, 2)
    return [
        f"Operation {name} is a military mission led by {one} in {other}.",
        f"The mission began in {chance.choice(_MONTHS)} and has {chance.randint(2, 90) * 10} troops"
        f" from {one}.",
        f"{other} will send soldiers to Operation {name}, the defence ministry said.",
        "The mandate was extended until the end of the year by the government.",
    ][: chance.randint(2, 4)]


def _insert(sentences: list[str], some: list[str], chance: random.Random) -> None:
    at = chance.randint(0, min(6, len(sentences)))
    sentences[at:at] = some


def _filler(chance: random.Random) -> str:
    joint = chance.choice(_JOINTS)
    words = [_word(_zipf(chance)) for _ in range(joint.count("{}"))]
    sentence = joint.format(*words)
    return sentence[0].upper() + sentence[1:] + chance.choice((".", ".", ".", f" in {2000}."))


@functools.cache
def _word(rank: int) -> str:
    chance = random.Random(rank * 7919)
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4)))


@functools.cache
def _weights() -> list[float]:
    return list(itertools.accumulate(1 / (rank + 3) for rank in range(30_000)))


def _zipf(chance: random.Random) -> int:
    weights = _weights()
    return bisect(weights, chance.random() * weights[-1])


def _dirt(story: dict, most: int) -> list[str]:  # type: ignore[type-arg]
    chance = story["chance"]
    some = chance.sample(_DIRT, chance.randint(1, most))
    return [line.format(publisher=story["publisher"]) for line in some]


def _date(story: dict) -> str:  # type: ignore[type-arg]
    day, month, year = story["day"], story["month"], story["year"]
    return story["chance"].choice((
        f"{day} {_MONTHS[month - 1]} {year}", f"{_MONTHS[month - 1]} {day}, {year}",
        f"{day:02}.{month:02}.{year}", f"{day:02}/{month:02}/{year}", f"{year}-{month:02}-{day:02}",
    ))  # fmt: skip


def _text(story: dict) -> bytes:  # type: ignore[type-arg]
    chance = story["chance"]
    lines = [story["title"], f"{story['publisher']} | {_date(story)}", *_dirt(story, 2)]
    for paragraph in story["paragraphs"]:
        lines.append(paragraph)
        if chance.random() < 0.1:
            lines += _dirt(story, 1)
    lines += [*_dirt(story, 3), f"{story['publisher']} has reported from the region for long"]
    text = "\n\n".join(lines)
    odd = chance.random()
    if odd < 0.1:
        return text.replace("said", "“said” – so").encode("cp1252", "replace")
    if odd < 0.15:  # UTF-8 read as Windows-1252 on its way here
        return text.replace(" was ", " wasn’t ").encode().decode("cp1252", "replace").encode()
    if odd < 0.2:
        return html.escape(text).encode("utf-16")
    return text.encode()


def _page(story: dict) -> str:  # type: ignore[type-arg]
    escape = html.escape
    title, publisher = escape(story["title"]), escape(story["publisher"])
    date = f"{story['year']}-{story['month']:02}-{story['day']:02}"
    body = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in story["paragraphs"])
    dirt = "".join(f"<p>{escape(line)}</p>" for line in _dirt(story, 3))
    links = "".join(
        f'<li><a href="/{n}">{escape(_filler(story["chance"]))}</a></li>' for n in "abcde"
    )
    return (
        f"<!doctype html><html lang=en><head><title>{title} | {publisher}</title>"
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" '
        f'content="{publisher}"><meta property="article:published_time" content="{date}T10:00:00Z">'
        f'<link rel="canonical" href="{story["url"]}"><style>p {{ margin: 1em }}</style>'
        f"<script>var page = {{}};</script></head><body><nav><ul>{links}</ul></nav><main><article>"
        f"<h1>{title}</h1><p>By {publisher} staff</p>{body}{dirt}</article><aside><ul>{links}</ul>"
        f"</aside></main><footer><p>© {publisher}. All rights reserved.</p></footer></body></html>"
    )


def _markdown(story: dict) -> str:  # type: ignore[type-arg]
    head = (
        f"---\ntitle: {json.dumps(story['title'])}\npublisher: {json.dumps(story['publisher'])}\n"
        f"url: {story['url']}\npublished: {story['year']}-{story['month']:02}-{story['day']:02}\n"
        "language: en\n---\n"
    )
    return head + "\n\n".join(story["paragraphs"]) + "\n"


def _record(number: int) -> dict[str, str]:
    story = _story(number)
    return {
        "title": story["title"],
        "source": story["publisher"],
        "url": story["url"],
        "date": f"{story['year']}-{story['month']:02}-{story['day']:02}T08:00:00Z",
        "content": "\n\n".join([*story["paragraphs"], *_dirt(story, 2)]),
    }


def numbers(count: int) -> Iterator[int]:
    """The numbers of the articles that `write_articles` writes."""
    return iter(range(count))
