"""The way from a parsed document to its actors."""

from __future__ import annotations

from dissensus.actors.context import scene
from dissensus.actors.deeds import find_crowds, find_forces
from dissensus.actors.describe import describe
from dissensus.actors.dictionary import Dictionary
from dissensus.actors.found import find_found
from dissensus.actors.mentions import ActorMention, Resolution, Resolved
from dissensus.actors.named import find_named, gather_evidence
from dissensus.actors.namesakes import cannot_be
from dissensus.actors.page import Forms, lay_out
from dissensus.actors.pronouns import find_pronouns
from dissensus.actors.roles import find_roles
from dissensus.actors.speaker import find_first_persons
from dissensus.actors.those import find_those
from dissensus.actors.together import find_together
from dissensus.actors.work import Draft, Work
from dissensus.model import Actor, ActorRef, Mention
from dissensus.parsing.parsed import Parsed, TokenSpan

MOST_ALIASES = 12


class Resolver:
    """Finds the actors of documents. One serves any number of them, and learns nothing from one for the next."""

    def __init__(self, dictionary: Dictionary) -> None:
        self.dictionary = dictionary
        self._forms = Forms(dictionary)

    def resolve(self, parsed: Parsed) -> Resolved:
        """The actors a document speaks of, with the reason for each."""
        pages = [
            lay_out(paragraph, self.dictionary, self._forms) for paragraph in parsed.paragraphs if len(paragraph.doc)
        ]
        work = Work(parsed, self.dictionary, pages, parsed.document.date)
        gather_evidence(work)
        find_named(work)
        work.scene = scene(work)
        find_found(work)
        find_roles(work)
        find_those(work)
        find_crowds(work)
        find_forces(work)
        find_together(work)
        find_pronouns(work)
        find_first_persons(work)
        return _finish(work)

    def describe(self, text: str, context: str | None = None, date: str | None = None) -> Actor | None:
        """The actor that some words stand for without a text around them; see `dissensus.actors.describe`."""
        return describe(self.dictionary, text, context, date)


def reference(mention: ActorMention, parsed: Parsed) -> ActorRef:
    """A mention as statements carry it, with offsets in the original text."""
    actor = mention.actor
    start, end = parsed.offsets(mention.span)
    text = parsed.document.text[start:end]
    names = dict.fromkeys(name for names in actor.aliases.values() for name in names)
    aliases = tuple(list(names)[:MOST_ALIASES])
    if text != actor.name and text not in aliases:
        aliases = (*aliases[: MOST_ALIASES - 1], text)
    return ActorRef(
        id=actor.id,
        name=actor.name,
        country=actor.country,
        type=actor.type,
        aliases=aliases,
        mention=Mention(start=start, end=end, text=text),
        why=f"{mention.why.rule}: {mention.why.detail}",
    )


def _finish(work: Work) -> Resolved:
    drafts = sorted(work.drafts, key=lambda d: (d.page.index, d.start, -d.end))
    mentions: list[ActorMention] = []
    by_token: dict[tuple[int, int], ActorMention] = {}
    by_head: dict[tuple[int, int], ActorMention] = {}
    widths: dict[tuple[int, int], int] = {}
    last: Draft | None = None
    for draft in drafts:
        if last is not None and (draft.page, draft.start, draft.end) == (last.page, last.start, last.end):
            continue
        last = draft
        mention = ActorMention(TokenSpan(draft.page.index, draft.start, draft.end), draft.head, draft.actor, draft.why)
        mentions.append(mention)
        by_head.setdefault((draft.page.index, draft.head), mention)
        width = draft.end - draft.start
        for token in range(draft.start, draft.end):
            key = draft.page.index, token
            if key not in widths or width < widths[key]:
                widths[key] = width
                by_token[key] = mention
    several = {
        key: tuple(ActorMention(TokenSpan(d.page.index, d.start, d.end), d.head, d.actor, d.why) for d in drafts)
        for key, drafts in work.several.items()
    }
    implied = {
        key: ActorMention(TokenSpan(d.page.index, d.start, d.end), d.head, d.actor, d.why)
        for key, d in work.implied.items()
    }
    resolved = Resolved(mentions, by_token, by_head, several, implied)
    _add_references(work, resolved)
    return resolved


def _named_by(work: Work, resolved: Resolved, phrase: TokenSpan) -> ActorMention | None:
    """Whom a phrase names: its own head, or what it stands in apposition to; not a name that merely lies within it."""
    head = work.parsed.paragraphs[phrase.paragraph].doc[phrase.start : phrase.end].root
    while True:
        key = phrase.paragraph, head.i
        mention = resolved.by_head.get(key) or resolved.by_token.get(key)
        if mention is not None or head.dep_ != "appos":
            return mention
        head = head.head


def _add_references(work: Work, resolved: Resolved) -> None:
    """A pronoun whose antecedent is a mention stands for the same actor."""
    added = []
    for found in work.parsed.references:
        pronoun = found.pronoun
        mention = _named_by(work, resolved, found.antecedent)
        key = pronoun.paragraph, pronoun.start
        text = work.parsed.text(pronoun)
        if mention is None or key in resolved.by_token or cannot_be(work.dictionary, mention.actor, text):
            continue
        why = Resolution("reference", min(0.8, mention.why.score), f"{text}: {mention.actor.name}; {found.why}")
        made = ActorMention(pronoun, pronoun.start, mention.actor, why)
        resolved.by_token[key] = made
        resolved.by_head[key] = made
        several = resolved.several.get((mention.span.paragraph, mention.head))
        if several is not None:
            names = " and ".join(one.actor.name for one in several)
            why = Resolution("reference", why.score, f"{text}: {names}; {found.why}")
            resolved.several[key] = tuple(ActorMention(pronoun, pronoun.start, one.actor, why) for one in several)
        added.append(made)
    if added:
        resolved.mentions.extend(added)
        resolved.mentions.sort(key=lambda m: (m.span.paragraph, m.span.start, -m.span.end))
