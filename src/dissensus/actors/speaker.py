"""Who "we" and "I" are in a speech or statement: the one whose words the whole document is said to be.

"Statement by President Ana Ruiz on the blockade", "Communiqué of the Ministry of Foreign Affairs", the author that the
document's own data name, or the body that declares something at the top of a text that goes on with "we denounce". Who
holds an office of a state speaks for the state; a body speaks for itself.
"""

from __future__ import annotations

from dissensus.actors.lexicon import cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import Page
from dissensus.actors.words import words
from dissensus.actors.work import Part, Work
from dissensus.model import Actor, ActorType, Sector

_OURS = frozenset(("we", "us", "our", "ours", "ourselves"))
_MINE = frozenset(("i", "me", "my", "mine", "myself"))
_BEFORE_SPEAKER = frozenset(("by", "of", "from"))
_STATE_BODIES = frozenset((ActorType.GOVERNMENT, ActorType.MINISTRY, ActorType.COUNTRY))
_DECLARING = frozenset(set(ActorType) - {ActorType.PERSON, ActorType.PEOPLE, ActorType.PLACE, ActorType.COUNTRY})
_HEADINGS = 2
"""How many paragraphs at the top may say whose words follow."""
_OPENING = 3
"""How many paragraphs at the top may hold a declaration of the body whose text it is."""
_NEAR = 8
"""Tokens between the word for a speech and the speaker's name."""
_MARKS = frozenset({'"', "\u201c", "\u201d"})
_SURE = 0.7


def find_first_persons(work: Work) -> None:
    """Make mentions of "we" and "I" outside quotations where the document tells whose words it is."""
    speaker = _speaker(work) or _declaring(work)
    if speaker is None:
        return
    ours = _spoken_for(work, speaker)
    mine = speaker if speaker.type is ActorType.PERSON else None
    quoted = {
        (span.paragraph, token)
        for quotation in work.parsed.quotations
        for span in quotation.content
        for token in range(span.start, span.end)
    }
    for page in work.pages:
        for token, tag in enumerate(page.tag):
            if tag not in ("PRP", "PRP$"):
                continue
            word = page.texts[token].lower()
            actor = ours if word in _OURS else mine if word in _MINE else None
            if actor is None or (page.index, token) in quoted or work.at(page, token) is not None:
                continue
            why = Resolution("speaker", _SURE, f"{word}: the document gives the words of {speaker.name}")
            part = Part.STATE if actor.type is ActorType.COUNTRY else Part.BODY
            work.add(page, token, token + 1, actor, why, Part.PERSON if actor is mine else part, token)


def _speaker(work: Work) -> Actor | None:
    for page in work.pages[:_HEADINGS]:
        found = _announced(work, page)
        if found is not None:
            return found
    author = work.parsed.document.author
    if not author:
        return None
    ids = {name.actor for name in work.dictionary.names.get(words(author)) if not name.ambiguous}
    return work.dictionary.actor(ids.pop()) if len(ids) == 1 else None


def _declaring(work: Work) -> Actor | None:
    """The body that declares something at the top of a text that goes on with "we denounce", and is thus its writer."""
    if not any(_we_declare(page) for page in work.pages):
        return None
    for page in work.pages[:_OPENING]:
        for i, dep in enumerate(page.dep):
            ourselves = dep == "appos" and page.texts[page.head[i]].lower() == "we"
            if not ourselves and not (dep == "nsubj" and _declares(page, page.head[i])):
                continue
            held = work.at(page, i)
            if held is not None and held.head == i and (ourselves or held.actor.type in _DECLARING):
                return held.actor
    return None


def _declares(page: Page, verb: int) -> bool:
    """Whether a verb of the present is what a sentence says someone does by saying it: "reject", "call on"."""
    return (
        page.dep[verb] == "ROOT"
        and page.tag[verb] in ("VBZ", "VBP")
        and page.doc[verb].lemma_.lower() in cues("declaring")
    )


def _we_declare(page: Page) -> bool:
    """Whether a paragraph says "we" of those who declare something, outside quotation marks."""
    return any(
        text.lower() == "we" and page.dep[i] == "nsubj" and _declares(page, page.head[i]) and not _in_marks(page, i)
        for i, text in enumerate(page.texts)
    )


def _in_marks(page: Page, token: int) -> bool:
    return sum(text in _MARKS for text in page.texts[:token]) % 2 == 1


def _announced(work: Work, page: Page) -> Actor | None:
    """The speaker that a heading names: "Remarks by the President of Peru, Ana Ruiz"."""
    if not page.texts or page.texts[0].lower() not in cues("speech"):
        return None
    for i in range(1, min(_NEAR, len(page.texts))):
        if page.texts[i].lower() in _BEFORE_SPEAKER:
            held = next((h for j in range(i + 1, min(i + _NEAR, len(page.texts))) if (h := work.at(page, j))), None)
            return held.actor if held is not None and held.part is not Part.PLACE else None
        if page.sent_start[i]:
            break
    return None


def _spoken_for(work: Work, speaker: Actor) -> Actor | None:
    """Those whom a speaker calls "we"."""
    if speaker.type in _STATE_BODIES or (speaker.type is ActorType.PERSON and Sector.GOV in speaker.sectors):
        state = work.state(speaker.country)
        return work.dictionary.actor(state.id) if state is not None else None
    return None if speaker.type is ActorType.PERSON else speaker
