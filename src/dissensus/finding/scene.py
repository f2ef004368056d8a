"""A document under analysis: its trees, and what stands where, ready to be asked token by token."""

from __future__ import annotations

from dissensus.actors.mentions import ActorMention, Resolved
from dissensus.actors.resolve import reference
from dissensus.finding.tree import Tree
from dissensus.model import ActorRef, ActorType, DatePrecision, Origin, When
from dissensus.parsing.parsed import DateMention, Parsed, Quotation

UNKNOWN_WHEN = When()
"""No date is told: most statements, so it is made once."""


class Scene:
    """What the finders look at.

    Attributes:
        trees: one for each paragraph that was parsed, by paragraph number.
        meant: what `parties` made of heads of noun phrases, by paragraph, token and depth; finders ask again and again.
    """

    __slots__ = (
        "_dates",
        "_entries",
        "_quotation",
        "_quoted",
        "_references",
        "_states",
        "meant",
        "parsed",
        "resolved",
        "trees",
    )

    def __init__(self, parsed: Parsed, resolved: Resolved) -> None:
        self.parsed = parsed
        self.resolved = resolved
        self.trees = {p.index: Tree(p) for p in parsed.paragraphs if len(p.doc)}
        self.meant: dict[tuple[int, int, int], tuple[ActorMention, ...]] = {}
        self._references: dict[int, tuple[ActorMention, ActorRef]] = {}
        self._quotation: dict[tuple[int, int], int] = {}
        self._quoted = {span.paragraph for quotation in parsed.quotations for span in quotation.content}
        for number, quotation in enumerate(parsed.quotations):
            for span in quotation.content:
                for token in range(span.start, span.end):
                    self._quotation[span.paragraph, token] = number
        self._states: dict[str, list[ActorMention]] = {}
        for named in resolved.mentions:
            if named.actor.type is ActorType.COUNTRY and named.actor.country:
                self._states.setdefault(named.actor.country, []).append(named)
        self._dates: dict[tuple[int, int], list[DateMention]] = {}
        for mention in parsed.dates:
            tree = self.trees[mention.span.paragraph]
            key = (tree.index, tree.starts[mention.span.start])
            self._dates.setdefault(key, []).append(mention)
        self._entries: dict[int, list[DateMention]] = {}
        for index, start in self._dates:
            first = self._dates[index, start][0]
            if first.span.start == start and _heads_entry(self.trees[index], first):
                self._entries.setdefault(index, []).append(first)

    def reference(self, mention: ActorMention) -> ActorRef:
        """A mention as statements carry it; the same object at every call."""
        kept = self._references.get(id(mention))
        if kept is None:  # the mention is kept too, so that its id stays its own
            kept = self._references[id(mention)] = mention, reference(mention, self.parsed)
        return kept[1]

    def quotations_around(self, tree: Tree, token: int) -> list[Quotation]:
        """The quotations that hold a token, innermost first."""
        found: list[Quotation] = []
        number = self._quotation.get((tree.index, token))
        while number is not None:
            quotation = self.parsed.quotations[number]
            found.append(quotation)
            number = quotation.parent
        return found

    def quoted_in(self, tree: Tree) -> bool:
        """Whether any quotation has words in a paragraph."""
        return tree.index in self._quoted

    def dates_in_sentence(self, tree: Tree, token: int) -> list[DateMention]:
        """The dates told in a token's sentence."""
        return self._dates.get((tree.index, tree.starts[token]), [])

    def last_day_before(self, tree: Tree, token: int) -> When:
        """The day told last before a token, in its paragraph or the one before; unknown where there is none."""
        for mention in reversed(self.parsed.dates):
            span = mention.span
            earlier = span.paragraph == tree.index - 1 or (span.paragraph == tree.index and span.end <= token)
            if earlier and mention.when.precision is DatePrecision.DAY:
                return mention.when
        return UNKNOWN_WHEN

    def entry_date(self, tree: Tree, token: int) -> When:
        """The date that heads the entry of a chronicle in which a token stands; unknown where there is none."""
        for mention in reversed(self._entries.get(tree.index, ())):
            if mention.span.end <= token:
                return mention.when
        return UNKNOWN_WHEN

    def last_body(self, paragraph: int, types: frozenset[ActorType], within: int) -> ActorMention | None:
        """The actor of one of some types named last in the paragraph before one, among its last mentions."""
        before = [m for m in self.resolved.mentions if m.span.paragraph == paragraph - 1][-within:]
        for mention in reversed(before):
            if mention.actor.type in types and mention.actor.origin is not Origin.FOUND:
                return mention
        return None

    def state_before(self, tree: Tree, token: int, country: str) -> ActorMention | None:
        """Where a state is named: last before a token, or else first behind it; None where it is not named."""
        named = self._states.get(country, [])
        before = [m for m in named if (m.span.paragraph, m.span.start) < (tree.index, token)]
        return before[-1] if before else next(iter(named), None)

    def headed_by(self, tree: Tree, token: int) -> ActorMention | None:
        """The actor whose name or description a token heads."""
        return self.resolved.by_head.get((tree.index, token))

    def implied_by(self, tree: Tree, token: int) -> ActorMention | None:
        """Who does what a noun names, where the noun alone tells of them: the protesters of "protests"."""
        return self.resolved.implied.get((tree.index, token))

    def named_by(self, tree: Tree, token: int) -> ActorMention | None:
        """The innermost actor mention that a token is a word of."""
        return self.resolved.by_token.get((tree.index, token))


def _heads_entry(tree: Tree, mention: DateMention) -> bool:
    """Whether a date stands alone before what happened on it: "10 November. ...", "10 November: ..."."""
    after = mention.span.end
    if after >= len(tree.words):
        return False
    return tree.words[after] in (":", "–", "—") or (tree.words[after] == "." and _ends(tree, after, mention.span.start))


def _ends(tree: Tree, at: int, start: int) -> bool:
    """Whether a token is the last of the sentence that begins at `start`."""
    return at + 1 == len(tree.words) or tree.starts[at + 1] != start
