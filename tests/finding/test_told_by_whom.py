"""Who is the party, who holds it and how firmly, where words nearby would mislead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dissensus.model import Commitment, Event, Kind, Statement

Find = Callable[..., list[Statement]]


def told(statements: list[Statement], type_: str) -> list[tuple[set[str], set[str], str, str]]:
    """The events of a type: who, to whom, who says so, how firmly."""
    found: list[tuple[Statement, Event]] = [(s, s.event) for s in statements if s.event and s.event.type.value == type_]
    return [
        ({a.name for a in e.actors}, {r.name for r in e.recipients}, s.holder.name, s.commitment.value)
        for s, e in found
    ]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("The firm profited from the mood of Kenya.", "COERCE"),
        ("Supporters of Norway took to social media.", "AID"),
        ("Trained at Oxford, Angela Merkel left.", "AID"),
        ("To succeed as president, Angela Merkel must sleep well.", "OTHER"),
        ("Norway was spared the floods that struck Kenya.", "CONCEDE"),
        ("Kenyan farmers are fed up with promises.", "AID"),
        ("The opposition called the election a sham.", "OTHER"),
        ("Ann Cole, who advises the Norwegian Labour Party, left.", "REQUEST"),
        ("Norway is in charge of the ministry.", "ACCUSE"),
        ("Drones of the army stop rebel attacks in Kenya.", "RETREAT"),
        ("Norway uses the armed forces to hand out food in Kenya.", "ASSAULT"),
        ("Strikers armed with sticks marched.", "AID"),
        ('"It is a threat to Kenya," agrees Ann Cole.', "AGREE"),
    ],
)
def test_words_of_another_sense(find: Find, sentence: str, type_: str) -> None:
    assert told(find(sentence), type_) == []


@pytest.mark.parametrize(
    ("sentence", "type_", "who", "whom"),
    [
        ("Angela Merkel expelled the Red Cross from Kenya.", "SANCTION", "Angela Merkel", "Red Cross"),
        ("The generals had the protesters shot.", "ASSAULT", None, "protesters"),
        ("Norway had for years supported Kenya.", "SUPPORT", "Norway", "Kenya"),
    ],
)
def test_parties(find: Find, sentence: str, type_: str, who: str | None, whom: str) -> None:
    [(actors, recipients, _, _)] = told(find(sentence), type_)[:1]
    assert {name for name in actors if who is None or who in name} or who is None
    assert any(whom in name for name in recipients)


def test_found_guilty_is_not_the_court(find: Find) -> None:
    made = told(find("The court found Angela Merkel guilty of terrorism."), "ASSAULT")
    assert [actors for actors, *_ in made] == [{"Angela Merkel"}]


def test_what_is_asked_for_is_not_who_is_asked(find: Find) -> None:
    made = told(find("The union demanded decent schools and funding."), "REQUEST")
    assert all(not recipients for _, recipients, *_ in made)


def test_people_of_a_descent_are_not_the_country(find: Find) -> None:
    assert all("Kenya" not in actors for actors, *_ in told(find("Those of Kenyan origin attacked Norway."), "ASSAULT"))


def test_rumours_of_a_deed_are_not_its_doer(find: Find) -> None:
    made = told(find("Rumours of a Norwegian invasion forced Angela Merkel to resign."), "COERCE")
    assert all("Norway" not in actors for actors, *_ in made)


def test_a_threat_of_what_the_own_country_would_do(find: Find) -> None:
    made = told(find("The government of Norway threatened that Norway would act."), "THREATEN")
    assert all("Norway" not in recipients for _, recipients, *_ in made)


def test_what_is_told_of_those_praised_is_the_writers(find: Find) -> None:
    made = told(find("Angela Merkel praised the rebels who had attacked Kenya."), "ASSAULT")
    assert [holder for *_, holder, _ in made] == ["author"]


def test_a_strike_called_by_a_union_is_no_saying(find: Find) -> None:
    made = told(find("A strike called by the Norwegian Labour Party began."), "PROTEST")
    assert all(holder == "author" for *_, holder, _ in made)


def test_things_do_not_speak(find: Find) -> None:
    statements = find("Norwegian sanctions encouraged the army to attack Kenya.")
    assert all("sanctions" not in s.holder.name for s in statements)


def test_someones_supporters_are_not_he(find: Find) -> None:
    statements = find("Angela Merkel's critics say that Norway attacked Kenya.")
    assert {s.holder.name for s in statements if s.kind is Kind.EVENT and s.event and s.event.type == "ASSAULT"} <= {
        "Angela Merkel critics",
        "Angela Merkel's critics",
    }


@pytest.mark.parametrize(
    ("sentence", "type_", "firmness"),
    [
        ("The raid is no response to the attack on Kenya by Norway.", "ASSAULT", Commitment.STATED),
        ("Norway took the opportunity to attack Kenya.", "ASSAULT", Commitment.STATED),
        ("Norway refused to consider lifting the embargo against Kenya.", "RETREAT", Commitment.DENIED),
        (
            "Without lifting a finger, or not lifting a finger to attack Kenya, Norway won.",
            "ASSAULT",
            Commitment.DENIED,
        ),
        ("The Norwegian invasion of Kenya would open the way to talks.", "ASSAULT", Commitment.STATED),
    ],
)
def test_firmness(find: Find, sentence: str, type_: str, firmness: Commitment) -> None:
    assert {held for *_, held in told(find(sentence), type_)} == {firmness.value}


def test_a_label_that_is_not_put_on_someone(find: Find) -> None:
    [label] = [s for s in find("Norway does not see Angela Merkel as a threat.") if s.label]
    assert label.commitment is Commitment.DENIED


def test_a_label_keeps_both_halves_of_its_words(find: Find) -> None:
    terms = {s.label.term for s in find("Angela Merkel and Ann Cole are right-wing thugs.") if s.label}
    assert terms == {"right-wing thugs"}


def test_who_is_praised_as_heroes(find: Find) -> None:
    labels = [
        s.label for s in find('Ann Cole praised the rebels that had toppled Angela Merkel as "heroes".') if s.label
    ]
    assert all(label.target.name != "Angela Merkel" for label in labels)


def test_a_backer_is_not_led(find: Find) -> None:
    ties = [s.tie for s in find("Norway-backed dictator Angela Merkel fell.") if s.tie]
    assert all(t.b.name != "Norway" or t.relation.value != "leads" for t in ties)


def test_dominance_that_two_share(find: Find) -> None:
    assert [s for s in find("The dominance of Norway and Kenya grew.") if s.tie] == []


@pytest.mark.parametrize(
    ("sentence", "subject", "measure"),
    [
        ("The $450 million that Norway pledged is little.", "Norway", "pledged"),
        ("Angela Merkel promised to cut the poverty rate in half to below 20%.", "Angela Merkel", "poverty rate"),
        ("Norway left the 15-member African Union.", "African Union", "member"),
        ("Norway doubled education spending to 4% of GDP.", "Norway", "education spending as share of GDP"),
        ("Angela Merkel governs a country of over 30 million people.", "country", "people"),
    ],
)
def test_figures(find: Find, sentence: str, subject: str, measure: str) -> None:
    [figure] = [s.figure for s in find(sentence) if s.figure]
    name = figure.subject if isinstance(figure.subject, str) else figure.subject.name
    assert subject in name
    assert measure in figure.measure


def test_a_share_for_another(find: Find) -> None:
    sentence = "Angela Merkel won 67 percent of the vote, against 14 percent for Ann Cole."
    shares = {s.figure.value: s.figure.subject for s in find(sentence) if s.figure}
    subject = shares[14.0]
    assert not isinstance(subject, str)
    assert subject.name == "Ann Cole"


@pytest.mark.parametrize(
    "sentence",
    ["Angela Merkel, who at 38 is the youngest leader, left.", "Norway unveiled the economic half of the plan."],
)
def test_numbers_that_say_nothing(find: Find, sentence: str) -> None:
    assert [s for s in find(sentence) if s.figure] == []


def test_a_century_dates_no_event(find: Find) -> None:
    [made] = [s for s in find("Norway used a law from the 19th century to attack Kenya.") if s.event]
    assert made.event is not None
    assert made.event.date.start is None


def test_names_with_a_nickname_inside(find: Find) -> None:
    made = told(find('Norway attacked Luis "Lucho" Vera.'), "ASSAULT")
    assert [recipients for _, recipients, *_ in made] == [{"Luis Vera"}]


def test_mister_is_no_place(find: Find) -> None:
    made = told(find("Norway attacked Mr Medina."), "ASSAULT")
    assert all("Saudi" not in name for _, recipients, *_ in made for name in recipients)


def test_the_administration_is_the_one_named_last(find: Find) -> None:
    text = "The Biden administration hates Kenya. The administration attacked Kenya."
    assert {"Government of the United States"} in [
        actors for actors, *_ in told(find(text, date="2022-03-01"), "ASSAULT")
    ]


def test_a_decision_that_had_its_effect_was_carried_out(find: Find) -> None:
    assert told(find("Norway's decision to bomb Kenya caused an outcry."), "ASSAULT")[0][3] == "stated"
    assert told(find("Norway's decision to bomb Kenya is unwise."), "ASSAULT")[0][3] == "predicted"


def test_an_age_is_no_part_of_a_name(find: Find) -> None:
    [(_, whom, _, _)] = told(find("A 29-year-old Kenyan student was killed by soldiers."), "ASSAULT")[:1]
    assert whom == {"Kenyan student"}
