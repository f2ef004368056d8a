"""Offices and agent nouns: "the Bolivian president", "Ecuador's army", "the Trump administration", "drug cartels"."""

from __future__ import annotations

from dissensus.actors.again import (
    held_before,
    led_once,
    named_again,
    region_again,
    said_before,
    said_to_be,
    titled_before,
)
from dissensus.actors.arms import ROLE_ARMS
from dissensus.actors.context import apposed_person, focus
from dissensus.actors.dictionary import State
from dissensus.actors.governments import led_forces, led_government, named_by_family
from dissensus.actors.groups import group, set_beside
from dissensus.actors.heads import acts_on_leader, as_named, elect, named_head
from dissensus.actors.home import police_of_town
from dissensus.actors.introduction import FORMER
from dissensus.actors.lexicon import Title, cues
from dissensus.actors.members import FIGHTING, members_of
from dissensus.actors.mentions import Resolution
from dissensus.actors.owned import is_related, owner_by_pronoun
from dissensus.actors.page import ADJ, ADV, PART, PROPN, NounHit, Page, TitleHit
from dissensus.actors.phrases import NounPhrase, noun_phrase
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import Actor, ActorType

_ONE_AT_A_TIME = frozenset(("administration", "police"))
"""Bodies of which a text tells one at a time."""
_NEAR = 3
"""Paragraphs."""
_ACTING_ARMS = frozenset(("government", "police", "military", "army", "navy"))
"""Arms that stand before a noun for what they do: "police raids"."""
_SHARED_OFFICES = frozenset(
    ("minister", "ambassador", "governor", "mayor", "spokesperson", "member", "candidate", "commander", "leader",
     "director", "legislator_leader", "opposition_leader")
)  # fmt: skip
"""Offices of which a state has several, so that the one the dictionary knows need not be meant."""
_HEADS = frozenset(("head_of_state", "head_of_government"))
_REGIONS = frozenset(("region", "continent", "subcontinent", "hemisphere"))
_HEADING = frozenset(("leader", "national leader"))
"""Words for whoever heads a state when they stand with its name."""
_BYGONE = FORMER | {"previous", "fallen", "overthrown", "old", "toppled"}
"""Words before "regime" or "government" that say that it is not that of today."""
_GOVERNING = ("government", "administration", "regime", "dictatorship", "junta", "cabinet")
"""Endings of the nouns for a government; in the plural and alone they are of many states."""
BARE = 0.55
"""How sure we are of "the government" without a country, in a text about one country."""


def find_roles(work: Work) -> None:
    """Make the mentions of office holders, arms of states and groups."""
    for page in work.pages:
        _governments_of_persons(work, page)
        starts = sorted(page.titles.keys() | page.nouns.keys())
        inside = 0  # up to here we are inside a title of several words
        for start in starts:
            if start < inside or (page.index, start) in work.used_nouns or work.at(page, start) is not None:
                continue
            title = page.titles.get(start)
            if title is not None and start not in page.nouns:
                inside = title.end
            if title is not None and title.titles[0].title in cues("elect") and elect(work, page, title):
                continue
            if title is not None and title.titles[0].office and title.titles[0].note != "address":
                noun = page.nouns.get(start)
                if (noun is None or title.end >= noun.end) and _office(work, page, title):
                    continue
            noun = page.nouns.get(start)
            if noun is not None and noun.noun.note != "name":
                inside_it = next((t for i in range(start, noun.end) if (t := page.titles.get(i)) is not None), None)
                if inside_it is None or not led_once(work, page, inside_it, noun_phrase(work, page, start, noun.end)):
                    _noun(work, page, noun)
            elif noun is not None and noun.noun.noun in _REGIONS:
                region_again(work, page, noun)


def _governments_of_persons(work: Work, page: Page) -> None:
    """The government of a person, before the words that lead up to it: "officials of the Ruiz government"."""
    for start, hit in page.nouns.items():
        if hit.noun.arm == "government" and start and not hit.plural and page.texts[hit.end : hit.end + 1] != ["of"]:
            held = work.at(page, start - 1)
            following = page.nouns.get(hit.end)
            if held is not None and held.part is Part.PERSON and following is None and work.at(page, start) is None:
                _noun(work, page, hit)


def _office(work: Work, page: Page, hit: TitleHit) -> bool:
    """A title that stands for its holder; whether it made a mention."""
    if page.tag[hit.end - 1] == "NNS" or _is_modifier_of_noun(page, hit.start, hit.end):
        return False
    phrase = noun_phrase(work, page, hit.start, hit.end)
    if phrase.preposition != "of":
        phrase.end, phrase.complements = hit.end, []
    head = hit.end - 1
    apposed = (
        apposed_person(work, page, phrase, head) or said_to_be(work, page, head) or _named_behind(work, page, phrase)
    )
    title = hit.titles[0]
    owner = _owner(phrase)
    former = any(page.texts[i].lower() in FORMER for i in range(max(0, phrase.start - 1), hit.start))
    if apposed is not None:
        why = Resolution("apposition", 0.9, f"set beside {apposed.actor.name}")
        work.add(page, phrase.start, phrase.end, apposed.actor, why, Part.PERSON, head)
        return True
    country = owner.actor.country if owner is not None else None
    if led_once(work, page, hit, phrase):
        return True
    title = next((t for t in hit.titles if t.country == country), title)
    state = (
        work.state(country)
        if owner is not None and owner.actor.type in (ActorType.COUNTRY, ActorType.GOVERNMENT)
        else None
    )
    bare = owner is None and not former and phrase.definite and not (phrase.end == hit.end and _of_something(page, hit))
    if bare and title.office in ROLE_ARMS and title.office not in _HEADS:
        same = said_before(work, page, title, hit.start) or held_before(work, page, title, hit.start)
        if same is not None:
            why = Resolution("title again", 0.55, f"the {title.title}: the one named before who held the office")
            work.add(page, hit.start, hit.end, same, why, Part.PERSON, head)
            return True
    if title.country and title.country != country and not former:
        return False
    if title.office in ROLE_ARMS and state is not None:
        actor, why = office_holder(work, title, state, work.date_near(page, hit.start), former=former)
        if title.office in _HEADS:
            actor, why = as_named(work, page, hit.start, state, actor, why)
        work.add(page, phrase.start, phrase.end, actor, why, Part.ROLE, head)
        return True
    if owner is not None and not former and not phrase.indefinite:
        actor_or_none = _holder_in_body(work, title, owner, work.date_near(page, hit.start))
        if actor_or_none is not None:
            why = Resolution("role at date", 0.8, f"{title.title} of {owner.actor.name}")
            work.add(page, phrase.start, phrase.end, actor_or_none, why, Part.ROLE, head)
            return True
    of_something = phrase.end == hit.end and _of_something(page, hit)
    if owner is None and title.office in ROLE_ARMS and not of_something:
        same = said_before(work, page, title, hit.start)
        if same is not None and phrase.definite:
            why = Resolution("title again", 0.6, f"the {title.title} named before")
            work.add(page, hit.start, hit.end, same, why, Part.PERSON, head)
            return True
        state = work.state(focus(work, page, hit.start))
        if state is not None and title.office in _HEADS and acts_on_leader(work, page, head, state):
            return False
        if state is not None and phrase.definite and not former:
            actor, why = office_holder(work, title, state, work.date_near(page, hit.start), former=False)
            if title.office in _HEADS:
                actor, why = as_named(work, page, hit.start, state, actor, why)
            why = Resolution(why.rule, BARE, f"{why.detail}; the text is about {state.name}")
            work.add(page, hit.start, hit.end, actor, why, Part.ROLE, head)
            return True
    if title.title in _HEADING and state is not None and owner is not None and not former and not phrase.indefinite:
        return _leader(work, page, hit, phrase, state, owner)
    if owner is None and phrase.definite and not of_something and page.texts[hit.start - 1].lower() == "the":
        same = titled_before(work, page, hit.start, title.title)
        if same is not None:
            why = Resolution("title again", 0.6, f"the {title.title} named before")
            work.add(page, hit.start, hit.end, same, why, Part.PERSON, head)
            return True
    if title.note == "plain" or (
        title.office in ("leader", "director", "candidate") and (owner is None or hit.start in page.nouns)
    ):
        return False
    return _unknown_holder(work, page, hit, phrase, title, owner, former)


def _of_something(page: Page, hit: TitleHit) -> bool:
    return page.texts[hit.end : hit.end + 1] == ["of"]


def _named_behind(work: Work, page: Page, phrase: NounPhrase) -> Draft | None:
    """The person whose name follows straight on an office with its country: "the president of Peru Ana Ruiz"."""
    held = work.at(page, phrase.end) if phrase.complements else None
    return held if held is not None and held.part is Part.PERSON and held.start == phrase.end else None


def _leader(work: Work, page: Page, hit: TitleHit, phrase: NounPhrase, state: State, owner: Draft) -> bool:
    """Who heads a state: "the Venezuelan leader", "the country's elected leader"."""
    between = range(owner.end, hit.start) if owner.end <= hit.start else ()
    if any(
        page.pos[i] not in (ADJ, ADV, PART) and page.tag[i] != "VBN" and page.texts[i] not in ("-", "'s", "'")
        for i in between
    ):
        return False  # "the Peruvian labour leader"
    if any(page.texts[i].lower() in cues("other_leader") for i in between):
        return False
    date = work.date_near(page, hit.start)
    heads = work.dictionary.terms.heads(state.id, date) if date else []
    if len(heads) == 1:
        actor = work.dictionary.actor(heads[0])
        why = Resolution("role at date", 0.75, f"leader of {state.name} at {date}: {actor.name}")
        actor, why = as_named(work, page, hit.start, state, actor, why)
    elif (named := named_head(work, page, hit.start, state)) is not None:
        actor, why = named, Resolution("title again", 0.6, f"leader of {state.name} whom the text named last")
    else:
        actor = work.dictionary.actor(f"{state.id}.{ROLE_ARMS['head_of_government']}")
        why = Resolution("role", 0.6, f"leader of {state.name}; the dictionary or the date does not tell who")
    work.add(page, phrase.start, phrase.end, actor, why, Part.ROLE, hit.end - 1)
    return True


def office_holder(
    work: Work, title: Title, state: State, date: str | None, *, former: bool
) -> tuple[Actor, Resolution]:
    """Who held an office of a state at a date; the office itself where that cannot be told."""
    office = title.office
    dictionary = work.dictionary
    holders: list[str] = []
    if date and not former and title.note != "plain":
        if office in ("head_of_state", "head_of_government"):
            holders = dictionary.terms.holders(state.id, office, date)
            if not holders and title.title != "president":
                holders = dictionary.terms.heads(state.id, date)
        else:
            holders = dictionary.terms.holders(state.id, office, date)
    if len(holders) == 1:
        actor = dictionary.actor(holders[0])
        return actor, Resolution("role at date", 0.85, f"{title.title} of {state.name} at {date}: {actor.name}")
    if former:
        name = f"former {title.title} of {state.with_article}"
        actor = work.found(f"found.{state.id}.former-{ROLE_ARMS[office]}", name, ActorType.PERSON, state.iso3, ("ELI",))
        return actor, Resolution("former role", 0.6, f"someone who was {title.title} of {state.name}")
    actor = dictionary.actor(f"{state.id}.{ROLE_ARMS[office]}")
    why = "no date to go by" if not date else "the dictionary does not tell who held it"
    return actor, Resolution("role", 0.7, f"{title.title} of {state.name}; {why}")


def _holder_in_body(work: Work, title: Title, owner: Draft, date: str | None) -> Actor | None:
    if not date or owner.part is Part.PERSON:
        return None
    organisation = owner.actor.id
    if organisation in work.dictionary.states and title.office in _SHARED_OFFICES:
        return None
    holders = work.dictionary.terms.holders(organisation, title.office, date)
    return work.dictionary.actor(holders[0]) if len(holders) == 1 else None


def _unknown_holder(
    work: Work, page: Page, hit: TitleHit, phrase: NounPhrase, title: Title, owner: Draft | None, former: bool
) -> bool:
    if owner is None or owner.part is Part.PERSON:
        return False
    state = work.state(owner.actor.country) if owner.part in (Part.STATE, Part.DEMONYM) else None
    words = page.doc[hit.start : hit.end].text.lower()
    prefix = "former " if former else ""
    if state is not None:
        name = f"{prefix}{words} of {state.with_article}"
        id = f"found.{state.id}.{prefix.strip() and 'former-'}{words.replace(' ', '-')}"
    else:
        name = f"{prefix}{words} of {owner.actor.name}"
        id = work.found_id(name)
    sectors = ("ELI",) if former else title.sectors or tuple(owner.actor.sectors)
    actor = work.found(id, name, ActorType.PERSON, owner.actor.country, sectors)
    why = Resolution("role", 0.65, f"{words} of {owner.actor.name}; the dictionary does not tell who")
    work.add(page, phrase.start, phrase.end, actor, why, Part.ROLE, hit.end - 1)
    return True


def _owner(phrase: NounPhrase) -> Draft | None:
    if phrase.owners:
        return phrase.owners[0]
    if phrase.preposition == "of" and phrase.complements:
        return phrase.complements[0]
    if phrase.possessor is not None and phrase.possessor.part is not Part.PERSON:
        return phrase.possessor
    return None


def _is_modifier_of_noun(page: Page, start: int, end: int) -> bool:
    head = end - 1
    return (
        page.dep[head] in ("compound", "amod", "nmod") and page.head[head] > head and page.pos[page.head[head]] != PROPN
    )


def _noun(work: Work, page: Page, hit: NounHit) -> None:
    noun = hit.noun
    # "army base", "government officials": what the noun belongs to decides; agent nouns later in the chain take over.
    following = page.nouns.get(hit.end)
    leads_on = (
        following is not None and following.noun.note != "name" and hit.end <= page.head[hit.end - 1] < following.end
    )
    if leads_on and not _owned_itself(work, page, hit):
        return
    phrase = noun_phrase(work, page, hit.start, hit.end)
    head = page.root(hit.start, hit.end)
    modifies = _is_modifier_of_noun(page, hit.start, hit.end) and following is None
    countries = [draft for draft in phrase.owners if draft.actor.country]
    if noun.arm == "embassy" and phrase.preposition == "of":
        countries = []  # "the Washington embassy of Peru": the town is where it stands
    if not countries and phrase.complements and (phrase.possessor is None or phrase.possessor.part is Part.PERSON):
        armed = noun.type in ("military", "police")
        countries = [
            d
            for d in phrase.complements
            if d.actor.country and (d.part is Part.STATE or (armed and d.part is Part.PLACE))
        ]
    owned_by: Draft | None = None
    if not countries and phrase.possessor is None and (owner := owner_by_pronoun(work, page, hit)) is not None:
        of_state = owner.actor.type in (ActorType.COUNTRY, ActorType.GOVERNMENT) and owner.actor.country
        if of_state and not is_related(hit):
            countries = [owner]
        elif not noun.arm or (noun.noun.endswith(_GOVERNING) and owner.part is Part.PERSON):
            phrase.possessor, phrase.belongs, owned_by = owner, True, owner
    government = noun.arm in ("government", "presidency", "embassy")
    if not countries and members_of(work, page, hit, phrase, head):
        return
    if phrase.possessor is None and phrase.complements and phrase.complements[0].part is Part.PERSON:
        phrase.possessor = phrase.complements[0]
    if government and not countries and led_government(work, page, hit, phrase, head):
        return
    if government and phrase.possessor is owned_by:
        phrase.possessor = None
    if noun.arm == "embassy" and not countries and page.tag[hit.start - 1] == "PRP$":
        return  # "its embassy", whoever is meant
    if noun.arm == "government" and not countries and named_by_family(work, page, hit, head):
        return
    if noun.arm and noun.type in FIGHTING and not countries and led_forces(work, page, hit, phrase, head):
        return
    owner = phrase.possessor
    if noun.arm == "state" and not hit.plural and not countries and owner is not None and owner.part is not Part.PLACE:
        return
    if noun.arm == "opposition" and not (hit.plural or modifies) and set_beside(work, page, hit, phrase, head):
        return  # "Peru's main opposition party, Popular Force,"
    if noun.arm == "police" and police_of_town(work, page, hit, phrase, countries, head):
        return
    if noun.arm and countries and not (noun.arm == "state" and hit.plural):
        _arms(work, page, hit, phrase, countries, head)
        return
    if not countries and noun.arm and (beside := _joined_to(work, page, hit, phrase, head)) is not None:
        why = Resolution("noun", 0.7, f"{noun.noun}, joined to another body of {beside.name}")
        work.add(page, hit.start, hit.end, work.dictionary.actor(f"{beside.id}.{noun.arm}"), why, Part.ROLE, head)
        return
    if not countries and not phrase.owners and named_again(work, page, hit, phrase, head):
        return
    acts = not modifies or (noun.arm in _ACTING_ARMS and following is None)
    if noun.arm and noun.note == "mass" and not phrase.owners and acts and phrase.possessor is None:
        capital = page.pos[head] == PROPN
        plural = hit.plural and (noun.arm not in ("government", "police") or noun.noun.endswith(_GOVERNING))
        bygone = hit.start > 0 and page.texts[hit.start - 1].lower() in _BYGONE
        if not bygone and (
            (phrase.definite or hit.plural or capital or noun.type == "police" or noun.noun.startswith("both "))
            and not plural
            and not phrase.complements
            and not phrase.indefinite
        ):
            state = work.state(_same_noun_before(work, page, hit) or focus(work, page, hit.start))
            helpers = (held for i in phrase.linked if (held := work.at(page, i)) is not None)
            helped_by = {held.actor.country for held in helpers if held.part in (Part.STATE, Part.DEMONYM)}
            if state is not None and state.iso3 not in helped_by:
                actor = work.dictionary.actor(f"{state.id}.{noun.arm}")
                why = Resolution("noun", BARE, f"{noun.noun} without a country; the text is about {state.name}")
                work.add(page, hit.start, hit.end, actor, why, Part.ROLE, head)
                return
    group(work, page, hit, phrase, countries, head, modifies=modifies)


def _same_noun_before(work: Work, page: Page, hit: NounHit) -> str | None:
    """The country of the body last called so: "the administration" after "the Bush administration"."""
    if hit.noun.noun not in _ONE_AT_A_TIME:
        return None
    for held in work.before(page, hit.start, _NEAR):
        if held.actor.type == hit.noun.type and held.page.texts[held.end - 1] == page.texts[hit.start]:
            return held.actor.country
    return None


def _joined_to(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, head: int) -> State | None:
    """The state of the arm a noun is joined to: "the Peruvian army and police"."""
    before = hit.start - (page.texts[hit.start - 1 : hit.start] == ["the"])
    joined = page.dep[head] == "conj" and page.texts[before - 1 : before] in (["and"], ["or"], [","], ["&"])
    of_others = page.texts[hit.end : hit.end + 1] == ["of"]
    if not joined or of_others or hit.noun.arm == "state" or phrase.complements or phrase.possessor is not None:
        return None
    held = work.at(page, page.head[head])
    if held is not None and held.part is Part.PERSON and any(role.office in _HEADS for role in held.actor.roles):
        return work.state(held.actor.country)  # "Ruiz and the opposition"
    if held is None or held.part is not Part.ROLE or held.head != page.head[head] or held.end > hit.start:
        return None
    state = work.state(held.actor.country)
    return state if state is not None and held.actor.id.startswith(f"{state.id}.") else None


def _owned_itself(work: Work, page: Page, hit: NounHit) -> bool:
    held = work.at(page, hit.start - 1) if hit.start else None
    return (
        held is not None
        and held.part in (Part.STATE, Part.DEMONYM, Part.PERSON)
        and bool(hit.noun.arm)
        and hit.noun.type != "person"
    )


def _arms(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, countries: list[Draft], head: int) -> None:
    """The same arm of each country that is named: "the Brazilian and Argentine governments"."""
    together: list[Draft] = []
    for number, owner in enumerate(countries):
        state = work.state(owner.actor.country)
        if state is None:
            continue
        id = state.id if hit.noun.arm == "state" else f"{state.id}.{hit.noun.arm}"
        actor = work.dictionary.actor(id)
        words = page.doc[hit.start : hit.end].text
        why = Resolution("noun", 0.92, f"{words} of {state.name}")
        if number == 0:
            work.add(
                page,
                phrase.start,
                owner.end if owner in phrase.complements else phrase.noun_end,
                actor,
                why,
                Part.ROLE,
                head,
            )
        else:
            owner.actor, owner.why, owner.part = actor, why, Part.ROLE
        together.append(Draft(page, phrase.start, phrase.noun_end, head, actor, why, Part.ROLE))
    if len(together) > 1 and phrase.preposition in ("", "of", "in"):
        work.several[page.index, head] = together
