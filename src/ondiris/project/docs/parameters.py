"""What does the page of the law's numbers say?"""

from ondiris.law.instruments.load import instruments
from ondiris.law.parameters import Certainty, Parameter, Parameters, Value
from ondiris.law.types import encode
from ondiris.project.docs.markdown import code, lines, page, table

SHORT = {
    Certainty.ACT: "act",
    Certainty.TWO: "two",
    Certainty.SINGLE: "single",
    Certainty.EXAMPLE: "**example**",
}


def parameters_page() -> str:
    """Every shipped parameter with its values, the earliest first."""
    shipped = Parameters.load()
    sections = (
        block for name in sorted(shipped.declared) for block in _section(shipped.declared[name], shipped.values)
    )
    return page(
        "Parameters",
        "Every number of the law, or of those who carry it out, as the product ships it. A value holds from its first "
        "day until the next one's, and never longer than it is known. A day without a value is a gap: what rests on it "
        "is undetermined, and the gap is named. Values that officials enter and confirm lie over these.",
        table(("How sure", "What it means"), ((SHORT[one], one.label) for one in Certainty)),
        *sections,
    )


def _section(parameter: Parameter, values: tuple[Value, ...]) -> tuple[str, ...]:
    its = sorted(
        (value for value in values if value.name == parameter.name),
        key=lambda value: (value.valid_from, value.category or ""),
    )
    kind = f"{parameter.type.name}{f', {parameter.unit}' if parameter.unit else ''}; serves {parameter.provision}"
    if parameter.instrument:
        kind += f"; to be set by {instruments()[parameter.instrument].name.en}"
    if parameter.categories:
        kind += f"; by category: {', '.join(parameter.categories)}"
    return (
        f"## {code(parameter.name)}",
        f"{parameter.label} ({kind}).",
        table(
            ("From", "Known until before", "Value", "How sure", "Source"),
            (
                (
                    value.valid_from.isoformat(),
                    value.known_until.isoformat() if value.known_until else "replaced",
                    lines(_shown(parameter, value), value.category or ""),
                    SHORT[value.certainty],
                    "; ".join(filter(None, (value.source, value.note))),
                )
                for value in its
            ),
        ),
    )


def _shown(parameter: Parameter, value: Value) -> str:
    said = encode(parameter.type.name, value.value)
    return str(said).lower() if isinstance(said, bool) else str(said)
