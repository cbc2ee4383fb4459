"""How is a generated page written in Markdown?"""

from collections.abc import Iterable, Sequence

MADE = "> Made from the code by `ondiris docs`. Change the code, not this page."
NONE = "—"


def page(title: str, *blocks: str) -> str:
    """A whole page: its title, the word that it is made, and its blocks; empty ones are left out."""
    return "\n\n".join([f"# {title}", MADE, *filter(None, blocks)]) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; empty where there are no rows."""
    lines = [f"| {' | '.join(_cell(text) for text in row)} |" for row in rows]
    return "\n".join([f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}", *lines]) if lines else ""


def code(text: object) -> str:
    """A name as the code has it."""
    return f"`{text}`"


def codes(names: Iterable[object]) -> str:
    """Several names, in the order given."""
    return ", ".join(code(name) for name in names)


def lines(*parts: str) -> str:
    """Lines of one cell; empty ones are left out."""
    return "<br>".join(filter(None, parts))


def days(first: object, end: object | None) -> str:
    """A period with its end excluded."""
    return f"from {first}" + (f" to before {end}" if end else "")


def _cell(text: str) -> str:
    return " ".join(text.replace("|", r"\|").split()) or NONE
