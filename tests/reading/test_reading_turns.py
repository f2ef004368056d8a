from __future__ import annotations

from dissensus.model import Span, Turn
from dissensus.reading.furniture import furniture_of
from dissensus.reading.metadata import Metadata
from dissensus.reading.turns import turns_of


def turns(text: str, *, apart: tuple[Span, ...] = (), **known: str) -> tuple[Turn, ...]:
    return turns_of(text, furniture_of(text), apart, Metadata(**known))


def told(text: str, **known: str) -> list[tuple[str, bool, str]]:
    return [(turn.speaker, turn.question, text[turn.start : turn.end]) for turn in turns(text, **known)]


def test_questions_and_answers() -> None:
    text = (
        "We spoke to Elena Paz about the strike.\n\nQ: What do the miners want?\n\nA: They want to be paid.\n\n"
        "Nothing else is asked for.\n\nQ: And the ministry?\n\nA: The ministry does not answer.\n\nShare this:"
    )
    assert told(text, author="Luis Vega") == [
        ("Luis Vega", True, "Q: What do the miners want?"),
        ("Elena Paz", False, "A: They want to be paid.\n\nNothing else is asked for."),
        ("Luis Vega", True, "Q: And the ministry?"),
        ("Elena Paz", False, "A: The ministry does not answer."),
    ]


def test_nobody_named_is_nobody_guessed() -> None:
    text = "Q: What do they want?\nA: To be paid.\nQ: By whom?\nA: By the state."
    assert [speaker for speaker, _, _ in told(text)] == ["Interviewer", "Interviewee"] * 2


def test_initials_stand_for_the_name_that_has_them_beside_it() -> None:
    text = (
        "María Ruiz (MR) of the union met Peter Holt (PH).\n\nPH: Why a strike?\n\nMR: We were not heard.\n\n"
        "PH: Will it go on?\n\nMR: It will."
    )
    assert [(speaker, question) for speaker, question, _ in told(text)] == [
        ("Peter Holt", True),
        ("María Ruiz", False),
    ] * 2


def test_initials_without_brackets_and_names_in_capitals() -> None:
    text = (
        "Elena Paz leads the union. Peter Holt asked her about it.\n\nPH: Why a strike?\n\nEP: We were not heard.\n\n"
        "PH: Will it go on?\n\nEP: It will."
    )
    assert {speaker for speaker, _, _ in told(text)} == {"Peter Holt", "Elena Paz"}
    text = "PETER HOLT: Why a strike?\n\nELENA PAZ: We were not heard.\n\nPETER HOLT: Will it go on?\n\nELENA PAZ: Yes."
    assert {speaker for speaker, _, _ in told(text)} == {"Peter Holt", "Elena Paz"}


def test_a_surname_is_filled_out_and_a_title_left_off() -> None:
    text = (
        "Elena Paz leads the union.\n\n**Interviewer:** Why a strike?\n\n**Paz:** We were not heard.\n\n"
        "**Interviewer:** Will it go on?\n\n**Paz:** It will."
    )
    assert told(text)[1][:2] == ("Elena Paz", False)
    text = "SEN. HOLT: I ask for order.\n\nMS. PAZ: I have it.\n\nSEN. HOLT: So be it.\n\nMS. PAZ: Thank you."
    assert [speaker for speaker, _, _ in told(text)] == ["HOLT", "PAZ"] * 2


def test_a_label_with_a_role_in_brackets_is_the_same_speaker() -> None:
    text = "Ana Soto (moderator): Who begins?\n\nLuis Vega: I do.\n\nAna Soto: Why so?\n\nLuis Vega: I was here first."
    assert [(speaker, question) for speaker, question, _ in told(text)] == [
        ("Ana Soto", True),
        ("Luis Vega", False),
    ] * 2


def test_a_rule_ends_the_talk() -> None:
    text = "Q: Why?\n\nA: So.\n\nQ: How?\n\nA: Thus.\n\n* * *\n\nThe writer lives in the capital."
    assert turns(text)[-1].end == text.index("Thus.") + 5


def test_lists_are_no_interviews() -> None:
    assert not turns(
        "First: leave the city.\nSecond: respect the prisoners.\nThird: try the judges.\nFourth: hold the road."
    )
    assert not turns("Photo: Ana\n\nNote: a\n\nPhoto: Luis\n\nNote: b\n\nPhoto: Eva")
    assert not turns("Bolivia: calm.\nPeru: unrest.\nChile: a vote.\nBrazil: talks.")
    assert not turns("The minister said this: no.\nThe union said this: yes.\nThe minister said this: never.")


def test_two_turns_are_too_few() -> None:
    assert not turns("Q: Why a strike?\n\nA: We were not heard.")


def test_questions_set_apart_in_an_interview() -> None:
    text = (
        "Interview with Elena Paz\n\n**Why a strike?**\n\nWe were not heard.\n\n**Will it go on?**\n\nIt will.\n\n"
        "Who doubts it?\n\n**And then?**\n\nThen we talk."
    )
    assert [(speaker, question) for speaker, question, _ in told(text)] == [
        ("Interviewer", True),
        ("Elena Paz", False),
    ] * 3
    assert told(text)[3][2] == "It will.\n\nWho doubts it?"


def test_layout_says_what_is_set_apart() -> None:
    parts = ["Talk with Elena Paz", "Why a strike?", "We went.", "Will it go on?", "It will.", "And then?", "We talk."]
    text, spans = "\n\n".join(parts), []
    for part in parts[1::2]:
        start = text.index(part)
        spans.append(Span(start=start, end=start + len(part)))
    found = turns(text, apart=tuple(spans), title="An interview with Elena Paz")
    assert [turn.question for turn in found] == [True, False] * 3


def test_plain_questions_count_only_in_a_text_that_names_who_answers() -> None:
    answers = (
        "The union was not heard for a year, and every letter it wrote to the ministry came back unread in the end."
    )
    talk = f"Why a strike?\n\n{answers}\n\nWill it go on?\n\n{answers}\n\nAnd then?\n\n{answers}"
    assert not turns(talk)
    assert not turns(f"A year of letters\n\n{talk}")
    assert [turn.speaker for turn in turns(f"We spoke with Elena Paz in May.\n\n{talk}")] == [
        "Interviewer",
        "Elena Paz",
    ] * 3
    assert not turns(f"We spoke with Elena Paz in May.\n\n{talk}\n\nWhy?\n\nWhy not?")


def test_full_names_on_first_labels_and_surnames_after() -> None:
    text = (
        "Juan Gil: Thank you for coming. How is it?\n\nElena Paz: It waits.\n\nGil: And the army?\n\n[laughter]\n\n"
        "Paz: It waits too.\n\nGil: For what?\n\nPaz: For us."
    )
    assert [(speaker, question) for speaker, question, _ in told(text)] == [
        ("Juan Gil", True),
        ("Elena Paz", False),
    ] * 3


def test_letters_with_a_stop() -> None:
    text = "Q. Why a strike?\nA. We were not heard.\nQ. What now?\nA. We talk."
    assert [question for _, question, _ in told(text)] == [True, False] * 2
    assert not turns("A. The first point.\nB. The second.\nA. The first again.\nB. The second again.")


def test_spanish_letters() -> None:
    text = "P: ¿Por qué una huelga?\n\nR: No nos escucharon.\n\nP: ¿Y ahora?\n\nR: Hablamos."
    assert [(speaker, question) for speaker, question, _ in told(text)] == [
        ("Interviewer", True),
        ("Interviewee", False),
    ] * 2
    assert not turns("R: uno.\nS: dos.\nR: tres.")
