"""An article as it is read for a question: what each sentence says, leans on, and is about.

Pure but for the gazetteer of the view. A sentence that begins with "They" has its subject from the
one before; an answer in an interview is about what the question before it asked; a row of a table
is about what stands in the table's first row. One module, since each of these is read off the same
row of sentences.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence, Set

from bot.briefs.asking.left_unsaid import leaves_out_noun
from bot.briefs.asking.question import Question
from bot.briefs.names import is_slip
from bot.language.lexicon import entry
from bot.language.words import idioms_in, is_question, spelled, stem, stems, stop_words, words
from bot.store import ArticleCard, ReadPassage, View


class ReadArticle:
    """An article's sentences with their stems, taken once, and its topic; their folded words are
    taken where a question has names to look for."""

    def __init__(
        self,
        card: ArticleCard,
        passages: Sequence[ReadPassage],
        view: View,
        asked: Sequence[str] = (),
    ) -> None:
        """`asked` are places that a name in the title may well mean: those of the question."""
        self.card = card
        self.passages = passages
        self.told = [p.passage.text for p in passages]
        self.text = "\n".join(self.told)
        self._leaning: dict[int, bool] = {}
        self.asked_by: dict[int, int] = {}  # a sentence → the one that it answers or heads it
        for position, passage in enumerate(passages):
            opener = self._opener(position, passage)
            if opener is not None:
                self.asked_by[position] = opener
        own = self._with_openers([_stems(text) for text in self.told])
        self.title_stems = frozenset(stems(card.title))
        said = Counter(itertools.chain.from_iterable(own))
        many = max(3, len(passages) / 4)
        often = {stem for stem, n in said.items() if n >= many}
        self.topic_stems = self.title_stems | frozenset(often).union(*own[:1])
        lead = passages[:2]
        self.topic_places = {key for p in lead for key in p.places}
        expected = {*self.topic_places, *asked}
        self.topic_places |= {m.key for m in view.gazetteer.mentions(card.title, expected)}
        tally = Counter(key for p in passages for key in p.places)
        self.topic_places |= {key for key, n in tally.items() if n >= many}
        self._titled = {m.key for m in view.gazetteer.mentions(card.title, {*tally, *asked})}
        self.topic_missions = {m for p in lead for m in p.missions}
        self.all_missions = {m for p in passages for m in p.missions}
        missions = Counter(m for p in passages for m in (*p.missions, *p.focus_missions))
        self.topic_missions |= {m for m, n in missions.items() if n >= many}
        self.named_once = {m for m, n in missions.items() if n == 1} - self.topic_missions
        if len(self.all_missions) == 1:
            self.topic_missions |= self.all_missions
        self.all_places = frozenset(tally)
        self.all_stems = frozenset(said)
        self.stems = self._with_what_it_is(own, lambda about: frozenset(stems(about)))

    @functools.cached_property
    def title_folded(self) -> frozenset[str]:
        return _folded(self.card.title)

    @functools.cached_property
    def _own_folded(self) -> list[frozenset[str]]:
        return self._with_openers([_folded(text) for text in self.told])

    @functools.cached_property
    def folded(self) -> list[frozenset[str]]:
        """The folded words of each sentence: by these, names are compared."""
        return self._with_what_it_is(self._own_folded, _folded)

    @functools.cached_property
    def all_folded(self) -> frozenset[str]:
        return frozenset().union(*self._own_folded)

    @functools.cached_property
    def topic_folded(self) -> frozenset[str]:
        told = Counter(itertools.chain.from_iterable(self._own_folded))
        some = max(3, len(self.passages) / 6)
        often = {name for name, n in told.items() if n >= some}
        return self.title_folded.union(often, *self._own_folded[:2])

    def _with_openers(self, own: list[frozenset[str]]) -> list[frozenset[str]]:
        """The words of each sentence, with those of the one that it answers or that heads it."""
        for position, opener in self.asked_by.items():
            own[position] |= own[opener]
            if (caption := self.caption(opener)) is not None:
                own[position] |= own[caption]
        return own

    def _with_what_it_is(
        self, own: Sequence[frozenset[str]], read: Callable[[str], frozenset[str]]
    ) -> list[frozenset[str]]:
        """The words of each sentence, with those of what "it" is in the question it answers."""
        told = list(own)
        for position, opener in self.asked_by.items():
            if (about := self._asked_of(opener)) is not None:
                told[position] |= read(about)
        return told

    def caption(self, opener: int) -> int | None:
        """The line above the first row of a table of two columns: "The bridge at a glance".

        Which thing all the rows are about stands there, and in no row.
        """
        row = self.passages[opener].passage.text
        if not opener or row.count(" | ") != 1:
            return None
        above = self.passages[opener - 1].passage.text
        is_line = " | " not in above and len(above) < _CAPTION and above[-1] not in ".!?"
        return opener - 1 if is_line else None

    def _asked_of(self, opener: int) -> str | None:
        """What "it" is in a question of an interview: the last thing that one of the questions
        before named, or else what the title does: "How wide is it?" under "The Suwałki Gap"."""
        if not _ASKS_OF_IT.search(self._question(opener)):
            return None
        for at in range(opener - 1, -1, -1):
            named = _NAMED.findall(self._question(at))
            if named:
                return " ".join(named)
        return self.card.title

    def _question(self, position: int) -> str:
        text = self.passages[position].passage.text
        return text if is_question(text) else ""

    def is_named_by(self, keys: Set[str], position: int) -> bool:
        """Whether any of some places is named in a sentence or before it, or in the title."""
        last = position + 1
        if position < _OPENING and last < len(self.passages) and self.leans(last):
            last += 1  # "Two masts stand in the marsh. They carry the road from Laos to Thailand."
        return not keys.isdisjoint(self._titled) or any(
            not keys.isdisjoint(one.places) for one in self.passages[:last]
        )

    def is_titled(self, keys: Set[str]) -> bool:
        """Whether the title names any of some places."""
        return not keys.isdisjoint(self._titled)

    def is_of_body(self, key: str) -> bool:
        """Whether the article's missions bear the initials of an organisation: EUMM, UNIFIL."""
        initials = _INITIALS.get(key)
        return initials is not None and any(m.startswith(initials) for m in self.all_missions)

    def near(self, position: int) -> Sequence[ReadPassage]:
        """The three sentences before one."""
        return self.passages[max(0, position - 3) : position]

    def names_beside(self, position: int) -> frozenset[str]:
        """The folded words of a sentence and of the one before it."""
        return frozenset().union(*self.folded[max(0, position - 1) : position + 1])

    def leans(self, position: int) -> bool:
        """Whether a sentence goes on about what the one before said: "They are …"."""
        if position not in self._leaning:  # asked up to ten times of a sentence
            self._leaning[position] = position > 0 and self._goes_on_about_it(position)
        return self._leaning[position]

    def _goes_on_about_it(self, position: int) -> bool:
        before, own = self.passages[position - 1].passage, self.passages[position].passage
        if _LEANS_FAR.match(own.text):
            return True
        if before.paragraph != own.paragraph:
            return False
        bare = _BARE_TOLL.match(own.text) or gives_a_bare_figure(own.text)
        if _LEANS.match(own.text) or bare:
            return True
        if _LEANS_AT_END.search(own.text) and own.text.count(" ") <= _SHORT:
            return True
        return own.text.count(" ") < _FEW and leaves_out_noun(own.text)

    def told_from(self, position: int) -> int:
        """Where the telling of a sentence's "it" begins: "A bridge was finished in 2011. For years
        it carried nobody. It was opened in 2017." The sentence before, where no other does."""
        start = max(0, position - 1)
        own = self.passages[position].passage
        while (
            start
            and position - start < _FAR_BACK
            and self.leans(position)
            and _OF_IT.match(self.passages[start].passage.text)
            and self.passages[start - 1].passage.paragraph == own.paragraph
        ):
            start -= 1
        return start

    def where(self, position: int) -> int | None:
        """The sentence that names where those are whom a sentence speaks of: "The depot is at
        Arica. The guards there are Chileans. They have 900 rifles"."""
        if position < 2 or not self.leans(position):
            return None
        some = [self.passages[at].passage for at in range(position - 2, position + 1)]
        if len({passage.paragraph for passage in some}) > 1 or not _THERE.search(some[1].text):
            return None
        return self.asked_by.get(position - 2, position - 2)

    def names_before_only(self, position: int, question: Question) -> bool:
        """Whether a sentence says "it" or "the force" of what only the one before names."""
        if not position:
            return False
        before, own = self.passages[position - 1], self.passages[position]
        if before.passage.paragraph != own.passage.paragraph:
            return False
        named = {*own.places, *own.missions}
        asked = {*question.places, *question.missions}
        return bool(
            asked
            and not asked & named
            and asked & {*before.places, *before.missions}
            and _REFERS_BACK.search(own.passage.text)
        )

    def goes_on(self, position: int) -> bool:
        """Whether a sentence speaks of "them" or so, those of the one before."""
        text = self.passages[position].passage.text
        return self.leans(position) or bool(re.search(r"\bof (?:them|these|those)\b", text))

    def _opener(self, position: int, passage: ReadPassage) -> int | None:
        """The question right before an answer, or the first row of the table a row stands in."""
        if not position:
            return None
        before = self.passages[position - 1].passage.text
        if is_question(before) and not is_question(passage.passage.text):
            return position - 1
        if " | " in passage.passage.text and " | " in before:
            return self.asked_by.get(position - 1, position - 1)
        asked = self.asked_by.get(position - 1)
        is_reply = asked is not None and is_question(self.passages[asked].passage.text)
        is_reply = is_reply and _REPLY.match(before) is not None and before.count(" ") < _FEW
        if is_reply and not is_question(passage.passage.text):
            return asked  # "Not Spain, not Belgium. It is Brazil."
        return None


_ASKS_OF_IT = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<=[a-z] )(?:the )?[A-Z][\w’'-]+")
_OPENING = 2  # sentences that lead up to what an article is about
_SHORT = 9  # words of a sentence with hardly a thing of its own
_FAR_BACK = 3  # sentences before one up to which what it is about may be named
_FEW = 6  # words of "Poland sent 120." and its like
_CAPTION = 80  # characters of a line above a table


def gives_a_bare_figure(text: str) -> bool:
    """Whether somebody "speaks of 2,000": of what, says the sentence before."""
    return bool(_BARE_FIGURE.search(text))


_BARE_FIGURE = re.compile(
    r"\b(?:(?:speaks?|spoke|spoken|talks?|talked) of|"
    r"(?:puts?|putting) (?:it|them|the (?:figure|number|total|length)) at|"
    r"(?:says?|said|gives?|gave|claims?|claimed|reckons?|reckoned|insists? on)"
    r"(?: it is| it was| they were)?)\s+"
    r"(?:(?:about|around|some|only|just|more|fewer|less|than|over|nearly|almost|at least)\s+)*"
    r"\d[\d.,]*(?=\W*$|[;,]\s)",
    re.IGNORECASE,
)
# "For years it carried nobody": as much of the same thing as the sentence before
_OF_IT = re.compile(r"\W*(?:[\w-]+ ){0,3}(?:it|they) (?!is (?:said|thought|known)\b)[a-z]", re.I)
# an answer that hardly is one: "I believe so."
_REPLY = re.compile(
    r"\W*(?:yes|no|not|neither|i (?:think|believe|hope|fear|do|am)|of course|certainly|hardly|"
    r"perhaps|maybe|well|sure|indeed)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"(?<=\w )there\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|can|could|must)\b)"
)
# A sentence that begins so has its subject from the one before.
_LEANS = re.compile(
    r"^[\W]*(?:(?:In|On|By|Since|At|For|From|Of|Among|Until|After|Before) [^,]{2,30}, |"
    r"(?:In|On|By|Since|From|Until|After) (?:\d{1,2} )?(?-i:[A-Z]\w+ )?(?:(?:1[89]|20)\d\d )?"
    r"(?=it |they |he |she ))?"
    r"(?:(?:until|till) (?:now|then)|before that|since then|after that|"
    r"it|its|they|their|theirs|them|he|his|she|her|this|these|those|both|most|some|all|none|"
    r"neither|one|two|"
    r"the (?:two|order|measure|first|second|last|latter|former|other|rest|move|deal|attack|closure|"
    r"aim|goal|task)|(?:an?|the) [\w-]+ ones?|"
    r"that (?:is|was|has|had|will|would|means|meant)|another|others|half|about|around|among|"
    r"(?:between|behind|beside|beyond|beneath|above|below|under|over|across|along|through|with|"
    r"without|against|near) (?:it|them|these|those))\b",
    re.IGNORECASE,
)
# "Eleven people were killed.": where, says the sentence before
_BARE_TOLL = re.compile(
    r"^\W*(?i:(?:at least|about|some|around|nearly|almost|more than|another)\s+)?"
    r"(?:\d[\d,.]*|[A-Z]?[a-z]+(?:-[a-z]+)?)(?:\s[a-z]+){0,3}?\s"
    r"(?:were|was|had been|have been|died|drowned|perished|fled|escaped|survived)\b[^A-Z]{0,60}$"
)
_LEANS_FAR = re.compile(
    r"^\W*(?:the (?:order|measure|decision|closure|move|ban|deal|attack|step|rule)|"
    r"(?:it|they) (?:ha[sd]|have|numbers|numbered|consists|consisted|comprises|comprised|"
    r"counts|counted))\b",
    re.IGNORECASE,
)
# "In 1972 the two towns shut it.": what, says the sentence before
_LEANS_AT_END = re.compile(r"\s(?:it|them)\W*$", re.IGNORECASE)
_REFERS_BACK = re.compile(
    r"\b(?:it|its|they|their|them|there|the (?:mission|operation|force|exercise|country|island))\b",
    re.IGNORECASE,
)
_INITIALS = {"european-union": ("eu",), "united-nations": ("un", "min", "monu"), "nato": ("kfor",)}


def _stems(text: str) -> frozenset[str]:
    """The stems of a sentence, those of its idioms instead of the words that these are made of."""
    idioms = idioms_in(text)
    if not idioms:
        return frozenset(stems(text))
    return frozenset(
        [w.stem for w in words(text) if not any(a <= w.start < b for a, b, _ in idioms)]
        + [stem for _, _, stem in idioms]
    )


def _folded(text: str) -> frozenset[str]:
    return frozenset(spelled(text))


def is_name(name: str, word: str) -> bool:
    """Whether a folded word is a name, but for one slip where the name is long enough for it.

    A word of every day is none for a slip: "until" is not UNMIL.
    """
    if name == word:
        return True
    near = len(name) >= 5 and abs(len(word) - len(name)) <= 1 and is_slip(name, word, 1)
    return near and word not in stop_words() and entry(stem(word)).uses < _EVERYDAY


_EVERYDAY = 50  # uses in the lexicon from which a word is hardly a name
