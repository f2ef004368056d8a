"""People known only by what they did or suffered: "those who ousted Ruiz", "those unjustly imprisoned".

Only where the clause tells a deed of or to someone that the text names, or that harm was done to them: "those who
think so" are no party.
"""

from __future__ import annotations

from dissensus.actors.lexicon import cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import Page
from dissensus.actors.words import slug
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType, Origin

_PEOPLE = frozenset(("those", "anyone", "everyone", "Those", "Anyone", "Everyone"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_RELATIVE = frozenset(("who", "that"))
_LONGEST = 12
"""Tokens of a clause at most by which people are known."""
_STOPS = frozenset((",", ";", ":", ".", "(", "—", "–", "-", "--", '"'))


def find_those(work: Work) -> None:
    """Make mentions of the people whom a clause tells from others, with the clause as their name."""
    for page in work.pages:
        for token, text in enumerate(page.texts):
            if text not in _PEOPLE or page.dep[token] not in _ARGUMENTS or work.at(page, token) is not None:
                continue
            end = _deed_of_someone(work, page, token) or _harmed(page, token)
            if not end:
                continue
            name = _name(work, page, token, end)
            actor = work.found(f"found.{slug(name)}", name, ActorType.PEOPLE)
            why = Resolution("clause", 0.5, f"{text.lower()}: whoever the words after it tell of")
            work.add(page, token, token + 1, actor, why, Part.ROLE, token)


def _deed_of_someone(work: Work, page: Page, token: int) -> int:
    """Where a clause ends that tells what people did to someone named; 0 where there is none."""
    if page.texts[token + 1 : token + 2] == [] or page.texts[token + 1].lower() not in _RELATIVE:
        return 0
    verb = page.head[token + 1]
    if page.dep[verb] != "relcl" or page.head[verb] != token or page.dep[token + 1] not in _SUBJECTS:
        return 0
    if page.pos[verb] != "VERB" or page.doc[verb].lemma_.lower() in cues("speech_verb") | cues("opinion_verb"):
        return 0
    end = _end(page, token, verb)
    for i in range(verb + 1, end):
        held = work.at(page, i)
        direct = page.head[i] == verb and page.dep[i] == "dobj"
        behind = page.dep[i] == "pobj" and page.head[page.head[i]] == verb
        owner = page.dep[i] == "poss" and page.head[page.head[i]] == verb and page.dep[page.head[i]] == "dobj"
        if (direct or behind or owner) and held is not None and _is_known(held):
            return end
    return 0


def _is_known(draft: Draft) -> bool:
    """Whether the text names an actor, not "states" or "protesters" of anywhere."""
    named = draft.actor.origin is not Origin.FOUND or draft.part in (Part.PERSON, Part.BODY)
    of_country = draft.actor.country is not None and draft.actor.type is not ActorType.PERSON
    return draft.part is not Part.PLACE and (named or of_country)


def _harmed(page: Page, token: int) -> int:
    """Where a participle ends that tells what people suffered: "those unjustly imprisoned"; 0 where there is none."""
    for i in range(token + 1, min(token + 4, len(page.texts))):
        if page.tag[i] == "VBN" and page.head[i] == token:
            return i + 1 if page.doc[i].lemma_.lower() in cues("suffering") else 0
        if page.tag[i] != "RB" and page.texts[i].lower() not in ("who", "were", "are", "have", "been"):
            return 0
    return 0


def _end(page: Page, token: int, verb: int) -> int:
    """The end of what tells people from others: up to a comma, a further clause or the widest."""
    last = min(token + _LONGEST, len(page.texts))
    for i in range(verb + 1, last):
        further = page.dep[i] in ("cc", "mark") or (page.tag[i] == "IN" and page.head[i] == verb and i > verb + 1)
        if page.sent_start[i] or page.texts[i] in _STOPS or further or i == page.head[token]:
            return i
    return last


def _name(work: Work, page: Page, token: int, end: int) -> str:
    """The words of a clause, with the known names of those in it."""
    words: list[str] = [page.texts[token].lower()]
    i = token + 1
    while i < end:
        held = work.at(page, i)
        if held is not None and held.start == i and held.part is Part.PERSON and held.end <= end:
            words.append(held.actor.name)
            i = held.end
        else:
            words.append(page.texts[i])
            i += 1
    return " ".join(words).replace(" - ", "-").replace(" 's", "'s")
