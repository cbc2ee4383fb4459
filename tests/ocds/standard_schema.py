"""What do the standard's schema, our extension laid over it, and the standard's way of merging releases say?"""

import copy
import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs

FOLDER = Path(__file__).parent / "standard" / "schema"
EXTENSION = files("ondiris.domains.contracts.ocds") / "extension"
BASE = "https://standard.open-contracting.org/schema/1__1__5/"


def _read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def release_schema() -> Any:
    """The schema of a release with our extension laid over it, as validators do (RFC 7396)."""
    return _laid_over(_read("release-schema"), json.loads((EXTENSION / "release-schema.json").read_text("utf-8")))


def _laid_over(target: Any, patch: Any) -> Any:
    if not isinstance(patch, Mapping):
        return patch
    result = dict(target) if isinstance(target, Mapping) else {}
    for name, value in patch.items():
        result[name] = _laid_over(result.get(name), value)
    return result


def errors(package: Mapping[str, Any]) -> list[str]:
    """What is wrong with a package by the schema of its kind."""
    name = "record-package-schema" if "records" in package else "release-package-schema"
    resources = {
        f"{BASE}release-schema.json": release_schema(),
        f"{BASE}versioned-release-validation-schema.json": _read("versioned-release-validation-schema"),
    }
    registry = jsonschema_rs.Registry(
        [(uri, _without_id(schema)) for uri, schema in resources.items()], draft=jsonschema_rs.Draft4
    )
    validator = jsonschema_rs.Draft4Validator(_without_id(_read(name)), registry=registry, validate_formats=True)
    return [f"{list(error.instance_path)}: {error.message}" for error in validator.iter_errors(package)]


def _without_id(schema: Any) -> Any:
    return {name: value for name, value in schema.items() if name != "id"}


def merged(releases: list[Mapping[str, Any]]) -> dict[str, Any]:
    """The releases merged as the standard says: objects field by field, lists of things with an id by that id.

    https://standard.open-contracting.org/1.1/en/schema/merging/
    """
    schema = release_schema()
    result: dict[str, Any] = {}
    for release in sorted(releases, key=lambda one: one["date"]):
        told = {name: value for name, value in release.items() if name not in ("id", "date", "tag")}
        _merge(result, told, schema, schema)
    last = max(release["date"] for release in releases)
    return result | {"id": f"{releases[0]['ocid']}-{last}", "date": last, "tag": ["compiled"]}


def _merge(result: dict[str, Any], told: Mapping[str, Any], schema: Any, root: Any) -> None:
    for name, value in told.items():
        rule = _resolved(schema.get("properties", {}).get(name, {}), root)
        items = _resolved(rule.get("items", {}), root) if isinstance(rule.get("items"), Mapping) else {}
        if isinstance(value, Mapping):
            _merge(result.setdefault(name, {}), value, rule, root)
        elif isinstance(value, list) and "id" in items.get("properties", {}) and not rule.get("wholeListMerge"):
            there = result.setdefault(name, [])
            for one in value:
                known = next((other for other in there if other["id"] == one["id"]), None)
                if known is None:
                    known = {}
                    there.append(known)
                _merge(known, one, items, root)
        else:
            result[name] = copy.deepcopy(value)


def _resolved(schema: Any, root: Any) -> Any:
    """The schema that a reference within the file names, with what stands beside the reference."""
    if "$ref" not in schema:
        return schema
    found = root
    for part in schema["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    return {**found, **{name: value for name, value in schema.items() if name != "$ref"}}


def by_id(value: Any) -> Any:
    """The value with lists of things in the order of their ids, for comparing."""
    if isinstance(value, Mapping):
        return {name: by_id(one) for name, one in value.items()}
    if isinstance(value, list):
        sorted_ = [by_id(one) for one in value]
        ids = all(isinstance(one, Mapping) and "id" in one for one in sorted_)
        return sorted(sorted_, key=lambda one: str(one["id"])) if ids else sorted_
    return value
