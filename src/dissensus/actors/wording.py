"""The words of a mention read from left to right without a parse: which are names, agent nouns and titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dissensus.actors.dictionary import Dictionary, Name, NameKind
from dissensus.actors.evidence import narrowed
from dissensus.actors.lexicon import Noun, Title
from dissensus.actors.words import words

_TOKENS = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?|[,;()&]")
_AGAINST = frozenset(("anti", "pro", "non"))
"""First halves of a word whose second half is not whom a mention means: "anti-government protesters"."""
_OFFICES = (("GOV",), ("JRN",))
"""Chief sectors of the words for kinds of bodies that tell what is meant in small letters too: "tourism department"."""
_SIDES = (("REB",), ("PRM",), ("CRM",))


class Part(NamedTuple):
    """Words `[start, end)` and what they stand for."""

    start: int
    end: int
    name: Name | None = None
    noun: Noun | None = None
    title: Title | None = None
    plural: bool = False

    @property
    def acts(self) -> bool:
        """Whether the part is a word for someone who acts, rather than a name."""
        return self.noun is not None or self.title is not None


def split(text: str) -> list[str]:
    """The words and commas of a text."""
    return _TOKENS.findall(text.replace("’", "'"))


def parts_of(dictionary: Dictionary, tokens: list[str]) -> list[Part]:
    """What stands where, longest first; names before nouns and titles, which may lie inside no name."""
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
        found = _parts_at(dictionary, tokens, folded, at, k)
        k += 1
        if found:
            longest = max(part.end for part in found)
            out += [part for part in found if part.end == longest]
            while k < len(at) and at[k] < longest:
                k += 1
    return out


def _parts_at(dictionary: Dictionary, tokens: list[str], folded: list[str], at: list[int], k: int) -> list[Part]:
    """What may begin at a word; of names, nouns and titles the longest each."""
    found: list[Part] = []
    lexicon = dictionary.lexicon
    for length, names in dictionary.names.at(folded, k):
        end = at[k + length - 1] + 1
        fitting = [name for name in names if _written(name, tokens[at[k] : end])]
        if fitting and (name := _one_of(dictionary, fitting, tokens[at[k] : end], length)) is not None:
            found.append(Part(at[k], end, name=name))
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


def _one_of(dictionary: Dictionary, names: list[Name], tokens: list[str], length: int) -> Name | None:
    """The name that is meant; None where a single word may mean several actors."""
    fitting = narrowed(dictionary, names)
    clear = [name for name in fitting if not name.ambiguous] or fitting
    text = " ".join(tokens)
    clear = [name for name in clear if name.text == text] or clear
    capitals = [name for name in clear if name.kind is NameKind.CAPITAL]
    if capitals and not any(name.kind is NameKind.NAME for name in clear):
        return capitals[0]  # not a former state that had its seat there
    return clear[0] if length > 1 or len({name.actor for name in clear}) == 1 else None


def _written(name: Name, tokens: list[str]) -> bool:
    text = "".join(token.strip(".").replace(".", "") for token in tokens)
    own = name.text.replace(".", "").replace(" ", "")
    if name.exact or (own.isupper() and len(own) < 4):
        return text == own
    return text[:1].isupper() or text[:1].isdigit() or not own[0].isupper()


def country_in(dictionary: Dictionary, parts: Sequence[Part]) -> str | None:
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
