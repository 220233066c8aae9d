"""The words that set a place beside those named behind them: "borders", "shares … with", "fence
against". Patterns over a masked sentence; whose neighbours they are is not known here.
"""

from __future__ import annotations

import re

from bot.facts.masked import LINE, PLACE, PLACES

VERB = re.compile(
    rf"\b(?:borders?|bordered|bordering|neighbou?rs?|neighbou?red|adjoins?|adjoined|abuts?|"
    rf"touch(?:es)?|meets?|"
    rf"encloses?|surrounds?|encircles?|cuts off)\s+"
    rf"(?:on\s+|onto\s+)?(?P<gap>(?:(?!{PLACE})[^.;:—–]){{0,60}}?)(?P<objects>{PLACES})"
)

WITH = re.compile(
    rf"\b{LINE}s?\b(?P<gap>(?:(?!{PLACE})[^.;:]){{0,40}}?)\b(?:with|"
    rf"to)\s+(?:its\s+)?(?:(?!{PLACE})[\w’'-]+:?\s+){{0,4}}?(?P<objects>{PLACES})"
)

SHARE = re.compile(
    rf"\bshar(?:e|es|ed|"
    rf"ing)\b(?P<gap>[^.;]{{0,120}}?)\bwith\s+(?:(?!{PLACE})[\w’'-]+\s+){{0,3}}?(?P<objects>{PLACES})"
)

AROUND = re.compile(
    rf"\b(?:surrounded|enclosed|encircled|ringed|bounded|flanked|hemmed in|wedged|nestled|"
    rf"sandwiched|squeezed|tucked)\b"
    rf"[^.;]{{0,40}}?\b(?:by|between|in|into|"
    rf"against)\s+(?:(?!{PLACE})[\w’'-]+\s+){{0,4}}?(?P<objects>{PLACES})"
)

LIES = re.compile(
    rf"\b(?:lies?|lying|located|situated|sits|stands|stretch(?:es)?|"
    rf"runs)\s+between\s+(?:(?!{PLACE})[\w’'-]+\s+){{0,4}}?(?P<objects>{PLACES})"
)

# "with its neighbour but has to wait, because Turkey …": what begins here is told of others
_OTHERWISE = (
    "because|since|but|while|whereas|although|though|when|where|after|before|until|unless|if|which|"
    "who|whose|that|so|against|despite|without"
)
NEIGHBOURS = re.compile(
    rf"\bneighbou?rs?\b(?:[^.;:]{{0,70}}?:|[^.;]{{0,30}}?(?:,|are|is|include|such as|like|—|"
    rf"–))\s*(?:(?!{PLACE}|(?:{_OTHERWISE})\b)[\w’'-]+\s+){{0,4}}?(?P<objects>{PLACES})"
)

CROSS = re.compile(
    rf"\b(?:crossings?|checkpoints?|gates?|posts?)\b[^.;]{{0,40}}?\b(?:to|with|into|from|between|"
    rf"on)\s+(?:the\s+)?(?P<objects>{PLACES})"
)

BARRIER = re.compile(
    rf"\b(?:fences?|walls?|barriers?|berms?)\b(?:(?!{PLACE})[^.;:]){{0,30}}?\b(?:against|towards?|to|with)\s+"
    rf"(?:the\s+)?(?P<objects>{PLACES})"
)

FACES = re.compile(
    rf"\b(?:faces?|opposite)\s+(?:(?!{PLACE})[\w’'-]+\s+){{0,2}}?(?P<objects>{PLACES})"
)


def is_verb(masked: str, match: re.Match[str]) -> bool:
    """Whether "border(s)" is a verb here: it has a subject before and places right behind."""
    gap = match["gap"].strip().lower()
    word = masked[match.start() :].split()[0].lower()
    if word.startswith(("meet", "touch")) and not _LAND_MEETS.search(masked[: match.start()]):
        return False  # navies meet, and a speech touches
    if not gap:
        return True
    if word in ("border", "neighbour", "neighbor") and re.search(
        r"\b(?:the|a|its|of|their|at)\s$", masked[: match.start()]
    ):
        return False
    if re.search(
        r"\b(?:with|between|of|near|from|to|by|in|at|for|after|where|when|"
        r"off|over|under|during|outside|inside|once|every|as)\b",
        gap,
    ):
        return bool(
            re.search(r"\b(?:countries|states|nations|neighbours|neighbors|of them|among)\b", gap)
        )
    return True


# What meets or touches a country where it is land that does: a place, or its line.
_LAND_MEETS = re.compile(
    rf"(?:{PLACE}(?:['’]s?)?|\b(?:it|they|them|both|neither|none|which|that|where|and|or|but|{LINE}s?|countries|states|"
    r"territor(?:y|ies)|lands?|provinces?|regions?|islands?|peninsula|strip|corridor|enclave|"
    r"exclave|kingdom|republic|country|state|tip|corner|shores?|coasts?))\W+"
    r"(?:(?:\w+ly|also|only|now|still|then|just|all|both|does|do|not|never)\s+)*$",
    re.IGNORECASE,
)
