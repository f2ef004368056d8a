"""Which lines are one paragraph: those broken to fit a page, and no others."""

from __future__ import annotations

from dissensus.parsing.blocks import blocks

WRAPPED = """3 May 2018. The council of the port publishes the report of its auditors,
which finds that the fees of the harbour were raised twice. The mayor
says that she knew of neither, and asks for a second report, which the
council puts off. Two of its members leave the meeting in protest, and
the dockers call for a strike.
5 May 2018. The mayor calls a new vote, and the union of the dockers asks
its members to stay away from it as long as the fees are what they are
and nobody knows who raised them.
9 May 2018. The vote is held."""


def paragraphs(text: str) -> list[str]:
    return [text[block.start : block.end] for block in blocks(text)]


def test_lines_broken_to_fit_a_page_are_put_together() -> None:
    first, second, third = paragraphs(WRAPPED)
    assert first.endswith("call for a strike.")
    assert second.startswith("5 May 2018.")
    assert third == "9 May 2018. The vote is held."


def test_a_line_that_a_reader_put_together_from_two_does_not_part_the_rest() -> None:
    joined = WRAPPED.replace("The mayor\nsays", "The mayor says")
    assert max(map(len, joined.splitlines())) > 120
    assert paragraphs(joined) == [part.replace("The mayor\nsays", "The mayor says") for part in paragraphs(WRAPPED)]


def test_a_short_line_before_a_capital_ends_its_paragraph() -> None:
    assert paragraphs(f"What the port did\n{WRAPPED}")[0] == "What the port did"


def test_lines_that_are_paragraphs_stay_apart() -> None:
    lines = [
        "The council met on Monday.",
        "It heard the mayor, who had come with three of her aides, and the head of the union of the dockers.",
        "Nobody else came to the meeting, although it had been announced in both papers and on the radio, and although "
        "the fees of the harbour were on its list.",
        "The vote is on Friday, says the mayor's office.",
    ]
    assert paragraphs("\n".join(lines)) == lines


def test_rows_of_a_table_stay_apart() -> None:
    rows = [
        "Ana Ruiz | President of Peru and leader of the Reform Party | 2001 to 2006",
        "Juan Paz | Candidate of the Civic Front for the presidency | 2006 and 2011",
        "Eva Sosa | Senator of the Reform Party, later its candidate | 2011 to 2016",
    ]
    text = "\n".join(rows)
    assert [text[block.start : block.end] for block in blocks(text)] == rows
