"""Whatever the OpenAPI allows to be asked is answered as it says, and nothing fails."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from dissensus.web.app import make_app, openapi
from dissensus.web.settings import Settings

EXAMPLES = 6

schema = schemathesis.openapi.from_dict(openapi())


@pytest.fixture(scope="module")
def app(example_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """An application on a copy of the examples."""
    copy = tmp_path_factory.mktemp("schema") / "examples.db"
    copy.write_bytes(example_record.read_bytes())
    app = make_app(Settings(copy))

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        yield

    app.router.lifespan_context = living  # it is asked again and again, and begins and ends here
    yield app
    app.state.uploads.close()
    app.state.record.close()


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_api_keeps_to_its_schema(case: schemathesis.Case, app: Any) -> None:
    case.operation.app = app
    response = case.call(base_url="http://127.0.0.1", app=app)
    case.validate_response(response, checks=[not_a_server_error, status_code_conformance, response_schema_conformance])
