"""Which mission a sentence goes on with that does not name it, or names another. Pure.

One module: all of it is asked of the same sentence in turn, by the one reader.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from bot.facts.sentence import BODIES, Sentence
from bot.facts.status import Named
from bot.facts.unnamed import unnamed_in
from bot.language.places import Gazetteer, Mention
from bot.language.words import fold, is_question
from bot.model import Passage

# "Seven hundred Danes, Finns and Swedes have watched the line": people counted by nation
_COUNTED = re.compile(
    r"(?:\d|\b(?:hundreds?(?: of)?|thousands?(?: of)?|dozens? of|scores of|dozen|ten|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety))\s+$",
    re.IGNORECASE,
)

# "Where: Luzon and Palawan", in a list on one mission
LABELLED = re.compile(
    r"^\W*(?:who|what|when|where|lead|leader|led by|command(?:er)?|participants?|contributors?|"
    r"countries|nations|troops|personnel|strength|size|place|area|base|headquarters|host|dates?|"
    r"start|end|began|ended|since|until|duration|mandate|task|aim|status|kind|type)\b"
    r"[^:|.;]{0,25}[:|]",
    re.IGNORECASE,
)

# "B takes its place": of the one that was spoken of before
_MAKES_IT_GO = re.compile(
    r"\b(?:its place|(?:replac|succeed|reliev|supersed|follow)\w* it|(?:took|takes|taking) over "
    r"from it)\b"
)


def makes_it_go(text: str) -> bool:
    """Whether something takes the place of the mission spoken of: "A smaller team is to replace
    it"."""
    return bool(_MAKES_IT_GO.search(text))


_LEANS = re.compile(
    r"^\W*(?:since then|then|there|here|this|these|those|both|such|after that|by then|until then|"
    r"that (?:is|was|has|operation|mission|force|exercise|deployment)|he|she|from now on)\b"
    # "UNFICYP is still there": where is what the sentence before says
    r"|^[^,;:]{0,40}\b(?:missions?|force|operation|troops|soldiers|observers|peacekeepers) there\b"
    r"|^[^;:]{3,60}\b(?:(?:did|does|do) the same|followed suit|part of theirs)\b"
    r"|^[^,;:]{3,60}\b(?:is|are|was|were|been|stay\w*|remain\w*|went|come|came|sent|arrived|"
    r"deployed) "
    r"(?:still |already |not )?there\.$",
    re.IGNORECASE,
)


def leans_on_what_came_before(text: str) -> bool:
    """Whether a sentence begins with a word that means nothing without the one before it."""
    return bool(_LEANS.match(text))


def is_labelled(text: str) -> bool:
    """Whether a line of a list says what it tells before a colon: "Where: Luzon"."""
    return bool(LABELLED.match(text))


def speaks_of_it(
    passage: Passage,
    named: Sequence[Named],
    sentences: Sequence[Sentence],
    current: Sequence[str],
) -> bool:
    """Whether a sentence that names a mission speaks of the one before it, too: "B takes its
    place", "At its height 2,500 served in it; 350 stay to help B"."""
    before = sentences[-1] if sentences else None
    if before is None or before.passage.paragraph != passage.paragraph or not current:
        return False
    if current[0] not in (*before.missions, *before.focus_missions):
        return False
    if _MAKES_IT_GO.search(passage.text):
        return True
    return bool(_SERVED_IN_IT.search(passage.text[: named[0].start]))


HAS_A_SUBJECT = re.compile(r"\W*(?:it|they)\b", re.IGNORECASE)


def speaks_of_another(passage: Passage, sentences: Sequence[Sentence]) -> bool:
    """Whether "it" opens a sentence behind one of the paragraph that has a subject of its own and
    is nothing of a mission: "The 14th Army is another matter. It has 2,500 men"."""
    before = sentences[-1] if sentences else None
    if before is None or before.passage.paragraph != passage.paragraph:
        return False
    opens = len(sentences) < 2 or sentences[-2].passage.paragraph != passage.paragraph
    if not opens or before.missions or before.focus_missions or is_question(before.passage.text):
        return False
    return bool(_SUBJECT.match(before.passage.text))


_SUBJECT = re.compile(
    r"\W*(?:The|An?)\s+(?:[\w-]+\s+){0,3}?(?:is|was|has|had|will|may|can|stands?)\b"
)


def christened(
    passages: Sequence[Passage], named_in: Sequence[Sequence[Named]], number: int
) -> tuple[str, ...]:
    """The mission that a paragraph, beginning at a number, describes before it names it: "Four
    ships lie off the coast with 2,000 marines. … The operation is called Sharp Edge"."""
    paragraph = passages[number].paragraph
    for passage, spans in zip(passages[number:], named_in[number:], strict=True):
        if passage.paragraph != paragraph:
            return ()
        if spans:
            its_name = passage is not passages[number] and _IS_ITS_NAME.fullmatch(
                passage.text[: spans[0].start]
            )
            return (spans[0].key,) if its_name else ()
    return ()


_IS_ITS_NAME = re.compile(
    r"\W*(?:the|this|that|its|their)\s+(?:\w+\s+)?(?:operation|mission|force|exercise|deployment|"
    r"evacuation|undertaking|name)\s+(?:(?:is|was|has been)\s+(?:(?:now|also)\s+)?(?:called|named|"
    r"code-?named|dubbed|known as)|bears the name(?: of)?|goes by the name of|is|was)\s+"
    r"(?:the\s+)?[“\"‘'«]?(?:(?:operation|exercise|mission)\s+)?",
    re.IGNORECASE,
)


def are_several(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence begins with two countries or more: no "it" goes on with those."""
    return len(mentions) > 1 and bool(_AND.fullmatch(text[mentions[0].end : mentions[1].start]))


def joins(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether countries at the head of a sentence send somebody or take part: "Norway and Fiji
    lent experts", behind a sentence on a mission; or their people do its work."""
    return bool(heads_that_join(text, mentions))


def heads_that_join(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Those countries, or peoples, at the head of a sentence."""
    working = [
        one
        for one in mentions
        if one.form == "demonym"
        and _DO_ITS_WORK.match(text, one.end)
        and not _WITHOUT_A_HEAD.search(text[: one.start])
    ]
    if working:
        return working
    if not mentions or text[: mentions[0].start].strip(" “\"'").lower() not in ("", "the", "both"):
        return ()
    heads = [mentions[0]]
    for mention in mentions[1:]:
        if not _AND.fullmatch(text[heads[-1].end : mention.start]):
            break
        heads.append(mention)
    match = _JOINS.match(text, heads[-1].end)
    return heads if match and not _OTHER_GIFTS.search(text[match.end() :]) else ()


# "Fijians man the posts", "the Irish have provided the reserve"; but "guard their own bases"
_DO_ITS_WORK = re.compile(
    r"\s+(?:now |still |also |have |has |had )*(?:guard|h[oe]ld|man|patrol|fly|flew|flown|drive|"
    r"drove|provide|look(?:ed)? after|clear|run|ran|sail|cook)(?:n?ed|d)?\s+(?:the|its|two|three|"
    r"four|both|most of the|an?)\s+(?:[\w-]+\s+){0,2}?(?:posts?|camps?|reserves?|helicopters?|"
    r"planes?|aircraft|lorries|trucks|boats?|hospitals?|sectors?|north|south|east|west|"
    r"headquarters|airfield|mines?|convoys?|supplies|signals|checkpoints?|guard|company|escorts?|"
    r"field kitchens?|workshops?)\b"
)

_WITHOUT_A_HEAD = re.compile(r"\b(?:of|by|from|with|against|like|than)\s+(?:the\s+)?$")

_AND = re.compile(r"\s*(?:,|,?\s*and|as well as|,?\s*both)\s*(?:the\s+)?|\s*,\s*", re.IGNORECASE)

_JOINS = re.compile(
    r"\s+(?:(?:and|have|has|had|also|each|both|all|then|now|will|would|may|later|are|is|to|"
    r"[a-z]+ others?)\s+)*(?:sen[dt]s?|lends?|lent|gives?|gave|given|provides?|provided|"
    r"contribut\w+|offers?|offered|pledged?|promised?|suppl(?:y|ies|ied)|second(?:s|ed)|assign\w*|"
    r"take part|takes part|took part|taken part|participat\w+|in it|"
    r"(?:were |been )?(?:there|on board)\b(?!\s+(?:is|are|was|were))|"
    r"(?:came|comes?|arrived?|sailed|turned up) with (?:an?|\d+|two|three|four|five|six|seven|"
    r"eight|nine|ten|twelve|some|about)\b|"
    r"(?:went|go|goes|gone|come|came|flew|sailed) home\b|"
    r"stay\s*\.|remain\s*\.|(?:already\s+|since\s+)?(?:gone|left|withdrawn|pulled out)\s*\.)(?!\w)",
)

_OTHER_GIFTS = re.compile(
    r"^\s+to\s+(?!send|provid|contribut|take part|lend|join|give|deploy|lead|help|supply|add|"
    r"replac)\w+"
    r"|^[^.;:]{0,30}\b(?:arms|weapons|aid|food|grain|rice|wheat|medicines?|letters?|notes?|messages?|"
    r"condolences|invitations?|ultimatum|delegations?|envoys?|ambassadors?|money|loans?|credits?|"
    r"asylum|refuge|support|assurances|guarantees|votes?|referend\w+|elections?|autonomy|"
    r"independence|reforms?|talks|inquiry|claims?|up(?! to))\b"
)


def counts_by_nation(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether people are counted by where they come from: "seven hundred Danes and Finns"."""
    return bool(counted_by_nation(text, mentions))


def counted_by_nation(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The peoples of whom a sentence counts some."""
    return [
        mention
        for mention in mentions
        if mention.form == "demonym"
        and text[mention.start : mention.end].endswith(("s", "ese", "sh", "ch"))
        and _COUNTED.search(text[: mention.start])
    ]


def described_first(
    title: str, passages: Sequence[Passage], named_in: Sequence[list[Named]], gazetteer: Gazetteer
) -> list[list[Named]]:
    """The missions of each sentence; those that describe one before it is given its name name it,
    too: "A naval mission patrols the strait. … Agenor is what it is called". The one whose name
    has a word of the title may come later: "Black Sea mine hunters", and MCM Black Sea."""
    first = next((number for number, spans in enumerate(named_in) if spans), 0)
    named_in = [
        [*spans, *(_of_its_body(passage.text, named_in, gazetteer) if number < first else ())]
        for number, (passage, spans) in enumerate(zip(passages, named_in, strict=True))
    ]
    if not first:
        return [*named_in]
    if len({span.key for span in named_in[first]}) != 1:
        return _one_sentence_before(passages, named_in, gazetteer, first)
    text = passages[first].text
    only = len({span.key for spans in named_in for span in spans}) == 1
    gives_a_name = _GIVES_A_NAME.search(text)
    own = {word for word in named_in[first][0].key.split() if len(word) > 3} - _NOUNS
    of_title = own.intersection(re.findall(r"\w+", fold(title)))
    soon = first <= (2 * _SOON if of_title else _SOON)
    if _A_SECOND.search(text) or not (gives_a_name or (only and soon)):
        return [*named_in]
    bodies = _bodies(gazetteer, text)
    found = [*named_in]
    for number, passage in enumerate(passages[:first]):
        if SEVERAL.match(passage.text):
            continue
        its = _bodies(gazetteer, passage.text)
        if its and bodies and its.isdisjoint(bodies):
            continue
        key = named_in[first][0].key
        found[number] = [Named(key, one.start, one.end) for one in unnamed_in(passage.text)]
    return found


def _one_sentence_before(
    passages: Sequence[Passage],
    named_in: Sequence[Sequence[Named]],
    gazetteer: Gazetteer,
    first: int,
) -> list[list[Named]]:
    """The missions of each sentence, where the first to name any names several: of these one may be
    of the body whose mission the sentence before is on. "The African Union's first mission is over.
    At midnight AMIB's men changed to ONUB"."""
    found = [[*spans] for spans in named_in]
    before, text = passages[first - 1], passages[first].text
    its = _bodies(gazetteer, before.text)
    fitting = dict.fromkeys(
        span.key
        for span in named_in[first]
        if not (body := body_of_name(text[span.start : span.end])) or not body.isdisjoint(its)
    )
    if its and len(fitting) == 1 and before.paragraph == passages[first].paragraph:
        (key,) = fitting
        found[first - 1] += [Named(key, one.start, one.end) for one in unnamed_in(before.text)]
    return found


def _of_its_body(
    text: str, named_in: Sequence[Sequence[Named]], gazetteer: Gazetteer
) -> list[Named]:
    """The one mission of an article whose acronym says that it is of the body that a sentence has
    a mission of: EUFOR for "the European Union handed over its mission to the United Nations",
    where MINURCAT is named, too."""
    keys = {span.key for spans in named_in for span in spans}
    by_body: dict[str, list[str]] = {}
    for key in sorted(keys):
        if match := _BODY_OF_NAME.match(key):
            by_body.setdefault(_BODIES_OF_NAMES[match[0]], []).append(key)
    if len(by_body) < 2:
        return []
    for one in unnamed_in(text):
        its = [m.key for m in gazetteer.mentions(text) if m.key in BODIES and m.start < one.end]
        those = by_body.get(its[-1], []) if its else []
        if len(those) == 1:
            return [Named(those[0], one.start, one.end)]
    return []


def body_of_name(name: str) -> set[str]:
    """The body that an acronym begins with the letters of: the European Union for EUFOR."""
    match = _BODY_OF_NAME.match(fold(name)) if name[:2].isupper() else None
    return {_BODIES_OF_NAMES[match[0]]} if match else set()


_BODIES_OF_NAMES = {
    "eu": "european-union",
    **dict.fromkeys(("un", "minu", "monu", "onu"), "united-nations"),
}
_BODY_OF_NAME = re.compile(r"(?:eu|un|minu|monu|onu)(?=[a-z]{2,})")
_SOON = 3  # sentences within which the one mission of an article that is described is named

_GIVES_A_NAME = re.compile(
    r"\b(?:called|calls|named|known as|dubbed|christened|code-?named|(?:bears|goes by|by) the name|"
    r"name is|for short|abbreviat\w+|acronym|as (?:it|this|the \w+) is (?:known|called|named))\b",
    re.IGNORECASE,
)

# "Three operations hunt pirates", "Timeline of the forces in Bosnia": no one mission
SEVERAL = re.compile(
    r"\W*(?:(?:two|three|four|five|six|seven|eight|nine|ten|several|various|a dozen|half a dozen|"
    r"no (?:fewer|less) than \w+|\d+)\s+(?:[\w-]+\s+){0,3}?|(?:timeline|chronicle|chronology|"
    r"history|overview|list)\s+of\s+(?:the\s+|all\s+)*(?:[\w-]+\s+){0,2}?)"
    r"(?:missions|operations|forces|peacekeeping operations|fleets|task forces)\b",
    re.IGNORECASE,
)

_A_SECOND = re.compile(
    r"\b(?:another|other|second|separate|larger|bigger|smaller|older|earlier|also|too|unlike|besides|"
    r"replac\w+|succe\w+|took over|takes over)\b",
    re.IGNORECASE,
)


def _bodies(gazetteer: Gazetteer, text: str) -> frozenset[str]:
    return BODIES & {mention.key for mention in gazetteer.mentions(text)}


def is_of_another_body(
    text: str,
    mentions: Sequence[Mention],
    current: Sequence[str],
    bodies_of: Mapping[str, Collection[str]],
) -> bool:
    """Whether "the OSCE mission" opens a sentence, or "Uganda ended its operation", and the mission
    last spoken of is told to be of the United Nations."""
    if not mentions or not current:
        return False
    opens = text[: mentions[0].start].strip().lower() in ("", "the")
    named = _ITS_MISSION if mentions[0].key in BODIES else _ITS_OPERATION
    if not opens or not named.match(text, mentions[0].end):
        return False
    bodies = bodies_of.get(current[0], ())
    return bool(bodies) and mentions[0].key not in bodies


def is_of_another_kind(
    text: str,
    current: Sequence[str],
    passages: Sequence[Passage],
    keys_in: Sequence[Collection[str]],
) -> bool:
    """Whether "The battlegroup" opens a sentence, and what was last spoken of is not called one
    where it is named: an air patrol."""
    match = _OF_A_KIND.match(text)
    if match is None or not current:
        return False
    naming = [
        p.text.lower() for p, keys in zip(passages, keys_in, strict=True) if current[0] in keys
    ]
    return not any(match[1].lower() in one for one in naming)


_OF_A_KIND = re.compile(r"\W*the (?:[\w-]+ )?(battlegroup|brigade|squadron)\b", re.IGNORECASE)


def by_its_noun(
    text: str,
    meant: tuple[str, ...],
    latest: Sequence[str],
    its_nouns: Mapping[str, Collection[str]],
) -> tuple[str, ...]:
    """The mission that "The mission" or "The force" opens a sentence for, where the one spoken of
    is called by another such noun, in its name or beside it, and just one other by this."""
    opening = _THE_NOUN.match(text)
    if opening is None:
        return meant
    noun = opening[1].lower()
    if noun in its_nouns.get(meant[0], ()) or not its_nouns.get(meant[0]):
        return meant
    fitting = [key for key in latest if noun in its_nouns.get(key, ())]
    return (fitting[0],) if len(fitting) == 1 and fitting[0] not in meant else meant


def leads_another(
    text: str, meant: str, main: str, its_nouns: Mapping[str, Collection[str]]
) -> bool:
    """Whether who "leads the force" leads the mission that the article is on, where the one named
    last is called an operation: "The men of Operation X are to go. A colonel leads the force"."""
    leads = _LEADS_THE.search(text)
    if leads is None or meant == main:
        return False
    nouns = its_nouns.get(meant, ())
    return bool(nouns) and leads[1] not in nouns and "operation" not in its_nouns.get(main, ())


_LEADS_THE = re.compile(
    r"\b(?:leads?|led|commands?|commanded|heads?|headed|in command of|in charge of) the "
    r"(mission|force)\b"
)


def opens_on_the_latest(
    text: str,
    meant: Sequence[str],
    latest: Sequence[str],
    tally: Mapping[str, int],
    title_missions: Collection[str],
) -> bool:
    """Whether "The force" opens a paragraph for the mission named last: where neither the title
    nor how often it is named makes the article one on the other."""
    return bool(
        meant
        and latest
        and latest[0] not in meant
        and meant[0] not in title_missions
        and tally[meant[0]] <= tally[latest[0]]
        and _THE_NOUN.match(text)
    )


def title_is_on_others(title: str, mentions: Sequence[Mention], beside: Collection[str]) -> bool:
    """Whether a title is on the soldiers of one who is not named beside the mission: "Russia's
    peacekeepers leave", and an observer mission of the European Union at the end."""
    return any(
        mention.key not in beside and _ITS_SOLDIERS.match(title, mention.end)
        for mention in mentions
    )


_ITS_SOLDIERS = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+)?(?:peacekeepers|soldiers|troops|forces?|observers|monitors|"
    r"mission|operation|blue helmets|contingent)\b",
    re.IGNORECASE,
)


def nouns_of(
    passages: Sequence[Passage], named_in: Sequence[Sequence[Named]]
) -> dict[str, set[str]]:
    """By each mission of an article, what it is called by: "the security force, UNSF"."""
    found: dict[str, set[str]] = {}
    for passage, spans in zip(passages, named_in, strict=True):
        for one in spans:
            its = found.setdefault(one.key, {*one.key.split()} & _NOUNS)
            its.update(_NOUNS.intersection(fold(passage.text[one.start : one.end]).split()))
            if noun := _NOUN_BEFORE.search(passage.text[: one.start]):
                its.add(noun[1].lower())
    return found


_NOUNS = frozenset(("mission", "force", "operation", "group", "exercise", "authority"))

_NOUN_BEFORE = re.compile(
    r"\b(mission|force|operation|group|exercise|authority)(?: of (?:the )?(?:[A-Z]\w+ ?){1,3})?"
    r",? (?:called )?$",
    re.IGNORECASE,
)

_THE_NOUN = re.compile(r"\W*the (mission|force|operation|group|exercise)\b", re.IGNORECASE)

_ITS_MISSION = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}(?:mission|force|operation|exercise|observers|monitors|peacekeepers|team|group)\b"
)
# a country has a mission or soldiers with others, but an operation of its own
_ITS_OPERATION = re.compile(
    r"(?:['’]s\s+(?:army|forces|military))?\s+(?:\w+\s+){1,3}its\s+(?:own\s+)?(?:[a-z-]+\s+){0,2}"
    r"(?:operation|campaign|offensive|intervention|invasion)s?\b(?!\s+(?:with|under))"
)

_SERVED_IN_IT = re.compile(r"\b(?:in|of|to|from) it\b|\bat its (?:height|peak)\b", re.IGNORECASE)

THE_FORCE = re.compile(
    r"\b[Tt]he (?:\w+ )?(?:force|mission|peacekeepers|observers|monitors|blue helmets)\b"
    r"(?! (?:of|say|said))"
)

THE_OLDER = re.compile(
    r"\W*the (?:older|old|previous|former|earlier|outgoing) (?:mission|force|operation)\b",
    re.IGNORECASE,
)

# "The new mission has 1,500 people", behind the sentence that names it
THE_NEWER = re.compile(
    r"\W*(?:the|its) (?:new|newer|young|fresh|incoming) (?:\w+ )?(?:mission|force|operation|"
    r"group|team)\b|\W*the newcomers?\b",
    re.IGNORECASE,
)

# The mission that was not spoken of; nobody known, if the article has named but the one.
THE_OTHER = re.compile(
    r"\W*(?:the other|another|a second)\s+(?:\w+\s+){0,2}(?:mission|force|operation|exercise)\b"
    r"|\W*the (?:other|second|third|latter)(?: one)?\s+(?:is|was|has|had)\b",
    re.IGNORECASE,
)

# A paragraph that goes on with the mission of the one before, however it was named there
SPEAKS_OF_ONE = re.compile(
    r"\W*(?:(?:[\w’'-]+\s+){0,6}?[Tt]he|[Ii]ts|[Tt]heir)\s+(?:[\w’'-]+\s+){0,2}?(?:missions?|operations?|force|"
    r"exercises?|programme|peacekeepers|observers|monitors|blue helmets|mandate|deployment|"
    r"manoeuvres?|drills?|task force|trainers|instructors|troops|soldiers)\b"
)

SOME_SAY = re.compile(
    r"\W*(?:some|many|several|a few|most)\s+(?:[\w-]+\s+){0,2}?(?:say|said|want|think|thought|"
    r"believe|argue|hope|fear|ask|would|call|demand|propose)\w*\b",
    re.IGNORECASE,
)
OTHERS_SAY = re.compile(r"\W*(?:and |but |still |yet )?others\s+\w+", re.IGNORECASE)

# "Aug 1997: The island declares itself free": an entry of a chronicle begins anew
DATED_ENTRY = re.compile(
    r"\W*(?:\d{1,2}\.?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+)?(?:\d{1,2},\s+)?(?:1[89]|20)\d\d\s*[:–—|]"
)

# "The United Nations mission, the heir of UNAVEM III, had 1,000 people": the heir had them
HEIR_OF = re.compile(
    r"^\W*(?:[Tt]he|[Ii]ts)\s+(?:[\w’'-]+\s+){0,4}?(?:mission|force|operation|group|team|office),\s+"
    r"(?:the|an?|its)\s+(?:\w+\s+)?(?:heir|successor|follow-up|replacement)\s+(?:of|to)\s+"
    r"(?:the\s+)?$"
)

# "The United Nations force, UNFICYP, counts 3,100": what went before was not on it
HEADED_BY_NAME = re.compile(
    r"\W*(?:[Tt]he\s+)?(?:[\w’'-]+\s+){0,3}?(?:force|mission|operation),\s+[A-Z]{3,}\w*,\s+(?!is\b)"
)
