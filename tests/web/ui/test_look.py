"""Do colours, styles and scripts keep to what everybody can see and every browser may run?"""

import re
from pathlib import Path

import pytest

import ondiris.web.ui

UI = Path(ondiris.web.ui.__file__).parent
STATIC = UI / "static" / "ui"
TEMPLATES = sorted((UI / "templates").rglob("*.html"))
SHEETS = sorted((STATIC / "css").glob("*.css"))

TEXT = [
    *[(ink, ground) for ink in ("ink", "ink-soft", "link", "link-hover", "bad") for ground in ("paper", "ground")],
    *[(ink, "sunk") for ink in ("ink", "ink-soft", "link", "link-hover")],
    *[(ink, ground) for ink in ("good", "unsure") for ground in ("paper", "ground")],
    ("on-action", "action"),
    ("on-action", "action-hover"),
    ("on-danger", "danger"),
    ("on-danger", "danger-hover"),
    ("on-deep", "deep"),
    ("on-deep-soft", "deep"),
    ("on-strip", "strip"),
    *[(f"{colour}-ink", f"{colour}-ground") for colour in ("grey", "blue", "green", "yellow", "red")],
]
SHAPES = [
    *[(line, ground) for line in ("line-strong", "action", "focus") for ground in ("paper", "ground", "sunk")],
]


def tokens(scheme: str) -> dict[str, str]:
    light, _, dark = (STATIC / "css" / "tokens.css").read_text().partition("@media")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    return found | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark)) if scheme == "dark" else found


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_words_stand_out_from_their_ground(scheme: str, ink: str, ground: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), SHAPES)
def test_edges_of_controls_and_of_focus_stand_out(scheme: str, line: str, ground: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours[line], colours[ground]) >= 3


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_a_style_or_a_script_of_its_own(template: Path) -> None:
    text = template.read_text()
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", text)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_opens_with_what_it_draws(template: Path) -> None:
    assert template.read_text().startswith(("{#", "{% comment %}", "{% extends"))


@pytest.mark.parametrize("sheet", [STATIC / "ui.css", *SHEETS], ids=lambda path: path.name)
def test_a_style_sheet_leads_only_to_files_that_are_there(sheet: Path) -> None:
    for address in re.findall(r'url\("([^"]+)"\)', sheet.read_text()):
        assert (sheet.parent / address).is_file()


def test_every_style_sheet_is_taken_in_by_its_layer() -> None:
    taken = re.findall(r'@import url\("css/([\w-]+\.css)"\) layer\((\w+)\);', (STATIC / "ui.css").read_text())
    assert sorted(name for name, _ in taken) == [sheet.name for sheet in SHEETS]
    assert {layer for _, layer in taken} == {"tokens", "base", "layout", "components", "utilities", "print"}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_uses_only_tokens_that_exist_and_nothing_forced(sheet: Path) -> None:
    text = sheet.read_text()
    known = set(re.findall(r"--([\w-]+):", (STATIC / "css" / "tokens.css").read_text() + text))
    assert set(re.findall(r"var\(--([\w-]+)", text)) <= known
    assert "!important" not in text
