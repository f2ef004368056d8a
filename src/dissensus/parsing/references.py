"""What pronouns stand for, where we can be sure enough. Where we are not, there is no reference.

Third persons singular go to the most salient person named before: subjects before objects, near before far, with the
gender that titles and given names tell, and only when the next best is clearly behind (after Lappin and Leass 1994,
"An algorithm for pronominal anaphora resolution"). "I", "we" and "my" in quoted words go to whoever says them. "It" and
"they" are resolved only inside their own sentence, or to the one body that the sentence before has for its subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from dissensus.parsing.parsed import BlockKind, Parsed, Reference, TokenSpan
from dissensus.parsing.reference_local import (
    REFLEXIVE,
    RELATIVE,
    agrees,
    asked_one,
    clause_subject,
    has_rival_owner,
    is_expletive,
    name_span,
    owner_beside,
    owner_told,
    relative_antecedent,
)
from dissensus.parsing.reference_mentions import Mention
from dissensus.parsing.reference_places import SUBJECTS, Discourse, Place, place_of, prepare, quotation_around
from dissensus.parsing.reference_speakers import first_person
from dissensus.parsing.tree import Tree, tree_of

_PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_NEUTER = frozenset(("it", "its"))
_PLURAL = frozenset(("they", "their", "them"))
_PRONOUNS = frozenset(_PERSONAL) | RELATIVE | REFLEXIVE | _NEUTER | _PLURAL

_WINDOW = 2
"""How many sentences back a person may have been named."""
_NEARNESS = (3.5, 2.0, 0.0)
"""What a mention is worth by the number of sentences back."""
_LEAST = 4.0
_MARGIN = 2.0
"""By how much the best candidate must lead the next."""
_CENTRAL = 3
"""How often a document must name a person for them to be one of those it is about."""
_OWN_CLAUSE = 3.5
"""What speaks for the subject of its own clause as the one that "his" or "her" means."""
_BLAMED = 4.5
"""What speaks for the one blamed for something, or named beside it, as its owner."""
_ASKED = 7.0
"""What speaks for the one who is asked as the one that the question is about."""
_EASY = 4.0
"""A lead that makes a choice easy."""


def find_references(parsed: Parsed) -> list[Reference]:
    """Find what pronouns stand for, in the order of the text. An antecedent is never itself a pronoun."""
    if not parsed.sentences:
        return []
    document = prepare(parsed)
    found: list[Reference] = []
    for sentence in parsed.sentences:
        tree = tree_of(parsed.paragraphs[sentence.paragraph].doc)
        for token in range(sentence.span.start, sentence.span.end):
            if tree.words[token] not in _PRONOUNS:
                document.last_speaker = document.named_sources.get((sentence.paragraph, token), document.last_speaker)
                continue
            reference = _resolve(document, tree, sentence.index, sentence.paragraph, token)
            if reference:
                found.append(reference)
    found += first_person(document, found)
    found.sort(key=lambda reference: reference.pronoun)
    return found


def _resolve(document: Discourse, tree: Tree, sentence: int, paragraph: int, token: int) -> Reference | None:
    word = tree.words[token]
    pronoun = TokenSpan(paragraph, token, token + 1)
    if word in RELATIVE:
        span = relative_antecedent(tree, paragraph, token)
        return Reference(pronoun, span, "head of the relative clause") if span else None
    if word in _PERSONAL and tree.pos[token] == "PRON":
        return _person(document, tree, sentence, paragraph, token, _PERSONAL[word])
    if word in REFLEXIVE:
        subject = clause_subject(tree, token)
        if subject is None:
            return None
        return _same_as(document, tree, paragraph, subject, token, "subject of its own clause")
    if word in _NEUTER or word in _PLURAL:
        return _body(document, tree, sentence, paragraph, token, word in _PLURAL)
    return None


def _same_as(document: Discourse, tree: Tree, paragraph: int, head: int, token: int, why: str) -> Reference | None:
    """A reference to a noun phrase of the same paragraph, or to what it stands for where it is a pronoun."""
    pronoun = TokenSpan(paragraph, token, token + 1)
    if tree.pos[head] == "PRON":
        if tree.tags[head] in ("WDT", "WP"):
            span = relative_antecedent(tree, paragraph, head)
            return Reference(pronoun, span, why) if span and agrees(tree, span.end - 1, tree.words[token]) else None
        mention = document.resolved.get((paragraph, head))
        return Reference(pronoun, mention.span, why) if mention else None
    if tree.pos[head] not in ("NOUN", "PROPN"):
        return None
    return Reference(pronoun, name_span(tree, paragraph, head), why)


def _person(
    document: Discourse, tree: Tree, sentence: int, paragraph: int, token: int, gender: str
) -> Reference | None:
    barred = _barred(document, tree, sentence, paragraph, token)
    source_of = document.sources.get((paragraph, token))
    own_words = document.parsed.quotations[source_of].content if source_of is not None else ()
    speaker = _speaker_around(document, paragraph, token)
    subject = tree.deps[token] in SUBJECTS
    owner = owner_told(tree, token) if tree.deps[token] == "poss" else None
    weight = _OWN_CLAUSE if owner is None else _BLAMED
    asked = asked_one(tree, token) if subject else None
    if asked is not None:
        owner, weight = asked, _ASKED
    if owner is None and tree.deps[token] == "poss":
        owner = clause_subject(tree, token)
    scores: dict[str, float] = {}
    latest: dict[str, Mention] = {}
    for place, back in _before(document, sentence, paragraph, token):
        mention = place.mention
        if not (mention.person or mention.doubtful) or mention.plural:
            continue
        if mention.entity in barred or mention.entity == speaker:
            continue
        known = mention.gender if mention.gender != "n" else document.learned.get(mention.entity, "n")
        if known not in ("n", gender):
            continue
        if any(span.holds(place.paragraph, place.token) for span in own_words):
            continue
        score = place.role + _NEARNESS[back]
        score += 1.0 if mention.named else 0.0
        score -= 2.0 if not mention.named and mention.gender == "n" else 0.0
        score += 1.5 if known == gender else 0.0
        score += 1.0 if document.counts[mention.entity] >= _CENTRAL else 0.0
        score += 1.0 if subject and place.subject else 0.0
        score += weight if not back and place.token == owner else 0.0
        if place.paragraph != paragraph:
            score -= 0.5
        if source_of is not None and mention.entity == document.last_speaker:
            score += 1.5
        if mention.entity in scores:
            scores[mention.entity] = max(scores[mention.entity], score) + 0.5
        else:
            scores[mention.entity] = score
        latest[mention.entity] = mention
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    entity, best = ranked[0]
    if best < _LEAST or (len(ranked) > 1 and best - ranked[1][1] < _MARGIN):
        return None
    mention = latest[entity]
    if mention.doubtful:
        return None
    told = _addressed(document, tree, sentence, paragraph, token) if asked is None else set()
    if told & {name for name, _ in ranked[1:]}:
        return None
    if len(ranked) == 1 or best - ranked[1][1] >= _EASY:
        document.learned.setdefault(entity, gender)
    document.resolved[paragraph, token] = mention
    place = place_of(tree, mention, paragraph, token)
    document.places[sentence].append(place)
    if source_of is not None:
        document.speakers[source_of] = entity
        document.last_speaker = entity
    how = "the only person named before" if len(ranked) == 1 else "the most salient person named before"
    return Reference(TokenSpan(paragraph, token, token + 1), mention.span, how)


def _before(document: Discourse, sentence: int, paragraph: int, token: int) -> Iterator[tuple[Place, int]]:
    """Places before a token, with the number of sentences back; the token's own sentence last."""
    sentences = document.parsed.sentences
    paragraphs = document.parsed.paragraphs
    for back in range(_WINDOW, -1, -1):
        number = sentence - back
        if number < 0:
            continue
        where = sentences[number].paragraph
        if where != paragraph and (paragraph - where > 2 or paragraphs[where].kind is BlockKind.HEADING):
            continue
        for place in document.places[number]:
            if back or place.token < token:
                yield place, back


def _addressed(document: Discourse, tree: Tree, sentence: int, paragraph: int, token: int) -> set[str]:
    """Whom the verbs above speak to: in "X told Y that he had lost" either may be meant."""
    objects = {
        child
        for above in tree.ancestors(token)
        if tree.child(above, "ccomp") is not None
        for child in tree.children[above]
        if tree.deps[child] in ("dobj", "dative") and child < token
    }
    if not objects:
        return set()
    return {p.mention.entity for p in document.places[sentence] if p.paragraph == paragraph and p.token in objects}


def _barred(document: Discourse, tree: Tree, sentence: int, paragraph: int, token: int) -> set[str]:
    """Entities that cannot be meant: an object is not the subject of its own verb."""
    dep, head = tree.deps[token], tree.heads[token]
    if dep == "poss" or dep in SUBJECTS:
        return set()
    if dep == "pobj":
        head = tree.heads[head]
    while tree.deps[head] == "prep" and tree.heads[head] != head:
        head = tree.heads[head]
    found: set[str] = set()
    verb = head
    while tree.pos[verb] in ("VERB", "AUX"):
        own = [child for child in tree.children[verb] if tree.deps[child] in SUBJECTS]
        for place in document.places[sentence]:
            if place.token in own and place.paragraph == paragraph:
                found.add(place.mention.entity)
        if own or tree.deps[verb] not in ("xcomp", "conj", "advcl") or tree.heads[verb] == verb:
            break
        verb = tree.heads[verb]
    return found


def _speaker_around(document: Discourse, paragraph: int, token: int) -> str | None:
    """Who says the quoted words that a token stands in: they would say "I" of themselves."""
    number = quotation_around(document, paragraph, token)
    return document.speakers.get(number) if number is not None else None


def _body(document: Discourse, tree: Tree, sentence: int, paragraph: int, token: int, plural: bool) -> Reference | None:
    """Resolve "it" and "they": the subject of the clause around, or the only body the sentence before is about."""
    if not plural and is_expletive(tree, token):
        return None
    beside = owner_beside(tree, token) if tree.deps[token] == "poss" else None
    if beside is not None:
        return Reference(TokenSpan(paragraph, token, token + 1), name_span(tree, paragraph, beside), "named beside it")
    if tree.deps[token] == "poss":
        subject = clause_subject(tree, token)
    elif tree.deps[token] in SUBJECTS:
        subject = _reporting_subject(tree, token)
    else:
        return None
    if tree.deps[token] == "poss" and (has_rival_owner(tree, token) or _either(document, tree, sentence, token)):
        return None
    if subject is not None:
        return _agreeing(document, tree, sentence, paragraph, subject, token, plural)
    if tree.deps[token] in SUBJECTS and tree.deps[tree.heads[token]] == "ROOT":
        return _subject_before(document, tree, sentence, paragraph, token, plural)
    return None


def _either(document: Discourse, tree: Tree, sentence: int, token: int) -> bool:
    """Whether either of two may be meant: "Peru broke with Chile after its embassy ..."."""
    verb = tree.heads[tree.heads[token]]
    if tree.deps[tree.heads[token]] not in SUBJECTS or tree.deps[verb] != "advcl" or verb < tree.heads[verb]:
        return False
    told = {p.mention.entity for p in document.places[sentence] if p.token < token and not p.mention.person}
    return len(told) > 1


def _reporting_subject(tree: Tree, token: int) -> int | None:
    """For "X said it would": the subject of the verb that the pronoun's clause is the content of."""
    verb = tree.heads[token]
    if tree.deps[verb] != "ccomp" or tree.heads[verb] == verb:
        return None
    for child in tree.children[tree.heads[verb]]:
        if tree.deps[child] in SUBJECTS and child < token:
            return child
    return None


def _agreeing(
    document: Discourse, tree: Tree, sentence: int, paragraph: int, subject: int, token: int, plural: bool
) -> Reference | None:
    mention = next((p.mention for p in document.places[sentence] if p.token == subject), None)
    known = document.resolved.get((paragraph, subject))
    if tree.pos[subject] == "PRON":
        if tree.tags[subject] in ("WDT", "WP"):
            return _same_as(document, tree, paragraph, subject, token, "subject of the clause around")
        if known is None or known.person or (tree.words[subject] in _PLURAL) != plural:
            return None
        mention = known
    if mention is None or (mention.person and not plural):
        return None
    many = mention.plural or any(tree.deps[child] == "conj" for child in tree.children[subject])
    if many != plural or (plural and not mention.plural):
        return None
    document.resolved[paragraph, token] = mention
    return Reference(TokenSpan(paragraph, token, token + 1), mention.span, "subject of the clause around")


def _subject_before(
    document: Discourse, tree: Tree, sentence: int, paragraph: int, token: int, plural: bool
) -> Reference | None:
    if sentence == 0 or document.parsed.sentences[sentence - 1].paragraph != paragraph:
        return None
    if any(place.token < token for place in document.places[sentence]):
        return None
    places = document.places[sentence - 1]
    bodies = [place for place in places if not place.mention.person or plural]
    fitting = [place for place in bodies if place.mention.plural == plural]
    if len({place.mention.entity for place in fitting}) != 1 or not fitting[0].subject or fitting[0].role < 5:
        return None
    mention = fitting[0].mention
    document.resolved[paragraph, token] = mention
    return Reference(TokenSpan(paragraph, token, token + 1), mention.span, "the only body the sentence before is about")
