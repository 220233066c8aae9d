"""Which numbers of a sentence count what a question counts. Pure.

A number counts the noun behind it ("fourteen soldiers", "seventeen of them"), or, in lists and
totals, what stands before it ("Greece 803", "the toll rose to 40"). One beside another country, or
of "every day", counts something else.

    nouns        what a number can count, and whose answers for whose    counted_nouns.py
    elsewhere    numbers whose noun does not stand behind them           counted_otherwise.py
    else         numbers that count something else                       not_counted.py
    perhaps      numbers of which nothing says what they count           may_count.py
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.briefs.asking.counted_nouns import (
    FORCES,
    HARM,
    MEMBERS,
    OWN_WORD,
    PEOPLE,
    PERSONS,
    STOPS,
    UNITS,
    classes_of,
    is_demonym,
    names_them,
    no_other_class,
    wide,
)
from bot.briefs.asking.counted_otherwise import counted_otherwise
from bot.briefs.asking.may_count import (
    AUXILIARY,
    CAME,
    STRONG,
    is_head,
    may_count,
    number_before,
    own_noun,
)
from bot.briefs.asking.not_counted import counts_else, mentions_around
from bot.briefs.asking.question import Question
from bot.language.clauses import PAST
from bot.language.lexicon import NARROWER, kinship, names_people
from bot.language.places import Gazetteer, Mention
from bot.language.quantities import Amount, amounts
from bot.language.words import Word, alike, idioms_in, stem, words

# Of all of which those with a word of their own are only some
_ALL_OF_THEM = ("soldiers", "people", "ships", "aircraft", "vehicles")
_JOINED = re.compile(r"-(?!strong\b|odd\b|plus\b|some\b)[a-z]+", re.I)


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
    """As `counted`, each with how well it fits, up to 1."""
    found = []
    harm = [term for term in question.terms if classes_of(term) & HARM]
    if harm:
        told = {word.stem for word in words(text)} | {word for *_, word in idioms_in(text)}
        if not any(kinship(term, word) >= NARROWER for word in told for term in harm):
            return []
    taken = set(re.findall(r"\d[\d.,]*", question.text))
    mentions = gazetteer.mentions(text, question.places) if question.places else []
    for amount in amounts(text):
        if counts_else(question, text, amount, mentions, gazetteer, taken):
            continue
        joined = _JOINED.match(text, amount.end)
        up_to = text[: joined.end()] if joined else text  # "four-nation observers" are not four
        fit = _counts(question, up_to, amount, mentions, gazetteer, in_uniform, before)
        if fit:
            found.append((amount, fit))
    return found


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
    if _VOTING.match(text, amount.end) and not _VOTES.search(question.text):
        return 0.0
    if counted_otherwise(question, text, amount, gazetteer, before):
        return 0.9
    if not question.noun:
        persons = any(
            classes_of(word.stem) & {"soldiers", "people", "observers"} for word in behind
        )
        if STRONG.match(text, amount.end):
            return 1.0
        if persons or _STRENGTH.search(text[: amount.start]):
            return 0.9
        return may_count(PEOPLE, text, amount, behind, gazetteer, in_uniform)
    head = question.noun[-1]
    # who is trained is trained elsewhere, too: "56,000 recruits in Britain" may be Ukrainians
    abroad = any("trainees" in classes_of(word.stem) for word in behind)
    beside = abroad or any(
        m.key in question.places for m in mentions_around(text, amount, mentions)
    )
    if (
        is_demonym(head, gazetteer)
        and not beside
        and not _are_its_own(question, text, amount, mentions)
    ):
        return 0.0
    head_classes = wide(head, gazetteer) if head not in OWN_WORD else set()
    if "soldiers" in head_classes and head != "peopl" and not in_uniform:
        head_classes -= {"people"}
    hurt = any(classes_of(term) & HARM for term in question.terms)
    in_arms = "soldiers" in classes_of(head) and head not in PERSONS
    for position, word in enumerate(behind):
        lower = word.text.lower()
        if lower in AUXILIARY or lower in PAST:
            break  # "only 22 have arrived" counts no arrivals
        if in_arms and word.stem == _CIVILIAN:
            return 0.0
        if _counts_things(word) and not position and "countries" not in head_classes:
            break  # "Ten countries sent soldiers"
        if word.stem == head:
            # "11,000 men and women" does not tell how many women
            alone = not any(other.text.lower() in ("and", "or") for other in behind[:position])
            return 1.0 if alone or head not in OWN_WORD else 0.0
        if in_arms and word.stem in PERSONS:
            if hurt:
                return 0.0
            return 0.9 if _is_of_unit(text[: amount.start], before) else 0.7 * in_uniform
        if (
            alike(word.stem, head)
            or head_classes & classes_of(word.stem)
            or (no_other_class(head, word.stem) and kinship(head, word.stem) >= NARROWER)
        ) and (head not in OWN_WORD or classes_of(word.stem).isdisjoint(_ALL_OF_THEM)):
            return 0.9
        plural = word.text.endswith("s") or position == len(behind) - 1
        if "people" in head_classes and plural and is_demonym(word.text, gazetteer):
            return 0.9
        if in_arms and not position and _are_asked_for(text, word, question, mentions):
            return 0.9
        if lower in STOPS and position > 0 and lower != "of":
            break
        if is_head(word) and not _follows(behind, position, head):
            break  # "two former enemies worked beside the observers"
    persons = bool(head_classes & {"soldiers", "people"}) or names_people(head)
    alone = not behind or behind[0].text.lower() in _NO_NOUN
    if question.missions and head in MEMBERS and not hurt:
        of_it = any(classes_of(w.stem) & {"soldiers", "people", "police"} for w in behind[:3])
        if of_it:
            return 0.9 * in_uniform
    if question.missions and head == PEOPLE and behind and behind[0].stem in MEMBERS:
        return 0.9 if in_uniform else 0.0
    if STRONG.match(text, amount.end):
        led = words(text[max(0, amount.start - 30) : amount.start])[
            -3:
        ]  # "its police, 1,500 strong"
        if any(alike(word.stem, head) for word in led):
            return 0.9
    of_force = in_arms or head == PEOPLE or head in MEMBERS
    if of_force and alone and head not in OWN_WORD and _STRENGTH.search(text[: amount.start]):
        return 0.9
    # "people" says nothing of rebels or nurses among them
    any_kind = head not in OWN_WORD and (
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
    done = next((word.text.lower() for word in behind if word.text.lower() not in _EVER), "")
    bare = alone or done.endswith("ed") or done in AUXILIARY or done in CAME
    the_two = re.search(r"\b(?:the|both|these|those)\s+$", text[: amount.start], re.IGNORECASE)
    if bare and not the_two:
        # "a hundred people were killed, and some 140,000 had to flee"
        spoken_of = _spoken_of(text, amount, before, gazetteer)
        named = [word.stem for word in words(spoken_of)] + [
            word for *_, word in idioms_in(spoken_of)
        ]
        if any(names_them(word, head) for word in named):
            return 1.0 if _is_giver(question, text, amount, mentions) else 0.85
    told = text[max(0, amount.start - 40) : amount.start].lower()
    listed = re.search(
        rf"\b{re.escape(head)}\w*\s*(?:[:=–—-]|number(?:s|ed)?|is|are|was|were|to|stood at|"
        rf"rose to|fell to)\s*(?:about |around |some |more than |over |up to |nearly )?$",
        told,
    )
    if listed:
        return 0.9
    if amount.value == 1 or the_two or (hurt and own_noun(behind, gazetteer)):
        return 0.0
    return may_count(head, text, amount, behind, gazetteer, in_uniform)


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
        if word.stem in UNITS and word.text.endswith("s"):
            return head not in UNITS
        plural = word.text.endswith("s") or word.stem in PERSONS
        if (classes_of(word.stem) and plural) or word.text.lower() in STOPS - {"and"}:
            return False  # but "two tank and infantry battalions" are battalions
    return False


def _is_of_unit(led: str, before: str) -> bool:
    """Whether a battalion is what a number of men belongs to: "the Fijian one has 340 men"."""
    told = f"{before} {led}" if _THE_ONE.search(led) else led
    return any(word.stem in UNITS | FORCES for word in words(told))


_THE_ONE = re.compile(r"\bthe\s+[\w-]+\s+one\b", re.IGNORECASE)


def _counts_things(word: Word) -> bool:
    """Whether a number is of countries, whatever these do: they are the subject behind it."""
    members = word.stem in MEMBERS
    return "countries" in classes_of(word.stem) and word.text.endswith("s") and not members


def _follows(behind: Sequence[Word], position: int, head: str) -> bool:
    """Whether what is counted stands right behind a word: "40 communications officers", "40 tonnes
    of rice"."""
    return any(
        alike(word.stem, head)
        or classes_of(word.stem) & classes_of(head)
        or word.text.lower() == "of"
        for word in behind[position + 1 : position + 2]
    )


def _spoken_of(text: str, amount: Amount, before: str, gazetteer: Gazetteer) -> str:
    """What a number without a noun may count: what stands behind the number before in its sentence,
    or, where that has no noun either, the sentence before: "150 lorries; only 22 came"."""
    earlier = number_before(text, amount)
    if earlier is None:
        return before
    behind = text[earlier.end : amount.start]
    names_its_own = earlier.unit is not None or own_noun(words(behind), gazetteer)
    return behind if names_its_own else f"{before} {behind}"


_CIVILIAN = stem("civilians")
# "the force numbers 4,500", "a strength of 1,100", "brought the total to 90,000"
_STRENGTH = re.compile(
    r"\b(?:numbers|numbered|strength of|strong|totall?(?:ing|ed)?|reach\w*|grow\w* to|rise\w* to|"
    r"rais\w+ to|(?:force|army|navy|fleet|police|guard|garrison|corps|brigade|unit|contingent|"
    r"group|team|battalion|mission) of|bring\w* .{0,40} to|brought .{0,40} to|consist\w* of|"
    r"has|have|had|with|about)\s+"
    r"(?:about |around |some |more than |over |up to |nearly |almost |a total of |just under )*$",
    re.IGNORECASE,
)
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
# "of 2,500 only about 1,000 ever came"
_EVER = frozenset("ever actually really finally still also already only".split())
_NO_NOUN = ("and", "in", "at", "by", "on", "after", "from", "strong", "to")
