"""What a question takes for granted, and whether a sentence bears it out. Reads `premises.toml`.

A sentence may hold a number of the right size about the right places and still be no answer: it
counts the wounded where the dead are asked for, measures the road beside the border, or tells what
somebody else said. No weight makes up for that, so such a sentence is no candidate. Pure but for
the gazetteer. One module: each premise is read from the question and held against the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from bot.briefs.asking.answers_named import names_a_person, saying_words, speaker_words
from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.attribution import Speaker, says_so, speaker_of, speaks_on_it
from bot.briefs.asking.called import Called, called_in, gives_a_name
from bot.briefs.asking.census import Census, census_of, counts_others
from bot.briefs.asking.parties import refers_to_others
from bot.briefs.asking.premise_words import kinds_asked, premise_words
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.question.terms import ADMITS
from bot.briefs.asking.rises import tells_of_another_change, what_changed
from bot.briefs.asking.sayings import Sayings
from bot.briefs.lines import tells_of_other_lines
from bot.language.lexicon import FAMILY, kinship
from bot.language.measured import at_sea, says_thing, thing_measured, things_in
from bot.language.negation import REFUSALS, negation
from bot.language.places import Gazetteer
from bot.language.quantities import Amount, amounts, is_date_part
from bot.language.words import as_name, stem, words
from bot.store import ReadPassage

BORDER_STEMS: Final = frozenset(
    stem(word)
    for word in "border frontier boundary share land common neighbour touch line adjoin".split()
)
_SAID: Final = 0.5  # from this kinship on, a word is said


@dataclass(frozen=True, slots=True)
class Premises:
    """What a question takes for granted, read once.

    `measured` is the kind of long thing whose length is asked for, `kinds` are what nothing else
    implies (deaths), `capitals` those that it asks of what happened in, `neighbours` two
    places of which only is asked whether they border each other, `ends` two between which something
    runs or lies, `changed` is what rose or fell by so much, `admitted` what somebody may admit.
    """

    speaker: Speaker | None
    called: Called | None
    measured: str | None
    at_sea: bool
    kinds: tuple[str, ...]
    census: Census | None
    capitals: tuple[frozenset[str], ...]
    neighbours: tuple[str, ...]
    ends: tuple[str, ...]
    changed: tuple[str, ...]
    admitted: tuple[str, ...]


def read_premises(question: Question, gazetteer: Gazetteer) -> Premises:
    """The premises of a question."""
    text = question.text
    kinds = tuple(
        kind
        for kind in kinds_asked()
        if question.asked in _KINDS.get(kind, _TOLD) and _asks_for(kind, text)
    )
    mentions = [m for m in gazetteer.mentions(text, question.places) if m.key in question.places]
    return Premises(
        speaker=speaker_of(question, gazetteer),
        called=called_in(question, gazetteer),
        measured=thing_asked_for(text) if question.asked is Asked.LENGTH else None,
        at_sea=question.asked is Asked.LENGTH and at_sea(text),
        kinds=kinds,
        census=census_of(question, gazetteer) if question.asked in _COUNTED else None,
        capitals=tuple(
            frozenset(as_name(w.text) for w in words(text[m.start : m.end]))
            for m in mentions
            if m.form == "capital" and _INSIDE.search(text[: m.start])
        ),
        neighbours=question.places if _only_of_a_border(question) else (),
        ends=question.places
        if question.asked in (Asked.LENGTH, Asked.AREA) and len(question.places) == 2
        else (),
        changed=what_changed(question),
        admitted=tuple(term for term in question.terms if term in question.asides)
        if question.asked is Asked.WHETHER and ADMITS.search(question.text)
        else (),
    )


def _asks_for(kind: str, text: str) -> bool:
    """Whether a kind is asked for, not only told: "is the treaty that they signed in force"."""
    return any(
        not _WHICH_THEY.search(text[: match.start()])
        for match in premise_words(kind, "asked").finditer(text)
    )


_WHICH_THEY: Final = re.compile(r"\w\s+(?:that|which|whom)\s+(?:[\w’'-]+\s+){0,5}$", re.IGNORECASE)
_COUNTED: Final = (Asked.COUNT, Asked.MONEY, Asked.AREA)
# In which questions a kind is asked for; "when was it extended" takes it for granted, too
_TOLD: Final = (Asked.WHETHER, Asked.DATE, Asked.WHY, Asked.WHO, Asked.WHERE)
_KINDS: Final = {
    "dead": (Asked.COUNT,),
    "wounded": (Asked.COUNT,),
    "rescued": (Asked.COUNT,),
    "captured": (Asked.COUNT,),
    "command": (Asked.WHO, Asked.WHICH),
    "turnout": (Asked.WHAT, Asked.SHARE, Asked.COUNT),
    "leading": (Asked.WHO,),
    "lasting": (Asked.WHETHER,),
    "weighing": (Asked.WHAT, Asked.COUNT, Asked.LENGTH),
    "altogether": (Asked.LENGTH,),
    "paying": (Asked.WHO,),
    "mediating": (Asked.WHO,),
    "ordering": (Asked.WHO,),
    "proposing": (Asked.WHO,),
}
_INSIDE: Final = re.compile(r"(?<!according )\b(?:in|at|near|of|from|to)\s+$", re.IGNORECASE)


def lacks_premise(
    premises: Premises,
    question: Question,
    whole: ReadArticle,
    position: int,
    gazetteer: Gazetteer,
    sayings: Sayings,
) -> bool:
    """Whether a sentence, with the one it goes on about, is not of what the question is of."""
    if any(not name <= _names_around(whole, position) for name in premises.capitals):
        return True
    if premises.speaker is not None:
        on_it = speaks_on_it(premises.speaker, whole, position, sayings)
        return not (on_it and says_so(premises.speaker, whole, position, gazetteer))
    if question.cue in ("speaker", "paper") and not _holds_figures(question, whole, position):
        return True
    if question.cue == "speaker" and not _marks_a_speaker(whole, position):
        return True
    if premises.called is not None:
        return not gives_a_name(premises.called, question, whole, position, gazetteer)
    if premises.kinds and _tells_of_other_kinds(premises, question, whole, position, gazetteer):
        return True
    if (
        question.asked in (Asked.WHO, Asked.COUNTRY, Asked.WHICH)
        and _ASKS_WHO_NOT.search(question.text)
        and not _SAYS_NO.search(_told(whole, position))
    ):
        return True
    if "command" in premises.kinds and (
        not _is_of_its_arm(question, whole, position, sayings)
        or refers_to_others(question, whole.passages[position])
    ):
        return True
    if (
        question.asked in (Asked.WHO, Asked.COUNTRY)
        and question.deeds
        and not _ASKS_WHO_NOT.search(question.text)
        and _did_not(question, whole.passages[position].passage.text)
    ):
        return True
    if question.cue == "purpose" and _is_of_the_rest(question, whole, position):
        return True
    if question.asked is Asked.WHETHER and premises.neighbours:
        both = _speaks_of_both(premises.neighbours, whole, position, gazetteer)
        return not (both and whole.card.about_states)
    if any(_is_far(key, whole, position, gazetteer) for key in premises.ends):
        return True
    if question.asked is Asked.LENGTH:
        own = whole.passages[position].passage.text
        if tells_of_other_lines(question.text, own):
            return True
        return _measures_something_else(premises, whole, position)
    if premises.admitted and not _is_admission(
        premises.admitted, question, whole, position, sayings
    ):
        return True
    if premises.changed and tells_of_another_change(premises.changed, whole, position, sayings):
        return True
    if premises.census is not None:
        return counts_others(premises.census, question, whole, position, gazetteer)
    if question.asked is Asked.WHAT and question.cue is None and question.terms:
        near = frozenset().union(*whole.stems[max(0, position - 1) : position + 1])
        if not any(sayings.of(term, near) >= _SAID for term in question.terms):
            return True
        things = [term for term in question.terms if term not in question.deeds]
        near = whole.all_stems | whole.topic_stems
        return bool(things) and not any(sayings.of(term, near) >= _SAID for term in things)
    return False


def _is_admission(
    admitted: Sequence[str],
    question: Question,
    whole: ReadArticle,
    position: int,
    sayings: Sayings,
) -> bool:
    """Whether a sentence admits or denies, and it or those before it tell of what it is about."""
    verbs = [term for term in question.terms if term not in admitted]
    if not any(sayings.of(term, whole.stems[position]) >= _SAID for term in verbs):
        return False
    near = whole.title_stems.union(*whole.stems[max(0, position - 3) : position + 1])
    told = [term for term in admitted if sayings.of(term, near) >= _SAID]
    return 2 * len(told) >= len(admitted)


def _is_of_its_arm(question: Question, whole: ReadArticle, position: int, sayings: Sayings) -> bool:
    """Whether a sentence on a commander speaks of the police or the navy, where those are."""
    near = whole.stems[position]
    if whole.leans(position):
        near |= whole.stems[position - 1]
    return all(sayings.of(arm, near) >= _SAID for arm in _ARMS.intersection(question.terms))


_ARMS: Final = frozenset(stem(word) for word in "police navy fleet marines observers".split())


def _did_not(question: Question, text: str) -> bool:
    """Whether a sentence tells only of somebody who did not do what is asked about."""
    told = [(w, max(kinship(deed, w.stem) for deed in question.deeds)) for w in words(text)]
    told = [(word, kin) for word, kin in told if kin >= _SAID]
    denied = [(word, kin) for word, kin in told if _DID_NOT.search(text[: word.start])]
    if any(_IT.match(text, word.end) for word, _ in denied):
        return True  # "he does not lead it: he leads another"
    done = [word for word, _ in told if kinship(question.deeds[0], word.stem) >= _SAID]
    if done and all(_NOT_YET.search(text[: word.start]) for word in done):
        return True  # "the post has not been built" tells of nobody who built it
    same = [word for word, kin in denied if kin >= FAMILY]
    return bool(same) and len(same) == len(told)


def _is_of_the_rest(question: Question, whole: ReadArticle, position: int) -> bool:
    """Whether it is asked what a mission is for, and an article that names it once speaks of other
    things."""
    asked = {*question.missions}
    if not asked or not asked <= whole.named_once:
        return False
    own = whole.passages[position]
    near = {*own.missions, *own.focus_missions}
    if position:
        near |= {*whole.passages[position - 1].missions}
    return asked.isdisjoint(near)


_IT: Final = re.compile(r"\s+(?:it|them)\b")
_DID_NOT: Final = re.compile(r"\b(?:does|do|did|has|have|had) not (?:\w+ly )?$", re.IGNORECASE)
_NOT_YET: Final = re.compile(
    r"\b(?:has|have|had|is|are|was|were) (?:not|never) (?:yet )?(?:been )?$", re.IGNORECASE
)
_ASKS_WHO_NOT: Final = re.compile(
    r"\b(?:has|have|had|did|does|do|is|are|was|were|will|would|can|could|may) not\b", re.IGNORECASE
)
_SAYS_NO: Final = negation(
    *(REFUSALS, r"only", r"all but", r"except", r"outside", r"away", r"left out", r"absent"),
    *(r"lack\w*", r"yet to", r"declin\w*", r"boycott\w*", r"un\w+ed", r"exclu\w+", r"barred"),
    *(r"abstain\w*", r"oppos\w*"),
)


def _holds_figures(question: Question, whole: ReadArticle, position: int) -> bool:
    """Whether a sentence has every figure that the question says somebody gave."""
    told = amounts(whole.passages[position].passage.text)
    return all(
        any(_as_much(given, one) for one in told)
        for given in amounts(question.text)
        if not is_date_part(question.text, given)
        and (given.unit is not None or not 1800 <= given.value < 2100)
        and not 1 <= given.value <= _FEW
    )


_FEW: Final = 31  # up to which a number may be a day, or "the two sides"


def _as_much(given: Amount, told: Amount) -> bool:
    if given.km is not None and told.km is not None:
        return abs(given.km - told.km) <= _SLACK * given.km
    return abs(given.value - told.value) <= _SLACK * given.value


_SLACK: Final = 0.005


def _marks_a_speaker(whole: ReadArticle, position: int) -> bool:
    """Whether a sentence, or the one it goes on about, tells whose word it is."""
    text = _told(whole, position)
    return bool(saying_words().search(text) or speaker_words().search(text))


def _told(whole: ReadArticle, position: int) -> str:
    """A sentence, behind the one before where it goes on about that."""
    own = whole.passages[position].passage.text
    opener = whole.asked_by.get(position)
    if opener is None and whole.goes_on(position):
        opener = position - 1
    return own if opener is None else f"{whole.passages[opener].passage.text} {own}"


def _names_around(whole: ReadArticle, position: int) -> Set[str]:
    return whole.topic_folded.union(*whole.folded[max(0, position - 3) : position + 1])


def _tells_of_other_kinds(
    premises: Premises,
    question: Question,
    whole: ReadArticle,
    position: int,
    gazetteer: Gazetteer,
) -> bool:
    """Whether the dead are asked for and the wounded are told of, or the like."""
    if question.asked in (Asked.COUNT, Asked.WHO) or "lasting" in premises.kinds:
        near = _told(whole, position)
    else:
        some = whole.passages[max(0, position - 1) : position + 2]
        near = " ".join(one.passage.text for one in some)
    near = _LED.sub(" ", near)
    return any(
        not premise_words(kind).search(near)
        and not (kind == "command" and _is_headed(question, whole.passages[position], gazetteer))
        for kind in premises.kinds
    ) or ("command" in premises.kinds and _is_relief_of_units(question, whole, position, gazetteer))


def _is_relief_of_units(
    question: Question, whole: ReadArticle, position: int, gazetteer: Gazetteer
) -> bool:
    """Whether a sentence tells only that one took over from another, and names no person: a force
    that relieves another does not command it."""
    near = _TAKES_OVER.sub("", _told(whole, position))
    passage = whole.passages[position]
    return (
        question.asked is Asked.WHO
        and near != _told(whole, position)
        and not premise_words("command").search(near)
        and not names_a_person(question, passage, gazetteer)
    )


_LED: Final = re.compile(r"-(?=(?:led|run|commanded|headed)\b)")  # "the Australian-led force"
_TAKES_OVER: Final = re.compile(r"\b(?:take|takes|took|taking)\s+over\s+from\b", re.IGNORECASE)


def _is_headed(question: Question, passage: ReadPassage, gazetteer: Gazetteer) -> bool:
    """Whether a head is asked for, no commander, and a sentence names the person who leads."""
    return bool(
        premise_words("command", "heads").search(question.text)
        and premise_words("command", "leads").search(passage.passage.text)
        and names_a_person(question, passage, gazetteer)
    )


# ── which border ────────────────────────────────────────────────────────────────────────────


def _only_of_a_border(question: Question) -> bool:
    two = question.asked is Asked.WHETHER and question.about_border and len(question.places) == 2
    return two and not (set(question.terms) - BORDER_STEMS or question.names or question.years)


def _speaks_of_both(
    two: Sequence[str], whole: ReadArticle, position: int, gazetteer: Gazetteer
) -> bool:
    """Whether a sentence names both places, or refers to the other, or tells of a line of one."""
    own = whole.passages[position]
    spoken_of = {*own.places, *own.focus_places}
    if position and whole.leans(position):
        spoken_of |= {*whole.passages[position - 1].places}
    named = [not spoken_of.isdisjoint(gazetteer.parts(key)) for key in two]
    return all(named) or (any(named) and bool(_OF_A_LINE.search(own.passage.text)))


_OF_A_LINE: Final = re.compile(
    r"\b(?:border|frontier|boundar|neighbou?r|touch|reach|adjoin|beside|shar|landlocked|surround|"
    r"every country|all countries)\w*",
    re.IGNORECASE,
)


def _is_far(key: str, whole: ReadArticle, position: int, gazetteer: Gazetteer) -> bool:
    """Whether a place is told of neither around a sentence nor by the article as a whole."""
    around = {*whole.passages[position].focus_places, *whole.topic_places}
    for one in whole.passages[max(0, position - 3) : position + 1]:
        around |= {*one.places}
    return around.isdisjoint(gazetteer.parts(key))


# ── what is measured ────────────────────────────────────────────────────────────────────────

_HOW_LONG: Final = re.compile(
    r"\b(?:how (?:long|wide|far)\s+(?:(?:an?|is|are|was|were|will|would|must|the|does|did)\s+)*|"
    r"length of (?:the |a )?|how many \w+ (?:long )?(?:is|was|of|are|does)\s+)(?P<thing>.{0,60})",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(r"\b(?:along|across|on|at|between|with|from|to|over|in)\b")


def thing_asked_for(text: str) -> str | None:
    """The kind of the long thing whose length is asked for; a "border fence" is a fence."""
    asked = _HOW_LONG.search(text)
    found = things_in(_BESIDE.split(asked["thing"])[0]) if asked else []
    return found[-1][2] if found else None


def _measures_something_else(premises: Premises, whole: ReadArticle, position: int) -> bool:
    text = _told(whole, position)
    if premises.at_sea and not at_sea(text):
        return True
    if premises.measured is None:
        return False
    measured = [
        thing_measured(text, amount.start, amount.end)
        for amount in amounts(text)
        if amount.km is not None and not _APART.search(text[: amount.start])
    ]
    if not any(measured) and premises.measured != "border":
        some = whole.passages[max(0, position - 3) : position + 1]
        around = " ".join((whole.card.title, *(one.passage.text for one in some)))
        return not measured or not says_thing(around, premises.measured)
    return all(thing is not None and thing != premises.measured for thing in measured)


_APART: Final = re.compile(r"\bdistance of (?:(?:about|some|a)\s+)*$", re.IGNORECASE)
