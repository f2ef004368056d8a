"""What `import dissensus` offers, and that it costs nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

import dissensus

SURFACE = {
    "__version__",
    "Actor",
    "ActorRef",
    "ActorType",
    "Commitment",
    "DissensusError",
    "Document",
    "Event",
    "EventType",
    "Figure",
    "Holder",
    "Kind",
    "Label",
    "Matter",
    "MatterFilter",
    "Metadata",
    "Order",
    "Origin",
    "Position",
    "Prediction",
    "Record",
    "Relation",
    "ReviewState",
    "Statement",
    "StatementFilter",
    "Tie",
    "compare",
    "errors",
    "find_matters",
    "model",
    "open",
    "positions",
    "predictions",
}


def test_the_surface_is_this() -> None:
    assert set(dissensus.__all__) == set(dir(dissensus)) == SURFACE
    for name in SURFACE:
        assert getattr(dissensus, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = dissensus.nothing


def test_import_brings_nothing_heavy() -> None:
    program = (
        "import sys, time; began = time.process_time(); import dissensus; took = time.process_time() - began; "
        "assert not {'pydantic', 'sqlalchemy', 'spacy', 'typer', 'numpy'} & set(sys.modules); print(took)"
    )
    took = [
        float(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(took) < 0.15


def test_open_makes_a_record_only_when_asked(tmp_path: Path) -> None:
    began = time.process_time()
    with pytest.raises(dissensus.DissensusError):
        dissensus.open(tmp_path / "r.db")
    with dissensus.open(tmp_path / "r.db", create=True) as record:
        assert list(record.statements()) == []
        assert repr(record).startswith("Record(")
    with dissensus.open(str(tmp_path / "r.db")) as record:
        assert record.info().documents == 0
    assert time.process_time() - began < 5


@pytest.mark.usefixtures("no_network")
def test_the_real_analyser_end_to_end_without_a_network(tmp_path: Path) -> None:
    text = "Peru and Chile signed a trade agreement on 3 March 2021. Bolivia accused Chile of breaking its promise."
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")
    with dissensus.open(tmp_path / "r.db", create=True) as record:
        assert record.read(tmp_path / "note.txt").documents == 1
        statements = list(record.statements(dissensus.StatementFilter(kinds=(dissensus.Kind.EVENT,))))
        assert statements
        for statement in statements:
            evidence = statement.evidence
            assert text[evidence.start : evidence.end] == evidence.quote
        assert record.actor("Chile").country == "CHL"
