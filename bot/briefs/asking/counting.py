"""Which numbers of a sentence count what a question counts. Pure.

A number counts the noun behind it ("fourteen soldiers", "seventeen of them"), or, in lists and
totals, what stands before it ("Greece 803", "the toll rose to 40"). One beside another country, or
of "every day", counts something else. One module: each way to count is tried on the same numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.briefs.asking.question import Question
from bot.language.lexicon import NARROWER, entry, kinship
from bot.language.places import Gazetteer, Mention
from bot.language.quantities import CURRENCIES, Amount, amounts, is_date_part
from bot.language.words import Word, alike, idioms_in, stem, synonym_classes, words

# The class of a counted noun → the classes whose numbers answer for it
_WIDER = {
    "people": {"people", "soldiers", "police", "observers", "trainees"},
    "soldiers": {"soldiers", "people"},
    "trainees": {"trainees", "soldiers", "people"},
    "observers": {"observers", "people"},
    "police": {"police"},
}


# "a Fijian one" is no number
_OUT_OF = re.compile(r"\b(?:out of|(?:of|in) every)\s+$", re.IGNORECASE)
_STRONG = re.compile(r"[\s-]strong\b")
_CURRENCY = re.compile(rf"\s*(?:(?:million|billion)\s+)?(?:[A-Z][a-z]+\s+)?{CURRENCIES}\b")
_OF_NAME = re.compile(
    r"\b(?:Force|Group|Squadron|Wing|Fleet|Division|Brigade|Regiment|Battalion|Resolution|Article|"
    r"Chapter|Protocol|Route|Highway|Flight|Camp|Post|Zone|Sector|Annex|Exercise|Operation)\s+$"
)
_SUCH_A_ONE = re.compile(r"\b(?:an?|the|this|that|each|every|another)\s+(?:[\w-]+\s+)?$", re.I)
_IS_NOT = re.compile(r"(?:\s+[\w-]+){1,4}?\s+(?:was|is|did|does|has|had|will|would) not\b")
_JOINED = re.compile(r"-(?!strong\b|odd\b|plus\b|some\b)[a-z]+", re.I)
_TIME = re.compile(
    r"[\s-]+(?:more\s+|further\s+)?(?:decades?|years?|months?|weeks?|days?|hours?|minutes?|times|"
    r"per cent)\b"
)


def counted(
    question: Question, text: str, gazetteer: Gazetteer, in_uniform: bool = True, before: str = ""
) -> list[Amount]:
    """The numbers of the sentence that count what the question counts.

    "People" are soldiers only where the sentence is about a mission (`in_uniform`). A number
    without a noun counts what the sentence `before` speaks of: "Two were wounded."
    """
    return [amount for amount, _ in fitting(question, text, gazetteer, in_uniform, before)]


def fitting(
    question: Question, text: str, gazetteer: Gazetteer, in_uniform: bool, before: str
) -> list[tuple[Amount, float]]:
    found = []
    harm = [term for term in question.terms if _classes(term) & _HARM]
    if harm:
        told = {word.stem for word in words(text)} | {word for *_, word in idioms_in(text)}
        if not any(kinship(term, word) >= NARROWER for word in told for term in harm):
            return []
    taken = set(re.findall(r"\d[\d.,]*", question.text))
    mentions = gazetteer.mentions(text, question.places) if question.places else []
    for amount in amounts(text):
        if amount.unit is not None or (
            text[amount.start : amount.end] in taken and amount.value > 31
        ):
            continue
        if re.match(
            r"\s+(?:in|out of|of every|in every)\s+(?:ten|five|four|three|six|\d+)\b",
            text[amount.end :],
        ):
            continue  # "eight in ten of the soldiers" is a share
        if _OF_NAME.search(text[: amount.start]):
            continue  # "Task Force 151"
        if _OUT_OF.search(text[: amount.start]) or _CURRENCY.match(text, amount.end):
            continue
        if is_date_part(text, amount) or _TIME.match(text[amount.end :]):
            continue
        if _of_another(question, text, amount, mentions, gazetteer):
            continue
        if text[amount.start : amount.end] == "one" and _SUCH_A_ONE.search(text[: amount.start]):
            continue
        if amount.value == 1 and _IS_NOT.match(text, amount.end):
            continue  # "one enclave was not part of it"
        if _befell(question, text, amount):
            continue
        joined = _JOINED.match(text, amount.end)
        up_to = text[: joined.end()] if joined else text  # "four-nation observers" are not four
        fit = _counts(question, up_to, amount, mentions, gazetteer, in_uniform, before)
        if fit:
            found.append((amount, fit))
    return found


def _befell(question: Question, text: str, amount: Amount) -> bool:
    """Whether a number is of those to whom something happened that is not asked about.

    "Four soldiers were arrested" does not tell how many there are.
    """
    match = _BEFALLEN.match(text[amount.end :])
    if match is None:
        return False
    asked = {word.stem for word in words(question.text)}
    befell = stem(match["what"] or match["did"])
    return not any(alike(befell, word) or kinship(befell, word) > 0 for word in asked)


_BEFALLEN = re.compile(
    r"(?:\s+(?!and\b|or\b)[\w’'-]+){0,4}?\s+(?:"
    r"(?:were|was|have been|had been|has been|are|is)\s+(?:\w+\s+)?"
    r"(?P<what>killed|wounded|injured|hurt|arrested|captured|detained|abducted|kidnapped|"
    r"dismissed|sentenced|executed|drowned|hanged|expelled|released|freed|shot)"
    r"|(?P<did>died|drowned|deserted|perished|surrendered|defected))\b"
)


def _of_another(
    question: Question,
    text: str,
    amount: Amount,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
) -> bool:
    """Whether the number stands beside another country than the one asked about, in a list:
    "Ghana some two hundred soldiers; Mali and Togo have promised men" of Togo.
    """
    asked = set(question.places)
    around = _around(text, amount, mentions)
    if any(m.key in asked for m in around):
        return False
    here = {
        m.key
        for m in around
        if m.start < amount.start
        or not (
            _NOT_TO.search(text[amount.end : m.start])
            or (_CAME_FROM.search(text[amount.end : m.start]) and _INTO_A.search(question.text))
        )
    }
    if not here:
        return False
    # "the United Nations lost 102" of Haitians, but not "56,000 trained in Britain" of Ukrainians
    before = any(m.start < amount.start for m in around)
    of_people = bool(question.noun) and _is_demonym(question.noun[-1], gazetteer)
    return (of_people and before) or any(m.key in asked for m in mentions)


def _around(text: str, amount: Amount, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of places in the same part of a sentence as a number."""
    left = max((m.end() for m in _ITEM_END.finditer(text[: amount.start])), default=0)
    right = _ITEM_END.search(text, amount.end)
    end = right.start() if right else len(text)
    return [m for m in mentions if left <= m.start < end]


# "seventy men to its border with Chad" are not Chad's
_NOT_TO = re.compile(r"\b(?:to|with|against|near|towards?|into)\s+(?:the\s+)?$")
# … and who came to Ceuta came from another place
_CAME_FROM = re.compile(
    r"\b(?:c[ao]me|arriv\w+|cross\w+|fled|swam|walked|entered|got|travell?ed|moved)\b[^,;]*\bfrom\s+"
    r"(?:the\s+)?$"
)
_INTO_A = re.compile(r"\b(?:to|into|reach(?:ed)?|enter(?:ed)?)\s+(?:the\s+)?[A-Z]")
_ITEM_END = re.compile(r"[;:]\s|,\s(?!\d)|\sand\s(?=[A-Z])")


def _counts(
    question: Question,
    text: str,
    amount: Amount,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    in_uniform: bool,
    before: str,
) -> float:
    """How well what stands behind (or, for lists, right before) a number is what is asked for."""
    behind = words(re.split(r"[;:()]|,\s|\.\s", text[amount.end : amount.end + 90], maxsplit=1)[0])[
        :7
    ]
    if _counts_units(question, behind):
        return 0.0
    if question.missions and _VOTING.match(text, amount.end) and not _VOTES.search(question.text):
        return 0.0
    if _counted_otherwise(question, text, amount, gazetteer, before):
        return 0.9
    if not question.noun:
        persons = any(_classes(word.stem) & {"soldiers", "people", "observers"} for word in behind)
        if re.match(r"[\s-]strong\b", text[amount.end :]):
            return 1.0
        return 0.9 if persons or _STRENGTH.search(text[: amount.start]) else 0.0
    head = question.noun[-1]
    # who is trained is trained elsewhere, too: "56,000 recruits in Britain" may be Ukrainians
    abroad = any("trainees" in _classes(word.stem) for word in behind)
    beside = abroad or any(m.key in question.places for m in _around(text, amount, mentions))
    if (
        _is_demonym(head, gazetteer)
        and not beside
        and not _are_its_own(question, text, amount, mentions)
    ):
        return 0.0
    head_classes = _wide(head, gazetteer) if head not in _OWN_WORD else set()
    if "soldiers" in head_classes and head != "peopl" and not in_uniform:
        head_classes -= {"people"}
    hurt = any(_classes(term) & _HARM for term in question.terms)
    in_arms = "soldiers" in _classes(head) and head not in _PERSONS
    for position, word in enumerate(behind):
        lower = word.text.lower()
        if _counts_things(word) and not position and "countries" not in head_classes:
            break  # "Ten countries sent soldiers"
        if word.stem == head:
            # "11,000 men and women" does not tell how many women
            alone = not any(other.text.lower() in ("and", "or") for other in behind[:position])
            return 1.0 if alone or head not in _OWN_WORD else 0.0
        if in_arms and word.stem in _PERSONS:
            if hurt:
                return 0.0
            return 0.9 if _is_of_unit(text[: amount.start], before) else 0.7 * in_uniform
        if (
            alike(word.stem, head)
            or head_classes & _classes(word.stem)
            or (_no_other_class(head, word.stem) and kinship(head, word.stem) >= NARROWER)
        ) and (head not in _OWN_WORD or _classes(word.stem).isdisjoint(("soldiers", "people"))):
            return 0.9
        plural = word.text.endswith("s") or position == len(behind) - 1
        if "people" in head_classes and plural and _is_demonym(word.text, gazetteer):
            return 0.9
        if in_arms and not position and _are_asked_for(text, word, question, mentions):
            return 0.9
        if lower in _STOPS and position > 0 and lower != "of":
            break
    persons = bool(head_classes & {"soldiers", "people"}) or "person" in entry(head).names
    alone = not behind or behind[0].text.lower() in _NO_NOUN
    if question.missions and head in _MEMBERS and not hurt:
        of_it = any(_classes(w.stem) & {"soldiers", "people", "police"} for w in behind[:3])
        if of_it:
            return 0.9 * in_uniform
    if question.missions and head == _PEOPLE and behind and behind[0].stem in _MEMBERS:
        return 0.9 if in_uniform else 0.0
    if _STRONG.match(text, amount.end):
        led = words(text[max(0, amount.start - 30) : amount.start])[
            -3:
        ]  # "its police, 1,500 strong"
        if any(alike(word.stem, head) for word in led):
            return 0.9
    if persons and alone and head not in _OWN_WORD and _STRENGTH.search(text[: amount.start]):
        return 0.9
    # "people" says nothing of rebels or nurses among them
    any_kind = head not in _OWN_WORD and (
        not head_classes.isdisjoint(("soldiers", "people")) or alike("peopl", head)
    )
    if (
        persons
        and any_kind
        and any(
            w.stem == "peopl" or w.text.lower() in ("men", "women", "persons") for w in behind[:3]
        )
    ):
        return 0.7 if "soldiers" not in head_classes or (in_uniform and not hurt) else 0.0
    bare = alone or behind[0].text.lower().endswith("ed") or behind[0].text.lower() in _AUXILIARY
    the_two = re.search(r"\b(?:the|both|these|those)\s+$", text[: amount.start], re.IGNORECASE)
    if bare and not the_two:
        # "a hundred people were killed, and some 140,000 had to flee"
        spoken_of = f"{before} {_behind_the_last(text, amount)}"
        named = [word.stem for word in words(spoken_of)] + [
            word for *_, word in idioms_in(spoken_of)
        ]
        if any(_names_them(word, head) for word in named):
            return 1.0 if _is_giver(question, text, amount, mentions) else 0.85
    told = text[max(0, amount.start - 40) : amount.start].lower()
    listed = re.search(
        rf"\b{re.escape(head)}\w*\s*(?:[:=–—-]|number(?:s|ed)?|is|are|was|were|to|stood at|"
        rf"rose to|fell to)\s*(?:about |around |some |more than |over |up to |nearly )?$",
        told,
    )
    return 0.9 if listed else 0.0


def _names_them(told: str, head: str) -> bool:
    """Whether a word speaks of those who are counted; that of all says nothing of some."""
    return told == head if head in _OWN_WORD else alike(told, head)


def _is_giver(question: Question, text: str, amount: Amount, mentions: Sequence[Mention]) -> bool:
    """Whether "Peru gave forty" tells of the one that is asked about: "how many did Peru give"."""
    return any(
        _GAVE.fullmatch(text, m.end, amount.start)
        and re.search(rf"\bdid\s+(?:the\s+)?{re.escape(text[m.start : m.end])}\b", question.text)
        for m in mentions
    )


_GAVE = re.compile(r"\s+(?:[a-z]+\s+){1,3}")


def _are_its_own(
    question: Question, text: str, amount: Amount, mentions: Sequence[Mention]
) -> bool:
    """Whether "its 338 men" are of the country asked about, which the sentence names before."""
    before = [m for m in mentions if m.end <= amount.start]
    own = _ITS.search(text[: amount.start])
    return bool(own and before) and before[0].key in question.places


_ITS = re.compile(r"\b(?:its|their)\s+(?:\w+\s+)?$")


def _are_asked_for(text: str, word: Word, question: Question, mentions: Sequence[Mention]) -> bool:
    """Whether the people of the country asked about follow: "fourteen South Africans"."""
    return any(
        m.form == "demonym"
        and m.key in question.noun_places
        and text[m.end - 1 : m.end] == "s"
        and text[m.start : m.start + len(word.text)] == word.text
        for m in mentions
    )


def _counts_units(question: Question, behind: Sequence[Word]) -> bool:
    """Whether a number is of "three battalions", and their soldiers are counted."""
    head = question.noun[-1] if question.noun else ""
    for word in behind[:4]:
        if word.stem in _UNITS and word.text.endswith("s"):
            return head not in _UNITS
        plural = word.text.endswith("s") or word.stem in _PERSONS
        if (_classes(word.stem) and plural) or word.text.lower() in _STOPS - {"and"}:
            return False  # but "two tank and infantry battalions" are battalions
    return False


def _is_of_unit(led: str, before: str) -> bool:
    """Whether a battalion is what a number of men belongs to: "the Fijian one has 340 men"."""
    told = f"{before} {led}" if _THE_ONE.search(led) else led
    return any(word.stem in _UNITS | _FORCES for word in words(told))


_THE_ONE = re.compile(r"\bthe\s+[\w-]+\s+one\b", re.IGNORECASE)
# What soldiers come in: three of them are no three soldiers
_UNITS = frozenset(
    stem(word)
    for word in "contingents battalions companies battlegroups brigades divisions regiments "
    "squadrons platoons detachments".split()
)


_FORCES = frozenset(stem(word) for word in "force garrison corps army guard patrol unit".split())


def _counts_things(word: Word) -> bool:
    """Whether a number is of countries, whatever these do: they are the subject behind it."""
    members = word.stem in _MEMBERS
    return "countries" in _classes(word.stem) and word.text.endswith("s") and not members


def _behind_the_last(text: str, amount: Amount) -> str:
    """What stands between the number before in a sentence and this one; nothing if it is first."""
    ends = [other.end for other in amounts(text) if other.unit is None and other.end < amount.start]
    return text[ends[-1] : amount.start] if ends else ""


# "the force numbers 4,500", "a strength of 1,100", "brought the total to 90,000"
_STRENGTH = re.compile(
    r"\b(?:numbers|numbered|strength of|strong|totall?(?:ing|ed)?|reach\w*|grow\w* to|rise\w* to|"
    r"rais\w+ to|(?:force|army|navy|fleet|police|guard|garrison|corps|brigade|unit|contingent|"
    r"group|team|battalion|mission) of|bring\w* .{0,40} to|brought .{0,40} to|consist\w* of|"
    r"has|have|had|with|about)\s+"
    r"(?:about |around |some |more than |over |up to |nearly |almost |a total of |just under )*$",
    re.IGNORECASE,
)
# Some of the people only: "women" are not told of by the number of all
_OWN_WORD = frozenset(
    stem(word)
    for word in "women civilians children girls boys marines paratroopers cadets sailors pilots "
    "engineers reservists volunteers conscripts mercenaries doctors".split()
)
_PEOPLE = stem("people")
# Members of a council are none of a force: "twelve members voted"
_VOTING = re.compile(
    r"\s+(?:(?:council|member|permanent|elected)\s+)?(?:members|states|countries|nations)\s+"
    r"(?:(?:of|on|in)\s+the\s+(?:[\w-]+\s+){0,3}?(?:council|assembly|parliament|committee|board|congress|"
    r"senate|house)\b|(?:\w+ly\s+)?(?:vot\w+|abstain\w*|spoke|back\w*|support\w*|oppos\w+|veto\w*|"
    r"approv\w+|adopt\w+|agree\w*|(?:were|was) (?:for|against|in favour)))",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"\b(?:vot\w+|abstain\w*|favour|against|council|backed|opposed)\b", re.IGNORECASE
)
_MEMBERS = frozenset((stem("members"),))
_PERSONS = frozenset(stem(word) for word in "people person men women human".split())
_AUXILIARY = ("are", "were", "is", "was", "have", "had", "has", "will", "would", "may", "can")
_STOPS = frozenset("and or from to by in at on with while but for of".split())
_NO_NOUN = ("and", "in", "at", "by", "on", "after", "from", "strong", "to")


def _counted_otherwise(
    question: Question, text: str, amount: Amount, gazetteer: Gazetteer, sentence_before: str
) -> bool:
    """Numbers whose noun stands elsewhere: "23 died", "Greece 803", "seventeen of them"."""
    after, before = text[amount.end :], text[: amount.start]
    head = question.noun[-1] if question.noun else ""
    people = not head or bool(
        _wide(head, gazetteer) & {"people", "soldiers", "police", "observers"}
    )
    verb = re.match(
        r"\s+(?:(?:people|men|others|of them|were|was|had|have|has|are|been)\s+)*([a-z]+)", after
    )
    # of "people" who died nobody says that they were soldiers
    others = head not in _PERSONS and re.match(r"\s+(?:people|lives|civilians)\b", after)
    did = stem(verb[1]) if verb and not (head and others) else ""
    if (
        people
        and _classes(did).isdisjoint(_THINGS)
        and any(alike(did, term) for term in question.terms)
    ):
        return True
    if head and "person" in entry(head).names and _are_of_group(after):
        return True
    if head and _come_from(question, after, gazetteer):
        return True
    if people and question.places:
        mentions = [m for m in gazetteer.mentions(text, question.places) if m.end <= amount.start]
        near = mentions[-1] if mentions else None
        if (
            near is not None
            and near.key in question.places
            and re.fullmatch(
                r"\s*(?:sent|with|has|had|provided|:|,|\||–|-)?\s*(?:about|some|around)?\s*",
                text[near.end : amount.start],
            )
        ):
            return True
    if head and (which := _OF_WHICH.search(before)) and alike(stem(which[1]), head):
        return True
    told = re.search(
        r"\b(?:number|count|toll|figure|total)s?\s+(?:of\s+(?:the\s+)?(\w+)\s+)?(?:at|is|was|of|"
        r"to|as)\s+"
        r"(?:about |around |some |more than |over |at least )?$",
        before,
    )
    if told and told[1] and any(alike(stem(told[1]), t) for t in (*question.terms, head)):
        return True
    if told and not told[1] and _COUNTS_DEAD & _spoken_of(question):
        # "a figure of 45" counts the losses that were spoken of
        return not _COUNTS_DEAD.isdisjoint(_classes_in(f"{sentence_before} {before}"))
    if re.match(r"\s+(?:\w+ )?of (?:them|these|those|whom|which|it|its|their)\b", after) and head:
        spoken_of = words(f"{sentence_before} {before}")
        if (are := _ARE.match(after)) and kinship(head, stem(are[1])) >= NARROWER:
            return True
        persons = "soldiers" in _classes(head) and any(
            _is_demonym(word.text, gazetteer) for word in spoken_of
        )
        return persons or any(_names_them(word.stem, head) for word in spoken_of)
    return not head and bool(
        re.search(
            r"\b(?:rises?|rising|rose|grow\w*|total\w*|strength\w*|up)\s+(?:to|of)\s+$", before
        )
    )


# "1,500 of them are thought to be minors"
_ARE = re.compile(
    r"\s+(?:\w+ )?of (?:them|these|those|whom|which|it|its|their)\s+(?:are|were|is|was|had been)\s+"
    r"(?:(?:\w+ly\s+)?\w+\s+to\s+be\s+)?(?:still\s+|only\s+)?(\w+)"
)
_COUNTS_DEAD = frozenset(("dead",))


def _spoken_of(question: Question) -> set[str]:
    """The classes of the counted words that a question speaks of."""
    return {name for term in (*question.terms, *question.noun) for name in _classes(term)}


def _classes_in(text: str) -> set[str]:
    return {name for word in words(text) for name in _classes(word.stem)}


def _are_of_group(after: str) -> bool:
    """Whether a number counts members of a group: "fewer than sixty of the company are alive"."""
    group = _OF_THE.match(after)
    return group is not None and "group" in entry(stem(group[1])).names


_OF_THE = re.compile(r"\s+of (?:the|its|their|his|this|that) (?:[a-z]+ )??([a-z]+)\b")


def _come_from(question: Question, after: str, gazetteer: Gazetteer) -> bool:
    """Whether a number counts those of the country asked about: "six of them from Fiji"."""
    if not question.noun:
        return False
    of = {m.key for m in gazetteer.mentions("the " + question.noun[-1].capitalize())}
    of = {*of, *question.noun_places} & set(question.places)
    if not of:
        return False
    behind = _FROM.match(after)
    if behind is None:
        return False
    spoken_of = gazetteer.mentions(after, question.places)
    return any(m.key in of and m.start <= behind.end() + 4 for m in spoken_of)


_FROM = re.compile(r"\s+(?:of them\s+|others\s+|more\s+)?(?:(?:come|came|are|were)\s+)?from\s+")
# "the guns, of which more than half a million remain"
_OF_WHICH = re.compile(r"(\w+),? of (?:which|whom) (?:[a-z]+ ){0,3}$")


def kinds_behind(text: str, amount: Amount) -> str:
    """The classes of what is counted right behind a number, "" where none is known."""
    for word in words(re.split(r"[;:(),.]", text[amount.end : amount.end + 60], maxsplit=1)[0])[:4]:
        if word.text[:1].isdigit() or word.text.lower() in _STOPS:
            break
        if classes := _classes(word.stem):
            return " ".join(sorted(classes | ({"people"} if classes & _ARE_PEOPLE else set())))
    return ""


_ARE_PEOPLE = frozenset(("soldiers", "trainees", "police", "observers", "dead", "injured"))


def counted_class(stem_: str) -> bool:
    """Whether a counted noun is one of those that every report has: people, soldiers, ships."""
    return bool(_classes(stem_)) or "person" in entry(stem_).names


def _no_other_class(head: str, told: str) -> bool:
    """False for what is counted beside each other: nations, ships, people."""
    return not _classes(head) or not _classes(told)


def _classes(word: str) -> frozenset[str]:
    return synonym_classes().get(word, frozenset()) & _COUNTED


_COUNTED = frozenset(
    ("people", "soldiers", "trainees", "police", "observers", "dead", "injured", "countries",
     "aircraft", "ships", "vehicles", "kilometres", "crossings")
)  # fmt: skip


_HARM = frozenset(("dead", "injured"))
_THINGS = frozenset(("countries", "aircraft", "ships", "vehicles", "kilometres", "crossings"))


def _wide(head: str, gazetteer: Gazetteer) -> set[str]:
    classes = set(_classes(head))
    if not classes and _is_demonym(head, gazetteer):
        classes = {"people", "soldiers", "trainees"}
    for name in list(classes):
        classes |= _WIDER.get(name, {name})
    return classes


def _is_demonym(word: str, gazetteer: Gazetteer) -> bool:
    # with an article, since "Poles" alone may be the ends of the earth
    return any(m.form == "demonym" for m in gazetteer.mentions(f"the {word.capitalize()}"))
