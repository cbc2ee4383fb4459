"""What does each kind of problem mean, and what can a program do about it?"""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import BaseModel

from ondiris.api.problems import KINDS
from ondiris.base.errors import NotFound

router = Router()


class KindOut(BaseModel):
    """A kind of problem: its `type` is this very address."""

    code: str
    status: int
    title: str
    advice: str


class Kinds(BaseModel):
    """All kinds of problems."""

    problems: list[KindOut]


@router.get("", response=Kinds)
def list_problems(request: HttpRequest) -> Kinds:
    """Every kind of problem that this interface answers with."""
    return Kinds(problems=[_kind(code) for code in KINDS])


@router.get("/{code}", response=KindOut, url_name="problem")
def show_problem(request: HttpRequest, code: str) -> KindOut:
    """One kind of problem."""
    if code not in KINDS:
        raise NotFound
    return _kind(code)


def _kind(code: str) -> KindOut:
    kind = KINDS[code]
    return KindOut(code=code, status=kind.status, title=str(kind.title), advice=str(kind.advice))


nowhere = Router()


@nowhere.api_operation(["GET", "POST", "PUT", "PATCH", "DELETE"], "/{path:rest}", include_in_schema=False)
def no_such_address(request: HttpRequest, rest: str) -> HttpResponse:
    """An address under the interface that leads nowhere."""
    raise NotFound
