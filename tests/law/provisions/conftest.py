from pathlib import Path

import pytest

WORKSHOP = Path(__file__).parents[4] / "shared" / "law" / "ru.txt"


@pytest.fixture(scope="session")
def official() -> str:
    """The official Russian text, where it is at hand."""
    if not WORKSHOP.exists():
        pytest.skip(f"the official text is not at hand: {WORKSHOP}")
    return WORKSHOP.read_text(encoding="utf-8")
