"""Bodies told of again by what they are: "the movement", "this party", "the rebels", "the conservative party"."""

from __future__ import annotations

from dissensus.actors.again import PARAGRAPHS, country_again, leads_sentence
from dissensus.actors.group_names import describes
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import NounHit, Page
from dissensus.actors.phrases import NounPhrase
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import ActorType

_NARROWING = frozenset(("amod", "acl", "relcl"))
_ANY_BODY = frozenset(
    (ActorType.MOVEMENT, ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.UNION, ActorType.NGO, ActorType.IGO)
)
_FIGHTERS = frozenset((ActorType.ARMED_GROUP,))
IN_THE_PLURAL = frozenset(("rebel", "guerrilla", "insurgent", "militant", "paramilitary"))
"""Nouns that take up an armed group as "the rebels" do."""
_OF_ANOTHER = frozenset(
    "ruling governing rival opposing other another main largest biggest new second opposition former small own".split()
)
"""Words that tell a body from the one named before."""
_ALLIANCES = frozenset((ActorType.IGO, ActorType.BLOC, ActorType.PARTY, ActorType.MOVEMENT))
_SORTS = {
    "movement": frozenset((ActorType.MOVEMENT, ActorType.PARTY)),
    "party": frozenset((ActorType.PARTY,)),
    "union": frozenset((ActorType.UNION,)),
    "company": frozenset((ActorType.COMPANY,)),
    "organization": _ANY_BODY,
    "organisation": _ANY_BODY,
    "group": _ANY_BODY,
    "federation": frozenset((ActorType.UNION, ActorType.MOVEMENT)),
    "confederation": frozenset((ActorType.UNION, ActorType.MOVEMENT)),
    "alliance": _ALLIANCES,
    "bloc": _ALLIANCES,
    "coalition": _ALLIANCES,
    "forum": frozenset((ActorType.IGO, ActorType.BLOC, ActorType.NGO)),
    "commission": frozenset((ActorType.IGO, ActorType.NGO)),
    "mission": frozenset((ActorType.IGO,)),
    "newspaper": frozenset((ActorType.MEDIA,)),
    "broadcaster": frozenset((ActorType.MEDIA,)),
    "media group": frozenset((ActorType.MEDIA,)),
    "indigenous movement": frozenset((ActorType.MOVEMENT, ActorType.UNION)),
    "oil company": frozenset((ActorType.COMPANY,)),
    "state oil company": frozenset((ActorType.COMPANY,)),
    "conglomerate": frozenset((ActorType.COMPANY,)),
    "multinational": frozenset((ActorType.COMPANY,)),
    "foundation": frozenset((ActorType.NGO,)),
    "rebel group": _FIGHTERS,
    "guerrilla group": _FIGHTERS,
    "armed group": _FIGHTERS,
    "militia": _FIGHTERS,
    "gang": _FIGHTERS,
    "rebel": _FIGHTERS,
    "guerrilla": _FIGHTERS,
    "insurgent": _FIGHTERS,
    "militant": _FIGHTERS,
    "paramilitary": _FIGHTERS,
    "news agency": frozenset((ActorType.MEDIA,)),
    "body": frozenset((ActorType.IGO,)),
    "lender": frozenset((ActorType.IGO, ActorType.COMPANY)),
    "country": frozenset((ActorType.COUNTRY,)),
    "nation": frozenset((ActorType.COUNTRY,)),
}
"""Nouns that take up a body named before, and what sort of body that may be."""
_DESCRIBED = frozenset(("body", "lender"))
"""Of these, the ones that must be described: "the regional body"."""
_NAMED_SO = frozenset(
    ("federation", "confederation", "alliance", "coalition", "forum", "commission", "mission", "union", "foundation")
)
"""Of these, the ones that a body must have in its name."""


def same_again(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, head: int) -> bool:
    """The body of that sort named last, here or in the two paragraphs before: "the movement", "this party"."""
    wanted = _SORTS.get(hit.noun.noun)
    kind = _SORTS.get(hit.noun.noun.split()[-1])
    if wanted is None and kind is not None and phrase.definite and not _of_another(hit.noun.noun.split()):
        return _subject_again(work, page, hit, phrase, head, kind)  # "the conservative party" is one noun
    if wanted is None or not (phrase.definite or page.texts[hit.start - 1 : hit.start] in (["this"], ["This"])):
        return False
    if phrase.linked:
        return False
    if any(describes(work, page, i) for i in range(phrase.start, hit.start)):
        return _subject_again(work, page, hit, phrase, head, wanted)
    if hit.noun.noun in _DESCRIBED:
        return False
    if page.dep[head] == "appos":
        return False  # "the Centre, the foundation that published it": the one beside it
    behind = range(hit.end, min(hit.end + 3, len(page.texts)))
    if hit.noun.noun == "group" and any(page.head[i] == head and page.dep[i] in _NARROWING for i in behind):
        return False  # "the small group still nostalgic for": another than the one named
    if ActorType.COUNTRY in wanted and page.tag[hit.start - 1] == "PRP$":
        return False  # "her nation" is not the one named last
    named_so = hit.noun.noun in _NAMED_SO
    if ActorType.COUNTRY in wanted:
        country = country_again(work, page, hit.start)
        if country is None:
            return False
        why = Resolution("same again", 0.5, f"the {hit.noun.noun} that is spoken of is {country.name}")
        work.add(page, hit.start, hit.end, country, why, Part.BODY, head)
        return True
    for held in work.before(page, hit.start, PARAGRAPHS):
        if (named_so and hit.noun.noun not in held.actor.name.lower()) or _compared(held):
            continue
        if held.part in (Part.BODY, Part.STATE) and held.actor.type in wanted:
            if wanted is _FIGHTERS and _others_fight(work, page, hit.start, held):
                return False
            why = Resolution("same again", 0.5, f"the {hit.noun.noun} named last is {held.actor.name}")
            work.add(page, hit.start, hit.end, held.actor, why, Part.BODY, head)
            return True
    return False


def _subject_again(
    work: Work, page: Page, hit: NounHit, phrase: NounPhrase, head: int, wanted: frozenset[ActorType]
) -> bool:
    """The body that the sentence before is about, by what it is: "the conservative party", not "the ruling party"."""
    first = page.sentence_start(hit.start)
    told = [page.texts[i].lower() for i in range(phrase.start, hit.start)]
    if not first or page.dep[head] not in ("nsubj", "nsubjpass") or _of_another(told):
        return False
    before = [d for d in work.before(page, first, 0) if d.start >= page.sentence_start(first - 1)]
    bodies = [d for d in before if d.part is Part.BODY and d.actor.type in wanted]
    if len({d.actor.id for d in bodies}) != 1 or not leads_sentence(bodies[-1]):
        return False
    why = Resolution("same again", 0.5, f"the {hit.noun.noun} that the sentence before is about")
    work.add(page, phrase.start, hit.end, bodies[-1].actor, why, Part.BODY, head)
    return True


def _of_another(told: list[str]) -> bool:
    return not _OF_ANOTHER.isdisjoint(told)


def _others_fight(work: Work, page: Page, token: int, held: Draft) -> bool:
    """Whether more than one armed group comes into question: another is told of nearby, or the one long before."""
    near = [d for d in work.before(page, token, 1) if d.actor.type is ActorType.ARMED_GROUP]
    return held not in near or any(d.actor.id != held.actor.id for d in near)


def _compared(draft: Draft) -> bool:
    """Whether an actor is only brought in to be compared with: "like the miners", "similar to the miners"."""
    page, over = draft.page, draft.page.head[draft.head]
    if page.dep[draft.head] != "pobj":
        return False
    word = page.texts[over].lower()
    return word in ("like", "unlike", "than") or (word == "to" and page.texts[page.head[over]].lower() == "similar")
