"""What pronouns stand for, where we can be sure enough. Where we are not, there is no reference.

Third persons singular go to the most salient person named before: subjects before objects, near before far, with the
gender that titles and given names tell, and only when the next best is clearly behind (after Lappin and Leass 1994,
"An algorithm for pronominal anaphora resolution"). "I", "we" and "my" in quoted words go to whoever says them. "It" and
"they" are resolved only inside their own sentence, or to the one body that the sentence before has for its subject.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dissensus.parsing.parsed import BlockKind, Parsed, QuotationKind, Reference, TokenSpan
from dissensus.parsing.people import load_people
from dissensus.parsing.quotation_marks import quoted_stretches
from dissensus.parsing.reference_local import (
    REFLEXIVE,
    RELATIVE,
    agrees,
    clause_subject,
    has_rival_owner,
    is_expletive,
    name_span,
    relative_antecedent,
)
from dissensus.parsing.reference_mentions import Mention, mentions
from dissensus.parsing.tree import Tree, tree_of

_PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_SPEAKER = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours"))
_NEUTER = frozenset(("it", "its"))
_PLURAL = frozenset(("they", "their", "them"))
_PRONOUNS = frozenset(_PERSONAL) | RELATIVE | REFLEXIVE | _NEUTER | _PLURAL
_SUBJECTS = ("nsubj", "nsubjpass")

_WINDOW = 2
"""How many sentences back a person may have been named."""
_NEARNESS = (3.5, 2.0, 0.0)
"""What a mention is worth by the number of sentences back."""
_LEAST = 4.0
_MARGIN = 2.0
"""By how much the best candidate must lead the next."""
_CENTRAL = 3
"""How often a document must name a person for them to be one of those it is about."""
_EASY = 4.0
"""A lead that makes a choice easy."""


@dataclass(slots=True)
class _Place:
    """A mention, or a pronoun that was resolved to one, where it stands."""

    mention: Mention
    paragraph: int
    token: int
    role: float
    subject: bool


@dataclass(slots=True)
class _Document:
    parsed: Parsed
    places: list[list[_Place]]
    resolved: dict[tuple[int, int], Mention] = field(default_factory=dict)
    sources: dict[tuple[int, int], int] = field(default_factory=dict)
    """The quotation that a token is the source of."""
    spoken: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)
    """By paragraph: stretches of quoted words, and the number of their quotation."""
    speakers: dict[int, str] = field(default_factory=dict)
    """Who is known to say a quotation: the entity of its source."""
    last_speaker: str | None = None
    counts: Counter[str] = field(default_factory=Counter)
    """How often each entity is named."""
    learned: dict[str, str] = field(default_factory=dict)
    """Genders of persons that pronouns told, where the choice was easy."""


def find_references(parsed: Parsed) -> list[Reference]:
    """Find what pronouns stand for, in the order of the text. An antecedent is never itself a pronoun."""
    if not parsed.sentences:
        return []
    document = _prepare(parsed)
    found: list[Reference] = []
    for sentence in parsed.sentences:
        tree = tree_of(parsed.paragraphs[sentence.paragraph].doc)
        for token in range(sentence.span.start, sentence.span.end):
            if tree.words[token] not in _PRONOUNS:
                continue
            reference = _resolve(document, tree, sentence.index, sentence.paragraph, token)
            if reference:
                found.append(reference)
    found += _first_person(document, found)
    found.sort(key=lambda reference: reference.pronoun)
    return found


def antecedents(parsed: Parsed) -> dict[tuple[int, int], Reference]:
    """References by the paragraph and token number of their pronoun."""
    return {(r.pronoun.paragraph, r.pronoun.start): r for r in parsed.references}


def _prepare(parsed: Parsed) -> _Document:
    places: list[list[_Place]] = []
    for sentence, named in zip(parsed.sentences, mentions(parsed, load_people()), strict=True):
        tree = tree_of(parsed.paragraphs[sentence.paragraph].doc)
        places.append([_place(tree, mention, sentence.paragraph, mention.head) for mention in named])
    document = _Document(parsed, places)
    document.counts.update(place.mention.entity for found in places for place in found)
    mixed: dict[int, list[int]] = {}
    by_head = {(p.paragraph, p.token): p.mention for ps in places for p in ps if p.mention.person}
    for number, quotation in enumerate(parsed.quotations):
        if quotation.source is not None:
            for token in range(quotation.source.start, quotation.source.end):
                document.sources.setdefault((quotation.source.paragraph, token), number)
                mention = by_head.get((quotation.source.paragraph, token))
                if mention is not None:
                    document.speakers[number] = mention.entity
        if quotation.kind in (QuotationKind.DIRECT, QuotationKind.BLOCK, QuotationKind.TURN):
            for span in quotation.content:
                document.spoken.setdefault(span.paragraph, []).append((span.start, span.end, number))
        elif quotation.kind is QuotationKind.MIXED:
            mixed.setdefault(quotation.content[0].paragraph, []).append(number)
    for paragraph, numbers in mixed.items():
        _add_mixed(document, paragraph, numbers)
    return document


def _add_mixed(document: _Document, paragraph: int, numbers: list[int]) -> None:
    """Note which words of half-quoted contents stand in quotation marks."""
    parsed = document.parsed
    where = parsed.paragraphs[paragraph]
    for quote in quoted_stretches(parsed.document.text, where, tree_of(where.doc)):
        for number in numbers:
            if any(span.start < quote.end and quote.start < span.end for span in parsed.quotations[number].content):
                document.spoken.setdefault(paragraph, []).append((quote.start, quote.end, number))


def _place(tree: Tree, mention: Mention, paragraph: int, token: int) -> _Place:
    dep = tree.deps[token]
    lift = 0.0
    head = token
    while tree.deps[head] == "conj" and tree.heads[head] != head:
        head = tree.heads[head]
        lift = -0.5
    dep = tree.deps[head]
    if dep in _SUBJECTS:
        role = 5.0 if tree.deps[tree.heads[head]] == "ROOT" else 4.0
    elif dep in ("dobj", "dative", "ROOT"):
        role = 3.0
    elif dep in ("pobj", "agent", "poss"):
        role = 2.0
    else:
        role = 1.0
    return _Place(mention, paragraph, token, role + lift, dep in _SUBJECTS)


def _resolve(document: _Document, tree: Tree, sentence: int, paragraph: int, token: int) -> Reference | None:
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


def _same_as(document: _Document, tree: Tree, paragraph: int, head: int, token: int, why: str) -> Reference | None:
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
    document: _Document, tree: Tree, sentence: int, paragraph: int, token: int, gender: str
) -> Reference | None:
    barred = _barred(document, tree, sentence, paragraph, token)
    source_of = document.sources.get((paragraph, token))
    own_words = document.parsed.quotations[source_of].content if source_of is not None else ()
    speaker = _speaker_around(document, paragraph, token)
    subject = tree.deps[token] in _SUBJECTS
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
    if mention.doubtful or _addressed(document, tree, sentence, paragraph, token) & {name for name, _ in ranked[1:]}:
        return None
    if len(ranked) == 1 or best - ranked[1][1] >= _EASY:
        document.learned.setdefault(entity, gender)
    document.resolved[paragraph, token] = mention
    place = _place(tree, mention, paragraph, token)
    document.places[sentence].append(place)
    if source_of is not None:
        document.speakers[source_of] = entity
        document.last_speaker = entity
    how = "the only person named before" if len(ranked) == 1 else "the most salient person named before"
    return Reference(TokenSpan(paragraph, token, token + 1), mention.span, how)


def _before(document: _Document, sentence: int, paragraph: int, token: int) -> Iterator[tuple[_Place, int]]:
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


def _addressed(document: _Document, tree: Tree, sentence: int, paragraph: int, token: int) -> set[str]:
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


def _barred(document: _Document, tree: Tree, sentence: int, paragraph: int, token: int) -> set[str]:
    """Entities that cannot be meant: an object is not the subject of its own verb."""
    dep, head = tree.deps[token], tree.heads[token]
    if dep == "poss" or dep in _SUBJECTS:
        return set()
    if dep == "pobj":
        head = tree.heads[head]
    while tree.deps[head] == "prep" and tree.heads[head] != head:
        head = tree.heads[head]
    found: set[str] = set()
    verb = head
    while tree.pos[verb] in ("VERB", "AUX"):
        own = [child for child in tree.children[verb] if tree.deps[child] in _SUBJECTS]
        for place in document.places[sentence]:
            if place.token in own and place.paragraph == paragraph:
                found.add(place.mention.entity)
        if own or tree.deps[verb] not in ("xcomp", "conj", "advcl") or tree.heads[verb] == verb:
            break
        verb = tree.heads[verb]
    return found


def _speaker_around(document: _Document, paragraph: int, token: int) -> str | None:
    """Who says the quoted words that a token stands in: they would say "I" of themselves."""
    number = _quotation_around(document, paragraph, token)
    return document.speakers.get(number) if number is not None else None


def _quotation_around(document: _Document, paragraph: int, token: int) -> int | None:
    best: tuple[int, int] | None = None
    for start, end, number in document.spoken.get(paragraph, ()):
        if start <= token < end and (best is None or end - start < best[0]):
            best = (end - start, number)
    return best[1] if best else None


def _body(document: _Document, tree: Tree, sentence: int, paragraph: int, token: int, plural: bool) -> Reference | None:
    """Resolve "it" and "they": the subject of the clause around, or the only body the sentence before is about."""
    if not plural and is_expletive(tree, token):
        return None
    if tree.deps[token] == "poss":
        subject = clause_subject(tree, token)
    elif tree.deps[token] in _SUBJECTS:
        subject = _reporting_subject(tree, token)
    else:
        return None
    if tree.deps[token] == "poss" and has_rival_owner(tree, token):
        return None
    if subject is not None:
        return _agreeing(document, tree, paragraph, subject, token, plural)
    if tree.deps[token] in _SUBJECTS and tree.deps[tree.heads[token]] == "ROOT":
        return _subject_before(document, tree, sentence, paragraph, token, plural)
    return None


def _reporting_subject(tree: Tree, token: int) -> int | None:
    """For "X said it would": the subject of the verb that the pronoun's clause is the content of."""
    verb = tree.heads[token]
    if tree.deps[verb] != "ccomp" or tree.heads[verb] == verb:
        return None
    for child in tree.children[tree.heads[verb]]:
        if tree.deps[child] in _SUBJECTS and child < token:
            return child
    return None


def _agreeing(
    document: _Document, tree: Tree, paragraph: int, subject: int, token: int, plural: bool
) -> Reference | None:
    mention = next((p.mention for p in _at(document, paragraph, tree, subject) if p.token == subject), None)
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


def _at(document: _Document, paragraph: int, tree: Tree, token: int) -> list[_Place]:
    start = tree.starts[token]
    for sentence in document.parsed.sentences:
        if sentence.paragraph == paragraph and sentence.span.start == start:
            return document.places[sentence.index]
    return []


def _subject_before(
    document: _Document, tree: Tree, sentence: int, paragraph: int, token: int, plural: bool
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


def _first_person(document: _Document, found: list[Reference]) -> Iterator[Reference]:
    """Resolve "I" and "we" in quoted words: whoever is given as saying them."""
    by_pronoun = {reference.pronoun: reference for reference in found}
    parsed = document.parsed
    for paragraph in sorted(document.spoken):
        tree = tree_of(parsed.paragraphs[paragraph].doc)
        for start, end, number in document.spoken[paragraph]:
            source = parsed.quotations[number].source or _named_speaker(document, number)
            if source is None:
                continue
            for token in range(start, end):
                if tree.words[token] in _SPEAKER and _quotation_around(document, paragraph, token) == number:
                    antecedent: TokenSpan | None = source
                    if parsed.paragraphs[source.paragraph].doc[source.start].pos_ == "PRON":
                        known = by_pronoun.get(TokenSpan(source.paragraph, source.start, source.start + 1))
                        antecedent = known.antecedent if known else None
                    if antecedent is not None:
                        yield Reference(TokenSpan(paragraph, token, token + 1), antecedent, "who says these words")


def _named_speaker(document: _Document, number: int) -> TokenSpan | None:
    """Where the text first names the speaker of a turn."""
    speaker = document.parsed.quotations[number].speaker
    if not speaker:
        return None
    surname = speaker.lower().split()[-1]
    for places in document.places:
        for place in places:
            if place.mention.person and place.mention.named and place.mention.entity.split("/")[0] == surname:
                return place.mention.span
    return None
