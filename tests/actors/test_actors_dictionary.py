from __future__ import annotations

from pathlib import Path

import pytest

from dissensus.actors.dictionary import Dictionary, family_names
from dissensus.actors.words import words
from dissensus.errors import DictionaryError
from dissensus.model import Actor, ActorType, Origin, Sector

STATES = (
    "# two lands\n"
    "id\tiso3\tname\tofficial\tadjectives\tpeople\tcapital\tcapital_metonym\tgovernment_metonyms\tlat\tlon"
    "\taliases_en\taliases_es\tsovereign\n"
    "nor\tNOR\tNorland\tKingdom of Norland\tNorlandic\tNorlanders|Norlander\tBerga\tBerga\tOld House\t60.00\t10.00"
    "\t=NL\tNorlandia\tyes\n"
    "sou\tSOU\tSouth Islands\t\tSouthern Islander\tSouthern Islanders\tPalma\t\t\t-10.00\t10.00\t\t\tyes\n"
)
BODY = "id\tname\ttype\tcountry\tsectors\taliases_en\tpart_of\tfounded\tdissolved\tpredecessors\n"
PEOPLE = "id\tname\tcountry\tgender\tsectors\taliases_en\n"
OFFICES = "person\toffice\torganisation\tfrom\tto\n"


def write(folder: Path, **files: str) -> Path:
    for name, text in ({"states": STATES} | files).items():
        (folder / f"{name}.tsv").write_text(text, encoding="utf-8")
    return folder


def test_an_empty_folder_is_an_empty_dictionary_with_our_nouns(tmp_path: Path) -> None:
    dictionary = Dictionary.load(tmp_path)
    assert len(dictionary) == 0
    assert dictionary.check() == []
    assert dictionary.lexicon.nouns.get(("army",))


def test_states_and_their_arms(tmp_path: Path) -> None:
    dictionary = Dictionary.load(write(tmp_path))
    assert dictionary.actor("nor").name == "Norland"
    army = dictionary.actor("sou.army")
    assert (army.name, army.type, army.country) == ("Army of the South Islands", ActorType.MILITARY, "SOU")
    assert dictionary.actor("nor.people").name == "Norlanders"
    assert dictionary.actor("nor.capital").type is ActorType.PLACE
    assert "nor.airline" not in dictionary


def test_a_line_names_an_arm_and_keeps_its_regular_names(tmp_path: Path) -> None:
    line = "nor.navy\tRoyal Fleet of Norland\tmilitary\tNOR\tMIL\tRoyal Fleet\t\t1801\t\t\n"
    navy = Dictionary.load(write(tmp_path, ministries=BODY + line)).actor("nor.navy")
    assert navy.name == "Royal Fleet of Norland"
    assert set(navy.aliases["en"]) == {"Royal Fleet", "Navy of Norland", "Norlandic Navy"}


def test_roles_come_from_offices(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        people=PEOPLE + "eva-holm\tEva Holm\tNOR\tf\tGOV\tThe Owl\n",
        offices=OFFICES + "eva-holm\thead_of_state\tnor\t2001-02\t2005\n",
    )
    (role,) = Dictionary.load(folder).actor("eva-holm").roles
    assert (role.office, role.organisation, role.start, role.end) == ("head_of_state", "nor", "2001-02", "2005")


def test_an_unknown_actor_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match="nobody"):
        Dictionary.load(write(tmp_path)).actor("nobody")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"parties": "id\tname\ttype\tcountry\tsectors\n"}, "parties.tsv:1"),
        ({"parties": BODY + "x\tX\tparty\tNOR\tPTY\t\t\t\t\t\textra\n"}, "parties.tsv:2"),
        ({"people": PEOPLE + "\tEva Holm\tNOR\tf\tGOV\t\n"}, "people.tsv:2"),
    ],
)
def test_lines_that_cannot_be_read(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    with pytest.raises(DictionaryError, match=expected):
        Dictionary.load(write(tmp_path, **files))


PERSON = PEOPLE + "eva-holm\tEva Holm\tNOR\tf\tGOV\t\njon-ask\tJon Ask\tNOR\tm\tGOV\t\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"parties": BODY + "x\tX Party\tparty\tNOR\tPTY\n" * 2}, "given twice"),
        ({"parties": BODY + "x\tX Party\tclub\tNOR\tPTY\n"}, "type 'club' is not known"),
        ({"parties": BODY + "x\tX Party\tparty\tNOR\tZZZ\n"}, "sector 'ZZZ' is not known"),
        ({"parties": BODY + "x\tX Party\tparty\tQQQ\tPTY\n"}, "no state has the code 'QQQ'"),
        ({"parties": BODY + "X_1\tX Party\tparty\tNOR\tPTY\n"}, "not lower-case ASCII"),
        ({"parties": BODY + "x\tX Party\tparty\tNOR\tPTY\t\tnone\n"}, "part_of 'none' is in no file"),
        ({"parties": BODY + "x\tX Party\tparty\tNOR\tPTY\t\t\t1999-13\n"}, "not an ISO date"),
        ({"parties": BODY + "x\tX Party\tparty\tNOR\tPTY\t\t\t1999\t1998\n"}, "dissolved before it was founded"),
        ({"parties": BODY + "x\tX Party\tparty\tNOR\tPTY\tXP\ny\tY Party\tparty\tNOR\tPTY\tXP\n"}, "without a mark"),
        ({"people": PERSON, "offices": OFFICES + "eva-holm\tqueen\tnor\t2001\t2005\n"}, "office 'queen'"),
        ({"people": PERSON, "offices": OFFICES + "ida\thead_of_state\tnor\t2001\t2005\n"}, "person 'ida'"),
        ({"people": PERSON, "offices": OFFICES + "eva-holm\tminister\tabc\t2001\t2005\n"}, "organisation 'abc'"),
        ({"people": PERSON, "offices": OFFICES + "eva-holm\tminister\tnor\t2005\t2001\n"}, "ends before it begins"),
        (
            {
                "people": PERSON,
                "offices": OFFICES
                + "eva-holm\thead_of_state\tnor\t2001\t2005\n"
                + "jon-ask\thead_of_state\tnor\t2004-06\t2008\n",
            },
            "head of state of nor at once",
        ),
        ({"members": "body\tmember\tfrom\tto\nleague\tnor\t\t\n"}, "body 'league' is in no file"),
    ],
)
def test_check_tells_what_is_wrong(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    found = Dictionary.load(write(tmp_path, **files)).check()
    assert len(found) == 1
    assert expected in found[0]
    assert ".tsv:" in found[0]


def test_marked_names_may_be_shared_and_offices_may_meet(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        parties=BODY + "x\tX Party\tparty\tNOR\tPTY\t?XP\ny\tY Party\tparty\tNOR\tPTY\t?XP\n",
        people=PERSON,
        offices=OFFICES + "eva-holm\thead_of_state\tnor\t2001\t2005-05-01\njon-ask\thead_of_state\tnor\t2005-05-01\t\n",
    )
    assert Dictionary.load(folder).check() == []


def test_imported_actors_are_added_or_lend_their_names(tmp_path: Path) -> None:
    folder = write(tmp_path, people=PERSON)
    new = Actor(id="c.ida-berg", name="Ida Berg", type=ActorType.PERSON, country="NOR", origin=Origin.IMPORTED)
    same = Actor(
        id="c.eva-holm",
        name="Eva Holm",
        type=ActorType.PERSON,
        country="NOR",
        aliases={"en": ("The Owl of Berga",)},
        origin=Origin.IMPORTED,
    )
    dictionary = Dictionary.load(folder, extra=[new, same])
    assert dictionary.actor("c.ida-berg") == new
    assert "c.eva-holm" not in dictionary
    assert [name.actor for name in dictionary.names.get(words("The Owl of Berga"))] == ["eva-holm"]
    assert dictionary.surnames["berg",] == ["c.ida-berg"]


def test_an_imported_actor_with_our_id_takes_its_place(tmp_path: Path) -> None:
    other = Actor(id="eva-holm", name="Eva Holm-Lund", type=ActorType.PERSON, country="NOR", origin=Origin.IMPORTED)
    dictionary = Dictionary.load(write(tmp_path, people=PERSON), extra=[other])
    assert dictionary.actor("eva-holm").name == "Eva Holm-Lund"


def test_found_actors_are_not_dictionary_actors(tmp_path: Path) -> None:
    found = Actor(id="found.x-y", name="X Y", type=ActorType.PERSON, origin=Origin.FOUND)
    with pytest.raises(DictionaryError, match="found"):
        Dictionary.load(write(tmp_path), extra=[found])


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Eva Holm", "NOR", [("holm",)]),
        ("Andrés Manuel López Obrador", "MEX", [("obrador",), ("lopez", "obrador")]),
        ("Li Wei", "CHN", [("li",)]),
        ("Jon Ask Jr.", "NOR", [("ask",)]),
        ("Pelé", "BRA", []),
        ("Hou Yu-ih", "TWN", [("hou",)]),
        ("Joshua Wong", "HKG", [("wong",)]),
        ("Vivian Balakrishnan", "SGP", [("balakrishnan",)]),
    ],
)
def test_family_names(name: str, country: str, expected: list[tuple[str, ...]]) -> None:
    assert family_names(words(name), country) == expected


def test_sectors_of_arms() -> None:
    dictionary = Dictionary.load()
    assert dictionary.actor("bol.police").sectors[0] is Sector.COP
    assert dictionary.actor("bol.supreme-court").sectors[0] is Sector.JUD
