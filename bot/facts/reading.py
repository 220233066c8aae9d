"""An article read sentence by sentence: which places and missions each sentence speaks of.

A sentence speaks of what it names, and of what "it", "the mission" or "the two countries" safely
refer to: those are its focus. Pure; the gazetteer and the known missions are arguments.
One module, because what a sentence refers to follows from how the one before was read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.facts.armed_others import of_armed_others
from bot.facts.cues import AIRCRAFT, small_cue
from bot.facts.mission_index import MissionIndex
from bot.facts.named_beside import (
    answers_on_another,
    is_named_next,
    is_of_the_state_before,
    says_what_it_was,
)
from bot.facts.other_forces import (
    brings_in_another,
    goes_on,
    is_another_nations,
    is_beside_another,
    is_of_others,
    is_theirs,
    nations_taking_part,
    owners_of,
    speaks_of_the_mission,
)
from bot.facts.questions_on_it import answers_a_question, answers_what_it_is, asks_on
from bot.facts.sentence import BODIES, Sentence
from bot.facts.stance import stance
from bot.facts.status import succession
from bot.facts.the_two import (
    ACTS_ON_IT,
    AT_SEA,
    BOTH_TOUCH,
    LAST_OF,
    LATE,
    NO_BORDER,
    THE_PLACE,
    TWO,
    across,
    lies_between,
    named_so,
    names_before,
    neighbours_of_late,
    territory_of_late,
    told_most_of,
    two_at_first,
    two_named_first,
)
from bot.facts.unnamed import unnamed_in
from bot.facts.which_mission import (
    DATED_ENTRY,
    HAS_A_SUBJECT,
    HEADED_BY_NAME,
    HEIR_OF,
    LABELLED,
    OTHERS_SAY,
    SOME_SAY,
    SPEAKS_OF_ONE,
    THE_FORCE,
    THE_NEWER,
    THE_OLDER,
    THE_OTHER,
    are_several,
    body_of_name,
    by_its_noun,
    christened,
    counts_by_nation,
    described_first,
    is_of_another_body,
    is_of_another_kind,
    joins,
    leads_another,
    makes_it_go,
    nouns_of,
    opens_on_the_latest,
    speaks_of_another,
    speaks_of_it,
    title_is_on_others,
)
from bot.language.phrases import by_first_letters
from bot.language.places import Gazetteer
from bot.model import Article, Passage

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

_OF_A_MISSION = (
    *("missions?", "operations?", "exercises?", "force", "programme", "program", "manoeuvres?"),
    *("drills?", "deployment", "mandate", "headquarters", "commander", "troops", "soldiers"),
    *("observers", "monitors", "peacekeepers", "contingents?", "ships", "aircraft", "jets"),
    *("trainees", "recruits", "trained", "courses", "instructors", "participants", "blue helmets"),
    *("battalions?", "take part", "takes part", "took part", r"contribut\w+", "suppl(?:y|ies)"),
    *("rotations?", "fighters?", "pilots?", "frigates?", "flights?", "trainers", "staff"),
    *("personnel", "people", "police", "units", "companies", "planes", "helicopters", "engineers"),
    *("in charge", "pulls out", "pulled out", "withdrew", "withdraws", "leaves in", "left in"),
    "join(?:s|ed)(?! (?:the )?(?:alliance|union|bloc|nato|eu|european|united|commonwealth)\\b)",
    # "No reason was given."
    "its (?:yearly |annual |total )?(?:costs?|budget|bill)",
    "no (?:reasons?|explanation|date|day|figures?|numbers?|costs?|details|successor) "
    "(?:was|were|has|have)",
    *("special forces", "its base", "their base", "paratroopers"),
    *("sent the (?:others?|rest)", "supplied the (?:others?|rest)", "supply the (?:others?|rest)"),
    "provide[ds]? the (?:others?|rest)",
    "most (?:of them )?(?:are|were|come|came)",
    *("gave (?:it|them)", "given (?:it|them)", "gives (?:it|them)", "granted (?:it|them)"),
    "transitional (?:administration|authority)",
    "interim (?:administration|authority)",
    *("officers", "deployed", "uniformed", "battlegroups?", "last day", "scenario", "patrols?"),
    *("task", "vessels", "members", "the (?:new )?(?:group|team)", "leads", "led", "commands?"),
    *("commanded", "heads", "headed", "supplied", "fly with", "flies with", "sails? with"),
    *("serve[ds]? with", "come from", "came from", "comes from", "drawn from", "hail from"),
)

# of a sentence in small letters: four times as quick as without regard to case
_ABOUT_MISSION = re.compile(
    rf"\b(?:(?:{by_first_letters(_OF_A_MISSION)})\b"
    # "Denmark sent 150." "Today there are some 3,400." "Fiji gave two."
    r"|(?:sent|sends|sending|provid\w+|contribut\w+|gave|gives|add(?:s|ed)|commit\w+|lent|"
    r"suppli\w+|there (?:are|were))\s+(?:now |still )?(?:about |some |around |up to |another |"
    r"only |more than |over )?\d"
    r"|(?:sent|sends|gave|gives|lent|contribut\w+)\s+(?:two|three|four|five|six|eight|ten|twelve)"
    rf"\b|{AIRCRAFT.lower()}"
    # "Jamaica sent a few hundred more", "Portugal kept a company of gendarmes with it"
    r"|(?:sent|sends?|gave|gives?|lent|lends?|kept|keeps?|adds?|added|offer\w*|leaves?|left|"
    r"bring\w*|brought)\s+(?:an?\s+|several\s+|some\s+)?(?:few\s+|couple of\s+|handful of\s+)?"
    r"(?:hundred|thousand|dozen|score|more|company|platoon|squad|contingent|others|part of theirs)"
    r"\b|(?:part of it|belong\w* to it|joined it|(?:did|does|do) the same|followed suit|"
    r"(?:wo)?men and (?:wo)?men|gendarmes?|constables|carabinieri|marines|riflemen|sailors|airmen|"
    r"platoons?|brigadiers?|regiments?|squadrons?|sappers|medics|signallers)\b)",
)
_SO_MANY_MEN = re.compile(r"\d (?:wo)?men\b")
_LENDS_A_HAND = re.compile(
    r"[^,;:]{3,60}(?:, [^,;:]{3,40})*\b(?:follow|assist|help out|take turns)\s*[.,;]"
)


def _is_on_forces(small: str) -> bool:
    """Whether a sentence in small letters has a word that a mission is spoken of with. Asked one
    by one: as alternatives of one pattern they take three times as long."""
    return (
        _ABOUT_MISSION.search(small) is not None
        or _SO_MANY_MEN.search(small) is not None
        or _LENDS_A_HAND.match(small) is not None
    )


_THE_LATEST = re.compile(r"\b(?:that one|the latter|its successor|the successor)\b")

_IS_NAMED = re.compile(
    r"(?<!whose operation )(?<!whose mission )\b(?:is|was|are|were|will be) (?:now |also )?"
    r"(?:called|named|known as|dubbed)\b",
)

_PRONOUN = re.compile(r"\b(?:it|its|they|their)\b")

_OPENS_WITH_MISSION = re.compile(
    r"^[\s“\"'‘(•*–—-]*(?:(?:On|In|Since|From|By|At|Until) (?:[A-Z]\w+ |\d+ |then |the |summer |"
    r"spring |autumn |winter |end |beginning |of ){1,5},?\s?)?"
    r"(?:it|its|the (?:mission|operation|exercise|force|programme|program|deployment|group|team|"
    r"new mission|new operation|new force|new group|(?:[\w-]+ )?(?:intervention|manoeuvres?|"
    r"drill)))\b",
    re.IGNORECASE,
)

# "Fighting broke out on 7 June, when soldiers rose against the president"
_BREAKS_OUT = re.compile(
    r"\W*(?:(?:heavy|new|fresh|fierce|the) )?(?:fighting|war|violence|clashes|unrest|riots|"
    r"shooting|hostilities|a coup|a mutiny|a war)\b[^.;]{0,20}\b(?:br[eo]\w+ out|"
    r"erupt\w*|flar\w+|beg[aiu]n|started|resumed|spread)\b"
)
_OBJECT = re.compile(r"^[^,;]{0,60}\b\w+(?:ed|t|ght|ve|s) it\b")
# "From the coast it is about 900 kilometres by air", "it took three days to get there"
_IMPERSONAL = re.compile(
    r"\bit (?:is|was) (?:(?:about|some|nearly|more than|only|barely|roughly|over|almost|just)\s+)*"
    r"[\d.,]+ (?:km|kilomet\w+|miles|metres|hours?|minutes|days?)\b[^.;]{0,30}\b(?:to|from|away)\b"
    r"|\bit (?:is|was) (?:clear|unclear|likely|true|said|thought|believed|feared|not known)\b"
)
# "The new force, EUFOR Althea, has 7,000 soldiers": its name follows
_CALLED = re.compile(
    r"\W*The\s+(?:[\w’'-]+\s+){0,3}?(?:mission|operation|force|exercise|deployment|group|team)"
    r"(?:\s+(?:that|which)\s[^,.;:]{2,40})?,\s+"
    r"(?:(?:called|named|known as|codenamed|dubbed|(?:born|begun|launched) as)\s+)?"
    r"(?:the\s+)?(?:Operation\s+)?$"
)
# "The army's longest campaign ended at midnight. Operation X, the deployment in …"
_LEADS_UP = re.compile(
    r"\W*(?:The|Its|An?|One of the)\s+[^,;.]{0,60}?\b(?:mission|operation|force|campaign|"
    r"deployment|exercise|presence)\s+(?:(?:of|in|by)\s[^,;.]{0,40}?\s)?(?:ended|began|begins?|ends|started|closed|closes|"
    r"came to an end|was (?:launched|closed|wound up)|is over)\b"
    # "Portugal has ended the evacuation from Guinea-Bissau. Operation X took out 3,400 people"
    r"|\W*(?:The )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*\s+(?:has\s+|have\s+)?(?:ended|begun|"
    r"began|launched|started|closed|finished|completed|stopped)\s+(?:the|its|an?)\s+(?:[\w-]+\s+){0,2}"
    r"(?:evacuation|airlift|rescue|operation|mission|deployment|exercise|manoeuvres|campaign)\b"
)
# "It watches the lines with Abkhazia", "They are unarmed and patrol along the border"
_IT_WATCHES = re.compile(
    r"\W*(?:it|they)\s+(?:(?:is|are|was|were)\s+\w+(?:,? and |,\s+))?"
    r"(?:(?:now|still|only|also|has|have|had)\s+)*(?:watch|monitor|observ|patrol|verif|report)(?:e?s|ed|e|ies|ied|led)?\b"
)
_PRONOUN_FIRST = re.compile(r"^[\s“\"'‘(•*–—-]*(?:it|its|they|their)\b")

# "a joint patrol", "no monitoring mission": not the one that was spoken of
_ANOTHER_MISSION = re.compile(
    r"\b(?:an?|no|any|another)\s+(?:[\w-]+\s+){0,3}?(?:missions?|operations?|exercises?|force|"
    r"patrols?|deployment|programme|battlegroup|brigade|fleet|flotilla|coalition)\b"
    r"|\bjoint patrols\b",
)

# "Its security force, UNSF, kept order"
_ITS_OWN = re.compile(r"\W*(?:its|their)\s+(?:[\w-]+\s+){0,3}[\w-]+,\s+(?:the\s+)?$", re.IGNORECASE)

# "Fiji belongs to both"
_BOTH = re.compile(
    r"\b(?:to|in|of|with|for|join(?:s|ed)?|leads?|led)\s+both\s*[.,;]"
    r"|\bboth\s+(?:missions|forces|groups|operations|exercises)\b",
)


def is_beside_its_name(text: str, end: int, start: int) -> bool:
    """Whether the mission that opens a sentence as far as `end` is the one named at `start`: "In
    November the exercise Steadfast Jazz", "The force that left, born as Operation X"."""
    at_once = text[end:start].strip(" “\"‘'«") == ""
    return at_once or bool(_CALLED.fullmatch(text[:start]))


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
    named_in = described_first(article.title, passages, named_in, gazetteer)
    mentions_in = [tuple(gazetteer.mentions(passage.text, known)) for passage in passages]
    keys_in = [tuple(dict.fromkeys(span.key for span in spans)) for spans in named_in]
    tally = Counter(key for keys in keys_in for key in keys)
    bodies_of: dict[str, set[str]] = {}
    for passage, spans, its in zip(passages, named_in, mentions_in, strict=True):
        for span in spans:
            told = bodies_of.setdefault(span.key, body_of_name(passage.text[span.start : span.end]))
            told.update(BODIES & {mention.key for mention in its})
    often = [key for key, count in tally.most_common(1) if count > 1 or len(tally) == 1]
    lead = [key for keys in keys_in[:2] for key in keys]
    main = [key for key in title_missions if tally[key]][:1] or lead[:1] or often
    # without one, no sentence can refer to any
    main = main or list(tally)[:1] or title_missions[:1]
    of_title = [] if lies_between(article.title) else gazetteer.mentions(article.title, known)
    subject: tuple[str, ...] = tuple(mention.key for mention in of_title)[:2]
    in_title = {
        mention.key
        for mention in of_title
        if gazetteer.places[mention.key].kind not in ("group", "area")
    }
    titled = tuple(in_title)
    if len(titled) != 1:
        titled = told_most_of(mentions_in, gazetteer)
    first_two = two_at_first([of_title, *mentions_in[:2]], gazetteer)
    recent: list[str] = []  # the places named so far, the latest first
    its_nouns = nouns_of(passages, named_in)
    heir: str | None = None  # the mission that was last told to take another's place
    latest: list[str] = []  # the missions named so far, the latest first
    current: tuple[str, ...] = tuple(main)
    sentences: list[Sentence] = []
    paragraph = -1
    to_be_named: tuple[str, ...] = ()  # the mission that a paragraph describes before it names it
    it_is_a_place = False
    of_some: tuple[str, ...] = ()  # what "Some say that it …" was on, for "Others …"
    another_body = False  # whether "it" is a team that the sentence before has brought in
    of_others = False  # whether the sentence before was on soldiers who are not the mission's
    owners = owners_of(passages, mentions_in, named_in)
    armed_others = of_armed_others(passages, mentions_in, named_in) if main else {}
    # "Haiti: who has come" says where, "France brings home" who
    whose_deed = [m for m in of_title if m.start == 0 and article.title[m.end :][:1] != ":"]
    taking_part = (
        nations_taking_part(passages, mentions_in, named_in, whose_deed, armed_others)
        if main
        else frozenset()
    )
    namings = [number for number, keys in enumerate(keys_in) if set(main) & set(keys)]
    first_naming = min(namings, default=len(passages))
    early = bool(set(main) & set(title_missions)) or first_naming <= max(2, len(passages) // 3)
    acronym = any(
        passages[first_naming].text[span.start : span.end].isupper()
        for span in (named_in[first_naming] if namings else ())
    )
    if not early and len(tally) == 1 and acronym:  # "In June the Council had extended the force"
        of_another = len(namings) == 1 and title_is_on_others(
            article.title, of_title, {mention.key for mention in mentions_in[first_naming]}
        )
        early = not of_another and any(
            THE_FORCE.search(passage.text) for passage in passages[:first_naming]
        )
    # "A Danish frigate … France keeps Operation X going there": the article is on the frigate
    in_passing = not title_missions and is_beside_another(
        passages[: first_naming + 1], mentions_in, named_in
    )
    naming = passages[first_naming].text if first_naming < len(passages) else ""
    named_by_itself = bool(named_in and HEADED_BY_NAME.match(naming))
    # an article that comes to a mission late is about it from there on, if it comes back to it
    begins = 0 if early else first_naming - 1 if len(namings) > 1 else len(passages)
    most = 2 * sum(tally[key] for key in main) > tally.total()
    entries = sum(bool(DATED_ENTRY.match(passage.text)) for passage in passages)
    chronicle = len(tally) > 1 and not most and entries > 1
    # an overview that does not begin with one of its missions: a paragraph that refers to none of
    # them is on none
    none_titled = len(title_missions) not in (1, 2)
    several = len(tally) > 2 and not most and none_titled and not keys_in[0]
    for number, passage in enumerate(passages):
        mentions, spans, named = mentions_in[number], named_in[number], keys_in[number]
        if passage.paragraph != paragraph:
            last = (*sentences[-1].missions, *sentences[-1].focus_missions) if sentences else ()
            by_pronoun = bool(_PRONOUN_FIRST.match(passage.text.lower()))
            it_still = by_pronoun and bool({*last} & {*current})
            paragraph = passage.paragraph
            if not it_still:  # "UNTAET has 8,950 soldiers. / It follows UNAMET"
                current = tuple(main) if number >= begins else ()
                of_no_one = in_passing or ((chronicle or several) and not by_pronoun)
                if of_no_one and not SPEAKS_OF_ONE.search(passage.text):
                    current = ()
                elif opens_on_the_latest(passage.text, current, latest, tally, title_missions):
                    current = (latest[0],)
            to_be_named = christened(passages, named_in, number)
            current = to_be_named or current
            it_is_a_place = of_others = another_body = False
            of_some = current
        on_an_army = armed_others.get(number) not in (None, *taking_part)
        small = passage.text.lower()  # what is asked without regard to case takes longer
        refers = bool(_REFERS.match(passage.text))
        opening = _OPENS_WITH_MISSION.match(passage.text) if main else None
        if opening and spans and is_beside_its_name(passage.text, opening.end(), spans[0].start):
            opening = None
        opens_with_mission = bool(opening) or (
            bool(main and spans) and bool(HEIR_OF.search(passage.text[: spans[0].start]))
        )
        it_watches = False
        about_mission = bool(current or latest) and (
            opens_with_mission or makes_it_go(passage.text) or not _ANOTHER_MISSION.search(small)
        )
        introduces = number + 1 == first_naming < len(passages) and is_named_next(
            passage, passages[first_naming], named_in[first_naming]
        )
        about_mission = about_mission or introduces
        if about_mission and not named and (_IMPERSONAL.search(small) or _BREAKS_OUT.match(small)):
            about_mission = False
        if about_mission and not named and not opens_with_mission and sentences:
            last_told = sentences[-1]
            about_mission = not (
                _OBJECT.search(small)
                and last_told.passage.paragraph == passage.paragraph
                and not (last_told.missions or last_told.focus_missions)
            )  # "Fiji has no army any more. The king disbanded it"
        if about_mission and is_of_another_kind(passage.text, current, passages, keys_in):
            about_mission = False
        if about_mission and is_of_another_body(passage.text, mentions, current, bodies_of):
            about_mission = False
        if about_mission:
            told_last = sentences[-1] if sentences else None
            it_watches = (
                not it_is_a_place
                and bool(_IT_WATCHES.match(small))
                and (
                    told_last is None
                    or told_last.passage.paragraph != passage.paragraph
                    or bool(told_last.missions or told_last.focus_missions)
                )
            )
            of_a_line = bool(_PRONOUN_FIRST.match(small)) and (
                it_is_a_place or bool(small_cue("border", "nouns").search(small))
            )
            about_mission = (it_watches or not of_a_line) and (
                it_watches
                or _is_on_forces(small)
                or bool(LABELLED.match(passage.text))
                or (number < first_naming and _LEADS_UP.match(passage.text) is not None)
                or introduces
                or makes_it_go(passage.text)
                or counts_by_nation(passage.text, mentions)
                or joins(passage.text, mentions)
                or (len(tally) == 1 and bool(unnamed_in(passage.text)))
                or (
                    bool(sentences)
                    and bool(_PRONOUN.search(small))
                    and (opens_with_mission or sentences[-1].passage.paragraph == passage.paragraph)
                    and bool(sentences[-1].missions or sentences[-1].focus_missions)
                )
            )
        about_mission = about_mission and (
            not in_passing or opens_with_mission or speaks_of_the_mission(passage.text)
        )
        if about_mission and not named and not opens_with_mission:
            about_mission = not answers_on_another(passage, sentences)
        if about_mission and not named and HAS_A_SUBJECT.match(passage.text):
            about_mission = not speaks_of_another(passage, sentences)
        if named and sentences and is_of_the_state_before(passage, spans[0], sentences[-1]):
            about_mission = False
        its_bodies = bodies_of.get(current[0], ()) if current else ()
        # "Serbian patrols crossed the line. They held a hill": nothing of the mission in either
        goes_on_with_it = bool(_PRONOUN_FIRST.match(small))
        another_body = not named and (
            (another_body and goes_on_with_it)
            or (number > first_naming and brings_in_another(passage.text))
        )
        of_others = bool(main and not named) and (
            on_an_army
            or (another_body and goes_on_with_it)
            or is_theirs(passage, sentences)
            or (of_others and goes_on(passage.text))
            or (
                bool(current) and is_another_nations(passage.text, mentions, owners.get(current[0]))
            )
            or (
                about_mission
                and not to_be_named
                and (number > first_naming or named_by_itself)
                and is_of_others(passage.text, mentions, taking_part, its_bodies)
            )
        )
        about_mission = about_mission and not of_others
        about_mission = about_mission or (
            bool(main)
            and not on_an_army
            and (
                answers_what_it_is(passage, sentences)
                or answers_a_question(passage, sentences)
                or (not named and asks_on(passage.text, mentions, current, sentences))
            )
        )
        if current and not named and says_what_it_was(passage, sentences):
            about_mission = True
        focus_missions: tuple[str, ...] = ()
        if main and not named and OTHERS_SAY.match(passage.text):
            current = of_some  # "Some want it to leave. X is no police. Others want it to stay"
        elif main and SOME_SAY.match(passage.text):
            of_some = current
        if main and not named:
            if THE_OLDER.match(passage.text):
                current = tuple(key for key in latest if key not in current)[:1] or current
            elif latest and THE_NEWER.match(passage.text):
                current = (heir if heir in latest else latest[0],)
            elif THE_OTHER.match(passage.text):
                current = tuple(key for key in latest if key not in current)[:1]
        of_it = bool(named) and speaks_of_it(passage, spans, sentences, current)
        if of_it or (about_mission and (not named or opens_with_mission)):
            focus_missions = tuple(key for key in current if key not in named)
            if not named and latest and _THE_LATEST.search(small):
                focus_missions = current = (heir if heir in latest else latest[0],)
            if not named and focus_missions:
                meant = by_its_noun(passage.text, focus_missions, latest, its_nouns)
                if main[0] in title_missions and leads_another(
                    passage.text, focus_missions[0], main[0], its_nouns
                ):
                    meant = (main[0],)
                current = current if meant == focus_missions else meant
                focus_missions = meant
            if opens_with_mission and named and not (focus_missions or {*current} & {*named}):
                # "The operation succeeded A": what the article named before A is what speaks here
                focus_missions = tuple(key for key in latest if key not in named)[:1]
        if not named and len(latest) > 1 and _BOTH.search(small):
            of_more = focus_missions if len(latest) > 2 else ()
            focus_missions = tuple(dict.fromkeys((*of_more, *latest[1::-1])))
        first = mentions[0].start if mentions else len(passage.text)
        keys = tuple(dict.fromkeys(mention.key for mention in mentions))
        focus_places = (subject or tuple(recent[:1])) if refers or first > 40 else ()
        if (the_place := THE_PLACE.match(passage.text)) and not names_before(sentences, passage):
            focus_places = named_so(the_place, known, gazetteer) or titled or focus_places
            if late := territory_of_late(the_place, recent, gazetteer):
                focus_places, subject, refers = late, late, True
        if it_watches and focus_missions:
            focus_places = titled or focus_places  # whose line that is with those it names
        of_a_third = len(recent) >= 2 and BOTH_TOUCH.search(passage.text)
        if len(recent) >= 2 and ((len(keys) < 2 and TWO.search(small)) or of_a_third):
            sides = [key for key in keys if gazetteer.places[key].kind not in ("group", "area")]
            sides = [] if of_a_third else sides
            two = neighbours_of_late(recent, sides, gazetteer, LATE) or first_two
            has_line = small_cue("border", "nouns").search(small)
            if not two and has_line and not NO_BORDER.search(passage.text):
                # those who had protested against a line come between its sides and "the two"
                two = neighbours_of_late(recent, sides, gazetteer, 2 * LATE)
            if AT_SEA.search(passage.text) and (facing := across(sentences, passage, titled)):
                two = facing
            two = two_named_first(sentences, passage) or two or tuple(recent[1::-1])
            focus_places = tuple(dict.fromkeys((*two, *focus_places)))
        elif ACTS_ON_IT.search(small):
            others = [key for key in (*subject, *recent) if key not in keys]
            focus_places = tuple(dict.fromkeys(others))[:2]
        elif LAST_OF.match(passage.text) and recent:
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
        ) and not are_several(passage.text, mentions)
        named_now = bool(named) and bool(_IS_NAMED.search(small))
        change = succession(passage.text, spans)
        new = change.new if change else None
        heir = new or heir
        its_own = bool(spans) and bool(_ITS_OWN.match(passage.text[: spans[0].start]))
        called = bool(spans) and bool(_CALLED.match(passage.text[: spans[0].start]))
        if named and (
            named_now or new or its_own or called or not (opens_with_mission and current)
        ):
            current = (new,) if new else named[:1]
            told_of_old = change is not None and change.old in main
            if called and "new" in passage.text[: spans[0].start].lower().split():
                new, told_of_old = named[0], named[0] not in main
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
