"""Is every row of the register well formed, and what does it say?

The rows stand in `ondiris/law/register/article_NN.toml`, one file an article, in the order of the law's text.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.register import Article, Provision, Register, Version
from ondiris.law.provisions.terms import Language, Level, Status, Wording

T = TypeVar("T")


class RegisterError(ValueError):
    """A row of the register cannot be taken; the message names the file, the row and what is wrong."""


@cache
def register() -> Register:
    """The register as shipped. RegisterError where a row is wrong."""
    return load(files("ondiris.law") / "register")


def load(folder: Traversable) -> Register:
    """Read every `article_NN.toml` of a folder. RegisterError names the file and the row."""
    names = sorted(f.name for f in folder.iterdir() if f.name.startswith("article_") and f.name.endswith(".toml"))
    return Register(read_article(name, (folder / name).read_text(encoding="utf-8")) for name in names)


def read_article(file: str, text: str) -> Article:
    """One article from the text of its file. RegisterError names the file and the row."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise RegisterError(f"{file}: not TOML: {wrong}") from None
    rows = raw.pop("provision", [])
    article = _read(f"{file}: head", raw, TypeAdapter(Article))
    if file != _file_of(article.id):
        raise RegisterError(f"{file}: head: article {article.id} has its rows in {_file_of(article.id)}")
    article = replace(article, provisions=tuple(_row(file, n, row, article) for n, row in enumerate(rows, 1)))
    seen: set[ProvisionId] = set()
    for provision in article.provisions:
        _refuse(f"{file}: {provision.id}", _trouble_with_place(provision, article.id, seen))
        seen.add(provision.id)
    if article.id not in seen:
        raise RegisterError(f"{file}: the row of the article itself is missing")
    return article


def _file_of(article: ProvisionId) -> str:
    return f"article_{article.article!s:0>2}.toml"


def _row(file: str, n: int, raw: dict[str, Any], article: Article) -> Provision:
    where = f"{file}: {raw.get('id', f'row {n}')}"
    words = {language: raw.pop(language) for language in Language if language in raw}
    provision = _read(where, {"versions": article.versions} | raw | {"summary": words}, TypeAdapter(Provision))
    _refuse(where, _trouble_with_versions(provision.versions) or _trouble_with_wordings(provision))
    return provision


def _read(where: str, raw: dict[str, Any], shape: TypeAdapter[T]) -> T:
    try:
        return shape.validate_python(raw)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        field = ".".join(str(step) for step in first["loc"])
        raise RegisterError(f"{where}: {field}: {first['msg']}") from None


def _refuse(where: str, trouble: str | None) -> None:
    if trouble:
        raise RegisterError(f"{where}: {trouble}")


def _trouble_with_versions(versions: Sequence[Version]) -> str | None:
    if not versions:
        return "there is no version"
    for version in versions:
        if version.valid_to and version.valid_to < version.valid_from:
            return f"the version of {version.valid_from} is reversed: it ends on {version.valid_to}"
        if version.known_since and version.known_since <= version.valid_from:
            return f"the version of {version.valid_from} is known since {version.known_since}: leave this out"
    for earlier, later in pairwise(versions):
        if earlier.valid_to is None or earlier.valid_to > later.valid_from:
            return f"the versions of {earlier.valid_from} and {later.valid_from} overlap"
        if earlier.valid_to < later.valid_from:
            return f"no version covers {earlier.valid_to} to {later.valid_from}"
        if earlier.valid_from == earlier.valid_to and later.known_since is None:
            return f"the version of {earlier.valid_from} is empty, and the next has no known_since"
    if versions[-1].valid_from == versions[-1].valid_to:
        return f"the version of {versions[-1].valid_from} is empty"
    return None


def _trouble_with_wordings(provision: Provision) -> str | None:
    held = [v for v in provision.versions if v.held and v.status is not Status.EXCLUDED]
    for version in provision.versions:
        if version.words and version not in held:
            return f"the version of {version.valid_from} has words, but is not held"
        if version.wording is Wording.TEMPORARY and not version.words:
            return f"the temporary wording of {version.valid_from} has no words of its own"
    acts = {version.act for version in held if not version.words}
    if len(acts) > 1:  # one text cannot be about the wordings before and after a change
        return f"the words of the row are said to be held for each of {', '.join(sorted(acts))}"
    return None


def _trouble_with_place(provision: Provision, article: ProvisionId, seen: set[ProvisionId]) -> str | None:
    if provision.id in seen:
        return "this id stands twice"
    if provision.id.article != article:
        return f"this is no provision of article {article}"
    if provision.level not in levels(provision.id):
        return f"an id of this form is no {provision.level}"
    if provision.id.parent and provision.id.parent not in seen:
        return f"the row of {provision.id.parent}, in which it stands, is missing before it"
    return None


def levels(provision: ProvisionId) -> set[Level]:
    """The levels that an id of this form may have."""
    if provision.item:
        return {Level.ITEM}
    if provision.part > 1:
        return {Level.PART}
    by_depth = [{Level.ARTICLE}, {Level.PARAGRAPH, Level.SUBPARAGRAPH}, {Level.SUBPARAGRAPH}]
    return by_depth[len(provision.numbers) - 1]
