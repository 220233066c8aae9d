"""A question, read: from its text to what a sentence that answers it must hold.

It knows the names of places and missions, and nothing of articles.
"""

from __future__ import annotations

import re

from bot.briefs.asking.plain_forms import plain_form
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.question.cues import before_whom, cue_of
from bot.briefs.asking.question.kinds import asked_kind, kind_of_size
from bot.briefs.asking.question.names import MONTH, is_aside, missions_in, places_in, without
from bot.briefs.asking.question.nouns import STRENGTH, noun_of, owners_in, places_of_noun
from bot.briefs.asking.question.terms import (
    Held,
    asides_in,
    deeds_among,
    fixed_links,
    inside_idiom,
    matters_named,
    names_and_terms,
    without_lives,
)
from bot.briefs.asking.times import asked_times
from bot.language.places import Gazetteer
from bot.language.words import idioms_in, words
from bot.store import Missions

_BORDER = re.compile(
    r"\b(?:borders?|frontiers?|boundar(?:y|ies)|line|neighbou?rs?|bordering)\b", re.IGNORECASE
)


def read_question(text: str, gazetteer: Gazetteer, missions: Missions) -> Question:
    """The question as `Asked` for and its terms. Any text is read; nonsense has no terms."""
    text = plain_form(text)
    asked = asked_kind(text)
    tokens = words(text)
    spoken_of = places_in(text, gazetteer)
    mentions = [m for m in spoken_of if not is_aside(text, m)]
    known = missions_in(tokens, missions)
    taken = [(m.start, m.end) for m in spoken_of] + [(s, e) for _, s, e in known]
    before = before_whom(text, asked)
    successors = tuple(dict.fromkeys(m.key for m in mentions if m.start >= before))
    if len(successors) < len({m.key for m in mentions}) or known:
        mentions = [m for m in mentions if m.start < before]
    if any(start < before for _, start, _ in known) or mentions:
        known = [one for one in known if one[1] < before]
    asked = kind_of_size(text, asked, of_mission=bool(known))
    bodies = [(m.start, m.end) for m in spoken_of if m.form != "demonym"]
    bodies += [(start, end) for _, start, end in known]
    noun = noun_of(text, asked, tokens, gazetteer, bodies)
    if asked is Asked.COUNT and known and not noun:
        noun = STRENGTH
    placed = {t.stem for t in tokens if any(start <= t.start < end for start, end in taken)}
    noun = (*(part for part in noun[:-1] if part not in placed), *noun[-1:])
    noun_places = places_of_noun(text, noun, mentions, tokens, gazetteer)
    if asked is Asked.COUNT:
        noun_places = (*noun_places, *owners_in(text, mentions, gazetteer))
    if asked is Asked.COUNTRY and noun_places:
        asked = Asked.WHICH  # "Indian states" are no countries
    cue = cue_of(text, asked, taken, of_mission=bool(known))
    held = Held(asked, cue, noun, before, taken)
    names, terms = names_and_terms(text, tokens, held)
    phrases = [m for m in idioms_in(text) if not any(a <= m[0] < b for a, b in taken)]
    phrases = list({(start, end): (start, end, word) for start, end, word in phrases}.values())
    phrases = [  # "moved out" says no more than the "moved out of" that it stands in
        (a, b, word) for a, b, word in phrases if not any(a == c and b < d for c, d, _ in phrases)
    ]
    terms = [t for t in terms if not inside_idiom(t, tokens, phrases)]
    terms += [word for _, _, word in phrases if word not in noun]
    if asked is Asked.COUNT:
        noun, terms = without_lives(noun, terms)
    if asked is Asked.LENGTH:
        terms = fixed_links(text, terms)
    if not (terms or names or mentions or known):
        terms = [*noun]  # "which capital was taken in April 1979?"
    rest = without(text, known)
    asides = asides_in(text, asked, tokens, phrases)
    matters = matters_named(tokens)
    deeds = deeds_among(text, asked, tokens, terms, phrases)
    return Question(
        text=text,
        asked=asked,
        noun=noun,
        terms=tuple(dict.fromkeys(terms)),
        asides=asides,
        matters=matters,
        deeds=tuple(deed for deed in deeds if deed not in (*asides, *matters)),
        places=tuple(dict.fromkeys(m.key for m in mentions)),
        noun_places=noun_places,
        successors=successors,
        missions=tuple(dict.fromkeys(key for key, _, _ in known)),
        names=tuple(dict.fromkeys(names)),
        years=tuple(int(year) for year in re.findall(r"\b(1[89]\d\d|20\d\d)\b", rest)),
        times=asked_times(rest),
        months=tuple(dict.fromkeys(m.lower() for m in MONTH.findall(text))),
        about_border=bool(_BORDER.search(text)),
        cue=cue,
    )
