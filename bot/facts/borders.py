"""Border facts: who borders whom, lengths, exclaves, crossings, incidents and deployments.

Rules over one sentence and its focus. Places are replaced by single characters, so that a rule
reads "PLACE borders PLACE, PLACE and PLACE" whatever the places are called. A fact quotes whole
sentences; what a rule decides is only under which border they are filed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.facts.cues import cue
from bot.facts.reading import Sentence, leans_on_what_came_before
from bot.facts.stance import NEGATION, speaker
from bot.language.quantities import Amount, amounts
from bot.model import Fact, FactKind, Passage, Quantity, Stance

_FIRST = 0xE000
_P = r"[\ue000-\uf8ff]"
_LIST = (
    rf"{_P}(?:(?:\s*,?\s*and,\s*[^,;.]{{2,40}},\s*|\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|"
    rf"\s*/\s*)(?:(?:also\s+)?(?:with|by|the|to|of|rest of|former|neighbouring)\s+)*{_P})*"
)
_LINE = (
    r"(?:borders?|frontiers?|boundar(?:y|ies)|borderline|line|demarcation line|limits?|stretch|"
    r"section)"
)
# "the Russian exclave of Kaliningrad": the place behind is meant, too
_NAMED_BY = (
    rf"(?:\s+(?:[a-z]+\s+)?(?:exclave|enclave|region|territory|province|state|peninsula|oblast|"
    rf"island|city|town)s?\s+(?:of\s+)?{_P})?"
)

_VERB = re.compile(
    rf"\b(?:borders?|bordered|bordering|neighbou?rs?|neighbou?red|adjoins?|adjoined|abuts?|"
    rf"touch(?:es)?|meets?|"
    rf"encloses?|surrounds?|encircles?|cuts off)\s+"
    rf"(?:on\s+|onto\s+)?(?P<gap>(?:(?!{_P})[^.;:—–]){{0,60}}?)(?P<objects>{_LIST})"
)
_WITH = re.compile(
    rf"\b{_LINE}s?\b(?P<gap>(?:(?!{_P})[^.;:]){{0,40}}?)\b(?:with|"
    rf"to)\s+(?:its\s+)?(?:(?!{_P})[\w’'-]+:?\s+){{0,4}}?(?P<objects>{_LIST})"
)
_SHARE = re.compile(
    rf"\bshar(?:e|es|ed|"
    rf"ing)\b(?P<gap>[^.;]{{0,120}}?)\bwith\s+(?:(?!{_P})[\w’'-]+\s+){{0,3}}?(?P<objects>{_LIST})"
)
_BETWEEN = re.compile(
    rf"\b(?:between|separat\w+|"
    rf"divid\w+)\s+(?:(?!{_P})[\w’'-]+\s+){{0,3}}?(?P<one>{_P})(?:['’]s)?\s*(?:(?!{_P})[\w’'-]+\s+){{0,5}}?"
    rf"(?:and|from|,)\s+(?:(?!{_P})[\w’'-]+\s+){{0,3}}?(?P<objects>{_LIST})"
)
_OF = re.compile(
    rf"\b{_LINE}\s+of\s+(?:the\s+)?(?P<one>{_P})\s+(?:and|with)\s+(?:the\s+)?(?P<objects>{_LIST})"
)
_NEIGHBOUR_OF = re.compile(
    rf"(?P<one>{_LIST})\s+(?:is|are|was|"
    rf"were)\s+(?:[\w’'-]+\s+){{0,4}}?neighbou?rs?\s+of\s+(?:the\s+)?(?P<objects>{_LIST})"
)
_TOUCHES_IN = re.compile(
    rf"\b(?:touch\w*|borders?|bordered|meets?)\s+(?P<objects>{_P})\s+(?:only\s+)?(?:in|"
    rf"at)\s+(?P<one>{_LIST})"
    rf"(?:\s+and,?\s+[^.;]{{0,40}}?\bin\s+(?P<more>{_LIST}))?"
)
_HYPHEN = re.compile(rf"(?P<one>{_P})\s*[-–—/]\s*(?P<two>{_P})")
_JOINTLY = re.compile(
    rf"(?P<group>{_P}\s*(?:,\s*{_P}\s*)*,?\s*and\s+(?:the\s+)?{_P})(?:['’]s?)?\s+(?:[\w’'-]+\s+){{0,6}}?"
    rf"(?:shar(?:e|ed|ing)|(?:are|is) (?:separated|divided|parted)|meet|met|(?:over|on|along) "
    rf"their\s+(?:\w+\s+)?{_LINE}|"
    rf"border each other|have a common)"
)
_TOGETHER = re.compile(
    rf"\b(?:(?:the|two|both) (?:countries|states|nations|neighbou?rs|sides)|they|"
    rf"both)\b[^.;]*\b(?:share|shared|{_LINE})\b"
    rf"|\b{_LINE}\s+(?:between|of) (?:the two|them)\b",
    re.IGNORECASE,
)
_WITH_HOW_LONG = re.compile(
    rf"(?:^|[;,]\s*)(?:and\s+)?with\s+(?:the\s+)?(?P<objects>{_P})[^.;]{{0,40}}?\d[\d.,\s]*(?:km|"
    rf"kilomet|mile)",
    re.IGNORECASE,
)
_AROUND = re.compile(
    rf"\b(?:surrounded|enclosed|encircled|ringed|bounded|flanked|hemmed in|wedged|nestled|"
    rf"sandwiched|squeezed|tucked)\b"
    rf"[^.;]{{0,40}}?\b(?:by|between|in|into|"
    rf"against)\s+(?:(?!{_P})[\w’'-]+\s+){{0,4}}?(?P<objects>{_LIST})"
)
_LIES = re.compile(
    rf"\b(?:lies?|lying|located|situated|sits|stands|stretch(?:es)?|"
    rf"runs)\s+between\s+(?:(?!{_P})[\w’'-]+\s+){{0,4}}?(?P<objects>{_LIST})"
)
_NEIGHBOURS = re.compile(
    rf"\bneighbou?rs?\b[^.;]{{0,30}}?(?::|,|are|is|include|such as|like|—|"
    rf"–)\s*(?:(?!{_P})[\w’'-]+\s+){{0,4}}?(?P<objects>{_LIST})"
)
_CROSS = re.compile(
    rf"\b(?:crossings?|checkpoints?|gates?|posts?)\b[^.;]{{0,40}}?\b(?:to|with|into|from|between|"
    rf"on)\s+(?:the\s+)?(?P<objects>{_LIST})"
)
_OWNER = re.compile(
    rf"(?P<one>{_P})(?:['’]s?)?\s+(?:[\w’'-]+[\s-]+){{0,5}}?(?:borders?|frontiers?|boundar(?:y|"
    rf"ies)|airspace|territorial (?:waters|sea)|territory)\b"
)
_SKY = re.compile(
    rf"\b(?:airspace|territorial (?:waters|sea)|territory)\s+(?:of|over)\s+(?:the\s+)?(?P<one>{_P})"
)
_FACES = re.compile(rf"\b(?:faces?|opposite)\s+(?:(?!{_P})[\w’'-]+\s+){{0,2}}?(?P<objects>{_LIST})")
_REST = re.compile(
    r"\b(?:rest of|mainland|cut off|separated from|detached|by land only|only through|landlocked|"
    r"not (?:touch|connect)\w*|no land (?:link|connection))\b",
    re.IGNORECASE,
)
_LENGTH_OR_LINE = re.compile(
    rf"\b{_LINE}\b|\b(?:kilomet\w+|km|miles?|coast\w*|corridor|strip)\b", re.IGNORECASE
)
_METAPHOR = re.compile(
    r"\b(?:borders? on (?:the )?[a-z]|borderline|without borders|cross-border trade)\b"
)


def border_facts(sentences: Sequence[Sentence], title_places: Sequence[str]) -> list[Fact]:
    """The border facts of an article that is about states, in order of its sentences.

    `title_places` are the places in its title, in order.
    """
    tally = Counter(key for sentence in sentences for key in sentence.places)
    often = [key for key, _ in tally.most_common(3)]
    topic = next((key for key in title_places if key in often), often[0] if often else None)
    main = _main_pair(sentences, title_places)
    facts: list[Fact] = []
    pair: tuple[str, str] | None = None
    told = False  # whether the sentence before told of that very pair
    for position in range(len(sentences)):
        found, pair = _facts_of(
            sentences, position, pair or main, topic, told, topic in title_places
        )
        told = bool(found) and pair is not None and any(pair in fact.pairs for fact in found)
        facts.extend(found)
    return facts


def _main_pair(
    sentences: Sequence[Sentence], title_places: Sequence[str]
) -> tuple[str, str] | None:
    """The two sides of the line that the article is about, where it is about one.

    The pair that most sentences set side by side, if the title or two sentences do.
    """
    tally: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        if not sentence.places:
            continue
        masked, keys = _mask(sentence)
        found = _pairs(masked, keys, sentence, None)
        if len(found) == 1:
            one, other = sorted(found[0])
            tally[one, other] += 1
        elif len(sentence.places) == 2 and cue("border", "nouns").search(sentence.passage.text):
            one, other = sorted(sentence.places)
            tally[one, other] += 1
    if len(title_places) == 2:
        one, other = sorted(title_places)
        tally[one, other] += 2
    if not tally:
        return None
    (best, count), *rest = tally.most_common(2)
    if rest and rest[0][1] == count:
        return None
    return best


def _facts_of(
    sentences: Sequence[Sentence],
    position: int,
    pair: tuple[str, str] | None,
    topic: str | None,
    told_before: bool,
    titled: bool,
) -> tuple[list[Fact], tuple[str, str] | None]:
    sentence = sentences[position]
    text = sentence.passage.text
    if text.rstrip("\"'”’) ").endswith("?"):
        return [], pair
    masked, keys = _mask(sentence)
    has_line = bool(cue("border", "nouns").search(text))
    has_verb = bool(_VERB_WORD.search(text))
    has_structure = bool(cue("border", "structures").search(text))
    has_shape = bool(cue("border", "shapes").search(text))
    has_limit = bool(cue("border", "limits").search(text))
    lengths = [amount for amount in amounts(text) if amount.km is not None]
    pairs = _pairs(masked, keys, sentence, topic)
    if not sentence.places and pair and _TOGETHER.search(masked):
        pairs = (pair,)
    if not pairs and (row := _row(sentences, position, topic, lengths)):
        pairs = row
    same = _told_of_the_same(sentences, position, masked, keys)
    if not pairs and same:
        pairs = same
    if not pairs and (last := _last_of(sentences, position, topic)):
        pairs, has_structure = last, True
    length_of_pair = bool(
        lengths
        and pair
        and not has_line
        and (
            _continues(text)
            or re.search(r"\bline\b", text)
            or (told_before and not sentence.places)
        )
    )
    if not (
        has_line or has_verb or has_structure or has_shape or has_limit or pairs or length_of_pair
    ):
        return [], _carry(sentences, position, pair)
    if _METAPHOR.search(text) and not pairs:
        return [], pair
    if not pairs and pair and _is_of_the_pair(sentence, pair, bool(lengths), has_line):
        pairs = (pair,)
    sides = tuple(dict.fromkeys(key for pair_ in pairs for key in pair_))
    if not sides and (has_line or has_shape or has_structure or has_limit):
        sides = _loose_sides(sentence, masked, keys)
        if titled and topic is not None and len(sides) == 1 and topic not in sides:
            sides = (*sides, topic)
    if not sides and not sentence.places:
        return [], pair
    sides = sides or sentence.places[:3] or sentence.focus_places[:1]
    others = tuple(key for key in sentence.places if key not in sides)
    passages, at = _passages(sentences, position, sides)
    if " | " in text and (header := _header(sentences, position)) != position:
        passages, at = (sentences[header].passage, sentence.passage), 1

    def fact(kind: FactKind, amount: Amount | None = None) -> Fact:
        own = pairs
        if amount is not None and len(pairs) > 1:
            own = _nearest_pair(sentence, pairs, amount)
        return Fact(
            kind=kind,
            passages=passages,
            at=at,
            places=tuple(dict.fromkeys((*sides, *others))),
            pairs=own,
            quantity=_quantity(text, amount) if amount else None,
            stance=sentence.stance,
            attributed_to=speaker(text),
            role=str(len(sides)),
            scope=_scope(text, amount) if amount else None,
        )

    found: list[Fact] = []
    if pairs:
        found.append(fact(FactKind.BORDER))
    if re.search(r"\b(?:ex|en)claves?\b", text, re.IGNORECASE) or (
        has_shape and _REST.search(text)
    ):
        found.append(fact(FactKind.EXCLAVE))
    if lengths and (has_line or has_shape or has_structure or length_of_pair or pairs):
        found.extend(fact(FactKind.LENGTH, amount) for amount in _whole_lengths(text, lengths))
    if (
        cue("incident", "verbs").search(text)
        and (has_line or has_limit or has_structure)
        and not (found and not _happened(text))
    ):
        found.append(fact(FactKind.INCIDENT))
    elif has_structure and (cue("closure", "verbs").search(text) or not found):
        found.append(fact(FactKind.CROSSING))
    elif (
        has_line
        and cue("deployment", "verbs").search(text)
        and cue("deployment", "forces").search(text)
    ):
        found.append(fact(FactKind.DEPLOYMENT))
    if not found and (has_line or has_limit or has_shape):
        border = len(sides) >= 2 and (bool(NEGATION.search(text)) or has_line)
        if border or has_line or has_limit:
            found.append(fact(FactKind.BORDER if border else FactKind.CROSSING))
    return found, pairs[0] if len(pairs) == 1 else _carry(sentences, position, pair)


_SUBJECT = re.compile(rf"{_P}|\b(?:it|its|they|their|he|she|which|that|who)\b", re.IGNORECASE)
_VERB_WORD = re.compile(
    r"\b(?:neighbou?r\w*|adjoin\w*|abut\w*|surround\w*|wedged|nestled|sandwiched|squeezed|"
    r"landlocked|enclos\w+)\b",
    re.IGNORECASE,
)


def _is_of_the_pair(
    sentence: Sentence, pair: tuple[str, str], has_length: bool, has_line: bool
) -> bool:
    """Whether a sentence that sets no two places side by side goes on about "the line"."""
    text = sentence.passage.text
    strangers = set(sentence.places) - set(pair)
    if not sentence.places:
        return has_line or has_length or _continues(text)
    definite = re.search(
        r"\b(?:the|their|this|that)\s+(?:common\s+|shared\s+|whole\s+|entire\s+|agreed\s+|land\s+|"
        r"new\s+|"
        r"[\d,.]+[- ]?(?:km|kilomet\w+|miles?)[- ]?(?:long )?)*(?:border|frontier|boundary|"
        r"line)\b(?!\s+(?:with|between|of|to))",
        text,
        re.IGNORECASE,
    )
    if definite and has_length:
        return True
    if strangers:
        return False
    return bool(definite) or bool(
        has_length and re.search(r"\bneighbou?rs?\b|\bshare", text, re.IGNORECASE)
    )


def _header(sentences: Sequence[Sentence], position: int) -> int:
    """The position of the first row of the table that a row stands in."""
    while position and " | " in sentences[position - 1].passage.text:
        position -= 1
    return position


def _row(
    sentences: Sequence[Sentence], position: int, topic: str | None, lengths: Sequence[Amount]
) -> tuple[tuple[str, str], ...]:
    """The pair of a table's row: its two places, or the article's topic and its one place."""
    sentence = sentences[position]
    if " | " not in sentence.passage.text:
        return ()
    names = sentences[_header(sentences, position)].passage.text
    if not re.search(r"\b(?:neighbou?r\w*|border\w*|frontier|length|boundary)\b", names, re.I):
        return ()
    places = sentence.places
    if len(places) >= 2:
        return ((places[0], places[1]),)
    if len(places) == 1 and topic is not None and topic != places[0] and lengths:
        return ((topic, places[0]),)
    return ()


def _nearest_pair(
    sentence: Sentence, pairs: Sequence[tuple[str, str]], amount: Amount
) -> tuple[tuple[str, str], ...]:
    """Of several pairs the one whose second place stands nearest to a length."""

    def distance(pair: tuple[str, str]) -> int:
        spots = [mention.start for mention in sentence.mentions if mention.key == pair[1]]
        return min((abs(spot - amount.start) for spot in spots), default=9999)

    return (min(pairs, key=lambda pair: (distance(pair), pair)),)


def _last_of(
    sentences: Sequence[Sentence], position: int, topic: str | None
) -> tuple[tuple[str, str], ...]:
    """The pair of "The last of these has kept its side closed", behind a list of neighbours."""
    text = sentences[position].passage.text
    if not position or not re.match(r"\W*(?:the last|the latter)\b", text, re.IGNORECASE):
        return ()
    if not cue("closure", "verbs").search(text):
        return ()
    masked, keys = _mask(sentences[position - 1])
    before = _pairs(masked, keys, sentences[position - 1], topic)
    return before[-1:]


def _told_of_the_same(
    sentences: Sequence[Sentence], position: int, masked: str, keys: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """The pairs of "So does Djibouti." and "Uganda and Burundi do not." behind a border."""
    if not position or len(masked) > 60:
        return ()
    if not re.search(
        rf"^(?:So|Nor|Neither) (?:do|does) {_LIST}|^{_LIST} (?:do|does)(?: not|n['’]t)?\.$", masked
    ):
        return ()
    before = sentences[position - 1]
    if not re.search(r"\bborders?\b|\bneighbou?r", before.passage.text) and position > 1:
        before = sentences[position - 2]
    earlier, earlier_keys = _mask(before)
    pairs = _pairs(earlier, earlier_keys, before, None)
    objects = dict.fromkeys(other for _, other in pairs)
    return tuple((one, other) for one in _keys(masked, keys) for other in objects if one != other)


def _carry(
    sentences: Sequence[Sentence], position: int, pair: tuple[str, str] | None
) -> tuple[str, str] | None:
    """The pair that "the line" means is forgotten when a sentence speaks of two others."""
    places = sentences[position].places
    return None if pair and len(places) >= 2 and not set(places) & set(pair) else pair


def _mask(sentence: Sentence) -> tuple[str, list[str]]:
    """The sentence with each place as one private character, and the keys behind them."""
    text, end = sentence.passage.text, 0
    parts: list[str] = []
    keys: list[str] = []
    for mention in sentence.mentions:
        if mention.form == "area":
            continue  # seas and continents are no side of a border
        parts.append(text[end : mention.start])
        parts.append(chr(_FIRST + len(keys)))
        keys.append(mention.key)
        end = mention.end
    parts.append(text[end:])
    return "".join(parts), keys


def _keys(fragment: str, keys: Sequence[str]) -> list[str]:
    return [
        keys[ord(char) - _FIRST] for char in fragment if _FIRST <= ord(char) < _FIRST + len(keys)
    ]


def _is_of_a_line(masked: str, match: re.Match[str]) -> bool:
    """Whether "between" parts two territories, and does not join two capitals or parties."""
    before = masked[max(0, match.start() - 90) : match.start()]
    return bool(
        _LENGTH_OR_LINE.search(before)
        or cue("border", "structures").search(before)
        or cue("border", "shapes").search(before)
        or cue("border", "nouns").search(masked)
        or re.search(
            r"\b(?:lies?|lay|lying|zone|strip|land|separat\w+|divid\w+|run|runs)\b", before
        )
        or re.match(r"separat|divid", match[0])
    )


def _named_by(masked: str, end: int, keys: Sequence[str]) -> list[str]:
    """Kaliningrad, where "the Russian exclave of Kaliningrad" begins with "Russian"."""
    match = re.match(_NAMED_BY, masked[end:])
    return _keys(match[0], keys) if match else []


def _subjects(masked: str, end: int, keys: Sequence[str], sentence: Sentence) -> list[str]:
    """The places that a verb or a line at `end` belongs to.

    The list right before a relative pronoun; else the focus of a sentence that begins with "it";
    else the list that the sentence begins with; else the nearest before.
    """
    lists = list(re.finditer(_LIST, masked[:end]))
    focus = list(sentence.focus_places)[:1]
    if not lists:
        return focus
    nearest = _keys(lists[-1][0], keys)
    between = masked[lists[-1].end() : end]
    if re.fullmatch(r"\s+(?:itself|themselves|also|only|now|then|still|too|alone|\s)*", between):
        return nearest
    if re.search(r"^\W*(?:[\w’'-]+\s+){0,3}?(?:which|that|who|where)\b|^['’]", between):
        return nearest
    if focus and re.match(
        r"\W*(?:but |and |yet |no\. |yes[.,] )?(?:it|they|the (?:country|republic|kingdom|exclave|"
        r"enclave|territory|region|island|state))\b",
        masked,
        re.IGNORECASE,
    ):
        return focus
    if re.search(r"(?:,|;)\s*(?:and|but|while)?\s*(?:the\s+(?:\w+\s+)?)$", masked[:end]):
        return _keys(lists[0][0], keys)[:1]
    first = _keys(lists[0][0], keys)
    opening = masked[: lists[0].start()]
    if len(opening.split()) <= 3 and not re.search(
        r"\b(?:in|on|from|at|with|near)\b", opening, re.I
    ):
        clause = masked[lists[0].end() : end]
        if not re.search(r"[;:]", clause):
            return first
    return nearest


def _pairs(
    masked: str, keys: Sequence[str], sentence: Sentence, topic: str | None
) -> tuple[tuple[str, str], ...]:
    """The pairs that the sentence sets side by side, in order, without repetition.

    `topic` is the place that the article is about: the side of "no border with Kyrgyzstan".
    """
    pairs: list[tuple[str, str]] = []

    def join(subjects: Iterable[str], objects: Iterable[str]) -> None:
        right = list(objects)
        pairs.extend((one, other) for one in subjects for other in right if one != other)

    for rule in (_VERB, _SHARE, _WITH, _AROUND, _LIES, _NEIGHBOURS, _FACES, _CROSS):
        for match in rule.finditer(masked):
            if rule is _VERB and not _is_verb(masked, match):
                continue
            if rule is _SHARE and not _LENGTH_OR_LINE.search(match["gap"]):
                continue
            objects = _keys(match["objects"], keys)
            objects = _named_by(masked, match.end(), keys) or objects
            subjects = _subjects(masked, match.start(), keys, sentence)
            if topic and rule is _WITH and not _SUBJECT.search(masked[: match.start()]):
                subjects = [topic]
            join([key for key in subjects if key not in objects], objects)
    for rule in (_OF, _NEIGHBOUR_OF, _BETWEEN, _TOUCHES_IN):
        for match in rule.finditer(masked):
            if rule is _BETWEEN and not _is_of_a_line(masked, match):
                continue
            more = match["more"] if rule is _TOUCHES_IN and match["more"] else ""
            join(_keys(match["one"] + more, keys), _keys(match["objects"], keys))
    for match in _JOINTLY.finditer(masked):
        group = _keys(match["group"], keys)
        join(group[:1], group[1:])
    if not keys and len(sentence.focus_places) >= 2 and _TOGETHER.search(masked):
        join(sentence.focus_places[:1], sentence.focus_places[1:2])
    if len(sentence.focus_places) >= 2 and re.search(
        rf"{_P}\s+(?:\w+\s+)?(?:lies?|lay|runs?|stands?)\s+(?:in\s+)?between(?:\s+the two|"
        rf"\s+them)?\b",
        masked,
    ):
        join(list(dict.fromkeys(keys))[-1:], sentence.focus_places[:2])
    for match in _WITH_HOW_LONG.finditer(masked):
        join([topic] if topic else sentence.focus_places[:1], _keys(match["objects"], keys))
    if _LENGTH_OR_LINE.search(masked) or cue("border", "structures").search(masked):
        for match in _HYPHEN.finditer(masked):
            join(_keys(match["one"], keys), _keys(match["two"], keys))
    if (
        not pairs
        and re.search(r"\bshar(?:e|es|ed|ing)\b", masked)
        and _LENGTH_OR_LINE.search(masked)
    ):
        groups = [_keys(match[0], keys) for match in re.finditer(_LIST, masked)]
        group = next((group for group in groups if len(group) >= 2), [])
        join(group[:1], group[1:])
    return tuple(dict.fromkeys(pairs))


def _is_verb(masked: str, match: re.Match[str]) -> bool:
    """Whether "border(s)" is a verb here: it has a subject before and places right behind."""
    gap = match["gap"].strip().lower()
    word = masked[match.start() :].split()[0].lower()
    if not gap:
        return True
    if word in ("border", "neighbour", "neighbor") and re.search(
        r"\b(?:the|a|its|of|their|at)\s$", masked[: match.start()]
    ):
        return False
    if re.search(r"\b(?:with|between|of|near|from|to|by|in|at|for|after|where|when)\b", gap):
        return bool(
            re.search(r"\b(?:countries|states|nations|neighbours|neighbors|of them|among)\b", gap)
        )
    return True


def _loose_sides(sentence: Sentence, masked: str, keys: Sequence[str]) -> tuple[str, ...]:
    owners = [
        key
        for rule in (_OWNER, _SKY)
        for m in rule.finditer(masked)
        for key in _keys(m["one"], keys)
    ]
    named = list(dict.fromkeys([*owners, *sentence.places]))
    if named:
        return tuple([*named, *sentence.focus_places[:1]][:3])
    return sentence.focus_places[:2]


def _continues(text: str) -> bool:
    return bool(
        re.match(
            r"^[\s“\"'‘(•*–—-]*(?:it|its|they|the (?:border|frontier|boundary|line|long one|other "
            r"one|"
            r"first|second|longest|shortest|total|whole|strip|corridor|gap|fence|wall|crossing\w*|"
            r"land)|this|that|"
            r"of this|of that|of these|the (?:two )?(?:countries|states|sides|neighbou?rs)|their|"
            r"the (?:\w+ )?line|about|around|more than|most of|some|a third|half|nearly|two "
            r"thirds|along|"
            r"for |much of|both|only|on |there)\b",
            text,
            re.IGNORECASE,
        )
    )


def _happened(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:violated|entered|shot|killed|clash\w+|attacked|fired|seized|crossed|wounded|"
            r"fought|incursions?|intrusion|collided|shelled|stormed|detained|died|incident)\b",
            text,
            re.I,
        )
    )


def _whole_lengths(text: str, lengths: Sequence[Amount]) -> list[Amount]:
    """The lengths of a line: no heights, depths, widths, nor distances from it."""
    kept = []
    for amount in lengths:
        behind = text[amount.end : amount.end + 24].lower()
        before = text[max(0, amount.start - 24) : amount.start].lower()
        if re.match(
            r"\s*(?:from|away|off|inside|into|beyond|deep|high|wide|tall|north|south|east|west|"
            r"per|an hour|above|below|apart|thick)",
            behind,
        ):
            continue
        if re.search(r"\bwithin\s*$|\bheight|\bdepth", before):
            continue
        kept.append(amount)
    return kept


def _quantity(text: str, amount: Amount) -> Quantity:
    return Quantity(
        amount.value, amount.unit or "", text[amount.start : amount.end], amount.approximation
    )


def _scope(text: str, amount: Amount) -> str | None:
    """What part of a border a length is for, in the article's word; None for all of it.

    Only the clause around the figure is read: "392 kilometres, and neither has another
    neighbour on land" is about the whole.
    """
    if re.match(
        r"\s+of\s+(?:the|its|their|[A-Z]\w+['’]s)\s+(?:\w+\s+)?(?:border|frontier|boundary|line)",
        text[amount.end :],
    ) and not re.search(r"\bshar", text):
        return "part"
    before = re.split(r"[,;:]\s", text[: amount.start])[-1][-60:]
    after = re.split(r"[,;:]\s|\sand\s", text[amount.end :], maxsplit=1)[0][:60]
    match = re.search(
        r"\b(?:land|sea|maritime|river|coast\w*|fence\w*|wall|barrier|berm|another|part|third|half|"
        r"corridor|gap|strip|without|excluding|including|counted|only|section|stretch|piece|"
        r"average|wide|one|other)\b",
        f"{before} {after}",
        re.IGNORECASE,
    )
    if match is None:
        return None
    return {"sea": "maritime"}.get(match[0].lower(), match[0].lower())


def _passages(
    sentences: Sequence[Sentence], position: int, sides: Iterable[str]
) -> tuple[tuple[Passage, ...], int]:
    """The sentence, with the one before where a side of the border is named only there."""
    sentence = sentences[position]
    missing = set(sides) - set(sentence.places)
    named_before = position and missing & set(sentences[position - 1].places)
    if named_before or (position and leans_on_what_came_before(sentence.passage.text)):
        return (sentences[position - 1].passage, sentence.passage), 1
    return (sentence.passage,), 0


def is_plain(fact: Fact) -> bool:
    """Whether the article asserts the fact itself, today."""
    return fact.stance in (Stance.ASSERTED, Stance.ATTRIBUTED)
