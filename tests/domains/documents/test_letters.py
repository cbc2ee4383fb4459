"""Letters are written at the moment of an act, in three languages, and kept as they were sent."""

import re
from datetime import date
from decimal import Decimal

import pytest

from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.applications.actions.decide import decide, fund, propose
from ondiris.domains.applications.actions.establish import establish
from ondiris.domains.documents.keeping import content_of
from ondiris.domains.documents.letters import write as writing
from ondiris.domains.documents.letters.content import Content, Party, paragraph, table
from ondiris.domains.documents.letters.render import REPLACEMENT, pdf, png, showable
from ondiris.domains.documents.letters.write import letters_about
from ondiris.domains.documents.models import Document, Letter
from ondiris.domains.funds import ledger
from ondiris.domains.recovery.actions import claim
from tests.factories import DAY, actor, agreement, application, country, report

LATER = date(2026, 3, 2)


@pytest.fixture
def composed(monkeypatch) -> list[tuple[str, Content]]:
    """What was composed, with its language."""
    seen: list[tuple[str, Content]] = []

    def spy(content: Content, language: str, on: date) -> bytes:
        seen.append((language, content))
        return pdf(content, language, on)

    monkeypatch.setattr(writing, "pdf", spy)
    return seen


def text(content: Content) -> str:
    return str(content.plain())


def letter(body: str = "Құрметті өтінім беруші: 100 000 000,00 ₸") -> Content:
    party = Party("Өнеркәсіп министрлігі", ("БСН 150140000101",))
    blocks = (paragraph(body), table(["а", "б"], [["1", "2"]], figures=[1], last=True))
    return Content("Шешім", party, party, "IG-2026-00001", "2026 жылғы 1 наурыз", "Заң", blocks)


def test_a_letter_is_a_pdf_a_2b_file():
    made = pdf(letter(), "kk", DAY)
    assert made.startswith(b"%PDF-1.7")
    assert re.search(rb'pdfaid:part(>|=")2', made)
    assert re.search(rb'pdfaid:conformance(>|=")B', made)


def test_the_same_letter_is_the_same_file_byte_for_byte():
    assert pdf(letter(), "kk", DAY) == pdf(letter(), "kk", DAY)
    assert pdf(letter(), "kk", DAY) != pdf(letter(), "kk", LATER)


@pytest.mark.parametrize("character", "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЩщЪъ₸№«»—")
def test_each_kazakh_and_russian_letter_and_the_tenge_sign_has_a_shape_of_its_own(character):
    assert showable(character) == character
    shown, blank = png(letter(character), "kk", DAY), png(letter(REPLACEMENT), "kk", DAY)
    assert shown != blank


@pytest.mark.parametrize(
    "body", ["a 😀 face", "a bell \x07", "中文", '#strong[no markup] $x$ \\ " _a_', "a" * 5000, ""]
)
def test_what_people_type_never_stops_a_letter(body):
    assert pdf(letter(body), "en", DAY)


def test_a_granted_case_is_told_in_three_languages_what_comes_next(made, composed):
    case = application(made, "decided")
    kept = letters_about(("application", case.number))
    assert [(one.kind, one.language) for one in kept] == [("granted", "kk"), ("granted", "ru"), ("granted", "en")]
    assert [language for language, _content in composed] == ["kk", "ru", "en"]
    english = text(composed[-1][1])
    assert "100,000,000.00\\xa0₸" in english
    assert "The institute draws up the agreement" in english


def test_a_letter_belongs_to_its_addressee_and_is_kept_by_its_digest(made):
    case = application(made, "decided")
    one = letters_about(("application", case.number)).first()
    assert (one.document.owner, one.on) == (made.enterprise, DAY)
    with content_of(one.document) as file:
        content = file.read()
    assert (len(content), content[:5]) == (one.document.size, b"%PDF-")


def test_a_refusal_shows_its_condition_article_and_evidence(made, composed):
    application(made, "decided", kind="refuse", ground="is_oriented_to_the_list", changed={"listed_output_share": "60"})
    english = text(composed[-1][1])
    for said in ("oriented exclusively to goods on the priority list", "art. 26.3", "art. 25.5:1", "60%", "100%"):
        assert said in english
    assert "stated by the applicant" in english


def test_a_case_of_another_law_is_shown_that_law_and_not_refused(made, composed):
    case = application(made, "checking")
    officer = actor(made, "officer", DAY)
    establish(officer, case.number, fact="in_agro_industry", value=True)
    propose(officer, case.number, kind="elsewhere")
    decide(actor(made, "decider", DAY), case.number)
    english = text(composed[-1][1])
    assert "is not refused: another law provides" in english
    assert "Agro-Industrial Complex" in english


def test_want_of_money_is_told_as_waiting_and_then_as_granted(composed, db):
    poor = country(money=Decimal("1000000"))
    case = application(poor, "decided")
    assert composed[-1][1].title.endswith("waiting for money")
    ledger.allocate(poor.programme, Decimal("500000000"), DAY, "budget")
    fund(actor(poor, "decider", DAY), case.number)
    kinds = list(letters_about(("application", case.number)).values_list("kind", flat=True))
    assert kinds == ["waiting"] * 3 + ["granted"] * 3


def test_the_signed_agreement_names_both_sides_and_the_digest(made, composed):
    signed = agreement(made, "in_force")
    english = text(composed[-1][1])
    digest = signed.signatures.first().digest
    for said in (made.authority.name, made.enterprise.name, "1 April 2024", "Target for 2026", "art. 27.3:2", digest):
        assert said in english
    assert letters_about(("agreement", signed.number)).count() == 3


def test_a_notice_shows_what_was_reached(made, composed):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    give_notice(actor(made, "monitor", LATER), signed.number, text="Exports fell short.")
    english = text(composed[-1][1])
    assert "Exports fell short." in english
    assert "'2025', '100', '50'" in english
    assert "75%" in english


def test_a_demand_shows_every_step_of_its_sum(made, composed):
    signed = agreement(made, "paid")
    report(made, signed, 2025, ["10000", "50", "10"])
    monitor = actor(made, "monitor", LATER)
    give_notice(monitor, signed.number, text="Exports fell short.")
    drawn = claim.draw(monitor, agreement_number=signed.number, demand_on=LATER)
    claim.demand(actor(made, "decider", LATER), drawn.number)
    english = text(composed[-1][1])
    steps = sum(len(payment["interest"]) for payment in drawn.sheet["payments"])
    assert english.count("days / 365") == steps > 2
    assert f"{drawn.amount:,.2f}" in english
    assert "example that the authority must confirm" in english
    assert letters_about(("claim", drawn.number)).count() == 3


def test_what_was_sent_stays_though_the_thing_changes(made):
    signed = agreement(made, "in_force")
    before = list(letters_about(("agreement", signed.number)).values_list("document__sha256", flat=True))
    Agreement.objects.filter(pk=signed.pk).update(amount=1)
    assert list(letters_about(("agreement", signed.number)).values_list("document__sha256", flat=True)) == before


def test_an_act_that_fails_leaves_no_letter(made, monkeypatch):
    case = application(made, "proposed")

    def broken(*args: object) -> bytes:
        raise RuntimeError("no printer")

    monkeypatch.setattr(writing, "pdf", broken)
    documents = Document.objects.count()
    with pytest.raises(RuntimeError):
        decide(actor(made, "decider", DAY), case.number)
    assert (Letter.objects.count(), Document.objects.count()) == (0, documents)
    case.refresh_from_db()
    assert case.state == "proposed"
