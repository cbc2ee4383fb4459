from pathlib import Path

import pytest

OFFICIAL_TEXT = Path(__file__).parents[3] / "shared" / "law" / "ru.txt"
ENGLISH_TEXT = OFFICIAL_TEXT.with_name("en.txt")


@pytest.fixture(scope="session")
def official() -> str:
    """The official Russian text, where it is at hand."""
    if not OFFICIAL_TEXT.exists():
        pytest.skip("the official text of the law does not lie beside the repository")
    return OFFICIAL_TEXT.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def official_english() -> str:
    """The English translation, where it is at hand."""
    if not ENGLISH_TEXT.exists():
        pytest.skip("the English text of the law does not lie beside the repository")
    return ENGLISH_TEXT.read_text(encoding="utf-8")
