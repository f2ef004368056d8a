"""Who is given as saying what."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dissensus.model import Turn
from dissensus.parsing.parsed import QuotationKind, Stance

DIRECT, INDIRECT, MIXED = QuotationKind.DIRECT, QuotationKind.INDIRECT, QuotationKind.MIXED
ACCORDING, BLOCK, TURN = QuotationKind.ACCORDING, QuotationKind.BLOCK, QuotationKind.TURN


def read(parsed):
    """Each quotation as (kind, source, cue, contents, stance)."""
    return [
        (
            quotation.kind,
            parsed.text(quotation.source) if quotation.source else None,
            parsed.text(quotation.cue) if quotation.cue else None,
            [parsed.text(span) for span in quotation.content],
            quotation.stance,
        )
        for quotation in parsed.quotations
    ]


@pytest.mark.parametrize(
    ("text", "kind", "source", "cue", "content"),
    [
        ("The minister said that it would close.", INDIRECT, "The minister", "said", ["that it would close"]),
        ("The bank will close, the minister said.", INDIRECT, "the minister", "said", ["The bank will close"]),
        ("The bank, the minister said, will close.", INDIRECT, "the minister", "said", ["The bank", "will close"]),
        ("Ruiz told the court that she had seen nothing.", INDIRECT, "Ruiz", "told", ["that she had seen nothing"]),
        (
            "Two senior officials who live abroad said the deal was dead.",
            INDIRECT, "Two senior officials", "said", ["the deal was dead"],
        ),
        ("The report found that prices had doubled.", INDIRECT, "The report", "found", ["that prices had doubled"]),
        ("As Ruiz put it, the war is lost.", INDIRECT, "Ruiz", "put", ["the war is lost"]),
        ("According to Anna Roth, the war is lost.", ACCORDING, "Anna Roth", "According to", ["the war is lost"]),
        ("The war, according to Anna Roth, is lost.", ACCORDING, "Anna Roth", "according to", ["The war", "is lost"]),
        ("Wages fell, per Central Bank data.", ACCORDING, "Central Bank data", "per", ["Wages fell"]),
        ("In the words of Anna Roth, the plan is a joke.", ACCORDING, "Anna Roth", "In", ["the plan is a joke"]),
        ("For Quito, the treaty is a trap.", ACCORDING, "Quito", "For", ["the treaty is a trap"]),
        ("To many farmers, the tax looked like theft.", ACCORDING, "many farmers", "To", ["the tax looked like theft"]),
        (
            "Peru's assertion that it won is disputed.",
            INDIRECT, "Peru", "assertion", ["that it won"],
        ),
        (
            "A statement by the ministry that the army fired first was withdrawn.",
            INDIRECT, "the ministry", "statement", ["that the army fired first"],
        ),
        ("Ruiz is certain that she will win.", INDIRECT, "Ruiz", "certain", ["that she will win"]),
        ("Ana Ruiz described the vote as a farce.", INDIRECT, "Ana Ruiz", "described", ["the vote as a farce"]),
        ("Ana Ruiz praised Peru for its restraint.", INDIRECT, "Ana Ruiz", "praised", ["Peru for its restraint"]),
        ("Maria Lopez called the general a butcher.", INDIRECT, "Maria Lopez", "called", ["the general a butcher"]),
        ("Lima called for talks.", INDIRECT, "Lima", "called for", ["talks"]),
        ("Lima called on Quito to withdraw.", INDIRECT, "Lima", "called on", ["Quito to withdraw"]),
        ("She was described by her rivals as a saint.", INDIRECT, "her rivals", "described", ["She", "as a saint"]),
        ("The minister made the claim that prices fell.", INDIRECT, "The minister", "claim", ["that prices fell"]),
        ("Ruiz is critical of the treaty.", INDIRECT, "Ruiz", "critical", ["the treaty"]),
        ("Ruiz's plan to sell the mines failed.", INDIRECT, "Ruiz", "plan", ["to sell the mines"]),
        ("The union's support for the strike fell.", INDIRECT, "The union", "support for", ["the strike"]),
        ("Ruiz proposed raising taxes.", INDIRECT, "Ruiz", "proposed", ["raising taxes"]),
        ("The poll showed Ruiz winning.", INDIRECT, "The poll", "showed", ["Ruiz winning"]),
        ("Ruiz spoke about the war.", INDIRECT, "Ruiz", "spoke about", ["the war"]),
        ("In Lima's view, the line was crossed.", ACCORDING, "Lima", "In", ["the line was crossed"]),
        (
            "The bank was branded a danger to the public by the ministry.",
            INDIRECT, "the ministry", "branded", ["The bank", "a danger to the public"],
        ),
        ("Ruiz began by saying that the war was over.", INDIRECT, "Ruiz", "saying", ["that the war was over"]),
        ("“No,” said Ruiz.", DIRECT, "Ruiz", "said", ["No,"]),
        (
            "Juan Ruiz, a spokesman in Lima, said, “We will not leave the country.”",
            DIRECT, "Juan Ruiz", "said", ["We will not leave the country."],
        ),
        (
            "“It is over,” shouted Maria Lopez from the balcony, “and we lost.”",
            DIRECT, "Maria Lopez", "shouted", ["It is over,", "and we lost."],
        ),
        ('Ruiz asked: "Who gave the order?"', DIRECT, "Ruiz", "asked", ["Who gave the order?"]),
        ('"The bank will close," said the minister.', DIRECT, "the minister", "said", ["The bank will close,"]),
        (
            "“The bank,” she told reporters, “will close.”",
            DIRECT, "she", "told", ["The bank,", "will close."],
        ),
        (
            "“The bank will close,” said the minister. “We had no choice.”",
            DIRECT, "the minister", "said", ["The bank will close,", "We had no choice."],
        ),
        (
            "The minister spoke of a “soft coup” in the capital.",
            MIXED, "The minister", "spoke of", ["a “soft coup” in the capital"],
        ),
        (
            "Ruiz said the vote was “a farce from beginning to end.”",
            MIXED, "Ruiz", "said", ["the vote was “a farce from beginning to end"],
        ),
    ],
)  # fmt: skip
def test_kind_source_cue_and_content(parse, text, kind, source, cue, content):
    assert read(parse(text))[0][:4] == (kind, source, cue, content)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The president denied that troops had crossed the border.", Stance.DENIAL),
        ("Ruiz does not believe that the vote was fair.", Stance.DENIAL),
        ("Ruiz did not deny that the vote was rigged.", Stance.NEUTRAL),
        ("Ruiz refused to leave the palace.", Stance.DENIAL),
        ("The group vowed to fight on.", Stance.PROMISE),
        ("The government plans to raise taxes.", Stance.PROMISE),
        ("The union demanded that the owners pay.", Stance.DEMAND),
        ("Maria Lopez urged the union to call off the strike.", Stance.DEMAND),
        ("Prices are expected to rise.", Stance.PREDICTION),
        ("Ruiz predicted that the coalition would fall.", Stance.PREDICTION),
        ("Geologists estimate that the field holds a billion barrels.", Stance.HYPOTHESIS),
        ("Ruiz asked whether the order was legal.", Stance.QUESTION),
        ("Ruiz raised the question whether the vote was fair.", Stance.QUESTION),
        ("Ruiz is not sure that the vote was fair.", Stance.HYPOTHESIS),
        ("Chile claims that the island is empty.", Stance.DISTANCED),
        ("Maria Lopez accused the army of killing farmers.", Stance.DISTANCED),
    ],
)
def test_stance_comes_from_the_cue(parse, text, stance):
    assert parse(text).quotations[0].stance is stance


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It is said that the general left the country.", ["that the general left the country"]),
        ("The minister is alleged to have taken bribes.", ["The minister", "to have taken bribes"]),
        ("The army was accused of torture.", ["The army", "of torture"]),
        ("The mayor reportedly met the miners.", ["The mayor", "met the miners"]),
        ("The claim that the army fired first is false.", ["that the army fired first"]),
    ],
)
def test_a_source_that_is_not_named_is_left_open(parse, text, content):
    _, source, _, found, stance = read(parse(text))[0]
    assert (source, found, stance) == (None, content, Stance.DISTANCED)


@pytest.mark.parametrize(
    "text",
    [
        "He drove a “people's car” to work.",
        "Wages fell by two percent per year.",
        "The minister did not say whether he would resign.",
        "Nobody said that the bridge was safe.",
        "Ruiz is not aware that the vote was held.",
        "As you can see, the bridge fell.",
        "They lived in a village called Soria.",
        "The army crossed the river at dawn.",
    ],
)
def test_what_is_no_quotation(parse, text):
    assert parse(text).quotations == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The bank seems to be failing.", ["The bank", "to be failing"]),
        ("It seems that the bank is failing.", ["that the bank is failing"]),
        ("It is wrong to say that the war is over.", ["that the war is over"]),
    ],
)
def test_it_names_no_source(parse, text, content):
    _, source, _, found, _ = read(parse(text))[0]
    assert (source, found) == (None, content)


def test_words_between_quoted_ones_may_be_said_too(parse):
    found = read(parse("“The bank is weak. It will fail,” said Juan Ruiz. “It has no money. Nobody trusts it.”"))
    assert found[0][:4] == (
        DIRECT,
        "Juan Ruiz",
        "said",
        ["The bank is weak. It will fail,", "It has no money. Nobody trusts it."],
    )


def test_a_quotation_before_the_one_with_the_speaker(parse):
    text = "“The army entered the city at night.”\n\n“Nobody saw it coming,” said Juan Ruiz."
    assert read(parse(text))[0][1:4] == (
        "Juan Ruiz",
        "said",
        ["The army entered the city at night.", "Nobody saw it coming,"],
    )


def test_a_quotation_inside_another_names_its_parent(parse):
    parsed = parse("Ruiz said Peru claims that Chile lied.")
    outer, inner = parsed.quotations
    assert (outer.parent, inner.parent) == (None, 0)
    assert parsed.text(inner.source) == "Peru"


def test_a_participle_belongs_to_whoever_spoke(parse):
    parsed = parse("Ruiz said the president should resign, adding that the country was tired.")
    first, second = read(parsed)
    assert first[3] == ["the president should resign"]
    assert second[1:4] == ("Ruiz", "adding", ["that the country was tired"])


def test_a_relative_pronoun_stands_before_its_cue(parse):
    found = read(parse("The council adopted a ban, which Ruiz says is cruel."))
    assert ("Ruiz", "says", ["which", "is cruel"]) in [quotation[1:4] for quotation in found]


def test_words_quoted_over_paragraphs_are_one_quotation(parse):
    text = (
        "“The army entered the city,” said Juan Ruiz, a farmer. “Then it burned the church.\n\n“We fled to the hills.”"
    )
    kind, source, _, content, _ = read(parse(text))[0]
    assert (kind, source) == (DIRECT, "Juan Ruiz")
    assert content == ["The army entered the city,", "Then it burned the church.", "We fled to the hills."]


def test_a_block_goes_to_whoever_introduces_it(parse):
    text = (
        "According to the report:\n\n"
        "“The army entered the city on Monday and killed forty people in the square.\n\n"
        "“It then left for the coast, where it burned three villages.”\n\n"
        "Nobody was charged."
    )
    (block,) = read(parse(text))
    assert block[:3] == (BLOCK, "the report", None)
    assert [words[:7] for words in block[3]] == ["The arm", "It then"]


def test_a_block_opened_once_runs_to_its_closing_mark(parse):
    text = (
        "As the newspaper put it:\n\n"
        "“The army entered the city on Monday and killed forty people in the square.\n\n"
        "It then left for the coast, where it burned three villages.\n\n"
        "Nobody was ever charged.”\n\n"
        "The trial begins on Friday."
    )
    (block,) = read(parse(text))
    assert block[:3] == (BLOCK, "the newspaper", "put")
    assert len(block[3]) == 3
    assert not any("trial" in words for words in block[3])


def test_a_block_that_nobody_introduces_has_no_source(parse):
    text = (
        "The hall was silent for a long time.\n\n"
        "“The army entered the city on Monday and killed forty people in the square.”\n"
    )
    (block,) = read(parse(text))
    assert block[:3] == (BLOCK, None, None)


def test_turns_are_quotations_of_their_speakers(parse):
    text = "Did the army know?\n\nIt knew everything. General Soto said that the orders were clear."
    answer = text.index("It knew")
    turns = (
        Turn(start=0, end=answer, speaker="La Voz", question=True),
        Turn(start=answer, end=len(text), speaker="Juan Ruiz"),
    )
    question, reply, nested = parse(text, turns=turns).quotations
    assert (question.kind, question.speaker, question.stance) == (TURN, "La Voz", Stance.QUESTION)
    assert (reply.kind, reply.speaker, reply.stance) == (TURN, "Juan Ruiz", Stance.NEUTRAL)
    assert nested.parent == 1


def test_a_speaker_before_a_colon(parse):
    found = read(parse("Angela Merkel: Europe will stay united"))
    assert found[0][1:4] == ("Angela Merkel", ":", ["Europe will stay united"])


def test_an_opening_mark_typed_for_a_closing_one(parse):
    found = read(parse("“It is unusual,“ said Juan Ruiz, a lawyer."))
    assert found[0][:4] == (DIRECT, "Juan Ruiz", "said", ["It is unusual,"])


def test_a_sentence_without_words_has_no_quotations(parse):
    assert parse("” “ ’ ”").quotations == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(["Ruiz", "said", "that", '"', "“", "”", "'", ",", ".", ":", "he", "claims", "\n\n", "war"])
    )
)
def test_any_jumble_gives_sound_spans(parse, words):
    parsed = parse(" ".join(words))
    for number, quotation in enumerate(parsed.quotations):
        assert quotation.content
        assert quotation.parent is None or quotation.parent < number
        for span in (*quotation.content, quotation.cue, quotation.source):
            assert span is None or 0 <= span.start < span.end <= len(parsed.paragraphs[span.paragraph].doc)


def test_a_suggestion_to_do_something_is_a_demand(parse):
    told = [
        parse(f"The general suggested that Evo Morales {verb}.").quotations[0].stance for verb in ("resign", "resigned")
    ]
    assert told == [Stance.DEMAND, Stance.HYPOTHESIS]
