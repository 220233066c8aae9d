"""Where missions are: by the title of an article, its first sentences, and each sentence that names
a place something happens in. Who sends them is no host. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.facts.described import is_of_a_kind
from bot.facts.sentence import BODIES, Sentence
from bot.facts.status import succession
from bot.facts.unnamed import UNNAMED, unnamed_in
from bot.facts.which_mission import SEVERAL, joins
from bot.language.places import Mention

_HOSTED = re.compile(
    r"(?:\b(?:in|on|to|into|from|for|off|over|leaves?|quits?|enters?|between)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|and|–|-|/)\s*(?:the\s+)?")


def hosts_in(title: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Where a title says that something happens: "in Mali", "leave Sri Lanka", "Somalia: …"."""
    found = []
    last: Mention | None = None  # the one that something was told to be in
    for mention in mentions:
        begins = mention.start == 0 and re.match(r"\s*(?::|,|–|—|in\b)", title[mention.end :])
        # "A thin blue line: Cyprus after the war"
        begins = begins or (
            title[: mention.start].rstrip().endswith((":", "–", "—"))
            and re.match(
                r"\s*(?:$|,|[:–—]|(?:after|before|since|in|at|under)\b)", title[mention.end :]
            )
        )
        joined = last is not None and _AND.fullmatch(title[last.end : mention.start])
        there = begins or joined or _HOSTED.search(title[: mention.start])
        by_name = mention.form in ("name", "demonym") or re.search(
            # "The observers in Freetown", but not "Talks in Geneva"
            r"\b(?:to|into)\s+$|^(?!.*\b(?:talks?|meet\w*|met|agree\w*|sign\w*|summit|court|vot\w+|"
            r"parliament|conference|deal|accord|says?|said)\b).*\bin\s+$"
            r"|\b(?:home|back|out|away|withdr\w+|evacuat\w+|airlift\w*)\b.*\bfrom\s+$",
            title[: mention.start],
            re.IGNORECASE,
        )
        if there and by_name and mention.key not in BODIES:
            found.append(mention.key)
            last = mention
    return tuple(dict.fromkeys(found))[:3]


def two_in(title: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The only two places of a title, named side by side: "How Ecuador and Peru made peace"."""
    if len(mentions) != 2 or any(m.form != "name" or m.key in BODIES for m in mentions):
        return ()
    one, other = mentions
    return (one.key, other.key) if _AND.fullmatch(title[one.end : other.start]) else ()


_NO_PLACE = r"(?!\d|(?:after|before|because|when|while|since|as|and|but|if|with|by)\b)"
# "in Bangui", "off the coast of Somalia": of a place that follows
_WHERE = re.compile(
    # but not "departed in 2009 after Russia had objected"
    rf"\b(?:in|at|off|to|into|near|over|inside|across|on)\s+(?:the\s+)?(?:{_NO_PLACE}[\w-]+\s+){{0,2}}$",
    re.IGNORECASE,
)


def tells_where(sentence: Sentence) -> bool:
    """Whether a sentence says itself where something is: more than who sends what."""
    text = sentence.passage.text
    return any(
        mention.key not in BODIES and _WHERE.search(text[: mention.start])
        for mention in sentence.mentions
    )


def hosts_by_mission(sentences: Sequence[Sentence]) -> dict[str, tuple[str, ...]]:
    """Where each mission is, by the first sentence that names it and a place that it is "in"; else
    by the sentence before that names it, which says where something of the kind is."""
    found: dict[str, tuple[str, ...]] = {}
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        if not sentence.missions and UNNAMED not in sentence.focus_missions:
            continue
        there = _where_it_is(sentence) or _place_meant(sentence, sentences)
        if there and UNNAMED in sentence.focus_missions:
            found.setdefault(UNNAMED, there)
        if before and not there and _THERE.search(sentence.passage.text):
            there = _where_it_is(before)
        if not there and before and before.passage.paragraph == sentence.passage.paragraph:
            text = before.passage.text
            of_it = is_of_a_kind(text) or unnamed_in(text) or _KEEPS_PEACE.search(text)
            there = _where_it_is(before) if of_it else ()
            if _ONE_LEFT_THERE.search(text):  # beside the others that were there
                its = before.focus_missions or before.missions
                there = there or next((found[key] for key in its if key in found), ())
        for key in sentence.missions if there else ():
            found.setdefault(key, there)
    for sentence in sentences:
        for key in sentence.missions:
            if key not in found and (there := _the_one_country(sentence)):
                found[key] = there
    last: str | None = None
    for sentence in sentences:  # what takes another's place is where that was
        change = succession(sentence.passage.text, sentence.named)
        before_it, last = last, next(reversed(sentence.missions), last)
        if change is None:
            continue
        it = next(iter(sentence.focus_missions), before_it)
        old, new = change.old or it, change.new or it
        for one, other in ((old, new), (new, old)):
            if one in found and other is not None and one is not None:
                found.setdefault(other, found[one])
    return found


def hosts_of_several(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Where the lead says that all the missions of an article are: "Three operations hunt pirates
    off Somalia"."""
    for sentence in sentences[:2]:
        text = sentence.passage.text
        if SEVERAL.match(text) and (there := _where_it_is(sentence)):
            return there
    return ()


def spoken_of_as_known(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The missions that an article brings in as known without saying where they are: "The United
    Nations mission, UNMIK", "The new force, EUFOR Althea". Those are where the article is."""
    found: dict[str, bool] = {}
    for sentence in sentences:
        text = sentence.passage.text
        for named in sentence.named:
            told = not sentence.countries and _THE_KNOWN.search(text[: named.start])
            found.setdefault(named.key, bool(told))
    return frozenset(key for key, told in found.items() if told)


_THE_KNOWN = re.compile(
    r"(?:^\W*|[,;]\s+(?:and\s+)?)(?:[Tt]he|[Ii]ts)\s+(?:[\w’'-]+\s+){0,7}?"
    r"(?:missions?|force|operation|office|team|group),?\s+(?:called\s+|named\s+)?(?:the\s+)?$"
)

# "Four countries watch the truce between A and B"
_KEEPS_PEACE = re.compile(
    r"\b(?:watch\w*|keep\w*|kept|guard\w*|supervis\w+|observ\w+|monitor\w*|polic\w+)\s+(?:over\s+)?"
    r"(?:the|a)\s+(?:\w+\s+)?(?:truce|peace|cease-?fire|armistice|border|line|frontier|accords?)\b",
    re.IGNORECASE,
)


# "It is the only international mission left there. UNOMIG departed in 2009"
_ONE_LEFT_THERE = re.compile(
    r"\b(?:only|last|sole|first|second|third|one|largest|oldest|newest)\s+(?:\w+\s+){0,2}?"
    r"(?:missions?|force|operation|presence|observers|peacekeepers|monitors)\b"
    r"[^.;]*\b(?:there|in the (?:country|region|area|republic|territory))\b",
    re.IGNORECASE,
)


def _where_it_is(sentence: Sentence) -> tuple[str, ...]:
    """The first country or region that a sentence says something is in, but for headquarters."""
    text = sentence.passage.text
    for mention in sentence.mentions:
        before = text[: mention.start]
        if mention.key not in BODIES and _IS_IN.search(before) and not _AT_HOME.search(before):
            both = sentence.countries if before.rstrip().endswith("between") else ()
            return (mention.key, *(key for key in both if key != mention.key))[:2]
    return ()


def _place_meant(sentence: Sentence, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Which place a mission was sent "to the kingdom" of: what a sentence that begins with "The
    kingdom" goes on with, else the first place of the article."""
    match = _TO_THE_PLACE.search(sentence.passage.text) if not sentence.countries else None
    if match is None:
        return ()
    named_so = re.compile(rf"\W*the {match[1]}\b", re.IGNORECASE)
    for other in sentences:
        if named_so.match(other.passage.text) and other.focus_places:
            return other.focus_places[:1]
    every = {key for other in sentences for key in other.countries}
    alike = match[1].lower() in ("country", "republic", "territory")  # any is one
    return sentences[0].countries[:1] if len(every) == 1 or not alike else ()


_TO_THE_PLACE = re.compile(
    r"\b(?:to|in|into|inside|on)\s+the\s+(country|kingdom|republic|islands?|sultanate|emirate|"
    r"territory|colony|archipelago|enclave|principality)\b(?!\s+of\b)",
    re.IGNORECASE,
)


def _the_one_country(sentence: Sentence) -> tuple[str, ...]:
    """The country of a sentence that names no other, unless it sends, leads or speaks."""
    names = [mention for mention in sentence.mentions if mention.key not in BODIES]
    if len({mention.key for mention in names}) != 1 or joins(sentence.passage.text, names):
        return ()
    text, first = sentence.passage.text, names[0]
    if (
        first.form != "name"
        or _DOES_IT.match(text, first.end)
        or _BY_IT.search(text[: first.start])
    ):
        return ()
    return (first.key,)


def sends(sentence: Sentence) -> bool:
    """Whether a country that a sentence names joins, or is who something comes from or is done by:
    "1,200 men, from Fiji", "led by Norway"."""
    names = [mention for mention in sentence.mentions if mention.key not in BODIES]
    text = sentence.passage.text
    return joins(text, names) or any(_BY_IT.search(text[: mention.start]) for mention in names)


# "Norway leads UNX", "UNX, which Norway paid for", "led by Norway", "the war against Norway"
_DOES_IT = re.compile(
    r"(?:['’]s?\b|\s+(?:(?:has|have|had|is|was|will|would|now|also)\s+)*(?:le[ad]\w*|command\w*|head\w*|pa[iy]\w*|"
    r"want\w*|say\w*|said|call\w*|plan\w*|propos\w*|run|runs|ran|refus\w*|withdr\w*|den\w+|end\w*|began|begins?|"
    r"launch\w*|join\w*|ask\w*|thank\w*|vot\w+|veto\w*|stop\w*|accus\w*|abstain\w*)\b)"
)
_BY_IT = re.compile(
    r"\b(?:by|from|with|against|through|like|without|than|near)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_IS_IN = re.compile(
    rf"\b(?:in|into|on|off|over|inside|across|for|throughout|between)\s+(?:the\s+)?"
    rf"(?:{_NO_PLACE}\w+\s+){{0,2}}$"
    # "pulled out from Mali"; "1,200 men, from Fiji and Nepal" are where they are sent
    r"|\b(?:withdr\w+|pull\w*|leav\w+|left|out|home|back|away|gone|return\w*|departure|retreat\w*|"
    r"recall\w*|work\w*|watch\w*|operat\w+|expel\w*|evacuat\w+|moved?)\b[^.;,]{0,40}?\bfrom\s+"
    r"(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_THERE = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were|will|has|have|had)\b)")
_AT_HOME = re.compile(
    r"\b(?:headquarter\w*|based|bases?|command\w*|said|told|decided|agreed|met|meeting|summit|"
    r"talks|trained|born|signed|parliament|ministers?)\b[^,;]*$",
    re.IGNORECASE,
)


_SENT_TO = re.compile(
    r"\b(?:missions?|operations?|force|forces|peacekeepers|troops|soldiers|observers|monitors|contingent|"
    r"helmets|deployment|exercises?)\s+(?:in|to|for|from|off)\s+(?:the\s+)?$"
    # "South African troops crossed into Lesotho before dawn"
    r"|\b(?:troops|soldiers|forces|paratroopers|marines|tanks|peacekeepers|legionnaires|battalions?|"
    r"commandos|police(?:men)?)\s+(?:(?:have|had|has|also|then)\s+)*(?:cross\w+|march\w+|moved?|"
    r"rolled|drove|driven|poured|went|gone|flew|flown|pushed|advanced|landed|arrived|parachuted|"
    r"intervened|dropped)\s+(?:(?:back|ashore|north|south|east|west|over)\s+)?(?:into|in)\s+(?:the\s+)?$"
    r"|\b(?:troops|soldiers|forces|paratroopers|marines|tanks)\s+(?:(?:have|had)\s+)?"
    r"(?:entered|invaded|occupied)\s+(?:the\s+)?$"
    r"|\b(?:leav(?:e|es|ing)|left)\s+$",
    re.IGNORECASE,
)


def hosts_in_lead(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Where the first two sentences say that a mission is: "its mission in Mali"."""
    return tuple(
        dict.fromkeys(
            mention.key
            for sentence in sentences[:2]
            for mention in sentence.mentions
            if mention.key not in BODIES and _SENT_TO.search(sentence.passage.text[: mention.start])
        )
    )[:1]
