"""A mention by itself, without a text around it: which actor it is, of which country and sector.

The words are read from left to right without a parse: what the dictionary knows by name, the noun or title that the
words turn on, and the country beside it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dissensus.actors.arms import ROLE_ARMS
from dissensus.actors.dictionary import Dictionary, Name, NameKind
from dissensus.actors.evidence import narrowed
from dissensus.actors.introduction import FORMER
from dissensus.actors.lexicon import Noun, Title
from dissensus.actors.terms import earliest, latest
from dissensus.actors.words import slug, words
from dissensus.model import Actor, ActorType, Origin, Sector

_TOKENS = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?|[,;()&]")
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
_WRITTEN = re.compile(r"(?:(\d{1,2}) )?([A-Z][a-z]+)\.? (?:(\d{1,2}), )?(\d{4})$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTY_OFFICES = frozenset(("leader", "opposition_leader", "legislator_leader"))
_SOMEONE = frozenset(("he", "she", "they", "him", "them", "someone", "somebody", "anyone", "everyone", "others"))
_NEAR = 7
"""Words of the context on either side of a name that are looked at for a title."""
_BREAKS = frozenset(
    ("of", "in", "to", "from", "for", "at", "on", "across", "with", "near", ",", "(", "against", "who", "that")
)
_HEADS = ("head_of_state", "head_of_government")
_STATE_OFFICES = frozenset((*_HEADS, "vice_president", "prime_minister", "foreign_minister", "defence_minister",
                            "interior_minister", "minister", "ambassador", "governor", "mayor"))  # fmt: skip


class _Part(NamedTuple):
    """Words `[start, end)` and what they stand for."""

    start: int
    end: int
    name: Name | None = None
    noun: Noun | None = None
    title: Title | None = None
    plural: bool = False


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
    when = _iso(date) if date else None
    tokens = _TOKENS.findall(text.replace("’", "'"))
    while tokens and tokens[0].lower() in ("the", "a", "an"):
        tokens = tokens[1:]
    parts = _parts(dictionary, tokens)
    around = _parts(dictionary, _TOKENS.findall(context)) if context else []
    first_break = next((i for i, token in enumerate(tokens) if i and token.lower() in _BREAKS), len(tokens))
    front = [part for part in parts if part.start < first_break]
    former = any(token.lower().rstrip(".") in FORMER for token in tokens[:first_break])
    country = _country(dictionary, parts) or _country(dictionary, around)
    named = [part for part in front if part.name is not None and part.name.kind is NameKind.NAME]
    person = next((p for p in named if p.name and dictionary.type_of(p.name.actor) == "person"), None)
    if person is not None and person.name is not None:
        return _dated(dictionary, dictionary.actor(person.name.actor), when, [] if former else front)
    agent = _agent(front) or _agent(parts)
    whole = (
        named[0]
        if named and all(p.name is None or p is named[0] or p.end <= p.start for p in front if p.noun is None)
        else None
    )
    told = _country(dictionary, around)
    elsewhere = whole is not None and whole.name is not None and agent is not None and told not in (
        None, dictionary.country_of(whole.name.actor)
    )  # fmt: skip
    if elsewhere:
        # "the National Guard" in a Saudi text is not the one that the name means by itself.
        country, whole = told, None
    if (
        whole is not None
        and whole.name is not None
        and (agent is None or _covers(whole, agent) or (agent.start < whole.start and not _turns(agent)))
    ):
        return _dated(dictionary, dictionary.actor(whole.name.actor), when, front)
    family = _by_family_name(dictionary, tokens, front, country, when)
    if family is not None:
        return family
    if agent is None:
        return _introduced(dictionary, text, context or "", country) or _lone(dictionary, text, tokens, parts, country)
    return _by_agent(dictionary, text, agent, parts, front, country, when, former=former)


def _iso(date: str) -> str | None:
    """A date in ISO 8601; None when it is not one."""
    if _ISO.match(date):
        return date
    written = _WRITTEN.match(date.strip())
    if written is None or written[2].lower()[:3] not in _MONTHS:
        return None
    day = written[1] or written[3]
    month = f"{written[4]}-{_MONTHS.index(written[2].lower()[:3]) + 1:02}"
    return f"{month}-{int(day):02}" if day else month


def _parts(dictionary: Dictionary, tokens: list[str]) -> list[_Part]:
    """What stands where, longest first; names before nouns and titles, which may lie inside no name."""
    folded: list[str] = []
    at: list[int] = []
    for i, token in enumerate(tokens):
        for word in words(token) or (",",):
            folded.append(word)
            at.append(i)
    out: list[_Part] = []
    k = 0
    while k < len(folded):
        found: list[_Part] = []
        for length, names in dictionary.names.at(folded, k):
            covered = tokens[at[k] : at[k + length - 1] + 1]
            fitting = [name for name in names if _written(name, covered)]
            if fitting:
                fitting = narrowed(dictionary, fitting)
                clear = [name for name in fitting if not name.ambiguous] or fitting
                actors = {name.actor for name in clear}
                if len(actors) == 1 or length > 1:
                    found.append(_Part(at[k], at[k + length - 1] + 1, name=clear[0]))
                    break
        for length, nouns in dictionary.lexicon.nouns.at(folded, k):
            noun, plural = nouns[0]
            if found and found[0].name is not None and found[0].end > at[k + length - 1] + 1:
                break
            if noun.note != "name":
                found.append(_Part(at[k], at[k + length - 1] + 1, noun=noun, plural=plural))
            break
        for length, titles in dictionary.lexicon.titles.at(folded, k):
            found.append(_Part(at[k], at[k + length - 1] + 1, title=titles[0]))
            break
        if not found:
            k += 1
            continue
        longest = max(part.end for part in found)
        kept = [part for part in found if part.end == longest]
        out += kept
        k += 1
        while k < len(at) and at[k] < longest:
            k += 1
    return out


def _written(name: Name, tokens: list[str]) -> bool:
    text = "".join(token.strip(".").replace(".", "") for token in tokens)
    own = name.text.replace(".", "").replace(" ", "")
    if name.exact or (own.isupper() and len(own) < 4):
        return text == own
    return text[:1].isupper() or text[:1].isdigit() or not own[0].isupper()


def _country(dictionary: Dictionary, parts: list[_Part]) -> str | None:
    """The first country that a name gives; states before bodies and persons."""
    rest: str | None = None
    for part in parts:
        if part.name is None:
            continue
        country = dictionary.country_of(part.name.actor)
        if part.name.actor in dictionary.states:
            return country
        rest = rest or country
    return rest


def _agent(parts: list[_Part]) -> _Part | None:
    """The noun or title the words turn on: the last, leaving out the ones that only head others."""
    agents = [part for part in parts if part.noun is not None or part.title is not None]
    telling = [part for part in agents if not (part.noun is not None and part.noun.note == "head")]
    if not agents:
        return None
    last = agents[-1]
    if last in telling:
        return max(
            (p for p in agents if p.end == last.end),
            key=lambda p: (p.title is not None and bool(p.title.office), p.end - p.start),
        )
    return telling[-1] if telling else last


def _covers(whole: _Part, agent: _Part) -> bool:
    return whole.start <= agent.start and agent.end <= whole.end


def _turns(agent: _Part) -> bool:
    return agent.title is None


def _dated(dictionary: Dictionary, actor: Actor, when: str | None, front: list[_Part]) -> Actor:
    """An actor with the chief sector it has at a date: one who headed a state and no longer does is of the elite."""
    if actor.id in dictionary.states:
        return _partly_recognised(dictionary, actor)
    if actor.type is ActorType.PLACE and not actor.sectors:
        return actor.model_copy(update={"sectors": (Sector.UNK,)})
    if actor.type is not ActorType.PERSON:
        return actor
    terms = [term for term in dictionary.terms.of_person(actor.id) if term.office in _STATE_OFFICES]
    if not terms or actor.sectors[:1] == (Sector.REL,):
        return actor
    first, last = (earliest(when), latest(when)) if when else ("9999-12-31", "9999-12-31")
    if when is None and any(part.title is not None and part.title.office in _STATE_OFFICES for part in front):
        # Nothing says that the office is over: "President Ruiz".
        return actor.model_copy(update={"sectors": (Sector.GOV, *(s for s in actor.sectors if s is not Sector.GOV))})
    if any(term.covers(first, last) for term in terms):
        sectors = (Sector.GOV, *(s for s in actor.sectors if s is not Sector.GOV))
    elif any(latest(term.end) < first for term in terms):
        still = [term for term in dictionary.terms.of_person(actor.id) if term.office in _PARTY_OFFICES]
        if any(term.covers(first, last) for term in still):
            own = tuple(s for s in actor.sectors if s not in (Sector.GOV, Sector.ELI))
            return actor.model_copy(update={"sectors": own or (Sector.PTY,)})
        sectors = (Sector.ELI, *(s for s in actor.sectors if s not in (Sector.ELI, Sector.GOV)))
    else:
        return actor
    return actor.model_copy(update={"sectors": sectors})


def _partly_recognised(dictionary: Dictionary, actor: Actor) -> Actor:
    """A state that few recognise and that has no code of its own, with the country it is held to belong to."""
    within = dictionary.within(actor.id)
    return actor.model_copy(update={"country": within, "sectors": (Sector.PRE,)}) if within else actor


def _by_family_name(
    dictionary: Dictionary, tokens: list[str], front: list[_Part], country: str | None, when: str | None
) -> Actor | None:
    """A bare family name, or one after a title, when it fits one known leader best."""
    covered = {i for part in front for i in range(part.start, part.end)}
    left = [i for i in range(len(tokens)) if i not in covered and tokens[i][:1].isupper()]
    if not left:
        return None
    key = tuple(word for i in left for word in words(tokens[i]))
    candidates = dictionary.surnames.get(key, []) or (dictionary.surnames.get(key[-1:], []) if len(key) > 1 else [])
    if len(key) > 1:
        candidates = [id for id in candidates if words(dictionary.actor(id).name)[0] == key[0]]
    if country:
        candidates = [id for id in candidates if dictionary.country_of(id) == country]
    titled = any(part.title is not None for part in front)
    if len(key) == 1 and key[0] in dictionary.lexicon.common_surnames and not (titled or country):
        return None
    best: tuple[int, str, str] | None = None
    for id in candidates:
        terms = [term for term in dictionary.terms.of_person(id) if term.office in _HEADS]
        if len(key) == 1 and not terms and len(candidates) > 1:
            continue
        in_office = bool(when) and any(term.covers(earliest(when or ""), latest(when or "")) for term in terms)
        latest_start = max((term.start for term in terms), default="")
        if when and terms and all(term.start > latest(when) for term in terms):
            continue
        rank = (2 * in_office + bool(terms), latest_start, id)
        if best is None or rank > best:
            best = rank
    return _dated(dictionary, dictionary.actor(best[2]), when, front) if best else None


def _introduced(dictionary: Dictionary, text: str, context: str, country: str | None) -> Actor | None:
    """An unknown person by the title beside the name in the text around it: "the Kenyan general Ana Ruiz"."""
    if " " not in text.strip() or not text[0].isupper():
        return None
    left, found, right = context.replace("’", "'").partition(text.replace("’", "'"))
    if not found:
        return None
    before = _TOKENS.findall(left)[-_NEAR:]
    after = _TOKENS.findall(right)[:_NEAR] if right.lstrip()[:1] in (",", "(") else []
    for tokens in (_last_clause(before), after):
        parts = _parts(dictionary, tokens)
        agent = _agent(parts)
        beside = agent is not None and (tokens is after or agent.end == len(tokens))
        if agent is None or not beside or agent.plural:
            continue
        sectors = agent.title.sectors if agent.title is not None else agent.noun.sectors if agent.noun else ()
        if any(token.lower() in FORMER for token in tokens[: agent.start]):
            sectors = ("ELI",)
        return _made(text, ActorType.PERSON, _country(dictionary, parts) or country, sectors)
    return None


def _last_clause(tokens: list[str]) -> list[str]:
    """The tokens behind the last comma or bracket."""
    cut = max((i for i, token in enumerate(tokens) if token in (",", ";", "(", ")") or token.endswith(".")), default=-1)
    return tokens[cut + 1 :] if cut + 1 < len(tokens) else tokens


def _lone(
    dictionary: Dictionary, text: str, tokens: list[str], parts: list[_Part], country: str | None
) -> Actor | None:
    """No agent noun: a country with something of it ("Syrian island"), or nothing."""
    names = [part for part in parts if part.name is not None]
    kind = _kind_of_body(dictionary, tokens)
    if not names:
        if kind is not None:
            return _made(text, ActorType(kind.type), country, kind.sectors)
        return _made(text, ActorType.PEOPLE, country, ("UNK",)) if _nameless(tokens) else None
    first = names[0].name
    assert first is not None
    whole = names[0].end - names[0].start == len(tokens)
    if first.kind in (NameKind.METONYM, NameKind.CAPITAL) and whole:
        return dictionary.actor(f"{first.actor}.government")
    if first.kind is NameKind.PEOPLE and names[0].end == len(tokens) and first.text.endswith("s"):
        return dictionary.actor(f"{first.actor}.people")
    if whole and first.kind in (NameKind.NAME, NameKind.ADJECTIVE):
        return _partly_recognised(dictionary, dictionary.actor(first.actor))
    if kind is not None:
        return _made(text, ActorType(kind.type), country, kind.sectors)
    return _made(text, ActorType.PLACE, country, ("UNK",))


def _nameless(tokens: list[str]) -> bool:
    """Whether words tell of some people, whoever they are: "he", "savages"; with a capital it is a name not known."""
    if not tokens or not all(token.islower() for token in tokens):
        return False
    last = tokens[-1]
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
    dictionary: Dictionary, text: str, agent: _Part, parts: list[_Part], front: list[_Part], country: str | None,
    when: str | None, *, former: bool,
) -> Actor:  # fmt: skip
    # "the governor of Texas" and "Quebec's premier" do not lead the state that the place lies in.
    local = any(part.name is not None and dictionary.type_of(part.name.actor) == "place" for part in parts)
    state = None if local else dictionary.state_of(country)
    title, noun = agent.title, agent.noun
    if title is not None and title.office:
        legislature = title.office in _HEADS and any(
            _sectors_of(dictionary, part) == "LEG" for part in parts if part is not agent
        )
        if legislature:
            return _made(text, ActorType.PERSON, country, ("LEG",))
        if former:
            return _made(text, ActorType.PERSON, country, ("ELI",))
        if state is not None and title.office in ROLE_ARMS:
            if when:
                holders = dictionary.terms.holders(state.id, title.office, when)
                if len(holders) == 1:
                    return _dated(dictionary, dictionary.actor(holders[0]), when, front)
            return dictionary.actor(f"{state.id}.{ROLE_ARMS[title.office]}")
        sectors = title.sectors or _sectors_of_bodies(dictionary, parts)
        return _made(text, ActorType.PERSON, country, sectors)
    if title is not None and noun is None:
        return _made(text, ActorType.PERSON, country, ("ELI",) if former else title.sectors)
    assert noun is not None
    sectors = noun.sectors
    if noun.note in ("head", "weak") and (not sectors or noun.note == "head"):
        sectors = _sectors_of_bodies(dictionary, parts) or sectors
    body = next((part for part in front if part.name is not None and part.name.actor not in dictionary.states), None)
    members = noun.type in ("armed_group", "military") or (
        noun.type in ("person", "people") and noun.sectors[:1] in ((), ("CVL",), ("GOV",), ("PTY",))
    )
    if body is not None and body.name is not None and members:
        sectors = tuple(dictionary.actor(body.name.actor).sectors) or sectors
        state = None
    if former:
        sectors = ("ELI",)
    elif state is not None and noun.arm and noun.arm != "state":
        arm = dictionary.actor(f"{state.id}.{noun.arm}")
        return (
            arm
            if tuple(arm.sectors) == tuple(map(Sector, sectors))
            else arm.model_copy(update={"sectors": tuple(map(Sector, sectors))})
        )
    type = ActorType(noun.type) if noun.type else ActorType.PEOPLE
    return _made(text, type, country, sectors)


def _sectors_of(dictionary: Dictionary, part: _Part) -> str:
    """The chief sector of a body named or a noun; empty where there is none."""
    if part.noun is not None:
        return part.noun.sectors[0] if part.noun.sectors else ""
    if part.name is None or dictionary.type_of(part.name.actor) == "person":
        return ""
    sectors = dictionary.actor(part.name.actor).sectors
    return sectors[0].value if sectors else ""


def _sectors_of_bodies(dictionary: Dictionary, parts: list[_Part]) -> tuple[str, ...]:
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
