"""The structural rules of Akoma Ntoso 3.0 that a portion of an act must keep, as far as they can be told without its schema."""

from xml.etree.ElementTree import Element, fromstring

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
META = ["identification", "lifecycle", "temporalData", "references", "notes"]
LEVELS = {"article", "paragraph", "subparagraph", "alinea", "indent"}
STATUSES = {"removed", "temporarilyRemoved", "incomplete", "unknown", "undefined"}
FRBR = {
    "FRBRWork": ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRcountry", "FRBRnumber", "FRBRname"],
    "FRBRExpression": ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRlanguage", "FRBRtranslation"],
    "FRBRManifestation": ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRportion", "FRBRformat"],
}
POINTING = ("source", "refersTo", "start", "end", "period", "placementBase", "includedIn", "by", "from")


def names(element: Element) -> list[str]:
    """The names of an element's children; all of them of the standard's namespace."""
    assert all(child.tag.startswith(NS) for child in element)
    return [child.tag.removeprefix(NS) for child in element]


def checked(file: bytes) -> Element:
    """The document, when it keeps the rules."""
    root = fromstring(file)
    assert root.tag == f"{NS}akomaNtoso"
    (portion,) = root
    assert names(portion) == ["meta", "portionBody"]
    meta, body = portion
    assert names(meta) in (META, META[:-1])
    assert names(meta[0]) == list(FRBR)
    for level in meta[0]:
        wanted = FRBR[level.tag.removeprefix(NS)]
        found = names(level)
        assert found == [name for name in wanted if name in found]
        assert set(wanted) - set(found) <= {"FRBRtranslation"}
    eids = [element.attrib["eId"] for element in root.iter() if "eId" in element.attrib]
    assert len(eids) == len(set(eids))
    for element in root.iter():
        for name in POINTING:
            assert element.get(name, "#").removeprefix("#") in {"", *eids}, (element.tag, name)
    (unit,) = body
    _check_unit(unit, "")
    return root


def _check_unit(unit: Element, above: str) -> None:
    """A hierarchical element has an id below that of its parent, and either content or an intro and other elements."""
    assert unit.tag.removeprefix(NS) in LEVELS
    assert unit.attrib["eId"].startswith(above)
    assert unit.get("status", "removed") in STATUSES
    inside = [name for name in names(unit) if name not in ("num", "heading")]
    if "content" in inside:
        assert inside == ["content"]
        assert set(names(unit.find(f"{NS}content"))) == {"p"}
        return
    assert set(inside[1:]) <= LEVELS
    assert inside[0] in LEVELS | {"intro"}
    for child in unit:
        if child.tag.removeprefix(NS) in LEVELS:
            _check_unit(child, f"{unit.attrib['eId']}__")
