"""Reading into a record: once, again, in another order, in several processes, with failures."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from record_dump import dump, sound
from record_fakes import FakeAnalyser, fake, text_of

from dissensus.errors import DissensusError, RecordError
from dissensus.model import Actor, ActorType, Kind, Origin, ReviewState
from dissensus.reading.metadata import Metadata
from dissensus.record.record import Record
from dissensus.record.report import Progress
from dissensus.record.workers import WorkerDiedError


def broken(actors: object) -> FakeAnalyser:
    raise DissensusError("line 3 has too few cells", where="verbs.tsv:3")


def test_report_counts_what_was_written(tmp_path: Path, texts: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        report = record.read(texts, analyser=fake)
        assert (report.files, report.documents, report.failed, report.unchanged) == (12, 12, 0, 0)
        assert report.words == sum(len(path.read_text().split()) for path in texts.iterdir())
        assert report.statements.total() == record.count() > 30
        assert set(report.statements) == set(Kind)
    assert sound(tmp_path / "r.db")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.db", "texts"]


def test_reading_again_changes_nothing(record: Record, texts: Path) -> None:
    before = dump(record.path)
    report = record.read(texts, analyser=broken)
    assert (report.files, report.unchanged, report.documents) == (0, 12, 0)
    assert dump(record.path) == before


def test_new_files_are_added(record: Record, texts: Path) -> None:
    (texts / "100.txt").write_text(text_of(100))
    report = record.read(texts, analyser=fake)
    assert (report.files, report.unchanged, report.documents) == (1, 12, 1)


def test_same_text_is_one_document(record: Record, texts: Path) -> None:
    before = dump(record.path, "documents", "statements", "actor_variants")
    (texts / "copy.txt").write_text(text_of(3))
    report = record.read(texts, analyser=fake)
    assert (report.documents, report.known) == (0, 1)
    assert dump(record.path, "documents", "statements", "actor_variants") == before


def test_same_text_twice_in_one_reading(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text_of(1))
    with Record(tmp_path / "r.db", create=True) as record:
        report = record.read([tmp_path / "a.txt", tmp_path / "b.txt"], analyser=fake)
        assert (report.documents, report.known) == (1, 1)
        (listed,) = record.documents()
        assert listed.document.path == (tmp_path / "a.txt").as_posix()


@pytest.mark.parametrize("seed", range(4))
def test_order_of_reading_does_not_matter(tmp_path: Path, texts: Path, seed: int) -> None:
    paths = sorted(texts.iterdir())
    shuffled = list(paths)
    random.Random(seed).shuffle(shuffled)
    dumps = []
    for name, order in (("a.db", paths), ("b.db", shuffled)):
        with Record(tmp_path / name, create=True) as record:
            for path in order:
                record.read(path, analyser=fake)
        dumps.append(dump(tmp_path / name))
    assert dumps[0] == dumps[1]


def test_several_processes_write_the_same_record(tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dissensus.record.ingest.BATCH", 200)
    for jobs in (1, 3):
        with Record(tmp_path / f"{jobs}.db", create=True) as record:
            record.read(texts, analyser=fake, jobs=jobs)
            assert [listed.document.path for listed in record.documents()] == sorted(p.name for p in texts.iterdir())
    assert dump(tmp_path / "1.db") == dump(tmp_path / "3.db")


def test_a_worker_that_dies_is_told_and_the_rest_kept(
    tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dissensus.record.ingest.BATCH", 200)
    (texts / "500.txt").write_text("DEADLY for whoever analyses it.")
    with Record(tmp_path / "r.db", create=True) as record:
        with pytest.raises(WorkerDiedError, match=r"code 9.*fewer --jobs"):
            record.read(texts, analyser=fake, jobs=2)
        assert sound(record.path)
        (texts / "500.txt").unlink()
        record.read(texts, analyser=fake)
        assert len(list(record.documents())) == 12


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_lexicon_ends_the_reading(tmp_path: Path, texts: Path, jobs: int) -> None:
    with Record(tmp_path / "r.db", create=True) as record, pytest.raises(DissensusError, match=r"verbs\.tsv:3"):
        record.read(texts, analyser=broken, jobs=jobs)


def test_failures_are_kept_and_tried_again(record: Record, texts: Path) -> None:
    (texts / "empty.txt").write_text("")
    (texts / "boom.txt").write_text("BOOM goes the analyser.")
    (texts / "table.xyz").write_text("1,2")
    report = record.read(texts, analyser=fake)
    assert (report.failed, report.unchanged, report.documents) == (3, 12, 0)
    assert {failure.path for failure in report.failures} == {"empty.txt", "boom.txt", "table.xyz"}
    info = record.info()
    assert info.failed == 3
    assert any("ValueError: a bug in the analyser" in failure.message for failure in info.failures)
    before = dump(record.path)
    assert record.read(texts, analyser=fake).failed == 3
    assert dump(record.path) == before
    for name in ("empty.txt", "table.xyz"):
        (texts / name).unlink()
    (texts / "boom.txt").write_text("All is well now, says Arde supports Belma.")
    report = record.read(texts, analyser=fake)
    assert (report.failed, report.documents) == (0, 1)
    assert record.info().failed == 0


def test_one_bad_document_does_not_take_its_batch_with_it(tmp_path: Path, texts: Path) -> None:
    (texts / "005b.txt").write_text("BOOM goes the analyser.")
    with Record(tmp_path / "r.db", create=True) as record:
        report = record.read(texts, analyser=fake)
        assert (report.documents, report.failed) == (12, 1)


def test_missing_path_is_a_failure_and_others_are_read(tmp_path: Path, texts: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        report = record.read([tmp_path / "nowhere", texts], analyser=fake)
        assert (report.documents, report.failed) == (12, 1)
        assert report.failures[0].error == "MissingPathError"


def test_other_languages_are_stored_and_said_to_be_unanalysed(tmp_path: Path, texts: Path) -> None:
    (texts / "fr.txt").write_text("Un texte court qui parle de politique et de rien.")
    with Record(tmp_path / "r.db", create=True) as record:
        record.read(texts / "fr.txt", defaults=Metadata(language="fr"), analyser=fake)
        assert record.info().not_analysed == {"fr": 1}


def test_metadata_learnt_later_is_taken_over(record: Record, texts: Path) -> None:
    path = texts / "000.txt"
    (texts / "metadata.csv").write_text("path,source,date\n000.txt,The Daily Test,2020-05-01\n")
    report = record.read(texts, analyser=fake)
    assert (report.documents, report.unchanged, report.known) == (1, 11, 0)
    (statement, *_) = [s for s in record.statements() if s.document.path == path.name]
    assert (statement.document.source, statement.document.date) == ("The Daily Test", "2020-05-01")
    before = dump(record.path)
    record.read(texts, analyser=fake)
    assert dump(record.path) == before


def test_again_replaces_and_keeps_what_a_person_reviewed(record: Record, texts: Path) -> None:
    first, second, *_ = record.statements()
    record.review(first.id, ReviewState.ACCEPTED, by="Ana", note="as in the text")
    record.review(second.id, ReviewState.REJECTED, by="Ana")
    before = dump(record.path)
    report = record.read(texts, analyser=fake, again=True)
    assert (report.documents, report.unchanged) == (12, 0)
    assert dump(record.path) == before
    assert record.statement(first.id).review is ReviewState.ACCEPTED
    report = record.read(texts, analyser=nothing_found, again=True)
    assert report.statements.total() == 0
    assert {statement.id for statement in record.statements()} == {first.id, second.id}
    assert list(record.actors()) == []
    assert sound(record.path)


class _Nothing(FakeAnalyser):
    def analyse(self, document):  # type: ignore[no-untyped-def]
        analysis = super().analyse(document)
        analysis.statements, analysis.actors = [], []
        return analysis


def nothing_found(actors: object) -> FakeAnalyser:
    return _Nothing()


def test_again_counts_a_copied_text_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text_of(1))
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    with Record(tmp_path / "r.db", create=True) as record:
        record.read(paths, analyser=fake)
        before = dump(record.path)
        report = record.read(paths, analyser=fake, again=True)
        assert (report.documents, report.known) == (1, 1)
        assert dump(record.path) == before


def test_imported_actors_reach_the_analyser_and_win(record: Record, texts: Path) -> None:
    given = Actor(id="found:arde", name="Arde Party", type=ActorType.PARTY, country="BOL")
    seen = []

    def spy(actors: tuple[Actor, ...]) -> FakeAnalyser:
        seen.extend(actors)
        return FakeAnalyser(actors)

    assert record.import_actors([given]) == 1
    (texts / "new.txt").write_text("Arde supports Belma.")
    record.read(texts, analyser=spy)
    assert [(actor.id, actor.origin) for actor in seen] == [("found:arde", Origin.IMPORTED)]
    assert record.actor("found:arde").name == "Arde Party"
    record.import_actors([given.model_copy(update={"name": "Arde Movement"})])
    assert record.actor("Arde Movement").country == "BOL"


def test_what_a_person_gives_last_wins_over_documents_read_before(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Arde supports Belma.")
    given = Actor(id="found:arde", name="Arde Party", type=ActorType.PARTY, origin=Origin.IMPORTED)

    class Knowing(FakeAnalyser):
        def analyse(self, document):  # type: ignore[no-untyped-def]
            analysis = super().analyse(document)
            analysis.actors = [given]
            return analysis

    with Record(tmp_path / "r.db", create=True) as record:
        record.import_actors([given])
        record.read(tmp_path / "a.txt", analyser=lambda actors: Knowing())
        assert record.actor("found:arde").name == "Arde Party"
        record.import_actors([given.model_copy(update={"name": "Arde League"})])
        assert record.actor("found:arde").name == "Arde League"


def test_progress_goes_up_to_all_bytes(tmp_path: Path, texts: Path) -> None:
    seen: list[Progress] = []
    with Record(tmp_path / "r.db", create=True) as record:
        record.read(texts, analyser=fake, progress=seen.append)
    total = sum(path.stat().st_size for path in texts.iterdir())
    assert (seen[-1].bytes, seen[-1].bytes_in_all, seen[-1].documents) == (total, total, 12)


def test_batches_are_bounded_by_characters(tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dissensus.record.ingest.BATCH", 500)
    sizes = []

    class Spy(FakeAnalyser):
        def analyse_all(self, documents):  # type: ignore[no-untyped-def]
            sizes.append(sum(len(document.text) for document in documents))
            return super().analyse_all(documents)

    with Record(tmp_path / "r.db", create=True) as record:
        record.read(texts, analyser=lambda actors: Spy())
    longest = max(len(path.read_text()) for path in texts.iterdir())
    assert len(sizes) > 3
    assert max(sizes) < 500 + longest


@pytest.mark.usefixtures("no_network")
def test_no_network_connection_is_attempted(tmp_path: Path, texts: Path) -> None:
    (texts / "page.html").write_text("<html><body><p>Arde supports Belma in 2012.</p></body></html>")
    with Record(tmp_path / "r.db", create=True) as record:
        assert record.read(texts, analyser=fake).documents == 13


def test_the_record_among_the_texts_is_not_a_text(texts: Path) -> None:
    (texts / "other.db").write_bytes(b"")
    with Record(texts / "r.db", create=True) as record:
        report = record.read(texts, analyser=fake)
        assert [failure.path for failure in report.failures] == ["other.db"]
        assert report.documents == 12


def test_jobs_must_be_positive(record: Record, texts: Path) -> None:
    with pytest.raises(DissensusError, match="jobs must be 1 or more"):
        record.read(texts, jobs=0)


def test_closed_record_says_so(record: Record) -> None:
    record.close()
    with pytest.raises(DissensusError, match="was closed"):
        record.info()


def test_an_empty_reading_leaves_an_empty_record(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with Record(tmp_path / "r.db", create=True) as record:
        report = record.read(tmp_path / "empty", analyser=fake)
        assert report.nothing_read
        assert report.failed == 1
    assert not list(Record(tmp_path / "r.db").statements())
    with pytest.raises(RecordError, match="no such record"):
        Record(tmp_path / "other.db")
