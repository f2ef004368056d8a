"""Who an office or a plain noun means because the text has named them: "the president", "the tribunal"."""

from __future__ import annotations

from dissensus.actors.lexicon import Title, cues
from dissensus.actors.mentions import Resolution
from dissensus.actors.page import NounHit, Page, TitleHit
from dissensus.actors.phrases import NounPhrase
from dissensus.actors.work import Draft, Part, Work
from dissensus.model import Actor, ActorType


def said_to_be(work: Work, page: Page, head: int) -> Draft | None:
    """The person of whom an office is said: "Ruiz is the president"."""
    if page.dep[head] != "attr":
        return None
    for i in range(head - 1, -1, -1):
        if page.head[i] == page.head[head] and page.dep[i] == "nsubj":
            held = work.at(page, i)
            return held if held is not None and held.part is Part.PERSON else None
        if page.sent_start[i]:
            break
    return None


def said_before(work: Work, page: Page, title: Title, token: int) -> Actor | None:
    """The person last called by this office in the text before, when it was within three paragraphs."""
    best: Draft | None = None
    for index in range(page.index, max(-1, page.index - 4), -1):
        for draft in work.by_page.get(index, ()):
            if draft.actor.type is not ActorType.PERSON or (index == page.index and draft.start >= token):
                continue
            titles = (draft.page.titles.get(i) for i in range(draft.start, draft.end))
            if any(
                other is not None and other.titles[0].office == title.office and not _of_body(work, draft.page, other)
                for other in titles
            ):
                best = draft if best is None or draft.start > best.start else best
        if best is not None:
            return best.actor
    return None


def _of_body(work: Work, page: Page, hit: TitleHit) -> bool:
    """Whether an office is one in a body, not of a state: "vice president of the Senate"."""
    if page.texts[hit.end : hit.end + 1] != ["of"]:
        return False
    end = min(hit.end + 4, len(page.texts))
    held = next((held for i in range(hit.end + 1, end) if (held := work.at(page, i)) is not None), None)
    return (held is not None and held.part in (Part.BODY, Part.ROLE)) or any(
        i in page.nouns for i in range(hit.end + 1, end)
    )


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
