"""The questions of a lawyer: how did a provision stand on a day, and by which clause of which act?"""

from pathlib import Path

import pytest
import yaml

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register
from ondiris.law.provisions.official import OfficialArticle, parse
from ondiris.law.provisions.standing import standing
from ondiris.law.provisions.terms import State

GROUNDS = yaml.safe_load((Path(__file__).parents[1] / "questions.yaml").read_text(encoding="utf-8"))
QUESTIONS = [question for ground in GROUNDS for question in ground["questions"]]
FIELDS = {"act": "act", "certainty": "certainty", "since": "valid_from", "wording": "wording"}


def of_the_question(question: dict[str, object]) -> str:
    known = f" as known on {question['known_on']}" if "known_on" in question else ""
    return f"{question['provision']} on {question['day']}{known}"


@pytest.mark.parametrize("question", QUESTIONS, ids=of_the_question)
def test_how_did_it_stand(question):
    at = standing(register()[ProvisionId.parse(question["provision"])], question["day"], question.get("known_on"))
    asked = {field: str(question[field]) for field in FIELDS if field in question}
    got = {field: str(getattr(at.version, FIELDS[field])) for field in asked}
    assert (at.state, got) == (State[question["answer"].replace(" ", "_").upper()], asked), question["ask"]
    assert (at.words is not None) == (at.state is State.IN_FORCE)
    if "wording" in question:
        assert (at.words == at.provision.summary) == (question["wording"] == "base")


def test_no_question_is_asked_twice():
    asked = [of_the_question(question) for question in QUESTIONS]
    assert len(set(asked)) == len(asked) >= 100


@pytest.mark.parametrize("ground", GROUNDS, ids=lambda ground: f"{ground['act']} in {ground['article']}")
def test_each_ground_stands_in_the_official_text(ground, official):
    article = next(a for a in parse(official).articles if str(a.id) == ground["article"])
    assert any(ground["clause"] in said for said in _said_of(ground["act"], article))


def _said_of(act: str, article: OfficialArticle) -> list[str]:
    """What an article says of an act: in a note the clause after its number; of the law itself, any unit."""
    if act == "86-VII":
        return [unit.text for unit in article.units]
    texts = [*article.notes, *(unit.text for unit in article.units if unit.excluded)]
    return [text.split(f"№ {act} ", 1)[1].split(")", 1)[0] for text in texts if f"№ {act} " in text]


def test_every_amendment_of_the_official_text_is_the_ground_of_a_question(official):
    asked = {(ground["article"], ground["act"]) for ground in GROUNDS}
    named = {(str(article.id), note.act.number) for article in parse(official).articles for note in article.amendments}
    assert named <= asked
