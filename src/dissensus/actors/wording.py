"""The words of a mention read from left to right without a parse: which are names, agent nouns and titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dissensus.actors.dictionary import Dictionary, Name, NameKind
from dissensus.actors.evidence import narrowed
from dissensus.actors.lexicon import Noun, Title, cues
from dissensus.actors.page import ARTICLES
from dissensus.actors.terms import PRESENT, earliest, latest
from dissensus.actors.words import words

_TOKENS = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?|[,;()&]")
_AGAINST = frozenset(("anti", "pro", "non"))
"""First halves of a word whose second half is not whom a mention means: "anti-government protesters"."""
_OFFICES = (("GOV",), ("JRN",))
"""Chief sectors of the words for kinds of bodies that tell what is meant in small letters too: "tourism department"."""
_ENGLISH = ("USA", "GBR", "CAN", "AUS", "NZL", "IRL")
"""States whose bodies have English names of their own."""
_SIDES = (("REB",), ("PRM",), ("CRM",))


class Part(NamedTuple):
    """Words `[start, end)` and what they stand for."""

    start: int
    end: int
    name: Name | None = None
    noun: Noun | None = None
    title: Title | None = None
    plural: bool = False
    linked: bool = False
    """Only tells who is behind whom the words mean: "Turkish" in "Turkish-backed rebels"."""

    @property
    def acts(self) -> bool:
        """Whether the part is a word for someone who acts, rather than a name."""
        return self.noun is not None or self.title is not None


def split(text: str) -> list[str]:
    """The words and commas of a text."""
    return _TOKENS.findall(text.replace("’", "'"))


def parts_of(
    dictionary: Dictionary, tokens: list[str], country: str | None = None, when: str | None = None
) -> list[Part]:
    """What stands where, longest first; names before nouns and titles, which may lie inside no name.

    Args:
        dictionary: what is known beforehand.
        tokens: see `split`.
        country: ISO alpha-3 of the state that the words tell of, if known: a name that several bear is of it.
        when: ISO 8601 date, if known: of persons with one name it means the one in office then.
    """
    folded: list[str] = []
    at: list[int] = []
    for i, token in enumerate(tokens):
        found_words = words(token) or (",",)
        if found_words[0] in _AGAINST and len(found_words) > 1:
            phrase = dictionary.lexicon.nouns.at([*found_words, *words(" ".join(tokens[i + 1 : i + 3]))], 0)
            found_words = found_words if phrase else ("".join(found_words),)
        folded += found_words
        at += [i] * len(found_words)
    out: list[Part] = []
    k = 0
    while k < len(folded):
        found = _parts_at(dictionary, tokens, folded, at, k, country, when)
        k += 1
        if found:
            longest = max(part.end for part in found)
            out += [part for part in found if part.end == longest]
            while k < len(at) and at[k] < longest:
                k += 1
    return out


def _parts_at(
    dictionary: Dictionary, tokens: list[str], folded: list[str], at: list[int], k: int, country: str | None,
    when: str | None,
) -> list[Part]:  # fmt: skip
    """What may begin at a word; of names, nouns and titles the longest each."""
    found: list[Part] = []
    lexicon = dictionary.lexicon
    for length, names in dictionary.names.at(folded, k):
        end = at[k + length - 1] + 1
        fitting = [name for name in names if _written(name, tokens[at[k] : end])]
        if fitting and (name := _one_of(dictionary, fitting, tokens[at[k] : end], length, country, when)) is not None:
            linked = (
                end < len(tokens) and "-" in tokens[end - 1] and words(tokens[end - 1])[-1] in cues("linked_participle")
            )
            found.append(Part(at[k], end, name=name, linked=linked))
            break
    for length, nouns in lexicon.nouns.at(folded, k):
        noun, plural = nouns[0]
        end = at[k + length - 1] + 1
        if found and found[0].name is not None and found[0].end > end:
            break
        in_a_name = bool(noun.sectors) and k > 0 and tokens[at[k]][0].isupper()
        if noun.note != "name" or in_a_name or noun.sectors[:1] in _OFFICES:
            found.append(Part(at[k], end, noun=noun, plural=plural))
        break
    for phrases, plural in ((lexicon.titles, False), (lexicon.plural_titles, True)):
        for length, titles in phrases.at(folded, k):
            found.append(Part(at[k], at[k + length - 1] + 1, title=titles[0], plural=plural))
            break
    return found


def _one_of(
    dictionary: Dictionary, names: list[Name], tokens: list[str], length: int, country: str | None, when: str | None
) -> Name | None:
    """The name that is meant; None where a single word may mean several actors."""
    fitting = narrowed(dictionary, names)
    of_country = [name for name in fitting if country and dictionary.country_of(name.actor) == country]
    clear = of_country or [name for name in fitting if not name.ambiguous] or fitting
    text = " ".join(tokens)
    clear = [name for name in clear if name.text == text] or clear
    capitals = [name for name in clear if name.kind is NameKind.CAPITAL]
    if capitals and not any(name.kind is NameKind.NAME for name in clear):
        return capitals[0]  # not a former state that had its seat there
    if len({name.actor for name in clear}) == 1:
        return clear[0]
    return min(clear, key=lambda name: _rank(dictionary, name, when)) if length > 1 else None


def _rank(dictionary: Dictionary, name: Name, when: str | None) -> tuple[bool, int]:
    """How likely one of several bearers of a name is, least first.

    Persons by whether they are in office at the date; bodies by whether the name is their own in English: other
    states' parties bear theirs in translation.
    """
    day = (earliest(when), latest(when)) if when else (PRESENT, PRESENT)
    in_office = any(term.covers(*day) for term in dictionary.terms.of_person(name.actor))
    country = dictionary.country_of(name.actor) or ""
    return not in_office, _ENGLISH.index(country) if country in _ENGLISH else len(_ENGLISH)


def _written(name: Name, tokens: list[str]) -> bool:
    text = "".join(token.strip(".").replace(".", "") for token in tokens)
    own = name.text.replace(".", "").replace(" ", "")
    if name.exact or (own.isupper() and len(own) < 4):
        return text == own or text.startswith(f"{own}-")
    if text.isupper() and len(text) < 4 and text.lower() != own.lower():
        return False  # "IRA" is not "Irã"
    if text[:1].isupper() or text[:1].isdigit() or not own[0].isupper():
        return True
    article, _, rest = tokens[0].partition("-")
    return article.title() in ARTICLES and (rest or "".join(tokens[1:]))[:1].isupper()  # "al-Qaeda"


def country_in(dictionary: Dictionary, parts: Sequence[Part]) -> str | None:
    """The first country that a name gives; states before bodies and persons, and before who backs whom is meant."""
    rest: str | None = None
    for part in parts:
        if part.name is None:
            continue
        country = dictionary.country_of(part.name.actor)
        if part.linked:
            rest = rest or country
            continue
        if part.name.actor in dictionary.states:
            return country
        rest = rest or country
    return rest


def agent_in(parts: Sequence[Part]) -> Part | None:
    """The noun or title the words turn on: the last, leaving out the ones that only head others."""
    agents = [part for part in parts if part.acts]
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


def colour(parts: Sequence[Part], agent: Part) -> tuple[str, ...]:
    """The sectors of the noun right before the agent that says whose side it is on: "rebel commanders"."""
    for part in parts:
        if part.end == agent.start and part.noun is not None and part.noun.sectors[:1] in _SIDES:
            return part.noun.sectors
    return ()
