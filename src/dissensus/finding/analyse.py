"""From documents to statements: parsing, actors and the four finders, in one call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dissensus.actors.dictionary import Dictionary
from dissensus.actors.mentions import ActorMention, Resolved
from dissensus.actors.resolve import Resolver
from dissensus.finding.assemble import document_ref, statement, unparsed_figure
from dissensus.finding.compounds import find_compounds
from dissensus.finding.events import find_events
from dissensus.finding.figure_found import FoundFigure
from dissensus.finding.figures import find_figures
from dissensus.finding.found import Found
from dissensus.finding.labels import find_labels
from dissensus.finding.name_calling import find_name_calling
from dissensus.finding.offices import find_offices
from dissensus.finding.repeats import merged
from dissensus.finding.romance_figures import find_romance_figures
from dissensus.finding.scene import Scene
from dissensus.finding.stances import find_stances
from dissensus.finding.standing import find_standing
from dissensus.finding.ties import find_ties
from dissensus.model import Actor, Document, Figure, Kind, Statement
from dissensus.parsing.parsed import Parsed
from dissensus.parsing.parser import Parser


@dataclass(slots=True)
class Analysis:
    """What one document gave.

    Attributes:
        document: as given, with the language filled in.
        statements: in the order of the text.
        actors: those that the statements name, each once.
        analysed: False where the document's language is read but not yet analysed.
    """

    document: Document
    statements: list[Statement]
    actors: list[Actor]
    analysed: bool


class Analyser:
    """Reads statements out of documents. Loads its model and dictionary once, at the first document."""

    def __init__(self, extra_actors: Sequence[Actor] = (), parser: Parser | None = None) -> None:
        self.parser = parser or Parser()
        self.resolver = Resolver(Dictionary.load(extra=extra_actors))

    def analyse(self, document: Document) -> Analysis:
        """Analyse one document."""
        return next(self.analyse_all([document]))

    def analyse_all(self, documents: Sequence[Document]) -> Iterator[Analysis]:
        """Analyse documents together, which is faster, and yield what they gave in their order."""
        with self.parser.memory():
            for parsed in self.parser.parse_all(documents):
                resolved = self.resolver.resolve(parsed)
                statements = find_statements(parsed, resolved)
                document = parsed.document
                if document.language is None and parsed.language:
                    document = document.model_copy(update={"language": parsed.language})
                yield Analysis(document, statements, _named(resolved, statements), parsed.analysed)


def find_statements(parsed: Parsed, resolved: Resolved) -> list[Statement]:
    """The statements of one parsed document, in the order of the text."""
    scene = Scene(parsed, resolved)
    document = document_ref(scene)
    by_id: dict[str, Statement] = {}
    for found in everything(scene):
        made = statement(scene, document, found)
        by_id.setdefault(made.id, made)
    for told in find_romance_figures(parsed):
        made = unparsed_figure(scene, document, told)
        by_id.setdefault(made.id, made)
    return merged(sorted(by_id.values(), key=lambda s: (s.evidence.start, s.evidence.end, s.kind, s.id)))


def everything(scene: Scene) -> Iterator[Found]:
    """All that the finders find in a document, repetitions and all."""
    for tree in scene.trees.values():
        taken: set[int] = set()
        yield from find_ties(scene, tree, taken)
        yield from find_offices(scene, tree)
        yield from find_compounds(scene, tree)
        yield from find_stances(scene, tree)
        yield from find_standing(scene, tree)
        yield from find_events(scene, tree, taken)
        yield from find_name_calling(scene, tree, taken)
        yield from find_labels(scene, tree)
    for told in find_figures(scene.parsed, scene.resolved):
        yield _figure(scene, told)


def _figure(scene: Scene, told: FoundFigure) -> Found:
    party = told.subject if isinstance(told.subject, ActorMention) else None
    body = Figure(
        subject=scene.reference(party) if party else str(told.subject),
        measure=told.measure,
        value=told.value,
        unit=told.unit,
        approximate=told.approximate,
        date=told.date.start if told.date else None,
    )
    tree = scene.trees[told.number.paragraph]
    mentions = (party,) if party else ()
    return Found(
        Kind.FIGURE,
        body,
        tree,
        told.token,
        (),
        mentions,
        told.rule,
        None,
        told.span,
        told.confidence,
        refused=told.refused,
    )


def _named(resolved: Resolved, statements: list[Statement]) -> list[Actor]:
    """The actors that statements name."""
    known = {mention.actor.id: mention.actor for mention in resolved.mentions}
    named: dict[str, Actor] = {}
    for made in statements:
        for identifier in _identifiers(made):
            if identifier in known:
                named.setdefault(identifier, known[identifier])
    return list(named.values())


def _identifiers(made: Statement) -> Iterator[str]:
    if made.holder.id:
        yield made.holder.id
    if made.event:
        yield from (r.id for r in (*made.event.actors, *made.event.recipients))
    elif made.tie:
        yield from (made.tie.a.id, made.tie.b.id)
    elif made.label:
        yield made.label.target.id
    elif made.figure and not isinstance(made.figure.subject, str):
        yield made.figure.subject.id
