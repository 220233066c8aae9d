"""An article read sentence by sentence: which places and missions each sentence speaks of.

A sentence speaks of what it names, and of what "it", "the mission" or "the two countries" safely
refer to: those are its focus. Pure; the gazetteer and the known missions are arguments.
One module, because what a sentence refers to follows from how the one before was read.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.facts.cues import AIRCRAFT, cue
from bot.facts.naming import (
    core,
)
from bot.facts.stance import stance
from bot.facts.status import Named, succession
from bot.facts.unnamed import UNNAMED, unnamed_in
from bot.language.lexicon import Entry, entry
from bot.language.missions import WRITTEN_SMALL
from bot.language.places import Gazetteer, Mention
from bot.language.words import Word, fold, stem, words
from bot.model import Article, Passage, Stance

_REFERS = re.compile(
    r"^[\s“\"'‘(•*–—-]*(?:(?:But|And|Yet|Since then|In addition|So far|According to [^,]+,|"
    r"However,?|(?:Besides|Apart from|Aside from|Other than|In addition to|Along with|"
    r"Together with|As well as|Beyond|Beside) [^,.;]{3,40}?,?|"
    r"Today|Now|Since [^,]+,|In [^,]{3,30},|At [^,]{3,30},|On [^,]{3,30},|No\.|Yes[.,]|By "
    r"[^,]{3,30},|From [^,]{3,30},)\s+)?"
    r"(?:it|its|they|their|both|the (?:two|three|country|countries|mission|operation|exercise|"
    r"force|"
    r"programme|program|manoeuvres?|drills?|deployment|troops|soldiers|observers|monitors|mandate|"
    r"battlegroups?|border|frontier|boundary|line|corridor|gap|exclave|enclave|territory|region|"
    r"island|"
    r"fence|wall|headquarters|commander|ships|aircraft|jets|courses|area|task|base|last day|long "
    r"one|"
    r"other one|aim|goal|first|second|peacekeepers|contingent|participants|talks|agreement|"
    r"treaty|government|army|military|alliance|group|team|members|monitors)|this|these|those|"
    r"that|he|she|there|blue helmets|"
    r"some|"
    r"most|about|around|more than|nearly|another|strikes|protection|all)\b",
    re.IGNORECASE,
)
_ABOUT_MISSION = re.compile(
    r"\b(?:missions?|operations?|exercises?|force|programme|program|manoeuvres?|drills?|deployment|"
    r"mandate|headquarters|commander|troops|soldiers|observers|monitors|peacekeepers|contingents?|"
    r"ships|aircraft|jets|trainees|recruits|trained|courses|instructors|participants|blue helmets|"
    r"battalions?|battalion|take part|takes part|took part|contribut\w+|suppl(?:y|ies)|"
    r"rotations?|fighters?|pilots?|frigates?|flights?|trainers|staff|personnel|people|police|"
    r"units|companies|planes|helicopters|engineers|in charge|pulls out|"
    r"pulled out|withdrew|withdraws|(?:leaves|left) in|"
    r"join(?:s|ed)(?! (?:the )?(?:alliance|union|bloc|nato|eu|european|united|commonwealth)\b)|"
    r"special forces|(?:its|their) base|paratroopers|"
    r"(?:sent|supplied|provided?|supply|provides) the (?:others?|rest)|"
    r"most (?:of them )?(?:are|were|come|came)|"
    r"(?:gave|given|gives|granted) (?:it|them)|"
    r"(?:transitional|interim) (?:administration|authority)|"
    r"officers|deployed|uniformed|battlegroups?|last day|scenario|patrols?|task|vessels|members|"
    r"the (?:new )?(?:group|team)|leads|led|commands?|commanded|heads|headed|supplied|(?:fly|"
    r"flies|sail|sails|serve|serves|served) with|"
    r"(?:come|came|comes|drawn|hail) from)\b"
    # "Denmark sent 150." "Today there are some 3,400." "Fiji gave two."
    r"|\b(?:sent|sends|sending|provid\w+|contribut\w+|gave|gives|add(?:s|ed)|commit\w+|lent|"
    r"suppli\w+|there (?:are|were))\s+(?:now |still )?(?:about |some |around |up to |another |"
    r"only |more than |over )?\d"
    r"|\b(?:sent|sends|gave|gives|lent|contribut\w+)\s+(?:two|three|four|five|six|eight|ten|twelve)"
    rf"\b|\d (?:wo)?men\b|{AIRCRAFT}"
    # "Jamaica sent a few hundred more", "Portugal kept a company of gendarmes with it"
    r"|\b(?:sent|sends?|gave|gives?|lent|lends?|kept|keeps?|adds?|added|offer\w*|leaves?|left|"
    r"bring\w*|brought)\s+(?:an?\s+|several\s+|some\s+)?(?:few\s+|couple of\s+|handful of\s+)?"
    r"(?:hundred|thousand|dozen|score|more|company|platoon|squad|contingent|others|part of theirs)"
    r"\b|^[^,;:]{3,60}(?:, [^,;:]{3,40})*\b(?:follow|assist|help out|take turns)\s*[.,;]"
    r"|\b(?:part of it|belong\w* to it|joined it|(?:did|does|do) the same|followed suit|"
    r"(?:wo)?men and (?:wo)?men|gendarmes?|constables|carabinieri|marines|riflemen|sailors|airmen|"
    r"platoons?|brigadiers?|regiments?|squadrons?|sappers|medics|signallers)\b",
    re.IGNORECASE,
)
# "Seven hundred Danes, Finns and Swedes have watched the line": people counted by nation
_COUNTED = re.compile(
    r"(?:\d|\b(?:hundreds?(?: of)?|thousands?(?: of)?|dozens? of|scores of|dozen|ten|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety))\s+$",
    re.IGNORECASE,
)
_THE_LATEST = re.compile(r"\b(?:that one|the latter|its successor|the successor)\b", re.IGNORECASE)


_IS_NAMED = re.compile(
    r"(?<!whose operation )(?<!whose mission )\b(?:is|was|are|were|will be) (?:now |also )?"
    r"(?:called|named|known as|dubbed)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:it|its|they|their)\b", re.IGNORECASE)
_OPENS_WITH_MISSION = re.compile(
    r"^[\s“\"'‘(•*–—-]*(?:(?:On|In|Since|From|By|At|Until) (?:[A-Z]\w+ |\d+ |then |the |summer |"
    r"spring |autumn |winter |end |beginning |of ){1,5},?\s?)?"
    r"(?:it|its|the (?:mission|operation|exercise|force|programme|program|deployment|group|team|"
    r"new mission|new operation|new force|new group|(?:[\w-]+ )?(?:intervention|manoeuvres?|"
    r"drill)))\b",
    re.IGNORECASE,
)
# "Where: Luzon and Palawan", in a list on one mission
_LABELLED = re.compile(
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
_PRONOUN_FIRST = re.compile(r"^[\s“\"'‘(•*–—-]*(?:it|its|they|their)\b", re.IGNORECASE)
# "a joint patrol", "no monitoring mission": not the one that was spoken of
_ANOTHER_MISSION = re.compile(
    r"\b(?:an?|no|any|another)\s+(?:[\w-]+\s+){0,3}?(?:missions?|operations?|exercises?|force|"
    r"patrols?|deployment|programme)\b|\bjoint patrols\b",
    re.IGNORECASE,
)
_TWO = re.compile(
    r"\b(?:the two(?!\s+[\w’'-]+)|the two (?:of them|countries|states|nations|sides|"
    r"neighbou?rs|republics|"
    r"governments|armies|halves|kingdoms|capitals|is|are|has|have|had|was|were|do|did|share|shared|"
    r"measures?|runs?|remains?|stretches|agreed|over|in|at|on|by|to|for|as)\b|"
    r"both (?:countries|states|sides|of them)|two (?:countries|states|neighbours|"
    r"sides)|"
    r"each other|their (?:common |shared )?(?:border|frontier|boundary)|they share|themselves)\b",
    re.IGNORECASE,
)
_ACTS_ON_IT = re.compile(
    r"\b(?:surrounds?|encloses?|encircles?|touch(?:es)?|borders?)\s+(?:it|them|both|the country|"
    r"the two)\b",
    re.IGNORECASE,
)
_LAST_OF = re.compile(r"^(?:the last|the latter|the last of (?:these|them))\b", re.IGNORECASE)


# Organisations mark, patrol and discuss the borders of others, and send missions to them.
BODIES = frozenset(
    (
        *("united-nations", "european-union", "nato", "osce", "african-union", "ecowas", "asean"),
        *("sadc", "csto", "arab-league", "organization-of-american-states", "commonwealth"),
        "gulf-cooperation-council",
    )
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage with what it speaks of. Places and missions are in order of mention."""

    passage: Passage
    mentions: tuple[Mention, ...]
    named: tuple[Named, ...]
    focus_places: tuple[str, ...]
    focus_missions: tuple[str, ...]
    stance: Stance

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mention.key for mention in self.mentions))

    @property
    def countries(self) -> tuple[str, ...]:
        """The places without the organisations."""
        return tuple(key for key in self.places if key not in BODIES)

    @property
    def missions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(named.key for named in self.named))

    def without_the_unnamed(self) -> Sentence:
        """The sentence as readers of the library know it: with missions that have a name."""
        if UNNAMED not in (*self.missions, *self.focus_missions):
            return self
        return replace(self, named=(), focus_missions=())


@dataclass(frozen=True, slots=True)
class MissionIndex:
    """The missions known to a corpus: folded name → key. Names of one mission share a key."""

    keys: Mapping[str, str]
    longest: Mapping[str, int] = field(init=False, repr=False, compare=False)
    """The first word of names → how many words the longest of them has, eight at most."""

    def __post_init__(self) -> None:
        longest: dict[str, int] = {}
        for name in self.keys:
            first, *others = name.split(" ")
            longest[first] = min(8, max(longest.get(first, 0), 1 + len(others)))
        object.__setattr__(self, "longest", longest)

    def find(self, text: str, named_here: frozenset[str]) -> list[str]:
        """Keys of the missions that a text names, each once, in order."""
        return list(dict.fromkeys(named.key for named in self.named(text, named_here)))

    def named(self, text: str, named_here: frozenset[str]) -> list[Named]:
        """The missions that a text names and where, in order.

        A single word must be named as a mission somewhere in the article itself, or be written
        in capitals: "Guardian" alone is not Sea Guardian.
        """
        tokens = words(text)
        found: list[Named] = []
        behind = 0  # the position behind the name found last
        for position, word in enumerate(tokens):
            if position < behind:
                continue
            small = not (word.text[0].isupper() or word.text[0].isdigit())
            if small and self.longest.get(word.text, 0) < WRITTEN_SMALL:
                continue
            length = self._match(tokens, position, named_here)
            if length and (not small or length >= WRITTEN_SMALL):
                window = tokens[position : position + length]
                key = self.keys[" ".join(_bare(word.text) for word in window)]
                found.append(Named(key, window[0].start, window[-1].end))
                behind = position + length
        return found

    def _match(self, tokens: Sequence[Word], position: int, named_here: frozenset[str]) -> int:
        """How many words the name has that begins at a word with a capital or a digit, or 0."""
        longest = self.longest.get(_bare(tokens[position].text), 0)
        for length in range(min(longest, len(tokens) - position), 0, -1):
            window = tokens[position : position + length]
            name = " ".join(_bare(word.text) for word in window)
            key = self.keys.get(name)
            if key is None:
                continue
            if length > 1 or name in named_here or key in named_here or window[0].text.isupper():
                return length
            if _is_no_english_word(tokens, position):
                return length
        return 0


def _is_no_english_word(tokens: Sequence[Word], position: int) -> bool:
    """Whether a word with a capital can hardly be but the name: Althea, and no other capital
    beside it that would make it a person's or a place's."""
    word = tokens[position]
    beside = [*tokens[max(0, position - 1) : position], *tokens[position + 1 : position + 2]]
    alone = not any(other.capitalised and _gap(word, other) < 2 for other in beside)
    return alone and len(word.text) > 4 and entry(stem(_bare(word.text))) == Entry()


def _gap(one: Word, other: Word) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


@functools.lru_cache(maxsize=16384)
def _bare(word: str) -> str:
    return re.sub(r"'s$|'$", "", fold(word))


def index_name(name: str) -> str:
    """A mission's core name as the words that `MissionIndex` compares."""
    return " ".join(_bare(word.text) for word in words(core(name)))


_LEANS = re.compile(
    r"^\W*(?:since then|then|there|here|this|these|those|both|such|after that|by then|until then|"
    r"that (?:is|was|has)|he|she|from now on)\b"
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
    return bool(_LABELLED.match(text))


_THE_PLACE = re.compile(
    r"\W*(?:the (?:territory|country|region|islands?|peninsula|republic|kingdom|emirate|enclave|"
    r"exclave|archipelago)\b|a (?:country|state|republic|territory) (?:that|which|with)\b)",
    re.IGNORECASE,
)


def _neighbours_of_late(
    recent: Sequence[str], keys: Sequence[str], gazetteer: Gazetteer, back: int
) -> tuple[str, ...]:
    """The two neighbours among so many places named last, one of them the one named here."""
    for one, other in itertools.combinations(recent[:back], 2):
        if keys and keys[0] not in (one, other):
            continue
        if other in gazetteer.places[one].neighbours or one in gazetteer.places[other].neighbours:
            return other, one
    return ()


def _two_at_first(opening: Sequence[Sequence[Mention]], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The only two neighbours among the countries that an article begins with: the fewest of its
    opening parts that name two."""
    named: list[str] = []
    for mentions in opening:
        countries = (m.key for m in mentions if gazetteer.places[m.key].kind == "country")
        named = list(dict.fromkeys((*named, *countries)))
        found = [
            (one, other)
            for one, other in itertools.combinations(named, 2)
            if other in gazetteer.places[one].neighbours
            or one in gazetteer.places[other].neighbours
        ]
        if found:
            return found[0] if len(found) == 1 else ()
    return ()


def _across(
    sentences: Sequence[Sentence], passage: Passage, titled: Sequence[str]
) -> tuple[str, ...]:
    """The country that an article is about and the only one that the sentence before names: those
    who share a sea need not be neighbours on the map."""
    before = sentences[-1] if sentences else None
    if before is None or before.passage.paragraph != passage.paragraph or len(titled) != 1:
        return ()
    there = before.countries
    return (titled[0], there[0]) if len(there) == 1 and there[0] not in titled else ()


AT_SEA = re.compile(
    r"\b(?:maritime|sea|ocean)\s+(?:border|frontier|boundar)|\bno land (?:border|frontier|boundar)",
    re.IGNORECASE,
)
_NO_BORDER = re.compile(
    r"\b(?:no|not|neither|never|without)\s+(?:\w+\s+){0,2}?(?:border|frontier|boundar|shar|touch|"
    r"meet)|n['’]t\s+(?:border|share|touch|meet)",
    re.IGNORECASE,
)
_LATE = 3  # places named last, among which "the two" are


def _named_so(match: re.Match[str], known: Iterable[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Solomon Islands for "the islands", where the article names one such place only."""
    noun = match[0].split()[-1].lower()
    found = [key for key in known if gazetteer.name(key).lower().endswith(" " + noun)]
    return tuple(found) if len(found) == 1 else ()


def _told_most_of(
    mentions_in: Sequence[Sequence[Mention]], gazetteer: Gazetteer
) -> tuple[str, ...]:
    """The one country that an article speaks of twice as often as of any other."""
    tally = Counter(
        mention.key
        for mentions in mentions_in
        for mention in mentions
        if gazetteer.places[mention.key].kind not in ("group", "area")
    )
    (best, count), (_, next_best) = [*tally.most_common(2), ("", 0), ("", 0)][:2]
    return (best,) if count >= 3 and count >= 2 * next_best else ()


def _names_before(sentences: Sequence[Sentence], passage: Passage) -> bool:
    """Whether the sentence before, in the same paragraph, names a place that "it" could be."""
    before = sentences[-1] if sentences else None
    return (
        before is not None
        and before.passage.paragraph == passage.paragraph
        and bool(before.mentions)
    )


def _speaks_of_it(
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


def _answers_what_it_is(passage: Passage, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence stands behind a question that names a mission: "What is Interflex? A
    British programme"."""
    before = sentences[-1] if sentences else None
    if before is None or not before.missions or not _WHAT_IS.match(before.passage.text):
        return False
    same = passage.paragraph == before.passage.paragraph
    return same or bool(_ANSWER.match(passage.text))


_WHAT_IS = re.compile(
    r"\W*(?:(?:Q|Question)\s*[:.]\s+)?(?:(?:And|So|But),?\s+)?(?:what|who|when|where|why|how)\b.*\?\W*$",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"\W*(?:A|Answer)\s*[:.]")


def joins(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether countries at the head of a sentence send somebody or take part: "Norway and Fiji
    lent experts", behind a sentence on a mission; or their people do its work."""
    if any(
        one.form == "demonym" and _DO_ITS_WORK.match(text, one.end)
        for one in mentions
        if not _WITHOUT_A_HEAD.search(text[: one.start])
    ):
        return True
    if not mentions or text[: mentions[0].start].strip(" “\"'").lower() not in ("", "the", "both"):
        return False
    end = mentions[0].end
    for mention in mentions[1:]:
        if not _AND.fullmatch(text[end : mention.start]):
            break
        end = mention.end
    match = _JOINS.match(text, end)
    return bool(match) and not _OTHER_GIFTS.search(text[match.end() :] if match else "")


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
    r"stay\s*\.|remain\s*\.|(?:already\s+|since\s+)?(?:gone|left|withdrawn|pulled out)\s*\.)(?!\w)",
)
_OTHER_GIFTS = re.compile(
    r"^[^.;:]{0,30}\b(?:arms|weapons|aid|food|grain|rice|wheat|medicines?|letters?|notes?|messages?|"
    r"condolences|invitations?|ultimatum|delegations?|envoys?|ambassadors?|money|loans?|credits?|"
    r"asylum|refuge|support|assurances|guarantees)\b"
)


def counts_by_nation(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether people are counted by where they come from: "seven hundred Danes and Finns"."""
    return any(
        mention.form == "demonym"
        and text[mention.start : mention.end].endswith(("s", "ese", "sh", "ch"))
        and _COUNTED.search(text[: mention.start])
        for mention in mentions
    )


def _described_first(
    title: str, passages: Sequence[Passage], named_in: Sequence[list[Named]], gazetteer: Gazetteer
) -> list[list[Named]]:
    """The missions of each sentence; those that describe one before it is given its name name it,
    too: "A naval mission patrols the strait. … Agenor is what it is called". The one whose name
    has a word of the title may come later: "Black Sea mine hunters", and MCM Black Sea."""
    first = next((number for number, spans in enumerate(named_in) if spans), 0)
    if not first or len({span.key for span in named_in[first]}) != 1:
        return [*named_in]
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
        its = _bodies(gazetteer, passage.text)
        if its and bodies and its.isdisjoint(bodies):
            continue
        key = named_in[first][0].key
        found[number] = [Named(key, one.start, one.end) for one in unnamed_in(passage.text)]
    return found


_SOON = 3  # sentences within which the one mission of an article that is described is named
_GIVES_A_NAME = re.compile(
    r"\b(?:called|calls|named|known as|dubbed|christened|code-?named|(?:bears|goes by|by) the name|"
    r"name is|for short|abbreviat\w+|acronym)\b",
    re.IGNORECASE,
)
_A_SECOND = re.compile(
    r"\b(?:another|other|second|separate|larger|bigger|smaller|older|earlier|also|too|unlike|besides|"
    r"replac\w+|succe\w+|took over|takes over)\b",
    re.IGNORECASE,
)


def _bodies(gazetteer: Gazetteer, text: str) -> frozenset[str]:
    return BODIES & {mention.key for mention in gazetteer.mentions(text)}


def _is_of_another_body(
    text: str,
    mentions: Sequence[Mention],
    current: Sequence[str],
    bodies_of: Mapping[str, Collection[str]],
) -> bool:
    """Whether "the OSCE mission" opens a sentence, and the mission last spoken of is told to be of
    the United Nations."""
    if not mentions or not current or mentions[0].key not in BODIES:
        return False
    opens = text[: mentions[0].start].strip().lower() in ("", "the")
    if not opens or not _ITS_MISSION.match(text, mentions[0].end):
        return False
    bodies = bodies_of.get(current[0], ())
    return bool(bodies) and mentions[0].key not in bodies


def _by_its_noun(
    text: str,
    meant: tuple[str, ...],
    latest: Sequence[str],
    nouns_of: Mapping[str, Collection[str]],
) -> tuple[str, ...]:
    """The mission that "The mission" or "The force" opens a sentence for, where the one spoken of
    is called by another such noun, in its name or beside it, and just one other by this."""
    opening = _THE_NOUN.match(text)
    if opening is None:
        return meant
    noun = opening[1].lower()
    if noun in nouns_of.get(meant[0], ()) or not nouns_of.get(meant[0]):
        return meant
    fitting = [key for key in latest if noun in nouns_of.get(key, ())]
    return (fitting[0],) if len(fitting) == 1 and fitting[0] not in meant else meant


def _nouns_of(
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
# "Its security force, UNSF, kept order"
_ITS_OWN = re.compile(r"\W*(?:its|their)\s+(?:[\w-]+\s+){0,3}[\w-]+,\s+(?:the\s+)?$", re.IGNORECASE)
# "Fiji belongs to both"
_BOTH = re.compile(
    r"\b(?:to|in|of|with|for|join(?:s|ed)?|leads?|led)\s+both\s*[.,;]"
    r"|\bboth\s+(?:missions|forces|groups|operations|exercises)\b",
    re.IGNORECASE,
)
_THE_NOUN = re.compile(r"\W*the (mission|force|operation|group|exercise)\b", re.IGNORECASE)
_ITS_MISSION = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}(?:mission|force|operation|exercise|observers|monitors|peacekeepers|team|group)\b"
)
_SERVED_IN_IT = re.compile(r"\b(?:in|of|to|from) it\b|\bat its (?:height|peak)\b", re.IGNORECASE)


_THE_FORCE = re.compile(
    r"\b[Tt]he (?:\w+ )?(?:force|mission|peacekeepers|observers|monitors|blue helmets)\b"
    r"(?! (?:of|say|said))"
)
_THE_OLDER = re.compile(
    r"\W*the (?:older|old|previous|former|earlier|outgoing) (?:mission|force|operation)\b",
    re.IGNORECASE,
)


# "The new mission has 1,500 people", behind the sentence that names it
_THE_NEWER = re.compile(
    r"\W*(?:the|its) (?:new|newer|young|fresh|incoming) (?:\w+ )?(?:mission|force|operation|"
    r"group|team)\b|\W*the newcomers?\b",
    re.IGNORECASE,
)
# The mission that was not spoken of; nobody known, if the article has named but the one.
_THE_OTHER = re.compile(
    r"\W*(?:the other|another|a second)\s+(?:\w+\s+){0,2}(?:mission|force|operation|exercise)\b",
    re.IGNORECASE,
)


def read(
    article: Article,
    passages: Sequence[Passage],
    gazetteer: Gazetteer,
    missions: MissionIndex,
    named_here: frozenset[str],
) -> list[Sentence]:
    """The sentences of an article with what each speaks of."""
    whole = "\n".join((article.title, *article.paragraphs))
    known = {mention.key for mention in gazetteer.mentions(whole)}
    title_missions = missions.find(article.title, named_here) if article.title_given else []
    named_in = [missions.named(passage.text, named_here) for passage in passages]
    if not title_missions and not any(named_in):  # then it is about one that has no name, if any
        named_in = [unnamed_in(passage.text) for passage in passages]
        title_missions = [named.key for named in unnamed_in(article.title)]
    named_in = _described_first(article.title, passages, named_in, gazetteer)
    mentions_in = [tuple(gazetteer.mentions(passage.text, known)) for passage in passages]
    keys_in = [tuple(dict.fromkeys(span.key for span in spans)) for spans in named_in]
    tally = Counter(key for keys in keys_in for key in keys)
    bodies_of: dict[str, set[str]] = {}
    for keys, its in zip(keys_in, mentions_in, strict=True):
        for key in keys:
            bodies_of.setdefault(key, set()).update(BODIES & {mention.key for mention in its})
    often = [key for key, count in tally.most_common(1) if count > 1 or len(tally) == 1]
    lead = [key for keys in keys_in[:2] for key in keys]
    main = [key for key in title_missions if tally[key]][:1] or lead[:1] or often
    main = main or list(tally)[:1] or title_missions[:1]
    of_title = gazetteer.mentions(article.title, known)
    subject: tuple[str, ...] = tuple(mention.key for mention in of_title)[:2]
    in_title = {
        mention.key
        for mention in of_title
        if gazetteer.places[mention.key].kind not in ("group", "area")
    }
    titled = tuple(in_title)
    if len(titled) != 1:
        titled = _told_most_of(mentions_in, gazetteer)
    two_at_first = _two_at_first([of_title, *mentions_in[:2]], gazetteer)
    recent: list[str] = []  # the places named so far, the latest first
    nouns_of = _nouns_of(passages, named_in)
    heir: str | None = None  # the mission that was last told to take another's place
    latest: list[str] = []  # the missions named so far, the latest first
    current: tuple[str, ...] = tuple(main)
    sentences: list[Sentence] = []
    paragraph = -1
    it_is_a_place = False
    namings = [number for number, keys in enumerate(keys_in) if set(main) & set(keys)]
    first = min(namings, default=len(passages))
    early = bool(set(main) & set(title_missions)) or first <= max(2, len(passages) // 3)
    if not early and len(tally) == 1:  # "In June the Council had extended the force"
        early = any(_THE_FORCE.search(passage.text) for passage in passages[:first])
    # an article that comes to a mission late is about it from there on, if it comes back to it
    begins = 0 if early else first - 1 if len(namings) > 1 else len(passages)
    for number, passage in enumerate(passages):
        mentions, spans, named = mentions_in[number], named_in[number], keys_in[number]
        if passage.paragraph != paragraph:
            paragraph, current = passage.paragraph, tuple(main) if number >= begins else ()
            it_is_a_place = False
        refers = bool(_REFERS.match(passage.text))
        opens_with_mission = bool(_OPENS_WITH_MISSION.match(passage.text))
        about_mission = bool(current or latest) and (
            opens_with_mission or not _ANOTHER_MISSION.search(passage.text)
        )
        if about_mission and _is_of_another_body(passage.text, mentions, current, bodies_of):
            about_mission = False
        if about_mission:
            of_a_line = it_is_a_place or bool(cue("border", "nouns").search(passage.text))
            about_mission = not (of_a_line and _PRONOUN_FIRST.match(passage.text)) and (
                bool(_ABOUT_MISSION.search(passage.text) or _LABELLED.match(passage.text))
                or counts_by_nation(passage.text, mentions)
                or joins(passage.text, mentions)
                or (len(tally) == 1 and bool(unnamed_in(passage.text)))
                or (
                    bool(_PRONOUN.search(passage.text))
                    and bool(sentences)
                    and (opens_with_mission or sentences[-1].passage.paragraph == passage.paragraph)
                    and bool(sentences[-1].missions or sentences[-1].focus_missions)
                )
            )
        about_mission = about_mission or _answers_what_it_is(passage, sentences)
        focus_missions: tuple[str, ...] = ()
        if _THE_OLDER.match(passage.text) and not named:
            current = tuple(key for key in latest if key not in current)[:1] or current
        elif latest and _THE_NEWER.match(passage.text) and not named:
            current = (heir if heir in latest else latest[0],)
        elif _THE_OTHER.match(passage.text) and not named:
            current = tuple(key for key in latest if key not in current)[:1]
        of_it = bool(named) and _speaks_of_it(passage, spans, sentences, current)
        if of_it or (about_mission and (not named or opens_with_mission)):
            focus_missions = tuple(key for key in current if key not in named)
            if not named and latest and _THE_LATEST.search(passage.text):
                focus_missions = current = (heir if heir in latest else latest[0],)
            if not named and focus_missions:
                meant = _by_its_noun(passage.text, focus_missions, latest, nouns_of)
                current = current if meant == focus_missions else meant
                focus_missions = meant
            if opens_with_mission and named and not focus_missions:
                # "The operation succeeded A": what the article named before A is what speaks here
                focus_missions = tuple(key for key in latest if key not in named)[:1]
        if not named and len(latest) > 1 and _BOTH.search(passage.text):
            of_more = focus_missions if len(latest) > 2 else ()
            focus_missions = tuple(dict.fromkeys((*of_more, *latest[1::-1])))
        first = mentions[0].start if mentions else len(passage.text)
        keys = tuple(dict.fromkeys(mention.key for mention in mentions))
        focus_places = (subject or tuple(recent[:1])) if refers or first > 40 else ()
        if (the_place := _THE_PLACE.match(passage.text)) and not _names_before(sentences, passage):
            focus_places = _named_so(the_place, known, gazetteer) or titled or focus_places
        if _TWO.search(passage.text) and len(recent) >= 2 and len(keys) < 2:
            sides = [key for key in keys if gazetteer.places[key].kind not in ("group", "area")]
            two = _neighbours_of_late(recent, sides, gazetteer, _LATE) or two_at_first
            has_line = cue("border", "nouns").search(passage.text)
            if not two and has_line and not _NO_BORDER.search(passage.text):
                # those who had protested against a line come between its sides and "the two"
                two = _neighbours_of_late(recent, sides, gazetteer, 2 * _LATE)
            if AT_SEA.search(passage.text) and (facing := _across(sentences, passage, titled)):
                two = facing
            two = two or tuple(recent[1::-1])
            focus_places = tuple(dict.fromkeys((*two, *focus_places)))
        elif _ACTS_ON_IT.search(passage.text):
            others = [key for key in (*subject, *recent) if key not in keys]
            focus_places = tuple(dict.fromkeys(others))[:2]
        elif _LAST_OF.match(passage.text) and recent:
            focus_places = tuple(dict.fromkeys((*subject, recent[0])))
        sentences.append(
            Sentence(
                passage,
                mentions,
                tuple(spans),
                tuple(key for key in focus_places if key not in keys),
                focus_missions,
                stance(passage.text),
            )
        )
        # "Katanga says it will fight. It borders Rhodesia": the second "it" is no mission
        it_is_a_place = (
            bool(mentions) and mentions[0].start <= 4 and mentions[0].form == "name" and not named
        )
        named_now = bool(named) and bool(_IS_NAMED.search(passage.text))
        change = succession(passage.text, spans)
        new = change.new if change else None
        heir = new or heir
        its_own = bool(spans) and bool(_ITS_OWN.match(passage.text[: spans[0].start]))
        if named and (named_now or new or its_own or not (opens_with_mission and current)):
            current = (new,) if new else named[:1]
            told_of_old = change is not None and change.old in main
            if new and told_of_old and (new in title_missions or not title_missions):
                # the article goes on with the new mission, unless its title names only the old
                main = [new]
        latest = [*reversed(named), *(key for key in latest if key not in named)]
        if mentions and (not refers or not subject) and first <= 60:
            subject = (mentions[0].key,)
        for key in keys:
            if gazetteer.places[key].kind in ("group", "area"):
                continue
            if key in recent:
                recent.remove(key)
            recent.insert(0, key)
    return sentences
