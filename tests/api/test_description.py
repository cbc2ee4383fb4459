"""Is the interface what its description says? (OpenAPI 3.1)"""

from collections import Counter
from importlib import import_module

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from ondiris.api.v1 import api
from ondiris.api.v1.examples import EXAMPLES
from ondiris.project.wsgi import application as wsgi
from tests.factories import agreement, application, report

load_all_checks()


schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", wsgi)


@pytest.fixture(autouse=True)
def open_connection(made):
    """Requests leave the test's connection open, as those of Django's own client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


CHECKS = (
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
)


OPERATIONS = [result.ok() for result in schema.get_all_operations()]


PEOPLE = ("applicant", "officer", "expert", "decider", "monitor", "treasurer")


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_every_operation_answers_as_described(operation, made, program):
    """Requests as described reach real things; others are refused. Both are answered as described."""
    real = things(made, operation.path)
    callers = {who: program(who).headers() for who in PEOPLE}

    @given(
        st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in _modes(operation))), st.sampled_from(PEOPLE)
    )
    @settings(max_examples=4, phases=[Phase.generate], derandomize=True, suppress_health_check=list(HealthCheck))
    def answers(case, who):
        if case.meta.generation.mode is GenerationMode.POSITIVE and case.path_parameters:
            case.path_parameters = {name: real.get(name, value) for name, value in case.path_parameters.items()}
        case.call_and_validate(headers=callers[who], checks=CHECKS)

    answers()


def things(made, path):
    """What really stands at the address; of applications and agreements one in the middle of its life."""
    known = {"name": "industrial-grant", "article": "25", "provision": "25.6", "code": "priority-goods"}
    known["bin"] = made.enterprise.bin
    return {**known, "number": _number(made, path.split("/")[3])} if "{number}" in path else known


def _number(made, kind):
    if kind == "applications":
        return application(made, "examined").number
    signed = agreement(made, "paid")
    return (
        signed.number if kind == "agreements" else report(made, signed, 2025, ["1", "2", "3"], state="submitted").number
    )


def _modes(operation):
    """Requests as described, and, where something can be wrong about them, others."""
    takes = operation.body or operation.query or operation.path_parameters
    return [GenerationMode.POSITIVE, *([GenerationMode.NEGATIVE] if takes else [])]


def test_the_document_is_whole(client, db):
    document = client.get("/api/v1/openapi.json").json()
    assert document["openapi"] == "3.1.0"
    operations = [(path, method, one) for path, row in document["paths"].items() for method, one in row.items()]
    assert len({one["operationId"] for _path, _method, one in operations}) == len(operations)
    for path, method, one in operations:
        assert one["summary"], path
        assert one["description"], path
        assert one["tags"], path
        if method == "post" and "security" in one:
            assert "Idempotency-Key" in {parameter["name"] for parameter in one["parameters"]}, path
        for status, answer in one["responses"].items():
            if int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"], (path, status)


def test_no_two_shapes_share_a_name():
    """The document has one place a name: of two shapes, one operation would be described by the other's."""
    import_module("ondiris.api.v1")
    shapes = [one for one in _subclasses(BaseModel) if one.__module__.startswith("ondiris.api.")]
    names = Counter(one.__name__ for one in shapes)
    assert [name for name, count in names.items() if count > 1] == []


def _subclasses(shape: type) -> set[type]:
    return {shape, *(found for one in shape.__subclasses__() for found in _subclasses(one))}


def test_the_document_is_made_without_warnings(capsys):
    api.get_openapi_schema()
    assert capsys.readouterr().out == ""


def test_things_as_they_are_shown_are_as_described(made, program):
    """What schemathesis cannot reach, since it knows no numbers: real things against the described answers."""
    signed = agreement(made, "paid")
    reported = report(made, signed, 2025, ["10000", "50", "10"])
    for path, number in (
        ("/applications/{number}", signed.application.number),
        ("/agreements/{number}", signed.number),
        ("/reports/{number}", reported.number),
    ):
        case = schema[f"/api/v1{path}"]["GET"].Case(path_parameters={"number": number})
        answer = case.call_and_validate(headers=program("decider").headers(), checks=CHECKS)
        assert answer.status_code == 200


def test_every_json_body_has_an_example_that_would_be_taken():
    for body, example in EXAMPLES.items():
        body.model_validate(example)
    described = api.get_openapi_schema()
    for path, row in described["paths"].items():
        for content in row.get("post", {}).get("requestBody", {}).get("content", {}).values():
            assert "example" in str(content), path
