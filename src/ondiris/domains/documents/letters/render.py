"""How does a letter become a PDF/A-2b file, the same bytes for the same content?"""

import json
import re
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import typst

from ondiris.domains.documents.letters.content import Content

# What the fonts at hand can show: Latin, Cyrillic with the Kazakh letters, marks, currencies, a few signs. PDF/A takes
# nothing else, so anything else is shown as the mark of a character that cannot be shown.
STRANGE = re.compile(r"[^\n\t\x20-\x7e\xa0-\u0377\u0400-\u04ff\u2010-\u2030\u2032-\u203a\u20a0-\u20c0№←↑→↓−≤≥≠]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@cache
def _fonts() -> typst.Fonts:
    """The fonts that come with typst, and none of the machine's: a letter looks alike everywhere."""
    return typst.Fonts(include_system_fonts=False)


@cache
def _template() -> bytes:
    return (files("ondiris.domains.documents.letters") / "letter.typ").read_bytes()


def pdf(content: Content, language: str, on: date) -> bytes:
    """The letter as PDF/A-2b in a language (kk, ru, en), made on a day: no clock, no fonts from outside."""
    return _compiled(content, language, on, "pdf")


def png(content: Content, language: str, on: date) -> bytes:
    """The letter's first page as a picture, for looking at it."""
    return _compiled(content, language, on, "png")


def _compiled(content: Content, language: str, on: date, form: Literal["pdf", "png"]) -> bytes:
    made: bytes | list[bytes] = typst.compile(
        _template(),
        format=form,
        pdf_standards=["a-2b"] if form == "pdf" else [],
        sys_inputs={"language": language, "letter": json.dumps(showable(content.plain()), ensure_ascii=False)},
        font_paths=_fonts(),
        ignore_system_fonts=True,
        timestamp=datetime.combine(on, time(), UTC),
    )
    return made if isinstance(made, bytes) else made[0]


def showable(value: Any) -> Any:
    """The content with every character that the fonts cannot show replaced by a mark."""
    if isinstance(value, str):
        return STRANGE.sub(REPLACEMENT, value)
    if isinstance(value, list):
        return [showable(item) for item in value]
    return {name: showable(item) for name, item in value.items()} if isinstance(value, dict) else value
