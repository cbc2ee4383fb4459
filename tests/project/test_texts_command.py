"""Are the catalogues made whole, or not at all?"""

import os
from pathlib import Path

import pytest

from ondiris.project.cli import texts

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Enterprise"
msgstr "Кәсіпорын"
"""


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one catalogue, in the place of the product's own."""
    monkeypatch.setattr(texts, "LOCALE", tmp_path)
    monkeypatch.setattr(texts, "LANGUAGES", ("kk",))
    folder = tmp_path / "kk" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO, encoding="utf-8")
    return folder


def test_a_reader_never_sees_half_a_file(locale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts.compile_all()
    whole = (locale / "django.mo").read_bytes()
    os.utime(locale / "django.mo", (0, 0))
    seen: list[bytes] = []

    def write_slowly(out, catalogue):  # type: ignore[no-untyped-def]
        out.write(b"\xde\x12")
        out.flush()
        seen.append((locale / "django.mo").read_bytes())
        out.write(whole[2:])

    monkeypatch.setattr(texts, "write_mo", write_slowly)
    texts.compile_all()
    assert seen == [whole]
    assert (locale / "django.mo").read_bytes() == whole


def test_a_file_that_cannot_be_written_leaves_the_old_one(locale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts.compile_all()
    whole = (locale / "django.mo").read_bytes()
    os.utime(locale / "django.mo", (0, 0))

    def fail(out, catalogue):  # type: ignore[no-untyped-def]
        out.write(b"\xde")
        raise OSError("disk full")

    monkeypatch.setattr(texts, "write_mo", fail)
    with pytest.raises(OSError, match="disk full"):
        texts.compile_all()
    assert (locale / "django.mo").read_bytes() == whole
    assert sorted(file.name for file in locale.iterdir()) == ["django.mo", "django.po"]
