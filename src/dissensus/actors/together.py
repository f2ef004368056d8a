"""Several named together and taken up by one description: "these nations", "both leaders", "the trio".

A demonstrative, "both", a number or "involved" must say that those meant have been told. Meant are then the actors of a
fitting sort that were last named side by side ("Mali, Niger and Chad"), as many as the words say; where the words tell
a number, also those that one sentence names apart ("Ruiz met Paz").
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dissensus.actors.lexicon import cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.offices import HEADS
from dissensus.actors.page import Page
from dissensus.actors.roles import office_holder
from dissensus.actors.tables import package_folder, read_table
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import Actor, ActorType, Origin
from dissensus.parsing.parsed import BlockKind

_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_POINTING = frozenset(("these", "those"))
_FARTHEST = 3
"""How many sentences back several may have been named together."""
_WIDEST = 4
"""How many words may stand between the determiner and the noun."""
_WIDEST_QUOTED = 10
"""How many of them with words in quotation marks."""
_QUOTES = frozenset(('"', "'", "``", "''"))
_ORGANISATIONS = frozenset(
    (ActorType.PARTY, ActorType.MOVEMENT, ActorType.UNION, ActorType.NGO, ActorType.IGO, ActorType.ARMED_GROUP)
)
_STATES = frozenset((ActorType.COUNTRY, ActorType.GOVERNMENT))
_KINDS: dict[str, frozenset[ActorType]] = {
    "state": _STATES,
    "government": _STATES,
    "person": frozenset((ActorType.PERSON,)),
    "party": frozenset((ActorType.PARTY, ActorType.MOVEMENT)),
    "union": frozenset((ActorType.UNION,)),
    "company": frozenset((ActorType.COMPANY,)),
    "media": frozenset((ActorType.MEDIA,)),
    "body": _ORGANISATIONS,
    "any": frozenset(set(ActorType) - {ActorType.PLACE, ActorType.PEOPLE}),
}
_APART = frozenset(("state", "government", "person"))
"""Kinds of which a sentence may name two apart, without a word that joins them."""
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "conj", "nmod", "compound"))
_TOLD = frozenset(("nsubj", "nsubjpass", "dobj", "conj"))
"""Places in which a plural noun brings in others than those named before it."""
_SOME = frozenset(("of", "than", "like", "unlike", "as"))
_JOINING = frozenset((",", "and", "&", "the", "plus"))


class Several(NamedTuple):
    """A line of together.tsv.

    Attributes:
        kind: what sort of actors are meant, a key of `_KINDS`.
        number: how many the noun itself says; 0 where it does not.
        gender: of persons, `m` or `f` where the noun tells.
    """

    noun: str
    kind: str
    number: int
    gender: str


@cache
def load_several() -> dict[str, Several]:
    """The nouns that take up several actors, by the noun."""
    rows = read_table(package_folder(), "together.tsv", ("noun", "kind", "number", "gender"))
    return {row["noun"]: Several(row["noun"], row["kind"], int(row["number"] or 0), row["gender"]) for row in rows}


def find_together(work: Work) -> None:
    """Let descriptions of several stand for those who were named together before."""
    nouns = load_several()
    kinds = {paragraph.index: paragraph.kind for paragraph in work.parsed.paragraphs}
    before: Page | None = None
    for page in work.pages:
        for token, text in enumerate(page.texts):
            several = nouns.get(text) or (nouns.get(text.lower()) if page.forms[token].capital else None)
            if several is None or page.pos[token] not in ("NOUN", "PROPN"):
                continue
            if not _of_several(work, page, token, several):
                _take_up(work, page, before, token, several)
        before = page if kinds.get(page.index) is BlockKind.BODY else None


def _take_up(work: Work, page: Page, before: Page | None, token: int, several: Several) -> None:
    held = work.at(page, token)
    if held is not None and (held.actor.origin is not Origin.FOUND or held.head != token):
        return
    told = _told(work, page, token, several)
    if told is None:
        return
    first, number = told
    found, how = _named_before(work, page, before, first, several.kind, number)
    if not found or any(not _agrees(work, actor, several) for actor in found):
        return
    words = page.doc[first : token + 1].text.lower()
    _stand_for(work, page, token, held, found, f"{words}: {' and '.join(a.name for a in found)}, {how}")


def _stand_for(work: Work, page: Page, token: int, held: Draft | None, actors: list[Actor], how: str) -> None:
    """Let a noun, or the mention that it heads, mean several actors."""
    why = Resolution("together", 0.6, how)
    part = Part.PERSON if actors[0].type is ActorType.PERSON else Part.ROLE
    if held is None:
        held = work.add(page, token, token + 1, actors[0], why, part, token)
    else:
        held.actor, held.why, held.part = actors[0], why, part
    work.several[page.index, token] = [Draft(page, held.start, held.end, token, actor, why, part) for actor in actors]


def _told(work: Work, page: Page, token: int, several: Several) -> tuple[int, int] | None:
    """Where a phrase begins that takes up those named before, and how many they are (0: not told); None for others."""
    if page.dep[token] not in _ARGUMENTS or _narrowed(page, token):
        return None
    if page.dep[token] == "pobj" and page.texts[page.head[token]].lower() in _SOME:
        over = page.texts[page.head[page.head[token]]].lower()
        if page.texts[page.head[token]].lower() != "of" or over in cues("some_of") or over in _COUNTS:
            return None  # "one of the two countries"
    number, definite, pointing = several.number, False, False
    for i in _words_before(page, token):
        word = page.texts[i].lower()
        if word in _COUNTS:
            number = _COUNTS[word]
            if word == "both":
                return None if _joins(page, token) else (i, number)
        elif word in _POINTING:
            return i, number
        elif word == "the":
            definite = True
        elif word not in cues("of_several"):
            break
        if definite:
            pointing = number > 0 or _involved(page, token) or several.noun == "signatories"
            return (i, number) if pointing else None
    return None


def _words_before(page: Page, token: int) -> list[int]:
    """The words before a noun, nearest first, without those in quotation marks: "these 'progressive' governments"."""
    found: list[int] = []
    i, quoted = token - 1, False
    while i >= 0 and len(found) < _WIDEST and token - i < _WIDEST_QUOTED and not page.sent_start[i + 1]:
        if page.texts[i] in _QUOTES:
            quoted = not quoted
        elif not quoted:
            found.append(i)
        i -= 1
    return found


def _agrees(work: Work, actor: Actor, several: Several) -> bool:
    return not several.gender or work.dictionary.gender_of(actor.id) in ("", several.gender)


def _joins(page: Page, token: int) -> bool:
    """Whether "and" joins another to a noun: "both parties and unions"."""
    return any(
        page.head[i] == token and page.dep[i] == "conj" for i in range(token + 1, min(token + 8, len(page.head)))
    )


def _involved(page: Page, token: int) -> bool:
    """Whether the word before or behind a noun says that those are meant who take part: "the countries involved"."""
    return any(page.texts[i].lower() in cues("taking_part") for i in (token - 1, token + 1) if 0 <= i < len(page.texts))


def _narrowed(page: Page, token: int) -> bool:
    """Whether the words behind a noun tell who is meant: "the two countries that border Peru", "both sides of"."""
    if page.texts[token + 1 : token + 2] in (["of"], [":"], ["("], ["that"], ["who"], ["which"]):
        return True
    for i in range(token + 1, min(token + 10, len(page.texts))):
        if page.sent_start[i]:
            return False
        if page.head[i] != token or page.texts[i].lower() in cues("taking_part"):
            continue
        if page.dep[i] in ("appos", "acl") or (page.dep[i] == "relcl" and page.texts[token + 1] != ","):
            return True
        if page.dep[i] == "prep" and page.texts[i] in ("of", "in", "from", "with", "like"):
            return True
    return False


def _named_before(
    work: Work, page: Page, before: Page | None, token: int, kind: str, number: int
) -> tuple[list[Actor], str]:
    """Those of a kind who were named together last before a token, and how that was told."""
    nearer: set[str] = set()
    end, back = token, 0
    here: Page = page
    while back <= _FARTHEST:
        start = here.sentence_start(token if not back else end - 1)
        drafts = _fitting(work, here, start, end, kind)
        groups = [_distinct(work, group, kind) for group in _groups(work, here, drafts)]
        for last in groups:
            # "the three countries (Mali in 2021, Niger and Chad in 2023)": the list may lack some of them
            actors = max((group for group in groups if all(actor in group for actor in last)), key=len)
            if len(actors) > 1 and number in (0, len(actors)):
                return actors, "named together before"
        apart = _distinct(work, [draft for draft in drafts if not _aside(here, draft)], kind)
        ids = {actor.id for actor in apart}
        if number and number == len(apart) and kind in _APART and nearer <= ids:
            return apart, "whom the sentence before names" if back else "whom the sentence names"
        nearer |= ids
        if len(apart) > 1 or (not number and _others_told(work, here, start, end, kind)):
            break
        if start == 0:
            if before is None or here is before or not before.texts:
                break
            here, end = before, len(before.texts)
        else:
            end = start
        back += 1
    return [], ""


def _of_several(work: Work, page: Page, token: int, several: Several) -> bool:
    """Take "the nations of Peru and Chile" for the states, "the presidents of ..." for the holders of the office.

    Returns:
        Whether the noun is followed by states that are joined so.
    """
    if page.texts[token + 1 : token + 2] != ["of"] or several.kind not in _APART:
        return False
    states = _states_behind(work, page, token + 2)
    held = work.at(page, token)
    if len(states) < 2 or (held is not None and held.head != token):
        return False
    actors = _distinct(work, states, several.kind)
    if several.kind == "person":
        titles = work.dictionary.lexicon.plural_titles
        before = page.texts[max(token - 1, 0)].lower()
        found = titles.get((before, several.noun)) or titles.get((several.noun,))
        title = next((title for title in found if title.office in HEADS and not title.country), None)
        if title is None or before in ("former", "ex"):
            return False
        date = work.date_near(page, token)
        owners = [state for draft in states if (state := work.state(draft.actor.country)) is not None]
        actors = [office_holder(work, title, state, date, former=False)[0] for state in owners]
    names = " and ".join(draft.actor.name for draft in states)
    _stand_for(work, page, token, held, actors, f"{several.noun} of {names}")
    return True


def _states_behind(work: Work, page: Page, first: int) -> list[Draft]:
    """The states named one after the other from a token on, where "and" joins them."""
    starting = {draft.start: draft for draft in work.by_page[page.index] if draft.part is Part.STATE}
    found: list[Draft] = []
    joined, i = False, first
    while i < len(page.texts):
        if i in starting:
            found.append(starting[i])
            i = starting[i].end
        elif page.texts[i] in _JOINING and not page.sent_start[i]:
            if page.texts[i] == "and" and joined:
                break
            joined = joined or page.texts[i] == "and"
            i += 1
        else:
            break
    return found if joined and page.texts[found[-1].end : found[-1].end + 1] not in (["'s"], ["’s"], ["'"]) else []


def _fitting(work: Work, page: Page, start: int, end: int, kind: str) -> list[Draft]:
    """The mentions of `[start, end)` of actors of a kind who are known by name, or of several taken up there."""
    found: list[Draft] = []
    last: Draft | None = None
    for i in range(start, end):
        held = work.at(page, i)
        if held is None or held is last or held.end > end:
            continue
        last = held
        if held.part is Part.PLACE or held.actor.type not in _KINDS[kind]:
            continue
        if held.actor.origin is Origin.FOUND and page.pos[held.head] != "PROPN":
            continue
        if kind in ("state", "government") and held.actor.country is None:
            continue
        if kind not in ("state", "government") and held.part is Part.DEMONYM:
            continue
        found.append(held)
    return found


def _aside(page: Page, draft: Draft) -> bool:
    """Whether someone is only named for what was said or done by them: "as told by Ruiz"."""
    return page.dep[draft.head] == "pobj" and page.texts[page.head[draft.head]].lower() in ("by", "to")


def _groups(work: Work, page: Page, drafts: list[Draft]) -> list[list[Draft]]:
    """The mentions that "and" joins, the last group first; those that one description takes up are a group."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        group = groups[-1] if groups else []
        if group and _side_by_side(page, group, draft):
            group.append(draft)
        else:
            groups.append([draft])
    found = []
    for group in groups:
        told = [draft for draft in group if (page.index, draft.head) in work.several]
        group = told[-1:] or group  # "between these states and Peru": those told before are without Peru
        together = [one for draft in group for one in work.several.get((page.index, draft.head), [draft])]
        between = [text.lower() for text in page.texts[group[0].end : group[-1].start]]
        taken_up = len(group) == 1 and len(together) > 1
        if taken_up or (len(group) > 1 and ("and" in between or "&" in between) and "or" not in between):
            found.append(together)
    return found[::-1]


def _side_by_side(page: Page, group: list[Draft], draft: Draft) -> bool:
    """Whether a mention goes on a list: joined to one of it, or behind a comma or "and"."""
    top = draft.head
    while page.dep[top] == "conj" and page.pos[page.head[top]] != "VERB":
        top = page.head[top]
        if any(top == other.head for other in group):
            return True
    between = page.texts[group[-1].end : draft.start]
    beside = bool(between) and all(text.lower() in _JOINING for text in between)
    return beside and page.dep[draft.head] not in ("nsubj", "nsubjpass")


def _distinct(work: Work, drafts: list[Draft], kind: str) -> list[Actor]:
    """The actors of some mentions, each once; for states and governments, those of their countries."""
    actors: dict[str, Actor] = {}
    for draft in drafts:
        actor = draft.actor
        if kind in ("state", "government"):
            state = work.state(actor.country)
            if state is None:
                continue
            actor = work.dictionary.actor(state.id if kind == "state" else f"{state.id}.government")
        actors.setdefault(actor.id, actor)
    return list(actors.values())


def _others_told(work: Work, page: Page, start: int, end: int, kind: str) -> bool:
    """Whether a sentence brings in others of the kind who are not named: "neighbouring countries protested"."""
    nouns = load_several()
    for i in range(start, end):
        several = nouns.get(page.texts[i].lower())
        if several is None or several.kind not in (kind, "any") or page.dep[i] not in _TOLD:
            continue
        if (page.index, i) not in work.several:
            return True
    return False
