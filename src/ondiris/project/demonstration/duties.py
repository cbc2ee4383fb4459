"""Which bodies owe what by the law's calendar, and what did they mark as done in the made-up country?"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from ondiris.domains.calendar.actions.mark import mark_done
from ondiris.domains.calendar.actions.term import begin
from ondiris.domains.calendar.queries import Duty, duties
from ondiris.domains.classifiers.models import Region
from ondiris.domains.parties.models import BodyRole, Organisation
from ondiris.domains.parties.queries import actor_for
from ondiris.domains.parties.terms import Capacity, OrganisationKind, Role
from ondiris.project.demonstration.country import PASSWORD, SINCE, Stage, person

ASTANA = "710000000"
# Name, KATO code of the region, roles, and who follows the body's duties.
BODIES = (
    (
        ("Энергетика министрлігі (демонстрация)", ASTANA),
        (Role.HYDROCARBONS_AUTHORITY, Role.CENTRAL_STATE_BODY, Role.RESPONSIBLE_STATE_BODY),
        ("Айнұр Сейітова", "ainur@demo.kz"),
    ),
    (
        ("Сауда министрлігі (демонстрация)", ASTANA),
        (Role.TRADE_AUTHORITY, Role.CENTRAL_STATE_BODY),
        ("Бауыржан Омаров", "omarov@demo.kz"),
    ),
    (
        ("Ұлттық басқарушы холдинг (демонстрация)", ASTANA),
        (Role.NATIONAL_MANAGING_HOLDING,),
        ("Сәния Мұқанова", "saniya@demo.kz"),
    ),
    (
        ("Қарағанды облысының әкімдігі (демонстрация)", "350000000"),
        (Role.LOCAL_EXECUTIVE_BODY,),
        ("Рүстем Ибраев", "rustem@demo.kz"),
    ),
    (
        ("Ақтөбе облысының әкімдігі (демонстрация)", "150000000"),
        (Role.LOCAL_EXECUTIVE_BODY,),
        ("Гауһар Нұрпейісова", "gauhar@demo.kz"),
    ),
    (
        ("Шымкент қаласының әкімдігі (демонстрация)", "790000000"),
        (Role.LOCAL_EXECUTIVE_BODY,),
        ("Ержан Тілеубаев", "erzhan@demo.kz"),
    ),
)
FOLLOWER_OF_AUTHORITY = ("Айгүл Рахымова", "aigul@demo.kz")
FOLLOWER_OF_INSTITUTE = ("Айдар Қалиев", "aidar@demo.kz")
LATE = {"purchase-needs": 9, "map-projects": 4}  # days, of the body that is late with them
LATE_BODY, FORGETFUL_BODY = "rustem@demo.kz", "erzhan@demo.kz"
LATE_NEEDS = "ainur@demo.kz"


def make_bodies(stage: Stage, regions: list[Region], numbers: Iterator[str]) -> dict[int, str]:
    """The bodies beside the two of the story, and for each by its key the e-mail of who follows its duties."""
    places = {region.code: region for region in regions}
    password = make_password(PASSWORD)
    BodyRole.objects.create(organisation=stage.authority, role=Role.SOLID_MINERALS_AUTHORITY, valid_from=SINCE)
    followed = [(stage.authority, FOLLOWER_OF_AUTHORITY), (stage.institute, FOLLOWER_OF_INSTITUTE)]
    for (title, place), roles, follower in BODIES:
        body = Organisation.objects.create(
            bin=next(numbers), name=title, kind=OrganisationKind.PUBLIC_BODY, region=places[place]
        )
        for role in roles:
            BodyRole.objects.create(organisation=body, role=role, valid_from=SINCE)
        followed.append((body, follower))
    for body, (name, email) in followed:
        stage.people[email] = person(name, email, body, Capacity.FOLLOWER, password=password)
    return {body.pk: email for body, (_name, email) in followed}


def mark_duties(stage: Stage, followers: dict[int, str], today: date) -> None:
    """Last year's and this year's duties with a day: most are done in time, some late, one body forgot its last ones."""
    for year in (today.year - 1, today.year):
        for duty in duties(year, today):
            if duty.mark is not None:  # by the act that was the duty
                continue
            email = followers[duty.organisation.pk]
            done_on = _done_on(duty, email)
            if done_on is None or done_on > today:
                continue
            actor = actor_for(stage.people[email], duty.organisation, done_on)
            if actor is not None:
                mark_done(
                    actor,
                    deadline=duty.deadline.id,
                    period=duty.occurrence.period,
                    done_on=done_on,
                    handed_over=f"Хат № {duty.deadline.provision}/{done_on.year} (демонстрация)",
                )


def _done_on(duty: Duty, email: str) -> date | None:
    """Three days before the last; late where the story says so; None for what is forgotten or has no day."""
    if duty.last_day is None or (email == FORGETFUL_BODY and duty.deadline.id == "map-projects"):
        return None
    late = LATE.get(duty.deadline.id)
    if late and email in (LATE_BODY, LATE_NEEDS):
        return duty.last_day + timedelta(days=late)
    return max(duty.occurrence.opens_on, duty.last_day - timedelta(days=3))


def begin_terms(stage: Stage, today: date) -> None:
    """The authority sent two notices on industrial assembly: one term has ended, the other is running (62.4)."""
    enterprises = Organisation.objects.filter(kind=OrganisationKind.ENTERPRISE).order_by("pk")[:2]
    for enterprise, days in zip(enterprises, (120, 30), strict=True):
        sent = today - timedelta(days=days)
        actor = stage.actor(FOLLOWER_OF_AUTHORITY[1], sent)
        begin(
            actor,
            deadline="assembly-cure",
            bin=enterprise.bin,
            happened_on=sent,
            reference=f"Хабарлама № {days} (демонстрация)",
        )
