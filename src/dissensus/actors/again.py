"""Who an office or a plain noun means because the text has named them: "the president", "the tribunal"."""

from __future__ import annotations

from dissensus.actors.introduction import FORMER
from dissensus.actors.lexicon import Title, cues, regions
from dissensus.actors.mentions import Resolution
from dissensus.actors.offices import HEADS
from dissensus.actors.page import NounHit, Page, TitleHit
from dissensus.actors.phrases import NounPhrase
from dissensus.actors.terms import PRESENT, earliest, latest
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import Actor, ActorType, Origin

_LEADERS = frozenset({"leader", "dictator", "ruler", "strongman"})
_GONE = FORMER | {"exiled", "toppled", "overthrown", "disgraced", "fallen"}
_NEAR = 3
"""How many paragraphs before a description of who once led a state may name the one it means."""
PARAGRAPHS = 12
"""How many paragraphs before a description may name the one it means."""


def said_to_be(work: Work, page: Page, head: int) -> Draft | None:
    """The person of whom an office is said: "Ruiz is the president", "Ruiz was declared president"."""
    if page.dep[head] not in ("attr", "oprd"):
        return None
    for i in range(head - 1, -1, -1):
        if page.head[i] == page.head[head] and page.dep[i] in ("nsubj", "nsubjpass"):
            held = work.at(page, i)
            return held if held is not None and held.part is Part.PERSON else None
        if page.sent_start[i]:
            break
    return None


def said_before(work: Work, page: Page, title: Title, token: int) -> Actor | None:
    """Of the persons the text has called by this office the one it named last, within three paragraphs."""
    called: set[str] = set()
    for index in range(page.index + 1):
        for draft in work.by_page.get(index, ()):
            if draft.actor.type is not ActorType.PERSON or (index == page.index and draft.start >= token):
                continue
            for i in range(draft.start, draft.end):
                other = draft.page.titles.get(i)
                if (
                    other is not None
                    and other.titles[0].office == title.office
                    and not _of_body(work, draft.page, other)
                    and not _former(draft.page, i)
                ):
                    called.add(draft.actor.id)
    if not called:
        return None
    return next((held.actor for held in work.before(page, token, 3) if held.actor.id in called), None)


def held_before(work: Work, page: Page, title: Title, token: int) -> Actor | None:
    """The one person named before who, as the dictionary has it, held an office: Rice for "the secretary of state".

    Where a date is told, the office must have been theirs at it; None where two come into question.
    """
    date = work.date_near(page, token)
    first, last = (earliest(date), latest(date)) if date and "/" not in date else ("", PRESENT)
    found: dict[str, Actor] = {}
    for held in work.before(page, token, PARAGRAPHS):
        for term in work.dictionary.terms.of_person(held.actor.id):
            state = work.dictionary.states.get(term.organisation)
            fits = term.office == title.office and state is not None and title.country in ("", state.iso3)
            if fits and term.covers(first, last):
                found[held.actor.id] = held.actor
    return next(iter(found.values())) if len(found) == 1 else None


def led_once(work: Work, page: Page, hit: TitleHit, phrase: NounPhrase) -> bool:
    """The one named last who headed a state and no longer does: "the former president", "the exiled leader".

    Returns:
        Whether it made a mention.
    """
    start, title = phrase.start, hit.titles[0]
    while start > 0 and page.texts[start - 1].lower() in _GONE:
        start -= 1
    if title.office not in HEADS and title.title not in _LEADERS:
        return False
    if page.texts[start - 1 : start] not in (["the"], ["The"]) or (
        phrase.end == hit.end and page.texts[hit.end : hit.end + 1] == ["of"]
    ):
        return False
    if not any(page.texts[i].lower() in _GONE for i in range(start, hit.end)):
        return False
    owner = phrase.owners[0] if phrase.owners else phrase.complements[0] if phrase.preposition == "of" else None
    country = owner.actor.country if owner is not None else None
    date = work.date_near(page, hit.start)
    for held in work.before(page, start, _NEAR):
        if held.actor.type is not ActorType.PERSON:
            continue
        terms = [t for t in work.dictionary.terms.of_person(held.actor.id) if t.office in HEADS]
        if not any(country in (None, work.dictionary.country_of(t.organisation)) for t in terms):
            continue
        now = earliest(date) if date else PRESENT
        if all(latest(t.end) < now for t in terms):
            why = Resolution("title again", 0.6, f"{title.title} once: {held.actor.name}, named before")
            work.add(page, start, phrase.end, held.actor, why, Part.PERSON, hit.end - 1)
            return True
    return False


def _former(page: Page, title: int) -> bool:
    return any(page.texts[i].lower() in FORMER for i in range(max(0, title - 3), title))


def _of_body(work: Work, page: Page, hit: TitleHit) -> bool:
    """Whether an office is one in a body, not of a state: "vice president of the Senate", "the CUT and its leader"."""
    antecedent = work.antecedents.get((page.index, hit.start - 1))
    if antecedent is not None and antecedent.paragraph == page.index:
        owner = work.at(page, page.root(antecedent.start, antecedent.end))
        if owner is not None and owner.part is Part.BODY:
            return True
    elif page.texts[hit.start - 1 : hit.start] == ["its"]:
        return True
    if page.texts[hit.end : hit.end + 1] != ["of"]:
        return False
    end = min(hit.end + 4, len(page.texts))
    held = next((held for i in range(hit.end + 1, end) if (held := work.at(page, i)) is not None), None)
    return (held is not None and held.part in (Part.BODY, Part.ROLE)) or any(
        i in page.nouns for i in range(hit.end + 1, end)
    )


def titled_before(work: Work, page: Page, start: int, words: str) -> Actor | None:
    """The person last brought in with these words for a title or trade: "the general", after "General Ana Ruiz"."""
    for held in work.before(page, start, PARAGRAPHS):
        if held.actor.type is not ActorType.PERSON or held.part is not Part.PERSON:
            continue
        for i in range(held.start, held.end):
            title, noun = held.page.titles.get(i), held.page.nouns.get(i)
            called = [*([t.title for t in title.titles] if title else ()), *([noun.noun.noun] if noun else ())]
            if any(name == words or name.endswith(f" {words}") for name in called):
                return held.actor
    return None


def region_again(work: Work, page: Page, hit: NounHit) -> bool:
    """The part of the world named last, where something is done to it or it does something: "the region's wealth"."""
    if hit.plural or page.texts[hit.start - 1 : hit.start] not in (["the"], ["The"], ["this"], ["This"], ["our"]):
        return False
    head = hit.end - 1
    if page.dep[head] == "pobj":
        if page.texts[page.head[head]].lower() not in ("of", "over", "against", "on", "towards", "toward"):
            return False  # "in the region" only tells where
    elif page.dep[head] not in ("poss", "nsubj", "nsubjpass", "dobj"):
        return False
    for held in work.before(page, hit.start, PARAGRAPHS):
        if held.part is Part.PLACE and held.actor.country is None and held.actor.origin is not Origin.FOUND:
            why = Resolution("same again", 0.5, f"the {hit.noun.noun} named last is {held.actor.name}")
            work.add(page, hit.start, hit.end, held.actor, why, Part.PLACE, head)
            return True
    return False


def state_again(work: Work, page: Page, start: int, words: str) -> Actor | None:
    """The state of a region that was named last: "the South American nation", "the island"."""
    inside = regions().get(words)
    if inside is None:
        return None
    for held in work.before(page, start, PARAGRAPHS):
        state = work.state(held.actor.country) if held.actor.country in inside else None
        if state is not None:
            return work.dictionary.actor(state.id)
    return None


def country_again(work: Work, page: Page, start: int) -> Actor | None:
    """The state that "the country" means: one the sentence has named, one the sentence before is about, or the scene's.

    Who acts on the country is another: "the US invaded the country".
    """
    first = page.sentence_start(start)
    scene = work.scene or work.main_country
    own = [draft for draft in work.by_page.get(page.index, ()) if first <= draft.start and draft.end <= start]
    own.sort(key=lambda draft: -draft.start)
    for draft in own:
        if draft.part is Part.STATE and draft.actor.type is ActorType.COUNTRY and not _acts_on(page, start, draft):
            here = {d.actor.country for d in own if not _acts_on(page, start, d)}
            state = work.state(scene if scene in here else draft.actor.country)
            return work.dictionary.actor(state.id) if state is not None else None
    if scene is not None and any(draft.actor.country == scene for draft in own):
        return _state(work, scene)
    last = next((held for held in work.before(page, first, 2) if held.part is Part.STATE), None)
    if last is not None and (scene is None or leads_sentence(last)) and not _acts_on(page, start, last):
        return _state(work, last.actor.country)
    if scene is None and own:
        told = {draft.actor.country for draft in own if draft.actor.country}
        return _state(work, told.pop()) if len(told) == 1 else None
    return _state(work, scene)


def _state(work: Work, country: str | None) -> Actor | None:
    state = work.state(country)
    return work.dictionary.actor(state.id) if state is not None else None


def leads_sentence(draft: Draft) -> bool:
    """Whether a mention is the subject of its sentence, which is the last one before."""
    return (
        draft.page.dep[draft.head] in ("nsubj", "nsubjpass") and draft.page.dep[draft.page.head[draft.head]] == "ROOT"
    )


def _acts_on(page: Page, token: int, held: Draft) -> bool:
    """Whether a mention is the subject of a verb that a token depends on: it acts on what the token names."""
    if held.page is not page or page.dep[held.head] != "nsubj":
        return False
    verb = page.head[held.head]
    top = token
    while page.head[top] != top and page.dep[top] not in ("nsubj", "nsubjpass"):
        top = page.head[top]
        if top == verb:
            return True
    return False


def named_again(work: Work, page: Page, hit: NounHit, phrase: NounPhrase, head: int) -> bool:
    """The body named before with this noun in its name: "the tribunal", after "the Supreme Electoral Tribunal"."""
    noun = hit.noun.noun
    if hit.plural or noun not in cues("named_again") or phrase.possessor is not None or phrase.complements:
        return False
    if page.texts[hit.start - 1 : hit.start] not in (["the"], ["The"], ["this"], ["This"]):
        return False
    for held in work.before(page, hit.start, 4):
        if held.part not in (Part.ROLE, Part.BODY) or held.end - held.start < 2 or held.actor.type is ActorType.PERSON:
            continue
        last = held.page.texts[held.head].lower()
        if last == noun:
            why = Resolution("same again", 0.7, f"the {noun} named before is {held.actor.name}")
            work.add(page, hit.start, hit.end, held.actor, why, held.part, head)
            return True
    return False
