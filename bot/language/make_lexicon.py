"""Makes `data/lexicon.txt` from WordNet: `python -m bot.language.make_lexicon FOLDER WORDS`.

For development only; nothing that answers imports it. FOLDER holds WordNet's own files
(`data.noun`, `index.verb`, `cntlist.rev`, …; Debian's package `wordnet-base` has them in
/usr/share/wordnet) and WORDS common words, one a line (its package `wbritish-small`, in
/usr/share/dict).
Only common words are kept, only their usual senses, and only relations between usual senses of both
words: a rare sense ("force" as a waterfall) links what nobody links.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.language.words import stem

_PARTS: Final = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_USUAL_SENSES: Final = 3  # senses of a word that are looked at, if they are used often enough
_USUAL_SHARE: Final = 0.12  # of the word's uses
_FEW_USES: Final = 10  # up to which uses say little of which senses are the usual ones
_LEVELS: Final = 3  # how far up broader words are followed
# WordNet's files of senses: what a noun of them names.
_NOUN_FILES: Final = {14: "group", 15: "place", 18: "person", 28: "time"}
# Nouns of these files have broader words that a question may use: acts, animals, artefacts, food,
# groups, people, plants …
_THINGS: Final = frozenset((4, 5, 6, 10, 13, 14, 15, 18, 20))
# Kinds that people ask for by, however far above a word they stand: a reindeer is an animal by ten
# steps.
_KINDS: Final = frozenset(
    "animal livestock vehicle vessel ship boat aircraft weapon building food plant disease fuel "
    "metal tool machine drug drink clothing bird fish furniture currency money crop mineral".split()
)
_ALL_LEVELS: Final = 12
# Synsets of these words and all above them say nothing: everything is an object or a change.
_TOO_BROAD: Final = frozenset(
    "entity object thing whole unit abstraction attribute state event act action activity change "
    "make do be have get cause give move act artifact instrumentality group person relation "
    "communication measure psychological_feature cognition content matter substance part "
    "location region process phenomenon causal_agent living_thing organism physical_entity "
    "social_group organization gathering condition quality property creation structure "
    "device message statement instrumentation covering happening worker leader adult".split()
)


@dataclass(slots=True)
class Sense:
    """A set of synonyms. `links` are (symbol, part and offset of the other set, from, to), the
    last two 1-based places of words in the sets, 0 for all."""

    words: list[str]
    uses: dict[str, int]
    file: int
    links: list[tuple[str, str, int, int]]


@dataclass(slots=True)
class Entry:
    """What the lexicon tells of one stem."""

    uses: int = 0
    names: set[str] = field(default_factory=set)
    family: set[str] = field(default_factory=set)
    same: set[str] = field(default_factory=set)
    broader: set[str] = field(default_factory=set)


def read_senses(folder: Path) -> tuple[dict[str, Sense], dict[tuple[str, str], list[str]]]:
    """Senses by part and offset, and the senses of each (word, part), most used first."""
    uses = {}
    for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
        key, _, count = line.split()
        uses[key] = int(count)
    senses: dict[str, Sense] = {}
    for part, letter in _PARTS.items():
        for line in _data(folder / f"data.{part}"):
            fields = line.split(" | ")[0].split()
            senses[letter + fields[0]] = _sense(fields, uses)
    order: dict[tuple[str, str], list[str]] = {}
    for part, letter in _PARTS.items():
        for line in _data(folder / f"index.{part}"):
            fields = line.split()
            held = int(fields[2])
            order[fields[0], letter] = [letter + offset for offset in fields[-held:]]
    return senses, order


def _sense(fields: list[str], uses: dict[str, int]) -> Sense:
    """A line of WordNet's data files (wndb(5WN)); the numbers of words are hexadecimal."""
    file, held, kind = int(fields[1]), int(fields[3], 16), "nvars".index(fields[2]) + 1
    named: list[str] = []
    counted: dict[str, int] = {}
    for at in range(4, 4 + 2 * held, 2):
        word = fields[at].lower().split("(")[0]
        named.append(word)
        counted[word] = uses.get(f"{word}%{kind}:{file:02}:{int(fields[at + 1], 16):02}::", 0)
    links = []
    first = 5 + 2 * held
    for at in range(first, first + 4 * int(fields[first - 1]), 4):
        symbol, offset, part, ends = fields[at : at + 4]
        other = part.replace("s", "a") + offset
        links.append((symbol, other, int(ends[:2], 16), int(ends[2:], 16)))
    return Sense(named, counted, file, links)


def _data(file: Path) -> Iterator[str]:
    return (line for line in file.read_text("latin-1").splitlines() if not line.startswith("  "))


def usual(
    senses: dict[str, Sense], order: dict[tuple[str, str], list[str]], common: frozenset[str]
) -> set[tuple[str, str]]:
    """(word, sense) for the senses that a common word is usually used in."""
    total: Counter[str] = Counter()
    for sense in senses.values():
        total.update(sense.uses)
    found = set()
    for (word, _), keys in order.items():
        if "_" in word or not word.replace("-", "").isalpha():
            continue
        if any(symbol == "@i" for symbol, *_ in senses[keys[0]].links):
            continue  # a name: Moscow, an instance of a capital
        if total[word] < 1:
            if word in common:
                found.add((word, keys[0]))
            continue
        for place, key in enumerate(keys[:_USUAL_SENSES]):
            share = senses[key].uses.get(word, 0) / total[word]
            if share >= _USUAL_SHARE or (place == 0 and share >= _USUAL_SHARE / 2):
                found.add((word, key))
    return found


def of_few_uses(
    senses: dict[str, Sense], order: dict[tuple[str, str], list[str]], common: frozenset[str]
) -> set[tuple[str, str]]:
    """(word, sense) for the first senses of common words that are counted so seldom that the count
    does not tell which is usual: a memorial is a monument, too."""
    total: Counter[str] = Counter()
    for sense in senses.values():
        total.update(sense.uses)
    return {
        (word, key)
        for (word, _), keys in order.items()
        if word in common and total[word] <= _FEW_USES
        for key in keys[:_USUAL_SENSES]
        if not any(symbol == "@i" for symbol, *_ in senses[key].links)
    }


def make(folder: Path, common: frozenset[str]) -> dict[str, Entry]:
    """The lexicon by stem."""
    senses, order = read_senses(folder)
    kept = usual(senses, order, common)
    seldom = kept | of_few_uses(senses, order, common)
    words = {word for word, _ in kept}
    entries: dict[str, Entry] = defaultdict(Entry)
    deeds: Counter[str] = Counter()
    for key, sense in senses.items():
        for word, count in sense.uses.items():
            if word in words:
                entries[stem(word)].uses += count
                deeds[stem(word)] += count * (key[0] == "v")
    for word, key in sorted(kept):
        sense, entry = senses[key], entries[stem(word)]
        only = (word, "n") not in order and (word, "a") not in order
        if key[0] == "v" and (only or deeds[stem(word)] * 2 >= max(1, entry.uses)):
            entry.names.add("deed")
        if key[0] == "n" and sense.file in _NOUN_FILES:
            entry.names.add(_NOUN_FILES[sense.file])
        own = sense.words.index(word) + 1
        for symbol, other, source, target in sense.links:
            if symbol in ("+", "\\") and source in (0, own):
                there = senses[other].words
                named = there if not target else there[target - 1 : target]
                entry.family |= {stem(one) for one in named if one in words}
        for steps, above in _above(senses, key) if sense.file in _THINGS else ():
            wider = frozenset(senses[above].words)
            if steps > _LEVELS:
                wider &= _KINDS
            elif _TOO_BROAD & wider:
                continue
            entry.broader |= {stem(one) for one in wider if (one, above) in kept}
    for word, key in sorted(seldom):
        others = (other for other in senses[key].words if (other, key) in seldom)
        entries[stem(word)].same |= {stem(other) for other in others}
    for part in _PARTS:
        for line in _data(folder / f"{part}.exc"):
            form, *lemmas = line.split()
            for lemma in lemmas:
                if lemma in words and "_" not in form and stem(form) != stem(lemma):
                    entries[stem(lemma)].family.add(stem(form))
    return {
        word: Entry(
            entry.uses,
            entry.names,
            entry.family - {word},
            entry.same - {word} - entry.family,
            entry.broader - {word} - entry.family - entry.same,
        )
        for word, entry in entries.items()
    }


def _above(senses: dict[str, Sense], key: str) -> Iterator[tuple[int, str]]:
    """The broader senses of one, with how many steps they are above it."""
    level = [key]
    for steps in range(1, _ALL_LEVELS + 1):
        level = [
            other for one in level for symbol, other, _, _ in senses[one].links if symbol == "@"
        ]
        yield from ((steps, other) for other in level)


def written(entries: dict[str, Entry]) -> Iterator[str]:
    """The lines of the data file, in order of the alphabet."""
    for word in sorted(entries):
        entry = entries[word]
        parts = [f"{word} {entry.uses}", " ".join(sorted(entry.names))]
        parts += [" ".join(sorted(kind)) for kind in (entry.family, entry.same, entry.broader)]
        line = "|".join(parts).rstrip("|")
        if not line.endswith(" 0"):
            yield line


if __name__ == "__main__":
    head = Path(__file__).with_name("data") / "lexicon.txt"
    comments = [line for line in head.read_text("utf-8").splitlines() if line.startswith("#")]
    common = frozenset(Path(sys.argv[2]).read_text("utf-8").splitlines())
    made = written(make(Path(sys.argv[1]), common))
    head.write_text("\n".join((*comments, *made)) + "\n", "utf-8")
