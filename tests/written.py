"""Articles that tests write themselves, and what is drawn from them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.corpus import passages
from bot.facts.draw import (
    Drawn,
    Mission,
    Naming,
    draw,
    gather,
    mission_index,
    name_missions,
    place_names,
)
from bot.language.places import load_gazetteer
from bot.model import Article, PublishedDate


def written(
    title: str,
    *paragraphs: str,
    file: str = "one.txt",
    publisher: str | None = "The Test Gazette",
    published: str | None = "2020-05-04",
) -> Article:
    """An article with these paragraphs; its id is its file's name."""
    return Article(
        id=file,
        file=file,
        title=title,
        title_given=True,
        publisher=publisher,
        url=f"https://gazette.example/{file}",
        published=PublishedDate.fromisoformat(published) if published else None,
        language="en",
        paragraphs=paragraphs,
        digest="",
    )


def named(*articles: Article) -> tuple[list[Naming], dict[str, Mission]]:
    """The first pass over articles: what each names, and the missions of them all."""
    gazetteer = load_gazetteer()
    places = place_names(gazetteer)
    namings = [name_missions(one, passages, gazetteer, places) for one in articles]
    return namings, gather(namings, places)


def drawn(*articles: Article) -> Sequence[Drawn]:
    """Both passes over articles."""
    namings, missions = named(*articles)
    index = mission_index(missions)
    return [
        draw(article, passages(article), load_gazetteer(), naming, missions, index)
        for article, naming in zip(articles, namings, strict=True)
    ]
