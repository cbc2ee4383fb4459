"""Which steps of a case do programs take alike, whatever its measure?"""

from datetime import date

from tests.factories import PASSWORD, upload


def done(answer):
    assert answer.status_code in (200, 201), answer.content.decode()
    return answer.json()


def file(name="plan.pdf"):
    made = upload(name).content
    made.name = name
    return made


def submitted(applicant, measure, draft, *requirements):
    """A new application of the measure, saved, with its documents, and handed in."""
    at = f"/applications/{done(applicant.post('/applications', {'measure': measure}))['number']}"
    done(applicant.post(f"{at}/acts/save", draft))
    for requirement in requirements:
        done(applicant.send(f"{at}/acts/attach", requirement, requirement=requirement, file=file()))
    return done(applicant.post(f"{at}/acts/submit", {}))


def establish(officer, number, **facts):
    for fact, value in facts.items():
        done(officer.post(f"/applications/{number}/acts/establish", {"fact": fact, "value": value}))


def decided(program, number, amount):
    """The application, granted on the officer's proposal."""
    at = f"/applications/{number}"
    done(program("officer").post(f"{at}/acts/propose", {"kind": "grant", "amount": amount}))
    return done(program("decider").post(f"{at}/acts/decide", {}))


def in_force(program, application, plan):
    """The agreement after a granted application, signed by both sides."""
    officer = program("officer")
    at = f"/agreements/{done(officer.post('/agreements', {'application': application}))['number']}"
    done(officer.post(f"{at}/acts/plan", {"instalments": plan}))
    done(officer.post(f"{at}/acts/offer", {}))
    done(program("applicant").post(f"{at}/acts/accept", {"proof": PASSWORD}))
    return done(program("decider").post(f"{at}/acts/sign", {"proof": PASSWORD}))


def report_in(program, on_the_day, agreement, year, *values):
    """The accepted report of a year, handed in on 1 February of the next; `values` by the undertakings' places."""
    on_the_day(date(year + 1, 2, 1))
    applicant = program("applicant")
    at = f"/reports/{done(applicant.post(f'/agreements/{agreement}/reports', {'year': year}))['number']}"
    places = range(1, len(values) + 1)
    stated = [{"undertaking": place, "value": value} for place, value in zip(places, values, strict=True)]
    done(applicant.post(f"{at}/acts/save", {"values": stated}))
    for place in places:
        done(applicant.send(f"{at}/proofs", f"{year}-{place}", undertaking=str(place), file=file()))
    done(applicant.post(f"{at}/acts/submit", {}))
    return done(program("monitor").post(f"{at}/acts/accept", {}))
