"""What world an article is of: that of states, borders and forces, or of gardens, games and shops.

Decided by the whole of its words, and by sentences that can be of no other world: "the boundary
between Canada and the United States" is none of a flower bed, whatever else stands around it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.facts.cues import cue, small_cue
from bot.facts.masked import mask
from bot.facts.sentence import Sentence
from bot.facts.sides import pairs_in
from bot.language.lexicon import Entry, entry
from bot.language.missions import known_names
from bot.language.places import Gazetteer
from bot.language.quantities import amounts
from bot.language.words import stem
from bot.model import Article


def world_evidence(text: str, places: int) -> float:
    """How much a text speaks of states and their forces: distinct words, and places up to four.

    Words of other worlds (kitchens, games, gardens) weigh one and a half against it each.
    """
    small = text.lower()
    return _distinct("evidence", small) + min(places, 4) - 1.5 * _distinct("counter", small)


def _distinct(side: str, small: str) -> int:
    """How many different words for or against the world of states a text in small letters has."""
    return len({word[:7] for word in small_cue("world", side).findall(small)})


def is_about_states(article: Article, gazetteer: Gazetteer) -> bool:
    """Whether the article is about states, borders and forces, by the words it uses."""
    text = "\n".join((article.title, *article.paragraphs))
    small = text.lower()
    made_up = any(word in small for word in _MADE_UP) and _INVENTED.search(small)
    if made_up and len({*_TOLD_TO.findall(small)}) > 1:
        return False
    if len({*_OF_FICTION.findall(small)}) > _BOOK_AND_FILM:
        return False
    length = min(max(1, len(text) // 1500), 3)
    # a short text has room for few such words: four sentences show it by two, and no other world
    needed = 4.2 * min(1.0, max(0.45, len(text) / 900))
    # most texts are decided without looking for places
    words_alone = world_evidence(text, 0)
    if words_alone / length >= needed:
        return True
    if _draws_lines(article, gazetteer):
        return True
    if (words_alone + 4) / length < needed:
        return _knows_a_mission(text, gazetteer)
    if words_alone <= 0 and _distinct("counter", text):
        return _knows_a_mission(text, gazetteer)  # places alone don't outweigh sheep and dogs
    mentions = gazetteer.mentions(text)
    least = _WORDS if len(text) > _SHORT else 1
    if _distinct("evidence", small) < least and len(mentions) < _MENTIONS:
        # Norway spruce and a truce with the slugs are no world of states
        return _knows_a_mission(text, gazetteer)
    return (words_alone + min(len({mention.key for mention in mentions}), 4)) / length >= needed


def _knows_a_mission(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a text without the words of politics names a mission that exists, by a name that is
    nothing else or beside the word for what it is, and several places, and has no word of another
    world: hardly one, where it also says that states take part."""
    spans = known_names(text)
    if not spans and not _OPERATION.search(text):
        return False
    names = [text[start:end] for start, end in spans]
    strangers = _distinct("counter", text.lower())
    places = {mention.key for mention in gazetteer.mentions(text)}
    of_its_own = any(
        entry(stem(word)) == Entry() and (" " not in name or (word.isupper() and len(word) > 3))
        for name in names
        for word in name.split()
    )
    of_its_own = of_its_own or bool(_OPERATION.search(text))
    if of_its_own and not strangers and len(places) >= _PLACES:
        return True
    called_one = any(
        _KIND_BEFORE.search(text[:start]) or _KIND_BEHIND.match(text, end) for start, end in spans
    )
    if (
        not called_one and _THE_KIND.search(text) and _STATES_TAKE_PART.search(text)
    ):  # "Khaan Quest … The exercise": no English words
        called_one = any(entry(stem(word)) == Entry() for name in names for word in name.split())
    if not called_one or len(places) < _PLACES - 1:
        return False
    return strangers <= _STRANGERS + bool(_STATES_TAKE_PART.search(text))


# "Operation Carib Shield", which nobody has to know
_OPERATION = re.compile(
    r"\b(?:Operation|Exercise) (?:[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?|[A-Z]{4,})\b"
)
_NOUN = r"(?:exercise|drill|manoeuvre|maneuver|war game|operation|mission|task force)s?"
# "the exercise Tradewinds 24"; "African Lion, the yearly drill"; "Obangame Express is an exercise"
_KIND_BEFORE = re.compile(rf"\b{_NOUN}\s+(?:called\s+|named\s+)?[“\"‘']?$", re.IGNORECASE)
_KIND_BEHIND = re.compile(
    rf"[”\"’']?(?:\s+{_NOUN}\b|,\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,4}}{_NOUN}\b"
    rf"|\s+(?:is|was)\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,4}}{_NOUN}\b)",
    re.IGNORECASE,
)
_THE_KIND = re.compile(r"\b[Tt]he (?:\w+ )?(?:exercise|drill|manoeuvres|operation|mission)\b")
_STATES_TAKE_PART = re.compile(
    r"\b(?:from|of) (?:[\w-]+ ){1,3}(?:nations|countries|states|lands)\b"
    r"|\b(?:[\w-]+ ){1,3}(?:nations|countries|states) (?:took|take|sent|send|practi[sc]|train)",
    re.IGNORECASE,
)


_PLACES = 4
# each that `_INVENTED` finds has one of these in it
_MADE_UP = ("invented", "imagin", "made-up", "fictional", "fictitious", "no name", "not exist")
# "You deploy patrols in an invented republic": an exercise has its imaginary states too, but
# neither players nor readers. The three are asked of a text in small letters.
_INVENTED = re.compile(
    r"\b(?:invented|imaginary|imagined|made-up|fictional|fictitious)\s+(?:\w+\s+)?(?:country|republic|"
    r"state|nation|land|kingdom|island|islands|world|planet|city)\b"
    r"|\b(?:country|republic|state|island) (?:that|which) (?:has no name|does not exist)\b",
)
_BOOK_AND_FILM = 2  # words that a report on a mission may have, too
_OF_FICTION = re.compile(
    r"\b(?:novels?|thrillers?|films?|actor|actress|readers?|sequel|plot|hero|heroine|bestseller|screenplay|"
    r"paperback|cinemas?|box office|director’s cut|episodes?|fiction|characters?)\b",
)
_TOLD_TO = re.compile(
    r"\b(?:games?|players|readers|viewers|audiences?|novels?|films?|cinemas?|console|dice|cards?|"
    r"episodes?|chapters?|heroine|thriller|puzzles?|levels?|you|your|publisher|studio|sequel)\b",
)
_WORDS = 2  # of the world of states that a text needs to have
_SHORT = 400  # characters that need hold only one of them
_MENTIONS = 8  # of places, with which a text of figures does without


def is_about_borders(
    article: Article, sentences: Sequence[Sentence], neighbours: Mapping[str, frozenset[str]]
) -> bool:
    """Whether an article without the words of politics is about a border of states all the same:
    a letter from a town that two countries share, say. Hardly a word of another world, two
    countries, and lines, enclaves or crossings in three sentences; or one that sets side by side
    two places that are neighbours on the map (`neighbours`).
    """
    text = "\n".join((article.title, *article.paragraphs)).lower()
    strangers = len({*small_cue("world", "counter").findall(text)})
    if strangers > 1:
        return False
    if not strangers and any(_sets_neighbours_apart(one, neighbours) for one in sentences):
        return True
    both = sum(len(s.places) >= 2 for s in sentences)
    if both < 2:
        return False
    words = [small_cue("border", key) for key in ("nouns", "shapes", "structures")]
    small = [s.passage.text.lower() for s in sentences]
    return sum(any(word.search(text) for word in words) for text in small) >= 3


def _sets_neighbours_apart(sentence: Sentence, neighbours: Mapping[str, frozenset[str]]) -> bool:
    """Whether a sentence on a line or a length gives it two neighbours for its sides."""
    text = sentence.passage.text
    if len(sentence.places) < 2 or not (
        cue("border", "nouns").search(text) or any(amount.km for amount in amounts(text))
    ):
        return False
    masked, keys = mask(sentence)
    return any(
        other in neighbours.get(one, frozenset())
        for one, other in pairs_in(masked, keys, sentence, ())
    )


# ── lines that states draw ──────────────────────────────────────────────────────────────────


def _draws_lines(article: Article, gazetteer: Gazetteer) -> bool:
    """Whether two sentences, or one in an article on two places with hardly a word of another
    world, speak of a line as only states have it."""
    found = list(_lines_of_states(article, gazetteer))
    text = "\n".join((article.title, *article.paragraphs))
    strangers = _distinct("counter", text.lower()) if found else 0
    if len(found) >= 2 and any(found):
        return strangers <= _STRANGERS + 2
    if strangers > _STRANGERS or not found:
        return False
    if any(places >= 2 for places in found):
        return True
    return strangers < _STRANGERS and len({one.key for one in gazetteer.mentions(text)}) >= 2


_STRANGERS: Final = 2  # words of other worlds: a border town has shops and a brewery


def _lines_of_states(article: Article, gazetteer: Gazetteer) -> Iterator[int]:
    """For each such sentence, how many different places it names."""
    for paragraph in (article.title, *article.paragraphs):
        small = paragraph.lower()
        may_be = any(word in small for word in _PIECE_OR_BESIDE)
        if not may_be and not small_cue("border", "nouns").search(small):
            continue  # so none of its sentences is on one
        for sentence in _SENTENCE_END.split(paragraph):
            beside = _PIECE.search(sentence) or _BESIDE.search(sentence)
            if not cue("border", "nouns").search(sentence) and not beside:
                continue
            mentions = gazetteer.mentions(sentence)
            if _CUT_OFF.search(sentence) and len({one.key for one in mentions}) > 1:
                yield len({one.key for one in mentions})
                continue
            plain = sentence
            for mention in reversed(mentions):
                mark = (
                    "¤"
                    if mention.form != "name" or _OF_A_DISH.match(sentence, mention.end)
                    else "§"
                )
                plain = f"{plain[: mention.start]}{mark}{plain[mention.end :]}"
            patterns = (*_LINES, cue("world", "lines"), *_OF_THE_TWO) if mentions else _OF_THE_TWO
            if any(pattern.search(plain) for pattern in patterns):
                yield len({mention.key for mention in mentions})


# "The village is an exclave, cut off from the rest of Germany by Swiss land"
_CUT_OFF = re.compile(
    r"\b(?:en|ex)claves?\b.*\b(?:cut off|surround|separat|inside|within|belongs?|hand(?:s|ed)|"
    r"land|soil|territor|part) ?"
    r"|\b(?:cut off|surround|separat|belongs?)\w*\b.*\b(?:en|ex)claves?\b",
    re.IGNORECASE,
)
_OF_A_DISH = re.compile(r"\s+(?:sprouts|lil(?:y|ies)|pinks|pine|spruce|maples?|carpets?|lace)\b")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_PIECE = re.compile(r" \| |\b(?:en|ex)claves?\b|\b(?:pieces?|parts?) of\b", re.IGNORECASE)
# what either of the next two has in it
_PIECE_OR_BESIDE = (
    *(" | ", "clave", "piece", "part", "touches", "adjoins", "abuts", "neighbours", "lies"),
)
_BESIDE = re.compile(
    r"\b(?:touches|adjoins|abuts|neighbours)\b|\blies\b.*\d (?:km|kilomet|miles)", re.IGNORECASE
)
_KIND: Final = (
    r"(?:(?:land|sea|maritime|state|common|shared|international|external|southern|northern|"
    r"eastern|western|outer|whole|entire|national|own|long|longest)\s+)*"
)
_LINE: Final = rf"{_KIND}(?:borders?|boundar(?:y|ies)|frontiers?|demarcation lines?)"
_KM: Final = r"\d[\d.,\s]*(?:km|kilomet\w+|miles?)"
# A place, wherever it is mentioned by its name, stands as "§"; a demonym or a capital as "¤": a
# border of Brussels sprouts is none of Belgium.
_LINES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_LINE}\s+(?:between|with|to|of|into|from|against|separating|dividing)\s+(?:the\s+)?§",
        rf"[§¤](?:['’]s?)?\s+{_LINE}\b",
        r"\bshar(?:e|es|ed|ing)\s+(?:an?|its|their|the)\s+(?:\w+\s+){0,2}"
        r"(?:border|boundary|frontier)\b",
        r"\b(?:borders|bordering|neighbours|adjoins)\s+(?:on\s+)?(?:the\s+)?§",
        # "To the north lies Russia, along 3,485 kilometres"; "Mongolia also touches Kazakhstan"
        r"\b(?:to|in|on)\s+(?:the|all)\s+[\w -]{2,20}\s+(?:lies|is|comes|runs)\s+(?:the\s+)?§,?\s+"
        rf"(?:along|for|over|with)\s+(?:\w+\s+)?{_KM}",
        r"§\s+(?:also\s+|only\s+|nowhere\s+)?(?:touches|adjoins|abuts|meets)\s+(?:only\s+)?(?:the\s+)?§",
        r"§\s+has\s+(?:only\s+|just\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+"
        r"(?:land\s+)?neighbours\b",
        r"\b(?:en|ex)claves?\s+(?:between|of|in|inside|within)\s+(?:the\s+)?[§¤]",
        r"\b(?:pieces?|parts?) of (?:the )?[§¤][^.]*\b(?:inside|within) ",
    )
)
# … and without a place, beside a sentence that has one.
_OF_THE_TWO: Final = (
    re.compile(
        rf"\b{_LINE} (?:between|of) the (?:two|three|four) (?:countries|states|neighbou?rs|nations|"
        r"republics|kingdoms)\b|\b(?:turned (?:back|away)|checks?|controls) (?:at|on) the (?:\w+ )?"
        r"borders?\b"
        # a flower bed measures no kilometres, and none has a column of neighbours with theirs
        rf"|\b{_LINE}\s+(?:of|is|was|measures?|(?:runs?|extends?|stretche[sd])(?: for)?)"
        rf"\s+(?:(?:about|some|only|just|roughly|nearly|over)\s+)?{_KM}\b"
        rf"|\b{_KM}[\s-]+(?:long\s+|of\s+(?:land\s+)?)?{_LINE}"
        r"|^\W*(?=[^.]*\b(?:neighbou?rs?|borders?|frontiers?|boundary)\b)(?=[^.]*\b(?:km|"
        r"kilomet\w+|miles?|length)\b)[^.]* \| ",
        re.IGNORECASE,
    ),
)
