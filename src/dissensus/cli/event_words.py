"""PLOVER's event types and modes in plain words: what kind of event it is; the quote says which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dissensus.model import Context, Event, EventType


class Verb(NamedTuple):
    """A kind of event as verbs in the plural, alternatives joined with ` or `.

    Attributes:
        towards: with someone as its object: `agree with`.
        alone: without: `agree`.
    """

    towards: str
    alone: str


TYPES: dict[EventType, Verb] = {
    EventType.AGREE: Verb("agree with or promise something to", "agree or promise"),
    EventType.CONSULT: Verb("talk with or meet", "hold talks"),
    EventType.SUPPORT: Verb("support or endorse", "declare support"),
    EventType.CONCEDE: Verb("give way to", "give way"),
    EventType.COOPERATE: Verb("cooperate with", "cooperate"),
    EventType.AID: Verb("help", "give help"),
    EventType.RETREAT: Verb("retreat before", "retreat"),
    EventType.REQUEST: Verb("ask something of", "make a request"),
    EventType.ACCUSE: Verb("accuse or criticise", "make an accusation"),
    EventType.REJECT: Verb("reject or oppose", "reject or refuse something"),
    EventType.THREATEN: Verb("threaten", "make a threat"),
    EventType.PROTEST: Verb("protest against", "protest"),
    EventType.SANCTION: Verb("cut ties with or penalise", "cut ties or impose penalties"),
    EventType.MOBILIZE: Verb("mobilise forces towards", "mobilise forces"),
    EventType.COERCE: Verb("coerce or repress", "use coercion"),
    EventType.ASSAULT: Verb("attack", "attack"),
}
"""Without OTHER, which has no one verb."""

MODES: dict[tuple[EventType, str], Verb] = {
    (EventType.CONSULT, "multilateral"): Verb("meet among others with", "hold talks among several"),
    (EventType.CONSULT, "phone"): Verb("talk from afar with", "talk from afar"),
    (EventType.CONSULT, "third-party"): Verb("mediate between", "mediate"),
    (EventType.CONSULT, "visit"): Verb("visit", "make a visit"),
    (EventType.RETREAT, "access"): Verb("give access to", "give access"),
    (EventType.RETREAT, "ceasefire"): Verb("cease fire with", "cease fire"),
    (EventType.RETREAT, "disarm"): Verb("disarm before", "disarm"),
    (EventType.RETREAT, "release"): Verb("release", "release someone"),
    (EventType.RETREAT, "resign"): Verb("resign before", "resign"),
    (EventType.RETREAT, "withdraw"): Verb("withdraw from", "withdraw"),
    (EventType.REQUEST, "assist"): Verb("ask for help from", "ask for help"),
    (EventType.REQUEST, "change"): Verb("demand change of", "demand change"),
    (EventType.REQUEST, "meet"): Verb("ask for talks with", "ask for talks"),
    (EventType.REQUEST, "yield"): Verb("demand concessions of", "demand concessions"),
    (EventType.ACCUSE, "allege"): Verb("accuse", "make an accusation"),
    (EventType.ACCUSE, "disapprove"): Verb("criticise or blame", "voice criticism"),
    (EventType.ACCUSE, "investigate"): Verb("investigate or sue", "open an investigation"),
    (EventType.REJECT, "assist"): Verb("refuse help to", "refuse help"),
    (EventType.REJECT, "change"): Verb("refuse change to", "refuse change"),
    (EventType.REJECT, "meet"): Verb("refuse talks with", "refuse talks"),
    (EventType.REJECT, "yield"): Verb("refuse to yield to", "refuse to yield"),
    (EventType.THREATEN, "arrest"): Verb("threaten to arrest", "threaten arrests"),
    (EventType.THREATEN, "restrict"): Verb("threaten restrictions on", "threaten restrictions"),
    (EventType.THREATEN, "violence"): Verb("threaten force against", "threaten force"),
    (EventType.PROTEST, "boycott"): Verb("boycott", "hold a boycott"),
    (EventType.PROTEST, "demo"): Verb("demonstrate against", "demonstrate"),
    (EventType.PROTEST, "hunger"): Verb("go on hunger strike against", "go on hunger strike"),
    (EventType.PROTEST, "obstruct"): Verb("block the way of", "put up blockades"),
    (EventType.PROTEST, "riot"): Verb("riot against", "riot"),
    (EventType.PROTEST, "strike"): Verb("go on strike against", "go on strike"),
    (EventType.SANCTION, "convict"): Verb("convict or sentence", "convict or sentence someone"),
    (EventType.SANCTION, "discontinue"): Verb("cut or reduce ties with", "cut or reduce ties"),
    (EventType.SANCTION, "expel"): Verb("expel", "expel someone"),
    (EventType.SANCTION, "withdraw"): Verb("withdraw from or recall envoys from", "withdraw or recall envoys"),
    (EventType.MOBILIZE, "militia"): Verb("mobilise militias towards", "mobilise militias"),
    (EventType.MOBILIZE, "police"): Verb("deploy police towards", "deploy police"),
    (EventType.MOBILIZE, "troops"): Verb("mobilise forces towards", "mobilise forces"),
    (EventType.COERCE, "arrest"): Verb("arrest or detain", "make arrests"),
    (EventType.COERCE, "censor"): Verb("censor", "impose censorship"),
    (EventType.COERCE, "curfew"): Verb("impose a curfew on", "impose a curfew"),
    (EventType.COERCE, "cyber"): Verb("hack or disrupt", "hack or disrupt computers"),
    (EventType.COERCE, "deport"): Verb("deport", "deport people"),
    (EventType.COERCE, "martial-law"): Verb("impose emergency rule on", "impose emergency rule"),
    (EventType.COERCE, "misinformation"): Verb("deceive", "deceive or defraud"),
    (EventType.COERCE, "restrict"): Verb("restrict", "impose restrictions"),
    (EventType.COERCE, "seize"): Verb("seize property of", "seize property"),
    (EventType.ASSAULT, "abduct"): Verb("abduct", "abduct someone"),
    (EventType.ASSAULT, "aerial"): Verb("attack from the air", "attack from the air"),
    (EventType.ASSAULT, "beat"): Verb("beat or injure", "beat or injure someone"),
    (EventType.ASSAULT, "crowd-control"): Verb("use force on the crowd of", "use force on crowds"),
    (EventType.ASSAULT, "destroy"): Verb("destroy property of", "destroy property"),
    (EventType.ASSAULT, "drone"): Verb("attack by drone", "attack by drone"),
    (EventType.ASSAULT, "explosives"): Verb("bomb", "carry out a bombing"),
    (EventType.ASSAULT, "firearms"): Verb("shoot at", "shoot"),
    (EventType.ASSAULT, "heavy-weapons"): Verb("attack with heavy weapons", "attack with heavy weapons"),
    (EventType.ASSAULT, "sexual"): Verb("assault sexually", "commit sexual assault"),
    (EventType.ASSAULT, "suicide-attack"): Verb("attack by suicide bombing", "attack by suicide bombing"),
    (EventType.ASSAULT, "targeted"): Verb("target for killing", "target someone for killing"),
    (EventType.ASSAULT, "torture"): Verb("torture", "commit torture"),
    (EventType.ASSAULT, "unconventional"): Verb("attack by unconventional weapons", "use unconventional weapons"),
}

CONTEXTS: dict[tuple[EventType, Context], Verb] = {
    (EventType.COERCE, Context.COUP): Verb("carry out or attempt a coup against", "carry out or attempt a coup"),
    (EventType.AID, Context.ASYLUM): Verb("give asylum to", "give asylum"),
}
"""Where the context says more than type and mode."""

NOBODY = "someone not named"


def clause(event: Event, words: Sequence[str] = ()) -> str:
    """An event's parties and kind as one clause: `Peru accuses Chile`.

    Args:
        event: any.
        words: those of the text that name it, for an event of no kind that has a verb here.
    """
    actors, recipients = ([party.name for party in parties] for parties in (event.actors, event.recipients))
    subject = listed(actors) or NOBODY
    verb = _verb(event)
    if verb is None:
        told = f"“{' '.join(words)}”" if words else ", ".join(event.contexts).replace("_", " ")
        parties = " → ".join(part for part in (listed(actors), listed(recipients)) if part) or NOBODY
        return f"{parties}: {told or 'event of another kind'}"
    said = verb.towards if recipients else verb.alone
    if len(actors) < 2:
        said = singular(said)
    return " ".join(part for part in (subject, said, listed(recipients)) if part)


def code(event: Event) -> str:
    """PLOVER's type and mode, for those who know it: `ACCUSE allege`."""
    return f"{event.type.value} {event.mode}" if event.mode else event.type.value


def listed(names: Sequence[str]) -> str:
    """Names with commas and a last `and`."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def singular(phrase: str) -> str:
    """A verb phrase in the third person singular, each of its alternatives: `ask or demand`, `asks or demands`."""
    return " or ".join(_third(part) for part in phrase.split(" or "))


def _third(phrase: str) -> str:
    verb, blank, rest = phrase.partition(" ")
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        verb += "es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        verb = verb[:-1] + "ies"
    else:
        verb += "s"
    return verb + blank + rest


def _verb(event: Event) -> Verb | None:
    for context in event.contexts:
        if (event.type, context) in CONTEXTS:
            return CONTEXTS[event.type, context]
    return MODES.get((event.type, event.mode or ""), TYPES.get(event.type))
