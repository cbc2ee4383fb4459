"""Is a workbook safe to unpack: no larger than it says, no macros, no password, no XML that grows as it is read?

Nothing is unpacked before its size is known: a ZIP names the size of each part, and reading stops there.
"""

import io
import re
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as BadDeflate  # noqa: N812

from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import BadInput

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MOST_UNPACKED = 150_000_000  # bytes of all parts together; 100,000 rows take half of it
MOST_PARTS = 1_000
LARGE, MOST_TIMES = 1_000_000, 200  # a part above so many bytes may be so many times as large as it is packed
ENCRYPTED = 1  # bit of a part's flags
PIECE = 1 << 16
XML = (".xml", ".rels", ".vml")
GROWING = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
DECLARED = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']*)""")
UNREADABLE = _("This workbook cannot be read. Save it as XLSX again, or as CSV.")


def is_workbook(content: bytes) -> bool:
    """Whether the content is a workbook of any kind, readable or not."""
    return content.startswith((ZIP, OLE))


def opened(content: bytes) -> ZipFile:
    """The parts of a workbook, each checked. BadInput beside `file` for one that is not to be read."""
    if content.startswith(OLE):
        raise _refused(
            _("This workbook is locked with a password or in the old form XLS. Save it as XLSX without one.")
        )
    try:
        archive = ZipFile(io.BytesIO(content))
        parts = archive.infolist()
        _check_sizes(parts)
        _check_kind(archive, parts)
        for part in parts:
            if part.filename.lower().endswith(XML):
                _check_xml(archive, part)
    except (BadZipFile, BadDeflate, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        raise _refused(UNREADABLE) from None
    return archive


def _refused(sentence: object) -> BadInput:
    return BadInput({"file": sentence})  # type: ignore[dict-item]


def _check_sizes(parts: list[ZipInfo]) -> None:
    grown = any(one.file_size > max(LARGE, one.compress_size * MOST_TIMES) for one in parts)
    if grown or len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNPACKED:
        raise _refused(_("This workbook would be too large when unpacked. Send it in parts, or as CSV."))
    if any(one.flag_bits & ENCRYPTED for one in parts):
        raise _refused(
            _("This workbook is locked with a password or in the old form XLS. Save it as XLSX without one.")
        )


def _check_kind(archive: ZipFile, parts: list[ZipInfo]) -> None:
    kinds = archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive.namelist() else b""
    if b"macroenabled" in kinds.lower() or any(one.filename.lower().endswith("vbaproject.bin") for one in parts):
        raise _refused(_("This workbook has macros. Save it as XLSX, which has none."))
    if b"spreadsheetml" not in kinds:
        raise _refused(UNREADABLE)


def _check_xml(archive: ZipFile, part: ZipInfo) -> None:
    """XML that defines entities, or is written so that this could not be seen in its bytes, is not read."""
    for place, piece in enumerate(_pieces(archive, part)):
        said = DECLARED.search(piece) if place == 0 else None
        if GROWING.search(piece) or b"\0" in piece or (said and said[1].lower() not in (b"utf-8", b"us-ascii")):
            raise _refused(UNREADABLE)


def _pieces(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    """The part piece by piece, each with the end of the one before, so that nothing hides in between."""
    before = b""
    with archive.open(part) as source:
        while piece := source.read(PIECE):
            yield before + piece
            before = piece[-64:]


def holding(archive: ZipFile, path: str, word: bytes) -> bool:
    """Whether a word stands anywhere in a part."""
    return any(word in piece for piece in _pieces(archive, archive.getinfo(path)))
