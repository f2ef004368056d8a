"""What the words around a phrase tell of it: the country it is about, the person it is set beside."""

from __future__ import annotations

from collections import Counter

from dissensus.actors.lexicon import cues
from dissensus.actors.namesakes import LEADING
from dissensus.actors.page import Page, of_envoys
from dissensus.actors.phrases import NounPhrase, only_backs
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType

SCENE = 0.6
"""Share of the places and modifiers of one country that makes it the scene of a document."""
_FEW = 2
"""How often a country may be named for it to be named in passing."""
_WITHIN = frozenset(("in", "across", "throughout", "inside", "within", "around"))
_POWERS = frozenset((ActorType.GOVERNMENT, ActorType.MILITARY, ActorType.ARMED_GROUP))
_OF_ONE_COUNTRY = frozenset((ActorType.PARTY, ActorType.MOVEMENT, ActorType.UNION))
"""Those who turn to the army, courts and police of their own country."""
_HOUSES = frozenset(("congress", "senate", "lower-house", "supreme-court", "judiciary"))
"""Arms of a state, as their ids end, whose doings are at home."""
_OUSTING = frozenset(
    ("overthrow", "oust", "depose", "topple", "unseat", "remove", "dissolve", "close", "occupy", "seize")
)
_ASKING = frozenset("call urge ask appeal press beg implore encourage push exhort persuade convince plead".split())
_STAYING = frozenset("police protester demonstrator court judge prosecutor opposition voter gang striker".split())
"""Who does what they do at home, where a government or an army may do it abroad."""
_OBJECTS = frozenset(("dobj", "pobj", "iobj", "dative", "nsubj", "nsubjpass", "poss", "oprd"))


def scene(work: Work) -> str | None:
    """The country in which most of what a document tells takes place; None where no country stands out.

    Places and "in Peru", "the Peruvian election", "Peru's constitution" tell it; states that act do not.
    """
    found: Counter[str] = Counter()
    for draft in work.drafts:
        country = draft.actor.country
        if country is None or draft.part not in (Part.STATE, Part.PLACE, Part.DEMONYM):
            continue
        page = draft.page
        if of_envoys(page, draft.end) or only_backs(page, draft.end):
            continue
        if draft.part is Part.STATE:
            before = page.texts[draft.start - 1].lower() if draft.start else ""
            if page.dep[draft.head] != "poss" and before not in _WITHIN and before != "of":
                continue
        if not _hosts(draft):
            found[country] += 1
    if not found:
        return None
    country, count = found.most_common(1)[0]
    return country if count > 1 and count >= SCENE * found.total() else None


def _hosts(draft: Draft) -> bool:
    """Whether a place is the seat of international bodies."""
    return " ".join(draft.page.texts[draft.start : draft.end]).lower() in cues("meeting_place")


def focus(work: Work, page: Page, token: int) -> str | None:
    """The country a phrase without one is about: the sentence's, document's or paragraph's; None when unsure.

    In "Peru backed the interim government" it is not the country that acts on it.
    """
    cover = work.cover[page.index]
    for i in range(token - 1, page.sentence_start(token) - 1, -1):
        held = cover[i]
        if held is None or held.part not in (Part.STATE, Part.PLACE) or held.start == 0 or not held.actor.country:
            continue
        if page.texts[held.start - 1].lower() in ("in", "across", "throughout") and not _hosts(held):
            return held.actor.country
    told = _acted_on(work, page, token) or _placed_behind(work, page, token)
    if told is not None:
        return told
    held = acting(work, page, token)
    if held is not None and held.actor.country and held.actor.type in _OF_ONE_COUNTRY and held.part is not Part.PERSON:
        return held.actor.country
    abroad = held is not None and _acts_abroad(held) and not _at_home(page, held)
    actor = held.actor.country if held is not None and abroad else None
    if held is not None and held.part is Part.PERSON and _in_passing(work, held.actor.country):
        return held.actor.country
    for country in (work.scene, work.main_country):
        if country is not None and country != actor:
            return country
    nearby = [held for held in work.before(page, token, 0) if held.part in (Part.STATE, Part.DEMONYM)]
    named = {held.actor.country for held in nearby if held.actor.country and not only_backs(page, held.end)}
    named.discard(actor)
    if len(named) == 1:
        return named.pop()
    power = _last_power(work, page, token)
    return power if power != actor else None


def _placed_behind(work: Work, page: Page, token: int) -> str | None:
    """The country in which a clause says behind a phrase that it takes place: "the rebels fought the army in Peru"."""
    verb = page.head[token]
    subject = page.dep[token] in ("nsubj", "nsubjpass") and page.doc[token].lemma_.lower() in _STAYING
    if not subject and page.dep[token] != "dobj":
        return None
    for i in range(token + 1, len(page.texts)):
        if page.sent_start[i]:
            return None
        if page.dep[i] != "prep" or page.texts[i].lower() not in ("in", "across", "throughout"):
            continue
        held = work.at(page, i + 1)
        near = page.head[i] == verb or (page.head[page.head[i]] == verb and page.dep[page.head[i]] == "dobj")
        if near and held is not None and held.part in (Part.STATE, Part.PLACE) and not _hosts(held):
            return held.actor.country
    return None


def _acted_on(work: Work, page: Page, token: int) -> str | None:
    """The one country of the persons that a subject's verb is about: "the court ruled that Ruiz had lost"."""
    if page.dep[token] == "pobj" and page.dep[page.head[token]] == "agent":
        return _of_patient(work, page, page.head[page.head[token]])
    verb = page.head[token]
    if page.dep[token] not in ("nsubj", "nsubjpass"):
        verb = _asked_to(page, token)
        if verb < 0:
            return None
    elif (object_before := _relative_object(work, page, verb)) is not None:
        return object_before
    countries: set[str] = set()
    i = token + 1
    while i < len(page.texts) and not page.sent_start[i]:
        held = work.at(page, i)
        if held is None:
            if page.dep[i] == "dobj" and page.head[i] == verb and (told := _pronoun(work, page, i)) is not None:
                countries.add(told)
            i += 1
            continue
        i = held.end
        if held.part is not Part.PERSON or held.actor.country is None or page.dep[held.head] not in _OBJECTS:
            continue
        if held.actor.roles and not any(role.organisation in work.dictionary.states for role in held.actor.roles):
            continue
        top = held.head
        if page.dep[top] in ("nsubj", "nsubjpass") and page.dep[page.head[top]] != "ccomp":
            continue  # who is quoted: "the army, Ruiz said, ..."
        for _ in range(4):
            top = page.head[top]
            if top == verb:
                countries.add(held.actor.country)
                break
    return countries.pop() if len(countries) == 1 else None


def _asked_to(page: Page, token: int) -> int:
    """What a body is asked to do: "called on the army to abandon Ruiz"; -1 where it is asked nothing."""
    verb = page.head[token]
    if page.dep[token] == "pobj" and page.texts[verb].lower() in ("on", "to", "upon"):
        verb = page.head[verb]
    elif page.dep[token] != "dobj":
        return -1
    if page.doc[verb].lemma_.lower() not in _ASKING:
        return -1
    return next((i for i in range(token + 1, len(page.texts)) if page.head[i] == verb and page.dep[i] == "xcomp"), -1)


def _relative_object(work: Work, page: Page, verb: int) -> str | None:
    """The country of the person whom a clause behind a name is about: "Ruiz, whom the army deported"."""
    if page.dep[verb] != "relcl":
        return None
    named = page.head[verb]
    if not any(page.head[i] == verb and page.texts[i].lower() in ("whom", "who") for i in range(named, verb)):
        return None
    if any(
        page.head[i] == verb and page.texts[i].lower() == "who" and page.dep[i] == "nsubj" for i in range(named, verb)
    ):
        return None
    held = work.at(page, named)
    return held.actor.country if held is not None and held.part is Part.PERSON else None


def _pronoun(work: Work, page: Page, token: int) -> str | None:
    """The country of the person that parsing took a pronoun for."""
    antecedent = work.antecedents.get((page.index, token))
    there = next((p for p in work.pages if antecedent is not None and p.index == antecedent.paragraph), None)
    held = work.at(there, antecedent.end - 1) if antecedent is not None and there is not None else None
    return held.actor.country if held is not None and held.part is Part.PERSON else None


def _of_patient(work: Work, page: Page, verb: int) -> str | None:
    """The country of the person whom a passive is about: "Ruiz was overthrown by the army", "Ruiz, backed by it"."""
    if page.dep[verb] == "acl":
        noun = page.head[verb]
        held = work.at(page, noun) or (work.at(page, page.head[noun]) if page.dep[noun] == "appos" else None)
        return held.actor.country if held is not None and held.part is Part.PERSON else None
    for i in range(page.sentence_start(verb), verb):
        if page.head[i] == verb and page.dep[i] == "nsubjpass":
            held = work.at(page, i)
            return held.actor.country if held is not None and held.part is Part.PERSON else None
    return None


def _in_passing(work: Work, country: str | None) -> bool:
    """Whether a text that is about no country, or names only others and in passing, may be about a person's own."""
    if country is None or work.scene is not None:
        return False
    return work.countries.total() - work.countries[country] <= _FEW


def acting(work: Work, page: Page, token: int) -> Draft | None:
    """Who is the subject of the verb that a token hangs on, or whose that subject is; None for a subject itself."""
    top = token
    if _made_to(page, token):
        top = page.head[token]
    for _ in range(4):
        if page.dep[top] in ("nsubj", "nsubjpass") or page.head[top] == top:
            return None
        top = page.head[top]
        if page.pos[top] == "VERB":
            break
    for i in range(token - 1, -1, -1):
        if page.head[i] == top and page.dep[i] == "nsubj":
            return work.at(page, i) or _owner_of(work, page, i)
        if page.sent_start[i]:
            break
    return None


def _made_to(page: Page, token: int) -> bool:
    """Whether a subject does what someone else has it do: "Peru helped the army seize power"."""
    verb = page.head[token]
    if page.dep[token] != "nsubj" or page.dep[verb] != "ccomp" or page.tag[verb] != "VB":
        return False
    return not any(page.head[i] == verb and page.dep[i] == "aux" for i in range(token, verb))


def _owner_of(work: Work, page: Page, noun: int) -> Draft | None:
    """The mention that a noun is said to belong to: "Washington" in "Washington's lackeys"."""
    for i in range(noun - 1, max(-1, noun - 6), -1):
        if page.head[i] == noun and page.dep[i] == "poss":
            return work.at(page, i)
    return None


def _acts_abroad(draft: Draft) -> bool:
    """Whether an actor's deeds are likelier done to another state: a state, its government or its forces."""
    return draft.part is Part.STATE or draft.actor.type in _POWERS or draft.actor.id.endswith(".embassy")


def _at_home(page: Page, draft: Draft) -> bool:
    """Whether an arm of a state does what is done to its own: "the army overthrew the president"."""
    if draft.part is not Part.ROLE:
        return False
    if draft.actor.id.rpartition(".")[2] in _HOUSES:
        return True
    verb = page.doc[page.head[draft.head]].lemma_.lower()
    return draft.actor.type is ActorType.MILITARY and verb in _OUSTING and draft.actor.country != "USA"


def _last_power(work: Work, page: Page, token: int) -> str | None:
    """The country of the leader or government named last, in this paragraph or the two before."""
    for held in work.before(page, token, 2):
        if held.actor.country is None:
            continue
        leads = held.part is Part.PERSON and any(role.office in LEADING for role in held.actor.roles)
        if leads or (held.actor.type is ActorType.GOVERNMENT and not held.actor.id.endswith(".embassy")):
            return held.actor.country
    return None


def apposed_person(work: Work, page: Page, phrase: NounPhrase, head: int) -> Draft | None:
    """The person set beside a title: "Ana Ruiz, the Chilean president" and "the Chilean president, Ana Ruiz"."""
    start = phrase.start
    while start > 0 and page.texts[start - 1].lower() in (
        "the",
        "a",
        "an",
        "former",
        "its",
        "his",
        "her",
        "their",
        "our",
    ):
        start -= 1
    if start > 1 and page.texts[start - 1] in (",", "—", "–", "("):
        held = work.at(page, start - 2)
        if (
            held is not None
            and held.part is Part.PERSON
            and page.dep[head] == "appos"
            and held.start <= page.head[head] < held.end
        ):
            return held
    end = phrase.end
    if page.texts[end : end + 1] == ["in"] and (town := work.at(page, end + 1)) is not None and town.part is Part.PLACE:
        end = town.end  # "the head of the mission in Quito, Ana Ruiz,"
    if end + 1 < len(page.texts) and page.texts[end] in (",", "—", "–"):
        held = work.at(page, end + 1)
        if (
            held is not None
            and held.part is Part.PERSON
            and page.dep[held.head] == "appos"
            and (page.head[held.head] == head or _set_off(page, held, phrase.start, end))
        ):
            return held
    return None


def _set_off(page: Page, name: Draft, start: int, end: int) -> bool:
    """Whether a name between commas hangs on the last noun of the title before: "head of the mission, Ana Ruiz,"."""
    return start <= page.head[name.head] < end and page.texts[name.end : name.end + 1] == [","]
