"""A mention by itself, without a text around it: which actor it is, of which country and sector.

The words are read from left to right without a parse: what the dictionary knows by name, the noun or title that the
words turn on, and the country beside it.
"""

from __future__ import annotations

import re

from dissensus.actors.arms import ROLE_ARMS
from dissensus.actors.dated import dated, iso, known_by_family_name, over, owner_of, partly_recognised
from dissensus.actors.dictionary import Dictionary, Name, NameKind
from dissensus.actors.introduction import FORMER
from dissensus.actors.lexicon import Noun, cues
from dissensus.actors.misspelt import misspelt_state
from dissensus.actors.offices import HEADS
from dissensus.actors.wording import Part, agent_in, colour, country_in, parts_of, split
from dissensus.actors.words import slug, words
from dissensus.model import Actor, ActorType, Origin, Sector

_SOMEONE = frozenset(
    "i we us you he she it they him her them who whoever someone somebody anyone anybody everyone everybody one others "
    "another nobody this these those his hers theirs".split()
)
_ACRONYM_BEHIND = re.compile(r"(?<=\w) \((?=[^)]*[A-Z][^)]*[A-Z])[\w./-]{2,12}\)")
_NEAR = 7
"""Words of the context on either side of a name that are looked at for a title."""
_BREAKS = frozenset(
    ("of", "in", "to", "from", "for", "at", "on", "across", "with", "near", ",", "(", "against", "who", "that")
)
_TAKING_SIDES = ((), ("MIL",), ("CVL",), ("GOV",), ("UAF",))
"""Chief sectors of nouns that the noun before them decides: "guerrilla negotiators" are no government."""
_OFFICIAL = ((), *((code,) for code in ("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "ELI", "UNK")))
"""Chief sectors of those who are of the elite once they have left."""
_WIDE = frozenset(("people", "place", "bloc"))
"""Types of those of whom not all are what some of them are."""
_DIRECTIONS = frozenset(("northern", "southern", "eastern", "western", "north", "south", "east", "west", "central"))


def describe(dictionary: Dictionary, text: str, context: str | None = None, date: str | None = None) -> Actor | None:
    """The actor that some words stand for.

    Args:
        dictionary: what is known beforehand.
        text: the mention: "gangster", "former Bolivian president", "Los Zetas".
        context: words from around it, looked at for a country when the mention gives none.
        date: ISO 8601, as precise as known, or "12 April 2022", "April 12, 2022", "April 2022"; decides who held an
            office and which office a person held. Anything else counts as no date.

    Returns:
        The actor, with the sectors that fit the date; None when nothing in the words is known.
    """
    when = iso(date) if date else None
    tokens = split(_ACRONYM_BEHIND.sub("", text))
    if not dictionary.names.get(words(" ".join(tokens))):  # "The Times"
        while tokens and tokens[0].lower() in ("the", "a", "an"):
            tokens = tokens[1:]
    around = parts_of(dictionary, split(context)) if context else []
    parts = parts_of(dictionary, tokens, when=when)
    if (beside := _state_in(dictionary, parts) or _state_in(dictionary, around)) is not None:
        parts = parts_of(dictionary, tokens, beside, when)
    first_break = _first_break(tokens, parts)
    front = [part for part in parts if part.start < first_break]
    former = any(token.lower().rstrip(".") in FORMER for token in tokens[:first_break]) or over(text, when)
    own_country, told = country_in(dictionary, parts), country_in(dictionary, around)
    country = own_country or told
    vessel = _vessel(dictionary, text, tokens, parts)
    if vessel is not None:
        return vessel
    whole = _named_whole(dictionary, tokens, front, first_break)
    if whole is not None and dictionary.type_of(whole.actor) == "person":
        return dated(dictionary, dictionary.actor(whole.actor), when, front, former=former)
    agent = agent_in(front) or agent_in(parts)
    if whole is not None and agent is not None and told not in (None, dictionary.country_of(whole.actor)):
        # "the National Guard" in a Saudi text is not the one that the name means by itself.
        country, whole = told, None
    if whole is not None:
        return dated(dictionary, dictionary.actor(whole.actor), when, front)
    left = _uncovered_names(tokens, parts)
    owned = agent is not None and agent.noun is not None and bool(left) and _behind_owner(agent, left, first_break)
    if left and not owned:
        titled = any(part.title is not None for part in front)
        names = [tokens[i] for i in left if i < first_break]
        known = known_by_family_name(dictionary, names, own_country, when, titled=titled, near=told)
        if known is not None:
            return dated(dictionary, dictionary.actor(known), when, front, former=former)
        if names and own_country is None and agent is not None and agent.title is not None and not agent.plural:
            # "President Ruiz" in a text about Peru need not be its president.
            sectors = agent.title.sectors or ("UNK",)
            return _made(text, ActorType.PERSON, country, _once(sectors) if former else sectors)
    if agent is None:
        return _introduced(dictionary, text, context or "", country) or _lone(dictionary, text, tokens, parts, country)
    if _international(dictionary, tokens, agent, parts, front):
        told_of = agent.title.sectors if agent.title is not None else agent.noun.sectors if agent.noun else ()
        return _made(text, ActorType.IGO, None, _once(told_of) if former else told_of)
    if owned and country is None:
        country = owner_of(dictionary, tokens, left, when)
    return _by_agent(dictionary, text, agent, parts, front, country, when, former=former)


def _state_in(dictionary: Dictionary, parts: list[Part]) -> str | None:
    """The first state that is named, by itself or by its adjective."""
    named = [part.name.actor for part in parts if part.name is not None and not part.linked]
    return next((dictionary.country_of(actor) for actor in named if actor in dictionary.states), None)


def _first_break(tokens: list[str], parts: list[Part]) -> int:
    """Where what tells of the actor ends: at "of", "in", a comma, or at "and" before others who act."""
    for i, token in enumerate(tokens):
        low = token.lower()
        if i and (low in _BREAKS or (low in ("and", "&") and _joins(parts, i))):
            return i
    return len(tokens)


def _joins(parts: list[Part], i: int) -> bool:
    """Whether an "and" stands between two that act: "soldiers and their families", not "health and sports minister".

    Of someone who is two things the first counts: "opposition leader and lawyer".
    """
    first = [part for part in parts if part.acts and part.end == i]
    later = [part for part in parts if part.acts and part.start > i]
    if first and later and not any(part.plural for part in (*first, *later)):
        return True
    return any(part.plural for part in first) and any(
        part.plural or (part.noun is not None and part.noun.note == "mass") for part in later[-1:]
    )


def _vessel(dictionary: Dictionary, text: str, tokens: list[str], parts: list[Part]) -> Actor | None:
    """A ship or weapon by the mark of its navy or by a class that one state has."""
    folded = [word for token in tokens for word in words(token)]
    if len(folded) < 2:
        return None
    owner = next((p.name.actor for p in parts if p.name is not None and p.name.actor in dictionary.states), None)
    for k in range(len(folded)):
        for _, countries in dictionary.lexicon.equipment.at(folded, k):
            country = dictionary.country_of(owner) if owner else countries[0]
            return _made(text, ActorType.MILITARY, country, ("MIL",))
    return None


def _named_whole(dictionary: Dictionary, tokens: list[str], front: list[Part], first_break: int) -> Name | None:
    """The dictionary's name that the words before the first break come down to, with nothing that says otherwise."""
    named = [part for part in front if part.name is not None and part.name.kind is NameKind.NAME]
    agent = agent_in(front)
    body_behind = _kind_of_body(dictionary, tokens[:first_break])
    for part in named:
        assert part.name is not None
        if dictionary.type_of(part.name.actor) != "person":
            continue
        if body_behind is not None and part.end < first_break:
            continue  # "the Simón Bolívar University"
        if agent is not None and agent.noun is not None and agent.start >= part.end:
            continue  # "supporters of" and "Ana Ruiz's lawyer" are others
        return part.name
    if len(named) == 2 and _owned_by_state(dictionary, named):
        front, named = [part for part in front if part is not named[0]], named[1:]  # "Libya's Government of ..."
    if not named or any(p.name is not None and p is not named[0] and p.noun is None for p in front):
        return None
    first, name = named[0], named[0].name
    if name is None or dictionary.type_of(name.actor) == "person":
        return None
    if agent is not None and not _covers(first, agent) and not (agent.start < first.start and agent.title is not None):
        return None
    return None if _part_of_longer(dictionary, tokens, front, first) else name


def _owned_by_state(dictionary: Dictionary, named: list[Part]) -> bool:
    """Whether the second of two names is that of a body of the state that the first is."""
    state, body = (part.name.actor for part in named if part.name is not None)
    country = dictionary.country_of(state)
    return state in dictionary.states and body not in dictionary.states and dictionary.country_of(body) == country


def _part_of_longer(dictionary: Dictionary, tokens: list[str], front: list[Part], part: Part) -> bool:
    """Whether a name of one word stands in a longer one that is not known: "Air India", "Asia Pacific Fund"."""
    assert part.name is not None
    wide = dictionary.type_of(part.name.actor) in ("country", "place")
    if part.end - part.start > 1 and not wide:
        return False
    covered = {i for other in front for i in range(other.start, other.end)}
    return any(
        0 <= i < len(tokens) and i not in covered and tokens[i][:1].isupper() and tokens[i].lower() not in _DIRECTIONS
        for i in (part.start - 1, part.end)
    )


def _uncovered_names(tokens: list[str], parts: list[Part]) -> list[int]:
    """The capitalised words that are in nothing known."""
    covered = {i for part in parts for i in range(part.start, part.end)}
    return [i for i, token in enumerate(tokens) if i not in covered and token[:1].isupper()]


def _behind_owner(agent: Part, left: list[int], first_break: int) -> bool:
    """Whether a noun is of those a name stands for: "Ruiz's spokesman", "allies of Ruiz"."""
    return agent.start > left[0] or (agent.end <= first_break <= left[0])


def _covers(whole: Part, agent: Part) -> bool:
    return whole.start <= agent.start and agent.end <= whole.end


def _introduced(dictionary: Dictionary, text: str, context: str, country: str | None) -> Actor | None:
    """An unknown person by the title beside the name in the text around it: "the Kenyan general Ana Ruiz"."""
    if " " not in text.strip() or not text[0].isupper():
        return None
    left, found, right = context.replace("’", "'").partition(text.replace("’", "'"))
    if not found:
        return None
    before = split(left)[-_NEAR:]
    after = split(right)[:_NEAR] if right.lstrip()[:1] in (",", "(") else []
    for tokens in (_last_clause(before), after):
        parts = parts_of(dictionary, tokens)
        agent = agent_in(parts)
        beside = agent is not None and (tokens is after or agent.end == len(tokens))
        if agent is None or not beside or agent.plural:
            continue
        sectors = agent.title.sectors if agent.title is not None else agent.noun.sectors if agent.noun else ()
        if any(token.lower() in FORMER for token in tokens[: agent.start]):
            sectors = _once(sectors)
        return _made(text, ActorType.PERSON, country_in(dictionary, parts) or country, sectors)
    return None


def _last_clause(tokens: list[str]) -> list[str]:
    """The tokens behind the last comma or bracket."""
    cut = max((i for i, token in enumerate(tokens) if token in (",", ";", "(", ")") or token.endswith(".")), default=-1)
    return tokens[cut + 1 :] if cut + 1 < len(tokens) else tokens


def _lone(dictionary: Dictionary, text: str, tokens: list[str], parts: list[Part], country: str | None) -> Actor | None:
    """No agent noun: a country with something of it ("Syrian island"), or nothing."""
    names = [part for part in parts if part.name is not None]
    kind = _kind_of_body(dictionary, tokens)
    if not names:
        slip = misspelt_state(dictionary, tokens[0]) if len(tokens) == 1 else None
        if slip is not None and slip.text != text:
            return describe(dictionary, slip.text)
        if kind is not None:
            return _made(text, ActorType(kind.type), country, kind.sectors)
        return _made(text, ActorType.PEOPLE, country, ("UNK",)) if _nameless(tokens) else None
    first = names[0].name
    assert first is not None
    whole = names[0].end - names[0].start == len(tokens)
    if first.kind in (NameKind.METONYM, NameKind.CAPITAL, NameKind.TOWN) and whole:
        return dictionary.actor(f"{first.actor}.government")
    if first.kind is NameKind.PEOPLE and names[0].end == len(tokens) and first.text.endswith("s"):
        # Where they come from tells nothing of what they do.
        return dictionary.actor(f"{first.actor}.people").model_copy(update={"sectors": ()})
    if whole and first.kind in (NameKind.NAME, NameKind.ADJECTIVE):
        return partly_recognised(dictionary, dictionary.actor(first.actor))
    if kind is not None:
        return _made(text, ActorType(kind.type), country, kind.sectors)
    return _made(text, ActorType.PLACE, country, ("UNK",))


def _nameless(tokens: list[str]) -> bool:
    """Whether words tell of some people, whoever they are: "he", "savages"; with a capital it is a name not known."""
    if not tokens:
        return False
    last = tokens[-1]
    if len(tokens) == 1 and last.lower() in _SOMEONE:
        return True
    if not all(token.islower() for token in tokens):
        return False
    return last in _SOMEONE or (last.isalpha() and last.endswith("s") and not last.endswith(("ss", "us", "is")))


def _kind_of_body(dictionary: Dictionary, tokens: list[str]) -> Noun | None:
    """The noun at the end of a capitalised name that tells what sort of body it is: "the Green People's Party"."""
    folded = [word for token in tokens for word in words(token)]
    if len(tokens) < 2 or not tokens[-1][:1].isupper():
        return None
    for start in range(max(0, len(folded) - 3), len(folded)):
        for noun, _ in dictionary.lexicon.nouns.get(tuple(folded[start:])):
            if noun.type and noun.sectors and noun.type != ActorType.PLACE:
                return noun
    return None


def _by_agent(
    dictionary: Dictionary, text: str, agent: Part, parts: list[Part], front: list[Part], country: str | None,
    when: str | None, *, former: bool,
) -> Actor:  # fmt: skip
    # "the governor of Texas" and "Quebec's premier" do not lead the state that the place lies in.
    local = any(part.name is not None and dictionary.type_of(part.name.actor) == "place" for part in parts)
    state = None if local else dictionary.state_of(country)
    title, noun = agent.title, agent.noun
    if title is not None and country is None:
        country = title.country or None
    if title is not None and title.office:
        legislature = title.office in HEADS and any(
            _sectors_of(dictionary, part) == "LEG" for part in parts if part is not agent
        )
        if legislature:
            return _made(text, ActorType.PERSON, country, ("LEG",))
        if former:
            return _made(text, ActorType.PERSON, country, ("ELI",))
        if state is not None and title.office in ROLE_ARMS and not agent.plural:
            if when:
                holders = dictionary.terms.holders(state.id, title.office, when)
                if len(holders) == 1:
                    return dated(dictionary, dictionary.actor(holders[0]), when, front)
            return dictionary.actor(f"{state.id}.{ROLE_ARMS[title.office]}")
        sectors = title.sectors or _sectors_of_bodies(dictionary, parts) or _of_one_who_heads(title.title)
        return _made(text, ActorType.PERSON, country, sectors)
    if title is not None and noun is None:
        sectors = title.sectors or _sectors_of_bodies(dictionary, front) or _of_one_who_heads(title.title)
        return _made(text, ActorType.PERSON, country, _once(sectors) if former else sectors)
    assert noun is not None
    sectors = noun.sectors
    side = colour(front, agent)
    if side and sectors[:1] in _TAKING_SIDES:
        return _made(text, ActorType.PEOPLE, country, side)
    if noun.note in ("head", "weak") and (not sectors or noun.note == "head"):
        sectors = _sectors_of_bodies(dictionary, parts) or sectors
    body = next((part for part in front if part.name is not None and part.name.actor not in dictionary.states), None)
    members = noun.type in ("armed_group", "military") or (
        noun.type in ("person", "people") and noun.sectors[:1] in ((), ("CVL",), ("GOV",), ("PTY",))
    )
    if body is not None and body.name is not None and dictionary.type_of(body.name.actor) in _WIDE:
        members = members and noun.sectors[:1] in ((), ("CVL",))  # "Tuareg rebels"
    if body is not None and body.name is not None and members:
        sectors = tuple(dictionary.actor(body.name.actor).sectors) or sectors
        state = None
    if former:
        sectors = _once(sectors)
    elif state is not None and noun.arm and noun.arm != "state":
        arm = dictionary.actor(f"{state.id}.{noun.arm}")
        return (
            arm
            if tuple(arm.sectors) == tuple(map(Sector, sectors))
            else arm.model_copy(update={"sectors": tuple(map(Sector, sectors))})
        )
    type = ActorType(noun.type) if noun.type else ActorType.PEOPLE
    if not sectors and noun.noun in cues("state_body"):
        sectors = ("GOV",)
    if not sectors and type not in (ActorType.BLOC, ActorType.IGO, ActorType.PLACE):
        sectors = _of_one_who_heads(noun.noun)
    return _made(text, type, country, sectors)


def _once(sectors: tuple[str, ...]) -> tuple[str, ...]:
    """What those of a sector are who no longer are: of the elite where they held an office, else civilians."""
    return ("ELI",) if sectors[:1] in _OFFICIAL else ("CVL",)


def _of_one_who_heads(word: str) -> tuple[str, ...]:
    """The sector of a leader or member of nothing that is named."""
    return ("GOV",) if word in cues("ruler") else ("UNK",)


def _international(
    dictionary: Dictionary, tokens: list[str], agent: Part, parts: list[Part], front: list[Part]
) -> bool:
    """Whether those named act for a body of several states: "UN envoy", "president of the European Commission"."""
    of = tokens[agent.end : agent.end + 1] == ["of"]
    behind = next((part for part in parts if of and part.start > agent.end and part not in front), None)
    return any(
        part is not None and part.name is not None and dictionary.type_of(part.name.actor) == "igo"
        for part in (*front, behind)
    )


def _sectors_of(dictionary: Dictionary, part: Part) -> str:
    """The chief sector of a body named or a noun; empty where there is none."""
    if part.noun is not None:
        return part.noun.sectors[0] if part.noun.sectors else ""
    if part.name is None or dictionary.type_of(part.name.actor) == "person":
        return ""
    sectors = dictionary.actor(part.name.actor).sectors
    return sectors[0].value if sectors else ""


def _sectors_of_bodies(dictionary: Dictionary, parts: list[Part]) -> tuple[str, ...]:
    """The sectors of what a member or leader belongs to."""
    for part in parts:
        if part.name is not None and part.name.actor not in dictionary.states:
            sectors = dictionary.actor(part.name.actor).sectors
            if sectors:
                return tuple(sectors)
        if part.name is not None and part.name.kind is NameKind.METONYM:
            return ("GOV",)
        if part.noun is not None and part.noun.note not in ("head", "weak") and part.noun.sectors:
            return part.noun.sectors
    return ()


def _made(text: str, type: ActorType, country: str | None, sectors: tuple[str, ...]) -> Actor:
    made = slug(text) or "unnamed"
    return Actor(
        id=f"found.{made}",
        name=text,
        type=type,
        country=country,
        sectors=tuple(map(Sector, sectors)),
        origin=Origin.FOUND,
    )
