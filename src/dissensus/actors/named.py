"""Names that the dictionary holds: states, their adjectives and capitals, bodies, persons by full name."""

from __future__ import annotations

from collections.abc import Callable

from dissensus.actors.dictionary import Name, NameKind
from dissensus.actors.evidence import Choice, choose, narrowed
from dissensus.actors.honours import named_after_person
from dissensus.actors.lexicon import cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import ADJ, ADP, NOUN, PROPN, NameHit, Page, of_envoys
from dissensus.actors.phrases import only_backs
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType

_OF_PERSONS = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sr", "Sra"})
"""What only a person's name stands behind."""
_PARTS = {"country": Part.STATE, "bloc": Part.STATE, "place": Part.PLACE, "person": Part.PERSON}


def gather_evidence(work: Work) -> None:
    """Count what is named beyond doubt, before anything doubtful is judged."""

    def count(page: Page, hit: NameHit) -> int | None:
        names = narrowed(work.dictionary, hit.names)
        ids = {name.actor for name in names if not name.ambiguous}
        if len(ids) != 1 or not _acceptable(work, page, hit):
            return None
        (id,) = ids
        if id not in work.dictionary.states and any(name.actor != id for name in names):
            return None  # "the Workers' Party" is chiefly Brazil's, but others have one
        work.known[id] += 1
        country = work.dictionary.country_of(id)
        if country and not of_envoys(page, hit.end) and not only_backs(page, hit.end):
            work.countries[country] += 1
        return hit.end

    _each_name(work, count)


def find_named(work: Work) -> None:
    """Make the mentions of all dictionary names that can be told, longest first, from left to right."""

    def mention(page: Page, hit: NameHit) -> int | None:
        choice = choose(work, hit.names) if _acceptable(work, page, hit) else None
        return _mention(work, page, hit, choice).end if choice is not None else None

    _each_name(work, mention)


def _each_name(work: Work, take: Callable[[Page, NameHit], int | None]) -> None:
    """Offer the names of each page, longest first, from left to right; `take` tells where one that it takes ends."""
    for page in work.pages:
        end = 0
        for start in sorted(page.names):
            if start < end:
                continue
            taken = next((e for hit in page.names[start] if (e := take(page, hit)) is not None), None)
            end = end if taken is None else taken


def _acceptable(work: Work, page: Page, hit: NameHit) -> bool:
    """Whether a hit may be that name at all, by the words next to it."""
    start, end = hit.start, hit.end
    before = page.texts[start - 1] if start and not page.sent_start[start] else ""
    if end - start > 1:
        # "the National Security Council" is another body than the Security Council.
        other = before.lower() in cues("other_body") and page.forms[start - 1].capital
        return not other or work.dictionary.type_of(hit.names[0].actor) == "person"
    if before == "New" or (before == "St." and page.forms[start].capital):
        return False
    if page.texts[end : end + 1] and page.texts[end].lower() in cues("place_extension") and page.forms[end].capital:
        return False  # "Lima Street", "Nassau County": something else that bears the name
    name = hit.names[0]
    if before.removesuffix(".") in _OF_PERSONS and work.dictionary.type_of(name.actor) != "person":
        return False  # "Mr Medina"
    if name.text.islower() and not _stands_for_party(page, hit):
        return False
    if name.text.startswith("America") and (
        before in ("Latin", "South", "North", "Central") or _linked_before(page, start) in cues("americas")
    ):
        return False
    title = page.titles.get(start)
    if title is not None and title.end == end and all(name.ambiguous for name in hit.names):
        return False
    kind = work.dictionary.type_of(name.actor)
    if kind == "person":
        return True
    if name.kind in (NameKind.ADJECTIVE, NameKind.PEOPLE) and before.lower() in ("in", "speak", "speaks", "speaking"):
        # "in Spanish" is a language, "in Spanish ports" is not.
        return page.head[start] != start - 1 or page.tag[start] == "NNPS"
    if page.ent[start] != "PERSON" or name.text.isupper():
        return True
    # A given or family name that is also a country's or a capital's: "Michael Jordan", "Israel Zamora".
    for i in (start - 1, start + 1):
        if 0 <= i < len(page.texts) and page.ent[i] == "PERSON" and page.pos[i] == PROPN and page.forms[i].capital:
            if i < start and (page.sent_start[start] or i in page.titles or i in page.nouns):
                continue
            if i > start and i in page.titles:
                continue
            if not page.names.get(i):
                return False
    return True


def _stands_for_party(page: Page, hit: NameHit) -> bool:
    """Whether a name written small is a noun by itself: "against capitalism", not "anti-capitalism"."""
    last = hit.end - 1
    if page.pos[last] not in (NOUN, PROPN) or page.dep[last] in ("compound", "nmod", "amod"):
        return False
    return not _linked_before(page, hit.start) and page.texts[hit.end : hit.end + 1] != ["-"]


def _linked_before(page: Page, start: int) -> str:
    """The word hyphened to a name: "inter" in "Inter-American"."""
    return page.texts[start - 2].lower() if start > 1 and page.texts[start - 1] == "-" else ""


def _mention(work: Work, page: Page, hit: NameHit, choice: Choice) -> Draft:
    id = choice.actor
    name = min((name for name in hit.names if name.actor == id), key=lambda n: n.kind)
    start, end = hit.start, hit.end
    if name.kind in (NameKind.CAPITAL, NameKind.TOWN):
        return _capital(work, page, hit, name)
    if name.kind is NameKind.METONYM:
        actor = work.dictionary.actor(f"{id}.government")
        why = Resolution("metonym", 0.9, f"{name.text} stands for the government of {work.dictionary.states[id].name}")
        return work.add(page, start, end, actor, why, Part.ROLE)
    if name.kind in (NameKind.ADJECTIVE, NameKind.PEOPLE):
        return _demonym(work, page, hit, name)
    actor = work.dictionary.actor(id)
    part = _PARTS.get(actor.type, Part.BODY)
    if part is Part.PERSON and (thing := named_after_person(work, page, start, end)) is not None:
        return thing
    if actor.type is ActorType.PARTY and end - start == 1 and _one_of(page, start):
        text = f"{actor.name} member"
        member = work.found(work.found_id(text), text, ActorType.PERSON, actor.country, ("PTY",))
        return work.add(page, start, end, member, Resolution("member", 0.6, f"someone of {actor.name}"), Part.ROLE)
    rule = "name" if choice.score > 0.97 else "name by evidence"
    why = Resolution(rule, choice.score, f"{name.text}: {choice.reason}")
    if part is Part.PERSON:
        while (
            end < len(page.texts)
            and page.ent[end] == "PERSON"
            and page.pos[end] == PROPN
            and page.dep[end - 1] == "compound"
            and page.head[end - 1] == end
            and end not in page.names
        ):
            end += 1
        while start and _begins_name(work, page, start):
            start -= 1
        work.note_person(actor)
    return work.add(page, start, end, actor, why, part, end - 1 if part is Part.PERSON else -1)


def _one_of(page: Page, start: int) -> bool:
    """Whether the name of a party stands for one of it: "a Sandinista", not "a Sandinista victory"."""
    if not start or page.texts[start - 1].lower() not in ("a", "an", "another") or page.forms[start].upper:
        return False
    return page.dep[start] not in ("compound", "amod", "nmod") and page.tag[start] in ("NN", "NNP")


def _begins_name(work: Work, page: Page, start: int) -> bool:
    """Whether the word before a person's name is part of it: a given name the dictionary leaves out."""
    i = start - 1
    return (
        page.ent[i] == page.ent[start] == "PERSON"
        and page.pos[i] == PROPN
        and page.dep[i] == "compound"
        and page.head[i] >= start
        and page.forms[i].capital
        and not page.sent_start[start]
        and i not in page.names
        and not any(j in page.titles or j in page.nouns for j in range(max(0, i - 2), i + 1))
        and work.at(page, i) is None
    )


def _demonym(work: Work, page: Page, hit: NameHit, name: Name) -> Draft:
    start, end = hit.start, hit.end
    last = end - 1
    state = work.dictionary.states.get(name.actor)
    is_people = page.tag[last] in ("NNPS", "NNS") or any(
        n.kind is NameKind.PEOPLE and n.text.endswith(("s", "men")) for n in hit.names if n.actor == name.actor
    )
    modifies = page.dep[last] in ("amod", "compound", "nmod", "npadvmod", "poss") and page.head[last] > last
    follows = end < len(page.texts) and (
        page.pos[end] in (ADJ, PROPN) or page.texts[end] == "-" or page.tag[end].startswith("NN")
    )
    if state is not None and not (modifies and follows) and (is_people or _stands_alone(page, start, last)):
        if page.tag[last] in ("NN", "NNP", "JJ") and not is_people and _single(page, start):
            text = f"{state.adjective} (a person)"
            actor = work.found(f"found.{state.id}.person", text, ActorType.PERSON, state.iso3)
            return work.add(page, start, end, actor, Resolution("demonym", 0.6, f"someone of {state.name}"), Part.ROLE)
        actor = work.dictionary.actor(f"{state.id}.people")
        return work.add(page, start, end, actor, Resolution("demonym", 0.85, f"the people of {state.name}"), Part.ROLE)
    actor = work.dictionary.actor(name.actor)
    why = Resolution("demonym", 0.85, f"{name.text} is the adjective of {actor.name}")
    return work.add(page, start, end, actor, why, Part.DEMONYM)


def _stands_alone(page: Page, start: int, last: int) -> bool:
    return page.dep[last] in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "conj",
        "attr",
        "appos",
        "agent",
        "dative",
    ) and not (page.dep[last] == "conj" and page.dep[page.head[last]] in ("amod", "compound", "nmod"))


def _single(page: Page, start: int) -> bool:
    i = start - 1
    while i >= 0 and page.pos[i] == ADJ:
        i -= 1
    return i >= 0 and page.texts[i].lower() in ("a", "an", "one", "another", "this", "that")


def _capital(work: Work, page: Page, hit: NameHit, name: Name) -> Draft:
    """A capital: its government, the place, or the state as the target of an attack."""
    state = work.dictionary.states[name.actor]
    sense = _sense_of_capital(page, hit.start, hit.end)
    if sense == "target":
        why = Resolution("metonym", 0.7, f"{name.text}, the capital, stands for {state.name}")
        return work.add(page, hit.start, hit.end, work.dictionary.actor(state.id), why, Part.STATE)
    if sense == "government" and name.kind is NameKind.CAPITAL:
        why = Resolution("metonym", 0.85, f"{name.text} stands for the government of {state.name}")
        return work.add(page, hit.start, hit.end, work.dictionary.actor(f"{state.id}.government"), why, Part.STATE)
    id = f"{state.id}.capital"
    if words_differ(state.capital, name.text):
        actor = work.found(
            f"found.{state.id}.{name.text.lower().replace(' ', '-')}", name.text, ActorType.PLACE, state.iso3
        )
    else:
        actor = work.dictionary.actor(id)
    why = Resolution("place", 0.85, f"{name.text} as a place in {state.name}")
    return work.add(page, hit.start, hit.end, actor, why, Part.PLACE)


def words_differ(capital: str, text: str) -> bool:
    """Whether a name of the seat of government is another town than the capital ("La Paz" and Sucre)."""
    return text not in capital and capital not in text


def _sense_of_capital(page: Page, start: int, end: int) -> str:
    last = end - 1
    texts, dep, head = page.texts, page.dep, page.head
    if end < len(texts) and texts[end] in ("City", "DC", "D.C.", "State", "state", "University"):
        return "place"
    if (
        end + 1 < len(texts)
        and texts[end] == ","
        and (texts[end + 1] in ("D.C.", "DC") or end + 1 in page.names)
        and page.pos[end + 1] == PROPN
        and page.ent[end + 1] == "GPE"
        and dep[end + 1] == "appos"
    ):
        return "place"
    if texts[end : end + 1] == [","] and page.ent[end + 1 : end + 2] == ["DATE"] and dep[last] != "nsubj":
        return "place"
    if page.sent_start[start] and end < len(texts) and texts[end] in ("—", "–", "--", "("):
        return "place"
    if start and texts[start - 1].lower() in ("capital", "city", "town", "downtown", "central"):
        return "place"
    top = last
    while dep[top] == "conj" and head[top] != top:
        top = head[top]
    if dep[top] in ("compound", "nmod") and head[top] > top:
        noun = page.nouns.get(head[top])
        return "government" if noun is not None and noun.noun.arm not in ("", "police") else "place"
    if dep[top] == "pobj" and page.pos[head[top]] == ADP:
        preposition = texts[head[top]].lower()
        governor = head[head[top]]
        lemma = page.doc[governor].lemma_.lower()
        if preposition in cues("locative"):
            return "place"
        if preposition in ("to", "from", "for", "towards", "toward") and lemma in cues("motion_verb"):
            return "place"
        if preposition in ("of", "on", "against") and lemma in cues("target_noun") | cues("target_verb"):
            return "target"
        if preposition == "of" and lemma in cues("town_noun"):
            return "place"
        return "government"
    if dep[top] == "dobj":
        lemma = page.doc[head[top]].lemma_.lower()
        if lemma in cues("target_verb"):
            return "target"
        return "place" if lemma in cues("motion_verb") | {"reach", "tour", "enter"} else "government"
    return "government"
