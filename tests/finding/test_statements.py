"""What holds for every statement, whatever the text."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dissensus.finding.analyse import Analyser
from dissensus.model import Kind, Statement
from tests.making import make_document

_SENTENCES = [
    "“Bolivia’s government attacked the protesters,” said Peru’s foreign minister.",
    "The soi-disant re\u00adgime of Nicaragua\u00a0is a puppet of\u200b Cuba.",
    "Me\u0301xico condemned the coup—and 45 percent of Mexicans agreed.",
    "Venezuela sent 1,200 troops to Guyana in March 2021.",
]


def test_quotes_are_the_words_at_their_offsets(find: Callable[..., list[Statement]]) -> None:
    text = "\n\n".join(_SENTENCES)
    found = find(text)
    assert {s.kind for s in found} >= {Kind.EVENT, Kind.FIGURE}
    for s in found:
        assert text[s.evidence.start : s.evidence.end] == s.evidence.quote
        for body in (s.event, s.tie, s.label):
            for reference in _references(body):
                assert reference.mention is not None
                assert text[reference.mention.start : reference.mention.end] == reference.mention.text


def _references(body: object) -> list:  # type: ignore[type-arg]
    if body is None:
        return []
    fields = body.__dict__
    found = [*fields.get("actors", ()), *fields.get("recipients", ())]
    return found + [fields[name] for name in ("a", "b", "target") if name in fields]


def test_the_same_text_gives_the_same_ids(find: Callable[..., list[Statement]]) -> None:
    text = " ".join(_SENTENCES)
    assert [s.id for s in find(text)] == [s.id for s in find(text, source="elsewhere", path="b.txt")]


def test_every_statement_says_why(find: Callable[..., list[Statement]]) -> None:
    for s in find(" ".join(_SENTENCES)):
        assert s.explanation.rule
        assert any(note.startswith("holder: ") for note in s.explanation.notes)
        assert any(note.startswith("commitment: ") for note in s.explanation.notes)
        assert 0 <= s.confidence <= 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.sampled_from([*_SENTENCES, "\n\n", "“", "”", "(", "…", "U.S.", "\u00ad", "e\u0301", " 12 ", "—", "?"]),
        max_size=12,
    ).map("".join)
)
def test_no_text_breaks_the_offsets(analyser: Analyser, text: str) -> None:
    for s in analyser.analyse(make_document(text)).statements:
        assert text[s.evidence.start : s.evidence.end] == s.evidence.quote


def test_a_text_in_another_language_is_read_and_not_analysed(analyser: Analyser) -> None:
    text = "El gobierno de Bolivia condenó el golpe de Estado y pidió ayuda a México y a la Argentina en octubre."
    analysis = analyser.analyse(make_document(text))
    assert analysis.document.language == "es"
    assert not analysis.analysed
    assert analysis.statements == []
