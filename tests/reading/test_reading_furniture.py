from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissensus.model import Span
from dissensus.reading.furniture import furniture_of, is_furniture, merged

PROSE = "The government said on Monday that it would hold talks with the unions before the end of the month."


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply:",
        "No comments yet",
        "12 Comments",
        "Share this:",
        "**Share on Facebook**",
        "Click to share on Telegram (Opens in new window)",
        "Subscribe to our newsletter to get the week's news in your inbox.",
        "Please consider making a donation: we have no owner and no advertisements, and our readers keep us going.",
        "If you enjoyed this article, please support the magazine with five dollars a month.",
        "Read more: how the dam was paid for",
        "Related articles",
        "© 2024 The Plain Herald. All rights reserved.",
        "All rights reserved",
        "This work is licensed under a Creative Commons Attribution 4.0 International License.",
        "To contact the Herald and its editors visit:",
        "Photo: Ana Soto / Valley Pictures",
        "Photo by Luis Vega on the day of the march",
        "Image credit: Valley Pictures",
        "https://example.org/story?id=3",
        "- [The Herald](https://example.org)",
        "editor@example.org",
        "Home | News | Opinion | Contact",
        "5 min read",
        "Your email address will not be published. Required fields are marked *",
        "Deja un comentario",
        "Todos los derechos reservados",
    ],
)
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "Share prices fell after the vote.",
        "Share of the vote",
        "Print workers went on strike on Tuesday.",
        "Subscribers of the newspaper protested against the closure.",
        "Photographs of the march were destroyed by the police.",
        "Comments by the minister angered the opposition.",
        "The related laws were repealed in 2019.",
        "Search and rescue teams arrived from Chile.",
        "Donations to the party must be declared.",
        "Read the constitution, said the judge, and you will find no such power in it.",
        "See https://example.org/report for the figures that the ministry gave.",
        "Video showed soldiers entering the palace.",
        "Updated figures put the dead at 36.",
        "Bolivia | Peru | Chile",
        "Follow the money and you will find the ministry.",
        "Copyright law was changed under pressure from Washington.",
        "Tags were cut from the ballots, the observers said.",
    ],
)
def test_sentences_of_articles_are_not(line: str) -> None:
    assert not is_furniture(line)


def test_thanks_close_a_text_and_do_not_open_it() -> None:
    text = f"Thanks for reading.\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\nThanks for reading."
    assert [span.start for span in furniture_of(text)] == [text.rindex("Thanks")]


def test_a_menu_is_a_run_of_short_lines_with_words_of_menus() -> None:
    menu = "Home\nAbout\nPolitics\nThe Valley\nContact\nDonate\n\n"
    members = "Argentina\nBrazil\nParaguay\nUruguay\nBolivia\n\n"
    assert [span.end for span in furniture_of(menu + PROSE)][-1] == len(menu) - 2
    assert furniture_of(members + PROSE) == []
    assert furniture_of(f"{PROSE}\n\nIts members are:\n\n{members}{PROSE}") == []


def test_the_fields_below_a_comment_form_go_with_it() -> None:
    text = f"{PROSE}\n\nLeave a Reply\n\nName *\n\nYour thoughts here\n\nSend it"
    assert merged(text, furniture_of(text)) == (Span(start=text.index("Leave"), end=len(text)),)


def test_comments_of_readers_below_are_not_swallowed() -> None:
    text = f"{PROSE}\n\nLeave a Reply\n\nName\n\n{PROSE}"
    assert merged(text, furniture_of(text)) == (Span(start=text.index("Leave"), end=text.index("Reply") + 5),)


def test_a_text_that_is_nothing_else_is_kept() -> None:
    text = "Share\n\nSubscribe"
    assert merged(text, furniture_of(text)) == ()


@given(st.text(alphabet="Share this\nLeave a Reply .|[]()http://x*", max_size=200))
def test_spans_are_in_order_disjoint_and_inside(text: str) -> None:
    spans = merged(text, furniture_of(text))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(earlier.end < later.start for earlier, later in pairwise(spans))
