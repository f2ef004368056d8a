from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dissensus.actors.importing import import_cameo, import_csv
from dissensus.errors import DictionaryError, MissingPathError, UnreadableError
from dissensus.model import Actor, ActorType, Origin, Sector

CAMEO = """# our own small file
ATLANTIS_  [ATL]
+THE_SUNKEN_LAND_
+ATLANTEAN_ ; an adjective
<!-- a remark -->
MARO_KELL_  # their leader
+M._KELL_
\t[ATLELI 600101-991231]
\t[ATLGOV >20000101]
\t[ATLOPP <600101]
BLUE_HELMET_NEWS_ [ATLMED]
TIDE_FRONT_ [ATLREBSEP]
"""


def put(folder: Path, text: str, name: str = "actors.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_cameo(tmp_path: Path) -> None:
    land, leader, news, front = import_cameo(put(tmp_path, CAMEO))
    assert (land.name, land.type, land.country) == ("Atlantis", ActorType.COUNTRY, "ATL")
    assert land.aliases == {"en": ("The Sunken Land", "Atlantean")}
    assert leader.type is ActorType.PERSON
    assert leader.sectors == (Sector.ELI, Sector.GOV, Sector.OPP)
    assert [(role.office, role.organisation, role.start, role.end) for role in leader.roles] == [
        ("ELI", "ATL", "1960-01-01", "1999-12-31"),
        ("GOV", "ATL", "2000-01-01", None),
        ("OPP", "ATL", None, "1960-01-01"),
    ]
    assert (news.type, news.sectors) == (ActorType.MEDIA, (Sector.JRN,))
    assert (front.type, front.sectors) == (ActorType.ARMED_GROUP, (Sector.REB,))
    assert {actor.origin for actor in (land, leader, news, front)} == {Origin.IMPORTED}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("+ALONE_\n", 1),
        ("\t[ATLGOV]\n", 1),
        ("KELL_ [ATLGOV\n", 1),
        ("KELL_\n\t[ATLGOV 60-70]\n", 2),
        ("KELL_\n\t[ATLGOV >601301]\n", 2),
        ("KELL_\n\tATLGOV\n", 2),
    ],
)
def test_cameo_lines_that_cannot_be_read(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(DictionaryError, match=rf"actors.txt:{line}:"):
        import_cameo(put(tmp_path, text))


def test_cameo_can_leave_bad_lines_out_and_say_so(tmp_path: Path) -> None:
    skipped: list[str] = []
    actors = import_cameo(put(tmp_path, "KELL_\n\t[ATLGOV 60-70]\n\t[ATLGOV]\n"), skipped)
    assert [actor.name for actor in actors] == ["Kell"]
    assert actors[0].sectors == (Sector.GOV,)
    assert len(skipped) == 1
    assert "actors.txt:2" in skipped[0]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="AB_+[]<>-0123456789#;\n\t ", max_size=80))
def test_any_text_is_read_and_bad_lines_are_told(tmp_path: Path, text: str) -> None:
    skipped: list[str] = []
    # One actor in it is sure: without any, it is no dictionary.
    ids = [actor.id for actor in import_cameo(put(tmp_path, f"KELL_ [ATL]\n{text}"), skipped)]
    assert ids[0] == "cameo.kell"
    assert len(ids) == len(set(ids))
    assert all(problem.startswith("actors.txt:") for problem in skipped)


@pytest.mark.parametrize("text", ["", "# nothing\n", "The minister met the union on Monday.\nBoth were content.\n"])
def test_what_holds_no_codes_is_no_cameo_dictionary(tmp_path: Path, text: str) -> None:
    with pytest.raises(DictionaryError, match=r"actors.txt: no actor in it has a code"):
        import_cameo(put(tmp_path, text), [])


@pytest.mark.parametrize("read", [import_cameo, import_csv])
def test_what_is_no_text_is_no_dictionary(tmp_path: Path, read: Callable[[Path], list[Actor]]) -> None:
    path = tmp_path / "actors.pdf"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\nKELL_ [ATLGOV]\n\x00\x01\x02")
    with pytest.raises(UnreadableError, match=r"actors\.pdf: this is no text"):
        read(path)


def test_an_old_end_of_file_is_no_matter(tmp_path: Path) -> None:
    assert [actor.name for actor in import_cameo(put(tmp_path, "KELL_ [ATLGOV]\n\x1a"))] == ["Kell"]


def test_csv(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        "name,type,country,aliases,sectors,id\n"
        'Harbour Workers\' Union,union,chl,"HWU|The Harbour",LAB,\n'
        "Ana Ríos,person,,,,ana\n",
        "more.csv",
    )
    union, person = import_csv(path)
    assert (union.id, union.country, union.sectors) == ("harbour-workers-union", "CHL", (Sector.LAB,))
    assert union.aliases == {"en": ("HWU", "The Harbour")}
    assert (person.id, person.type, person.country) == ("ana", ActorType.PERSON, None)


def test_csv_ids_are_made_unique(tmp_path: Path) -> None:
    path = put(tmp_path, "name,type\nThe League,igo\nThe  League,bloc\n", "more.csv")
    assert [actor.id for actor in import_csv(path)] == ["the-league", "the-league-2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name,country\nX,CHL\n", "more.csv:1: column 'type'"),
        ("name,type\n,party\n", "more.csv:2: a line without a name"),
        ("name,type\nX,club\n", "more.csv:2: type 'club'"),
        ("name,type,sectors\nX,party,ABC\n", "more.csv:2: sector 'ABC'"),
        ("name,type,country\nX,party,Chile\n", "more.csv:2: country 'Chile'"),
    ],
)
def test_csv_lines_that_cannot_be_read(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(DictionaryError, match=expected):
        import_csv(put(tmp_path, text, "more.csv"))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(MissingPathError):
        import_csv(tmp_path / "none.csv")
    with pytest.raises(MissingPathError, match="is a folder"):
        import_csv(tmp_path)
