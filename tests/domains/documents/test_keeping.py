"""A file is taken in when it is what its name says, and kept once under the digest of its content."""

import hashlib
import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from hypothesis import given
from hypothesis import strategies as st

from ondiris.base.errors import BadInput
from ondiris.domains.documents.keeping import TAKEN, Upload, content_of, keep, place_of, trouble_with
from ondiris.domains.documents.models import Document
from tests.factories import DAY, actor, upload

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00H\x00H\x00\x00\xff\xdb"
EXECUTABLE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff"


def office(ending: str, *parts: str) -> bytes:
    """A file of an office format: a zip that says in its list of types what it is, as Word and LibreOffice write it."""
    types = f'<Types><Override PartName="/main.xml" ContentType="{TAKEN[ending]}.main+xml"/></Types>'
    return packed(("[Content_Types].xml", types), *((name, "<x/>") for name in parts))


def packed(*parts: tuple[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in parts:
            zipped.writestr(name, text)
    return out.getvalue()


MACROS = '<Override PartName="/main.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'
XLSX, DOCX = office("xlsx", "xl/workbook.xml"), office("docx", "word/document.xml")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.pdf", b"%PDF-1.7\n%%EOF"),
        ("PLAN.PDF", b"%PDF-1.7\n%%EOF"),
        ("photo.png", PNG),
        ("photo.jpg", JPEG),
        ("photo.jpeg", JPEG),
        ("budget.xlsx", XLSX),
        ("letter.docx", DOCX),
        ("budget.xlsx", office("xlsx", *(f"xl/worksheets/sheet{n}.xml" for n in range(900)))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_what_it_says_is_taken(name, content):
    assert trouble_with(upload(name, content)) is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.pdf", EXECUTABLE),
        ("plan.pdf", PNG),
        ("photo.png", JPEG),
        ("photo.jpg", b"GIF89a"),
        ("budget.xlsx", EXECUTABLE),
        ("budget.xlsx", DOCX),
        ("letter.docx", XLSX),
        ("letter.docx", packed(("virus.exe", "MZ"))),
        ("budget.xlsx", packed(("META-INF/MANIFEST.MF", ""), ("Main.class", ""))),
        ("budget.xlsx", XLSX[:60]),
        ("budget.xlsx", b"PK\x03\x04 and no more"),
        ("plan.pdf", b"%PDF"),
        ("budget.xlsx", packed(("[Content_Types].xml", MACROS))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_content_that_is_something_else_is_refused(name, content):
    assert "the content is something else" in str(trouble_with(upload(name, content)))


@pytest.mark.parametrize("name", ["setup.exe", "page.html", "plan", "plan.pdf.exe", "", "drawing.svg", "macro.xlsm"])
def test_a_kind_that_is_not_taken_is_refused(name):
    assert "not taken" in str(trouble_with(upload(name, b"%PDF-1.7")))


def test_an_empty_file_is_refused():
    assert "empty" in str(trouble_with(upload("plan.pdf", b"")))


def test_a_file_that_is_too_large_is_refused_unread():
    class Unreadable(io.BytesIO):
        def read(self, *args: object) -> bytes:
            raise AssertionError("the file was read")

    assert "larger than 20 MB" in str(trouble_with(Upload("plan.pdf", 200_000_000, Unreadable())))


def test_a_refusal_stands_beside_the_field_and_keeps_nothing(made):
    with pytest.raises(BadInput) as refused:
        keep(actor(made, "applicant", DAY), upload("plan.pdf", EXECUTABLE), field="proof_7")
    assert list(refused.value.fields) == ["proof_7"]
    assert not Document.objects.exists()


def test_a_document_is_what_was_sent(made):
    content = b"%PDF-1.7 kept\n%%EOF"
    kept = keep(actor(made, "applicant", DAY), upload("C:\\plans\\жоспар 1.pdf", content))
    assert (kept.number, kept.name, kept.media_type, kept.size) == (
        "DOC-2024-00001",
        "жоспар 1.pdf",
        "application/pdf",
        len(content),
    )
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert (kept.owner, kept.uploaded_by, kept.uploaded_on) == (made.enterprise, made.people["applicant"].pk, DAY)
    with content_of(kept) as opened:
        assert opened.read() == content


def test_the_same_content_is_stored_once(made):
    content = b"%PDF-1.7 the same\n%%EOF"
    first, second = (keep(actor(made, who, DAY), upload(f"{who}.pdf", content)) for who in ("applicant", "other"))
    assert first.number != second.number
    assert stored_beside(first.sha256) == [first.sha256] == [second.sha256]


def stored_beside(sha256: str) -> list[str]:
    return default_storage.listdir(place_of(sha256).rpartition("/")[0])[1]


def test_a_file_half_written_when_a_process_was_killed_is_written_anew(made):
    content = b"%PDF-1.7 whole\n%%EOF"
    place = place_of(hashlib.sha256(content).hexdigest())
    default_storage.save(place, ContentFile(content[:7]))
    kept = keep(actor(made, "applicant", DAY), upload("plan.pdf", content))
    with content_of(kept) as opened:
        assert opened.read() == content


@given(st.binary(max_size=200), st.sampled_from(["xlsx", "docx"]))
def test_whatever_stands_in_a_broken_office_file_is_refused_in_words(rest, ending):
    assert trouble_with(upload(f"file.{ending}", b"PK\x03\x04" + rest)) is not None


@given(st.integers(0, len(XLSX) - 1), st.integers(0, 255))
def test_a_damaged_office_file_is_taken_or_refused_and_nothing_else(place, byte):
    trouble = trouble_with(upload("budget.xlsx", XLSX[:place] + bytes([byte]) + XLSX[place + 1 :]))
    assert trouble is None or "the content is something else" in str(trouble)


def test_a_kept_file_is_for_the_owner_of_the_process_alone(made, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "documents"
    kept = keep(actor(made, "applicant", DAY), upload("plan.pdf", b"%PDF-1.7 plan\n%%EOF"))
    file = settings.MEDIA_ROOT / place_of(kept.sha256)
    modes = [oct(place.stat().st_mode & 0o777) for place in (file, file.parent, settings.MEDIA_ROOT)]
    assert modes == ["0o600", "0o700", "0o700"]
